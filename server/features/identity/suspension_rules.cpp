#include "features/identity/suspension.hpp"

namespace interstate::identity {

Result<PersonSuspended> decide(const SuspendPerson& command, const SuspensionFacts& facts,
                               const Context& context) {
    if (!can(facts.who, permissions::Verb::suspend_people) || !facts.seated) return refuse_not_allowed();
    // So the last administrator stays one.
    if (command.person == context.actor)
        return refuse_field("yourself", "person", "You cannot suspend yourself.", "another person");
    if (!facts.active)
        return refuse_field("suspended_already", "person", "This person has no access any more.",
                            "a person who has access");
    return PersonSuspended{};
}

Result<PersonReadmitted> decide(const ReadmitPerson&, const SuspensionFacts& facts, const Context&) {
    if (!can(facts.who, permissions::Verb::suspend_people) || !facts.seated) return refuse_not_allowed();
    if (facts.active)
        return refuse_field("not_suspended", "person", "This person has access already.",
                            "a person who was suspended or has left");
    if (facts.erased)
        return refuse_field("erased", "person", "This former member was erased: invite them as somebody new.",
                            "a person who was suspended or has left");
    if (!facts.left || !facts.is_state) return PersonReadmitted{};
    if (facts.footing != permissions::Footing::active)
        return refuse_field("no_member", "person", facts.agency + " is no member now: there are no seats.",
                            "after it is a member again");
    if (facts.seats_taken >= facts.seat_cap)
        return refuse_field("seats_taken", "person",
                            std::to_string(facts.seats_taken) + " of " + std::to_string(facts.seat_cap) +
                                " seats of " + facts.agency + " are taken.",
                            "after a seat is given back, or their number is raised");
    return PersonReadmitted{};
}

} // namespace interstate::identity
