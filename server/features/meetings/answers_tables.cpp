#include "features/meetings/answers.hpp"
#include "store/transaction.hpp"

#include <algorithm>
#include <map>

namespace interstate::meetings {
namespace {

using permissions::can;
using permissions::Verb;

constexpr const char* columns = "SELECT id, meeting, person, answer, mode, source, answered_by, answered_at,"
                                " to_confirm FROM rsvps";
/// The newest, of one person: a year has fewer meetings.
constexpr int rsvps_of_person = 500;

std::string with(std::string_view rest) { return std::string{columns} + std::string{rest}; }

/// One meeting, as somebody sees it.
struct Seen {
    permissions::Standing who;
    permissions::Target target;
    std::optional<AnswerPlace> meeting;
};

Seen seen_by(store::Transaction& tx, const MeetingId& meeting, const std::optional<PersonId>& person) {
    const auto collaborative = permissions::collaborative_of_meeting(tx, meeting);
    if (!collaborative || !person) return {};
    Seen seen{.who = permissions::standing_of(tx, person, *collaborative)};
    seen.target = permissions::target_of_meeting(tx, seen.who, meeting);
    if (permissions::may_follow(tx, seen.who, {StreamKind::meeting, meeting}))
        seen.meeting = tx.row<AnswerPlace>(
            "SELECT state, current, place <> '', starts_at, minutes FROM meetings WHERE id = ?", meeting);
    return seen;
}

std::optional<OrganisationId> organisation_of(store::Transaction& tx, const PersonId& person,
                                              const CollaborativeId& collaborative) {
    return tx.row<OrganisationId>("SELECT organisation FROM seats WHERE person = ? AND collaborative = ?"
                                  " AND left_at IS NULL",
                                  person, collaborative);
}

std::vector<Rsvp> said_of(store::Transaction& tx, const MeetingId& meeting) {
    return tx.rows<Rsvp>(with(" WHERE meeting = ? AND ended_at IS NULL ORDER BY person"), meeting);
}

std::vector<PersonId> silent_in(store::Transaction& tx, const MeetingId& meeting) {
    auto people = invited_to(tx, meeting);
    const auto said = said_of(tx, meeting);
    std::erase_if(people, [&](const PersonId& person) {
        return std::ranges::any_of(said,
                                   [&](const Rsvp& one) { return one.person == person && !one.to_confirm; });
    });
    return people;
}

std::optional<Instant> reminded_at(store::Transaction& tx, const MeetingId& meeting) {
    return tx.row<Instant>("SELECT reminded_at FROM rsvp_reminders WHERE meeting = ?", meeting);
}

} // namespace

// ---- answer_invitation ------------------------------------------------------------------------------------

AnswerFacts gather(store::Transaction& tx, const AnswerInvitation& command, const Context& context) {
    const auto seen = seen_by(tx, command.meeting, context.actor);
    AnswerFacts facts{.who = seen.who, .target = seen.target, .meeting = seen.meeting};
    if (!seen.meeting) return facts;
    const auto person = command.person.value_or(*context.actor);
    facts.oneself = person == *context.actor;
    facts.organisation = organisation_of(tx, person, seen.who.collaborative).value_or(OrganisationId{});
    if (!facts.oneself) {
        facts.target.own = facts.organisation == seen.who.organisation;
        facts.target.organisation = facts.organisation;
    }
    const auto comes = facts.oneself ? seen : seen_by(tx, command.meeting, person);
    facts.invited = can(comes.who, Verb::rsvp, comes.target);
    facts.before =
        tx.row<RsvpId>("SELECT id FROM rsvps WHERE meeting = ? AND person = ?", command.meeting, person);
    return facts;
}

void record(store::Transaction& tx, const AnswerInvitation& command, const AnswerFacts& facts,
            const InvitationAnswered& answered, const Context& context, Changes& changes) {
    tx.run("INSERT INTO rsvps (id, meeting, person, organisation, answer, mode, source, answered_by,"
           " answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (meeting, person) DO UPDATE SET"
           " organisation = excluded.organisation, answer = excluded.answer, mode = excluded.mode,"
           " source = excluded.source, answered_by = excluded.answered_by,"
           " answered_at = excluded.answered_at, to_confirm = 0, ended_at = NULL",
           answered.rsvp, command.meeting, command.person.value_or(*context.actor), facts.organisation,
           command.answer, command.mode, context.by_mail_link ? AnswerSource::mail_link : AnswerSource::app,
           context.actor, context.now);
    changes.put(Kind::rsvp, answered.rsvp);
    changes.put(Kind::rsvp_counts, command.meeting);
}

// ---- remind_silent ----------------------------------------------------------------------------------------

SilentFacts gather(store::Transaction& tx, const RemindSilent& command, const Context& context) {
    const auto seen = seen_by(tx, command.meeting, context.actor);
    SilentFacts facts{.who = seen.who, .target = seen.target, .meeting = seen.meeting, .silent = {}};
    if (!seen.meeting || !can(seen.who, Verb::manage_exchanges, seen.target)) return facts;
    facts.silent = silent_in(tx, command.meeting);
    facts.reminded_at = reminded_at(tx, command.meeting);
    return facts;
}

void record(store::Transaction& tx, const RemindSilent& command, const SilentFacts& facts,
            const SilentReminded&, const Context& context, Changes& changes) {
    tx.run("INSERT INTO rsvp_reminders (meeting, reminded_at, reminded_by) VALUES (?, ?, ?)"
           " ON CONFLICT (meeting) DO UPDATE SET reminded_at = excluded.reminded_at,"
           " reminded_by = excluded.reminded_by",
           command.meeting, context.now, context.actor);
    for (const auto& person : facts.silent)
        changes.notify(
            {.purpose = MailPurpose::answer_wanted,
             .person = person,
             .about = command.meeting,
             .useless_at = facts.meeting->starts_at + std::chrono::minutes{facts.meeting->minutes}});
    changes.put(Kind::rsvp_counts, command.meeting);
}

// ---- a meeting moves --------------------------------------------------------------------------------------

void ask_again(store::Transaction& tx, const Meeting& was, const Meeting& after, Changes& changes) {
    if (was.state != MeetingState::announced) return;
    const bool other_time = after.starts_at != was.starts_at, other_place = after.place != was.place;
    if (!other_time && !other_place) return;
    const auto asked = tx.rows<RsvpId>(
        "UPDATE rsvps SET to_confirm = 1 WHERE meeting = ?1 AND ended_at IS NULL AND to_confirm = 0"
        " AND (?2 OR mode = 'in_person') RETURNING id",
        after.id, other_time);
    for (const auto& rsvp : asked) changes.put(Kind::rsvp, rsvp);
    if (!asked.empty()) changes.put(Kind::rsvp_counts, after.id);
}

// ---- answers_of_meeting -----------------------------------------------------------------------------------

Result<InvitedList> answer(store::Transaction& tx, const AnswersOfMeeting& query, const Context& context) {
    const auto [who, of_meeting, meeting] = seen_by(tx, query.meeting, context.actor);
    if (!meeting) return refuse_not_allowed();
    auto target = of_meeting;
    target.organisation.reset();
    const bool sees_all = can(who, Verb::rsvp_for_others, target);
    if (!sees_all && !can(who, Verb::rsvp_for_others, permissions::of_organisation(who, who.organisation)))
        return refuse_not_allowed();
    std::map<PersonId, Invited> people;
    const auto add = [&](const PersonId& person) -> Invited* {
        const auto organisation = organisation_of(tx, person, who.collaborative);
        if (!organisation || (!sees_all && *organisation != who.organisation)) return nullptr;
        auto& invited = people[person];
        invited.person = person;
        invited.organisation = *organisation;
        return &invited;
    };
    if (meeting->state != MeetingState::draft)
        for (const auto& person : invited_to(tx, query.meeting)) add(person);
    for (const auto& said : said_of(tx, query.meeting)) {
        auto* const one = add(said.person);
        if (!one) continue;
        one->answer = said.answer;
        one->mode = said.mode;
        one->to_confirm = said.to_confirm;
        one->source = said.source;
        one->answered_by = said.answered_by;
        one->answered_at = said.answered_at;
    }
    InvitedList list{.people = {},
                     .may_remind =
                         meeting->state == MeetingState::announced && meeting->current &&
                         meeting->starts_at + std::chrono::minutes{meeting->minutes} > context.now &&
                         can(who, Verb::manage_exchanges, target)};
    for (const auto& [unused, invited] : people) list.people.push_back(invited);
    if (const auto last = reminded_at(tx, query.meeting); last && list.may_remind)
        list.remind_from = *last + remind_pause;
    return list;
}

// ---- records ----------------------------------------------------------------------------------------------

std::optional<Rsvp> find(store::Transaction& tx, const Ulid& id, As<Rsvp>) {
    return tx.row<Rsvp>(with(" WHERE id = ? AND ended_at IS NULL"), id);
}

std::optional<RsvpCounts> find(store::Transaction& tx, const Ulid& id, As<RsvpCounts>) {
    RsvpCounts counts{
        .id = MeetingId{id}, .organisations = {}, .reminded_at = reminded_at(tx, MeetingId{id})};
    counts.last_answer_at =
        tx.row<std::optional<Instant>>("SELECT max(answered_at) FROM rsvps WHERE meeting = ?", id).value();
    if (!counts.last_answer_at && !counts.reminded_at) return std::nullopt;
    counts.organisations = tx.rows<OrganisationCounts>(
        "SELECT organisation, sum(to_confirm = 0 AND answer = 'yes'), sum(to_confirm = 0 AND answer = "
        "'maybe'),"
        " sum(to_confirm = 0 AND answer = 'no'),"
        " sum(to_confirm = 0 AND answer = 'yes' AND coalesce(mode, '') = 'in_person'), sum(to_confirm)"
        " FROM rsvps WHERE meeting = ? AND ended_at IS NULL GROUP BY organisation ORDER BY organisation",
        id);
    return counts;
}

Stream home(store::Transaction&, const Rsvp& rsvp) { return {StreamKind::person, rsvp.person}; }
Stream home(store::Transaction&, const RsvpCounts& counts) { return {StreamKind::meeting, counts.id}; }

std::vector<Rsvp> current(store::Transaction& tx, const Stream& stream, As<Rsvp>) {
    if (stream.kind != StreamKind::person) return {};
    return tx.rows<Rsvp>(with(" WHERE person = ? AND ended_at IS NULL ORDER BY id DESC LIMIT ?"),
                         stream.subject, rsvps_of_person);
}
std::vector<RsvpCounts> current(store::Transaction& tx, const Stream& stream, As<RsvpCounts>) {
    if (stream.kind != StreamKind::meeting) return {};
    std::vector<RsvpCounts> all;
    if (auto counts = find(tx, stream.subject, As<RsvpCounts>{})) all.push_back(std::move(*counts));
    return all;
}

} // namespace interstate::meetings
