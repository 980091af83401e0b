#include "features/meetings/answers.hpp"

namespace interstate::meetings {
namespace {

using permissions::can;
using permissions::Verb;

bool is_over(const AnswerPlace& meeting, Instant now) {
    return meeting.starts_at + std::chrono::minutes{meeting.minutes} <= now;
}

std::optional<Refusal> not_open(const AnswerPlace& meeting, Instant now) {
    if (!meeting.current)
        return Refusal{.code = "archived", .message = "This meeting is in the archive and stays as it was."};
    switch (meeting.state) {
    case MeetingState::draft:
        return Refusal{.code = "draft", .message = "This meeting is a draft: nobody is invited yet."};
    case MeetingState::ended:
        return Refusal{.code = "ended", .message = "The meeting has ended."};
    case MeetingState::cancelled:
        return Refusal{.code = "cancelled", .message = "The meeting was cancelled."};
    case MeetingState::announced:
        if (is_over(meeting, now)) return Refusal{.code = "ended", .message = "The meeting's time is over."};
        break;
    case MeetingState::live:
        break;
    }
    return std::nullopt;
}

std::string instant_words(Instant at) {
    return date_text(local_date(at, ZoneName{})) + ", " + local_time(at, ZoneName{}).str().substr(11) +
           " UTC";
}

} // namespace

Result<InvitationAnswered> decide(const AnswerInvitation& command, const AnswerFacts& facts,
                                  const Context& context) {
    const auto verb = facts.oneself ? Verb::rsvp : Verb::rsvp_for_others;
    if (!facts.meeting || !can(facts.who, verb, facts.target)) return refuse_not_allowed();
    if (auto closed = not_open(*facts.meeting, context.now)) return std::unexpected(std::move(*closed));
    const bool takes_back = facts.before && command.answer == Answer::no;
    if (!facts.invited && !takes_back)
        return refuse_field("not_invited", "person", "This person is not invited to the meeting.",
                            "somebody who may take part in it");
    if (command.mode && !facts.meeting->has_place)
        return refuse_field("no_place", "mode", "This meeting has no place: everybody comes by its link.",
                            "no mode");
    if (command.mode && command.answer == Answer::no)
        return refuse_field("not_coming", "mode", "Whoever does not come says no way of coming.",
                            "a mode with yes or maybe only");
    return InvitationAnswered{facts.before ? *facts.before : context.new_id<RsvpId>()};
}

Result<SilentReminded> decide(const RemindSilent&, const SilentFacts& facts, const Context& context) {
    if (!facts.meeting || !can(facts.who, Verb::manage_exchanges, facts.target)) return refuse_not_allowed();
    if (auto closed = not_open(*facts.meeting, context.now)) return std::unexpected(std::move(*closed));
    if (facts.meeting->state == MeetingState::live)
        return refuse("live", "The room is open: who is silent is missed there.");
    if (facts.reminded_at && context.now < *facts.reminded_at + remind_pause)
        return std::unexpected(
            Refusal{.code = "too_early",
                    .message = "They were reminded less than 48 hours ago.",
                    .allowed = "from " + instant_words(*facts.reminded_at + remind_pause) + " on"});
    if (!context.letters) return refuse("no_mail", "No mail leaves this server: ask them in another way.");
    if (facts.silent.empty()) return refuse("nobody_silent", "Everybody who is invited has answered.");
    return SilentReminded{static_cast<int>(facts.silent.size())};
}

} // namespace interstate::meetings
