#include "app/register.hpp"
#include "app/registrations/all.hpp"
#include "features/permissions/explanation.hpp"

namespace interstate::app {

void register_permissions(Registry& registry) {
    using namespace permissions;
    registry.add_query<AccessOfPerson>();
    registry.add_words<Verb>("verb");
}

} // namespace interstate::app
