#include "features/permissions/explanation.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace interstate::permissions {
namespace {

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string whole;
    for (const auto part : parts) whole += part;
    return whole;
}

std::string_view words_for(Footing footing) {
    switch (footing) {
    case Footing::none:
        return "no member now";
    case Footing::grace:
        return "a member in its days of grace";
    case Footing::active:
        return "a member";
    }
    std::unreachable();
}

std::string_view words_for(RoleScope scope) {
    switch (scope) {
    case RoleScope::collaborative:
        return "the whole collaborative";
    case RoleScope::organisation:
        return "the team of";
    case RoleScope::series:
        return "the series";
    case RoleScope::meeting:
        return "the session";
    }
    std::unreachable();
}

std::string_view place_of(RoleScope scope) {
    return scope == RoleScope::organisation ? "of this team"
           : scope == RoleScope::series     ? "of the series"
                                            : "of the session";
}

/// How far a right goes, for somebody who has it.
std::string allowed_words(const RoleDecision& by, std::string_view thing) {
    if (by.scope != RoleScope::collaborative)
        return joined({"As ", words_for(by.role), " ", place_of(by.scope), ", a role given to them there."});
    switch (by.reach) {
    case Reach::any:
        return joined({"As ", words_for(by.role), " in the whole collaborative."});
    case Reach::series:
        return joined({"As ", words_for(by.role), ": their organization takes part in ", thing, "."});
    case Reach::own:
        return joined({"As ", words_for(by.role), ": ", thing, " is their own."});
    case Reach::none:
        break;
    }
    std::unreachable();
}

std::string denied_words(const RoleDecision& by, const Rule& rule, const Standing& who,
                         std::string_view thing) {
    const auto role = words_for(by.role);
    if (by.reach == Reach::none || (by.scope != RoleScope::collaborative && !by.reaches))
        return joined({"As ", role, by.scope == RoleScope::collaborative ? "" : " ",
                       by.scope == RoleScope::collaborative ? "" : place_of(by.scope), ": no right to it."});
    if (by.scope != RoleScope::collaborative)
        return joined(
            {"As ", role, " ", place_of(by.scope), ": only while that team's membership allows it."});
    if (!by.footing)
        return joined(
            {"As ", role, ": their organization must be ",
             rule.footing == Footing::grace ? "a member, or in its days of grace" : words_for(rule.footing),
             "; it is ", words_for(who.footing), "."});
    if (!by.tier) return joined({"As ", role, ": only with core membership; theirs is extended."});
    if (by.reach == Reach::series)
        return joined({"As ", role, ": only if their organization takes part in ", thing, "; it does not."});
    return joined({"As ", role, ": only what is their own; ", thing, " is not."});
}

const Rule& rule_of(Verb verb) { return *std::ranges::find(rules(), verb, &Rule::verb); }

std::string_view letter_of(Reach reach) {
    switch (reach) {
    case Reach::none:
        return "–";
    case Reach::own:
        return "own";
    case Reach::series:
        return "taking part";
    case Reach::any:
        return "all";
    }
    std::unreachable();
}

std::string membership_words(const Rule& rule) {
    if (rule.footing == Footing::none) return "none needed";
    return joined({rule.tier == Tier::core ? "core, " : "",
                   rule.footing == Footing::grace ? "also in grace" : "active"});
}

constexpr std::array every_role{Role::administrator, Role::facilitator, Role::state_lead, Role::state_member,
                                Role::partner,       Role::observer,    Role::guest};

} // namespace

std::string_view words_for(Role role) {
    switch (role) {
    case Role::administrator:
        return "administrator";
    case Role::facilitator:
        return "facilitator";
    case Role::state_lead:
        return "state lead";
    case Role::state_member:
        return "state member";
    case Role::partner:
        return "partner";
    case Role::observer:
        return "observer";
    case Role::guest:
        return "guest";
    }
    std::unreachable();
}

std::string_view words_for(Verb verb) {
    switch (verb) {
    case Verb::see_extended:
        return "see names, dates and series";
    case Verb::see_members:
        return "see the directory and members' topics";
    case Verb::see_staff:
        return "see drafts and invitations";
    case Verb::see_series:
        return "see steps and topics of a series";
    case Verb::see_meeting:
        return "see a session's agenda and who is there";
    case Verb::enter_room:
        return "be in a session's room";
    case Verb::see_organisation:
        return "see what a team keeps to itself";
    case Verb::manage_exchanges:
        return "make and edit series and sessions";
    case Verb::admit_members:
        return "admit members, decide tier and seats, set years and their goals";
    case Verb::renew_membership:
        return "renew a membership";
    case Verb::suspend_people:
        return "suspend a person and let them back in";
    case Verb::retire_people:
        return "retire a person, hand over";
    case Verb::leave:
        return "leave";
    case Verb::name_contact:
        return "name the contact of an organization, what it is called, and what its people work as";
    case Verb::add_people:
        return "add people, decide who asks for a seat";
    case Verb::renew_links:
        return "make a sign-in link for somebody else";
    case Verb::explain_access:
        return "see why a person can see something";
    case Verb::admit_guests:
        return "make a session's guest link, let guests in";
    case Verb::run_room:
        return "run a session's room";
    case Verb::raise_hand:
        return "raise a hand";
    case Verb::rsvp:
        return "say whether they come to a session";
    case Verb::rsvp_for_others:
        return "say for somebody else whether they come";
    case Verb::commit_step:
        return "commit a state to a step";
    case Verb::update_step:
        return "update a state's step";
    case Verb::write_post:
        return "start topics, post, reply";
    case Verb::moderate:
        return "remove other people's posts";
    case Verb::export_contacts:
        return "download lists with addresses";
    case Verb::export_records:
        return "download the records of an organization";
    case Verb::grant_roles:
        return "give and end roles in a series or session";
    case Verb::share_team:
        return "give and end roles in the team of an organization";
    case Verb::appoint:
        return "give and end roles in the whole collaborative";
    case Verb::see_audit:
        return "see who did what";
    case Verb::erase_people:
        return "erase a former member";
    case Verb::publish_terms:
        return "publish terms of use";
    }
    std::unreachable();
}

Explanation explain(const Standing& who, Verb verb, const Target& target, std::string_view thing) {
    if (!who.active)
        return {false,
                "They have no seat here: they left, were suspended, or belong to another collaborative."};
    const auto decided = decisions(who, verb, target);
    if (decided.empty()) return {false, "They have a seat, but no role here."};
    const auto gives = std::ranges::find(decided, true, &RoleDecision::gives);
    if (gives != decided.end()) return {true, allowed_words(*gives, thing)};
    std::string because;
    for (const auto& one : decided)
        because += (because.empty() ? "" : " ") + denied_words(one, rule_of(verb), who, thing);
    return {false, because};
}

DeedAllowed deed(const Standing& who, Verb verb) {
    DeedAllowed widest{.verb = verb};
    // As wide as it can be asked: what is their own, in a series in which they take part.
    for (const auto& one : decisions(who, verb, {.own = true, .in_series = true}))
        if (who.active && one.gives()) widest.reach = std::max(widest.reach, one.reach);
    widest.because = explain(who, verb, {.own = true, .in_series = true}, "that").because;
    return widest;
}

std::vector<std::string> grounds_of(const Standing& who, std::string_view organisation) {
    if (!who.active) return {"No seat here: they left, were suspended, or belong to another collaborative."};
    std::vector<std::string> all{joined({"A seat of ", organisation, "."})};
    for (const auto role : who.roles) all.push_back(joined({"The role of ", words_for(role), "."}));
    if (who.has(Role::state_lead) || who.has(Role::state_member))
        all.push_back(joined({organisation, " is ", words_for(who.footing),
                              who.footing == Footing::none ? ""
                              : who.tier == Tier::core     ? ", core"
                                                           : ", extended",
                              "."}));
    return all;
}

std::string ground_of(const RoleWithin& part, std::string_view title) {
    return joined({"The role of ", words_for(part.role), " in ", words_for(part.scope), " ", title, "."});
}

std::string table_for_guide() {
    std::string table = "| May |";
    for (const auto role : every_role) table += joined({" ", words_for(role), " |"});
    table += " a state's membership |\n|---|";
    for (std::size_t column = 0; column <= every_role.size(); ++column) table += "---|";
    table += '\n';
    for (const auto& rule : rules()) {
        table += joined({"| ", words_for(rule.verb), " |"});
        for (const auto role : every_role) table += joined({" ", letter_of(reach_of(rule, role)), " |"});
        table += joined({" ", membership_words(rule), " |\n"});
    }
    return table;
}

} // namespace interstate::permissions
