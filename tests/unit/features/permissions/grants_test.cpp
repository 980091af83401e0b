// Who may give and end which role, where.
#include "features/permissions/grants.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::permissions;

namespace {

const auto id = [](std::uint8_t last) { return Ulid::from({1}, {last}); };
const PersonId giver{id(1)}, receiver{id(2)};
const OrganisationId own_team{id(3)}, other_team{id(4)};
const SeriesId one_series{id(5)};

Standing as(Role role) {
    return {.person = giver,
            .organisation = own_team,
            .roles = {role},
            .footing = Footing::active,
            .tier = Tier::core,
            .active = true};
}

GrantFacts facts(Role role, const Target& target = {}) {
    return {.who = as(role),
            .known = true,
            .of_state = true,
            .organisation = OrganisationId{id(9)},
            .subject_known = true,
            .subject_is_state = true,
            .target = target,
            .roles = 1,
            .today = CivilDate{"2026-11-23"}};
}

GrantRole grant(Role role, RoleScope scope, std::optional<Ulid> subject = {}) {
    return {.person = receiver, .role = role, .scope = scope, .subject = subject};
}
EndRole ending(Role role, RoleScope scope, std::optional<Ulid> subject = {}) {
    return {.person = receiver, .role = role, .scope = scope, .subject = subject};
}

Context context() { return {.actor = giver, .now = {1'790'000'000'000}}; }

template <class Outcome>
std::string code(const Outcome& outcome) {
    return outcome
               ? ""
               : outcome.error().code + (outcome.error().field.empty() ? "" : " " + outcome.error().field);
}

} // namespace

TEST_CASE(
    "administrators give roles anywhere; facilitators in series and sessions; leads in their own team") {
    struct Row {
        Role role;
        const char *collaborative, *own, *other, *series;
    };
    const Target of_series{.series = one_series};
    for (const auto& row :
         {Row{Role::administrator, "", "", "", ""},
          Row{Role::facilitator, "not_allowed", "not_allowed", "not_allowed", ""},
          Row{Role::state_lead, "not_allowed", "", "not_allowed", "not_allowed"},
          Row{Role::state_member, "not_allowed", "not_allowed", "not_allowed", "not_allowed"},
          Row{Role::partner, "not_allowed", "not_allowed", "not_allowed", "not_allowed"},
          Row{Role::observer, "not_allowed", "not_allowed", "not_allowed", "not_allowed"}}) {
        INFO(word_of(row.role));
        const auto team = [&](const OrganisationId& organisation) {
            return code(decide(grant(Role::state_member, RoleScope::organisation, organisation),
                               facts(row.role, of_organisation(as(row.role), organisation)), context()));
        };
        CHECK(code(decide(grant(Role::facilitator, RoleScope::collaborative), facts(row.role), context())) ==
              row.collaborative);
        CHECK(team(own_team) == row.own);
        CHECK(team(other_team) == row.other);
        CHECK(code(decide(grant(Role::facilitator, RoleScope::series, one_series), facts(row.role, of_series),
                          context())) == row.series);
    }
}

TEST_CASE("who facilitates a series gives roles in it, and nowhere else") {
    auto given = facts(Role::observer, {.series = one_series});
    given.who.within = {{Role::facilitator, RoleScope::series, one_series}};
    CHECK(code(decide(grant(Role::partner, RoleScope::series, one_series), given, context())) == "");
    given.target = {.series = SeriesId{id(6)}};
    CHECK(code(decide(grant(Role::partner, RoleScope::series, id(6)), given, context())) == "not_allowed");
    given.target = {};
    CHECK(code(decide(grant(Role::partner, RoleScope::collaborative), given, context())) == "not_allowed");
}

TEST_CASE("each part has its roles; nobody is an administrator of a part, a lead of a part or a guest") {
    using enum RoleScope;
    const auto held = [](RoleScope scope, bool of_state) {
        std::string words;
        for (const auto role : {Role::administrator, Role::facilitator, Role::state_lead, Role::state_member,
                                Role::partner, Role::observer, Role::guest})
            if (may_hold(role, scope, of_state)) words += std::string{word_of(role)} + " ";
        return words;
    };
    CHECK(held(collaborative, true) == "administrator facilitator state_lead state_member ");
    CHECK(held(collaborative, false) == "administrator facilitator partner observer ");
    for (const bool of_state : {true, false}) {
        CHECK(held(organisation, of_state) == "state_member ");
        CHECK(held(series, of_state) == "facilitator partner observer ");
        CHECK(held(meeting, of_state) == "facilitator partner observer ");
    }
}

TEST_CASE("what cannot be is refused by the field, with what is allowed") {
    using enum RoleScope;
    const auto given = facts(Role::administrator);
    const auto with = [&](auto change) {
        auto changed = given;
        change(changed);
        return changed;
    };
    CHECK(code(decide(grant(Role::partner, meeting), given, context())) == "missing subject");
    CHECK(code(decide(grant(Role::facilitator, collaborative, one_series), given, context())) ==
          "out_of_bounds subject");
    CHECK(code(decide(grant(Role::partner, series, one_series),
                      with([](auto& facts) { facts.subject_known = false; }), context())) ==
          "not_found subject");
    CHECK(code(decide(grant(Role::partner, series, one_series),
                      with([](auto& facts) { facts.known = false; }), context())) == "not_found person");
    CHECK(code(decide(grant(Role::state_lead, series, one_series), given, context())) ==
          "out_of_bounds role");
    CHECK(code(decide(grant(Role::partner, collaborative), given, context())) == "out_of_bounds role");
    CHECK(code(decide(grant(Role::state_member, organisation, other_team),
                      with([](auto& facts) { facts.subject_is_state = false; }), context())) ==
          "out_of_bounds subject");
    CHECK(code(decide(grant(Role::state_member, organisation, given.organisation), given, context())) ==
          "out_of_bounds subject");
    CHECK(code(decide(grant(Role::partner, series, one_series), with([](auto& facts) { facts.held = true; }),
                      context())) == "granted_already role");
    auto timed = grant(Role::partner, series, one_series);
    for (const auto& [day, answer] : {std::pair{"2026-11-22", "out_of_bounds until"},
                                      {"2026-11-23", ""},
                                      {"2029-11-23", ""},
                                      {"2029-11-25", "out_of_bounds until"}}) {
        INFO(day);
        timed.until = CivilDate{day};
        CHECK(code(decide(timed, given, context())) == answer);
    }
    auto whole = grant(Role::facilitator, collaborative);
    whole.until = CivilDate{"2026-12-01"};
    CHECK(code(decide(whole, given, context())) == "out_of_bounds until");
}

TEST_CASE("the last administrator stays one, nobody is left without a role, and one may give up one's own") {
    using enum RoleScope;
    auto given = facts(Role::administrator);
    CHECK(code(decide(ending(Role::partner, series, one_series), given, context())) == "not_held role");
    given.held = true;
    CHECK(code(decide(ending(Role::partner, series, one_series), given, context())) == "");
    CHECK(code(decide(ending(Role::partner, series), given, context())) == "missing subject");
    CHECK(code(decide(ending(Role::state_lead, collaborative), given, context())) == "only_role role");
    given.roles = 2;
    CHECK(code(decide(ending(Role::state_lead, collaborative), given, context())) == "");
    auto own = ending(Role::administrator, collaborative);
    own.person = giver;
    CHECK(code(decide(own, given, context())) == "yourself person");

    auto observing = facts(Role::observer);
    observing.held = true;
    auto given_up = ending(Role::partner, series, one_series);
    CHECK(code(decide(given_up, observing, context())) == "not_allowed");
    given_up.person = giver;
    CHECK(code(decide(given_up, observing, context())) == "");
}

TEST_CASE("a role that is due to end is ended by the server alone, and it says whose") {
    const DueRoleFacts due{.held = DueRoleFacts::Held{.person = giver, .collaborative = CollaborativeId{}}};
    CHECK(code(decide(EndDueRole{}, due, context())) == "not_allowed");
    const auto ended = decide(EndDueRole{}, due, Context{.now = {1}});
    REQUIRE(ended);
    CHECK(ended->person == giver);
    // It was ended before.
    CHECK(decide(EndDueRole{}, DueRoleFacts{}, Context{.now = {1}}));
}
