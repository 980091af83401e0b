#include "features/identity/second_factor.hpp"
#include "features/identity/sign_in.hpp"
#include "features/identity/signing_out.hpp"
#include "store/transaction.hpp"

namespace interstate::identity {

SigningOutFacts gather(store::Transaction& tx, const SignOutPerson& command, const Context& context) {
    return {.who = permissions::standing_of(tx, context.actor, command.collaborative),
            .seated = tx.any("SELECT 1 FROM seats WHERE person = ? AND collaborative = ?", command.person,
                             command.collaborative)};
}

void record(store::Transaction& tx, const SignOutPerson& command, const SigningOutFacts&,
            const PersonSignedOut&, const Context&, Changes& changes) {
    end_sign_ins(tx, command.person);
    end_halves(tx, command.person);
    changes.signed_out(command.person);
}

} // namespace interstate::identity
