// What is put back, and what goes for good after its thirty days.
#include "features/trash/tables.hpp"

namespace interstate::trash {
namespace {

void put_all(store::Transaction& tx, Kind kind, const char* sql, const Ulid& of, Changes& changes) {
    for (const auto& id : tx.rows<Ulid>(sql, of)) changes.put(kind, id);
}

// ---- back to its place, kind by kind

/// Its series may have left out meanwhile what it works towards.
void drop_lost_objectives(store::Transaction& tx, const MeetingId& meeting) {
    struct Row {
        std::optional<SeriesId> series;
        std::vector<ObjectiveId> objectives;
    };
    auto row = tx.row<Row>("SELECT series, objectives FROM meetings WHERE id = ?", meeting);
    const auto lost = std::erase_if(row->objectives, [&](const ObjectiveId& objective) {
        return !tx.any("SELECT 1 FROM objectives WHERE id = ? AND series = ?", objective, row->series);
    });
    if (lost > 0) tx.run("UPDATE meetings SET objectives = ? WHERE id = ?", row->objectives, meeting);
}

/// The draft as it was: its threads are read again by those who see drafts.
void put_meeting(store::Transaction& tx, const MeetingId& meeting, const Stream& staff,
                 const Context& context, Changes& changes) {
    drop_lost_objectives(tx, meeting);
    changes.put(Kind::meeting, meeting);
    changes.put(Kind::meeting_link, meeting);
    put_all(tx, Kind::agenda_item, "SELECT id FROM agenda_items WHERE meeting = ? ORDER BY ordinal", meeting,
            changes);
    store::move_threads(tx, Kind::meeting, meeting, staff, context, changes);
}

void restore_series(store::Transaction& tx, const Entry& entry, const Context& context, Changes& changes) {
    store::take_out_of_trash(tx, entry.item);
    changes.put(Kind::series, entry.item);
    put_all(tx, Kind::objective, "SELECT id FROM objectives WHERE series = ? ORDER BY ordinal", entry.item,
            changes);
    put_all(tx, Kind::participation, "SELECT id FROM participations WHERE series = ? ORDER BY id", entry.item,
            changes);
    for (const auto& meeting :
         tx.rows<MeetingId>("SELECT id FROM meetings WHERE series = ? ORDER BY ordinal", entry.item))
        put_meeting(tx, meeting, entry.stream, context, changes);
    change_access_of_staff(tx, entry.collaborative, changes);
}

void restore_meeting(store::Transaction& tx, const Entry& entry, const Ground& ground, const Context& context,
                     Changes& changes) {
    tx.run("UPDATE removed_meetings SET ordinal = ? WHERE id = ?", ground.ordinal, entry.item);
    store::take_out_of_trash(tx, entry.item);
    put_meeting(tx, MeetingId{entry.item}, entry.stream, context, changes);
    change_access_of_staff(tx, entry.collaborative, changes);
}

/// Those behind it make room. Out of the way first: (series, ordinal) is unique at every moment.
void restore_objective(store::Transaction& tx, const Entry& entry, const Ground& ground, Changes& changes) {
    const auto& series = *entry.part_of;
    tx.run("UPDATE objectives SET ordinal = -ordinal - 1 WHERE series = ? AND ordinal >= ?", series,
           ground.ordinal);
    tx.run("UPDATE removed_objectives SET ordinal = ? WHERE id = ?", ground.ordinal, entry.item);
    store::take_out_of_trash(tx, entry.item);
    tx.run("UPDATE objectives SET ordinal = -ordinal WHERE series = ? AND ordinal < 0", series);
    tx.run("UPDATE series SET revision = revision + 1 WHERE id = ?", series);
    changes.put(Kind::series, series);
    put_all(tx, Kind::objective, "SELECT id FROM objectives WHERE series = ? ORDER BY ordinal", series,
            changes);
}

void restore_agenda_item(store::Transaction& tx, const Entry& entry, const Ground& ground, Changes& changes) {
    const auto& meeting = *entry.part_of;
    tx.run("UPDATE agenda_items SET ordinal = ordinal + 1 WHERE meeting = ? AND ordinal >= ?", meeting,
           ground.ordinal);
    tx.run("UPDATE removed_agenda_items SET ordinal = ? WHERE id = ?", ground.ordinal, entry.item);
    store::take_out_of_trash(tx, entry.item);
    tx.run("UPDATE meetings SET revision = revision + 1 WHERE id = ?", meeting);
    changes.put(Kind::meeting, meeting);
    put_all(tx, Kind::agenda_item, "SELECT id FROM agenda_items WHERE meeting = ? ORDER BY ordinal", meeting,
            changes);
}

/// With its place a state's people see the series again, and what they wrote there never went away.
void restore_participation(store::Transaction& tx, const Entry& entry, Changes& changes) {
    const auto& series = *entry.part_of;
    store::take_out_of_trash(tx, entry.item);
    tx.run("UPDATE series SET revision = revision + 1 WHERE id = ?", series);
    changes.put(Kind::series, series);
    changes.put(Kind::participation, entry.item);
    if (tx.any("SELECT 1 FROM series WHERE id = ? AND state = 'draft'", series)) return;
    const auto organisation =
        tx.row<OrganisationId>("SELECT organisation FROM participations WHERE id = ?", entry.item);
    for (const auto& person : permissions::team_of(tx, organisation.value())) {
        changes.access_changed(person);
        changes.put(Kind::standing, person, entry.collaborative);
    }
}

// ---- for good

/// Who flagged a post there, and whose was taken away, see nothing of it any more.
void drop_flags(store::Transaction& tx, const ThreadId& thread, Changes& changes) {
    struct Row {
        Ulid id;
        PersonId person;
    };
    const auto drop = [&](Kind kind, const char* sql) {
        for (const auto& row : tx.rows<Row>(sql, thread))
            changes.remove({StreamKind::person, row.person}, kind, row.id);
    };
    drop(Kind::post_flag, "DELETE FROM post_flags WHERE post IN (SELECT id FROM posts WHERE thread = ?)"
                          " RETURNING id, flagged_by");
    drop(Kind::taken_post, "DELETE FROM taken_posts WHERE post IN (SELECT id FROM posts WHERE thread = ?)"
                           " RETURNING post, author");
}

/// What was tied to it goes with it: nobody could read it any more.
void drop_threads(store::Transaction& tx, std::string_view anchor, const Ulid& id, Changes& changes) {
    struct Row {
        ThreadId id;
        Stream stream;
    };
    struct Mark {
        Ulid id;
        PersonId person;
    };
    for (const auto& thread : tx.rows<Row>(
             "SELECT id, stream FROM threads WHERE anchor = ? AND anchor_id = ? ORDER BY id", anchor, id)) {
        for (const auto& mark :
             tx.rows<Mark>("DELETE FROM read_marks WHERE thread = ? RETURNING id, person", thread.id))
            changes.remove({StreamKind::person, mark.person}, Kind::read_mark, mark.id);
        tx.run("DELETE FROM post_versions WHERE post IN (SELECT id FROM posts WHERE thread = ?)", thread.id);
        drop_flags(tx, thread.id, changes);
        tx.run("DELETE FROM posts WHERE thread = ?", thread.id);
        tx.run("DELETE FROM threads WHERE id = ?", thread.id);
        changes.remove(thread.stream, Kind::thread, thread.id);
    }
}

} // namespace

std::optional<Entry> entry_of(store::Transaction& tx, const Ulid& item) {
    return tx.row<Entry>("SELECT id, collaborative, kind, part_of, stream, title, place, text, removed_by,"
                         " removed_at FROM trash WHERE id = ?",
                         item);
}

// ---- restore_from_trash ---------------------------------------------------------------------------------

EntryFacts gather(store::Transaction& tx, const RestoreFromTrash& command, const Context& context) {
    EntryFacts facts;
    facts.entry = entry_of(tx, command.item);
    if (!facts.entry) return facts;
    facts.who = permissions::standing_of(tx, context.actor, facts.entry->collaborative);
    const auto how = reached(tx, *facts.entry, facts.who);
    facts.target = how.target;
    facts.visible = how.visible;
    facts.ground = ground_of(tx, *facts.entry);
    return facts;
}

void record(store::Transaction& tx, const RestoreFromTrash&, const EntryFacts& facts,
            const RestoredFromTrash&, const Context& context, Changes& changes) {
    const auto& entry = *facts.entry;
    switch (entry.kind) {
    case Kind::series:
        return restore_series(tx, entry, context, changes);
    case Kind::meeting:
        return restore_meeting(tx, entry, facts.ground, context, changes);
    case Kind::objective:
        return restore_objective(tx, entry, facts.ground, changes);
    case Kind::agenda_item:
        return restore_agenda_item(tx, entry, facts.ground, changes);
    case Kind::participation:
        return restore_participation(tx, entry, changes);
    default:
        store::take_out_of_trash(tx, entry.item);
        changes.put(entry.kind, entry.item);
    }
}

// ---- empty_trash ----------------------------------------------------------------------------------------

EntryFacts gather(store::Transaction& tx, const EmptyTrash& command, const Context&) {
    EntryFacts facts;
    facts.entry = entry_of(tx, command.item);
    return facts;
}

void record(store::Transaction& tx, const EmptyTrash& command, const EntryFacts&, const TrashEmptied& emptied,
            const Context&, Changes& changes) {
    if (!emptied.collaborative) return;
    for (const auto& meeting :
         tx.rows<MeetingId>("SELECT id FROM removed_meetings WHERE trash = ? ORDER BY id", command.item))
        drop_threads(tx, "meeting", meeting, changes);
    for (const auto& series :
         tx.rows<SeriesId>("SELECT id FROM removed_series WHERE trash = ?", command.item))
        drop_threads(tx, "topic", series, changes);
    store::drop_from_trash(tx, command.item);
}

} // namespace interstate::trash
