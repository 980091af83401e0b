#include "features/trash/trash.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_trash(Registry& registry) {
    using namespace trash;
    registry.add_command<DiscardSeries>(by_row(Kind::series, &DiscardSeries::series));
    registry.add_command<DiscardMeeting>(by_row(Kind::meeting, &DiscardMeeting::meeting));
    registry.add_command<RestoreFromTrash>(by_row(&RestoredFromTrash::kind, &RestoredFromTrash::item));
    registry.add_command<EmptyTrash>(by_row(Kind::collaborative, &TrashEmptied::collaborative));
    registry.add_query<Trash>();
}

} // namespace interstate::app
