#pragma once
// The live room in the words of the protocol: its records, commands and bounds.
#include "base/described.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/kind.hpp"
#include "base/text.hpp"

#include <optional>
#include <vector>

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
    /// The item everybody is at; absent before the first is started and once the session has ended.
    std::optional<AgendaItemId> current_item;
    /// The countdown is this and `item_minutes`. After a way back it lies before the return by the time that
    /// was used already, so now less this is all that the item has taken.
    std::optional<Instant> item_started_at;
    /// Planned minutes of the current item and those added.
    int item_minutes = 0;
    /// The facilitator who runs the room.
    std::optional<PersonId> host;
    /// Whose hand has the floor.
    std::optional<HandId> floor;
};
INTERSTATE_DESCRIBE(Room, id, state, opened_at, ended_at, undo_until, current_item, item_started_at,
                    item_minutes, host, floor)

/// What became of one agenda item. Id: that of the item. Home: meeting.
struct ItemRun {
    static constexpr Kind kind = Kind::item_run;
    AgendaItemId id;
    MeetingId meeting;
    /// First begin and last end; the time between may hold a way back. No end while it is the current item.
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
    /// In the room now, or waiting for it to be opened; never once it has ended.
    bool here = false;
    /// Begin of the first stay in the open room and end of the last one that is over.
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
INTERSTATE_DESCRIBE(Attendance, id, meeting, person, name, organisation, channel, here, first_here_at,
                    last_here_at, minutes, corrected_minutes, correction_reason, spoken_seconds)

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

/// Moves everybody to the next item. Names the item it leaves (absent: before the first), so two presses move
/// once.
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

/// My own hand, or any by a facilitator. Lowering one that speaks ends its floor. Lowering a hand that is
/// down already is no error.
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
/// Also lowers the hands of those whom a restart lost and who have not come back within a minute.
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

/// By the server when it starts: nobody is connected. Stays of people end at their last beat; guests and
/// hands keep their places, because everybody comes back within seconds.
struct CloseStale {
    static constexpr const char* name = "close_stale";
};
INTERSTATE_DESCRIBE_EMPTY(CloseStale)
INTERSTATE_EVENT(StaleClosed, "stale_closed")

/// By the server, at `undo_until`: the ending can no longer be undone.
struct SealSession {
    static constexpr const char* name = "seal_session";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(SealSession, meeting)
INTERSTATE_EVENT(SessionSealed, "session_sealed")

/// By the server, an hour after the planned end and each hour after that: a room that everybody left is ended
/// as of the moment when the last person left. Guests alone do not keep it open.
struct CloseAbandoned {
    static constexpr const char* name = "close_abandoned";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(CloseAbandoned, meeting)
struct AbandonmentChecked {
    static constexpr const char* name = "abandonment_checked";
    /// When the session was over, if it was abandoned.
    std::optional<Instant> ended_at;
};
INTERSTATE_DESCRIBE(AbandonmentChecked, ended_at)

// ---- bounds ---------------------------------------------------------------------------------------------

inline constexpr Millis undo_span = std::chrono::minutes{10};
/// A room without people is ended this long after the planned end.
inline constexpr Millis abandoned_after = std::chrono::minutes{60};
/// After a restart a hand waits this long for its person.
inline constexpr Millis grace_after_restart = std::chrono::seconds{60};
/// Beats come every minute. Where the clock says that there was none for so long, or goes back so far, it was
/// set or the computer slept: nobody was here for that time.
inline constexpr Millis longest_pause = std::chrono::hours{12};
inline constexpr int guests_limit = 200;
inline constexpr int longest_item_minutes = 480;

#undef INTERSTATE_EVENT

} // namespace interstate::rooms
