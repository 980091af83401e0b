// Who is here, since when, and how many minutes that makes.
#include "features/rooms/room_tables.hpp"

#include <unordered_set>

namespace interstate::rooms {
namespace {

std::optional<Instant> staying_since(store::Transaction& tx, const AttendanceId& row) {
    return tx.row<Instant>(
        "SELECT joined_at FROM presence_intervals WHERE attendance = ? AND left_at IS NULL", row);
}

/// The stay that is not over, up to its last beat.
std::optional<Stay> open_stay(store::Transaction& tx, const AttendanceId& row) {
    return tx.row<Stay>(
        "SELECT joined_at, beat_at FROM presence_intervals WHERE attendance = ? AND left_at IS NULL", row);
}

/// Whether as much time may have passed since the beat as the clock says.
bool follows(Instant beat, Instant now) { return std::chrono::abs(now - beat) <= longest_pause; }

/// Minutes up to the last beat of the open stay. News only when they have changed.
void measure(store::Transaction& tx, const AttendanceId& row, Changes& changes) {
    const int minutes = minutes_of(tx.rows<Stay>(
        "SELECT joined_at, coalesce(left_at, beat_at) FROM presence_intervals WHERE attendance = ?", row));
    if (tx.run("UPDATE attendance SET minutes = ? WHERE id = ? AND minutes <> ?", minutes, row, minutes) > 0)
        changes.put(Kind::attendance, row);
}

/// Who waited and was never in the open room leaves no trace; a corrected or imported row is kept.
bool forget_if_never_here(store::Transaction& tx, const MeetingId& meeting, const AttendanceId& row,
                          Changes& changes) {
    if (tx.run("DELETE FROM attendance WHERE id = ? AND first_here_at IS NULL AND minutes = 0"
               " AND corrected_minutes IS NULL",
               row) == 0)
        return false;
    changes.remove(stream_of(meeting), Kind::attendance, row);
    return true;
}

RosterFacts facts_of_row(store::Transaction& tx, const Scene& scene, const std::optional<AttendanceId>& id) {
    RosterFacts facts{.scene = scene, .row = {}, .staying_since = {}};
    if (!id) return facts;
    facts.row = find(tx, *id, As<Attendance>{});
    facts.connected = tx.any("SELECT 1 FROM attendance WHERE id = ? AND connected = 1", *id);
    facts.staying_since = staying_since(tx, *id);
    return facts;
}

RosterFacts facts_of_person(store::Transaction& tx, const MeetingId& meeting,
                            const std::optional<PersonId>& person, const Context& context) {
    return facts_of_row(
        tx, scene_of(tx, meeting, context),
        tx.row<AttendanceId>("SELECT id FROM attendance WHERE meeting = ? AND person = ?", meeting, person));
}

RosterFacts facts_of_listed(store::Transaction& tx, const MeetingId& meeting, const AttendanceId& id,
                            const Context& context) {
    return facts_of_row(
        tx, scene_of(tx, meeting, context),
        tx.row<AttendanceId>("SELECT id FROM attendance WHERE id = ? AND meeting = ?", id, meeting));
}

void go(store::Transaction& tx, const MeetingId& meeting, const RosterFacts& facts, Instant at,
        Changes& changes) {
    if (!facts.row || !facts.connected) return;
    const auto& row = facts.row->id;
    tx.run("UPDATE attendance SET connected = 0 WHERE id = ?", row);
    if (forget_if_never_here(tx, meeting, row, changes)) return;
    end_stay(tx, row, at, changes);
    lower_hand_of(tx, row, at, changes);
    changes.put(Kind::attendance, row);
}

/// Rooms that have ended for good take nobody in; while the ending can be undone, people may come back.
bool takes_people(const Scene& scene, Instant now) {
    if (!scene.meeting || scene.meeting->stage == Stage::cancelled) return false;
    if (scene.meeting->stage != Stage::ended) return true;
    return scene.room && scene.room->undo_until && now < *scene.room->undo_until;
}

AttendanceId add_person(store::Transaction& tx, const Arrive& command, const CollaborativeId& collaborative,
                        const Context& context) {
    const auto row = context.new_id<AttendanceId>();
    tx.run("INSERT INTO attendance (id, meeting, person, name, organisation, channel, connected, minutes,"
           " correction_reason,"
           " spoken_ms) SELECT ?, ?, p.id, p.name, s.organisation, 'web', 0, 0, '', 0 FROM people p"
           " JOIN seats s ON s.person = p.id AND s.collaborative = ? WHERE p.id = ?",
           row, command.meeting, collaborative, command.person);
    return row;
}

/// Hands outlive a restart; those of people who did not come back go after a while.
void lower_lost_hands(store::Transaction& tx, const MeetingId& meeting, const Context& context,
                      Changes& changes) {
    struct Lost {
        AttendanceId row;
        Instant last_here_at;
    };
    const auto lost = tx.rows<Lost>("SELECT a.id, coalesce(a.last_here_at, a.lost_at) FROM hands h"
                                    " JOIN attendance a ON a.id = h.who"
                                    " WHERE h.meeting = ? AND a.connected = 0 AND a.lost_at <= ?",
                                    meeting, context.now - grace_after_restart);
    for (const auto& one : lost) lower_hand_of(tx, one.row, one.last_here_at, changes);
}

} // namespace

void begin_stay(store::Transaction& tx, const AttendanceId& row, Instant at, Changes& changes) {
    tx.run("INSERT INTO presence_intervals (attendance, joined_at, left_at, beat_at) VALUES (?, ?, NULL, ?)"
           " ON CONFLICT (attendance, joined_at) DO UPDATE SET left_at = NULL",
           row, at, at);
    tx.run("UPDATE attendance SET first_here_at = coalesce(first_here_at, ?) WHERE id = ?", at, row);
    changes.put(Kind::attendance, row);
}

void end_stay(store::Transaction& tx, const AttendanceId& row, Instant at, Changes& changes) {
    const auto stay = open_stay(tx, row);
    if (!stay) return;
    const auto end = std::max(stay->joined_at, follows(stay->left_at, at) ? at : stay->left_at);
    tx.run("UPDATE presence_intervals SET left_at = ? WHERE attendance = ? AND left_at IS NULL", end, row);
    tx.run("UPDATE attendance SET last_here_at = ? WHERE id = ?", end, row);
    changes.put(Kind::attendance, row);
    measure(tx, row, changes);
}

std::vector<AttendanceId> connected_rows(store::Transaction& tx, const MeetingId& meeting) {
    return tx.rows<AttendanceId>("SELECT id FROM attendance WHERE meeting = ? AND connected = 1 ORDER BY id",
                                 meeting);
}

void forget_never_here(store::Transaction& tx, const MeetingId& meeting, Changes& changes) {
    const auto rows = tx.rows<AttendanceId>(
        "SELECT id FROM attendance WHERE meeting = ? AND first_here_at IS NULL", meeting);
    for (const auto& row : rows) forget_if_never_here(tx, meeting, row, changes);
}

void close_open_intervals(store::Transaction& tx, const Context& context, Changes& changes) {
    struct Connected {
        AttendanceId row;
        MeetingId meeting;
        std::optional<Instant> beat_at;
    };
    const auto rows = tx.rows<Connected>(
        "SELECT a.id, a.meeting, i.beat_at FROM attendance a LEFT JOIN presence_intervals i"
        " ON i.attendance = a.id AND i.left_at IS NULL"
        " WHERE a.connected = 1 AND a.person IS NOT NULL ORDER BY a.meeting, a.id");
    for (const auto& one : rows) {
        tx.run("UPDATE attendance SET connected = 0, lost_at = ? WHERE id = ?", context.now, one.row);
        if (forget_if_never_here(tx, one.meeting, one.row, changes)) continue;
        if (one.beat_at) end_stay(tx, one.row, *one.beat_at, changes);
        changes.put(Kind::attendance, one.row);
    }
}

// ---- arrive, depart, leave_room -------------------------------------------------------------------------

RosterFacts gather(store::Transaction& tx, const Arrive& command, const Context& context) {
    auto facts = facts_of_person(tx, command.meeting, command.person, context);
    facts.may_enter = permissions::may_follow(tx, command.person, {StreamKind::present, command.meeting});
    return facts;
}

void record(store::Transaction& tx, const Arrive& command, const RosterFacts& facts, const Arrived&,
            const Context& context, Changes& changes) {
    if (facts.connected || !takes_people(facts.scene, context.now)) return;
    const auto row =
        facts.row ? facts.row->id : add_person(tx, command, facts.scene.meeting->collaborative, context);
    tx.run("UPDATE attendance SET connected = 1, lost_at = NULL WHERE id = ?", row);
    changes.put(Kind::attendance, row);
    if (is_open(facts.scene)) begin_stay(tx, row, context.now, changes);
}

RosterFacts gather(store::Transaction& tx, const Depart& command, const Context& context) {
    return facts_of_person(tx, command.meeting, command.person, context);
}

void record(store::Transaction& tx, const Depart& command, const RosterFacts& facts, const Departed&,
            const Context& context, Changes& changes) {
    // Who went before the present stay began has come back since.
    if (facts.staying_since && command.at < *facts.staying_since) return;
    go(tx, command.meeting, facts, std::min(command.at, context.now), changes);
}

RosterFacts gather(store::Transaction& tx, const LeaveRoom& command, const Context& context) {
    return facts_of_person(tx, command.meeting, context.actor, context);
}

void record(store::Transaction& tx, const LeaveRoom& command, const RosterFacts& facts, const Departed&,
            const Context& context, Changes& changes) {
    go(tx, command.meeting, facts, context.now, changes);
}

// ---- heartbeat, close_stale -----------------------------------------------------------------------------

Scene gather(store::Transaction& tx, const Heartbeat& command, const Context& context) {
    return scene_of(tx, command.meeting, context);
}

void record(store::Transaction& tx, const Heartbeat& command, const Scene& scene, const HeartBeaten&,
            const Context& context, Changes& changes) {
    if (!is_open(scene)) return;
    struct Connected {
        AttendanceId row;
        std::optional<PersonId> person;
    };
    const std::unordered_set<PersonId> here{command.here.begin(), command.here.end()};
    const auto rows = tx.rows<Connected>(
        "SELECT id, person FROM attendance WHERE meeting = ? AND connected = 1", command.meeting);
    for (const auto& one : rows) {
        if (one.person && !here.contains(*one.person)) continue;
        if (const auto stay = open_stay(tx, one.row); stay && !follows(stay->left_at, context.now)) {
            end_stay(tx, one.row, stay->left_at, changes);
            begin_stay(tx, one.row, context.now, changes);
        }
        tx.run("UPDATE presence_intervals SET beat_at = ?"
               " WHERE attendance = ? AND left_at IS NULL AND beat_at < ?",
               context.now, one.row, context.now);
        measure(tx, one.row, changes);
    }
    lower_lost_hands(tx, command.meeting, context, changes);
}

NoFacts gather(store::Transaction&, const CloseStale&, const Context&) { return {}; }

void record(store::Transaction& tx, const CloseStale&, const NoFacts&, const StaleClosed&,
            const Context& context, Changes& changes) {
    close_open_intervals(tx, context, changes);
}

// ---- add_guest, remove_guest ----------------------------------------------------------------------------

GuestFacts gather(store::Transaction& tx, const AddGuest& command, const Context& context) {
    GuestFacts facts{.scene = scene_of(tx, command.meeting, context), .organisation = {}, .states = {}};
    if (!facts.scene.meeting) return facts;
    struct State {
        OrganisationId id;
        std::string code;
    };
    const auto& meeting = *facts.scene.meeting;
    const auto states =
        meeting.series
            ? tx.rows<State>(
                  "SELECT o.id, o.code FROM participations p JOIN organisations o ON o.id = p.organisation"
                  " WHERE p.series = ? AND o.code <> '' ORDER BY o.code",
                  *meeting.series)
            : tx.rows<State>("SELECT id, code FROM organisations WHERE collaborative = ? AND code <> ''"
                             " AND type = 'state_agency' ORDER BY code",
                             meeting.collaborative);
    for (const auto& state : states) {
        facts.states += (facts.states.empty() ? "" : ", ") + state.code;
        if (command.state && folded(state.code) == folded(command.state->str()))
            facts.organisation = state.id;
    }
    facts.guests =
        tx.row<int>("SELECT count(*) FROM attendance WHERE meeting = ? AND person IS NULL", command.meeting)
            .value_or(0);
    return facts;
}

void record(store::Transaction& tx, const AddGuest& command, const GuestFacts& facts, const GuestAdded& added,
            const Context& context, Changes& changes) {
    tx.run("INSERT INTO attendance (id, meeting, name, organisation, channel, connected, minutes,"
           " correction_reason,"
           " spoken_ms) VALUES (?, ?, ?, ?, ?, 1, 0, '', 0)",
           added.attendance, command.meeting, command.guest_name, facts.organisation, command.channel);
    changes.put(Kind::attendance, added.attendance);
    if (is_open(facts.scene)) begin_stay(tx, added.attendance, context.now, changes);
}

RosterFacts gather(store::Transaction& tx, const RemoveGuest& command, const Context& context) {
    return facts_of_listed(tx, command.meeting, command.attendance, context);
}

void record(store::Transaction& tx, const RemoveGuest& command, const RosterFacts& facts, const GuestRemoved&,
            const Context& context, Changes& changes) {
    go(tx, command.meeting, facts, context.now, changes);
}

// ---- correct_attendance ---------------------------------------------------------------------------------

RosterFacts gather(store::Transaction& tx, const CorrectAttendance& command, const Context& context) {
    return facts_of_listed(tx, command.meeting, command.attendance, context);
}

void record(store::Transaction& tx, const CorrectAttendance& command, const RosterFacts&,
            const AttendanceCorrected&, const Context&, Changes& changes) {
    tx.run("UPDATE attendance SET corrected_minutes = ?, correction_reason = ? WHERE id = ?", command.minutes,
           command.minutes ? command.reason.str() : std::string{}, command.attendance);
    changes.put(Kind::attendance, command.attendance);
}

} // namespace interstate::rooms
