#include "app/register.hpp"
#include "app/registrations/all.hpp"
#include "features/membership/years.hpp"

namespace interstate::app {

void register_membership(Registry& registry) {
    using namespace membership;
    registry.add_record<Collaborative>();
    registry.add_record<Organisation>();
    registry.add_command<AdmitMember>();
    registry.add_command<SuspendMember>();
    registry.add_command<TurnYear>();
    registry.add_command<RenewMembership>();
    registry.add_command<EditYear>();
    registry.add_query<MembershipYears>();
    registry.add_record<Membership>();
}

} // namespace interstate::app
