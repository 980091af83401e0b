#include "features/membership/membership.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_membership(Registry& registry) {
    using namespace membership;
    registry.add_record<Collaborative>();
    registry.add_record<Organisation>();
    registry.add_command<AdmitMember>();
    registry.add_command<SuspendMember>();
    registry.add_record<Membership>();
}

} // namespace interstate::app
