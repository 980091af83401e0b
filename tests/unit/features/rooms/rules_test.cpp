// Rules of the room as sentences: given facts, when a command, then an event or a refusal.
#include "features/rooms/rooms.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::rooms;
using permissions::Role;
using std::chrono::minutes;

namespace {

const PersonId fay{Ulid::from({1000}, {1})};
const PersonId ana{Ulid::from({1000}, {2})};
const AgendaItemId first{Ulid::from({1000}, {3})};
const AgendaItemId second{Ulid::from({1000}, {4})};
const HandId hand{Ulid::from({1000}, {5})};
const AttendanceId seat{Ulid::from({1000}, {6})};
const Instant start{1'000'000'000};
const Instant later = start + minutes{30};

Context by(const PersonId& person, Instant now = later) {
    return {.actor = person, .now = now, .ids = IdSource{now, {}}};
}
Context by_server(Instant now = later) { return {.actor = {}, .now = now, .ids = IdSource{now, {}}}; }

/// An open room at its first item, seen by a person in this role.
Scene scene_for(const PersonId& person, Role role) {
    return {.who = {.person = person,
                    .roles = {role},
                    .footing = permissions::Footing::active,
                    .tier = permissions::Tier::core,
                    .active = true},
            .target = {.in_series = true},
            .meeting = MeetingFacts{.stage = Stage::live, .starts_at = start, .minutes = 90},
            .room = Room{.state = RoomState::open,
                         .opened_at = start,
                         .current_item = first,
                         .item_started_at = start,
                         .item_minutes = 10,
                         .host = fay}};
}
Scene by_facilitator() { return scene_for(fay, Role::facilitator); }
Scene by_member() { return scene_for(ana, Role::state_member); }

Scene unopened(Scene scene) {
    scene.room.reset();
    scene.meeting->stage = Stage::announced;
    return scene;
}
Scene over(Scene scene) {
    scene.meeting->stage = Stage::ended;
    scene.room = Room{
        .state = RoomState::ended, .opened_at = start, .ended_at = later, .undo_until = later + minutes{10}};
    return scene;
}

template <class Decision>
std::string code(const Result<Decision>& result) {
    return result ? "" : result.error().code;
}
template <class Decision>
std::string field(const Result<Decision>& result) {
    return result ? "" : result.error().field;
}

Attendance row_of(const PersonId& person, bool here = true) {
    return {.id = seat, .person = person, .here = here};
}

} // namespace

// ---- opening --------------------------------------------------------------------------------------------

TEST_CASE("a facilitator opens an announced session that has an agenda") {
    CHECK(decide(OpenRoom{}, OpeningFacts{unopened(by_facilitator()), true}, by(fay)));
}

TEST_CASE("a room is not opened without an agenda, for a draft, after the end or after a cancellation") {
    auto scene = unopened(by_facilitator());
    CHECK(code(decide(OpenRoom{}, OpeningFacts{scene, false}, by(fay))) == "no_agenda");
    scene.meeting->stage = Stage::draft;
    CHECK(code(decide(OpenRoom{}, OpeningFacts{scene, true}, by(fay))) == "not_announced");
    scene.meeting->stage = Stage::ended;
    CHECK(code(decide(OpenRoom{}, OpeningFacts{scene, true}, by(fay))) == "session_over");
    scene.meeting->stage = Stage::cancelled;
    CHECK(code(decide(OpenRoom{}, OpeningFacts{scene, true}, by(fay))) == "cancelled");
}

TEST_CASE("opening an open room again is fine for its host and refused for others") {
    CHECK(decide(OpenRoom{}, OpeningFacts{by_facilitator(), true}, by(fay)));
    CHECK(code(decide(OpenRoom{}, OpeningFacts{scene_for(ana, Role::facilitator), true}, by(ana))) ==
          "already_open");
}

TEST_CASE("a member learns of a room no more than of one that does not exist") {
    const auto missing = OpeningFacts{Scene{.who = by_member().who}, false};
    const auto refused = decide(OpenRoom{}, OpeningFacts{unopened(by_member()), true}, by(ana));
    CHECK(code(refused) == "not_allowed");
    CHECK(refused.error() == decide(OpenRoom{}, missing, by(ana)).error());
}

TEST_CASE("another facilitator takes over an open room, a member does not") {
    CHECK(decide(TakeOver{}, scene_for(ana, Role::facilitator), by(ana)));
    CHECK(code(decide(TakeOver{}, by_member(), by(ana))) == "not_allowed");
    CHECK(code(decide(TakeOver{}, unopened(by_facilitator()), by(fay))) == "not_open");
    CHECK(code(decide(TakeOver{}, over(by_facilitator()), by(fay))) == "session_over");
}

// ---- the agenda pointer ---------------------------------------------------------------------------------

TEST_CASE("two presses on next move once") {
    CHECK(decide(NextItem{.leaving = first}, ItemFacts{by_facilitator(), second}, by(fay))->current_item ==
          second);
    auto moved = by_facilitator();
    moved.room->current_item = second;
    CHECK(code(decide(NextItem{.leaving = first}, ItemFacts{moved, {}}, by(fay))) == "moved_already");
    CHECK(code(decide(NextItem{}, ItemFacts{moved, {}}, by(fay))) == "moved_already");
}

TEST_CASE("next without a current item starts the first") {
    auto scene = by_facilitator();
    scene.room->current_item.reset();
    CHECK(decide(NextItem{}, ItemFacts{scene, first}, by(fay))->current_item == first);
}

TEST_CASE("after the last item and before the first there is nothing") {
    const auto last = decide(NextItem{.leaving = first}, ItemFacts{by_facilitator(), {}}, by(fay));
    CHECK(code(last) == "last_item");
    CHECK(last.error().allowed == "end the session");
    CHECK(code(decide(PreviousItem{.leaving = first}, ItemFacts{by_facilitator(), {}}, by(fay))) ==
          "first_item");
}

TEST_CASE("going back names the item that it leaves") {
    CHECK(decide(PreviousItem{.leaving = first}, ItemFacts{by_facilitator(), second}, by(fay)));
    CHECK(code(decide(PreviousItem{.leaving = second}, ItemFacts{by_facilitator(), first}, by(fay))) ==
          "moved_already");
}

TEST_CASE("only a facilitator moves the agenda, and only in an open room") {
    CHECK(code(decide(NextItem{.leaving = first}, ItemFacts{by_member(), second}, by(ana))) == "not_allowed");
    CHECK(code(decide(PreviousItem{.leaving = first}, ItemFacts{by_member(), second}, by(ana))) ==
          "not_allowed");
    CHECK(code(decide(NextItem{}, ItemFacts{unopened(by_facilitator()), first}, by(fay))) == "not_open");
    CHECK(code(decide(PreviousItem{}, ItemFacts{over(by_facilitator()), first}, by(fay))) == "session_over");
}

TEST_CASE("an item is extended by 1, 3 or 5 minutes, up to eight hours") {
    CHECK(decide(ExtendItem{.item = first, .minutes = 3}, by_facilitator(), by(fay))->item_minutes == 13);
    const auto refused = decide(ExtendItem{.item = first, .minutes = 2}, by_facilitator(), by(fay));
    CHECK(field(refused) == "minutes");
    CHECK(refused.error().allowed == "1, 3 or 5");
    auto long_item = by_facilitator();
    long_item.room->item_minutes = 478;
    CHECK(code(decide(ExtendItem{.item = first, .minutes = 3}, long_item, by(fay))) == "out_of_bounds");
    CHECK(decide(ExtendItem{.item = first, .minutes = 1}, long_item, by(fay)));
}

TEST_CASE("only the current item is extended, by a facilitator, in an open room") {
    CHECK(code(decide(ExtendItem{.item = second}, by_facilitator(), by(fay))) == "moved_already");
    CHECK(code(decide(ExtendItem{.item = first}, by_member(), by(ana))) == "not_allowed");
    CHECK(code(decide(ExtendItem{.item = first}, over(by_facilitator()), by(fay))) == "session_over");
}

// ---- hands ----------------------------------------------------------------------------------------------

TEST_CASE("a hand gets the next number of its session") {
    const auto raised = decide(RaiseHand{}, HandFacts{by_member(), row_of(ana), {}, 6}, by(ana));
    REQUIRE(raised);
    CHECK(raised->ordinal == 7);
}

TEST_CASE("a second raise answers with the hand that is up") {
    const auto raised =
        decide(RaiseHand{}, HandFacts{by_member(), row_of(ana), Hand{.id = hand, .ordinal = 2}, 6}, by(ana));
    CHECK(raised->hand == hand);
    CHECK(raised->ordinal == 2);
}

TEST_CASE("a facilitator raises the hand of a guest, a member does not") {
    const Attendance guest{.id = seat, .channel = Channel::phone, .here = true};
    CHECK(decide(RaiseHand{.who = seat}, HandFacts{by_facilitator(), guest, {}, 0}, by(fay)));
    CHECK(code(decide(RaiseHand{.who = seat}, HandFacts{by_member(), guest, {}, 0}, by(ana))) ==
          "not_allowed");
    CHECK(decide(RaiseHand{.who = seat}, HandFacts{by_member(), row_of(ana), {}, 0}, by(ana)));
}

TEST_CASE("who is not here raises no hand") {
    CHECK(code(decide(RaiseHand{}, HandFacts{by_member(), row_of(ana, false), {}, 0}, by(ana))) ==
          "not_here");
    CHECK(code(decide(RaiseHand{}, HandFacts{by_member(), {}, {}, 0}, by(ana))) == "not_here");
    CHECK(code(decide(RaiseHand{.who = seat}, HandFacts{by_facilitator(), {}, {}, 0}, by(fay))) ==
          "not_found");
}

TEST_CASE("hands are raised in an open room, and never by observers") {
    CHECK(code(decide(RaiseHand{}, HandFacts{unopened(by_member()), row_of(ana), {}, 0}, by(ana))) ==
          "not_open");
    CHECK(code(decide(RaiseHand{}, HandFacts{scene_for(ana, Role::observer), row_of(ana), {}, 0}, by(ana))) ==
          "not_allowed");
    auto outside = by_member();
    outside.target.in_series = false;
    CHECK(code(decide(RaiseHand{}, HandFacts{outside, row_of(ana), {}, 0}, by(ana))) == "not_allowed");
}

TEST_CASE("a hand is lowered by its owner or a facilitator; one that is down already is no error") {
    CHECK(decide(LowerHand{}, HandFacts{by_member(), row_of(ana), Hand{}, 0}, by(ana)));
    CHECK(code(decide(LowerHand{}, HandFacts{by_member(), row_of(fay), Hand{}, 0}, by(ana))) ==
          "not_allowed");
    CHECK(decide(LowerHand{}, HandFacts{by_facilitator(), row_of(ana), Hand{}, 0}, by(fay)));
    CHECK(decide(LowerHand{}, HandFacts{by_member(), {}, {}, 0}, by(ana)));
    CHECK(code(decide(LowerHand{}, HandFacts{}, by(ana))) == "not_allowed");
}

TEST_CASE("a facilitator gives the floor to a hand that is up") {
    CHECK(decide(GiveFloor{}, HandFacts{by_facilitator(), row_of(ana), Hand{}, 0}, by(fay)));
    CHECK(field(decide(GiveFloor{}, HandFacts{by_facilitator(), {}, {}, 0}, by(fay))) == "hand");
    CHECK(code(decide(GiveFloor{}, HandFacts{by_member(), row_of(ana), Hand{}, 0}, by(ana))) ==
          "not_allowed");
    CHECK(code(decide(GiveFloor{}, HandFacts{over(by_facilitator()), {}, {}, 0}, by(fay))) == "session_over");
}

// ---- the roster -----------------------------------------------------------------------------------------

TEST_CASE("a facilitator adds a guest on the phone, before or while the room is open") {
    const AddGuest guest{.guest_name = Text<1, 120>{"Pat"}};
    CHECK(decide(guest, GuestFacts{.scene = by_facilitator()}, by(fay)));
    CHECK(decide(guest, GuestFacts{.scene = unopened(by_facilitator())}, by(fay)));
    CHECK(code(decide(guest, GuestFacts{.scene = over(by_facilitator())}, by(fay))) == "session_over");
    CHECK(code(decide(guest, GuestFacts{.scene = by_member()}, by(ana))) == "not_allowed");
}

TEST_CASE("a guest is no web client, is of a state that takes part, and is one of at most 200") {
    CHECK(field(decide(AddGuest{.channel = Channel::web}, GuestFacts{.scene = by_facilitator()}, by(fay))) ==
          "channel");
    const auto refused = decide(AddGuest{.state = Text<1, 8>{"ZZ"}},
                                GuestFacts{.scene = by_facilitator(), .states = "AL, OH"}, by(fay));
    CHECK(field(refused) == "state");
    CHECK(refused.error().allowed == "AL, OH");
    CHECK(code(decide(AddGuest{}, GuestFacts{.scene = by_facilitator(), .guests = 200}, by(fay))) ==
          "roster_full");
}

TEST_CASE("only guests are removed, by a facilitator") {
    CHECK(decide(RemoveGuest{}, RosterFacts{.scene = by_facilitator(), .row = Attendance{}}, by(fay)));
    CHECK(code(decide(RemoveGuest{}, RosterFacts{.scene = by_facilitator(), .row = row_of(ana)}, by(fay))) ==
          "not_found");
    CHECK(code(decide(RemoveGuest{}, RosterFacts{.scene = by_facilitator()}, by(fay))) == "not_found");
    CHECK(code(decide(RemoveGuest{}, RosterFacts{.scene = by_member(), .row = Attendance{}}, by(ana))) ==
          "not_allowed");
}

TEST_CASE("who sees a session may leave it") {
    CHECK(decide(LeaveRoom{}, RosterFacts{.scene = by_member()}, by(ana)));
    CHECK(code(decide(LeaveRoom{}, RosterFacts{}, by(ana))) == "not_allowed");
}

TEST_CASE("arrivals, departures and the other acts of the server are nobody else's") {
    const RosterFacts may{.scene = by_facilitator(), .may_enter = true};
    CHECK(decide(Arrive{}, may, by_server()));
    CHECK(code(decide(Arrive{}, RosterFacts{.scene = by_member()}, by_server())) == "not_allowed");
    CHECK(code(decide(Arrive{}, may, by(fay))) == "not_allowed");
    CHECK(decide(Depart{}, may, by_server()));
    CHECK(code(decide(Depart{}, may, by(fay))) == "not_allowed");
    CHECK(decide(Heartbeat{}, by_facilitator(), by_server()));
    CHECK(code(decide(Heartbeat{}, by_facilitator(), by(fay))) == "not_allowed");
    CHECK(decide(CloseStale{}, NoFacts{}, by_server()));
    CHECK(code(decide(CloseStale{}, NoFacts{}, by(fay))) == "not_allowed");
    CHECK(decide(SealSession{}, by_facilitator(), by_server()));
    CHECK(code(decide(SealSession{}, by_facilitator(), by(fay))) == "not_allowed");
    CHECK(code(decide(CloseAbandoned{}, AbandonmentFacts{.scene = by_facilitator()}, by(fay))) ==
          "not_allowed");
}

// ---- the end --------------------------------------------------------------------------------------------

TEST_CASE("ending names the states without a step, and goes through when confirmed") {
    const EndingFacts facts{by_facilitator(), {"Alabama", "Ohio"}};
    const auto refused = decide(EndSession{}, facts, by(fay));
    CHECK(code(refused) == "states_without_step");
    CHECK(field(refused) == "confirmed");
    CHECK(refused.error().message == "These states have no action step from this session: Alabama, Ohio.");
    CHECK(refused.error().allowed == "send confirmed: true to end all the same");
    CHECK(decide(EndSession{.confirmed = true}, facts, by(fay))->undo_until == later + minutes{10});
    CHECK(decide(EndSession{}, EndingFacts{by_facilitator(), {}}, by(fay)));
}

TEST_CASE("a session is ended once, by a facilitator") {
    CHECK(code(decide(EndSession{.confirmed = true}, EndingFacts{by_member(), {}}, by(ana))) ==
          "not_allowed");
    CHECK(code(decide(EndSession{.confirmed = true}, EndingFacts{over(by_facilitator()), {}}, by(fay))) ==
          "session_over");
    CHECK(code(decide(EndSession{}, EndingFacts{unopened(by_facilitator()), {}}, by(fay))) == "not_open");
}

TEST_CASE("an ending is undone for ten minutes") {
    CHECK(decide(UndoEnd{}, over(by_facilitator()), by(fay, later + minutes{10} - Millis{1})));
    CHECK(code(decide(UndoEnd{}, over(by_facilitator()), by(fay, later + minutes{10}))) == "undo_expired");
    CHECK(code(decide(UndoEnd{}, by_facilitator(), by(fay))) == "not_ended");
    CHECK(code(decide(UndoEnd{}, unopened(by_facilitator()), by(fay))) == "not_ended");
    CHECK(code(decide(UndoEnd{}, over(by_member()), by(ana))) == "not_allowed");
    auto sealed = over(by_facilitator());
    sealed.room->undo_until.reset();
    CHECK(code(decide(UndoEnd{}, sealed, by(fay))) == "undo_expired");
}

TEST_CASE("a room that everybody left is ended an hour after its planned end, as of when the last one left") {
    const auto hour_after = start + minutes{150};
    AbandonmentFacts facts{.scene = by_facilitator(), .anybody_here = false, .last_here_at = later};
    CHECK(decide(CloseAbandoned{}, facts, by_server(hour_after))->ended_at == later);
    CHECK(!decide(CloseAbandoned{}, facts, by_server(hour_after - Millis{1}))->ended_at);
    facts.last_here_at.reset();
    CHECK(decide(CloseAbandoned{}, facts, by_server(hour_after))->ended_at == hour_after);
    facts.anybody_here = true;
    CHECK(!decide(CloseAbandoned{}, facts, by_server(hour_after))->ended_at);
    facts = {.scene = over(by_facilitator()), .last_here_at = {}};
    CHECK(!decide(CloseAbandoned{}, facts, by_server(hour_after))->ended_at);
}

TEST_CASE("a correction is at most the session's length, planned or real, and says why") {
    const RosterFacts facts{.scene = over(by_facilitator()), .row = row_of(ana)};
    const Text<0, 300> why{"was on the phone"};
    CHECK(decide(CorrectAttendance{.minutes = 90, .reason = why}, facts, by(fay)));
    CHECK(decide(CorrectAttendance{.minutes = 0, .reason = why}, facts, by(fay)));
    CHECK(decide(CorrectAttendance{.minutes = 91, .reason = why}, facts, by(fay)).error().allowed ==
          "0 to 90");
    CHECK(field(decide(CorrectAttendance{.minutes = -1, .reason = why}, facts, by(fay))) == "minutes");
    CHECK(field(decide(CorrectAttendance{.minutes = 5}, facts, by(fay))) == "reason");
    CHECK(decide(CorrectAttendance{}, facts, by(fay)));
    auto longer = facts;
    longer.scene.room->ended_at = start + minutes{100};
    CHECK(decide(CorrectAttendance{.minutes = 100, .reason = why}, longer, by(fay)));
}

TEST_CASE("attendance is corrected by facilitators, for a row of a session that was opened") {
    CHECK(code(decide(CorrectAttendance{}, RosterFacts{.scene = by_member(), .row = row_of(ana)}, by(ana))) ==
          "not_allowed");
    CHECK(code(decide(CorrectAttendance{}, RosterFacts{.scene = by_facilitator()}, by(fay))) == "not_found");
    CHECK(code(decide(CorrectAttendance{},
                      RosterFacts{.scene = unopened(by_facilitator()), .row = row_of(ana)}, by(fay))) ==
          "not_open");
}

TEST_CASE("time that overlaps counts once") {
    const auto at = [](int minute) { return start + minutes{minute}; };
    CHECK(minutes_of({}) == 0);
    CHECK(minutes_of({{at(0), at(10)}, {at(20), at(25)}}) == 15);
    CHECK(minutes_of({{at(20), at(25)}, {at(0), at(10)}, {at(5), at(22)}}) == 25);
    CHECK(minutes_of({{at(0), at(30)}, {at(5), at(10)}}) == 30);
    CHECK(minutes_of({{at(0), at(1) - Millis{1}}}) == 0);
}
