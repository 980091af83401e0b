// Steps, and sessions: who was asked, who came, when they were there.
#include "features/public_records/fragments.hpp"
#include "features/public_records/public_records.hpp"

namespace interstate::public_records {
namespace {

/// Begun, due, changed or spoken of in the range.
std::string touches(const std::string& step) {
    return "(" + in_period(step + ".set_at") + " OR " + step + ".due_on BETWEEN ?5 AND ?6 OR " +
           in_period("coalesce(" + step + ".help_at, 0)") +
           " OR EXISTS (SELECT 1 FROM step_lanes f_ WHERE f_.step = " + step +
           ".id AND f_.organisation = ?1 AND (" + in_period("coalesce(f_.finished_at, 0)") +
           " OR f_.due_on BETWEEN ?5 AND ?6)) OR EXISTS (SELECT 1 FROM step_updates u_ WHERE u_.step = " +
           step + ".id AND " + in_period("u_.at") + "))";
}

Sheet steps() {
    return {
        "steps", "Its action steps that were begun, due or worked on in the range, as they stand.",
        "id, title, how_we_will_know, detail, category, level, horizon, objectives, principles, visibility,"
        " status, due_on, committed_at, committed_by, on_behalf, help, help_text, help_at, series, session",
        "SELECT a.id, a.title, a.measure, a.detail, a.category, a.level, a.horizon, a.objectives, "
        "a.principles,"
        " a.visibility, a.status, a.due_on, a.set_at, " +
            named("a.set_by", "a.set_at") +
            ", CASE a.on_behalf WHEN 1 THEN 'yes' ELSE 'no' END, a.help, a.help_text, a.help_at, a.series,"
            " a.meeting FROM action_steps a WHERE a.organisation = ?1"
            " AND a.collaborative = ?4 AND " +
            touches("a") + " ORDER BY a.id"};
}

Sheet shared_steps() {
    return {"shared_steps_context",
            "CONTEXT: steps that another organization leads and in which this one has a part of its own.",
            "step, led_by, context_title, context_how_we_will_know",
            "SELECT a.id, o.short_name, CASE WHEN " + is_shared("a.stream") +
                " THEN a.title END, CASE WHEN " + is_shared("a.stream") +
                " THEN a.measure END FROM step_lanes l JOIN action_steps a ON a.id = l.step"
                " JOIN organisations o ON o.id = a.organisation WHERE l.organisation = ?1 AND a.organisation "
                "<> ?1"
                " AND a.collaborative = ?4 AND " +
                touches("a") + " ORDER BY a.id"};
}

Sheet lanes() {
    return {"step_parts", "Its part of each of those steps: who owns it, until when, and how it stands.",
            "id, step, owner, due_on, status, outcome, finished_at",
            "SELECT l.id, l.step, (SELECT q.name FROM people q WHERE q.id = l.owner)"
            ", l.due_on, l.status, l.outcome, l.finished_at FROM step_lanes l"
            " JOIN action_steps a ON a.id = l.step WHERE l.organisation = ?1 AND a.collaborative = ?4 AND " +
                touches("a") + " ORDER BY l.step"};
}

Sheet updates() {
    const std::string columns = "SELECT u.id AS id, u.step, l.id, u.number, u.at, " +
                                named("u.author", "u.at") + ", u.from_status, u.to_status, u.text";
    return {"step_updates",
            "Every update of its parts of steps in the range, and what its people wrote on others'.",
            "id, step, part, number, written_at, author, from_status, to_status, text",
            columns +
                " FROM step_lanes l JOIN action_steps a ON a.id = l.step JOIN step_updates u ON u.lane = l.id"
                " WHERE l.organisation = ?1 AND a.collaborative = ?4 AND " +
                in_period("u.at") + " UNION ALL " + columns +
                " FROM step_updates u JOIN step_lanes l ON l.id = u.lane JOIN action_steps a ON a.id = l.step"
                " WHERE u.author IN " +
                our_people() + " AND l.organisation <> ?1 AND a.collaborative = ?4 AND " + in_period("u.at") +
                " AND " + was_ours("u.author", "u.at") + " ORDER BY id"};
}

Sheet links() {
    return {"step_links", "Ties of its steps with others; no day is kept of them.",
            "id, kind, from_step, to_step",
            "SELECT k.id AS id, k.type, k.from_step, k.to_step FROM action_steps a"
            " JOIN step_links k ON k.from_step = a.id WHERE a.organisation = ?1 AND a.collaborative = ?4"
            " UNION SELECT k.id, k.type, k.from_step, k.to_step FROM action_steps a"
            " JOIN step_links k ON k.to_step = a.id WHERE a.organisation = ?1 AND a.collaborative = ?4 ORDER "
            "BY id"};
}

Sheet no_steps() {
    return {"sessions_without_a_step", "Why it committed to no step in a session.", "id, session, reason",
            "SELECT n.id, n.meeting, n.reason FROM no_steps n JOIN meetings m ON m.id = n.meeting"
            " WHERE n.organisation = ?1 AND m.collaborative = ?4 AND " +
                in_period("m.starts_at") + " ORDER BY n.id"};
}

Sheet series() {
    return {"series", "Series in which it takes part, that touch the range.",
            "id, title, description, state, starts_on, ends_on",
            "SELECT s.id, s.title, s.description, s.state, s.starts_on, s.ends_on FROM participations p"
            " JOIN series s ON s.id = p.series WHERE p.organisation = ?1 AND s.collaborative = ?4"
            " AND s.state <> 'draft' AND s.starts_on <= ?6 AND s.ends_on >= ?5 ORDER BY s.id"};
}

/// Announced, in the range, and of its series, of everybody, or attended by somebody of its people.
std::string from_our_sessions(const std::string& more = {}) {
    return " FROM meetings m" + more + " WHERE m.collaborative = ?4 AND m.announced_at IS NOT NULL AND " +
           in_period("m.starts_at") +
           " AND (m.series IS NULL OR EXISTS (SELECT 1 FROM participations i WHERE i.series = m.series"
           " AND i.organisation = ?1) OR EXISTS (SELECT 1 FROM rsvps r WHERE r.meeting = m.id AND "
           "r.organisation = ?1)"
           " OR EXISTS (SELECT 1 FROM attendance t WHERE t.organisation = ?1 AND t.meeting = m.id))";
}

Sheet sessions() {
    return {"sessions", "Sessions in the range to which it was invited or in which its people were.",
            "id, series, number, type, state, title, summary, starts_at, zone, minutes, place, pre_work, "
            "materials,"
            " outcome, announced_at, moved_at, cancel_reason",
            "SELECT m.id, m.series, m.ordinal, m.type, m.state, m.title, m.summary, m.starts_at, m.zone, "
            "m.minutes,"
            " m.place, m.pre_work, m.materials, m.outcome, m.announced_at, m.moved_at, m.cancel_reason" +
                from_our_sessions() + " ORDER BY m.id"};
}

Sheet agenda() {
    return {"agenda", "The agendas of those sessions.",
            "id, session, number, title, minutes, who, mode, instruction, capture",
            "SELECT g.id, m.id, g.ordinal, g.title, g.minutes, g.who, g.mode, g.instruction, g.capture" +
                from_our_sessions(" CROSS JOIN agenda_items g ON g.meeting = m.id") +
                " ORDER BY m.id, g.ordinal"};
}

Sheet answers() {
    return {
        "answers_to_invitations", "Who of its people said whether they come to a session.",
        "id, session, person, name, answer, mode, way, answered_by, answered_at, asked_again, ended_at",
        "SELECT r.id, m.id, r.person, " + named("r.person", "r.answered_at") +
            ", r.answer, r.mode, r.source, " + named("r.answered_by", "r.answered_at") +
            ", r.answered_at, CASE r.to_confirm WHEN 1 THEN 'yes' ELSE 'no' END, r.ended_at FROM meetings m"
            " CROSS JOIN rsvps r ON r.meeting = m.id WHERE m.collaborative = ?4 AND r.organisation = ?1 AND "
            "(" +
            in_period("r.answered_at") + " OR " + in_period("m.starts_at") + ") ORDER BY r.id"};
}

/// Rows of the roster that are its people's.
std::string from_our_presence(const std::string& more = {}) {
    return " FROM attendance t JOIN meetings m ON m.id = t.meeting" + more +
           " WHERE t.organisation = ?1 AND m.collaborative = ?4 AND (" + in_period("m.starts_at") + " OR " +
           in_period("coalesce(t.first_here_at, 0)") + ")";
}

Sheet attendance() {
    return {"attendance", "Who of its people was in a session, and for how long.",
            "id, session, person, name, way, first_here_at, last_here_at, minutes, corrected_minutes,"
            " correction_reason, spoken_milliseconds",
            "SELECT t.id, t.meeting, t.person, t.name, t.channel, t.first_here_at, t.last_here_at, t.minutes,"
            " t.corrected_minutes, t.correction_reason, t.spoken_ms" +
                from_our_presence() + " ORDER BY t.id"};
}

Sheet presence() {
    return {"presence", "From when to when each of them was there.", "attendance, joined_at, left_at",
            "SELECT t.id, i.joined_at, i.left_at" +
                from_our_presence(" CROSS JOIN presence_intervals i ON i.attendance = t.id") +
                " ORDER BY t.id, i.joined_at"};
}

Sheet hands() {
    return {"raised_hands",
            "Hands of its people that are up at this moment; none is kept once it is lowered.",
            "id, session, attendance, number, state, raised_at",
            "SELECT h.id, h.meeting, t.id, h.ordinal, h.state, h.raised_at" +
                from_our_presence(" CROSS JOIN hands h ON h.who = t.id") + " ORDER BY h.id"};
}

} // namespace

std::vector<Sheet> sheets_of_work() {
    return {steps(),    shared_steps(), lanes(),   updates(),    links(),    no_steps(), series(),
            sessions(), agenda(),       answers(), attendance(), presence(), hands()};
}

} // namespace interstate::public_records
