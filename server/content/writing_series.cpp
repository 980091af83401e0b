#include "content/writing.hpp"

#include <algorithm>
#include <map>

namespace interstate::content {
namespace {

using meetings::MeetingState;

struct Writing {
    Load& load;
    const SeriesDraft& series;
    SeriesId id;
    std::map<std::string, const PersonDraft*> people;
};

void write_head(Writing& writing) {
    auto& [load, series, id, people] = writing;
    const auto made =
        instant_of(LocalTime{series.starts_on.str() + "T12:00"}, ZoneName{}).value() - std::chrono::days{21};
    id = load.ids.make<SeriesId>(made, "series", series.prefix, series.origin);
    load.tx.run("INSERT INTO series (id, collaborative, slug, title, description, state, starts_on, ends_on, "
                "current, revision)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                id, load.collaborative, bounded<Text<1, 80>>(series.slug, "slug", series.origin),
                bounded<Text<1, 200>>(series.title, "name", series.origin),
                bounded<Prose<0, 4000>>(series.description, "rationale", series.origin), series.state,
                series.starts_on, series.ends_on, series.current);
    int ordinal = 0;
    for (const auto& objective : series.objectives)
        load.tx.run(
            "INSERT INTO objectives (id, series, ordinal, short_name, text) VALUES (?, ?, ?, ?, ?)",
            load.ids.make<ObjectiveId>(made, "objective", series.prefix + objective.key, series.origin), id,
            ++ordinal, bounded<Text<1, 120>>(objective.short_name, "short", series.origin),
            bounded<Text<1, 600>>(objective.text, "text", series.origin));
    for (const auto& state : series.states)
        load.tx.run(
            "INSERT INTO participations (id, series, organisation) VALUES (?, ?, ?)",
            load.ids.make<ParticipationId>(made, "participation", series.prefix + state, series.origin), id,
            load.ids.of<OrganisationId>("state", state, series.origin));
}

std::vector<ObjectiveId> objectives_of(Writing& writing, const MeetingDraft& meeting) {
    std::vector<ObjectiveId> ids;
    for (const auto& key : meeting.objectives)
        ids.push_back(
            writing.load.ids.of<ObjectiveId>("objective", writing.series.prefix + key, meeting.origin));
    return ids;
}

MeetingId write_meeting(Writing& writing, const MeetingDraft& meeting) {
    auto& load = writing.load;
    const auto made = std::min(meeting.starts_at, load.context.now) - std::chrono::days{28};
    const auto id = load.ids.make<MeetingId>(made, "meeting", meeting.key, meeting.origin);
    const auto& from = meeting.origin;
    for (const auto& state : meeting.presenting) (void)load.ids.of<OrganisationId>("state", state, from);
    load.tx.run("INSERT INTO meetings (id, collaborative, series, ordinal, type, state, title, summary, "
                "starts_local, zone,"
                " starts_at, minutes, place, objectives, principles, presenting, pre_work, materials, "
                "outcome, moved_at,"
                " cancel_reason, revision, current, link, dial_in, announced_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, '', 1, ?, ?, ?, ?)",
                id, load.collaborative, meeting.in_series ? std::optional{writing.id} : std::nullopt,
                meeting.ordinal, meeting.type, meeting.state,
                bounded<Text<1, 200>>(meeting.title, "title", from),
                bounded<Prose<0, 4000>>(meeting.summary, "summary", from), meeting.starts_local, meeting.zone,
                meeting.starts_at, meeting.minutes, bounded<Text<0, 200>>(meeting.place, "place", from),
                objectives_of(writing, meeting), meeting.principles, meeting.presenting,
                bounded<Prose<0, 4000>>(meeting.pre_work, "pre_work", from),
                bounded<Prose<0, 4000>>(meeting.materials, "materials", from),
                bounded<Prose<0, 8000>>(meeting.outcome, "main_points", from), writing.series.current,
                meeting.link, meeting.dial_in, load.context.now);
    return id;
}

/// What an item took: within a minute or two of the plan, the same on every load.
int real_seconds(const std::string& meeting, int ordinal, int minutes) {
    const auto wobble = static_cast<int>(scattered(meeting + "#" + std::to_string(ordinal)) % 151) - 60;
    return std::max(60, minutes * 60 + wobble);
}

Instant write_agenda(Writing& writing, const MeetingDraft& meeting, const MeetingId& id) {
    auto& load = writing.load;
    auto started = meeting.starts_at + std::chrono::minutes{2};
    const auto made = id.time();
    int ordinal = 0;
    for (const auto& item : meeting.agenda) {
        const auto item_id = load.ids.make<AgendaItemId>(
            made, "agenda item", meeting.key + "#" + std::to_string(++ordinal), meeting.origin);
        load.tx.run("INSERT INTO agenda_items (id, meeting, ordinal, title, minutes, who, mode, instruction, "
                    "capture, next_steps)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    item_id, id, ordinal, bounded<Text<1, 200>>(item.title, "title", meeting.origin),
                    item.minutes, bounded<Text<0, 80>>(item.who, "lead_label", meeting.origin), item.mode,
                    item.instruction, item.capture, item.next_steps);
        if (!meeting.item_runs) continue;
        const auto seconds = real_seconds(meeting.key, ordinal, item.minutes);
        const auto ended = started + std::chrono::seconds{seconds};
        load.tx.run("INSERT INTO item_runs (id, meeting, started_at, ended_at, used_ms, added_minutes) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    item_id, id, started, ended, seconds * 1000, seconds > item.minutes * 60 + 60 ? 1 : 0);
        started = ended;
    }
    return meeting.item_runs ? started : meeting.starts_at + std::chrono::minutes{meeting.minutes};
}

void write_room(Writing& writing, const MeetingDraft& meeting, const MeetingId& id, Instant ended) {
    if (meeting.state != MeetingState::ended || meeting.type != meetings::MeetingKind::session) return;
    const auto host = writing.load.ids.of<PersonId>("person", "fac-1", meeting.origin);
    writing.load.tx.run(
        "INSERT INTO rooms (id, state, opened_at, ended_at, undo_until, current_item, item_started_at,"
        " item_minutes, host, floor, floor_since, last_ordinal, undo_item)"
        " VALUES (?, 'ended', ?, ?, NULL, NULL, NULL, 0, ?, NULL, NULL, 0, NULL)",
        id, meeting.starts_at, ended, host);
}

/// A convening of two days has a night in it: what counts is its agenda.
int agenda_minutes(const MeetingDraft& meeting) {
    int minutes = 0;
    for (const auto& item : meeting.agenda) minutes += item.minutes;
    return minutes == 0 ? meeting.minutes : minutes;
}

void write_present(Writing& writing, const MeetingDraft& meeting, const MeetingId& id,
                   const PresentDraft& present) {
    auto& load = writing.load;
    const auto found = writing.people.find(present.person);
    if (found == writing.people.end())
        meeting.origin.fail("demo/attendance.json names “" + present.person +
                            "”, who is not in demo/people.json");
    const auto& person = *found->second;
    const auto person_id = load.ids.of<PersonId>("person", person.key, person.origin);
    const auto organisation =
        load.tx.row<OrganisationId>("SELECT organisation FROM seats WHERE person = ? AND collaborative = ?",
                                    person_id, load.collaborative);
    const int minutes = std::min(present.minutes.value_or(0), meeting.minutes);
    // Who stayed for less came later or went earlier, by turns.
    const bool late = scattered(meeting.key + person.key) % 2 == 0;
    const auto joined = meeting.starts_at + std::chrono::minutes{late ? meeting.minutes - minutes : 0};
    const auto left = joined + std::chrono::minutes{minutes};
    const auto attendance =
        load.ids.make<AttendanceId>(joined, "attendance", meeting.key + "/" + person.key, meeting.origin);
    const auto signed_in = present.minutes ? std::nullopt : std::optional{agenda_minutes(meeting)};
    load.tx.run("INSERT INTO attendance (id, meeting, person, name, organisation, channel, connected, "
                "first_here_at, last_here_at,"
                " minutes, corrected_minutes, correction_reason, spoken_ms, lost_at)"
                " VALUES (?, ?, ?, ?, ?, 'web', 0, ?, ?, ?, ?, ?, 0, NULL)",
                attendance, id, person_id, person.name, organisation, joined, left, minutes, signed_in,
                std::string{signed_in ? "Signed in at the door; no minutes were measured." : ""});
    if (minutes > 0)
        load.tx.run(
            "INSERT INTO presence_intervals (attendance, joined_at, left_at, beat_at) VALUES (?, ?, ?, ?)",
            attendance, joined, left, left);
}

} // namespace

void write_series(Load& load, const SeriesDraft& series, const std::vector<PersonDraft>& people) {
    Writing writing{load, series, {}, {}};
    for (const auto& person : people) writing.people.emplace(person.key, &person);
    write_head(writing);
    for (const auto& meeting : series.meetings) {
        const auto id = write_meeting(writing, meeting);
        const auto ended = write_agenda(writing, meeting, id);
        write_room(writing, meeting, id, ended);
        for (const auto& present : meeting.present) write_present(writing, meeting, id, present);
    }
}

} // namespace interstate::content
