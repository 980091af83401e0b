#include "features/identity/functions.hpp"
#include "store/transaction.hpp"

namespace interstate::identity {

FunctionFacts gather(store::Transaction& tx, const NameFunction& command, const Context& context) {
    FunctionFacts facts{.who = permissions::standing_of(tx, context.actor, command.collaborative)};
    const auto organisation =
        tx.row<OrganisationId>("SELECT s.organisation FROM seats s JOIN people p ON p.id = s.person"
                               " AND p.active = 1 WHERE s.person = ? AND s.collaborative = ?"
                               " AND s.left_at IS NULL",
                               command.person, command.collaborative);
    if (!organisation) return facts;
    facts.known = true;
    facts.organisation = *organisation;
    if (const auto profile = find(tx, command.person, As<OwnProfile>{})) facts.functions = profile->functions;
    return facts;
}

void record(store::Transaction& tx, const NameFunction& command, const FunctionFacts& facts,
            const FunctionNamed&, const Context&, Changes& changes) {
    tx.run("UPDATE seats SET function = ? WHERE person = ? AND collaborative = ?", command.function,
           command.person, command.collaborative);
    changes.put(Kind::contact, command.person);
    if (!facts.functions) return;
    tx.run("UPDATE profiles SET functions = ? WHERE person = ?",
           with_first(command.function, *facts.functions), command.person);
    changes.put(Kind::profile, command.person);
    changes.put(Kind::own_profile, command.person);
}

} // namespace interstate::identity
