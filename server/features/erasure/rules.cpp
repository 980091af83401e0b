#include "features/erasure/erasure.hpp"

namespace interstate::erasure {

using permissions::can;
using permissions::Verb;

Result<PersonErased> decide(const ErasePerson& command, const ErasureFacts& facts, const Context&) {
    if (!facts.known || !can(facts.who, Verb::erase_people)) return refuse_not_allowed();
    if (facts.erased)
        return refuse_field("erased_already", "person", "This former member is erased already.",
                            "somebody who was retired");
    if (facts.active || !facts.left)
        return refuse_field("not_retired", "person",
                            facts.name.str() + " was not retired: first hand over what they hold.",
                            "somebody who was retired");
    if (facts.elsewhere)
        return refuse_field("not_former", "person",
                            facts.name.str() + " still has an account on this server, outside of this "
                                               "collaborative. They can ask for it to be erased themselves.",
                            "somebody who has left for good");
    if (facts.holds > 0)
        return refuse_field("holds", "person",
                            facts.name.str() + " still owns " + std::to_string(facts.holds) +
                                (facts.holds == 1 ? " open step" : " open steps") + ": hand over first.",
                            "somebody who holds nothing");
    if (command.confirmation.str() != facts.name.str())
        return refuse_field("confirmation", "confirmation", "This is not the name as it stands here.",
                            facts.name.str());
    return PersonErased{};
}

Result<ErasureAsked> decide(const AskForErasure& command, const AskingFacts& facts, const Context&) {
    if (!facts.who.active || facts.who.person != command.person) return refuse_not_allowed();
    return ErasureAsked{};
}

} // namespace interstate::erasure
