#include "features/identity/signing_out.hpp"

namespace interstate::identity {

Result<PersonSignedOut> decide(const SignOutPerson&, const SigningOutFacts& facts, const Context&) {
    if (!facts.seated || !can(facts.who, permissions::Verb::suspend_people)) return refuse_not_allowed();
    return PersonSignedOut{};
}

} // namespace interstate::identity
