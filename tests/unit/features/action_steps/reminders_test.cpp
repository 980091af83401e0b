// When the owner of a step is told of its day: once a week before, once on the day, in the morning of their
// zone.
#include "features/action_steps/reminders.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::action_steps;

namespace {

const ZoneName eastern{"America/New_York"}, hawaii{"Pacific/Honolulu"};

Instant at(const char* local, const ZoneName& zone = eastern) {
    return instant_of(LocalTime{local}, zone).value();
}

NearingLane lane(const char* due_on, const ZoneName& zone = eastern) {
    return {.lane = LaneId{Ulid::from({1}, {1})},
            .owner = PersonId{Ulid::from({1}, {2})},
            .zone = zone,
            .due_on = CivilDate{due_on}};
}

/// Days before, as told by a look at `now` after one at `looked_at`; nothing for no mail.
std::optional<int> told(const NearingLane& one, Instant looked_at, Instant now) {
    const auto plan = plan_of({.known = true, .looked_at = looked_at, .lanes = {one}}, now);
    return plan.due.empty() ? std::nullopt : std::optional{plan.due.front().days_before};
}

} // namespace

TEST_CASE("an owner is told a week before and on the day, at seven in their own zone") {
    const auto due = lane("2026-11-30"), there = lane("2026-11-30", hawaii);
    CHECK(!told(due, at("2026-11-23T06:00"), at("2026-11-23T06:59")));
    CHECK(told(due, at("2026-11-23T06:00"), at("2026-11-23T07:00")) == 7);
    CHECK(!told(there, at("2026-11-23T06:00"), at("2026-11-23T07:00")));
    CHECK(told(there, at("2026-11-23T06:30", hawaii), at("2026-11-23T07:30", hawaii)) == 7);
    CHECK(!told(due, at("2026-11-29T23:00"), at("2026-11-30T00:00")));
    CHECK(told(due, at("2026-11-30T06:00"), at("2026-11-30T07:00")) == 0);
}

TEST_CASE("nobody is told twice for one due date, nor again when a clock goes back") {
    auto due = lane("2026-11-30");
    due.told_before = true;
    CHECK(!told(due, at("2026-11-23T06:00"), at("2026-11-23T07:00")));
    CHECK(told(due, at("2026-11-30T06:00"), at("2026-11-30T07:00")) == 0);
    due.told_on_day = true;
    CHECK(!told(due, at("2026-11-30T06:00"), at("2026-11-30T07:00")));
    CHECK(!told(lane("2026-11-30"), at("2027-01-01T07:00"), at("2026-11-30T08:00")));
}

TEST_CASE("a server that was down tells late what means something still, and nothing else") {
    const auto due = lane("2026-11-30");
    const auto before = at("2026-11-20T07:00");
    CHECK(told(due, before, at("2026-11-27T15:00")) == 7);
    CHECK(told(due, before, at("2026-11-30T15:00")) == 0);
    CHECK(!told(due, before, at("2026-11-30T06:00")));
    CHECK(!told(due, before, at("2026-12-01T00:00")));
    const auto plan = plan_of({.known = true, .looked_at = before, .lanes = {due}}, at("2026-11-27T15:00"));
    CHECK(plan.due.front().useless_at == at("2026-11-30T00:00"));
}

TEST_CASE(
    "a date that is set or moved nearer than a week is told on the day only; the first look tells nobody") {
    const auto noon = at("2026-11-27T12:00"), later = at("2026-11-27T13:00");
    CHECK(!told(lane("2026-11-30"), noon, later));
    CHECK(!plan_of({.known = true, .lanes = {lane("2026-11-30")}}, at("2026-11-30T09:00")).more);
    CHECK(plan_of({.known = true, .lanes = {lane("2026-11-30")}}, at("2026-11-30T09:00")).due.empty());
}

TEST_CASE("one look tells so many, and says that there are more") {
    ReminderFacts facts{.known = true, .looked_at = at("2026-11-30T06:00")};
    facts.lanes.assign(most_reminders, lane("2026-11-30"));
    CHECK(!plan_of(facts, at("2026-11-30T07:00")).more);
    facts.lanes.push_back(lane("2026-11-30"));
    const auto plan = plan_of(facts, at("2026-11-30T07:00"));
    CHECK((plan.more && plan.due.size() == most_reminders));
}

TEST_CASE("only the server reminds") {
    const ReminderFacts facts{.known = true};
    CHECK(decide(RemindOwners{}, facts, Context{}));
    CHECK(!decide(RemindOwners{}, facts, Context{.actor = PersonId{}}));
    CHECK(!decide(RemindOwners{}, {}, Context{}));
}
