// Rules of action steps as sentences: given facts, when a command, then an event or a refusal.
#include "features/action_steps/action_steps.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::action_steps;
using permissions::Role;

namespace {

const PersonId ana{Ulid::from({1000}, {1})};
const PersonId ben{Ulid::from({1000}, {2})};
const OrganisationId ohio{Ulid::from({1000}, {3})};
const OrganisationId utah{Ulid::from({1000}, {4})};
const SeriesId series{Ulid::from({1000}, {5})};
const SeriesId other_series{Ulid::from({1000}, {6})};
const MeetingId session{Ulid::from({1000}, {7})};
const ObjectiveId objective{Ulid::from({1000}, {8})};
const LaneId lane{Ulid::from({1000}, {9})};
const CollaborativeId sdi{Ulid::from({1000}, {10})};
/// 2026-11-21, noon in UTC.
const Context now{.actor = ana, .now = {1795262400000}, .ids = IdSource{{5000}, {}}};

permissions::Standing standing(Role role = Role::state_member, const OrganisationId& organisation = ohio) {
    return {.person = ana, .organisation = organisation, .roles = {role}, .active = true};
}

CommitStep a_commit() {
    return {.series = series,
            .meeting = session,
            .organisation = ohio,
            .owner = ben,
            .title = Text<1, 300>{"Pilot the needs assessment"},
            .measure = Text<1, 600>{"Two districts used it"},
            .due_on = CivilDate{"2026-12-15"}};
}

CommitFacts sound_place() {
    return {.who = standing(),
            .organisation_known = true,
            .owner_fits = true,
            .series = SeriesFacts{.takes_part = true, .objectives = {objective}},
            .meeting = MeetingFacts{.series = series, .takes_steps = true}};
}

StepFacts a_step() {
    return {.who = standing(),
            .target = {.own = true, .in_series = true},
            .step = ActionStep{.series = series,
                               .organisation = ohio,
                               .title = Text<1, 300>{"As it is"},
                               .measure = Text<1, 600>{"And how we know"},
                               .due_on = CivilDate{"2026-01-10"},
                               .revision = 2},
            .visible = true};
}

EditFacts an_edit() {
    return {.of = a_step(),
            .lane = Lane{.id = lane, .organisation = ohio, .owner = ben},
            .owner_fits = true,
            .objectives = {objective}};
}

UpdateFacts with_status(Status status) {
    return {.of = a_step(), .lane = Lane{.id = lane, .organisation = ohio, .status = status}};
}

LinkFacts two_steps() {
    return {.from = a_step(), .to = a_step(), .home = Stream{StreamKind::series, series}};
}

NoneFacts a_session() { return {.who = standing(), .visible = true, .under_way = true, .takes_part = true}; }

template <class Command, class Facts>
Refusal refused(const Command& command, const Facts& facts) {
    const auto decision = decide(command, facts, now);
    REQUIRE(!decision);
    return decision.error();
}

LinkSteps a_link() { return {.from = StepId{ana}, .to = StepId{ben}}; }

constexpr auto all = {Status::proposed, Status::declined, Status::not_started, Status::on_track,
                      Status::at_risk,  Status::blocked,  Status::completed,   Status::set_aside};

} // namespace

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

// ---- update_step ----------------------------------------------------------------------------------------

TEST_CASE("open statuses move freely among each other, without a word") {
    for (const auto from : all)
        for (const auto to : all)
            if (is_open(from) && is_open(to) && from != to)
                CHECK(decide(UpdateStep{.status = to}, with_status(from), now));
}

TEST_CASE("exactly the listed arrows exist") {
    const auto listed = [](Status from, Status to) {
        if (from == to) return true;
        if (is_open(to)) return from != Status::declined;
        if (to == Status::completed || to == Status::set_aside) return is_open(from);
        return to == Status::declined && from == Status::proposed;
    };
    for (const auto from : all)
        for (const auto to : all) {
            const auto decision =
                decide(UpdateStep{.status = to, .text = Prose<0, 600>{"Because"}}, with_status(from), now);
            INFO(word_of(from) << " to " << word_of(to));
            CHECK(decision.has_value() == listed(from, to));
            if (!decision) CHECK(decision.error().field == "status");
        }
}

TEST_CASE("a refused arrow names the ones that exist") {
    CHECK(refused(UpdateStep{.status = Status::set_aside, .text = Prose<0, 600>{"No"}},
                  with_status(Status::proposed))
              .allowed == "declined, not_started, on_track, at_risk, blocked");
}

TEST_CASE("finishing, setting aside, declining, opening again and plain remarks need words") {
    const auto silent = [](Status from, Status to) {
        return decide(UpdateStep{.status = to}, with_status(from), now);
    };
    CHECK(silent(Status::on_track, Status::completed).error().field == "text");
    CHECK(silent(Status::on_track, Status::set_aside).error().field == "text");
    CHECK(silent(Status::proposed, Status::declined).error().field == "text");
    CHECK(silent(Status::completed, Status::on_track).error().field == "text");
    CHECK(silent(Status::set_aside, Status::not_started).error().field == "text");
    CHECK(silent(Status::on_track, Status::on_track).error().field == "text");
    CHECK(silent(Status::proposed, Status::on_track));
}

TEST_CASE("a shared step asks which lane") {
    auto facts = with_status(Status::on_track);
    facts.lane.reset();
    CHECK(refused(UpdateStep{.status = Status::at_risk}, facts).code == "missing");
    CHECK(refused(UpdateStep{.lane = lane, .status = Status::at_risk}, facts).code == "not_found");
}

TEST_CASE("each state updates its own lane; a facilitator any") {
    auto facts = with_status(Status::proposed);
    facts.lane->organisation = utah;
    CHECK(refused(UpdateStep{.lane = lane, .status = Status::on_track}, facts).code == "not_allowed");
    facts.of.who = standing(Role::facilitator);
    CHECK(decide(UpdateStep{.lane = lane, .status = Status::on_track}, facts, now));
}

TEST_CASE("who has no part in a step does not update it, and hidden is like missing") {
    auto facts = with_status(Status::on_track);
    facts.of.target.own = false;
    CHECK(refused(UpdateStep{.status = Status::at_risk}, facts).code == "not_allowed");
    facts = with_status(Status::on_track);
    facts.of.visible = false;
    CHECK(refused(UpdateStep{.status = Status::at_risk}, facts).code == "not_allowed");
    facts.of.step.reset();
    CHECK(refused(UpdateStep{.status = Status::at_risk}, facts).code == "not_allowed");
}

TEST_CASE("INV-22: a step is as far as the least finished of its lanes") {
    using enum Status;
    CHECK(status_of({proposed, proposed}) == proposed);
    CHECK(status_of({proposed, declined}) == proposed);
    CHECK(status_of({proposed, completed}) == not_started);
    CHECK(status_of({proposed, at_risk}) == at_risk);
    CHECK(status_of({on_track, blocked, at_risk}) == blocked);
    CHECK(status_of({on_track, not_started}) == not_started);
    CHECK(status_of({completed, on_track}) == on_track);
    CHECK(status_of({completed, set_aside, declined}) == completed);
    CHECK(status_of({set_aside, declined}) == set_aside);
    CHECK(status_of({declined}) == declined);
    for (const auto one : all) CHECK(status_of({one}) == one);
}

// ---- link_steps, unlink_steps ---------------------------------------------------------------------------

TEST_CASE("a state's person links the state's step with one that they see") {
    CHECK(decide(a_link(), two_steps(), now));
}

TEST_CASE("both steps of a link must be seen, and the first be one's own") {
    auto facts = two_steps();
    facts.to.visible = false;
    CHECK(refused(a_link(), facts).code == "not_allowed");
    facts = two_steps();
    facts.from.visible = false;
    CHECK(refused(a_link(), facts).code == "not_allowed");
    facts = two_steps();
    facts.to.step.reset();
    CHECK(refused(a_link(), facts).code == "not_allowed");
    facts = two_steps();
    facts.from.target.own = false;
    CHECK(refused(a_link(), facts).code == "not_allowed");
}

TEST_CASE("a step is not linked to itself, nor twice, nor without end") {
    CHECK(refused(LinkSteps{.from = StepId{ana}, .to = StepId{ana}}, two_steps()).code == "same_step");
    auto facts = two_steps();
    facts.linked_already = true;
    CHECK(refused(a_link(), facts).code == "linked_already");
    facts = two_steps();
    facts.links = 50;
    CHECK(refused(a_link(), facts).code == "too_many");
}

TEST_CASE("steps that no stream sees together are not linked") {
    auto facts = two_steps();
    facts.home.reset();
    CHECK(refused(a_link(), facts).code == "unrelated");
}

TEST_CASE("a link lives in the narrower of its steps' homes") {
    const Stream team{StreamKind::organisation, ohio};
    const Stream exchange{StreamKind::series, series};
    const Stream members{StreamKind::collaborative, sdi};
    CHECK(narrower(team, team) == team);
    CHECK(narrower(exchange, team) == team);
    CHECK(narrower(members, exchange) == exchange);
    CHECK(narrower(team, members) == team);
    CHECK(!narrower(team, {StreamKind::organisation, utah}));
    CHECK(!narrower(exchange, {StreamKind::series, other_series}));
}

TEST_CASE("either side takes a link off; others, and those who do not see it, do not") {
    UnlinkFacts facts{.who = standing(), .target = {.own = true}, .link = StepLink{}, .visible = true};
    CHECK(decide(UnlinkSteps{}, facts, now));
    facts.target.own = false;
    CHECK(refused(UnlinkSteps{}, facts).code == "not_allowed");
    facts.target.own = true;
    facts.visible = false;
    CHECK(refused(UnlinkSteps{}, facts).code == "not_allowed");
    facts.link.reset();
    CHECK(refused(UnlinkSteps{}, facts).code == "not_allowed");
}

// ---- help -----------------------------------------------------------------------------------------------

TEST_CASE("help is asked, then answered or withdrawn, then asked again") {
    const AskForHelp ask{.text = Prose<1, 1000>{"Who has a template?"}};
    auto facts = a_step();
    for (const auto before : {HelpState::none, HelpState::answered, HelpState::withdrawn}) {
        facts.step->help = before;
        CHECK(decide(ask, facts, now));
        CHECK(refused(CloseHelp{}, facts).code == "no_help_wanted");
    }
    facts.step->help = HelpState::wanted;
    CHECK(refused(ask, facts).code == "help_wanted_already");
    CHECK(decide(CloseHelp{}, facts, now));
}

TEST_CASE("only the state's own people and facilitators ask for help and close it") {
    const AskForHelp ask{.text = Prose<1, 1000>{"Who has a template?"}};
    auto facts = a_step();
    facts.step->help = HelpState::wanted;
    facts.target.own = false;
    CHECK(refused(ask, facts).code == "not_allowed");
    CHECK(refused(CloseHelp{}, facts).code == "not_allowed");
    facts.who = standing(Role::facilitator, utah);
    CHECK(decide(CloseHelp{}, facts, now));
    facts.visible = false;
    CHECK(refused(ask, facts).code == "not_allowed");
    CHECK(refused(CloseHelp{}, facts).code == "not_allowed");
}

// ---- record_none ----------------------------------------------------------------------------------------

TEST_CASE("a state, or a facilitator for it, says why it takes no step") {
    const RecordNone none{.organisation = ohio, .reason = Text<0, 300>{"Budget talks first"}};
    auto facts = a_session();
    CHECK(decide(none, facts, now));
    facts.who = standing(Role::facilitator, utah);
    CHECK(decide(none, facts, now));
    facts.who = standing(Role::state_lead, utah);
    CHECK(refused(none, facts).code == "not_allowed");
    facts = a_session();
    facts.visible = false;
    CHECK(refused(none, facts).code == "not_allowed");
}

TEST_CASE("none is not said before the session, nor by a state outside it, nor beside a step") {
    const RecordNone none{.organisation = ohio, .reason = Text<0, 300>{"Budget talks first"}};
    auto facts = a_session();
    facts.under_way = false;
    CHECK(refused(none, facts).field == "meeting");
    facts = a_session();
    facts.takes_part = false;
    CHECK(refused(none, facts).field == "organisation");
    facts = a_session();
    facts.has_step = true;
    CHECK(refused(none, facts).code == "has_step");
    CHECK(decide(RecordNone{.organisation = ohio}, facts, now));
}
