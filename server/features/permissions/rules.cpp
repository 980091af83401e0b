#include "features/permissions/permissions.hpp"

#include <algorithm>

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
// observer; then what a state's membership must be at least.
constexpr Rule table[] = {
    {Verb::see_extended, A, A, A, A, A, A, grace, extended},
    {Verb::see_members, A, A, A, A, A, X, grace, core},
    {Verb::see_staff, A, A, X, X, X, X, active, core},
    {Verb::see_series, A, A, S, S, A, A, grace, extended},
    {Verb::see_meeting, A, A, S, S, A, A, grace, extended},
    {Verb::enter_room, A, A, S, S, A, A, grace, extended},
    {Verb::see_organisation, X, X, O, O, O, X, grace, extended},
    {Verb::manage_exchanges, A, A, X, X, X, X, active, core},
    {Verb::admit_members, A, X, X, X, X, X, active, core},
    {Verb::renew_membership, A, X, O, X, X, X, none, extended},
    {Verb::suspend_people, A, X, X, X, X, X, active, core},
    {Verb::retire_people, A, X, O, X, O, X, grace, extended},
    {Verb::leave, O, O, O, O, O, X, none, extended},
    {Verb::name_contact, A, X, O, X, X, X, grace, extended},
    {Verb::add_people, A, A, O, X, X, X, active, extended},
    {Verb::renew_links, A, A, X, X, X, X, active, core},
    {Verb::run_room, A, A, X, X, X, X, active, core},
    {Verb::raise_hand, A, A, S, S, A, X, active, extended},
    {Verb::commit_step, A, A, O, O, X, X, active, core},
    {Verb::update_step, A, A, O, O, X, X, grace, core},
    {Verb::write_post, A, A, S, S, A, X, active, extended},
    {Verb::moderate, A, A, X, X, X, X, active, core},
    {Verb::export_contacts, A, A, O, X, X, X, active, extended},
    {Verb::publish_terms, A, X, X, X, X, X, active, core},
};

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
    }
    return Reach::none;
}

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
bool is_carried(const Standing& who, const Rule& rule, Role role) {
    if (role != Role::state_lead && role != Role::state_member) return true;
    return who.footing >= rule.footing && who.tier >= rule.tier;
}

} // namespace

std::span<const Rule> rules() { return table; }

bool Standing::has(Role role) const { return std::ranges::find(roles, role) != roles.end(); }

bool can(const Standing& who, Verb verb, const Target& target) {
    if (!who.active) return false;
    const auto rule = std::ranges::find(table, verb, &Rule::verb);
    if (rule == std::end(table)) return false;
    return std::ranges::any_of(who.roles, [&](Role role) {
        return is_carried(who, *rule, role) && reaches(reach_of(*rule, role), target);
    });
}

} // namespace interstate::permissions
