#pragma once
// Giving and ending roles: in the whole collaborative, in the team of an organisation, in a series, in one
// meeting.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/zone.hpp"
#include "features/permissions/permissions.hpp"

namespace interstate::permissions {

/// Somebody who has a seat here is something from now on, besides what they are.
struct GrantRole {
    static constexpr const char* name = "grant_role";
    CollaborativeId collaborative;
    PersonId person;
    Role role = Role::observer;
    RoleScope scope = RoleScope::meeting;
    /// The organisation, series or meeting; absent for the whole collaborative.
    std::optional<Ulid> subject;
    /// The last day, in the convener's zone; not for the whole collaborative.
    std::optional<CivilDate> until;
};
INTERSTATE_DESCRIBE(GrantRole, collaborative, person, role, scope, subject, until)
struct RoleGranted {
    static constexpr const char* name = "role_granted";
};
INTERSTATE_DESCRIBE_EMPTY(RoleGranted)

/// By who may grant it; one's own in a part, by oneself too.
struct EndRole {
    static constexpr const char* name = "end_role";
    CollaborativeId collaborative;
    PersonId person;
    Role role = Role::observer;
    RoleScope scope = RoleScope::meeting;
    std::optional<Ulid> subject;
};
INTERSTATE_DESCRIBE(EndRole, collaborative, person, role, scope, subject)
struct RoleEnded {
    static constexpr const char* name = "role_ended";
};
INTERSTATE_DESCRIBE_EMPTY(RoleEnded)

/// By the server, when the last day of a grant is over.
struct EndDueRole {
    static constexpr const char* name = "end_due_role";
    RoleGrantId grant;
};
INTERSTATE_DESCRIBE(EndDueRole, grant)
struct DueRoleEnded {
    static constexpr const char* name = "due_role_ended";
    /// Whose it was, and where; nothing where somebody had ended it before.
    std::optional<PersonId> person;
    std::optional<CollaborativeId> collaborative;
};
INTERSTATE_DESCRIBE(DueRoleEnded, person, collaborative)

struct GrantFacts {
    Standing who;
    /// The person has a seat here and access.
    bool known = false;
    /// Their seat is one of a state's team.
    bool of_state = false;
    /// Their own organisation.
    OrganisationId organisation;
    /// There is such an organisation, series or meeting here, and it is no draft.
    bool subject_known = false;
    /// The organisation is a state agency.
    bool subject_is_state = false;
    /// For who grants.
    Target target;
    /// They have this role there.
    bool held = false;
    /// Of the whole collaborative.
    int roles = 0;
    CivilDate today;
};
struct DueRoleFacts {
    struct Held {
        PersonId person;
        CollaborativeId collaborative;
    };
    std::optional<Held> held;
};

// ---- queries ----------------------------------------------------------------------------------------------

/// Who has a role in a part besides what they are elsewhere; for who may see the part, or grant there. At
/// most 200, in the order of their being granted.
struct RolesIn {
    static constexpr const char* name = "roles_in";
    CollaborativeId collaborative;
    RoleScope scope = RoleScope::meeting;
    Ulid subject;
};
INTERSTATE_DESCRIBE(RolesIn, collaborative, scope, subject)
struct RoleHeld {
    PersonId person;
    Role role = Role::observer;
    std::optional<CivilDate> until;
    PersonId granted_by;
    Instant granted_at;
};
INTERSTATE_DESCRIBE(RoleHeld, person, role, until, granted_by, granted_at)
struct RolesFound {
    std::vector<RoleHeld> roles;
    /// Whoever asks may grant and end them.
    bool grants = false;
};
INTERSTATE_DESCRIBE(RolesFound, roles, grants)

// ---- rules (grants_rules.cpp) -----------------------------------------------------------------------------

/// May somebody hold this role there? `of_state`: their seat is one of a state's team.
bool may_hold(Role role, RoleScope scope, bool of_state);
/// May these roles be given and ended there by who asks?
bool may_grant(const Standing& who, RoleScope scope, const Target& target);

Result<RoleGranted> decide(const GrantRole&, const GrantFacts&, const Context&);
Result<RoleEnded> decide(const EndRole&, const GrantFacts&, const Context&);
Result<DueRoleEnded> decide(const EndDueRole&, const DueRoleFacts&, const Context&);

// ---- tables (grants_tables.cpp) ---------------------------------------------------------------------------

GrantFacts gather(store::Transaction&, const GrantRole&, const Context&);
GrantFacts gather(store::Transaction&, const EndRole&, const Context&);
DueRoleFacts gather(store::Transaction&, const EndDueRole&, const Context&);
void record(store::Transaction&, const GrantRole&, const GrantFacts&, const RoleGranted&, const Context&,
            Changes&);
void record(store::Transaction&, const EndRole&, const GrantFacts&, const RoleEnded&, const Context&,
            Changes&);
void record(store::Transaction&, const EndDueRole&, const DueRoleFacts&, const DueRoleEnded&, const Context&,
            Changes&);

Result<RolesFound> answer(store::Transaction&, const RolesIn&, const Context&);

/// The title of the series or meeting, the short name of the organisation.
std::string title_of(store::Transaction& tx, const RoleWithin& part);

/// Who leaves has no role in any part any more.
void end_roles_within(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
                      const Context& context);

} // namespace interstate::permissions
