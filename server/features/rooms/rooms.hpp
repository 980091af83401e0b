#pragma once
// The live room: one agenda pointer, one queue, who is here. All of it survives a killed server.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::rooms {

enum class RoomState { closed, open, ended };
INTERSTATE_DESCRIBE_ENUM(RoomState, closed, open, ended)

/// Id: that of the meeting. Home: meeting.
struct Room {
    static constexpr Kind kind = Kind::room;
    MeetingId id;
    RoomState state = RoomState::closed;
    std::optional<Instant> opened_at;
    std::optional<Instant> ended_at;
    /// Until then the ending can be undone.
    std::optional<Instant> undo_until;
    /// The item everybody is at; absent before the first and after the last.
    std::optional<AgendaItemId> current_item;
    /// When the current item began; the countdown is this and `item_minutes`.
    std::optional<Instant> item_started_at;
    /// Planned minutes of the current item and those added.
    int item_minutes = 0;
    /// The facilitator who runs the room.
    std::optional<PersonId> host;
    /// Whose hand has the floor.
    std::optional<HandId> floor;
};
INTERSTATE_DESCRIBE(Room, id, state, opened_at, ended_at, undo_until, current_item, item_started_at, item_minutes,
                    host, floor)

/// What became of one agenda item. Id: that of the item. Home: meeting.
struct ItemRun {
    static constexpr Kind kind = Kind::item_run;
    AgendaItemId id;
    MeetingId meeting;
    /// First begin and last end; the time between may hold a way back.
    Instant started_at;
    std::optional<Instant> ended_at;
    /// Time really spent, whole seconds, all visits added; of the current one up to its start.
    int seconds = 0;
    int added_minutes = 0;
};
INTERSTATE_DESCRIBE(ItemRun, id, meeting, started_at, ended_at, seconds, added_minutes)

enum class HandState { waiting, speaking };
INTERSTATE_DESCRIBE_ENUM(HandState, waiting, speaking)

/// A raised hand; lowering removes it. Home: meeting.
struct Hand {
    static constexpr Kind kind = Kind::hand;
    HandId id;
    MeetingId meeting;
    /// Whose: a row of the roster.
    AttendanceId who;
    /// The order of the queue, for everybody alike.
    int ordinal = 1;
    HandState state = HandState::waiting;
    Instant raised_at;
};
INTERSTATE_DESCRIBE(Hand, id, meeting, who, ordinal, state, raised_at)

enum class Channel { web, phone, in_room };
INTERSTATE_DESCRIBE_ENUM(Channel, web, phone, in_room)

/// One person's time in one meeting; or somebody on the phone or at a table, known by a name. Home: meeting.
struct Attendance {
    static constexpr Kind kind = Kind::attendance;
    AttendanceId id;
    MeetingId meeting;
    std::optional<PersonId> person;
    Text<1, 120> name;
    std::optional<OrganisationId> organisation;
    Channel channel = Channel::web;
    bool here = false;
    std::optional<Instant> first_here_at;
    std::optional<Instant> last_here_at;
    /// Measured minutes while the room was open; never overwritten.
    int minutes = 0;
    /// A facilitator's correction, with the reason.
    std::optional<int> corrected_minutes;
    Text<0, 300> correction_reason;
    /// Seconds this person has had the floor.
    int spoken_seconds = 0;
};
INTERSTATE_DESCRIBE(Attendance, id, meeting, person, name, organisation, channel, here, first_here_at, last_here_at,
                    minutes, corrected_minutes, correction_reason, spoken_seconds)

// ---- commands -------------------------------------------------------------------------------------------

#define INTERSTATE_EVENT(Type, text)                                                                         \
    struct Type {                                                                                            \
        static constexpr const char* name = text;                                                            \
    };                                                                                                       \
    INTERSTATE_DESCRIBE_EMPTY(Type)

/// An announced meeting goes live; the one who opens it is its host.
struct OpenRoom {
    static constexpr const char* name = "open_room";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(OpenRoom, meeting)
INTERSTATE_EVENT(RoomOpened, "room_opened")

/// Another facilitator of the series becomes the host.
struct TakeOver {
    static constexpr const char* name = "take_over";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(TakeOver, meeting)
INTERSTATE_EVENT(RoomTakenOver, "room_taken_over")

/// Moves everybody to the next item. Names the item it leaves (absent: before the first), so two presses move once.
struct NextItem {
    static constexpr const char* name = "next_item";
    MeetingId meeting;
    std::optional<AgendaItemId> leaving;
};
INTERSTATE_DESCRIBE(NextItem, meeting, leaving)

/// Back to the item before. Names the item it leaves.
struct PreviousItem {
    static constexpr const char* name = "previous_item";
    MeetingId meeting;
    std::optional<AgendaItemId> leaving;
};
INTERSTATE_DESCRIBE(PreviousItem, meeting, leaving)
struct ItemMoved {
    static constexpr const char* name = "item_moved";
    std::optional<AgendaItemId> current_item;
};
INTERSTATE_DESCRIBE(ItemMoved, current_item)

/// Adds 1, 3 or 5 minutes to the current item.
struct ExtendItem {
    static constexpr const char* name = "extend_item";
    MeetingId meeting;
    AgendaItemId item;
    int minutes = 1;
};
INTERSTATE_DESCRIBE(ExtendItem, meeting, item, minutes)
struct ItemExtended {
    static constexpr const char* name = "item_extended";
    int item_minutes = 0;
};
INTERSTATE_DESCRIBE(ItemExtended, item_minutes)

/// My hand; or, by a facilitator, that of somebody on the roster (phone, table).
struct RaiseHand {
    static constexpr const char* name = "raise_hand";
    MeetingId meeting;
    std::optional<AttendanceId> who;
};
INTERSTATE_DESCRIBE(RaiseHand, meeting, who)
struct HandRaised {
    static constexpr const char* name = "hand_raised";
    HandId hand;
    int ordinal = 1;
};
INTERSTATE_DESCRIBE(HandRaised, hand, ordinal)

/// My own hand, or any by a facilitator. Lowering a hand that is down already is no error.
struct LowerHand {
    static constexpr const char* name = "lower_hand";
    MeetingId meeting;
    HandId hand;
};
INTERSTATE_DESCRIBE(LowerHand, meeting, hand)
INTERSTATE_EVENT(HandLowered, "hand_lowered")

/// The hand speaks; who spoke before has finished.
struct GiveFloor {
    static constexpr const char* name = "give_floor";
    MeetingId meeting;
    HandId hand;
};
INTERSTATE_DESCRIBE(GiveFloor, meeting, hand)
INTERSTATE_EVENT(FloorGiven, "floor_given")

/// Somebody on the phone, or one of several around one table.
struct AddGuest {
    static constexpr const char* name = "add_guest";
    MeetingId meeting;
    Text<1, 120> guest_name;
    /// State code; absent for a guest of no state.
    std::optional<Text<1, 8>> state;
    Channel channel = Channel::phone;
};
INTERSTATE_DESCRIBE(AddGuest, meeting, guest_name, state, channel)
struct GuestAdded {
    static constexpr const char* name = "guest_added";
    AttendanceId attendance;
};
INTERSTATE_DESCRIBE(GuestAdded, attendance)

/// A guest has left: the interval ends, the row stays.
struct RemoveGuest {
    static constexpr const char* name = "remove_guest";
    MeetingId meeting;
    AttendanceId attendance;
};
INTERSTATE_DESCRIBE(RemoveGuest, meeting, attendance)
INTERSTATE_EVENT(GuestRemoved, "guest_removed")

/// I leave on purpose: at once, without the grace of a lost line.
struct LeaveRoom {
    static constexpr const char* name = "leave_room";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(LeaveRoom, meeting)

/// By the server: a person's first connection follows `present/ID`.
struct Arrive {
    static constexpr const char* name = "arrive";
    MeetingId meeting;
    PersonId person;
};
INTERSTATE_DESCRIBE(Arrive, meeting, person)
INTERSTATE_EVENT(Arrived, "arrived")

/// By the server: nobody of this person has been connected for a minute. `at` is when the last one went.
struct Depart {
    static constexpr const char* name = "depart";
    MeetingId meeting;
    PersonId person;
    Instant at;
};
INTERSTATE_DESCRIBE(Depart, meeting, person, at)
INTERSTATE_EVENT(Departed, "departed")

/// By the server, each minute: these people are still here. A restart closes open intervals at the last beat.
struct Heartbeat {
    static constexpr const char* name = "heartbeat";
    MeetingId meeting;
    std::vector<PersonId> here;
};
INTERSTATE_DESCRIBE(Heartbeat, meeting, here)
INTERSTATE_EVENT(HeartBeaten, "heart_beaten")

/// Ends the session. Without `confirmed` it is refused while states are without a step, and names them.
struct EndSession {
    static constexpr const char* name = "end_session";
    MeetingId meeting;
    bool confirmed = false;
};
INTERSTATE_DESCRIBE(EndSession, meeting, confirmed)
struct SessionEnded {
    static constexpr const char* name = "session_ended";
    Instant undo_until;
};
INTERSTATE_DESCRIBE(SessionEnded, undo_until)

/// Within ten minutes: the room is open again, at the same item.
struct UndoEnd {
    static constexpr const char* name = "undo_end";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(UndoEnd, meeting)
INTERSTATE_EVENT(EndUndone, "end_undone")

/// 0 to the meeting's length in minutes; the measured value is kept beside it. Absent minutes take it back.
struct CorrectAttendance {
    static constexpr const char* name = "correct_attendance";
    MeetingId meeting;
    AttendanceId attendance;
    std::optional<int> minutes;
    Text<0, 300> reason;
};
INTERSTATE_DESCRIBE(CorrectAttendance, meeting, attendance, minutes, reason)
INTERSTATE_EVENT(AttendanceCorrected, "attendance_corrected")

} // namespace interstate::rooms
