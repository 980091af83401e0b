#include "protocol/elsewhere.hpp"

namespace interstate::tests {

Elsewhere add_elsewhere(store::Transaction& tx) {
    const auto id = [](std::uint8_t last) {
        return Ulid::from(Instant{7}, {0, 0, 0, 0, 0, 0, 0, 0, 0, last});
    };
    const Elsewhere there{CollaborativeId{id(1)}, OrganisationId{id(2)}, PersonId{id(3)}};
    tx.run("INSERT INTO collaboratives (id, slug, name, short_name, year)"
           " VALUES (?, 'elsewhere', 'Elsewhere', 'ELSE', '2026-2027')",
           there.collaborative);
    tx.run("INSERT INTO organisations (id, collaborative, type, name, code, short_name, zone, tile_column, "
           "tile_row)"
           " VALUES (?, ?, 'convener', 'Elsewhere', '', 'Elsewhere', 'America/New_York', 0, 0)",
           there.organisation, there.collaborative);
    tx.run("INSERT INTO people (id, name, address, address_folded, zone, active)"
           " VALUES (?, 'Else Where', 'else@where.example', 'else@where.example', 'America/New_York', 1)",
           there.administrator);
    seat_elsewhere(tx, there, there.administrator, permissions::Role::administrator);
    return there;
}

void seat_elsewhere(store::Transaction& tx, const Elsewhere& there, const PersonId& person,
                    permissions::Role role) {
    tx.run("INSERT INTO seats (person, collaborative, organisation, title, function, primary_contact)"
           " VALUES (?, ?, ?, '', 'other', 0)",
           person, there.collaborative, there.organisation);
    tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, ?, ?)", person, role,
           there.collaborative);
}

} // namespace interstate::tests
