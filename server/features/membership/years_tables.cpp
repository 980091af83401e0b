#include "features/membership/people_changed.hpp"
#include "features/membership/years.hpp"
#include "store/due_items.hpp"
#include "store/transaction.hpp"

namespace interstate::membership {
namespace {

constexpr Millis look_again_after = std::chrono::hours{1};

YearFacts facts_of(store::Transaction& tx, const CollaborativeId& collaborative, const Context& context) {
    const auto looked_on =
        tx.row<std::string>("SELECT looked_on FROM collaboratives WHERE id = ?", collaborative);
    return {.who = permissions::standing_of(tx, context.actor, collaborative),
            .known = looked_on.has_value(),
            .today = local_date(context.now, convener_zone()),
            .looked_on = looked_on ? CivilDate::parse(*looked_on) : std::nullopt,
            .years = years_of(tx, collaborative)};
}

using Organisations = std::vector<OrganisationId>;

Organisations members_with(store::Transaction& tx, const CollaborativeId& collaborative, const Year& year,
                           MembershipStatus status) {
    return tx.rows<OrganisationId>("SELECT m.organisation FROM memberships m JOIN organisations o"
                                   " ON o.id = m.organisation AND o.collaborative = ?"
                                   " WHERE m.year = ? AND m.status = ? ORDER BY m.organisation LIMIT 1000",
                                   collaborative, year.label, status);
}

void set_status(store::Transaction& tx, const Organisations& organisations, const Year& year,
                MembershipStatus status, Changes& changes) {
    for (const auto& organisation : organisations) {
        tx.run("UPDATE memberships SET status = ? WHERE organisation = ? AND year = ?", status, organisation,
               year.label);
        people_changed(tx, organisation, changes);
    }
}

void set_status(store::Transaction& tx, const CollaborativeId& collaborative, const Year& year,
                YearStatus status) {
    tx.run("UPDATE membership_years SET status = ? WHERE collaborative = ? AND label = ?", status,
           collaborative, year.label);
}

void add_year(store::Transaction& tx, const CollaborativeId& collaborative, const Year& year) {
    tx.run("INSERT INTO membership_years (collaborative, label, starts_on, ends_on, grace_days, status)"
           " VALUES (?, ?, ?, ?, ?, ?)",
           collaborative, year.label, year.starts_on, year.ends_on, year.grace_days, year.status);
}

void remind_leads(store::Transaction& tx, const Organisations& organisations, Changes& changes) {
    for (const auto& organisation : organisations)
        tell_leads(tx, organisation, MailPurpose::renewal_due, {}, changes);
}

Organisations not_renewed(store::Transaction& tx, const CollaborativeId& collaborative, const Year& running,
                          const std::optional<Year>& next) {
    auto members = members_with(tx, collaborative, running, MembershipStatus::active);
    std::erase_if(members, [&](const OrganisationId& organisation) {
        return next && tx.any("SELECT 1 FROM memberships WHERE organisation = ? AND year = ?", organisation,
                              next->label);
    });
    return members;
}

/// Nobody invented renews: in a demonstration everybody goes on.
void renew_demonstration(store::Transaction& tx, const CollaborativeId& collaborative, const Year& running,
                         const Year& next) {
    if (!tx.any("SELECT 1 FROM facts_of_store WHERE name = 'kind' AND value = 'demonstration'")) return;
    tx.run("INSERT INTO memberships (organisation, year, status, tier, seat_cap)"
           " SELECT m.organisation, ?, 'approved', m.tier, m.seat_cap FROM memberships m"
           " JOIN organisations o ON o.id = m.organisation AND o.collaborative = ?"
           " WHERE m.year = ? AND m.status = 'active' ON CONFLICT (organisation, year) DO NOTHING",
           next.label, collaborative, running.label);
}

void begin(store::Transaction& tx, const CollaborativeId& collaborative, const Year& running,
           const Year& next, Changes& changes) {
    renew_demonstration(tx, collaborative, running, next);
    for (const auto& earlier : years_of(tx, collaborative))
        if (earlier.starts_on < running.starts_on)
            set_status(tx, members_with(tx, collaborative, earlier, MembershipStatus::grace), earlier,
                       MembershipStatus::expired, changes);
    const auto renewed = members_with(tx, collaborative, next, MembershipStatus::approved);
    const auto late = not_renewed(tx, collaborative, running, next);
    set_status(tx, renewed, running, MembershipStatus::expired, changes);
    set_status(tx, renewed, next, MembershipStatus::active, changes);
    set_status(tx, late, running, MembershipStatus::grace, changes);
    set_status(tx, collaborative, running, YearStatus::grace);
    set_status(tx, collaborative, next, YearStatus::active);
    tx.run("UPDATE collaboratives SET year = ? WHERE id = ?", next.label, collaborative);
    changes.put(Kind::collaborative, collaborative);
    remind_leads(tx, late, changes);
}

/// In the night, or within an hour where the clock has to be seen again.
Instant next_look(const YearPlan& plan, const YearFacts& facts, Instant now) {
    if (plan.unsure) return now + look_again_after;
    const LocalTime after_midnight{facts.today.plus_days(1).str() + "T00:05"};
    return instant_of(after_midnight, convener_zone()).value_or(now + std::chrono::hours{24});
}

} // namespace

std::vector<Year> years_of(store::Transaction& tx, const CollaborativeId& collaborative) {
    return tx.rows<Year>(
        "SELECT label, starts_on, ends_on, grace_days, status, reminded FROM membership_years"
        " WHERE collaborative = ? ORDER BY starts_on LIMIT 200",
        collaborative);
}

YearFacts gather(store::Transaction& tx, const TurnYear& command, const Context& context) {
    return facts_of(tx, command.collaborative, context);
}
YearFacts gather(store::Transaction& tx, const EditYear& command, const Context& context) {
    return facts_of(tx, command.collaborative, context);
}

void record(store::Transaction& tx, const TurnYear& command, const YearFacts& facts, const YearTurned&,
            const Context& context, Changes& changes) {
    const auto plan = plan_of(facts);
    tx.run("UPDATE collaboratives SET looked_on = ? WHERE id = ?", facts.today, command.collaborative);
    store::leave_due(tx, {next_look(plan, facts, context.now), TurnYear::name, command.collaborative});
    const auto running = running_of(facts.years);
    if (plan.opens) {
        add_year(tx, command.collaborative, *plan.opens);
        changes.put(Kind::collaborative, command.collaborative);
    }
    for (const auto& year : plan.closes) {
        set_status(tx, members_with(tx, command.collaborative, year, MembershipStatus::grace), year,
                   MembershipStatus::expired, changes);
        set_status(tx, command.collaborative, year, YearStatus::closed);
    }
    if (plan.begins) begin(tx, command.collaborative, *running, *plan.begins, changes);
    if (plan.reminds == 0) return;
    tx.run("UPDATE membership_years SET reminded = ? WHERE collaborative = ? AND label = ?", plan.reminds,
           command.collaborative, running->label);
    auto next = next_of(facts.years);
    remind_leads(tx, not_renewed(tx, command.collaborative, *running, next), changes);
}

void record(store::Transaction& tx, const EditYear& command, const YearFacts&, const YearEdited&,
            const Context&, Changes& changes) {
    tx.run("UPDATE membership_years SET starts_on = ?, ends_on = ?, grace_days = ?, reminded = 0"
           " WHERE collaborative = ? AND label = ?",
           command.starts_on, command.ends_on, command.grace_days, command.collaborative, command.label);
    changes.put(Kind::collaborative, command.collaborative);
}

Result<YearsFound> answer(store::Transaction& tx, const MembershipYears& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!permissions::can(who, permissions::Verb::renew_membership, {.own = true}))
        return refuse_not_allowed();
    auto years = years_of(tx, query.collaborative);
    return YearsFound{{years.rbegin(), years.rend()}};
}

} // namespace interstate::membership
