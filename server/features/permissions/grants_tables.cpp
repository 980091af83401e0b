#include "features/permissions/grants.hpp"
#include "store/due_items.hpp"
#include "store/transaction.hpp"

#include <utility>

namespace interstate::permissions {
namespace {

constexpr int roles_limit = 200;

struct Subject {
    bool known = false;
    bool is_state = false;
};

Subject subject_of(store::Transaction& tx, const CollaborativeId& collaborative, RoleScope scope,
                   const Ulid& id) {
    switch (scope) {
    case RoleScope::organisation:
        return tx
            .row<Subject>("SELECT 1, type = 'state_agency' FROM organisations WHERE id = ?"
                          " AND collaborative = ?",
                          id, collaborative)
            .value_or(Subject{});
    case RoleScope::series:
        return {.known =
                    tx.any("SELECT 1 FROM series WHERE id = ? AND collaborative = ? AND state <> 'draft'", id,
                           collaborative)};
    case RoleScope::meeting:
        return {.known = tx.any("SELECT 1 FROM meetings WHERE id = ? AND collaborative = ?"
                                " AND state <> 'draft' AND announced_at IS NOT NULL",
                                id, collaborative)};
    case RoleScope::collaborative:
        break;
    }
    return {};
}

Target target_of(store::Transaction& tx, const Standing& who, RoleScope scope, const Ulid& id) {
    switch (scope) {
    case RoleScope::organisation:
        return of_organisation(who, OrganisationId{id});
    case RoleScope::series:
        return target_of_series(tx, who, SeriesId{id});
    case RoleScope::meeting:
        return target_of_meeting(tx, who, MeetingId{id});
    case RoleScope::collaborative:
        break;
    }
    return {};
}

template <class Command>
bool holds(store::Transaction& tx, const Command& command) {
    if (command.scope == RoleScope::collaborative)
        return tx.any("SELECT 1 FROM role_grants WHERE person = ? AND collaborative = ? AND role = ?",
                      command.person, command.collaborative, command.role);
    return command.subject &&
           tx.any("SELECT 1 FROM scoped_role_grants WHERE person = ? AND collaborative = ? AND subject = ?"
                  " AND scope = ? AND role = ? AND ended_at IS NULL",
                  command.person, command.collaborative, *command.subject, command.scope, command.role);
}

template <class Command>
GrantFacts facts_of(store::Transaction& tx, const Command& command, const Context& context) {
    struct Seat {
        OrganisationId organisation;
        bool of_state = false;
    };
    GrantFacts facts{.who = standing_of(tx, context.actor, command.collaborative),
                     .today = local_date(context.now, convener_zone())};
    if (command.subject) {
        const auto subject = subject_of(tx, command.collaborative, command.scope, *command.subject);
        facts.subject_known = subject.known;
        facts.subject_is_state = subject.is_state;
        // Of a thing elsewhere nothing is said, not even that it is one.
        if (subject.known) facts.target = target_of(tx, facts.who, command.scope, *command.subject);
    }
    facts.held = holds(tx, command);
    facts.roles = tx.row<int>("SELECT count(*) FROM role_grants WHERE person = ? AND collaborative = ?",
                              command.person, command.collaborative)
                      .value_or(0);
    const auto seat = tx.row<Seat>("SELECT s.organisation, o.type = 'state_agency' FROM seats s"
                                   " JOIN people p ON p.id = s.person AND p.active = 1"
                                   " JOIN organisations o ON o.id = s.organisation"
                                   " WHERE s.person = ? AND s.collaborative = ? AND s.left_at IS NULL"
                                   " AND s.suspended_at IS NULL",
                                   command.person, command.collaborative);
    if (!seat) return facts;
    facts.known = true;
    facts.organisation = seat->organisation;
    facts.of_state = seat->of_state;
    return facts;
}

void tell(const PersonId& person, const CollaborativeId& collaborative, RoleScope scope, Changes& changes) {
    changes.put(Kind::standing, person, collaborative);
    // What stands beside their name.
    if (scope == RoleScope::collaborative) changes.put(Kind::person, person, collaborative);
    changes.access_changed(person);
}

/// The first moment of the day after.
Instant end_of(const CivilDate& last_day) {
    return instant_of(LocalTime{last_day.plus_days(1).str() + "T00:00"}, convener_zone()).value();
}

} // namespace

GrantFacts gather(store::Transaction& tx, const GrantRole& command, const Context& context) {
    return facts_of(tx, command, context);
}

void record(store::Transaction& tx, const GrantRole& command, const GrantFacts&, const RoleGranted&,
            const Context& context, Changes& changes) {
    if (command.scope == RoleScope::collaborative) {
        tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, ?, ?)", command.person,
               command.role, command.collaborative);
    } else {
        const auto grant = context.new_id<RoleGrantId>();
        tx.run("INSERT INTO scoped_role_grants (id, collaborative, person, role, scope, subject, granted_by,"
               " granted_at, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
               grant, command.collaborative, command.person, command.role, command.scope, *command.subject,
               context.actor, context.now, command.until);
        if (command.until) store::leave_due(tx, {end_of(*command.until), EndDueRole::name, grant});
    }
    // A second factor is asked of them from now on: their connections come in anew, by that door.
    if (command.role == Role::administrator || command.role == Role::facilitator)
        changes.signed_out(command.person);
    tell(command.person, command.collaborative, command.scope, changes);
}

GrantFacts gather(store::Transaction& tx, const EndRole& command, const Context& context) {
    return facts_of(tx, command, context);
}

void record(store::Transaction& tx, const EndRole& command, const GrantFacts&, const RoleEnded&,
            const Context& context, Changes& changes) {
    if (command.scope == RoleScope::collaborative)
        tx.run("DELETE FROM role_grants WHERE person = ? AND collaborative = ? AND role = ?", command.person,
               command.collaborative, command.role);
    else
        tx.run("UPDATE scoped_role_grants SET ended_at = ?, ended_by = ? WHERE person = ?"
               " AND collaborative = ? AND subject = ? AND scope = ? AND role = ? AND ended_at IS NULL",
               context.now, context.actor, command.person, command.collaborative, *command.subject,
               command.scope, command.role);
    tell(command.person, command.collaborative, command.scope, changes);
}

DueRoleFacts gather(store::Transaction& tx, const EndDueRole& command, const Context&) {
    return {.held = tx.row<DueRoleFacts::Held>(
                "SELECT person, collaborative FROM scoped_role_grants WHERE id = ? AND ended_at IS NULL",
                command.grant)};
}

void record(store::Transaction& tx, const EndDueRole& command, const DueRoleFacts& facts, const DueRoleEnded&,
            const Context& context, Changes& changes) {
    if (!facts.held) return;
    tx.run("UPDATE scoped_role_grants SET ended_at = ? WHERE id = ?", context.now, command.grant);
    tell(facts.held->person, facts.held->collaborative, RoleScope::meeting, changes);
}

Result<RolesFound> answer(store::Transaction& tx, const RolesIn& query, const Context& context) {
    const auto who = standing_of(tx, context.actor, query.collaborative);
    if (!subject_of(tx, query.collaborative, query.scope, query.subject).known) return refuse_not_allowed();
    const auto target = target_of(tx, who, query.scope, query.subject);
    RolesFound found{.grants = may_grant(who, query.scope, target)};
    const auto seen = [&] {
        switch (query.scope) {
        case RoleScope::organisation:
            return can(who, Verb::see_organisation, target);
        case RoleScope::series:
            return can(who, Verb::see_series, target);
        default:
            return can(who, Verb::see_meeting, target);
        }
    };
    if (!found.grants && !seen()) return refuse_not_allowed();
    found.roles = tx.rows<RoleHeld>(
        "SELECT g.person, g.role, g.until, g.granted_by, g.granted_at FROM scoped_role_grants g"
        " JOIN people p ON p.id = g.person AND p.active = 1"
        " JOIN seats s ON s.person = g.person AND s.collaborative = g.collaborative AND s.suspended_at IS "
        "NULL"
        " WHERE g.subject = ? AND g.ended_at IS NULL ORDER BY g.granted_at, g.id LIMIT ?",
        query.subject, roles_limit);
    return found;
}

std::string title_of(store::Transaction& tx, const RoleWithin& part) {
    return tx
        .row<std::string>("SELECT coalesce((SELECT title FROM series WHERE id = ?),"
                          " (SELECT title FROM meetings WHERE id = ?),"
                          " (SELECT short_name FROM organisations WHERE id = ?), '')",
                          part.subject, part.subject, part.subject)
        .value_or("");
}

void end_roles_within(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
                      const Context& context) {
    tx.run("UPDATE scoped_role_grants SET ended_at = ?, ended_by = ? WHERE person = ? AND collaborative = ?"
           " AND ended_at IS NULL",
           context.now, context.actor, person, collaborative);
}

} // namespace interstate::permissions
