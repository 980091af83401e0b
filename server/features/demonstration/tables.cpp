#include "features/demonstration/demonstration.hpp"
#include "store/due_items.hpp"
#include "store/transaction.hpp"

namespace interstate::demonstration {
namespace {

const ZoneName& host_zone() {
    static const ZoneName zone{"America/New_York"};
    return zone;
}

/// Begin of a day in New York.
Instant begin_of(const CivilDate& day) {
    return instant_of(LocalTime{day.str() + "T00:00"}, host_zone()).value();
}

void move_to_today(store::Transaction& tx, const MeetingId& meeting, const Context& context,
                   Changes& changes) {
    const auto starts = next_start(context.now);
    tx.run(
        "UPDATE meetings SET starts_local = ?, zone = ?, starts_at = ?, revision = revision + 1 WHERE id = ?",
        starts, host_zone(), instant_of(starts, host_zone()), meeting);
    changes.put(Kind::meeting, meeting);
    // As whoever moves a session: what was said is asked again.
    const auto asked =
        tx.rows<RsvpId>("UPDATE rsvps SET to_confirm = 1 WHERE meeting = ? AND ended_at IS NULL"
                        " AND to_confirm = 0 RETURNING id",
                        meeting);
    for (const auto& rsvp : asked) changes.put(Kind::rsvp, rsvp);
    if (!asked.empty()) changes.put(Kind::rsvp_counts, meeting);
}

void copy_meeting(store::Transaction& tx, const Facts& facts, const MeetingId& meeting,
                  const Context& context) {
    const auto starts = next_start(context.now);
    const bool outside = way_of(facts) == Way::add_outside;
    tx.run("INSERT INTO meetings (id, collaborative, series, ordinal, type, state, title, summary, "
           "starts_local, zone, starts_at,"
           " minutes, place, objectives, principles, presenting, pre_work, materials, outcome, moved_at, "
           "cancel_reason, revision,"
           " current, link, dial_in, announced_at)"
           " SELECT ?, collaborative, CASE WHEN ? THEN NULL ELSE series END, ?, 'session', 'announced',"
           " CASE WHEN title LIKE 'Follow-up: %' THEN title ELSE substr('Follow-up: ' || title, 1, 200) END, "
           "summary, ?, ?, ?,"
           " minutes, '', CASE WHEN ? THEN '' ELSE objectives END, principles, presenting, '', '', '', NULL, "
           "'', 1, 1, link,"
           " dial_in, ? FROM meetings WHERE id = ?",
           meeting, outside, outside ? 0 : facts.highest_ordinal + 1, starts, host_zone(),
           instant_of(starts, host_zone()), outside, context.now, facts.model);
}

void copy_agenda(store::Transaction& tx, const MeetingId& model, const MeetingId& meeting,
                 const Context& context, Changes& changes) {
    for (const auto& item : tx.rows<AgendaItemId>(
             "SELECT id FROM agenda_items WHERE meeting = ? ORDER BY ordinal LIMIT 40", model)) {
        const auto copy = context.new_id<AgendaItemId>();
        tx.run("INSERT INTO agenda_items (id, meeting, ordinal, title, minutes, who, mode, instruction, "
               "capture, next_steps)"
               " SELECT ?, ?, ordinal, title, minutes, who, mode, instruction, capture, next_steps FROM "
               "agenda_items WHERE id = ?",
               copy, meeting, item);
        changes.put(Kind::agenda_item, copy);
    }
}

} // namespace

Facts gather(store::Transaction& tx, const EnsureSession& command, const Context& context) {
    Facts facts;
    const auto today = local_date(context.now, host_zone());
    const auto begin = begin_of(today);
    const auto end = begin_of(today.plus_days(1));
    facts.running =
        tx.any("SELECT 1 FROM series WHERE id = ? AND state = 'running' AND current = 1", command.series);
    const auto collaborative =
        tx.row<CollaborativeId>("SELECT collaborative FROM series WHERE id = ?", command.series);
    if (!collaborative) return facts;
    // A session that is live counts whenever it began: somebody may be in it still. Those outside the series
    // count too.
    facts.left_today =
        tx.any("SELECT 1 FROM meetings WHERE series = ? AND state = 'live'", command.series) ||
        tx.any("SELECT 1 FROM meetings WHERE collaborative = ? AND starts_at >= ? AND starts_at < ?"
               " AND type = 'session' AND current = 1 AND state IN ('announced', 'live')",
               collaborative, begin, end);
    facts.missed = tx.row<MeetingId>(
        "SELECT m.id FROM meetings m WHERE m.series = ? AND m.state = 'announced' AND m.starts_at < ?"
        " AND NOT EXISTS (SELECT 1 FROM rooms r WHERE r.id = m.id AND r.opened_at IS NOT NULL)"
        " ORDER BY m.ordinal LIMIT 1",
        command.series, begin);
    facts.model = tx.row<MeetingId>(
        "SELECT m.id FROM meetings m WHERE m.series = ? AND m.state IN ('ended', 'announced', 'live')"
        " AND m.starts_at < ? AND EXISTS (SELECT 1 FROM agenda_items i WHERE i.meeting = m.id"
        " AND i.next_steps = 1) ORDER BY m.ordinal DESC LIMIT 1",
        command.series, end);
    facts.highest_ordinal =
        tx.row<int>("SELECT coalesce(max(ordinal), 0) FROM meetings WHERE series = ?", command.series)
            .value_or(0);
    return facts;
}

void record(store::Transaction& tx, const EnsureSession& command, const Facts& facts,
            const SessionEnsured& ensured, const Context& context, Changes& changes) {
    const auto way = way_of(facts);
    if (way == Way::move) move_to_today(tx, *ensured.meeting, context, changes);
    if (way == Way::add || way == Way::add_outside) {
        copy_meeting(tx, facts, *ensured.meeting, context);
        copy_agenda(tx, *facts.model, *ensured.meeting, context, changes);
        changes.put(Kind::meeting, *ensured.meeting);
        changes.put(Kind::meeting_link, *ensured.meeting);
    }
    // Counted from now, not from when it was due: after days of downtime there is one look, not one for each
    // hour missed.
    if (facts.running) store::leave_due(tx, {next_look(context.now), ensure_session_due, command.series});
}

} // namespace interstate::demonstration
