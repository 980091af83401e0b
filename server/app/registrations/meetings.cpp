#include "features/meetings/meetings.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_meetings(Registry& registry) {
    using namespace meetings;
    registry.add_command<ScheduleMeeting>(by_row(Kind::meeting, &MeetingScheduled::meeting));
    registry.add_command<EditMeeting>(by_row(Kind::meeting, &EditMeeting::meeting));
    registry.add_command<SetAgenda>(by_journal);
    registry.add_command<AnnounceMeeting>(by_row(Kind::meeting, &AnnounceMeeting::meeting));
    registry.add_command<CancelMeeting>(by_row(Kind::meeting, &CancelMeeting::meeting));
    registry.add_query<MeetingsOfSeries>();
    registry.add_record<Meeting>();
    registry.add_record<MeetingLink>();
    registry.add_record<AgendaItem>();
}

} // namespace interstate::app
