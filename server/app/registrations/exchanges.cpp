#include "features/exchanges/exchanges.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_exchanges(Registry& registry) {
    using namespace exchanges;
    registry.add_command<CreateSeries>();
    registry.add_command<EditSeries>();
    registry.add_command<PublishSeries>();
    registry.add_query<SeriesArchive>();
    registry.add_record<Series>();
    registry.add_record<Objective>();
    registry.add_record<Participation>();
}

} // namespace interstate::app
