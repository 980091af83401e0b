#include "features/erasure/erasure.hpp"

#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_erasure(Registry& registry) {
    using namespace erasure;
    registry.add_command<ErasePerson>(by_row(Kind::person, &ErasePerson::person));
    registry.add_command<AskForErasure>(by_row(Kind::person, &AskForErasure::person));
    registry.add_query<ErasureRequests>();
}

} // namespace interstate::app
