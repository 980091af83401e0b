#include "protocol/matrix.hpp"

#include <sstream>

namespace interstate::tests {

using permissions::Footing;
using permissions::Role;
using permissions::Tier;

namespace {

void set_membership(store::Transaction& tx, const OrganisationId& organisation, Footing footing, Tier tier) {
    tx.run("UPDATE memberships SET status = 'expired' WHERE organisation = ?", organisation);
    tx.run(
        "INSERT INTO memberships (organisation, year, status, tier, seat_cap)"
        " SELECT o.id, c.year, ?, ?, 400 FROM organisations o JOIN collaboratives c ON c.id = o.collaborative"
        " WHERE o.id = ? ON CONFLICT (organisation, year) DO UPDATE SET status = excluded.status,"
        " tier = excluded.tier, seat_cap = 400",
        std::string_view{footing == Footing::active  ? "active"
                         : footing == Footing::grace ? "grace"
                                                     : "expired"},
        tier, organisation);
}

/// The one administrator of a collaborative of their own.
PersonId administrator_elsewhere(store::Transaction& tx) {
    const auto id = [](std::uint8_t last) {
        return Ulid::from(Instant{7}, {0, 0, 0, 0, 0, 0, 0, 0, 0, last});
    };
    const CollaborativeId collaborative{id(1)};
    const OrganisationId organisation{id(2)};
    const PersonId person{id(3)};
    tx.run("INSERT INTO collaboratives (id, slug, name, short_name, year)"
           " VALUES (?, 'elsewhere', 'Elsewhere', 'ELSE', '2026-2027')",
           collaborative);
    tx.run("INSERT INTO organisations (id, collaborative, type, name, code, short_name, zone, tile_column, "
           "tile_row)"
           " VALUES (?, ?, 'convener', 'Elsewhere', '', 'Elsewhere', 'America/New_York', 0, 0)",
           organisation, collaborative);
    tx.run("INSERT INTO people (id, name, address, address_folded, zone, active)"
           " VALUES (?, 'Else Where', 'else@where.example', 'else@where.example', 'America/New_York', 1)",
           person);
    tx.run("INSERT INTO seats (person, collaborative, organisation, title, function, primary_contact)"
           " VALUES (?, ?, ?, '', 'other', 0)",
           person, collaborative, organisation);
    tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, 'administrator', ?)", person,
           collaborative);
    return person;
}

} // namespace

void become(store::Transaction& tx, const Persona& persona) {
    if (!persona.role) return;
    struct Seat {
        OrganisationId organisation;
        CollaborativeId collaborative;
    };
    const auto seat =
        tx.row<Seat>("SELECT organisation, collaborative FROM seats WHERE person = ?", persona.person)
            .value();
    tx.run("DELETE FROM role_grants WHERE person = ?", persona.person);
    tx.run("DELETE FROM scoped_role_grants WHERE person = ?", persona.person);
    tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, ?, ?)", persona.person,
           *persona.role, seat.collaborative);
    if (*persona.role == Role::state_lead || *persona.role == Role::state_member)
        set_membership(tx, seat.organisation, persona.footing, persona.tier);
    if (!persona.within) return;
    tx.run("INSERT INTO scoped_role_grants (id, collaborative, person, role, scope, subject, granted_by,"
           " granted_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING",
           Ulid::from(Instant{8}, {8}), seat.collaborative, persona.person, persona.within->role,
           persona.within->scope, persona.within->subject, persona.person);
    if (persona.within->scope == permissions::RoleScope::organisation)
        set_membership(tx, OrganisationId{persona.within->subject}, persona.footing, persona.tier);
}

Matrix::Matrix(House& house, OrganisationId own, std::optional<PersonId> self)
    : house_{house}, connection_{house.database().open_writer()}, own_{own}, self_{self} {
    staff_ =
        self && *self == house.cast.other_facilitator ? house.cast.facilitator : house.cast.other_facilitator;
    colleague_ = another(own);
}

PersonId Matrix::another(const OrganisationId& organisation) {
    return house_.one<PersonId>("SELECT s.person FROM seats s JOIN people p ON p.id = s.person"
                                " WHERE s.organisation = ? AND s.left_at IS NULL AND p.active = 1"
                                " AND s.person <> ? ORDER BY s.person LIMIT 1",
                                organisation, self_.value_or(PersonId{}));
}

std::optional<Refusal> Matrix::tried(const Persona& persona, const Try& attempt) {
    connection_->begin_write();
    store::Transaction tx{*connection_};
    become(tx, persona);
    auto refused = attempt(tx, persona.person);
    connection_->rollback();
    return refused;
}

bool Matrix::let_in(const Persona& persona, const Try& attempt) {
    auto refused = tried(persona, attempt);
    if (!refused) return true;
    kept_out_.emplace_back(persona, std::move(*refused));
    return false;
}

std::string Matrix::least_membership(const std::vector<PersonId>& people, const Try& attempt) {
    std::set<std::string> least;
    for (const auto& person : people)
        for (const auto role : {Role::state_lead, Role::state_member}) {
            const auto let = [&](Footing footing, Tier tier) {
                return let_in({person, role, footing, tier}, attempt);
            };
            if (!let(Footing::active, Tier::core)) continue;
            const auto footing = let(Footing::none, Tier::core)    ? Footing::none
                                 : let(Footing::grace, Tier::core) ? Footing::grace
                                                                   : Footing::active;
            const auto tier = let(Footing::active, Tier::extended) ? Tier::extended : Tier::core;
            // The two are asked for apart: with less of either nobody is let in.
            const bool apart = let(footing, tier) &&
                               (footing == Footing::none || !let(Footing::none, tier)) &&
                               (tier == Tier::extended || !let(footing, Tier::extended));
            least.insert(apart ? std::string{word_of(footing)} + " " + word_of(tier) : "mixed");
        }
    if (least.empty()) return "- -";
    return least.size() == 1 ? *least.begin() : "differs differs";
}

std::string Matrix::row(const Try& attempt) {
    kept_out_.clear();
    std::string cells;
    const auto cell = [&](const Persona& persona) { cells += let_in(persona, attempt) ? "yes " : "- "; };
    for (const auto role : {Role::administrator, Role::facilitator, Role::partner, Role::observer})
        cell({staff_, role});
    const std::vector near_and_far{colleague_, house_.cast.other_lead, house_.cast.outsider};
    for (const auto& person : near_and_far)
        for (const auto role : {Role::state_lead, Role::state_member}) cell({person, role});
    using enum permissions::RoleScope;
    cell({.person = house_.cast.outsider,
          .role = Role::state_member,
          .within = permissions::RoleWithin{Role::facilitator, series, house_.cast.series}});
    cell({.person = house_.cast.outsider,
          .role = Role::state_member,
          .within = permissions::RoleWithin{Role::state_member, organisation, own_}});
    if (self_)
        cell({*self_});
    else
        cells += "- ";
    // Of those who are kept out for their membership alone the others speak too.
    const auto kept_out = kept_out_;
    cells += least_membership(near_and_far, attempt);
    kept_out_ = kept_out;
    return cells;
}

std::string Matrix::strangers_let_in(const Try& attempt) {
    std::string let;
    const auto turned_away = [&](const char* who, const PersonId& person, auto&& make) {
        const bool in =
            !tried({person}, [&](store::Transaction& tx, const PersonId&) { return attempt(tx, make(tx)); });
        if (in) let += std::string{who} + " ";
    };
    const auto staff = staff_;
    turned_away("suspended", staff, [&](store::Transaction& tx) {
        tx.run("UPDATE people SET active = 0 WHERE id = ?", staff);
        return staff;
    });
    turned_away("left", staff, [&](store::Transaction& tx) {
        tx.run("UPDATE seats SET left_at = 1 WHERE person = ?", staff);
        return staff;
    });
    turned_away("roleless", staff, [&](store::Transaction& tx) {
        tx.run("DELETE FROM role_grants WHERE person = ?", staff);
        return staff;
    });
    turned_away("elsewhere", staff, [](store::Transaction& tx) { return administrator_elsewhere(tx); });
    return let;
}

std::map<std::string, std::string> rows_of(const char* table) {
    std::map<std::string, std::string> rows;
    std::istringstream lines{table};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words{line};
        std::string name, cells;
        if (!(words >> name)) continue;
        for (std::string cell; words >> cell;) cells += (cells.empty() ? "" : " ") + cell;
        INFO(name << " stands there twice");
        CHECK(rows.emplace(name, cells).second);
    }
    return rows;
}

} // namespace interstate::tests
