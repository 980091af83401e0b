#include "features/demonstration/demonstration.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_demonstration(Registry& registry) {
    registry.add_command<demonstration::EnsureSession>(by_journal);
}

} // namespace interstate::app
