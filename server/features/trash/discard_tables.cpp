// Drafts that are thrown away, with all that hangs on them.
#include "features/trash/tables.hpp"

namespace interstate::trash {
namespace {

/// Nobody but those who prepare it knows of it: never announced.
constexpr const char* in_use_meeting =
    " EXISTS (SELECT 1 FROM rooms r WHERE r.id = m.id)"
    " OR EXISTS (SELECT 1 FROM attendance t WHERE t.meeting = m.id AND (t.first_here_at IS NOT NULL OR"
    " t.minutes > 0 OR t.corrected_minutes IS NOT NULL))"
    " OR EXISTS (SELECT 1 FROM guest_links g WHERE g.meeting = m.id)"
    " OR EXISTS (SELECT 1 FROM guests g WHERE g.meeting = m.id)"
    " OR EXISTS (SELECT 1 FROM action_steps a WHERE a.meeting = m.id)"
    " OR EXISTS (SELECT 1 FROM no_steps n WHERE n.meeting = m.id)";

struct Draft {
    CollaborativeId collaborative;
    bool draft = false;
    bool current = true;
    bool in_use = false;
};

/// Without a target.
DraftFacts facts_of(store::Transaction& tx, const std::optional<Draft>& draft, const Context& context) {
    if (!draft) return {};
    return {.who = permissions::standing_of(tx, context.actor, draft->collaborative),
            .target = {},
            .collaborative = draft->collaborative,
            .draft = draft->draft,
            .current = draft->current,
            .in_use = draft->in_use};
}

/// Who looks at the page of its room waits there; who never was in it leaves no trace.
void forget_waiting(store::Transaction& tx, const MeetingId& meeting, const Stream& stream,
                    Changes& changes) {
    for (const auto& row : tx.rows<Ulid>("DELETE FROM attendance WHERE meeting = ? RETURNING id", meeting))
        changes.remove(stream, Kind::attendance, row);
}

void set_meeting_aside(store::Transaction& tx, const MeetingId& meeting, const Stream& staff,
                       const Ulid& entry, const Context& context, Changes& changes) {
    const Stream own{StreamKind::meeting, meeting};
    forget_waiting(tx, meeting, own, changes);
    // Nobody reads them where nobody sees what they are tied to: a stream of a meeting that is not there.
    store::move_threads(tx, Kind::meeting, meeting, own, context, changes);
    for (const auto& item :
         tx.rows<Ulid>("SELECT id FROM agenda_items WHERE meeting = ? ORDER BY ordinal", meeting))
        changes.remove(own, Kind::agenda_item, item);
    changes.remove(own, Kind::meeting_link, meeting);
    changes.remove(staff, Kind::meeting, meeting);
    store::set_aside(tx, store::agenda_item_shelf, entry, "meeting", meeting);
    store::set_aside(tx, store::meeting_shelf, entry, "id", meeting);
}

} // namespace

void change_access_of_staff(store::Transaction& tx, const CollaborativeId& collaborative, Changes& changes) {
    const auto staff =
        tx.rows<PersonId>("SELECT DISTINCT g.person FROM seats s JOIN role_grants g ON g.person = s.person"
                          " AND g.collaborative = s.collaborative WHERE s.collaborative = ?"
                          " AND g.role IN ('administrator', 'facilitator') ORDER BY g.person",
                          collaborative);
    for (const auto& person : staff) {
        changes.access_changed(person);
        changes.put(Kind::standing, person, collaborative);
    }
}

// ---- discard_meeting ------------------------------------------------------------------------------------

DraftFacts gather(store::Transaction& tx, const DiscardMeeting& command, const Context& context) {
    auto facts = facts_of(tx,
                          tx.row<Draft>(std::string{"SELECT m.collaborative, m.state = 'draft' OR"
                                                    " (m.state = 'cancelled' AND m.announced_at IS NULL),"
                                                    " m.current,"} +
                                            in_use_meeting + " FROM meetings m WHERE m.id = ?",
                                        command.meeting),
                          context);
    if (facts.collaborative) facts.target = permissions::target_of_meeting(tx, facts.who, command.meeting);
    return facts;
}

void record(store::Transaction& tx, const DiscardMeeting& command, const DraftFacts& facts,
            const MeetingDiscarded&, const Context& context, Changes& changes) {
    struct Row {
        std::optional<SeriesId> series;
        std::string title, summary, place;
    };
    const auto meeting =
        tx.row<Row>("SELECT m.series, m.title, m.summary, coalesce(s.title, '') FROM meetings m"
                    " LEFT JOIN series s ON s.id = m.series WHERE m.id = ?",
                    command.meeting)
            .value();
    const Stream staff{StreamKind::staff, *facts.collaborative};
    store::put_in_trash(tx,
                        {.id = command.meeting,
                         .collaborative = *facts.collaborative,
                         .kind = Kind::meeting,
                         .part_of = meeting.series,
                         .stream = staff,
                         .title = meeting.title,
                         .place = meeting.place,
                         .text = meeting.summary},
                        context);
    set_meeting_aside(tx, command.meeting, staff, command.meeting, context, changes);
    change_access_of_staff(tx, *facts.collaborative, changes);
}

// ---- discard_series -------------------------------------------------------------------------------------

DraftFacts gather(store::Transaction& tx, const DiscardSeries& command, const Context& context) {
    auto facts =
        facts_of(tx,
                 tx.row<Draft>(
                     std::string{"SELECT s.collaborative, s.state = 'draft', s.current,"
                                 " EXISTS (SELECT 1 FROM action_steps a WHERE a.series = s.id)"
                                 " OR EXISTS (SELECT 1 FROM meetings m WHERE m.series = s.id AND"
                                 " (m.announced_at IS NOT NULL OR m.state NOT IN ('draft', 'cancelled') OR"} +
                         in_use_meeting + ")) FROM series s WHERE s.id = ?",
                     command.series),
                 context);
    if (facts.collaborative) facts.target = permissions::target_of_series(tx, facts.who, command.series);
    return facts;
}

void record(store::Transaction& tx, const DiscardSeries& command, const DraftFacts& facts,
            const SeriesDiscarded&, const Context& context, Changes& changes) {
    struct Row {
        std::string title, description;
    };
    const auto& id = command.series;
    const auto series = tx.row<Row>("SELECT title, description FROM series WHERE id = ?", id).value();
    const Stream staff{StreamKind::staff, *facts.collaborative};
    store::put_in_trash(tx,
                        {.id = id,
                         .collaborative = *facts.collaborative,
                         .kind = Kind::series,
                         .stream = staff,
                         .title = series.title,
                         .text = series.description},
                        context);
    for (const auto& meeting :
         tx.rows<MeetingId>("SELECT id FROM meetings WHERE series = ? ORDER BY ordinal", id))
        set_meeting_aside(tx, meeting, staff, id, context, changes);
    for (const auto& one : tx.rows<Ulid>("SELECT id FROM objectives WHERE series = ? ORDER BY ordinal", id))
        changes.remove(staff, Kind::objective, one);
    for (const auto& one : tx.rows<Ulid>("SELECT id FROM participations WHERE series = ? ORDER BY id", id))
        changes.remove(staff, Kind::participation, one);
    changes.remove(staff, Kind::series, id);
    store::set_aside(tx, store::objective_shelf, id, "series", id);
    store::set_aside(tx, store::participation_shelf, id, "series", id);
    store::set_aside(tx, store::series_shelf, id, "id", id);
    change_access_of_staff(tx, *facts.collaborative, changes);
}

} // namespace interstate::trash
