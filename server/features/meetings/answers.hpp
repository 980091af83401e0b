#pragma once
// Who comes: the invited say yes, maybe or no, for as long as the meeting is ahead or under way.
#include "features/meetings/meetings.hpp"

namespace interstate::meetings {

enum class Answer { yes, maybe, no };
INTERSTATE_DESCRIBE_ENUM(Answer, yes, maybe, no)
enum class AnswerMode { in_person, remote };
INTERSTATE_DESCRIBE_ENUM(AnswerMode, in_person, remote)
enum class AnswerSource {
    app,
    mail_link ///< a link in a mail, without a sign-in
};
INTERSTATE_DESCRIBE_ENUM(AnswerSource, app, mail_link)

/// What one person said of one meeting. Home: person. Whoever leaves holds none of what is to come any more.
struct Rsvp {
    static constexpr Kind kind = Kind::rsvp;
    RsvpId id;
    MeetingId meeting;
    PersonId person;
    Answer answer = Answer::yes;
    /// Where the meeting has a place, and they said so.
    std::optional<AnswerMode> mode;
    AnswerSource source = AnswerSource::app;
    /// The person, or who said it for them.
    PersonId answered_by;
    Instant answered_at;
    /// It was said of another time or place: they are asked again.
    bool to_confirm = false;
};
INTERSTATE_DESCRIBE(Rsvp, id, meeting, person, answer, mode, source, answered_by, answered_at, to_confirm)

/// Of the people of one organisation.
struct OrganisationCounts {
    OrganisationId organisation;
    /// What holds. Of `yes`, so many come in person, where the meeting has a place.
    int yes = 0, maybe = 0, no = 0, in_person = 0;
    /// Said of another time or place.
    int to_confirm = 0;
    bool operator==(const OrganisationCounts&) const = default;
};
INTERSTATE_DESCRIBE(OrganisationCounts, organisation, yes, maybe, no, in_person, to_confirm)
/// How many come, by organisation. Id: that of the meeting. Home: meeting. There is none before somebody has
/// answered or was reminded.
struct RsvpCounts {
    static constexpr Kind kind = Kind::rsvp_counts;
    MeetingId id;
    std::vector<OrganisationCounts> organisations;
    std::optional<Instant> last_answer_at;
    /// When those without an answer were mailed last.
    std::optional<Instant> reminded_at;
};
INTERSTATE_DESCRIBE(RsvpCounts, id, organisations, last_answer_at, reminded_at)

// ---- commands ---------------------------------------------------------------------------------------------

/// Says whether somebody comes: the invited for themselves, a lead for the people of their organisation, who
/// facilitates there for anybody who is invited. It can be said anew until the meeting has ended, or its time
/// is over without a room. Who is invited no more and had answered can be said not to come.
struct AnswerInvitation {
    static constexpr const char* name = "answer_invitation";
    MeetingId meeting;
    Answer answer = Answer::yes;
    /// With yes or maybe only, and where the meeting has a place.
    std::optional<AnswerMode> mode;
    /// Absent: oneself.
    std::optional<PersonId> person;
};
INTERSTATE_DESCRIBE(AnswerInvitation, meeting, answer, mode, person)
struct InvitationAnswered {
    static constexpr const char* name = "invitation_answered";
    RsvpId rsvp;
};
INTERSTATE_DESCRIBE(InvitationAnswered, rsvp)

/// By who facilitates there: mails the invited who have not said whether they come, or not of the time that
/// holds now. Once in 48 hours.
struct RemindSilent {
    static constexpr const char* name = "remind_silent";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(RemindSilent, meeting)
struct SilentReminded {
    static constexpr const char* name = "silent_reminded";
    /// So many are mailed.
    int people = 0;
};
INTERSTATE_DESCRIBE(SilentReminded, people)

// ---- queries ----------------------------------------------------------------------------------------------

/// The invited, and what they said: all of them for who facilitates there, those of the own organisation for
/// its lead.
struct AnswersOfMeeting {
    static constexpr const char* name = "answers_of_meeting";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(AnswersOfMeeting, meeting)
struct Invited {
    PersonId person;
    OrganisationId organisation;
    /// Absent: nothing yet.
    std::optional<Answer> answer;
    std::optional<AnswerMode> mode;
    bool to_confirm = false;
    std::optional<AnswerSource> source;
    std::optional<PersonId> answered_by;
    std::optional<Instant> answered_at;
};
INTERSTATE_DESCRIBE(Invited, person, organisation, answer, mode, to_confirm, source, answered_by, answered_at)
struct InvitedList {
    /// In the order of their ids; at most 2,000.
    std::vector<Invited> people;
    /// The reader may mail the silent; from this instant on.
    bool may_remind = false;
    std::optional<Instant> remind_from;
};
INTERSTATE_DESCRIBE(InvitedList, people, may_remind, remind_from)
Result<InvitedList> answer(store::Transaction&, const AnswersOfMeeting&, const Context&);

// ---- rules (answers_rules.cpp) ----------------------------------------------------------------------------

inline constexpr Millis remind_pause = std::chrono::hours{48};

/// What an answer needs to know of its meeting.
struct AnswerPlace {
    MeetingState state = MeetingState::draft;
    bool current = true;
    /// Somewhere to come to in person.
    bool has_place = false;
    Instant starts_at;
    int minutes = 0;
};
struct AnswerFacts {
    permissions::Standing who;
    /// Of the meeting, seen by who says it; `own` where the person is of their organisation.
    permissions::Target target;
    /// Absent where there is none, or who says it may not see it.
    std::optional<AnswerPlace> meeting;
    bool oneself = true;
    /// The person may come.
    bool invited = false;
    OrganisationId organisation;
    /// What they said before.
    std::optional<RsvpId> before;
};
struct SilentFacts {
    permissions::Standing who;
    permissions::Target target;
    std::optional<AnswerPlace> meeting;
    std::vector<PersonId> silent;
    std::optional<Instant> reminded_at;
};
Result<InvitationAnswered> decide(const AnswerInvitation&, const AnswerFacts&, const Context&);
Result<SilentReminded> decide(const RemindSilent&, const SilentFacts&, const Context&);

// ---- tables (answers_tables.cpp, invited_tables.cpp) ------------------------------------------------------

AnswerFacts gather(store::Transaction&, const AnswerInvitation&, const Context&);
SilentFacts gather(store::Transaction&, const RemindSilent&, const Context&);
void record(store::Transaction&, const AnswerInvitation&, const AnswerFacts&, const InvitationAnswered&,
            const Context&, Changes&);
void record(store::Transaction&, const RemindSilent&, const SilentFacts&, const SilentReminded&,
            const Context&, Changes&);

/// What was said of another time, or of coming to another place, waits to be confirmed.
void ask_again(store::Transaction& tx, const Meeting& was, const Meeting& after, Changes& changes);

std::optional<Rsvp> find(store::Transaction&, const Ulid&, As<Rsvp>);
std::optional<RsvpCounts> find(store::Transaction&, const Ulid&, As<RsvpCounts>);
Stream home(store::Transaction&, const Rsvp&);
Stream home(store::Transaction&, const RsvpCounts&);
std::vector<Rsvp> current(store::Transaction&, const Stream&, As<Rsvp>);
std::vector<RsvpCounts> current(store::Transaction&, const Stream&, As<RsvpCounts>);

} // namespace interstate::meetings
