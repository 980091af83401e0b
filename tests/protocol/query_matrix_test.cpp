// INV-29: every query, with every role, near and far, under every membership; and nobody is shown a record of
// a stream that they may not follow.
#include "app/registry.hpp"
#include "protocol/matrix.hpp"

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
)";

/// A body for each query, about the own state's things in its series.
std::map<std::string, Json> bodies(House& house) {
    const auto& cast = house.cast;
    const auto collaborative = cast.collaborative.str();
    const auto in_series = Stream{StreamKind::series, cast.series};
    const auto thread =
        house.one<Ulid>("SELECT id FROM threads WHERE stream = ? ORDER BY id LIMIT 1", in_series).str();
    const auto post = house
                          .one<Ulid>("SELECT p.id FROM posts p JOIN threads t ON t.id = p.thread WHERE "
                                     "t.stream = ? ORDER BY p.id LIMIT 1",
                                     in_series)
                          .str();
    const auto step = house
                          .one<Ulid>("SELECT s.id FROM action_steps s JOIN step_updates u ON u.step = s.id"
                                     " WHERE s.series = ? AND s.visibility = 'series' ORDER BY s.id LIMIT 1",
                                     cast.series)
                          .str();
    const Json of_person{{"collaborative", collaborative}, {"person", cast.member.str()}};
    const Json of_collaborative{{"collaborative", collaborative}};
    // What terms and the audit tell of.
    Client administrator{house, cast.administrator};
    CHECK(administrator.command(
              "publish_terms",
              {{"collaborative", collaborative}, {"after", 0}, {"text", "Be kind."}, {"changes", ""}})["t"] ==
          "ack");
    const auto seq = house.one<int>("SELECT max(seq) FROM audit");
    return {
        {"access_of_person", of_person},
        {"answers_of_meeting", {{"meeting", cast.session.str()}}},
        {"audit_body", {{"collaborative", collaborative}, {"seq", seq}}},
        {"audit_trail", of_collaborative},
        {"erasure_requests", of_collaborative},
        {"find_people", of_collaborative},
        {"flagged_posts", of_collaborative},
        {"mail_comes_back", of_person},
        {"roles_in", {{"collaborative", collaborative}, {"scope", "series"}, {"subject", cast.series.str()}}},
        {"guest_link", {{"meeting", cast.session.str()}}},
        {"terms_acceptances", {{"collaborative", collaborative}, {"version", 1}}},
        {"terms_text", of_collaborative},
        {"terms_versions", of_collaborative},
        {"trash", of_collaborative},
        {"affiliations", of_person},
        {"hand_over_pack", of_person},
        {"join_requests", of_collaborative},
        {"meetings_of_series", {{"series", cast.series.str()}}},
        {"membership_years", of_collaborative},
        {"posts_of_thread", {{"thread", thread}}},
        {"preview_markdown", {{"text", "*Thank you*"}}},
        {"series_archive", of_collaborative},
        {"steps", of_collaborative},
        {"threads", of_collaborative},
        {"updates_of_step", {{"step", step}}},
        {"versions_of_goals",
         {{"goals", house.one<Ulid>("SELECT id FROM year_goals ORDER BY year DESC LIMIT 1").str()}}},
        {"versions_of_post", {{"post", post}}}};
}

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
    const auto all = bodies(house);
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
