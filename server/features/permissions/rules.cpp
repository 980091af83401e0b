#include "features/permissions/permissions.hpp"

#include <algorithm>

namespace interstate::permissions {
namespace {

constexpr auto A = Reach::any;
constexpr auto S = Reach::series;
constexpr auto O = Reach::own;
constexpr auto X = Reach::none;

// One row a verb; columns as in Rule: administrator, facilitator, state lead, state member, partner,
// observer.
constexpr Rule table[] = {
    {Verb::see_extended, A, A, A, A, A, A},     {Verb::see_members, A, A, A, A, A, X},
    {Verb::see_staff, A, A, X, X, X, X},        {Verb::see_series, A, A, S, S, A, A},
    {Verb::see_meeting, A, A, S, S, A, A},      {Verb::enter_room, A, A, S, S, A, A},
    {Verb::see_organisation, X, X, O, O, O, X}, {Verb::manage_exchanges, A, A, X, X, X, X},
    {Verb::suspend_people, A, X, X, X, X, X},   {Verb::add_people, A, A, X, X, X, X},
    {Verb::run_room, A, A, X, X, X, X},         {Verb::raise_hand, A, A, S, S, A, X},
    {Verb::commit_step, A, A, O, O, X, X},      {Verb::update_step, A, A, O, O, X, X},
    {Verb::write_post, A, A, S, S, A, X},       {Verb::moderate, A, A, X, X, X, X},
    {Verb::export_contacts, A, A, O, X, X, X},
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

} // namespace

std::span<const Rule> rules() { return table; }

bool Standing::has(Role role) const { return std::ranges::find(roles, role) != roles.end(); }

bool can(const Standing& who, Verb verb, const Target& target) {
    if (!who.active) return false;
    const auto rule = std::ranges::find(table, verb, &Rule::verb);
    if (rule == std::end(table)) return false;
    return std::ranges::any_of(who.roles, [&](Role role) { return reaches(reach_of(*rule, role), target); });
}

} // namespace interstate::permissions
