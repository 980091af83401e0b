#include "features/identity/passwords.hpp"
#include "features/identity/profiles.hpp"
#include "features/identity/providers.hpp"
#include "features/identity/second_factor.hpp"
#include "features/identity/sign_in.hpp"
#include "features/identity/suspension.hpp"
#include "store/transaction.hpp"

namespace interstate::identity {
namespace {

template <class Command>
SuspensionFacts facts_of(store::Transaction& tx, const Command& command, const Context& context) {
    struct Row {
        OrganisationId organisation;
        bool active = false, left = false, is_state = false;
        std::string agency;
        std::optional<permissions::Footing> footing;
        std::optional<int> seat_cap;
        int seats_taken = 0;
        bool erased = false;
    };
    SuspensionFacts facts{.who = permissions::standing_of(tx, context.actor, command.collaborative)};
    const auto row = tx.row<Row>(
        "SELECT s.organisation, p.active, s.left_at IS NOT NULL, o.type = 'state_agency', o.short_name,"
        " m.status, m.seat_cap,"
        " (SELECT count(*) FROM seats t WHERE t.organisation = s.organisation AND t.left_at IS NULL),"
        " EXISTS (SELECT 1 FROM erasures WHERE person = s.person)"
        " FROM seats s JOIN people p ON p.id = s.person JOIN organisations o ON o.id = s.organisation"
        " LEFT JOIN memberships m ON m.organisation = s.organisation AND m.status IN ('active', 'grace')"
        " WHERE s.person = ? AND s.collaborative = ?",
        command.person, command.collaborative);
    if (!row) return facts;
    facts.seated = true;
    facts.active = row->active;
    facts.organisation = row->organisation;
    facts.left = row->left;
    facts.agency = row->agency;
    facts.is_state = row->is_state;
    facts.footing = row->footing.value_or(permissions::Footing::none);
    facts.seat_cap = row->seat_cap.value_or(0);
    facts.seats_taken = row->seats_taken;
    facts.erased = row->erased;
    return facts;
}

} // namespace

void end_secrets(store::Transaction& tx, const PersonId& person) {
    end_sign_ins(tx, person);
    tx.run("DELETE FROM api_tokens WHERE person = ?", person);
    tx.run("DELETE FROM invitations WHERE person = ? AND used_at IS NULL", person);
    // The row stays: a code that is asked for, or tried, is answered as for an address that nobody has.
    tx.run("UPDATE sign_in_codes SET person = NULL WHERE person = ?", person);
    end_halves(tx, person);
    remove_password(tx, person);
    forget_devices(tx, person);
    unlink_all(tx, person);
}

SuspensionFacts gather(store::Transaction& tx, const SuspendPerson& command, const Context& context) {
    return facts_of(tx, command, context);
}

void record(store::Transaction& tx, const SuspendPerson& command, const SuspensionFacts& facts,
            const PersonSuspended&, const Context&, Changes& changes) {
    tx.run("UPDATE people SET active = 0 WHERE id = ?", command.person);
    end_secrets(tx, command.person);
    changes.put(Kind::person, command.person);
    changes.put(Kind::standing, command.person);
    // A contact without access is none: the page of the organisation says so at once (INV-3).
    changes.put(Kind::membership, facts.organisation);
    changes.remove({StreamKind::collaborative, command.collaborative}, Kind::contact, command.person);
    hide_profile(tx, command.person, command.collaborative, changes);
    changes.access_changed(command.person);
    changes.signed_out(command.person);
}

SuspensionFacts gather(store::Transaction& tx, const ReadmitPerson& command, const Context& context) {
    return facts_of(tx, command, context);
}

void record(store::Transaction& tx, const ReadmitPerson& command, const SuspensionFacts& facts,
            const PersonReadmitted&, const Context& context, Changes& changes) {
    tx.run("UPDATE people SET active = 1 WHERE id = ?", command.person);
    // A duty that was left waits for nobody.
    if (facts.left)
        tx.run("UPDATE seats SET left_at = NULL, taken_at = ?, primary_contact = 0 WHERE person = ?",
               context.now, command.person);
    end_secrets(
        tx, command.person); // of somebody whose access was ended in another way, or who got one meanwhile
    for (const Kind kind : {Kind::person, Kind::contact, Kind::standing}) changes.put(kind, command.person);
    show_profile(command.person, changes);
    changes.put(Kind::membership, facts.organisation);
    changes.access_changed(command.person);
}

} // namespace interstate::identity
