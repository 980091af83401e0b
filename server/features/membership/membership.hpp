#pragma once
// Collaboratives and the organisations that are their members.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::membership {

/// Home: extended.
struct Collaborative {
    static constexpr Kind kind = Kind::collaborative;
    CollaborativeId id;
    Text<1, 40> slug;
    Text<1, 200> name;
    Text<1, 40> short_name;
    /// The membership year that is running, for example "2026-2027".
    Text<1, 20> year;
};
INTERSTATE_DESCRIBE(Collaborative, id, slug, name, short_name, year)

enum class OrganisationKind { state_agency, convener, ta_provider, partner, federal };
INTERSTATE_DESCRIBE_ENUM(OrganisationKind, state_agency, convener, ta_provider, partner, federal)

/// Home: extended.
struct Organisation {
    static constexpr Kind kind = Kind::organisation;
    OrganisationId id;
    CollaborativeId collaborative;
    OrganisationKind type = OrganisationKind::state_agency;
    Text<1, 200> name;
    /// Two letters, or "BIE", "DoDEA"; empty for what is no jurisdiction.
    Text<0, 8> code;
    /// The jurisdiction's name ("Ohio"); for others the short name.
    Text<1, 80> short_name;
    ZoneName zone;
    /// Place on the tile map, zero-based (deploy/content/jurisdictions.json); -1 when it has none.
    int tile_column = -1;
    int tile_row = -1;
    /// A member of the collaborative in the running membership year.
    bool member = false;
};
INTERSTATE_DESCRIBE(Organisation, id, collaborative, type, name, code, short_name, zone, tile_column,
                    tile_row, member)

// ---- tables (tables.cpp) ----------------------------------------------------------------------------------

std::optional<Collaborative> find(store::Transaction&, const Ulid&, As<Collaborative>);
std::optional<Organisation> find(store::Transaction&, const Ulid&, As<Organisation>);
Stream home(store::Transaction&, const Collaborative&);
Stream home(store::Transaction&, const Organisation&);
std::vector<Collaborative> current(store::Transaction&, const Stream&, As<Collaborative>);
std::vector<Organisation> current(store::Transaction&, const Stream&, As<Organisation>);

} // namespace interstate::membership
