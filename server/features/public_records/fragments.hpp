#pragma once
// Conditions that stand in many of the sheets' queries. They are text of ours only: whatever is asked for is
// bound.
#include <string>

namespace interstate::public_records {

/// In the range that is asked for.
inline std::string in_period(const std::string& at) { return "(" + at + " >= ?2 AND " + at + " < ?3)"; }

/// Nobody was of two organizations at once: what somebody wrote before they came or after they left is of
/// another. Where nobody wrote down when, 0 stands.
inline std::string was_ours(const std::string& person, const std::string& at) {
    const auto none_before = [&](const std::string& since) {
        return "(" + at + " >= " + since +
               " OR NOT EXISTS (SELECT 1 FROM affiliations b_ WHERE b_.person = " + person +
               " AND b_.collaborative = ?4 AND b_.until <= " + since + "))";
    };
    return "(EXISTS (SELECT 1 FROM seats s_ WHERE s_.person = " + person +
           " AND s_.collaborative = ?4 AND s_.organisation = ?1"
           " AND (coalesce(s_.left_at, 0) = 0 OR " +
           at + " <= s_.left_at) AND " + none_before("s_.taken_at") +
           ") OR EXISTS (SELECT 1 FROM affiliations a_ WHERE a_.person = " + person +
           " AND a_.organisation = ?1 AND " + none_before("a_.since") + " AND " + at +
           " <= CASE a_.until WHEN 0 THEN coalesce((SELECT n_.taken_at FROM seats n_ WHERE n_.person = " +
           person + " AND n_.collaborative = ?4 AND n_.organisation <> ?1), " + at + ") ELSE a_.until END))";
}

/// Whoever was of the organization for some of the period: a list for IN.
inline std::string our_people() {
    return "(SELECT s_.person FROM seats s_ WHERE s_.organisation = ?1 AND s_.collaborative = ?4"
           " AND (coalesce(s_.left_at, 0) = 0 OR s_.left_at >= ?2) AND (s_.taken_at < ?3 OR NOT EXISTS"
           " (SELECT 1 FROM affiliations b_ WHERE b_.person = s_.person AND b_.collaborative = ?4"
           " AND b_.until <= s_.taken_at))"
           " UNION SELECT a_.person FROM affiliations a_ WHERE a_.organisation = ?1 AND a_.since < ?3"
           " AND (a_.until = 0 OR a_.until >= ?2))";
}

/// Of which organization somebody was then: one that they left later, or that of their seat.
inline std::string organisation_then(const std::string& person, const std::string& at) {
    const std::string seat = " FROM seats t_ WHERE t_.person = " + person + " AND t_.collaborative = ?4)";
    return "coalesce((SELECT d_.organisation FROM affiliations d_ WHERE d_.person = " + person +
           " AND d_.collaborative = ?4 AND d_.since <= " + at + " AND " + at +
           " < CASE d_.until WHEN 0 THEN coalesce((SELECT t_.taken_at" + seat +
           ", 0) ELSE d_.until END ORDER BY d_.until LIMIT 1), (SELECT t_.organisation" + seat + ")";
}

/// The name of one of ours; of others only whose they were then.
inline std::string named(const std::string& person, const std::string& at) {
    return "CASE WHEN " + was_ours(person, at) +
           " THEN (SELECT q_.name FROM people q_ WHERE q_.id = " + person +
           ") ELSE (SELECT 'somebody of ' || o_.short_name FROM organisations o_ WHERE o_.id = " +
           organisation_then(person, at) + ") END";
}

/// What stands in a stream is known to more than a team of others, those who run things, or who is in a room.
inline std::string is_shared(const std::string& stream) {
    return "(" + stream + " = 'organisation/' || ?1 OR instr(" + stream + ", 'series/') = 1 OR instr(" +
           stream + ", 'meeting/') = 1 OR instr(" + stream + ", 'collaborative/') = 1 OR instr(" + stream +
           ", 'extended/') = 1)";
}

} // namespace interstate::public_records
