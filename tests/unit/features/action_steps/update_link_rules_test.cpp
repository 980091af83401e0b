// Rules of updates, links, help and "none, because …" as sentences: given facts, when a command, then an
// event or a refusal.
#include "unit/features/action_steps/given.hpp"

using namespace interstate;
using namespace interstate::action_steps;
using namespace interstate::action_steps::given;

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
