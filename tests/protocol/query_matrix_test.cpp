// INV-29: every query, with every role, near and far, under every membership; and nobody is shown a record of
// a stream that they may not follow.
#include "app/registry.hpp"
#include "protocol/matrix.hpp"
#include "protocol/questions.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

// As in command_matrix_test.cpp; self is the lead of the own state.
constexpr const char* table = R"(
                   admin facil partner observer own_lead own_member part_lead part_member far_lead far_member in_series in_team self membership tier
access_of_person   yes   -     -       -        -        -          -         -           -        -          -         -       -    -          -
affiliations       yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  grace      extended
answers_of_meeting yes   yes   -       -        yes      -          yes       -           -        -          yes       -       yes  active     extended
audit_body         yes   -     -       -        -        -          -         -           -        -          -         -       -    -          -
audit_trail        yes   yes   -       -        yes      -          yes       -           yes      -          yes       -       yes  grace      extended
erasure_requests   yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  none       extended
find_people        yes   yes   yes     -        yes      yes        yes       yes         yes      yes        yes       yes     yes  grace      core
flagged_posts      yes   yes   -       -        -        -          -         -           -        -          yes       -       -    -          -
guest_link         yes   yes   -       -        -        -          -         -           -        -          yes       -       -    -          -
hand_over_pack     yes   -     -       -        yes      yes        -         -           -        -          -         -       yes  none       extended
join_requests      yes   yes   -       -        yes      -          yes       -           yes      -          -         -       yes  active     extended
mail_comes_back    yes   yes   -       -        yes      -          -         -           -        -          -         -       yes  active     extended
meetings_of_series yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  grace      extended
membership_years   yes   -     -       -        yes      -          yes       -           yes      -          -         -       yes  none       extended
posts_of_thread    yes   yes   yes     yes      yes      yes        yes       yes         -        -          yes       yes     yes  grace      extended
preview_markdown   yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  none       extended
roles_in           yes   yes   yes     yes      yes      yes        yes       yes         -        -          yes       yes     yes  grace      extended
series_archive     yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  grace      extended
steps              yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  grace      extended
terms_acceptances  yes   -     -       -        -        -          -         -           -        -          -         -       -    -          -
terms_text         yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  none       extended
terms_versions     yes   -     -       -        -        -          -         -           -        -          -         -       -    -          -
threads            yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  grace      extended
trash              yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  grace      extended
updates_of_step    yes   yes   yes     yes      yes      yes        yes       yes         -        -          yes       yes     yes  grace      extended
versions_of_goals  yes   -     -       -        -        -          -         -           -        -          -         -       -    -          -
versions_of_post   yes   yes   yes     yes      yes      yes        yes       yes         -        -          yes       yes     yes  grace      extended
viewers_of         yes   -     -       -        -        -          -         -           -        -          -         -       -    -          -
)";

Matrix::Try asking(House& house, const std::string& name, const Json& body) {
    return [&house, name, body](store::Transaction& tx, const PersonId& person) -> std::optional<Refusal> {
        const auto query = house.registry.query(name, body);
        REQUIRE(query);
        const Context context{.actor = person, .now = house.now()};
        const auto answer = (*query)(tx, context);
        if (!answer)
            return answer.error().code == "not_allowed" ? std::optional{answer.error()} : std::nullopt;
        for (const auto& record : answer->records) {
            REQUIRE(record.stream);
            INFO(name << " shows a " << record.kind << " of " << record.stream->name());
            CHECK(permissions::may_follow(tx, person, *record.stream));
        }
        return std::nullopt;
    };
}

} // namespace

TEST_CASE("INV-29 every query answers whom the table says, and shows nobody what they may not follow") {
    House house;
    const auto expected = rows_of(table);
    const auto all = questions(house);
    for (const auto& name : house.registry.query_names()) {
        INFO(name << " needs a body and a line in the table");
        CHECK(all.contains(name));
        CHECK(expected.contains(name));
    }
    for (const auto& [name, body] : all) {
        INFO(name);
        Matrix matrix{house, house.cast.state, house.cast.lead};
        const auto attempt = asking(house, name, body);
        const auto found = matrix.row(attempt);
        if (!expected.contains(name) || expected.at(name) != found)
            FAIL_CHECK("expected " << (expected.contains(name) ? expected.at(name) : "a line")
                                   << "\n   found " << name << "  " << found);
        auto nowhere = body;
        for (auto& value : nowhere)
            if (value.is_string() && Ulid::parse(value.get<std::string>()))
                value = Ulid::from(Instant{1}, {9, 9, 9, 9, 9, 9, 9, 9, 9, 1}).str();
        const auto nothing = asking(house, name, nowhere);
        for (const auto& [persona, refusal] : matrix.kept_out())
            CHECK(matrix.tried(persona, nothing) == refusal);
        // Who has a seat but no role reads the terms that they are to accept, and what they asked for
        // themselves.
        const std::map<std::string, std::string> others{
            {"erasure_requests", "roleless "},
            {"terms_text", "roleless "},
            // It looks into nothing, and takes a login.
            {"preview_markdown", "suspended left roleless elsewhere both "}};
        CHECK(matrix.strangers_let_in(attempt) == (others.contains(name) ? others.at(name) : ""));
    }
}
