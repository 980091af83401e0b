#include "features/identity/passwords.hpp"
#include "features/identity/second_factor.hpp"
#include "features/identity/sign_in.hpp"
#include "features/identity/suspension.hpp"
#include "store/transaction.hpp"

namespace interstate::identity {
namespace {

template <class Command>
SuspensionFacts facts_of(store::Transaction& tx, const Command& command, const Context& context) {
    return {.who = permissions::standing_of(tx, context.actor, command.collaborative),
            .seated = tx.any("SELECT 1 FROM seats WHERE person = ? AND collaborative = ?", command.person,
                             command.collaborative),
            .active = tx.any("SELECT 1 FROM people WHERE id = ? AND active = 1", command.person)};
}

void end_secrets(store::Transaction& tx, const PersonId& person) {
    end_sign_ins(tx, person);
    tx.run("DELETE FROM api_tokens WHERE person = ?", person);
    tx.run("DELETE FROM invitations WHERE person = ? AND used_at IS NULL", person);
    // The row stays: a code that is asked for, or tried, is answered as for an address that nobody has.
    tx.run("UPDATE sign_in_codes SET person = NULL WHERE person = ?", person);
    end_halves(tx, person);
    remove_password(tx, person);
    forget_devices(tx, person);
}

} // namespace

SuspensionFacts gather(store::Transaction& tx, const SuspendPerson& command, const Context& context) {
    return facts_of(tx, command, context);
}

void record(store::Transaction& tx, const SuspendPerson& command, const SuspensionFacts&,
            const PersonSuspended&, const Context&, Changes& changes) {
    tx.run("UPDATE people SET active = 0 WHERE id = ?", command.person);
    end_secrets(tx, command.person);
    changes.put(Kind::person, command.person);
    changes.put(Kind::standing, command.person);
    changes.remove({StreamKind::collaborative, command.collaborative}, Kind::contact, command.person);
    changes.access_changed(command.person);
    changes.signed_out(command.person);
}

SuspensionFacts gather(store::Transaction& tx, const ReadmitPerson& command, const Context& context) {
    return facts_of(tx, command, context);
}

void record(store::Transaction& tx, const ReadmitPerson& command, const SuspensionFacts&,
            const PersonReadmitted&, const Context&, Changes& changes) {
    tx.run("UPDATE people SET active = 1 WHERE id = ?", command.person);
    end_secrets(
        tx, command.person); // of somebody whose access was ended in another way, or who got one meanwhile
    for (const Kind kind : {Kind::person, Kind::contact, Kind::standing}) changes.put(kind, command.person);
    changes.access_changed(command.person);
}

} // namespace interstate::identity
