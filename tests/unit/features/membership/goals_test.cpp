// The goals of a year, as sentences: who writes them, of which years, and what a goal may name.
#include "features/membership/goals.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::membership;
using permissions::Role;

namespace {

const PersonId ana{Ulid::from({1000}, {1})};
const OrganisationId foundation{Ulid::from({1000}, {2})}, stranger{Ulid::from({1000}, {3})};
const YearGoalsId first{Ulid::from({1000}, {4})};
const Context now{.actor = ana, .now = {5000}};

Year year(const char* label, YearStatus status) { return {.label = Text<1, 20>{label}, .status = status}; }

/// An administrator, and no goals yet.
GoalsFacts facts_for(Role role = Role::administrator) {
    return {.who = {.person = ana,
                    .roles = {role},
                    .footing = permissions::Footing::active,
                    .tier = permissions::Tier::core,
                    .active = true},
            .years = {year("2024-2025", YearStatus::closed), year("2025-2026", YearStatus::grace),
                      year("2026-2027", YearStatus::active), year("2027-2028", YearStatus::open)},
            .goals = {},
            .principles = {1, 2, 10},
            .partners = {foundation}};
}

GoalsFacts facts_at(int revision) {
    auto facts = facts_for();
    facts.goals =
        YearGoals{.id = first,
                  .revision = revision,
                  .overall = Text<0, 600>{"Fewer miles."},
                  .goals = {{.text = Text<1, 600>{"Buses"}}, {.text = Text<1, 600>{"Routes"}, .part = true}}};
    return facts;
}

Goal goal(const char* text, std::vector<int> principles = {}, std::vector<OrganisationId> partners = {}) {
    return {.text = Text<1, 600>{text}, .principles = std::move(principles), .partners = std::move(partners)};
}

WriteGoals writes(std::vector<Goal> goals, const char* year = "2026-2027") {
    return {.year = Text<1, 20>{year},
            .revision = 0,
            .overall = Text<0, 600>{"Meet."},
            .goals = std::move(goals)};
}

Refusal refusal_of(const WriteGoals& command, const GoalsFacts& facts = facts_for()) {
    const auto decided = decide(command, facts, now);
    REQUIRE(!decided);
    return decided.error();
}

} // namespace

TEST_CASE("an administrator writes the goals of a year that runs, is to come, or is in its grace") {
    for (const char* label : {"2025-2026", "2026-2027", "2027-2028"}) {
        const auto written =
            decide(writes({goal("Meet each other", {1, 10}, {foundation})}, label), facts_for(), now);
        REQUIRE(written);
        CHECK(written->revision == 1);
        CHECK(!written->goals.is_nil());
    }
}

TEST_CASE("nobody but an administrator writes goals") {
    for (const auto role : {Role::facilitator, Role::state_lead, Role::state_member, Role::partner,
                            Role::observer, Role::guest})
        CHECK(refusal_of(writes({goal("Mine")}), facts_for(role)).code == "not_allowed");
}

TEST_CASE("a year that is over keeps its goals, and a year that is not there has none") {
    CHECK(refusal_of(writes({goal("Late")}, "2024-2025")).code == "over");
    CHECK(refusal_of(writes({goal("Late")}, "2024-2025")).field == "year");
    CHECK(refusal_of(writes({goal("Early")}, "2031-2032")).field == "year");
}

TEST_CASE("goals that were changed meanwhile are not overwritten, and the newer ones are told") {
    auto command = writes({goal("Trains")});
    command.revision = 1;
    const auto refused = refusal_of(command, facts_at(2));
    CHECK(refused.code == "changed_since");
    CHECK(refused.current == "Fewer miles.\n• Buses\n  – Routes");
    command.revision = 2;
    const auto written = decide(command, facts_at(2), now);
    REQUIRE(written);
    CHECK(written->revision == 3);
    CHECK(written->goals == first);
    command.revision = 0; // wrote while somebody else wrote the first ones
    CHECK(refusal_of(command, facts_at(1)).code == "changed_since");
}

TEST_CASE("a goal names principles and partners that are here, each once") {
    CHECK(refusal_of(writes({goal("A"), goal("B", {3})})).field == "goals[1].principles");
    CHECK(refusal_of(writes({goal("A", {2, 2})})).field == "goals[0].principles");
    CHECK(refusal_of(writes({goal("A", {}, {stranger})})).field == "goals[0].partners");
    CHECK(refusal_of(writes({goal("A", {}, {foundation, foundation})})).field == "goals[0].partners");
}

TEST_CASE("a part stands below the goal it belongs to") {
    auto command = writes({goal("A"), goal("B")});
    command.goals.front().part = true;
    CHECK(refusal_of(command).field == "goals[0].part");
    command.goals.front().part = false;
    command.goals.back().part = true;
    CHECK(decide(command, facts_for(), now));
}

TEST_CASE("twenty goals are allowed, and one more is not") {
    CHECK(decide(writes(std::vector<Goal>(goals_limit, goal("A"))), facts_for(), now));
    const auto refused = refusal_of(writes(std::vector<Goal>(goals_limit + 1, goal("A"))));
    CHECK(refused.field == "goals");
    CHECK(refused.allowed == "at most 20");
}

TEST_CASE("goals are taken away by writing nothing, where there were some") {
    auto nothing = writes({});
    nothing.overall = {};
    CHECK(refusal_of(nothing).field == "overall");
    nothing.revision = 1;
    CHECK(decide(nothing, facts_at(1), now));
}
