#include "features/mail/suppression.hpp"

namespace interstate::mail {

bool may_look_after(const permissions::Standing& who, const permissions::Standing& person) {
    return !person.roles.empty() &&
           can(who, permissions::Verb::add_people, {.own = person.organisation == who.organisation});
}

Result<SuppressionLifted> decide(const LiftSuppression&, const LiftFacts& facts, const Context&) {
    if (!may_look_after(facts.who, facts.person)) return refuse_not_allowed();
    if (!facts.suppressed)
        return refuse("not_suppressed",
                      "Mail to this address is sent already: somebody lifted it meanwhile.");
    return SuppressionLifted{};
}

} // namespace interstate::mail
