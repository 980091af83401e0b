// Opening, taking over, ending, undoing.
#include "features/rooms/room_tables.hpp"
#include "store/due_items.hpp"

namespace interstate::rooms {
namespace {

constexpr Millis look_again_after = std::chrono::hours{1};

void move_meeting(store::Transaction& tx, const MeetingId& meeting, Stage stage, Changes& changes) {
    tx.run("UPDATE meetings SET state = ? WHERE id = ?", stage, meeting);
    changes.put(Kind::meeting, meeting);
}

/// Looks in on a room that may have been forgotten, an hour after its planned end or from now.
void watch_for_abandonment(store::Transaction& tx, const MeetingId& id, const MeetingFacts& meeting,
                           const Context& context) {
    const auto at = std::max(meeting.planned_end() + abandoned_after, context.now + look_again_after);
    store::leave_due(tx, {at, "close_abandoned", id});
}

/// `at` is when the session was over; undoing is possible from now on.
void end_room(store::Transaction& tx, const Room& room, Instant at, Instant undo_until, Changes& changes) {
    lower_all(tx, room.id, at, changes);
    leave_item(tx, room, at, changes);
    for (const auto& row : connected_rows(tx, room.id)) end_stay(tx, row, at, changes);
    tx.run("UPDATE rooms SET state = 'ended', ended_at = ?, undo_until = ?, undo_item = current_item,"
           " current_item = NULL,"
           " item_started_at = NULL, item_minutes = 0 WHERE id = ?",
           at, undo_until, room.id);
    changes.put(Kind::room, room.id);
    move_meeting(tx, room.id, Stage::ended, changes);
    store::leave_due(tx, {undo_until, "seal_session", room.id});
}

} // namespace

// ---- open_room, take_over -------------------------------------------------------------------------------

OpeningFacts gather(store::Transaction& tx, const OpenRoom& command, const Context& context) {
    return {.scene = scene_of(tx, command.meeting, context),
            .has_agenda = tx.any("SELECT 1 FROM agenda_items WHERE meeting = ?", command.meeting)};
}

void record(store::Transaction& tx, const OpenRoom& command, const OpeningFacts& facts, const RoomOpened&,
            const Context& context, Changes& changes) {
    if (is_open(facts.scene)) return;
    tx.run("INSERT INTO rooms (id, state, opened_at, item_minutes, host, last_ordinal)"
           " VALUES (?, 'open', ?, 0, ?, 0)"
           " ON CONFLICT (id) DO UPDATE SET state = 'open', opened_at = excluded.opened_at,"
           " host = excluded.host",
           command.meeting, context.now, context.actor);
    changes.put(Kind::room, command.meeting);
    move_meeting(tx, command.meeting, Stage::live, changes);
    for (const auto& row : connected_rows(tx, command.meeting)) begin_stay(tx, row, context.now, changes);
    watch_for_abandonment(tx, command.meeting, *facts.scene.meeting, context);
}

Scene gather(store::Transaction& tx, const TakeOver& command, const Context& context) {
    return scene_of(tx, command.meeting, context);
}

void record(store::Transaction& tx, const TakeOver& command, const Scene& scene, const RoomTakenOver&,
            const Context& context, Changes& changes) {
    if (scene.room->host == context.actor) return;
    tx.run("UPDATE rooms SET host = ? WHERE id = ?", context.actor, command.meeting);
    changes.put(Kind::room, command.meeting);
}

// ---- end_session, undo_end ------------------------------------------------------------------------------

EndingFacts gather(store::Transaction& tx, const EndSession& command, const Context& context) {
    EndingFacts facts{.scene = scene_of(tx, command.meeting, context), .without_step = {}};
    if (!facts.scene.meeting) return facts;
    const auto& series = facts.scene.meeting->series;
    facts.without_step = tx.rows<std::string>(
        "SELECT o.short_name FROM organisations o"
        " WHERE o.id IN (SELECT organisation FROM attendance WHERE meeting = ? AND first_here_at IS NOT NULL)"
        " AND ((? IS NULL AND o.type = 'state_agency')"
        "   OR EXISTS (SELECT 1 FROM participations p WHERE p.series = ? AND p.organisation = o.id))"
        " AND NOT EXISTS (SELECT 1 FROM action_steps s WHERE s.meeting = ? AND s.organisation = o.id)"
        " AND NOT EXISTS (SELECT 1 FROM no_steps n WHERE n.meeting = ? AND n.organisation = o.id)"
        " ORDER BY o.short_name",
        command.meeting, series, series, command.meeting, command.meeting);
    return facts;
}

void record(store::Transaction& tx, const EndSession&, const EndingFacts& facts, const SessionEnded& ended,
            const Context& context, Changes& changes) {
    end_room(tx, *facts.scene.room, context.now, ended.undo_until, changes);
}

Scene gather(store::Transaction& tx, const UndoEnd& command, const Context& context) {
    return scene_of(tx, command.meeting, context);
}

void record(store::Transaction& tx, const UndoEnd& command, const Scene& scene, const EndUndone&,
            const Context& context, Changes& changes) {
    const auto item =
        tx.row<std::optional<AgendaItemId>>("SELECT undo_item FROM rooms WHERE id = ?", command.meeting);
    tx.run(
        "UPDATE rooms SET state = 'open', ended_at = NULL, undo_until = NULL, undo_item = NULL WHERE id = ?",
        command.meeting);
    changes.put(Kind::room, command.meeting);
    if (item && *item) enter_item(tx, command.meeting, **item, context.now, changes);
    move_meeting(tx, command.meeting, Stage::live, changes);
    for (const auto& row : connected_rows(tx, command.meeting)) begin_stay(tx, row, context.now, changes);
    watch_for_abandonment(tx, command.meeting, *scene.meeting, context);
}

// ---- seal_session, close_abandoned ----------------------------------------------------------------------

Scene gather(store::Transaction& tx, const SealSession& command, const Context& context) {
    return scene_of(tx, command.meeting, context);
}

void record(store::Transaction& tx, const SealSession& command, const Scene& scene, const SessionSealed&,
            const Context& context, Changes& changes) {
    // An ending that was undone and made again has a later item of its own.
    const bool due = scene.room && scene.room->undo_until && *scene.room->undo_until <= context.now;
    if (!due) return;
    tx.run("UPDATE rooms SET undo_until = NULL, undo_item = NULL WHERE id = ?", command.meeting);
    changes.put(Kind::room, command.meeting);
    forget_never_here(tx, command.meeting, changes);
    // Nobody is shown as here any more; without this, guests would count as connected for ever.
    tx.run("UPDATE attendance SET connected = 0 WHERE meeting = ? AND connected = 1", command.meeting);
}

AbandonmentFacts gather(store::Transaction& tx, const CloseAbandoned& command, const Context& context) {
    AbandonmentFacts facts{.scene = scene_of(tx, command.meeting, context), .last_here_at = {}};
    // After a restart everybody is away for a moment.
    facts.anybody_here = tx.any("SELECT 1 FROM attendance WHERE meeting = ? AND person IS NOT NULL"
                                " AND (connected = 1 OR lost_at > ?)",
                                command.meeting, context.now - grace_after_restart);
    const auto last = tx.row<std::optional<Instant>>(
        "SELECT max(last_here_at) FROM attendance WHERE meeting = ? AND person IS NOT NULL", command.meeting);
    facts.last_here_at = last.value_or(std::nullopt);
    return facts;
}

void record(store::Transaction& tx, const CloseAbandoned& command, const AbandonmentFacts& facts,
            const AbandonmentChecked& checked, const Context& context, Changes& changes) {
    if (!is_open(facts.scene)) return;
    if (checked.ended_at)
        end_room(tx, *facts.scene.room, *checked.ended_at, context.now + undo_span, changes);
    else
        watch_for_abandonment(tx, command.meeting, *facts.scene.meeting, context);
}

} // namespace interstate::rooms
