#include "features/exchanges/exchanges.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_exchanges(Registry& registry) {
    using namespace exchanges;
    registry.add_command<CreateSeries>(by_row(Kind::series, &SeriesCreated::series));
    registry.add_command<EditSeries>(by_row(Kind::series, &EditSeries::series));
    registry.add_command<PublishSeries>(by_row(Kind::series, &PublishSeries::series));
    registry.add_query<SeriesArchive>();
    registry.add_record<Series>();
    registry.add_record<Objective>();
    registry.add_record<Participation>();
}

} // namespace interstate::app
