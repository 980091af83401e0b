#include "features/identity/functions.hpp"

#include <algorithm>

namespace interstate::identity {

std::vector<JobFunction> with_first(JobFunction first, const std::vector<JobFunction>& functions) {
    std::vector<JobFunction> all{first};
    std::ranges::copy_if(functions, std::back_inserter(all),
                         [&](JobFunction function) { return function != first; });
    if (all.size() > most_functions) all.resize(most_functions);
    return all;
}

Result<FunctionNamed> decide(const NameFunction&, const FunctionFacts& facts, const Context&) {
    const bool own = facts.who.organisation == facts.organisation;
    if (!facts.known || !can(facts.who, permissions::Verb::name_contact, {.own = own}))
        return refuse_not_allowed();
    return FunctionNamed{};
}

} // namespace interstate::identity
