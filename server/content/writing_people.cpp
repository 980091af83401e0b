#include "content/writing.hpp"
#include "features/identity/leaving.hpp"
#include "features/membership/membership.hpp"
#include "features/permissions/permissions.hpp"

#include <algorithm>

namespace interstate::content {
namespace {

using membership::OrganisationKind;
using permissions::Role;

/// The demonstration's organisations that are no state, as demo/people.json names them.
struct Other {
    const char* key;
    const char* name;
    const char* short_name;
    OrganisationKind type;
};
constexpr Other others[] = {
    {"Demo Facilitation Team", "Demo Facilitation Team", "Demo Facilitation Team",
     OrganisationKind::convener},
    {"Demo Technical Assistance Network", "Demo Technical Assistance Network", "Demo TA Network",
     OrganisationKind::ta_provider},
    {"Demo Regional Center", "Demo Regional Center", "Demo Regional Center", OrganisationKind::ta_provider},
    {"Independent (demo)", "Independent experts (demo)", "Independent experts (demo)",
     OrganisationKind::partner},
    {"Demo Funder", "Demo Funder", "Demo Funder", OrganisationKind::federal},
};

void write_other_organisations(Load& load) {
    for (const auto& other : others) {
        const Origin origin{"demo/people.json", other.key};
        const auto at = instant_of(LocalTime{"2019-04-22T12:00"}, ZoneName{}).value();
        load.tx.run("INSERT INTO organisations (id, collaborative, type, name, code, short_name, zone, "
                    "tile_column, tile_row)"
                    " VALUES (?, ?, ?, ?, '', ?, 'America/New_York', -1, -1)",
                    load.ids.make<OrganisationId>(at, "organisation", other.key, origin), load.collaborative,
                    other.type, std::string{other.name}, std::string{other.short_name});
    }
}

OrganisationId organisation_of(Load& load, const PersonDraft& person) {
    if (person.state.empty())
        return load.ids.of<OrganisationId>("organisation", person.organisation, person.origin);
    const auto id =
        load.tx.row<OrganisationId>("SELECT id FROM organisations WHERE collaborative = ? AND code = ?",
                                    load.collaborative, person.state);
    if (!id)
        person.origin.fail("“jurisdiction” names “" + person.state + "”, which is not in jurisdictions.json");
    return *id;
}

void grant(Load& load, const PersonId& id, Role role) {
    load.tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, ?, ?)", id, role,
                load.collaborative);
}

void write_person(Load& load, const PersonDraft& person) {
    Role role{};
    if (!enum_of(person.role, role))
        person.origin.fail("“platform_role” is no role of this product: " + person.role);
    const auto joined = instant_of(LocalTime{person.joined.str() + "T14:00"}, ZoneName{}).value();
    const auto id = load.ids.make<PersonId>(joined, "person", person.key, person.origin);
    const auto visited =
        load.context.now - std::chrono::hours{20 + static_cast<int>(scattered(person.key) % 60)};
    if (load.tx.any("SELECT 1 FROM people WHERE address_folded = ?", folded(person.address)))
        person.origin.fail("“email” is another person's already: " + person.address);
    load.tx.run("INSERT INTO people (id, name, address, address_folded, zone, active, last_visit, "
                "this_visit, seen_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, person.name, person.address, folded(person.address), person.zone, person.active, visited,
                visited, visited);
    load.tx.run("INSERT INTO seats (person, collaborative, organisation, title, function, primary_contact,"
                " taken_at, left_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id, load.collaborative, organisation_of(load, person), person.title, person.function,
                person.primary_contact, joined, person.active ? std::nullopt : std::optional{visited});
    grant(load, id, role);
    if (person.key == "fac-1") grant(load, id, Role::administrator);
    if (!person.active) identity::keep_affiliation(load.tx, id, load.collaborative, visited);
}

/// The demonstration's words for membership, in those of the product.
std::string status_of(const Record& record, const std::string& running_year) {
    const auto status = record.text("status");
    if (status == "active") return record.text("year") < running_year ? "expired" : "approved";
    if (status == "lapsed") return "expired";
    if (status == "withdrawn") return status;
    if (status == "pending" || status == "invited" || status == "prospect") return "applied";
    record.origin().fail("“status” is no status of a membership: " + status);
}

/// Six seats, or as many as are taken.
void write_membership(Load& load, const OrganisationId& organisation, const std::string& year,
                      const std::string& status) {
    load.tx.run("INSERT INTO memberships (organisation, year, status, tier, seat_cap)"
                " SELECT ?, ?, ?, 'core', CASE WHEN count(*) > 6 THEN count(*) ELSE 6 END"
                " FROM seats WHERE organisation = ? AND left_at IS NULL"
                " ON CONFLICT (organisation, year) DO UPDATE SET status = excluded.status",
                organisation, year, status, organisation);
}

} // namespace

void write_people(Load& load, const std::vector<PersonDraft>& people) {
    write_other_organisations(load);
    for (const auto& person : people) write_person(load, person);
}

void write_memberships(Load& load, const std::vector<std::string>& current_members) {
    const Source source{load.context, "demo/memberships.json"};
    const auto running = membership_year(load.context.today);
    for (const auto& record : source.records("memberships")) {
        const auto year = record.get<Text<9, 9>>("year").str();
        write_year(load, year);
        write_membership(load,
                         load.ids.of<OrganisationId>("state", record.text("jurisdiction"), record.origin()),
                         year, status_of(record, running));
    }
    const Origin origin{"p2p_series.json", "participating_seas"};
    for (const auto& code : current_members)
        write_membership(load, load.ids.of<OrganisationId>("state", code, origin), running, "active");
}

} // namespace interstate::content
