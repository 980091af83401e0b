// Rules of setting and editing steps as sentences: given facts, when a command, then an event or a refusal.
#include "unit/features/action_steps/given.hpp"

using namespace interstate;
using namespace interstate::action_steps;
using namespace interstate::action_steps::given;

// ---- commit_step ----------------------------------------------------------------------------------------

TEST_CASE("a state's person commits the state to a step") { CHECK(decide(a_commit(), sound_place(), now)); }

TEST_CASE("nobody commits another state to a step, except a facilitator") {
    auto facts = sound_place();
    facts.who = standing(Role::state_lead, utah);
    CHECK(refused(a_commit(), facts).code == "not_allowed");
    facts.who = standing(Role::facilitator, utah);
    CHECK(decide(a_commit(), facts, now));
}

TEST_CASE("partners, observers and people who left commit to nothing") {
    auto facts = sound_place();
    for (const auto role : {Role::partner, Role::observer}) {
        facts.who = standing(role);
        CHECK(refused(a_commit(), facts).code == "not_allowed");
    }
    facts.who = standing(Role::state_lead);
    facts.who.active = false;
    CHECK(refused(a_commit(), facts).code == "not_allowed");
}

TEST_CASE("a step for a state that does not exist here is refused") {
    auto facts = sound_place();
    facts.organisation_known = false;
    CHECK(refused(a_commit(), facts).field == "organisation");
}

TEST_CASE("a hidden series or session is refused like a missing one") {
    auto hidden = sound_place();
    hidden.series.reset();
    CHECK(refused(a_commit(), hidden).code == "not_allowed");
    hidden = sound_place();
    hidden.meeting.reset();
    CHECK(refused(a_commit(), hidden).code == "not_allowed");
}

TEST_CASE("no steps in a draft series") {
    auto facts = sound_place();
    facts.series->draft = true;
    CHECK(refused(a_commit(), facts).code == "series_is_draft");
}

TEST_CASE("only states of the series set steps in it") {
    auto facts = sound_place();
    facts.series->takes_part = false;
    CHECK(refused(a_commit(), facts).code == "not_taking_part");
}

TEST_CASE("the session of a step belongs to its series") {
    auto facts = sound_place();
    facts.meeting->series = other_series;
    CHECK(refused(a_commit(), facts).code == "not_of_series");
}

TEST_CASE("no steps from a draft or cancelled session") {
    auto facts = sound_place();
    facts.meeting->takes_steps = false;
    CHECK(refused(a_commit(), facts).code == "meeting_state");
}

TEST_CASE("the owner is an active person of that state") {
    auto facts = sound_place();
    facts.owner_fits = false;
    CHECK(refused(a_commit(), facts).field == "owner");
}

TEST_CASE("a due date lies between yesterday and three years ahead") {
    const auto due = [](const char* date) {
        auto command = a_commit();
        command.due_on = CivilDate{date};
        return decide(command, sound_place(), now);
    };
    CHECK(due("2026-11-20"));
    CHECK(due("2029-11-21"));
    CHECK(due("2026-11-19").error().field == "due_on");
    CHECK(due("2029-11-22").error().allowed == "2026-11-20 to 2029-11-21");
}

TEST_CASE("principles are at most three different numbers from 1 to 10") {
    const auto principles = [](std::vector<int> numbers) {
        auto command = a_commit();
        command.principles = std::move(numbers);
        return decide(command, sound_place(), now);
    };
    CHECK(principles({1, 10, 5}));
    CHECK(principles({0}).error().field == "principles");
    CHECK(principles({11}).error().field == "principles");
    CHECK(principles({2, 2}).error().field == "principles");
    CHECK(principles({1, 2, 3, 4}).error().field == "principles");
}

TEST_CASE("objectives are at most four different ones of the series") {
    auto facts = sound_place();
    facts.series->objectives = {ObjectiveId{ana}, ObjectiveId{ben}, ObjectiveId{ohio}, ObjectiveId{utah},
                                objective};
    const auto objectives = [&](std::vector<ObjectiveId> ids) {
        auto command = a_commit();
        command.objectives = std::move(ids);
        return decide(command, facts, now);
    };
    CHECK(objectives({objective}));
    CHECK(objectives({objective, objective}).error().field == "objectives");
    CHECK(objectives({ObjectiveId{session}}).error().field == "objectives");
    CHECK(objectives(facts.series->objectives).error().field == "objectives");
}

TEST_CASE("a step outside any series cannot be for a series") {
    auto command = a_commit();
    command.series.reset();
    command.meeting.reset();
    command.visibility = Visibility::series;
    CHECK(refused(command, sound_place()).field == "visibility");
    command.visibility = Visibility::organisation;
    CHECK(decide(command, sound_place(), now));
}

TEST_CASE("the horizon follows from the due date") {
    CHECK(horizon_for(CivilDate{"2026-12-21"}, now.now) == Horizon::days_30);
    CHECK(horizon_for(CivilDate{"2026-12-22"}, now.now) == Horizon::days_60);
    CHECK(horizon_for(CivilDate{"2027-01-20"}, now.now) == Horizon::days_60);
    CHECK(horizon_for(CivilDate{"2027-02-19"}, now.now) == Horizon::days_90);
    CHECK(horizon_for(CivilDate{"2027-02-20"}, now.now) == Horizon::longer);
}

// ---- edit_step ------------------------------------------------------------------------------------------

TEST_CASE("an edit of an older text is refused with the newer one") {
    const auto refusal = refused(EditStep{.revision = 1, .title = Text<1, 300>{"Mine"}}, an_edit());
    CHECK(refusal.code == "changed_since");
    CHECK(refusal.current == "As it is\nAnd how we know");
}

TEST_CASE("an edit gives the next revision") {
    CHECK(decide(EditStep{.revision = 2, .title = Text<1, 300>{"Mine"}}, an_edit(), now)->revision == 3);
}

TEST_CASE("an edit without any field is refused") {
    CHECK(refused(EditStep{.revision = 2}, an_edit()).code == "nothing_given");
}

TEST_CASE("a step that the person cannot see is edited like a missing one") {
    auto hidden = an_edit();
    hidden.of.visible = false;
    auto missing = an_edit();
    missing.of.step.reset();
    const EditStep command{.revision = 2, .title = Text<1, 300>{"Mine"}};
    CHECK(refused(command, hidden) == refused(command, missing));
}

TEST_CASE("another state does not edit a step, also where it has a lane in it; a facilitator does") {
    auto facts = an_edit();
    facts.of.who = standing(Role::state_lead, utah);
    const EditStep command{.revision = 2, .title = Text<1, 300>{"Mine"}};
    CHECK(refused(command, facts).code == "not_allowed");
    facts.of.who = standing(Role::facilitator, utah);
    CHECK(decide(command, facts, now));
}

TEST_CASE("a new owner is of the state; the old one may have left meanwhile") {
    auto facts = an_edit();
    facts.owner_fits = false;
    CHECK(refused(EditStep{.revision = 2, .owner = ana}, facts).field == "owner");
    CHECK(decide(EditStep{.revision = 2, .owner = ben}, facts, now));
    facts.lane.reset();
    CHECK(refused(EditStep{.revision = 2, .owner = ana}, facts).code == "not_found");
}

TEST_CASE("a new due date lies ahead; the old one may have passed") {
    CHECK(refused(EditStep{.revision = 2, .due_on = CivilDate{"2026-02-01"}}, an_edit()).field == "due_on");
    CHECK(decide(EditStep{.revision = 2, .due_on = CivilDate{"2026-01-10"}}, an_edit(), now));
}

TEST_CASE("an edit holds to the same principles, objectives and audiences as a commit") {
    CHECK(refused(EditStep{.revision = 2, .principles = std::vector{11}}, an_edit()).field == "principles");
    CHECK(refused(EditStep{.revision = 2, .objectives = std::vector{ObjectiveId{ana}}}, an_edit()).field ==
          "objectives");
    auto facts = an_edit();
    facts.of.step->series.reset();
    CHECK(refused(EditStep{.revision = 2, .visibility = Visibility::series}, facts).field == "visibility");
}
