#pragma once
// What the table files of the room share: how a scene is read, and the few acts that several verbs are made
// of.
#include "features/rooms/rooms.hpp"
#include "store/transaction.hpp"

namespace interstate::rooms {

inline Stream stream_of(const MeetingId& meeting) { return {StreamKind::meeting, meeting}; }

/// Without `meeting` when there is none of this id.
Scene scene_of(store::Transaction& tx, const MeetingId& meeting, const Context& context);
bool is_open(const Scene& scene);

// ---- agenda (item_tables.cpp) -----------------------------------------------------------------------------

/// Ends the visit of the current item, if there is one, and adds up its time. The room itself is left as it
/// is.
void leave_item(store::Transaction& tx, const Room& room, Instant at, Changes& changes);
/// Makes an item current; its countdown goes on from what is left of its minutes.
void enter_item(store::Transaction& tx, const MeetingId& meeting, const AgendaItemId& item, Instant at,
                Changes& changes);

// ---- hands (floor_tables.cpp) -----------------------------------------------------------------------------

/// Whoever speaks has finished: the hand goes, its time is added. Without a speaker nothing happens.
void end_floor(store::Transaction& tx, const MeetingId& meeting, Instant at, Changes& changes);
void lower(store::Transaction& tx, const Hand& hand, Instant at, Changes& changes);
void lower_hand_of(store::Transaction& tx, const AttendanceId& who, Instant at, Changes& changes);
void lower_all(store::Transaction& tx, const MeetingId& meeting, Instant at, Changes& changes);

// ---- attendance (attendance_tables.cpp) -------------------------------------------------------------------

void begin_stay(store::Transaction& tx, const AttendanceId& row, Instant at, Changes& changes);
/// Ends the open stay, if there is one, and measures. Never before it began.
void end_stay(store::Transaction& tx, const AttendanceId& row, Instant at, Changes& changes);
/// Everybody who is connected, guests included.
std::vector<AttendanceId> connected_rows(store::Transaction& tx, const MeetingId& meeting);
/// Rows of those who waited and never were in the open room.
void forget_never_here(store::Transaction& tx, const MeetingId& meeting, Changes& changes);
/// Ends the open stays of all people at their last beat; guests stay. For a server that starts.
void close_open_intervals(store::Transaction& tx, const Context& context, Changes& changes);

} // namespace interstate::rooms
