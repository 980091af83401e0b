#pragma once
// A small collaborative for tests on tables: Ohio, Utah and the convener, with a person for each role.
#include "support/law.hpp"

namespace interstate::law {

template <class IdType>
IdType made(std::uint8_t number) {
    return IdType{Ulid::from({1000}, {number})};
}

inline const auto collaborative = made<CollaborativeId>(1);
inline const auto ohio = made<OrganisationId>(11);
inline const auto utah = made<OrganisationId>(12);
inline const auto convener = made<OrganisationId>(13);
inline const auto facilitator = made<PersonId>(21);
inline const auto administrator = made<PersonId>(22);
inline const auto ohioan = made<PersonId>(23);
inline const auto utahn = made<PersonId>(24);
inline const auto partner = made<PersonId>(25);

inline const Stream extended{StreamKind::extended, collaborative};
inline const Stream members{StreamKind::collaborative, collaborative};
inline const Stream staff{StreamKind::staff, collaborative};

inline void add_organisation(store::Transaction& tx, const OrganisationId& id, std::string_view type,
                             std::string_view code, std::string_view short_name) {
    tx.run("INSERT INTO organisations (id, collaborative, type, name, code, short_name, zone, tile_column, "
           "tile_row)"
           " VALUES (?, ?, ?, ?, ?, ?, 'America/New_York', -1, -1)",
           id, collaborative, type, std::string{short_name} + " agency", code, short_name);
}

inline void add_person(store::Transaction& tx, const PersonId& id, std::string_view name,
                       const OrganisationId& organisation, std::string_view role) {
    const auto address = std::string{name} + "@agency.example";
    tx.run("INSERT INTO people (id, name, address, address_folded, zone, active) VALUES (?, ?, ?, ?, "
           "'America/New_York', 1)",
           id, name, address, folded(address));
    tx.run("INSERT INTO seats (person, collaborative, organisation, title, function, primary_contact)"
           " VALUES (?, ?, ?, '', '', 0)",
           id, collaborative, organisation);
    tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, ?, ?)", id, role, collaborative);
}

inline void add_collaborative(store::Transaction& tx) {
    tx.run("INSERT INTO collaboratives (id, slug, name, short_name, year) VALUES (?, 'sdi', 'School and "
           "District Improvement',"
           " 'SDI', '2026-2027')",
           collaborative);
    add_organisation(tx, ohio, "state_agency", "OH", "Ohio");
    add_organisation(tx, utah, "state_agency", "UT", "Utah");
    add_organisation(tx, convener, "convener", "", "CCSSO");
    for (const auto& state : {ohio, utah})
        tx.run("INSERT INTO memberships (organisation, year, status, tier, seat_cap)"
               " VALUES (?, '2026-2027', 'active', 'core', 6)",
               state);
    add_person(tx, facilitator, "Fay", convener, "facilitator");
    add_person(tx, administrator, "Ada", convener, "administrator");
    add_person(tx, ohioan, "Ohm", ohio, "state_lead");
    add_person(tx, utahn, "Ute", utah, "state_member");
    add_person(tx, partner, "Pat", convener, "partner");
}

/// A command's circumstances: at `ms`, with ids that no other `seed` makes.
inline Context by(const PersonId& person, std::int64_t ms, std::uint8_t seed) {
    return {.actor = person, .now = {ms}, .ids = IdSource{{ms}, {seed}}, .secret = [] {
                return std::string(43, 's');
            }};
}

} // namespace interstate::law
