// INV-29 inside of the answers: whatever is asked for, nobody is told of what they may not follow, and what
// is hidden is answered as what does not exist.
#include "app/registry.hpp"
#include "protocol/matrix.hpp"
#include "protocol/questions.hpp"
#include "protocol/sight.hpp"
#include "protocol/twins.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

/// Members of answers that name what is no public record of its reader's, and why that is right.
const std::map<std::string, std::set<std::string>> exceptions{
    // A lead finds the requests for their own agency, whose home is staff; the table says to whom at all.
    {"join_requests", {"id", "address"}},
    // Who moderates decides about what others flagged; the flag itself is news to who flagged alone.
    {"flagged_posts", {"id"}},
    // The audit says that somebody flagged, by that flag.
    {"audit_trail", {"target"}}};

class Asker {
  public:
    explicit Asker(House& house) : house_{house}, sight_{house} {}

    void ask_as_everybody(const Question& question) {
        INFO(question.query << " " << question.body.dump());
        Matrix matrix{house_, house_.cast.state, house_.cast.lead};
        const auto attempt = [&](store::Transaction& tx, const PersonId& person) -> std::optional<Refusal> {
            look(tx, person, question);
            return std::nullopt;
        };
        shown_ = 0;
        matrix.row(attempt);
        CHECK(matrix.strangers_let_in(attempt) != "");
        told_[question.query] += shown_;
    }
    /// Queries whose answers told nobody of anything.
    [[nodiscard]] std::string silent() const {
        std::string names;
        for (const auto& [name, count] : told_)
            if (count == 0) names += name + " ";
        return names;
    }
    [[nodiscard]] int hidden_asked_for() const { return hidden_; }

  private:
    std::string answered(store::Transaction& tx, const PersonId& person, const std::string& name,
                         const Json& body) {
        const auto query = house_.registry.query(name, body);
        REQUIRE(query);
        const auto answer = (*query)(tx, Context{.actor = person, .now = now_});
        return answer ? wire::answer_frame(*answer) : wire::refusal_frame("", answer.error());
    }
    void look(store::Transaction& tx, const PersonId& person, const Question& question) {
        const auto text = answered(tx, person, question.query, question.body);
        const auto answer = Json::parse(text);
        const auto told = Json{{"records", answer.value("records", Json::array())},
                               {"body", answer.value("body", Json::object())}};
        shown_ += static_cast<int>(mentions(told).size());
        const auto but = exceptions.find(question.query);
        CHECK(sight_.beyond(tx, person, told,
                            but == exceptions.end() ? std::set<std::string>{} : but->second) == "");
        // Of several ids one that is hidden, beside others that are not.
        const auto ids = mentions(question.body);
        const bool sees_names =
            permissions::may_follow(tx, person, {StreamKind::extended, house_.cast.collaborative});
        Twins yonder{tx, Where::yonder, house_.cast.other_state};
        Twins next_door{tx, Where::next_door, house_.cast.other_state};
        for (std::size_t place = 0; place < ids.size(); ++place) {
            const auto nothing =
                answered(tx, person, question.query, with_other(question.body, place, nobodys));
            INFO("without " << ids[place].member);
            // Whose membership is over knows where they have a seat, and who is there.
            if (sees_names && sight_.is_hidden(tx, person, ids[place].id)) CHECK(text == nothing);
            for (auto* const twins : {&yonder, &next_door}) {
                const auto twin = twins->of(ids[place].id);
                if (!twin || !sight_.is_hidden(tx, person, *twin)) continue;
                ++hidden_;
                CHECK(answered(tx, person, question.query, with_other(question.body, place, *twin)) ==
                      nothing);
            }
        }
    }

    static inline const Ulid nobodys = Ulid::from(Instant{1}, {9, 9, 9, 9, 9, 9, 9, 9, 9, 1});
    House& house_;
    Sight sight_;
    const Instant now_ = house_.now();
    int shown_ = 0, hidden_ = 0;
    std::map<std::string, int> told_;
};

} // namespace

TEST_CASE("INV-29 no answer tells of what its reader may not follow, whatever is looked for, and what is "
          "hidden is answered as what does not exist") {
    House house;
    Asker asker{house};
    for (const auto& question : pointed_questions(house)) asker.ask_as_everybody(question);
    // These tell of nothing by its id, or of nothing here.
    CHECK(asker.silent() == "audit_body erasure_requests guest_link mail_comes_back membership_years "
                            "preview_markdown series_archive terms_acceptances terms_text versions_of_goals "
                            "versions_of_post ");
    CHECK(asker.hidden_asked_for() > 1000);
}
