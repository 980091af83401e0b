#include "app/register.hpp"
#include "app/registrations/all.hpp"
#include "features/permissions/explanation.hpp"
#include "features/permissions/grants.hpp"

namespace interstate::app {

void register_permissions(Registry& registry) {
    using namespace permissions;
    registry.add_command<GrantRole>(by_row(Kind::standing, &GrantRole::person));
    registry.add_command<EndRole>(by_row(Kind::standing, &EndRole::person));
    registry.add_command<EndDueRole>(by_row(Kind::standing, &DueRoleEnded::person));
    registry.add_query<RolesIn>();
    registry.add_query<AccessOfPerson>();
    registry.add_query<ViewersOf>();
    registry.add_words<Verb>("verb");
}

} // namespace interstate::app
