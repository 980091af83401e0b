#include "features/permissions/grants.hpp"

namespace interstate::permissions {
namespace {

constexpr int most_days_ahead = 3 * 365 + 1;

std::string roles_for(RoleScope scope, bool of_state) {
    switch (scope) {
    case RoleScope::collaborative:
        return of_state ? "state_lead, state_member, facilitator or administrator"
                        : "partner, observer, facilitator or administrator";
    case RoleScope::organisation:
        return "state_member";
    case RoleScope::series:
    case RoleScope::meeting:
        return "facilitator, partner or observer";
    }
    return {};
}

/// Names what is asked for; a refusal where it is nothing here.
Result<void> check_subject(RoleScope scope, const std::optional<Ulid>& subject, const GrantFacts& facts) {
    if (scope == RoleScope::collaborative) {
        if (subject)
            return refuse_field("out_of_bounds", "subject",
                                "A role in the whole collaborative has no subject.", "nothing");
        return {};
    }
    if (!subject)
        return refuse_field("missing", "subject", "Say in which part the role holds.",
                            "the id of an organisation, a series or a meeting");
    if (!facts.subject_known)
        return refuse_field("not_found", "subject",
                            "Roles are given in what is published or announced here, not in drafts.",
                            "an organisation, a published series or an announced meeting");
    return {};
}

Result<void> check_until(const GrantRole& command, const GrantFacts& facts) {
    if (!command.until) return {};
    if (command.scope == RoleScope::collaborative)
        return refuse_field("out_of_bounds", "until",
                            "A role in the whole collaborative holds until it is ended.", "nothing");
    if (*command.until >= facts.today && *command.until <= facts.today.plus_days(most_days_ahead)) return {};
    return refuse_field("out_of_bounds", "until", "The last day lies ahead, at most three years.",
                        facts.today.str() + " to " + facts.today.plus_days(most_days_ahead).str());
}

} // namespace

bool may_hold(Role role, RoleScope scope, bool of_state) {
    const bool of_team = role == Role::state_lead || role == Role::state_member;
    const bool visits = role == Role::partner || role == Role::observer;
    switch (scope) {
    case RoleScope::collaborative:
        return role == Role::administrator || role == Role::facilitator || (of_state ? of_team : visits);
    case RoleScope::organisation:
        // Its seats are run by who has one.
        return role == Role::state_member;
    case RoleScope::series:
    case RoleScope::meeting:
        return role == Role::facilitator || visits;
    }
    return false;
}

bool may_grant(const Standing& who, RoleScope scope, const Target& target) {
    switch (scope) {
    case RoleScope::collaborative:
        return can(who, Verb::appoint);
    case RoleScope::organisation:
        return can(who, Verb::share_team, target);
    case RoleScope::series:
    case RoleScope::meeting:
        return can(who, Verb::grant_roles, target);
    }
    return false;
}

Result<RoleGranted> decide(const GrantRole& command, const GrantFacts& facts, const Context&) {
    if (!may_grant(facts.who, command.scope, facts.target)) return refuse_not_allowed();
    if (const auto sound = check_subject(command.scope, command.subject, facts); !sound)
        return std::unexpected(sound.error());
    if (!facts.known)
        return refuse_field("not_found", "person", "This person has no seat here.",
                            "somebody who is in the directory and has access");
    if (!may_hold(command.role, command.scope, facts.of_state))
        return refuse_field("out_of_bounds", "role", "They cannot be that there.",
                            roles_for(command.scope, facts.of_state));
    if (command.scope == RoleScope::organisation && !facts.subject_is_state)
        return refuse_field("out_of_bounds", "subject", "Only a state agency has a team here.",
                            "a state agency");
    if (command.scope == RoleScope::organisation && command.subject == facts.organisation)
        return refuse_field("out_of_bounds", "subject", "They belong to that team already.",
                            "the team of another organisation");
    if (const auto sound = check_until(command, facts); !sound) return std::unexpected(sound.error());
    if (facts.held)
        return refuse_field("granted_already", "role", "They have this role there already.",
                            "another role, or none");
    return RoleGranted{};
}

Result<RoleEnded> decide(const EndRole& command, const GrantFacts& facts, const Context& context) {
    const bool in_part = command.scope != RoleScope::collaborative;
    const bool own = in_part && facts.known && facts.held && command.person == context.actor;
    if (!own && !may_grant(facts.who, command.scope, facts.target)) return refuse_not_allowed();
    if (in_part && !command.subject)
        return refuse_field("missing", "subject", "Say in which part the role holds.",
                            "the id of an organisation, a series or a meeting");
    if (!facts.held)
        return refuse_field("not_held", "role", "They do not have this role there.", "a role that they have");
    if (in_part) return RoleEnded{};
    // So the last administrator stays one.
    if (command.person == context.actor && command.role == Role::administrator)
        return refuse_field("yourself", "person", "You cannot end your own role of administrator.",
                            "another person");
    if (facts.roles < 2)
        return refuse_field("only_role", "role",
                            "It is the only role that they have: give another one first.",
                            "a person with more than one role; to end somebody's access, suspend_person");
    return RoleEnded{};
}

Result<DueRoleEnded> decide(const EndDueRole&, const DueRoleFacts& facts, const Context& context) {
    if (!context.by_system()) return refuse_not_allowed();
    if (!facts.held) return DueRoleEnded{};
    return DueRoleEnded{facts.held->person, facts.held->collaborative};
}

} // namespace interstate::permissions
