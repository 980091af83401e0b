#pragma once
// What the people of a team work as, said by who runs its seats: at a renewal they are gone through.
#include "features/identity/profiles.hpp"

namespace interstate::identity {

/// Says what somebody works as first of all. What they say of themselves besides stays.
struct NameFunction {
    static constexpr const char* name = "name_function";
    PersonId person;
    CollaborativeId collaborative;
    JobFunction function = JobFunction::school_improvement_lead;
};
INTERSTATE_DESCRIBE(NameFunction, person, collaborative, function)
struct FunctionNamed {
    static constexpr const char* name = "function_named";
};
INTERSTATE_DESCRIBE_EMPTY(FunctionNamed)

struct FunctionFacts {
    permissions::Standing who;
    /// With a seat here and access.
    bool known = false;
    OrganisationId organisation;
    /// What they say of themselves; nothing where they wrote no profile.
    std::optional<std::vector<JobFunction>> functions;
};

/// The functions with this one first, each once, at most as many as a profile holds.
std::vector<JobFunction> with_first(JobFunction first, const std::vector<JobFunction>& functions);

Result<FunctionNamed> decide(const NameFunction&, const FunctionFacts&, const Context&);

FunctionFacts gather(store::Transaction&, const NameFunction&, const Context&);
void record(store::Transaction&, const NameFunction&, const FunctionFacts&, const FunctionNamed&,
            const Context&, Changes&);

} // namespace interstate::identity
