#include "app/register.hpp"
#include "app/registrations/all.hpp"
#include "features/meetings/answers.hpp"

namespace interstate::app {

void register_meetings(Registry& registry) {
    using namespace meetings;
    registry.add_command<ScheduleMeeting>(by_row(Kind::meeting, &MeetingScheduled::meeting));
    registry.add_command<EditMeeting>(by_row(Kind::meeting, &EditMeeting::meeting));
    registry.add_command<SetAgenda>(by_journal);
    registry.add_command<AnnounceMeeting>(by_row(Kind::meeting, &AnnounceMeeting::meeting));
    registry.add_command<CancelMeeting>(by_row(Kind::meeting, &CancelMeeting::meeting));
    registry.add_command<AnswerInvitation>(by_row(Kind::rsvp, &InvitationAnswered::rsvp));
    registry.add_command<RemindSilent>(by_row(Kind::meeting, &RemindSilent::meeting));
    registry.add_query<MeetingsOfSeries>();
    registry.add_query<AnswersOfMeeting>();
    registry.add_record<Meeting>();
    registry.add_record<MeetingLink>();
    registry.add_record<AgendaItem>();
    registry.add_record<Rsvp>();
    registry.add_record<RsvpCounts>();
}

} // namespace interstate::app
