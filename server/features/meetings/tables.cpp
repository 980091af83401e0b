#include "features/meetings/answers.hpp"
#include "store/threads.hpp"
#include "store/transaction.hpp"
#include "store/trash.hpp"

#include <algorithm>

namespace interstate::meetings {
namespace {

constexpr const char* meeting_columns = "SELECT id, collaborative, series, ordinal, type, state, title, "
                                        "summary, starts_local, zone, starts_at, minutes, place,"
                                        " objectives, principles, presenting, pre_work, materials, outcome, "
                                        "moved_at, cancel_reason, revision, current"
                                        " FROM meetings";
constexpr const char* link_columns = "SELECT id, link, dial_in FROM meetings";
constexpr const char* item_columns = "SELECT id, meeting, ordinal, title, minutes, who, mode, instruction, "
                                     "capture, next_steps FROM agenda_items";

std::string with(std::string_view columns, std::string_view rest) {
    return std::string{columns} + std::string{rest};
}

/// Not yet announced: seen by those who may see drafts.
bool is_hidden(store::Transaction& tx, const Meeting& meeting) {
    if (meeting.state == MeetingState::draft) return true;
    if (meeting.state != MeetingState::cancelled) return false;
    return tx.any("SELECT 1 FROM meetings WHERE id = ? AND announced_at IS NULL", meeting.id);
}
constexpr const char* hidden = "(state = 'draft' OR (state = 'cancelled' AND announced_at IS NULL))";

// ---- facts

std::optional<SeriesPlace> series_place(store::Transaction& tx, const SeriesId& series) {
    struct Row {
        CollaborativeId collaborative;
        bool draft = false;
        bool current = true;
    };
    const auto row =
        tx.row<Row>("SELECT collaborative, state = 'draft', current FROM series WHERE id = ?", series);
    if (!row) return std::nullopt;
    return SeriesPlace{
        .collaborative = row->collaborative,
        .draft = row->draft,
        .current = row->current,
        .last_ordinal =
            tx.row<int>("SELECT coalesce(max(ordinal), 0) FROM meetings WHERE series = ?", series).value(),
        .objectives =
            tx.rows<ObjectiveId>("SELECT id FROM objectives WHERE series = ? ORDER BY ordinal", series)};
}

MeetingFacts facts_of(store::Transaction& tx, const MeetingId& id, const Context& context) {
    MeetingFacts facts;
    facts.meeting = find(tx, id, As<Meeting>{});
    if (!facts.meeting) return facts;
    facts.who = permissions::standing_of(tx, context.actor, facts.meeting->collaborative);
    facts.target = permissions::target_of_meeting(tx, facts.who, id);
    facts.hidden = is_hidden(tx, *facts.meeting);
    if (facts.meeting->series) facts.series = series_place(tx, *facts.meeting->series);
    return facts;
}

std::vector<HeldItem> held_items(store::Transaction& tx, const MeetingId& meeting) {
    return tx.rows<HeldItem>(
        "SELECT i.id, i.ordinal, i.title, EXISTS (SELECT 1 FROM item_runs r WHERE r.id = i.id)"
        " FROM agenda_items i WHERE i.meeting = ? ORDER BY i.ordinal",
        meeting);
}

// ---- writing

/// Topics tied to the meeting were for those who see drafts; now they are for those who see the meeting.
void show_threads(store::Transaction& tx, const Meeting& meeting, const Context& context, Changes& changes) {
    store::move_threads(tx, Kind::meeting, meeting.id,
                        meeting.series ? Stream{StreamKind::series, *meeting.series}
                                       : Stream{StreamKind::collaborative, meeting.collaborative},
                        context, changes);
}

void insert_item(store::Transaction& tx, const MeetingId& meeting, int ordinal, const AgendaLine& line,
                 const AgendaItemId& id) {
    tx.run("INSERT INTO agenda_items (id, meeting, ordinal, title, minutes, who, mode, instruction, capture, "
           "next_steps)"
           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           id, meeting, ordinal, line.title, line.minutes, line.who, line.mode, line.instruction,
           line.capture, line.next_steps);
}

void update_item(store::Transaction& tx, int ordinal, const AgendaLine& line) {
    tx.run("UPDATE agenda_items SET ordinal = ?, title = ?, minutes = ?, who = ?, mode = ?, instruction = ?, "
           "capture = ?,"
           " next_steps = ? WHERE id = ?",
           ordinal, line.title, line.minutes, line.who, line.mode, line.instruction, line.capture,
           line.next_steps, *line.id);
}

void remove_item(store::Transaction& tx, const Meeting& meeting, const HeldItem& item,
                 const Context& context) {
    store::remove_one(tx, store::agenda_item_shelf,
                      {.id = item.id,
                       .collaborative = meeting.collaborative,
                       .kind = Kind::agenda_item,
                       .part_of = meeting.id,
                       .stream = {StreamKind::meeting, meeting.id},
                       .title = item.title,
                       .place = meeting.title.str()},
                      context);
}

} // namespace

// ---- schedule_meeting -----------------------------------------------------------------------------------

MeetingFacts gather(store::Transaction& tx, const ScheduleMeeting& command, const Context& context) {
    MeetingFacts facts;
    facts.who = permissions::standing_of(tx, context.actor, command.collaborative);
    if (command.series) facts.series = series_place(tx, *command.series);
    return facts;
}

void record(store::Transaction& tx, const ScheduleMeeting& command, const MeetingFacts&,
            const MeetingScheduled& scheduled, const Context&, Changes& changes) {
    using Long = Prose<0, 4000>;
    tx.run("INSERT INTO meetings (id, collaborative, series, ordinal, type, state, title, summary, "
           "starts_local, zone,"
           " starts_at, minutes, place, objectives, principles, presenting, pre_work, materials, outcome, "
           "moved_at,"
           " cancel_reason, revision, current, link, dial_in, announced_at)"
           " VALUES (?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, '', NULL, '', 1, 1, ?, ?, "
           "NULL)",
           scheduled.meeting, command.collaborative, command.series, scheduled.ordinal, command.type,
           command.title, command.summary.value_or(Long{}), command.starts_local, command.zone,
           instant_of(command.starts_local, command.zone).value(), command.minutes,
           command.place.value_or(Text<0, 200>{}), command.objectives.value_or(std::vector<ObjectiveId>{}),
           command.principles.value_or(std::vector<int>{}), command.pre_work.value_or(Long{}),
           command.materials.value_or(Long{}), command.link.value_or(Text<0, 500>{}),
           command.dial_in.value_or(Text<0, 200>{}));
    changes.put(Kind::meeting, scheduled.meeting);
    changes.put(Kind::meeting_link, scheduled.meeting);
}

namespace {

/// True when there is another way in now.
bool edit_link(store::Transaction& tx, const EditMeeting& command, Changes& changes) {
    if (!command.link && !command.dial_in) return false;
    const auto held = find(tx, command.meeting, As<MeetingLink>{}).value();
    const auto link = command.link.value_or(held.link);
    const auto dial_in = command.dial_in.value_or(held.dial_in);
    tx.run("UPDATE meetings SET link = ?, dial_in = ? WHERE id = ?", link, dial_in, command.meeting);
    changes.put(Kind::meeting_link, command.meeting);
    return link != held.link || dial_in != held.dial_in;
}

} // namespace

// ---- edit_meeting ---------------------------------------------------------------------------------------

MeetingFacts gather(store::Transaction& tx, const EditMeeting& command, const Context& context) {
    return facts_of(tx, command.meeting, context);
}

void record(store::Transaction& tx, const EditMeeting& command, const MeetingFacts& facts,
            const MeetingEdited&, const Context& context, Changes& changes) {
    const auto after = edited(command, *facts.meeting, context).value();
    tx.run("UPDATE meetings SET title = ?, summary = ?, starts_local = ?, zone = ?, starts_at = ?, minutes = "
           "?, place = ?,"
           " objectives = ?, principles = ?, pre_work = ?, materials = ?, outcome = ?, moved_at = ?, "
           "revision = ? WHERE id = ?",
           after.title, after.summary, after.starts_local, after.zone, after.starts_at, after.minutes,
           after.place, after.objectives, after.principles, after.pre_work, after.materials, after.outcome,
           after.moved_at, after.revision, after.id);
    changes.put(Kind::meeting, after.id);
    const auto& was = *facts.meeting;
    const bool other_time =
        after.starts_at != was.starts_at || after.zone != was.zone || after.minutes != was.minutes;
    if (other_time && was.state == MeetingState::announced)
        tx.run("UPDATE meetings SET calendar_sequence = calendar_sequence + 1 WHERE id = ?", after.id);
    ask_again(tx, was, after, changes);
    const bool other_way = edit_link(tx, command, changes);
    if (other_time || other_way || after.place != was.place) tell_invited(tx, after.id, changes);
}

// ---- set_agenda -----------------------------------------------------------------------------------------

MeetingFacts gather(store::Transaction& tx, const SetAgenda& command, const Context& context) {
    auto facts = facts_of(tx, command.meeting, context);
    if (facts.meeting) facts.items = held_items(tx, command.meeting);
    return facts;
}

void record(store::Transaction& tx, const SetAgenda& command, const MeetingFacts& facts, const AgendaSet& set,
            const Context& context, Changes& changes) {
    const auto is_kept = [&](const HeldItem& held) {
        return std::ranges::any_of(command.items, [&](const AgendaLine& line) { return line.id == held.id; });
    };
    for (const auto& held : facts.items) {
        if (is_kept(held)) continue;
        remove_item(tx, *facts.meeting, held, context);
        changes.remove({StreamKind::meeting, command.meeting}, Kind::agenda_item, held.id);
    }
    int ordinal = 0;
    for (const auto& line : command.items) {
        ++ordinal;
        const auto id = line.id ? *line.id : context.new_id<AgendaItemId>();
        if (line.id)
            update_item(tx, ordinal, line);
        else
            insert_item(tx, command.meeting, ordinal, line, id);
        changes.put(Kind::agenda_item, id);
    }
    tx.run("UPDATE meetings SET revision = ? WHERE id = ?", set.revision, command.meeting);
    changes.put(Kind::meeting, command.meeting);
}

// ---- announce_meeting, cancel_meeting -------------------------------------------------------------------

MeetingFacts gather(store::Transaction& tx, const AnnounceMeeting& command, const Context& context) {
    auto facts = facts_of(tx, command.meeting, context);
    if (facts.meeting) facts.items = held_items(tx, command.meeting);
    return facts;
}

void record(store::Transaction& tx, const AnnounceMeeting& command, const MeetingFacts& facts,
            const MeetingAnnounced&, const Context& context, Changes& changes) {
    changes.remove(home(tx, *facts.meeting), Kind::meeting, command.meeting);
    tx.run("UPDATE meetings SET state = 'announced', announced_at = ? WHERE id = ?", context.now,
           command.meeting);
    changes.put(Kind::meeting, command.meeting);
    show_threads(tx, *facts.meeting, context, changes);
    tell_invited(tx, command.meeting, changes);
}

MeetingFacts gather(store::Transaction& tx, const CancelMeeting& command, const Context& context) {
    return facts_of(tx, command.meeting, context);
}

void record(store::Transaction& tx, const CancelMeeting& command, const MeetingFacts&,
            const MeetingCancelled&, const Context&, Changes& changes) {
    tx.run("UPDATE meetings SET state = 'cancelled', cancel_reason = ?, revision = revision + 1,"
           " calendar_sequence = calendar_sequence + 1 WHERE id = ?",
           command.reason, command.meeting);
    changes.put(Kind::meeting, command.meeting);
    tell_invited(tx, command.meeting, changes);
}

// ---- meetings_of_series ---------------------------------------------------------------------------------

Result<Page<Meeting>> answer(store::Transaction& tx, const MeetingsOfSeries& query, const Context& context) {
    const auto series = series_place(tx, query.series);
    if (!series) return refuse_not_allowed();
    const auto who = permissions::standing_of(tx, context.actor, series->collaborative);
    const bool sees_drafts = permissions::can(who, permissions::Verb::see_staff);
    if (!permissions::can(who, permissions::Verb::see_extended) || (series->draft && !sees_drafts))
        return refuse_not_allowed();
    auto meetings =
        tx.rows<Meeting>(with(meeting_columns, " WHERE series = ? ORDER BY ordinal LIMIT 100"), query.series);
    if (!sees_drafts) std::erase_if(meetings, [&](const Meeting& meeting) { return is_hidden(tx, meeting); });
    Page<Meeting> page;
    std::get<0>(page.records) = std::move(meetings);
    return page;
}

// ---- records --------------------------------------------------------------------------------------------

std::optional<Meeting> find(store::Transaction& tx, const Ulid& id, As<Meeting>) {
    return tx.row<Meeting>(with(meeting_columns, " WHERE id = ?"), id);
}
std::optional<MeetingLink> find(store::Transaction& tx, const Ulid& id, As<MeetingLink>) {
    return tx.row<MeetingLink>(with(link_columns, " WHERE id = ?"), id);
}
std::optional<AgendaItem> find(store::Transaction& tx, const Ulid& id, As<AgendaItem>) {
    return tx.row<AgendaItem>(with(item_columns, " WHERE id = ?"), id);
}

Stream home(store::Transaction& tx, const Meeting& meeting) {
    return {is_hidden(tx, meeting) ? StreamKind::staff : StreamKind::extended, meeting.collaborative};
}
Stream home(store::Transaction&, const MeetingLink& link) { return {StreamKind::meeting, link.id}; }
Stream home(store::Transaction&, const AgendaItem& item) { return {StreamKind::meeting, item.meeting}; }

std::vector<Meeting> current(store::Transaction& tx, const Stream& stream, As<Meeting>) {
    const auto open = with(" WHERE collaborative = ? AND current = 1 AND NOT ", hidden);
    const auto drafts = with(" WHERE collaborative = ? AND ", hidden);
    const std::string order = " ORDER BY starts_at, id LIMIT 2000";
    if (stream.kind == StreamKind::extended)
        return tx.rows<Meeting>(meeting_columns + open + order, stream.subject);
    if (stream.kind == StreamKind::staff)
        return tx.rows<Meeting>(meeting_columns + drafts + order, stream.subject);
    return {};
}
std::vector<MeetingLink> current(store::Transaction& tx, const Stream& stream, As<MeetingLink>) {
    if (stream.kind != StreamKind::meeting) return {};
    return tx.rows<MeetingLink>(with(link_columns, " WHERE id = ?"), stream.subject);
}
std::vector<AgendaItem> current(store::Transaction& tx, const Stream& stream, As<AgendaItem>) {
    if (stream.kind != StreamKind::meeting) return {};
    return tx.rows<AgendaItem>(with(item_columns, " WHERE meeting = ? ORDER BY ordinal"), stream.subject);
}

} // namespace interstate::meetings
