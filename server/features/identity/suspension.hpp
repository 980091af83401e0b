#pragma once
// Ending somebody's access at once, and giving it back. What they wrote stays, with the name they had.
#include "features/identity/identity.hpp"

namespace interstate::identity {

/// From the next moment on the person may do and hear nothing in this collaborative. Who has access to no
/// other either has every sign-in, token, unused link, the password and the agency's sign-in ended, open
/// connections with them. A second factor stays: it keeps others out.
struct SuspendPerson {
    static constexpr const char* name = "suspend_person";
    PersonId person;
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(SuspendPerson, person, collaborative)
struct PersonSuspended {
    static constexpr const char* name = "person_suspended";
};
INTERSTATE_DESCRIBE_EMPTY(PersonSuspended)

/// They may sign in again, by a new link or code, and are what they were. Who has left takes a free seat of
/// the organisation that they left, without the duties that were handed over.
struct ReadmitPerson {
    static constexpr const char* name = "readmit_person";
    PersonId person;
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(ReadmitPerson, person, collaborative)
struct PersonReadmitted {
    static constexpr const char* name = "person_readmitted";
};
INTERSTATE_DESCRIBE_EMPTY(PersonReadmitted)

struct SuspensionFacts {
    permissions::Standing who;
    /// The person has or had a seat in the same collaborative.
    bool seated = false;
    /// Has access there.
    bool active = false;
    /// Has access to some collaborative: then their secrets are not for somebody of this one to end.
    bool active_anywhere = false;
    /// Has or had the seat there.
    OrganisationId organisation;
    /// Has left it, so that a free one is needed.
    bool left = false;
    std::string agency;
    /// A state's seats come with its membership, and have a number.
    bool is_state = false;
    permissions::Footing footing = permissions::Footing::none;
    int seat_cap = 0;
    int seats_taken = 0;
    /// Their name and address are gone for good: there is nobody to let in.
    bool erased = false;
};

// ---- rules (suspension_rules.cpp) -------------------------------------------------------------------------

Result<PersonSuspended> decide(const SuspendPerson&, const SuspensionFacts&, const Context&);
Result<PersonReadmitted> decide(const ReadmitPerson&, const SuspensionFacts&, const Context&);

// ---- tables (suspension_tables.cpp) -----------------------------------------------------------------------

SuspensionFacts gather(store::Transaction&, const SuspendPerson&, const Context&);
SuspensionFacts gather(store::Transaction&, const ReadmitPerson&, const Context&);
void record(store::Transaction&, const SuspendPerson&, const SuspensionFacts&, const PersonSuspended&,
            const Context&, Changes&);
void record(store::Transaction&, const ReadmitPerson&, const SuspensionFacts&, const PersonReadmitted&,
            const Context&, Changes&);

/// No sign-in, token, unused link or code of this person is good any more.
void end_secrets(store::Transaction& tx, const PersonId& person);
/// Access to one collaborative has ended, by suspending or leaving: with the last one ends the account's, and
/// all connections. Other collaboratives hear nothing.
void end_access(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
                Changes& changes);

} // namespace interstate::identity
