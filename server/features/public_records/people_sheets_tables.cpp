// The organization itself and its people.
#include "features/public_records/fragments.hpp"
#include "features/public_records/public_records.hpp"

namespace interstate::public_records {
namespace {

Sheet organisation() {
    return {"organization", "The organization as it stands now.", "id, name, short_name, code, type, zone",
            "SELECT id, name, short_name, code, type, zone FROM organisations WHERE id = ?1"};
}

Sheet memberships() {
    return {"memberships", "Its membership, year by year, for years that touch the range.",
            "year, starts_on, ends_on, status, tier, seats, decided_at",
            "SELECT m.year, y.starts_on, y.ends_on, m.status, m.tier, m.seat_cap, nullif(m.decided_at, 0)"
            " FROM memberships m LEFT JOIN membership_years y ON y.collaborative = ?4 AND y.label = m.year"
            " WHERE m.organisation = ?1 AND (y.label IS NULL OR (y.starts_on <= ?6 AND (y.ends_on >= ?5"
            " OR m.status = 'grace'))) ORDER BY m.year"};
}

Sheet ways_in() {
    return {"ways_in", "Mail domains that let people in, and a sign-in of its own, as they stand now.",
            "kind, name, made_at",
            "SELECT 'mail domain' AS kind, domain AS name, confirmed_at FROM organisation_domains"
            " WHERE organisation = ?1 AND confirmed_at < ?3"
            " UNION ALL SELECT 'sign-in of its own', issuer, added_at FROM providers WHERE organisation = ?1"
            " AND added_at < ?3"
            " UNION ALL SELECT 'domain of the sign-in', d.domain, p.added_at FROM providers p"
            " JOIN provider_domains d ON d.organisation = p.organisation WHERE p.organisation = ?1"
            " AND p.added_at < ?3 ORDER BY kind, name"};
}

Sheet people() {
    return {
        "people",
        "Everybody who had a seat of it at some time in the range. The address of who has a "
        "seat elsewhere by now is not its own.",
        "id, name, address",
        "SELECT p.id, p.name, CASE WHEN EXISTS (SELECT 1 FROM seats h WHERE h.person = p.id"
        " AND h.collaborative = ?4 AND h.organisation = ?1) THEN p.address END FROM people p WHERE p.id IN " +
            our_people() + " ORDER BY p.id"};
}

Sheet seats() {
    return {"seats", "Its seats: who holds one, or held it last.",
            "person, name, title, function, named_contact, taken_at, suspended_at, left_at",
            "SELECT s.person, p.name, s.title, s.function, CASE s.primary_contact WHEN 1 THEN 'yes' ELSE "
            "'no' END,"
            " nullif(s.taken_at, 0), nullif(s.suspended_at, 0), nullif(s.left_at, 0) FROM seats s"
            " JOIN people p ON p.id = s.person WHERE s.organisation = ?1 AND s.collaborative = ?4"
            " AND s.person IN " +
                our_people() + " ORDER BY s.person"};
}

Sheet past_seats() {
    return {
        "past_seats", "Seats of it that were left, with when.",
        "person, name, role, title, since_at, until_at",
        "SELECT a.person, p.name, a.role, a.title, nullif(a.since, 0), nullif(a.until, 0) FROM affiliations a"
        " JOIN people p ON p.id = a.person WHERE a.organisation = ?1 AND a.since < ?3"
        " AND (a.until = 0 OR a.until >= ?2) ORDER BY a.person, a.until"};
}

Sheet roles() {
    return {
        "roles", "What its people may do beside their seat, and who else was given a role in its team.",
        "person, name, role, where, subject, granted_at, until, ended_at, granted_by",
        "SELECT g.person AS person, p.name AS name, g.role AS role, 'collaborative' AS place,"
        " g.collaborative AS subject, NULL AS granted_at, NULL AS until, NULL AS ended_at, NULL AS granted_by"
        " FROM seats s JOIN role_grants g ON g.person = s.person AND g.collaborative = ?4"
        " JOIN people p ON p.id = s.person WHERE s.organisation = ?1 AND s.collaborative = ?4"
        " AND s.left_at IS NULL"
        " UNION SELECT g.person, " +
            named("g.person", "g.granted_at") +
            ", g.role, g.scope, g.subject, g.granted_at, g.until, g.ended_at, " +
            named("g.granted_by", "g.granted_at") +
            " FROM scoped_role_grants g WHERE g.collaborative = ?4 AND g.granted_at < ?3"
            " AND (g.ended_at IS NULL OR g.ended_at >= ?2) AND ((g.scope = 'organisation' AND g.subject = ?1)"
            " OR " +
            was_ours("g.person", "g.granted_at") + ") ORDER BY person, subject, role, granted_at"};
}

Sheet requests() {
    const std::string columns =
        "SELECT r.id AS id, r.name, r.title, r.function, r.statement, r.status,"
        " r.asked_at, r.decided_at, r.reason FROM join_requests r WHERE r.collaborative = ?4"
        " AND r.organisation = ?1 AND (" +
        in_period("r.asked_at") + " OR " + in_period("coalesce(r.decided_at, 0)") + ")";
    return {"requests_to_join", "Who asked for a seat of it, and what became of that.",
            "id, name, title, function, statement, status, asked_at, decided_at, reason",
            columns + " AND r.status = 'confirmed' UNION ALL " + columns +
                " AND r.status IN ('approved', 'declined', 'expired') ORDER BY id"};
}

Sheet terms() {
    return {
        "terms_accepted", "Which terms of use its people accepted, and when.",
        "person, name, version, accepted_at",
        "SELECT a.person, p.name, a.version, a.at FROM terms_acceptances a JOIN people p ON p.id = a.person"
        " WHERE a.collaborative = ?4 AND a.person IN " +
            our_people() + " AND " + in_period("a.at") + " AND " + was_ours("a.person", "a.at") +
            " ORDER BY a.person, a.version"};
}

/// Of somebody with a seat elsewhere too it is told here from their first visit on, as on their page.
Sheet offers() {
    return {"offers_and_wants",
            "What its people offer to others and want help with, as it stands now; no day is kept of it.",
            "person, name, side, position, text, principle",
            "SELECT e.person, p.name, e.side, e.position, e.text, e.principle FROM seats s"
            " JOIN profile_entries e ON e.person = s.person JOIN people p ON p.id = s.person"
            " WHERE s.organisation = ?1 AND s.collaborative = ?4 AND s.left_at IS NULL"
            " AND (s.used_at > s.taken_at OR NOT EXISTS (SELECT 1 FROM seats b WHERE b.person = s.person"
            " AND b.collaborative <> ?4)) ORDER BY e.person, e.side, e.position"};
}

} // namespace

std::vector<Sheet> sheets_of_people() {
    return {organisation(), memberships(), ways_in(),  people(), seats(),
            past_seats(),   roles(),       requests(), terms(),  offers()};
}

} // namespace interstate::public_records
