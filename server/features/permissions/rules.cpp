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
    {Verb::commit_step, A, A, O, O, X, X, X, active, core},
    {Verb::update_step, A, A, O, O, X, X, X, grace, core},
    {Verb::write_post, A, A, S, S, A, X, X, active, extended},
    {Verb::moderate, A, A, X, X, X, X, X, active, core},
    {Verb::export_contacts, A, A, O, X, X, X, X, active, extended},
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
RoleDecision decision_of(const Standing& who, const Rule& rule, const Target& target, Role role) {
    const bool rests = role == Role::state_lead || role == Role::state_member;
    const auto reach = reach_of(rule, role);
    return {.role = role,
            .reach = reach,
            .reaches = reaches(reach, target),
            .footing = !rests || who.footing >= rule.footing,
            .tier = !rests || who.tier >= rule.tier};
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

bool can(const Standing& who, Verb verb, const Target& target) {
    if (!who.active) return false;
    const auto rule = std::ranges::find(table, verb, &Rule::verb);
    if (rule == std::end(table)) return false;
    return std::ranges::any_of(who.roles,
                               [&](Role role) { return decision_of(who, *rule, target, role).gives(); });
}

std::vector<RoleDecision> decisions(const Standing& who, Verb verb, const Target& target) {
    const auto& rule = *std::ranges::find(table, verb, &Rule::verb);
    std::vector<RoleDecision> all;
    for (const auto role : who.roles) all.push_back(decision_of(who, rule, target, role));
    return all;
}

} // namespace interstate::permissions
