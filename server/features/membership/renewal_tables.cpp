#include "features/membership/people_changed.hpp"
#include "features/membership/years.hpp"
#include "store/transaction.hpp"

namespace interstate::membership {
namespace {

void tell_administrators(store::Transaction& tx, const OrganisationId& organisation,
                         const CollaborativeId& collaborative, Changes& changes) {
    struct Administrator {
        PersonId person;
        std::string slug;
        std::string code;
    };
    for (const auto& one : tx.rows<Administrator>(
             "SELECT s.person, c.slug, o.code FROM seats s"
             " JOIN role_grants g ON g.person = s.person AND g.collaborative = s.collaborative"
             " AND g.role = 'administrator' JOIN people p ON p.id = s.person AND p.active = 1"
             " JOIN collaboratives c ON c.id = s.collaborative JOIN organisations o ON o.id = ?"
             " WHERE s.collaborative = ? AND s.left_at IS NULL AND s.suspended_at IS NULL LIMIT 20",
             organisation, collaborative))
        changes.notify({.purpose = MailPurpose::renewal_waiting,
                        .person = one.person,
                        .about = organisation,
                        .link = "/" + one.slug + "/states/" + one.code});
}

} // namespace

void tell_leads(store::Transaction& tx, const OrganisationId& organisation, MailPurpose purpose,
                const std::string& detail, Changes& changes) {
    struct Lead {
        PersonId person;
        std::string slug;
        std::string code;
    };
    for (const auto& lead :
         tx.rows<Lead>("SELECT s.person, c.slug, o.code FROM seats s"
                       " JOIN role_grants g ON g.person = s.person AND g.collaborative = s.collaborative"
                       " AND g.role = 'state_lead'"
                       " JOIN people p ON p.id = s.person AND p.active = 1"
                       " JOIN organisations o ON o.id = s.organisation JOIN collaboratives c ON c.id = "
                       "s.collaborative"
                       " WHERE s.organisation = ? AND s.left_at IS NULL AND s.suspended_at IS NULL"
                       " ORDER BY s.person LIMIT 20",
                       organisation))
        changes.notify({.purpose = purpose,
                        .person = lead.person,
                        .about = organisation,
                        .link = "/" + lead.slug + "/states/" + lead.code,
                        .detail = detail});
}

RenewalFacts gather(store::Transaction& tx, const RenewMembership& command, const Context& context) {
    RenewalFacts facts;
    facts.membership = find(tx, command.organisation, As<Membership>{});
    if (!facts.membership) return facts;
    const auto& collaborative = facts.membership->collaborative;
    facts.who = permissions::standing_of(tx, context.actor, collaborative);
    facts.years = years_of(tx, collaborative);
    if (const auto next = next_of(facts.years))
        facts.next =
            tx.row<MembershipStatus>("SELECT status FROM memberships WHERE organisation = ? AND year = ?",
                                     command.organisation, next->label);
    return facts;
}

void record(store::Transaction& tx, const RenewMembership& command, const RenewalFacts& facts,
            const MembershipRenewed& renewed, const Context& context, Changes& changes) {
    const auto& was = *facts.membership;
    if (renewed.status == MembershipStatus::active)
        tx.run("UPDATE memberships SET status = 'expired' WHERE organisation = ? AND year = ?",
               command.organisation, was.year);
    tx.run("INSERT INTO memberships (organisation, year, status, tier, seat_cap, decided_at, decided_by)"
           " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organisation, year) DO UPDATE SET"
           " status = excluded.status, tier = excluded.tier, seat_cap = excluded.seat_cap,"
           " decided_at = excluded.decided_at, decided_by = excluded.decided_by",
           command.organisation, renewed.year, renewed.status, was.tier, command.seat_cap, context.now,
           context.actor);
    people_changed(tx, command.organisation, changes);
    if (renewed.status == MembershipStatus::applied)
        tell_administrators(tx, command.organisation, was.collaborative, changes);
}

} // namespace interstate::membership
