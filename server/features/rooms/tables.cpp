// Reading the room: scenes for the rules, records for everybody.
#include "features/rooms/room_tables.hpp"

namespace interstate::rooms {
namespace {

constexpr const char* room_columns =
    "SELECT id, state, opened_at, ended_at, undo_until, current_item, item_started_at,"
    " item_minutes, host, floor FROM rooms";
constexpr const char* run_columns =
    "SELECT id, meeting, started_at, ended_at, used_ms / 1000, added_minutes FROM item_runs";
constexpr const char* hand_columns = "SELECT id, meeting, who, ordinal, state, raised_at FROM hands";
constexpr const char* attendance_columns =
    "SELECT a.id, a.meeting, a.person, a.name, a.organisation, a.channel,"
    " a.connected = 1 AND coalesce(r.state, 'closed') <> 'ended', a.first_here_at, a.last_here_at, a.minutes,"
    " a.corrected_minutes, a.correction_reason, a.spoken_ms / 1000"
    " FROM attendance a LEFT JOIN rooms r ON r.id = a.meeting";

std::string with(const char* columns, const char* rest) { return std::string{columns} + rest; }

} // namespace

Scene scene_of(store::Transaction& tx, const MeetingId& meeting, const Context& context) {
    Scene scene;
    scene.meeting = tx.row<MeetingFacts>(
        "SELECT collaborative, series, state, starts_at, minutes FROM meetings WHERE id = ?", meeting);
    if (!scene.meeting) return scene;
    scene.who = permissions::standing_of(tx, context.actor, scene.meeting->collaborative);
    scene.target = permissions::target_of_meeting(tx, scene.who, meeting);
    scene.room = find(tx, meeting, As<Room>{});
    return scene;
}

bool is_open(const Scene& scene) { return scene.room && scene.room->state == RoomState::open; }

std::optional<Room> find(store::Transaction& tx, const Ulid& id, As<Room>) {
    return tx.row<Room>(with(room_columns, " WHERE id = ?"), id);
}
std::optional<ItemRun> find(store::Transaction& tx, const Ulid& id, As<ItemRun>) {
    return tx.row<ItemRun>(with(run_columns, " WHERE id = ?"), id);
}
std::optional<Hand> find(store::Transaction& tx, const Ulid& id, As<Hand>) {
    return tx.row<Hand>(with(hand_columns, " WHERE id = ?"), id);
}
std::optional<Attendance> find(store::Transaction& tx, const Ulid& id, As<Attendance>) {
    return tx.row<Attendance>(with(attendance_columns, " WHERE a.id = ?"), id);
}

Stream home(store::Transaction&, const Room& room) { return stream_of(room.id); }
Stream home(store::Transaction&, const ItemRun& run) { return stream_of(run.meeting); }
Stream home(store::Transaction&, const Hand& hand) { return stream_of(hand.meeting); }
Stream home(store::Transaction&, const Attendance& row) { return stream_of(row.meeting); }

// Bounded by what they belong to: an agenda holds at most 40 items, a roster the people of one collaborative
// and `guests_limit` guests, and each of them one hand.
std::vector<Room> current(store::Transaction& tx, const Stream& stream, As<Room>) {
    if (stream.kind != StreamKind::meeting) return {};
    return tx.rows<Room>(with(room_columns, " WHERE id = ?"), stream.subject);
}
std::vector<ItemRun> current(store::Transaction& tx, const Stream& stream, As<ItemRun>) {
    if (stream.kind != StreamKind::meeting) return {};
    return tx.rows<ItemRun>(with(run_columns, " WHERE meeting = ? ORDER BY started_at, id"), stream.subject);
}
std::vector<Hand> current(store::Transaction& tx, const Stream& stream, As<Hand>) {
    if (stream.kind != StreamKind::meeting) return {};
    return tx.rows<Hand>(with(hand_columns, " WHERE meeting = ? ORDER BY ordinal"), stream.subject);
}
std::vector<Attendance> current(store::Transaction& tx, const Stream& stream, As<Attendance>) {
    if (stream.kind != StreamKind::meeting) return {};
    return tx.rows<Attendance>(with(attendance_columns, " WHERE a.meeting = ? ORDER BY a.id"),
                               stream.subject);
}

} // namespace interstate::rooms
