// What must hold of seats and people, asked of the tables in SQL that shares nothing with the product's.
#include "protocol/seats_walk.hpp"

namespace interstate::tests {

std::optional<PersonId> contact_of(store::Transaction& tx, const OrganisationId& organisation) {
    return tx.row<PersonId>(
        "SELECT s.person FROM seats s, people p WHERE p.id = s.person AND s.organisation = ?"
        " AND s.primary_contact = 1 AND s.left_at IS NULL AND s.suspended_at IS NULL"
        " AND p.active = 1",
        organisation);
}

std::map<std::string, std::vector<std::string>> faults_of_seats(store::Transaction& tx) {
    static const std::vector<std::pair<const char*, const char*>> questions{
        {"INV-1", "SELECT 'years overlap: ' || a.label || ' and ' || b.label FROM membership_years a,"
                  " membership_years b WHERE a.collaborative = b.collaborative AND a.label < b.label"
                  " AND a.starts_on <= b.ends_on AND b.starts_on <= a.ends_on"},
        {"INV-1",
         "SELECT 'a year ends before it begins: ' || label FROM membership_years WHERE ends_on < starts_on"},
        {"INV-1", "SELECT 'two years run: ' || collaborative FROM membership_years WHERE status = 'active'"
                  " GROUP BY collaborative HAVING count(*) > 1"},
        {"INV-3",
         "SELECT 'two contacts: ' || organisation FROM seats WHERE primary_contact = 1 AND left_at IS"
         " NULL GROUP BY organisation HAVING count(*) > 1"},
        {"INV-3",
         "SELECT 'a contact who has left: ' || person FROM seats WHERE primary_contact = 1 AND left_at"
         " IS NOT NULL"},
        {"INV-4",
         "SELECT 'more seats taken than there are: ' || m.organisation FROM memberships m, organisations o"
         " WHERE o.id = m.organisation AND o.type = 'state_agency' AND m.status IN ('active', 'grace') AND"
         " m.seat_cap < (SELECT count(*) FROM seats s WHERE s.organisation = o.id AND s.left_at IS NULL)"},
        {"INV-5",
         "SELECT 'two seats here: ' || person FROM seats GROUP BY person, collaborative HAVING count(*) > 1"},
        {"INV-5",
         "SELECT 'held and left at once: ' || s.person FROM seats s, affiliations a WHERE a.person ="
         " s.person AND a.collaborative = s.collaborative AND s.left_at IS NULL AND a.until > s.taken_at"},
        {"INV-5",
         "SELECT 'two seats at one time: ' || a.person FROM affiliations a, affiliations b WHERE a.person ="
         " b.person AND a.collaborative = b.collaborative AND a.until < b.until AND b.since < a.until AND "
         "b.since > 0"},
        {"INV-5",
         "SELECT 'open, and its holder has left: ' || l.id FROM step_lanes l WHERE l.status NOT IN"
         " ('completed', 'set_aside', 'declined') AND NOT EXISTS (SELECT 1 FROM seats s WHERE s.person ="
         " l.owner AND s.organisation = l.organisation AND s.left_at IS NULL)"},
        {"INV-5",
         "SELECT 'lets a domain in, and has left: ' || d.confirmed_by FROM organisation_domains d WHERE NOT"
         " EXISTS (SELECT 1 FROM seats s WHERE s.person = d.confirmed_by AND s.organisation = d.organisation"
         " AND s.left_at IS NULL)"},
        {"INV-7",
         "SELECT 'one address, two people: ' || min(address) || ' and ' || max(address) FROM people GROUP BY"
         " lower(trim(replace(replace(replace(address, char(12290), '.'), char(65294), '.'), char(65377), "
         "'.'),"
         " char(9, 10, 13, 32, 160, 8195, 8203, 65279))) HAVING count(*) > 1"},
        {"INV-7", "SELECT 'compared as something else: ' || address FROM people WHERE address_folded <>"
                  " lower(trim(address))"},
        {"INV-7", "SELECT 'letters that look like others: ' || address FROM people WHERE address GLOB"
                  " '*[^!-~]*'"}};
    std::map<std::string, std::vector<std::string>> faults;
    for (const auto& [invariant, sql] : questions)
        for (auto& line : tx.rows<std::string>(sql)) faults[invariant].push_back(std::move(line));
    return faults;
}

} // namespace interstate::tests
