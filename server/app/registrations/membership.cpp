#include "app/register.hpp"
#include "app/registrations/all.hpp"
#include "features/membership/goals.hpp"
#include "features/membership/organisations.hpp"

namespace interstate::app {

void register_membership(Registry& registry) {
    using namespace membership;
    registry.add_record<Collaborative>();
    registry.add_record<Organisation>();
    registry.add_command<EditOrganisation>(by_row(Kind::organisation, &EditOrganisation::organisation));
    registry.add_command<AddOrganisation>(by_row(Kind::organisation, &OrganisationAdded::organisation));
    registry.add_command<AdmitMember>(by_row(Kind::membership, &AdmitMember::organisation));
    registry.add_command<DeclineRenewal>(by_row(Kind::membership, &DeclineRenewal::organisation));
    registry.add_command<SuspendMember>(by_row(Kind::membership, &SuspendMember::organisation));
    registry.add_command<TurnYear>(by_row(Kind::collaborative, &TurnYear::collaborative));
    registry.add_command<RenewMembership>(by_row(Kind::membership, &RenewMembership::organisation));
    registry.add_command<EditYear>(by_row(Kind::collaborative, &EditYear::collaborative));
    registry.add_query<MembershipYears>();
    registry.add_record<Membership>();
    registry.add_command<WriteGoals>(by_row(Kind::year_goals, &GoalsWritten::goals));
    registry.add_query<VersionsOfGoals>();
    registry.add_record<YearGoals>();
}

} // namespace interstate::app
