// The agenda pointer and the time that items take.
#include "features/rooms/room_tables.hpp"

namespace interstate::rooms {
namespace {

void move(store::Transaction& tx, const MeetingId& meeting, const ItemFacts& facts, const ItemMoved& moved,
          const Context& context, Changes& changes) {
    leave_item(tx, *facts.scene.room, context.now, changes);
    enter_item(tx, meeting, moved.current_item.value(), context.now, changes);
}

} // namespace

void leave_item(store::Transaction& tx, const Room& room, Instant at, Changes& changes) {
    if (!room.current_item || !room.item_started_at) return;
    // `item_started_at` was set back by earlier visits, so this is the time of all of them.
    const auto used = (at - *room.item_started_at).count();
    tx.run("UPDATE item_runs SET used_ms = CASE WHEN ? > used_ms THEN ? ELSE used_ms END, ended_at = ?"
           " WHERE id = ?",
           used, used, at, *room.current_item);
    changes.put(Kind::item_run, *room.current_item);
}

void enter_item(store::Transaction& tx, const MeetingId& meeting, const AgendaItemId& item, Instant at,
                Changes& changes) {
    tx.run("INSERT INTO item_runs (id, meeting, started_at, ended_at, used_ms, added_minutes)"
           " VALUES (?, ?, ?, NULL, 0, 0)"
           " ON CONFLICT (id) DO UPDATE SET ended_at = NULL",
           item, meeting, at);
    tx.run("UPDATE rooms SET current_item = ?, item_started_at = ? - (SELECT used_ms FROM item_runs"
           " WHERE id = ?),"
           " item_minutes = (SELECT a.minutes + i.added_minutes"
           " FROM agenda_items a JOIN item_runs i ON i.id = a.id"
           " WHERE a.id = ?) WHERE id = ?",
           item, at, item, item, meeting);
    changes.put(Kind::item_run, item);
    changes.put(Kind::room, meeting);
}

ItemFacts gather(store::Transaction& tx, const NextItem& command, const Context& context) {
    ItemFacts facts{.scene = scene_of(tx, command.meeting, context), .neighbour = {}};
    if (!is_open(facts.scene)) return facts;
    if (const auto& current = facts.scene.room->current_item)
        facts.neighbour =
            tx.row<AgendaItemId>("SELECT id FROM agenda_items WHERE meeting = ? AND ordinal >"
                                 " (SELECT ordinal FROM agenda_items WHERE id = ?) ORDER BY ordinal LIMIT 1",
                                 command.meeting, *current);
    else
        facts.neighbour = tx.row<AgendaItemId>(
            "SELECT id FROM agenda_items WHERE meeting = ? ORDER BY ordinal LIMIT 1", command.meeting);
    return facts;
}

void record(store::Transaction& tx, const NextItem& command, const ItemFacts& facts, const ItemMoved& moved,
            const Context& context, Changes& changes) {
    move(tx, command.meeting, facts, moved, context, changes);
}

ItemFacts gather(store::Transaction& tx, const PreviousItem& command, const Context& context) {
    ItemFacts facts{.scene = scene_of(tx, command.meeting, context), .neighbour = {}};
    if (!is_open(facts.scene) || !facts.scene.room->current_item) return facts;
    facts.neighbour =
        tx.row<AgendaItemId>("SELECT id FROM agenda_items WHERE meeting = ? AND ordinal <"
                             " (SELECT ordinal FROM agenda_items WHERE id = ?) ORDER BY ordinal DESC LIMIT 1",
                             command.meeting, *facts.scene.room->current_item);
    return facts;
}

void record(store::Transaction& tx, const PreviousItem& command, const ItemFacts& facts,
            const ItemMoved& moved, const Context& context, Changes& changes) {
    move(tx, command.meeting, facts, moved, context, changes);
}

Scene gather(store::Transaction& tx, const ExtendItem& command, const Context& context) {
    return scene_of(tx, command.meeting, context);
}

void record(store::Transaction& tx, const ExtendItem& command, const Scene&, const ItemExtended& extended,
            const Context&, Changes& changes) {
    tx.run("UPDATE item_runs SET added_minutes = added_minutes + ? WHERE id = ?", command.minutes,
           command.item);
    tx.run("UPDATE rooms SET item_minutes = ? WHERE id = ?", extended.item_minutes, command.meeting);
    changes.put(Kind::item_run, command.item);
    changes.put(Kind::room, command.meeting);
}

} // namespace interstate::rooms
