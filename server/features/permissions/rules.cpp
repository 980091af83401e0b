#include "features/permissions/permissions.hpp"

#include <algorithm>
#include <utility>

namespace interstate::permissions {
namespace {

constexpr auto A = Reach::any;
constexpr auto S = Reach::series;
constexpr auto O = Reach::own;
constexpr auto X = Reach::none;

constexpr auto active = Footing::active;
constexpr auto grace = Footing::grace;
constexpr auto none = Footing::none;
constexpr auto core = Tier::core;
constexpr auto extended = Tier::extended;

// One row a verb; columns as in Rule: administrator, facilitator, state lead, state member, partner,
// observer, guest; then what a state's membership must be at least.
constexpr Rule table[] = {
    {Verb::see_extended, A, A, A, A, A, A, X, grace, extended},
    {Verb::see_members, A, A, A, A, A, X, X, grace, core},
    {Verb::see_staff, A, A, X, X, X, X, X, active, core},
    {Verb::see_series, A, A, S, S, A, A, X, grace, extended},
    {Verb::see_meeting, A, A, S, S, A, A, O, grace, extended},
    {Verb::enter_room, A, A, S, S, A, A, O, grace, extended},
    {Verb::see_organisation, X, X, O, O, O, X, X, grace, extended},
    {Verb::manage_exchanges, A, A, X, X, X, X, X, active, core},
    {Verb::admit_members, A, X, X, X, X, X, X, active, core},
    {Verb::renew_membership, A, X, O, X, X, X, X, none, extended},
    {Verb::suspend_people, A, X, X, X, X, X, X, active, core},
    {Verb::retire_people, A, X, O, X, O, X, X, grace, extended},
    {Verb::leave, O, O, O, O, O, X, X, none, extended},
    {Verb::name_contact, A, X, O, X, X, X, X, grace, extended},
    {Verb::add_people, A, A, O, X, X, X, X, active, extended},
    {Verb::renew_links, A, A, X, X, X, X, X, active, core},
    {Verb::explain_access, A, X, X, X, X, X, X, active, core},
    {Verb::admit_guests, A, A, X, X, X, X, X, active, core},
    {Verb::run_room, A, A, X, X, X, X, X, active, core},
    {Verb::raise_hand, A, A, S, S, A, X, X, active, extended},
    {Verb::rsvp, A, A, S, S, A, A, X, active, extended},
    {Verb::rsvp_for_others, A, A, O, X, X, X, X, active, extended},
    {Verb::commit_step, A, A, O, O, X, X, X, active, core},
    {Verb::update_step, A, A, O, O, X, X, X, grace, core},
    {Verb::write_post, A, A, S, S, A, X, X, active, extended},
    {Verb::moderate, A, A, X, X, X, X, X, active, core},
    {Verb::export_contacts, A, A, O, X, X, X, X, active, extended},
    {Verb::export_records, A, X, O, X, O, X, X, grace, extended},
    {Verb::grant_roles, A, A, X, X, X, X, X, active, core},
    {Verb::share_team, A, X, O, X, X, X, X, active, core},
    {Verb::appoint, A, X, X, X, X, X, X, active, core},
    {Verb::see_audit, A, S, O, X, X, X, X, grace, extended},
    {Verb::erase_people, A, X, X, X, X, X, X, active, core},
    {Verb::publish_terms, A, X, X, X, X, X, X, active, core},
};

bool reaches(Reach reach, const Target& target) {
    switch (reach) {
    case Reach::none:
        return false;
    case Reach::own:
        return target.own;
    case Reach::series:
        return target.in_series;
    case Reach::any:
        return true;
    }
    return false;
}

/// A state's roles come with its seats, and are worth what its membership is.
bool rests(Role role) { return role == Role::state_lead || role == Role::state_member; }

RoleDecision decision_of(const Standing& who, const Rule& rule, const Target& target, Role role) {
    const auto reach = reach_of(rule, role);
    return {.role = role,
            .reach = reach,
            .reaches = reaches(reach, target),
            .footing = !rests(role) || who.footing >= rule.footing,
            .tier = !rests(role) || who.tier >= rule.tier};
}

/// A meeting is part of its series.
bool covers(const RoleWithin& part, const Target& target) {
    switch (part.scope) {
    case RoleScope::organisation:
        return target.organisation == part.subject;
    case RoleScope::series:
        return target.series == part.subject;
    case RoleScope::meeting:
        return target.meeting == part.subject;
    case RoleScope::collaborative:
        return false;
    }
    return false;
}

/// In a team it is as if one were of it: its own, and the series in which it takes part. In a series or a
/// meeting everything is within reach but what is anybody's own.
RoleDecision decision_of(const RoleWithin& part, const Rule& rule) {
    const auto reach = reach_of(rule, part.role);
    const bool in_team = part.scope == RoleScope::organisation;
    return {.role = part.role,
            .scope = part.scope,
            .reach = reach,
            .reaches = in_team ? reach == Reach::own || reach == Reach::series
                               : reach == Reach::series || reach == Reach::any,
            .footing = !rests(part.role) || part.footing >= rule.footing,
            .tier = !rests(part.role) || part.tier >= rule.tier};
}

} // namespace

std::span<const Rule> rules() { return table; }

Reach reach_of(const Rule& rule, Role role) {
    switch (role) {
    case Role::administrator:
        return rule.administrator;
    case Role::facilitator:
        return rule.facilitator;
    case Role::state_lead:
        return rule.state_lead;
    case Role::state_member:
        return rule.state_member;
    case Role::partner:
        return rule.partner;
    case Role::observer:
        return rule.observer;
    case Role::guest:
        return rule.guest;
    }
    std::unreachable();
}

bool Standing::has(Role role) const { return std::ranges::find(roles, role) != roles.end(); }

Target of_organisation(const Standing& who, const OrganisationId& organisation) {
    return {.own = who.organisation == organisation, .organisation = organisation};
}

bool can(const Standing& who, Verb verb, const Target& target) {
    if (!who.active) return false;
    const auto rule = std::ranges::find(table, verb, &Rule::verb);
    if (rule == std::end(table)) return false;
    return std::ranges::any_of(who.roles,
                               [&](Role role) { return decision_of(who, *rule, target, role).gives(); }) ||
           std::ranges::any_of(who.within, [&](const RoleWithin& part) {
               return covers(part, target) && decision_of(part, *rule).gives();
           });
}

std::vector<RoleDecision> decisions(const Standing& who, Verb verb, const Target& target) {
    const auto& rule = *std::ranges::find(table, verb, &Rule::verb);
    std::vector<RoleDecision> all;
    for (const auto role : who.roles) all.push_back(decision_of(who, rule, target, role));
    for (const auto& part : who.within)
        if (covers(part, target)) all.push_back(decision_of(part, rule));
    return all;
}

} // namespace interstate::permissions
