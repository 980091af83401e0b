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
        bool active = false, active_anywhere = false, left = false, is_state = false;
        std::string agency;
        std::optional<permissions::Footing> footing;
        std::optional<int> seat_cap;
        int seats_taken = 0;
        bool erased = false;
    };
    SuspensionFacts facts{.who = permissions::standing_of(tx, context.actor, command.collaborative)};
    const auto row = tx.row<Row>(
        "SELECT s.organisation, p.active = 1 AND s.left_at IS NULL AND s.suspended_at IS NULL, p.active,"
        " s.left_at IS NOT NULL, o.type = 'state_agency', o.short_name,"
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
    facts.active_anywhere = row->active_anywhere;
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

void end_access(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
                Changes& changes) {
    changes.put(Kind::person, person, collaborative);
    changes.remove({StreamKind::person, person}, Kind::standing, collaborative);
    changes.remove({StreamKind::collaborative, collaborative}, Kind::contact, person);
    changes.access_changed(person);
    const bool elsewhere = !places_of(tx, person).empty();
    hide_profile(tx, person, collaborative, changes);
    // What somebody still uses elsewhere is not for this collaborative to end.
    if (elsewhere) return;
    tx.run("UPDATE people SET active = 0 WHERE id = ?", person);
    end_secrets(tx, person);
    changes.signed_out(person);
}

SuspensionFacts gather(store::Transaction& tx, const SuspendPerson& command, const Context& context) {
    return facts_of(tx, command, context);
}

void record(store::Transaction& tx, const SuspendPerson& command, const SuspensionFacts& facts,
            const PersonSuspended&, const Context& context, Changes& changes) {
    tx.run("UPDATE seats SET suspended_at = ? WHERE person = ? AND collaborative = ?", context.now,
           command.person, command.collaborative);
    end_access(tx, command.person, command.collaborative, changes);
    // A contact without access is none: the page of the organisation says so at once (INV-3).
    changes.put(Kind::membership, facts.organisation);
}

SuspensionFacts gather(store::Transaction& tx, const ReadmitPerson& command, const Context& context) {
    return facts_of(tx, command, context);
}

void record(store::Transaction& tx, const ReadmitPerson& command, const SuspensionFacts& facts,
            const PersonReadmitted&, const Context& context, Changes& changes) {
    const auto& [person, here] = command;
    if (!facts.active_anywhere) {
        // Of somebody whose access was ended in another way, or who got one meanwhile; and what others ended
        // is theirs to give back.
        end_secrets(tx, person);
        tx.run("UPDATE seats SET suspended_at = ? WHERE person = ? AND collaborative <> ? AND left_at IS NULL"
               " AND suspended_at IS NULL",
               context.now, person, here);
        tx.run("UPDATE people SET active = 1 WHERE id = ?", person);
    }
    if (end_shown_elsewhere(tx, person, here)) changes.signed_out(person);
    tx.run("UPDATE seats SET suspended_at = NULL WHERE person = ? AND collaborative = ?", person, here);
    // A duty that was left waits for nobody.
    if (facts.left)
        tx.run("UPDATE seats SET left_at = NULL, taken_at = ?, primary_contact = 0 WHERE person = ?"
               " AND collaborative = ?",
               context.now, person, here);
    for (const Kind kind : {Kind::person, Kind::contact, Kind::standing}) changes.put(kind, person, here);
    show_profile(person, here, changes);
    changes.put(Kind::membership, facts.organisation);
    changes.access_changed(command.person);
}

} // namespace interstate::identity
