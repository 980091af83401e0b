#include "features/audit/audit.hpp"

#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_audit(Registry& registry) {
    registry.add_query<audit::AuditTrail>();
    registry.add_query<audit::AuditBody>();
}

} // namespace interstate::app
