#pragma once
// What an organisation is called and where its clock stands, said by an administrator or its own lead; and
// organisations that nobody asked to join for.
#include "features/membership/membership.hpp"

namespace interstate::membership {

using OrganisationName = Text<1, 200>;
using ShortName = Text<1, 80>;

/// Changes the profile of an organisation: by an administrator of any, by a lead of their own. The code of a
/// jurisdiction and its place on the map stay for good.
struct EditOrganisation {
    static constexpr const char* name = "edit_organisation";
    OrganisationId organisation;
    /// That the editor saw.
    int revision = 1;
    /// (`name` is the command's.)
    OrganisationName full_name;
    ShortName short_name;
    ZoneName zone;
    /// By an administrator: a center, a partner or a federal agency becomes another of these three.
    std::optional<OrganisationKind> type;
};
INTERSTATE_DESCRIBE(EditOrganisation, organisation, revision, full_name, short_name, zone, type)
struct OrganisationEdited {
    static constexpr const char* name = "organisation_edited";
    int revision = 1;
};
INTERSTATE_DESCRIBE(OrganisationEdited, revision)

/// Adds a center, a partner or a federal agency; by an administrator. The jurisdictions are there from the
/// beginning.
struct AddOrganisation {
    static constexpr const char* name = "add_organisation";
    CollaborativeId collaborative;
    OrganisationKind type = OrganisationKind::partner;
    OrganisationName full_name;
    ShortName short_name;
    ZoneName zone;
};
INTERSTATE_DESCRIBE(AddOrganisation, collaborative, type, full_name, short_name, zone)
struct OrganisationAdded {
    static constexpr const char* name = "organisation_added";
    OrganisationId organisation;
};
INTERSTATE_DESCRIBE(OrganisationAdded, organisation)

/// At most so many in one collaborative: a snapshot holds them all.
inline constexpr std::size_t most_organisations = 1000;

/// What another organisation of the collaborative is called already.
struct NamedOrganisation {
    OrganisationId id;
    OrganisationName full_name;
    Text<0, 8> code;
    ShortName short_name;
};
struct OrganisationFacts {
    permissions::Standing who;
    /// That is edited; nothing for one that is not there.
    std::optional<Organisation> organisation;
    /// All of the collaborative, that one too.
    std::vector<NamedOrganisation> named;
};

// ---- rules (organisations_rules.cpp) ----------------------------------------------------------------------

Result<OrganisationEdited> decide(const EditOrganisation&, const OrganisationFacts&, const Context&);
Result<OrganisationAdded> decide(const AddOrganisation&, const OrganisationFacts&, const Context&);

// ---- tables (organisations_tables.cpp) --------------------------------------------------------------------

OrganisationFacts gather(store::Transaction&, const EditOrganisation&, const Context&);
OrganisationFacts gather(store::Transaction&, const AddOrganisation&, const Context&);
void record(store::Transaction&, const EditOrganisation&, const OrganisationFacts&, const OrganisationEdited&,
            const Context&, Changes&);
void record(store::Transaction&, const AddOrganisation&, const OrganisationFacts&, const OrganisationAdded&,
            const Context&, Changes&);

} // namespace interstate::membership
