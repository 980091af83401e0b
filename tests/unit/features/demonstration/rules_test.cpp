// The demonstration's one rule as sentences: given what is left today, when the server looks, then what
// happens.
#include "features/demonstration/demonstration.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::demonstration;

namespace {

const MeetingId fourth{Ulid::from({1000}, {4})};
const Context by_server{.now = {5000}, .ids = IdSource{{5000}, {}}};

Facts nothing_left() { return {.running = true, .model = fourth, .highest_ordinal = 5}; }

Instant in_new_york(const char* wall) {
    return instant_of(LocalTime{wall}, ZoneName{"America/New_York"}).value();
}

} // namespace

TEST_CASE("a person does not ask for a session") {
    const Context by_ana{.actor = PersonId{Ulid::from({1000}, {1})}, .now = {5000}};
    CHECK(decide(EnsureSession{}, nothing_left(), by_ana).error().code == "not_allowed");
}

TEST_CASE("while one is left today nothing happens") {
    auto facts = nothing_left();
    facts.left_today = true;
    CHECK(!decide(EnsureSession{}, facts, by_server)->meeting);
}

TEST_CASE("a session that nobody opened is moved to today") {
    auto facts = nothing_left();
    facts.missed = fourth;
    CHECK(way_of(facts) == Way::move);
    CHECK(decide(EnsureSession{}, facts, by_server)->meeting == fourth);
}

TEST_CASE("where none was missed another is added") {
    CHECK(way_of(nothing_left()) == Way::add);
    CHECK(decide(EnsureSession{}, nothing_left(), by_server)->meeting != fourth);
}

TEST_CASE("after twelve sessions one stands outside the series") {
    auto facts = nothing_left();
    facts.highest_ordinal = sessions_limit;
    CHECK(way_of(facts) == Way::add_outside);
}

TEST_CASE("a series that is over gets no more sessions") {
    auto facts = nothing_left();
    facts.running = false;
    facts.missed = fourth;
    CHECK(way_of(facts) == Way::leave);
}

TEST_CASE("it starts at the next full quarter hour") {
    CHECK(next_start(in_new_york("2026-11-21T14:00")) == LocalTime{"2026-11-21T14:15"});
    CHECK(next_start(in_new_york("2026-11-21T14:59")) == LocalTime{"2026-11-21T15:00"});
}

TEST_CASE("just before midnight it still starts today") {
    CHECK(next_start(in_new_york("2026-11-21T23:52")) == LocalTime{"2026-11-21T23:45"});
}

TEST_CASE("it looks again within the hour, and just after midnight") {
    CHECK(next_look(in_new_york("2026-11-21T14:00")) == in_new_york("2026-11-21T15:00"));
    CHECK(next_look(in_new_york("2026-11-21T23:30")) == in_new_york("2026-11-22T00:05"));
    CHECK(next_look(in_new_york("2026-11-22T00:05")) == in_new_york("2026-11-22T01:05"));
}
