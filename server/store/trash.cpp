#include "store/trash.hpp"

#include "store/due_items.hpp"

namespace interstate::store {

const Shelf series_shelf{"series", "removed_series",
                         "id, collaborative, slug, title, description, state, starts_on, ends_on, current, "
                         "revision"};
const Shelf objective_shelf{"objectives", "removed_objectives", "id, series, ordinal, short_name, text"};
const Shelf participation_shelf{"participations", "removed_participations", "id, series, organisation"};
const Shelf meeting_shelf{
    "meetings", "removed_meetings",
    "id, collaborative, series, ordinal, type, state, title, summary, starts_local, zone, starts_at,"
    " minutes, place, objectives, principles, presenting, pre_work, materials, outcome, moved_at,"
    " cancel_reason, revision, current, link, dial_in, announced_at, calendar_sequence"};
const Shelf agenda_item_shelf{
    "agenda_items", "removed_agenda_items",
    "id, meeting, ordinal, title, minutes, who, mode, instruction, capture, next_steps"};
const Shelf step_link_shelf{"step_links", "removed_step_links", "id, from_step, to_step, type"};
const Shelf no_step_shelf{"no_steps", "removed_no_steps", "id, meeting, organisation, reason"};

void put_in_trash(Transaction& tx, const Removed& removed, const Context& context) {
    tx.run("INSERT INTO trash (id, collaborative, kind, part_of, stream, title, place, text, removed_by,"
           " removed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           removed.id, removed.collaborative, removed.kind, removed.part_of, removed.stream, removed.title,
           removed.place, removed.text, context.actor, context.now);
    leave_due(tx, {context.now + trash_life, empty_trash, removed.id});
}

void set_aside(Transaction& tx, const Shelf& shelf, const Ulid& entry, const char* column, const Ulid& id) {
    const std::string columns = shelf.columns,
                      from = std::string{" FROM "} + shelf.table + " WHERE " + column;
    tx.run(std::string{"INSERT INTO "} + shelf.aside + " (trash, " + columns + ") SELECT ?, " + columns +
               from + " = ?",
           entry, id);
    tx.run("DELETE" + from + " = ?", id);
}

void remove_one(Transaction& tx, const Shelf& shelf, const Removed& removed, const Context& context) {
    put_in_trash(tx, removed, context);
    set_aside(tx, shelf, removed.id, "id", removed.id);
}

void take_out_of_trash(Transaction& tx, const Ulid& entry) {
    for (const auto* shelf : shelves) {
        const std::string columns = shelf->columns;
        tx.run(std::string{"INSERT INTO "} + shelf->table + " (" + columns + ") SELECT " + columns +
                   " FROM " + shelf->aside + " WHERE trash = ?",
               entry);
    }
    drop_from_trash(tx, entry);
}

void drop_from_trash(Transaction& tx, const Ulid& entry) {
    for (const auto* shelf : shelves)
        tx.run(std::string{"DELETE FROM "} + shelf->aside + " WHERE trash = ?", entry);
    tx.run("DELETE FROM trash WHERE id = ?", entry);
}

} // namespace interstate::store
