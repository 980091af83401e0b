#include "features/reference/reference.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_reference(Registry& registry) {
    using namespace reference;
    registry.add_record<Principle>();
    registry.add_record<Protocol>();
}

} // namespace interstate::app
