// What the people of a team work as, said by who runs its seats.
#include "features/identity/functions.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::identity;

namespace {

using enum JobFunction;

const OrganisationId own{Ulid::from({1}, {1})}, other{Ulid::from({1}, {2})};

std::string by(permissions::Role role, const OrganisationId& organisation, bool known = true) {
    const permissions::Standing who{
        .organisation = own, .roles = {role}, .footing = permissions::Footing::grace, .active = true};
    const auto outcome =
        decide(NameFunction{}, {.who = who, .known = known, .organisation = organisation}, {});
    return outcome ? "named" : outcome.error().code;
}

} // namespace

TEST_CASE("a lead names the functions of their own team, an administrator everybody's") {
    using permissions::Role;
    CHECK(by(Role::state_lead, own) == "named");
    CHECK(by(Role::state_lead, other) == "not_allowed");
    CHECK(by(Role::state_member, own) == "not_allowed");
    CHECK(by(Role::administrator, other) == "named");
    CHECK(by(Role::administrator, other, false) == "not_allowed");
}

TEST_CASE("the function that is named comes first, each stands once, and a profile holds three") {
    CHECK(with_first(district_leader, {}) == std::vector{district_leader});
    CHECK(with_first(district_leader, {ta_provider, district_leader}) ==
          std::vector{district_leader, ta_provider});
    CHECK(with_first(district_leader, {ta_provider, subject_expert, school_leadership}) ==
          std::vector{district_leader, ta_provider, subject_expert});
}
