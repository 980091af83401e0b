#include "features/identity/leaving.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

using permissions::can;
using permissions::Verb;

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
        text += parts[i];
    }
    return text;
}

std::string holds(const LeavingFacts& facts) {
    return facts.name.str() + " holds " + words_of(facts.held) + ".";
}

std::unexpected<Refusal> nobody_there(const LeavingFacts& facts) {
    const std::string nobody = " Nobody else of " + facts.agency + " has a seat";
    return refuse_field("successor_needed", "successor",
                        holds(facts) + nobody + ": add their successor first.",
                        facts.held.steps > 0 ? "" : "without a successor, by an administrator");
}

} // namespace

std::string words_of(const Held& held, int entries) {
    std::vector<std::string> parts;
    if (held.steps > 0)
        parts.push_back(std::to_string(held.steps) + (held.steps == 1 ? " open step" : " open steps"));
    if (held.contact) parts.emplace_back("the contact duty");
    if (held.lead) parts.emplace_back("the lead of the team");
    if (entries > 0)
        parts.push_back(std::to_string(entries) + (entries == 1
                                                       ? " offer or wish for help from their profile"
                                                       : " offers and wishes for help from their profile"));
    return joined(parts);
}

std::vector<ProfileEntry> taken_over(std::vector<ProfileEntry> own, const std::vector<ProfileEntry>& left) {
    const auto key = [](const ProfileEntry& entry) { return plain_letters(entry.text.str()); };
    for (const auto& entry : left)
        if (own.size() < most_entries && std::ranges::find(own, key(entry), key) == own.end())
            own.push_back(entry);
    return own;
}

Entries taken_over(const Entries& own, const Entries& left) {
    return {taken_over(own.offers, left.offers), taken_over(own.wants, left.wants)};
}

bool needs_successor(const LeavingFacts& facts) {
    if (facts.held.steps > 0) return true;
    if (!facts.held.any()) return false;
    // With nobody there to take it, an administrator lets the duty be vacant: the state page says so.
    return facts.colleagues > 0 || !can(facts.who, Verb::suspend_people);
}

bool may_retire(const LeavingFacts& facts, bool oneself) {
    if (!facts.known) return false;
    if (can(facts.who, Verb::suspend_people)) return true;
    if (oneself) return can(facts.who, Verb::leave, {.own = true});
    return !facts.staff &&
           can(facts.who, Verb::retire_people, {.own = facts.who.organisation == facts.organisation});
}

Result<PersonRetired> decide(const RetirePerson& command, const LeavingFacts& facts, const Context& context) {
    if (!may_retire(facts, command.person == context.actor)) return refuse_not_allowed();
    if (facts.left && !facts.held.any())
        return refuse_field("left_already", "person", facts.name.str() + " has left already.",
                            "a person who has a seat");
    if (facts.last_administrator)
        return refuse_field("last_administrator", "person",
                            facts.name.str() + " is the only administrator: nobody could let people in.",
                            "once there is another administrator");
    if (command.successor && !facts.successor_fits)
        return refuse_field("wrong_successor", "successor",
                            "A successor has a seat and access in the same organization.",
                            "another active person of " + facts.agency);
    if (!command.successor && needs_successor(facts)) {
        if (facts.colleagues == 0) return nobody_there(facts);
        return refuse_field("successor_needed", "successor", holds(facts) + " Name who takes it over.",
                            "an active person of " + facts.agency);
    }
    return PersonRetired{.steps = facts.held.steps,
                         .contact_vacant = facts.held.contact && !command.successor,
                         .topics = static_cast<int>(facts.readable.size()),
                         .entries = facts.of_successor
                                        ? taken_over(*facts.of_successor, facts.entries).size() -
                                              facts.of_successor->size()
                                        : 0};
}

Result<ContactNamed> decide(const NameContact&, const NamingFacts& facts, const Context&) {
    if (!facts.known ||
        !can(facts.who, Verb::name_contact, {.own = facts.who.organisation == facts.organisation}))
        return refuse_not_allowed();
    if (!facts.active)
        return refuse_field("no_access", "person", "This person has no access any more.",
                            "an active person of the organization");
    if (facts.contact_already)
        return refuse_field("contact_already", "person", "This person is the contact already.",
                            "another person of the organization");
    return ContactNamed{};
}

} // namespace interstate::identity
