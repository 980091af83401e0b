#include "features/membership/membership.hpp"
#include "features/membership/people_changed.hpp"
#include "store/transaction.hpp"

namespace interstate::membership {
namespace {

/// Of several years the one that gives rights, else the newest.
constexpr const char* membership_columns =
    "SELECT o.id, o.collaborative, m.year, m.status, m.tier, m.seat_cap,"
    " EXISTS (SELECT 1 FROM memberships a WHERE a.organisation = o.id AND a.status = 'approved'"
    " AND a.year > m.year),"
    " (SELECT count(*) FROM seats s WHERE s.organisation = o.id AND s.left_at IS NULL),"
    " coalesce((SELECT d.domain FROM organisation_domains d WHERE d.organisation = o.id LIMIT 1), ''),"
    " (SELECT c.person FROM seats c JOIN people p ON p.id = c.person AND p.active = 1"
    " WHERE c.organisation = o.id AND c.primary_contact = 1 AND c.left_at IS NULL"
    " AND c.suspended_at IS NULL)"
    " FROM organisations o JOIN memberships m ON m.organisation = o.id AND m.year ="
    " (SELECT n.year FROM memberships n WHERE n.organisation = o.id"
    " ORDER BY n.status IN ('active', 'grace') DESC, n.year DESC LIMIT 1)";

template <class Command>
MemberFacts facts_of(store::Transaction& tx, const Command& command, const Context& context) {
    struct Row {
        CollaborativeId collaborative;
        OrganisationKind type = OrganisationKind::state_agency;
        std::optional<permissions::Footing> footing;
        int seats_taken = 0;
        bool asked_to_renew = false;
    };
    const auto row =
        tx.row<Row>("SELECT o.collaborative, o.type, m.status,"
                    " (SELECT count(*) FROM seats s WHERE s.organisation = o.id AND s.left_at IS NULL),"
                    " EXISTS (SELECT 1 FROM memberships a WHERE a.organisation = o.id"
                    " AND a.status = 'applied')"
                    " FROM organisations o LEFT JOIN memberships m ON m.organisation = o.id"
                    " AND m.status IN ('active', 'grace') WHERE o.id = ?",
                    command.organisation);
    if (!row) return {};
    return {.who = permissions::standing_of(tx, context.actor, row->collaborative),
            .known = true,
            .type = row->type,
            .footing = row->footing.value_or(permissions::Footing::none),
            .seats_taken = row->seats_taken,
            .asked_to_renew = row->asked_to_renew};
}

} // namespace

void people_changed(store::Transaction& tx, const OrganisationId& organisation, Changes& changes) {
    changes.put(Kind::organisation, organisation);
    changes.put(Kind::membership, organisation);
    const auto collaborative =
        tx.row<CollaborativeId>("SELECT collaborative FROM organisations WHERE id = ?", organisation);
    for (const auto& person : permissions::team_of(tx, organisation)) {
        changes.put(Kind::standing, person, collaborative.value());
        changes.access_changed(person);
    }
}

MemberFacts gather(store::Transaction& tx, const AdmitMember& command, const Context& context) {
    return facts_of(tx, command, context);
}
MemberFacts gather(store::Transaction& tx, const SuspendMember& command, const Context& context) {
    return facts_of(tx, command, context);
}
MemberFacts gather(store::Transaction& tx, const DeclineRenewal& command, const Context& context) {
    return facts_of(tx, command, context);
}

void record(store::Transaction& tx, const AdmitMember& command, const MemberFacts& facts,
            const MemberAdmitted&, const Context& context, Changes& changes) {
    // In its grace it would have two that give rights: what was not renewed in time is over with this.
    tx.run("UPDATE memberships SET status = 'expired' WHERE organisation = ? AND status = 'grace'",
           command.organisation);
    tx.run(
        "INSERT INTO memberships (organisation, year, status, tier, seat_cap, decided_at, decided_by)"
        " SELECT ?, year, 'active', ?, ?, ?, ? FROM collaboratives WHERE id = ?"
        " ON CONFLICT (organisation, year) DO UPDATE SET status = 'active', tier = excluded.tier,"
        " seat_cap = excluded.seat_cap, decided_at = excluded.decided_at, decided_by = excluded.decided_by",
        command.organisation, command.tier, command.seat_cap, context.now, context.actor,
        facts.who.collaborative);
    people_changed(tx, command.organisation, changes);
    if (facts.asked_to_renew) tell_leads(tx, command.organisation, MailPurpose::renewal_decided, {}, changes);
}

void record(store::Transaction& tx, const DeclineRenewal& command, const MemberFacts&, const RenewalDeclined&,
            const Context& context, Changes& changes) {
    tx.run("UPDATE memberships SET status = 'expired', decided_at = ?, decided_by = ?"
           " WHERE organisation = ? AND status = 'applied'",
           context.now, context.actor, command.organisation);
    people_changed(tx, command.organisation, changes);
    tell_leads(tx, command.organisation, MailPurpose::renewal_decided, command.reason.str(), changes);
}

void record(store::Transaction& tx, const SuspendMember& command, const MemberFacts&, const MemberSuspended&,
            const Context& context, Changes& changes) {
    tx.run("UPDATE memberships SET status = ?, decided_at = ?, decided_by = ?"
           " WHERE organisation = ? AND status IN ('active', 'grace')",
           command.withdrawn ? MembershipStatus::withdrawn : MembershipStatus::suspended, context.now,
           context.actor, command.organisation);
    people_changed(tx, command.organisation, changes);
}

std::optional<Membership> find(store::Transaction& tx, const Ulid& id, As<Membership>) {
    return tx.row<Membership>(std::string{membership_columns} + " WHERE o.id = ?", id);
}
Stream home(store::Transaction&, const Membership& membership) {
    return {StreamKind::extended, membership.collaborative};
}
std::vector<Membership> current(store::Transaction& tx, const Stream& stream, As<Membership>) {
    if (stream.kind != StreamKind::extended) return {};
    return tx.rows<Membership>(std::string{membership_columns} +
                                   " WHERE o.collaborative = ? ORDER BY o.id LIMIT 1000",
                               stream.subject);
}

} // namespace interstate::membership
