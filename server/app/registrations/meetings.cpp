#include "features/meetings/meetings.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_meetings(Registry& registry) {
    using namespace meetings;
    registry.add_command<ScheduleMeeting>();
    registry.add_command<EditMeeting>();
    registry.add_command<SetAgenda>();
    registry.add_command<AnnounceMeeting>();
    registry.add_command<CancelMeeting>();
    registry.add_query<MeetingsOfSeries>();
    registry.add_record<Meeting>();
    registry.add_record<MeetingLink>();
    registry.add_record<AgendaItem>();
}

} // namespace interstate::app
