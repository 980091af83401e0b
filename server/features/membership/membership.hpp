#pragma once
// Collaboratives and the organisations that are their members.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "features/permissions/permissions.hpp"

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
    /// Its last day, and the last day on which those go on reading who did not renew.
    std::optional<CivilDate> year_ends_on, grace_ends_on;
    /// The year that can be renewed for; nothing before it opens.
    std::optional<Text<1, 20>> next_year;
};
INTERSTATE_DESCRIBE(Collaborative, id, slug, name, short_name, year, year_ends_on, grace_ends_on, next_year)

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
    /// Rises with each edit; an edit names the one it saw.
    int revision = 1;
};
INTERSTATE_DESCRIBE(Organisation, id, collaborative, type, name, code, short_name, zone, tile_column,
                    tile_row, member, revision)

enum class MembershipStatus { applied, approved, active, grace, expired, suspended, withdrawn };
INTERSTATE_DESCRIBE_ENUM(MembershipStatus, applied, approved, active, grace, expired, suspended, withdrawn)

/// How an organisation stands as a member: the membership that gives rights now, else the newest. Its id is
/// the organisation's. Home: extended, whose leads run their seats too.
struct Membership {
    static constexpr Kind kind = Kind::membership;
    OrganisationId id;
    CollaborativeId collaborative;
    Text<1, 20> year;
    MembershipStatus status = MembershipStatus::active;
    permissions::Tier tier = permissions::Tier::core;
    int seat_cap = 0;
    /// It goes on as a member in the next year.
    bool renewed = false;
    /// People who have left hold none; people who are suspended do.
    int seats_taken = 0;
    /// Whoever confirms an address there gets a free seat; empty for none.
    std::string admits_domain;
    /// Named for the organisation, with access; nothing while that is vacant (INV-3).
    std::optional<PersonId> contact;
};
INTERSTATE_DESCRIBE(Membership, id, collaborative, year, status, tier, seat_cap, renewed, seats_taken,
                    admits_domain, contact)

// ---- commands ---------------------------------------------------------------------------------------------

/// Makes an organisation a member of the running year, or changes as what. By an administrator.
struct AdmitMember {
    static constexpr const char* name = "admit_member";
    OrganisationId organisation;
    permissions::Tier tier = permissions::Tier::core;
    /// 1 to 500, and no fewer than are taken.
    int seat_cap = 6;
};
INTERSTATE_DESCRIBE(AdmitMember, organisation, tier, seat_cap)
struct MemberAdmitted {
    static constexpr const char* name = "member_admitted";
};
INTERSTATE_DESCRIBE_EMPTY(MemberAdmitted)

/// Takes the rights of its people away at once; what they wrote stays. `admit_member` gives them back.
struct SuspendMember {
    static constexpr const char* name = "suspend_member";
    OrganisationId organisation;
    /// It has left on its own, instead of being suspended.
    bool withdrawn = false;
};
INTERSTATE_DESCRIBE(SuspendMember, organisation, withdrawn)
struct MemberSuspended {
    static constexpr const char* name = "member_suspended";
};
INTERSTATE_DESCRIBE_EMPTY(MemberSuspended)

/// Says no to a state whose membership is over and whose lead asked to renew; they may ask again. By an
/// administrator.
struct DeclineRenewal {
    static constexpr const char* name = "decline_renewal";
    OrganisationId organisation;
    /// Mailed to the leads.
    Prose<1, 1000> reason;
};
INTERSTATE_DESCRIBE(DeclineRenewal, organisation, reason)
struct RenewalDeclined {
    static constexpr const char* name = "renewal_declined";
};
INTERSTATE_DESCRIBE_EMPTY(RenewalDeclined)

struct MemberFacts {
    permissions::Standing who;
    bool known = false;
    OrganisationKind type = OrganisationKind::state_agency;
    permissions::Footing footing = permissions::Footing::none;
    int seats_taken = 0;
    /// Its lead asked to renew after it was over, and nobody has decided.
    bool asked_to_renew = false;
};

// ---- rules (rules.cpp) ------------------------------------------------------------------------------------

Result<MemberAdmitted> decide(const AdmitMember&, const MemberFacts&, const Context&);
Result<MemberSuspended> decide(const SuspendMember&, const MemberFacts&, const Context&);
Result<RenewalDeclined> decide(const DeclineRenewal&, const MemberFacts&, const Context&);

// ---- tables (tables.cpp) ----------------------------------------------------------------------------------

std::optional<Collaborative> find(store::Transaction&, const Ulid&, As<Collaborative>);
std::optional<Organisation> find(store::Transaction&, const Ulid&, As<Organisation>);
Stream home(store::Transaction&, const Collaborative&);
Stream home(store::Transaction&, const Organisation&);
std::vector<Collaborative> current(store::Transaction&, const Stream&, As<Collaborative>);
std::vector<Organisation> current(store::Transaction&, const Stream&, As<Organisation>);

// ---- tables (member_tables.cpp) ---------------------------------------------------------------------------

MemberFacts gather(store::Transaction&, const AdmitMember&, const Context&);
MemberFacts gather(store::Transaction&, const SuspendMember&, const Context&);
MemberFacts gather(store::Transaction&, const DeclineRenewal&, const Context&);
void record(store::Transaction&, const AdmitMember&, const MemberFacts&, const MemberAdmitted&,
            const Context&, Changes&);
void record(store::Transaction&, const SuspendMember&, const MemberFacts&, const MemberSuspended&,
            const Context&, Changes&);
void record(store::Transaction&, const DeclineRenewal&, const MemberFacts&, const RenewalDeclined&,
            const Context&, Changes&);
std::optional<Membership> find(store::Transaction&, const Ulid&, As<Membership>);
Stream home(store::Transaction&, const Membership&);
std::vector<Membership> current(store::Transaction&, const Stream&, As<Membership>);

} // namespace interstate::membership
