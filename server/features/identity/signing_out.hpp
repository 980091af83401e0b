#pragma once
// An administrator ends somebody's sign-ins: a laptop was lost, a phone was left somewhere.
#include "features/identity/identity.hpp"

namespace interstate::identity {

/// Every browser of theirs is signed out, and a sign-in that is half done is over; links that wait, tokens of
/// scripts and their access stay.
struct SignOutPerson {
    static constexpr const char* name = "sign_out_person";
    PersonId person;
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(SignOutPerson, person, collaborative)
struct PersonSignedOut {
    static constexpr const char* name = "person_signed_out";
};
INTERSTATE_DESCRIBE_EMPTY(PersonSignedOut)

struct SigningOutFacts {
    permissions::Standing who;
    /// With a seat here, or who had one.
    bool seated = false;
};

Result<PersonSignedOut> decide(const SignOutPerson&, const SigningOutFacts&, const Context&);

SigningOutFacts gather(store::Transaction&, const SignOutPerson&, const Context&);
void record(store::Transaction&, const SignOutPerson&, const SigningOutFacts&, const PersonSignedOut&,
            const Context&, Changes&);

} // namespace interstate::identity
