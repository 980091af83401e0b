// Rules of meetings as sentences: given facts, when a command, then an event or a refusal.
#include "features/meetings/meetings.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::meetings;
using permissions::Role;

namespace {

const ZoneName new_york{"America/New_York"};
const CollaborativeId here{Ulid::from({1000}, {1})};
const SeriesId series{Ulid::from({1000}, {2})};
const ObjectiveId objective{Ulid::from({1000}, {3})};
const AgendaItemId opening{Ulid::from({1000}, {4})};
const AgendaItemId closing{Ulid::from({1000}, {5})};
const LocalTime noon{"2026-11-24T12:00"};
const Instant noon_utc = instant_of(noon, new_york).value();

Context at(Instant instant) {
    return {.actor = PersonId{Ulid::from({1000}, {9})}, .now = instant, .ids = IdSource{{5000}, {}}};
}
const Context now = at({noon_utc.ms - 3'600'000});

permissions::Standing standing(Role role) {
    return {.roles = {role},
            .footing = permissions::Footing::active,
            .tier = permissions::Tier::core,
            .active = true};
}

MeetingFacts in_series(Role role = Role::facilitator) {
    return {.who = standing(role),
            .series = SeriesPlace{.collaborative = here, .last_ordinal = 4, .objectives = {objective}}};
}

MeetingFacts held(MeetingState state) {
    auto facts = in_series();
    facts.meeting = Meeting{.collaborative = here,
                            .series = series,
                            .state = state,
                            .title = Text<1, 200>{"Session 4"},
                            .summary = Prose<0, 4000>{"as it was"},
                            .starts_local = noon,
                            .zone = new_york,
                            .starts_at = noon_utc,
                            .minutes = 90,
                            .revision = 2};
    facts.items = {{.id = opening, .ordinal = 1, .title = "Opening"},
                   {.id = closing, .ordinal = 2, .title = "Closing"}};
    return facts;
}

ScheduleMeeting schedule() {
    return {.collaborative = here,
            .series = series,
            .title = Text<1, 200>{"Session 5"},
            .starts_local = noon,
            .zone = new_york};
}
EditMeeting edit() { return {.revision = 2}; }

AgendaLine line(const char* title, std::optional<AgendaItemId> id = {}, int minutes = 10) {
    return {.id = id, .title = Text<1, 200>{title}, .minutes = minutes};
}
SetAgenda agenda() {
    return {.revision = 2,
            .items = {line("Opening", opening), line("New", {}, 25), line("Closing", closing)}};
}

template <class Command>
std::string field_of(const Command& command, const MeetingFacts& facts, const Context& context = now) {
    const auto result = decide(command, facts, context);
    REQUIRE(!result);
    return result.error().field;
}
template <class Command>
std::string code_of(const Command& command, const MeetingFacts& facts, const Context& context = now) {
    const auto result = decide(command, facts, context);
    REQUIRE(!result);
    return result.error().code;
}

} // namespace

// ---- schedule

TEST_CASE("a session takes the next number of its series, a meeting outside has none") {
    CHECK(decide(schedule(), in_series(), now)->ordinal == 5);
    auto alone = schedule();
    alone.series.reset();
    CHECK(decide(alone, MeetingFacts{.who = standing(Role::facilitator)}, now)->ordinal == 0);
}

TEST_CASE("only facilitators, administrators and the server itself manage meetings") {
    for (const Role role : {Role::state_lead, Role::state_member, Role::partner, Role::observer})
        CHECK(code_of(schedule(), in_series(role)) == "not_allowed");
    CHECK(decide(schedule(), in_series(Role::administrator), now));
    auto by_system = now;
    by_system.actor.reset();
    CHECK(decide(schedule(), MeetingFacts{.series = in_series().series}, by_system));
}

TEST_CASE("a series of another collaborative is none here") {
    auto elsewhere = in_series();
    elsewhere.series->collaborative = CollaborativeId{};
    auto missing = in_series();
    missing.series.reset();
    CHECK(decide(schedule(), elsewhere, now).error() == decide(schedule(), missing, now).error());
    CHECK(field_of(schedule(), missing) == "series");
}

TEST_CASE("a series has at most 12 sessions, and one of the archive gets no more") {
    auto full = in_series();
    full.series->last_ordinal = 12;
    CHECK(code_of(schedule(), full) == "series_full");
    auto old = in_series();
    old.series->current = false;
    CHECK(code_of(schedule(), old) == "archived");
}

TEST_CASE("a time that daylight saving skips is refused with the next one that exists") {
    auto command = schedule();
    command.starts_local = LocalTime{"2027-03-14T02:30"};
    const auto refused = decide(command, in_series(), now);
    REQUIRE(!refused);
    CHECK(refused.error().code == "no_such_time");
    CHECK(refused.error().field == "starts_local");
    CHECK(refused.error().allowed == "2027-03-14T03:00");
    command.zone = ZoneName{"Pacific/Honolulu"};
    CHECK(decide(command, in_series(), now));
}

TEST_CASE("a session lasts 5 minutes to 8 hours, a convening up to 7 days") {
    auto command = schedule();
    for (const int minutes : {4, 481, -5}) {
        command.minutes = minutes;
        CHECK(field_of(command, in_series()) == "minutes");
    }
    command.minutes = 480;
    CHECK(decide(command, in_series(), now));
    command.type = MeetingKind::convening;
    command.minutes = 7 * 24 * 60;
    CHECK(decide(command, in_series(), now));
    command.minutes += 1;
    CHECK(field_of(command, in_series()) == "minutes");
}

TEST_CASE("a link is https or empty") {
    auto command = schedule();
    for (const char* bad : {"http://zoom.us/j/1", "javascript:alert(1)", "https://", "https://a b"}) {
        command.link = Text<0, 500>{bad};
        CHECK(field_of(command, in_series()) == "link");
    }
    for (const char* good : {"", "https://zoom.us/j/1", "HTTPS://zoom.us/j/1"}) {
        command.link = Text<0, 500>{good};
        CHECK(decide(command, in_series(), now));
    }
}

TEST_CASE("objectives are those of the series, each once; principles are 1 to 10, each once") {
    auto command = schedule();
    command.objectives = {ObjectiveId{}};
    CHECK(field_of(command, in_series()) == "objectives");
    command.objectives = {objective, objective};
    CHECK(field_of(command, in_series()) == "objectives");
    command.objectives = {objective};
    for (const auto& bad : {std::vector{0}, std::vector{11}, std::vector{3, 3}}) {
        command.principles = bad;
        CHECK(field_of(command, in_series()) == "principles");
    }
    command.principles = {1, 10};
    CHECK(decide(command, in_series(), now));
    command.series.reset();
    CHECK(field_of(command, MeetingFacts{.who = standing(Role::facilitator)}) == "objectives");
}

// ---- edit

TEST_CASE("who may not edit is told what is told of a meeting that does not exist") {
    auto member = held(MeetingState::draft);
    member.who = standing(Role::state_lead);
    auto missing = held(MeetingState::draft);
    missing.meeting.reset();
    CHECK(decide(edit(), member, now).error() == decide(edit(), missing, now).error());
    CHECK(decide(agenda(), member, now).error() == decide(agenda(), missing, now).error());
    CHECK(decide(AnnounceMeeting{}, member, now).error() == decide(AnnounceMeeting{}, missing, now).error());
    CHECK(decide(CancelMeeting{}, member, now).error() == decide(CancelMeeting{}, missing, now).error());
}

TEST_CASE("meetings of earlier years stay as they were") {
    auto old = held(MeetingState::draft);
    old.meeting->current = false;
    CHECK(code_of(edit(), old) == "archived");
    CHECK(code_of(agenda(), old) == "archived");
    CHECK(code_of(AnnounceMeeting{}, old) == "archived");
    CHECK(code_of(CancelMeeting{}, old) == "archived");
}

TEST_CASE("an edit of an older text is refused with the newer one") {
    auto command = edit();
    command.revision = 1;
    command.summary = Prose<0, 4000>{"mine"};
    const auto refused = decide(command, held(MeetingState::draft), now);
    REQUIRE(!refused);
    CHECK(refused.error().code == "changed_since");
    CHECK(refused.error().current == "as it was");
}

TEST_CASE("moving an announced meeting is said, moving a draft is not") {
    auto command = edit();
    command.zone = ZoneName{"America/Chicago"};
    CHECK(decide(command, held(MeetingState::announced), now)->moved);
    CHECK(!decide(command, held(MeetingState::draft), now)->moved);
    const auto after = edited(command, *held(MeetingState::announced).meeting, now);
    REQUIRE(after);
    CHECK(after->starts_at.ms == noon_utc.ms + 3'600'000);
    CHECK(after->moved_at == now.now);
    CHECK(!edited(command, *held(MeetingState::draft).meeting, now)->moved_at);
}

TEST_CASE("the same time given again moves nothing") {
    auto command = edit();
    command.starts_local = noon;
    const auto result = decide(command, held(MeetingState::announced), now);
    REQUIRE(result);
    CHECK(!result->moved);
    CHECK(result->revision == 3);
}

TEST_CASE("an announced meeting is not moved into the past, nor to a time that does not exist") {
    auto command = edit();
    command.starts_local = LocalTime{"2026-11-23T12:00"};
    CHECK(code_of(command, held(MeetingState::announced)) == "in_the_past");
    CHECK(decide(command, held(MeetingState::draft), now));
    command.starts_local = LocalTime{"2027-03-14T02:30"};
    CHECK(code_of(command, held(MeetingState::announced)) == "no_such_time");
}

TEST_CASE("an edit is held to the bounds of a new meeting") {
    auto command = edit();
    command.minutes = 481;
    CHECK(field_of(command, held(MeetingState::draft)) == "minutes");
    command = edit();
    command.link = Text<0, 500>{"http://x"};
    CHECK(field_of(command, held(MeetingState::draft)) == "link");
    command = edit();
    command.objectives = {ObjectiveId{}};
    CHECK(field_of(command, held(MeetingState::draft)) == "objectives");
    command = edit();
    command.principles = {12};
    CHECK(field_of(command, held(MeetingState::draft)) == "principles");
}

TEST_CASE("while the room is open, when it takes place stays") {
    auto command = edit();
    command.minutes = 120;
    CHECK(code_of(command, held(MeetingState::live)) == "live");
    command = edit();
    command.link = Text<0, 500>{"https://other.example"};
    command.title = Text<1, 200>{"Renamed"};
    CHECK(decide(command, held(MeetingState::live), now));
}

TEST_CASE("once ended only what is said about the meeting changes") {
    auto command = edit();
    command.title = Text<1, 200>{"Renamed"};
    CHECK(code_of(command, held(MeetingState::ended)) == "ended");
    CHECK(field_of(command, held(MeetingState::ended)) == "title");
    command = edit();
    command.title = Text<1, 200>{"Session 4"};
    command.outcome = Prose<0, 8000>{"We agreed."};
    CHECK(decide(command, held(MeetingState::ended), now));
}

TEST_CASE("a cancelled meeting is not edited") {
    CHECK(code_of(edit(), held(MeetingState::cancelled)) == "cancelled");
}

// ---- agenda

TEST_CASE("an agenda says its sum and raises the revision") {
    const auto set = decide(agenda(), held(MeetingState::draft), now);
    REQUIRE(set);
    CHECK(set->revision == 3);
    CHECK(set->total_minutes == 45);
}

TEST_CASE("an agenda has 1 to 40 items of 1 to 480 minutes") {
    auto command = agenda();
    command.items.clear();
    CHECK(code_of(command, held(MeetingState::draft)) == "out_of_bounds");
    command.items.assign(41, line("Item"));
    CHECK(code_of(command, held(MeetingState::draft)) == "out_of_bounds");
    for (const int minutes : {0, 481}) {
        command.items = {line("Item", {}, minutes)};
        CHECK(code_of(command, held(MeetingState::draft)) == "out_of_bounds");
    }
}

TEST_CASE("an agenda names items of its own, each once") {
    auto command = agenda();
    command.items = {line("Opening", AgendaItemId{})};
    CHECK(code_of(command, held(MeetingState::draft)) == "not_found");
    command.items = {line("Opening", opening), line("Opening", opening)};
    CHECK(code_of(command, held(MeetingState::draft)) == "not_found");
}

TEST_CASE("an item that has begun keeps its place and its title") {
    auto live = held(MeetingState::live);
    live.items[0].begun = true;
    CHECK(decide(agenda(), live, now));
    auto moved = agenda();
    std::swap(moved.items[0], moved.items[1]);
    CHECK(code_of(moved, live) == "item_begun");
    auto renamed = agenda();
    renamed.items[0].title = Text<1, 200>{"Other"};
    CHECK(code_of(renamed, live) == "item_begun");
    auto dropped = agenda();
    dropped.items.erase(dropped.items.begin());
    CHECK(code_of(dropped, live) == "item_begun");
}

TEST_CASE("the agenda of an ended or cancelled meeting stays, and an older one is not written over a newer") {
    CHECK(code_of(agenda(), held(MeetingState::ended)) == "ended");
    CHECK(code_of(agenda(), held(MeetingState::cancelled)) == "cancelled");
    auto late = agenda();
    late.revision = 1;
    CHECK(code_of(late, held(MeetingState::draft)) == "changed_since");
}

// ---- announce, cancel

TEST_CASE("a draft with an agenda, an end ahead and a published series is announced") {
    CHECK(decide(AnnounceMeeting{}, held(MeetingState::draft), now));
    CHECK(decide(AnnounceMeeting{}, held(MeetingState::draft), at(noon_utc + std::chrono::minutes{89})));
}

TEST_CASE("what is missing for an announcement is said") {
    auto without_agenda = held(MeetingState::draft);
    without_agenda.items.clear();
    CHECK(code_of(AnnounceMeeting{}, without_agenda) == "no_agenda");
    auto in_draft = held(MeetingState::draft);
    in_draft.series->draft = true;
    CHECK(code_of(AnnounceMeeting{}, in_draft) == "series_draft");
    CHECK(code_of(AnnounceMeeting{}, held(MeetingState::draft), at(noon_utc + std::chrono::minutes{90})) ==
          "in_the_past");
}

TEST_CASE("only a draft is announced") {
    for (const auto state :
         {MeetingState::announced, MeetingState::live, MeetingState::ended, MeetingState::cancelled})
        CHECK(code_of(AnnounceMeeting{}, held(state)) == "not_a_draft");
}

TEST_CASE("a draft or an announced meeting is cancelled, no other") {
    CHECK(decide(CancelMeeting{}, held(MeetingState::draft), now));
    CHECK(decide(CancelMeeting{}, held(MeetingState::announced), now));
    CHECK(code_of(CancelMeeting{}, held(MeetingState::live)) == "live");
    CHECK(code_of(CancelMeeting{}, held(MeetingState::ended)) == "ended");
    CHECK(code_of(CancelMeeting{}, held(MeetingState::cancelled)) == "cancelled");
}
