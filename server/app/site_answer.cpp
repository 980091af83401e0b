// Answers from the mail: a link does one thing for one person, by its button, without a sign-in. Whatever is
// wrong with a link, its page is the same.
#include "app/linked_command.hpp"
#include "app/site.hpp"
#include "base/secret.hpp"
#include "features/action_links/action_links.hpp"
#include "features/action_steps/action_steps.hpp"
#include "features/meetings/answers.hpp"
#include "features/terms/terms.hpp"
#include "pages/action_page.hpp"

namespace interstate::app {
namespace {

using action_links::ActionLink;
using action_links::ActionVerb;
using action_steps::Status;

constexpr std::array offered{Status::on_track, Status::at_risk, Status::blocked, Status::completed};
constexpr const char* terms_words =
    "There are new terms of use. Sign in and accept them first: this link holds, and works then.";

meetings::Answer answer_of(ActionVerb verb) {
    return verb == ActionVerb::answer_yes  ? meetings::Answer::yes
           : verb == ActionVerb::answer_no ? meetings::Answer::no
                                           : meetings::Answer::maybe;
}

/// The rule that would decide about it says no more than whether there is something to show.
template <class Command>
bool would_be_done(store::Transaction& tx, const Command& command, const Context& context) {
    return decide(command, gather(tx, command, context), context).has_value();
}

std::string waits_for_terms(store::Transaction& tx, const PersonId& person, const Ulid& subject) {
    const bool owed = terms::owes_acceptance(tx, person) && terms::owes_acceptance_for(tx, person, {subject});
    return owed ? terms_words : "";
}

struct OfMeeting {
    std::string title, series, place, slug, reader;
    Instant starts_at;
    int minutes = 0;
    ZoneName zone;
};
std::optional<OfMeeting> meeting_of(store::Transaction& tx, const ActionLink& link) {
    return tx.row<OfMeeting>(
        "SELECT m.title, coalesce(s.title, ''), m.place, c.slug, p.name, m.starts_at,"
        " m.minutes, p.zone FROM meetings m JOIN collaboratives c ON c.id ="
        " m.collaborative LEFT JOIN series s ON s.id = m.series JOIN people p ON p.id = ?"
        " WHERE m.id = ?",
        link.person, link.target);
}

struct OfLane {
    StepId step;
    std::string title, measure, slug, reader;
    CivilDate due_on;
    Status status = Status::on_track;
};
std::optional<OfLane> lane_of(store::Transaction& tx, const ActionLink& link) {
    return tx.row<OfLane>(
        "SELECT a.id, a.title, a.measure, c.slug, p.name, l.due_on, l.status FROM step_lanes"
        " l JOIN action_steps a ON a.id = l.step JOIN collaboratives c ON c.id ="
        " a.collaborative JOIN people p ON p.id = ? WHERE l.id = ?",
        link.person, link.target);
}

std::string status_words(std::string_view word) {
    for (const auto status : offered)
        if (word_of(status) == word) return std::string{words_for(status)};
    return std::string{word};
}

pages::ActionDonePage done_with(store::Transaction& tx, const ActionLink& link, const OfMeeting& meeting) {
    const auto words = pages::answer_words(link.answered);
    const auto now = tx.row<std::string>("SELECT answer FROM rsvps WHERE meeting = ? AND person = ?"
                                         " AND ended_at IS NULL",
                                         link.target, link.person);
    return {.what = "You answered “" + words + "” to “" + meeting.title + "”.",
            .since = now && *now != link.answered
                         ? "Since then you said “" + pages::answer_words(*now) + "”, and that holds."
                         : "",
            .more =
                "Until the session ends you can change it: by another link of the mail, or after signing in.",
            .address = "/" + meeting.slug + "/meetings/" + link.target.str()};
}

pages::ActionDonePage done_with(const ActionLink& link, const OfLane& lane) {
    return {.what = "You updated “" + lane.title + "”: " + status_words(link.answered) + ".",
            .more = "You can say more of it after signing in.",
            .address = "/" + lane.slug + "/steps/" + lane.step.str()};
}

/// Forms send two characters for each break, and count one.
std::string with_plain_breaks(std::string text) {
    std::erase(text, '\r');
    return std::string{trimmed(text)};
}

/// What is sent by a form, for the form to be shown again.
struct Typed {
    std::string status, text;
    Refusal refusal;
};

std::string page_of_meeting(store::Transaction& tx, const ActionLink& link, const std::string& path,
                            const Context& context, const Typed& typed, const pages::Frame& frame) {
    const auto meeting = meeting_of(tx, link);
    const meetings::AnswerInvitation command{.meeting = MeetingId{link.target},
                                             .answer = answer_of(link.verb)};
    if (!meeting || !would_be_done(tx, command, context)) return {};
    if (link.used_at) {
        auto done = done_with(tx, link, *meeting);
        done.before = true;
        return pages::action_done_page(done, frame);
    }
    return pages::answer_page({.path = path,
                               .reader = meeting->reader,
                               .title = meeting->title,
                               .series = meeting->series,
                               .place = meeting->place,
                               .starts_at = meeting->starts_at,
                               .minutes = meeting->minutes,
                               .zone = meeting->zone,
                               .answer = std::string{word_of(answer_of(link.verb))},
                               .waits_for = waits_for_terms(tx, link.person, link.target),
                               .problem = typed.refusal.message},
                              frame);
}

std::string page_of_lane(store::Transaction& tx, const ActionLink& link, const std::string& path,
                         const Context& context, const Typed& typed, const pages::Frame& frame) {
    const auto lane = lane_of(tx, link);
    if (!lane || !action_links::is_theirs(tx, link)) return {};
    // A remark, which any status takes.
    const action_steps::UpdateStep remark{.step = lane->step,
                                          .lane = LaneId{link.target},
                                          .status = lane->status,
                                          .text = Prose<0, 600>{"A remark"}};
    if (!would_be_done(tx, remark, context)) return {};
    if (link.used_at) {
        auto done = done_with(link, *lane);
        done.before = true;
        return pages::action_done_page(done, frame);
    }
    if (!action_links::is_open(tx, link)) return {};
    pages::StepUpdatePage page{.path = path,
                               .reader = lane->reader,
                               .title = lane->title,
                               .measure = lane->measure,
                               .due_on = lane->due_on,
                               .statuses = {},
                               .status = typed.status,
                               .text = typed.text,
                               .waits_for = waits_for_terms(tx, link.person, lane->step)};
    for (const auto status : offered) page.statuses.emplace_back(word_of(status), words_for(status));
    (typed.refusal.field == "text" ? page.text_problem : page.status_problem) = typed.refusal.message;
    return pages::step_update_page(page, frame);
}

/// Empty for a link that is over, for whatever reason.
std::string page_of(store::Transaction& tx, const std::string& secret_hash, const std::string& path,
                    Instant now, const Typed& typed) {
    const auto link = action_links::look_at(tx, secret_hash, now);
    if (!link) return {};
    const Context context{.actor = link->person, .now = now, .by_mail_link = true};
    const pages::Frame frame{.demonstration = is_demonstration(tx)};
    return link->verb == ActionVerb::update_step ? page_of_lane(tx, *link, path, context, typed, frame)
                                                 : page_of_meeting(tx, *link, path, context, typed, frame);
}

} // namespace

/// What a link would do now, as the command that does it.
struct Site::Action {
    PersonId person;
    std::string name;
    wire::Json body;
    /// What is remembered of it.
    std::string answered;
    bool used = false;
};

std::optional<Site::Action> Site::action_of(store::Transaction& tx, const std::string& secret_hash,
                                            const ActionForm& form, Instant now) {
    const auto link = action_links::look_at(tx, secret_hash, now);
    if (!link) return std::nullopt;
    Action action{.person = link->person, .used = link->used_at.has_value()};
    if (link->verb != ActionVerb::update_step) {
        action.name = meetings::AnswerInvitation::name;
        action.answered = word_of(answer_of(link->verb));
        action.body = {{"meeting", link->target.str()}, {"answer", action.answered}};
        if (!form.mode.empty()) action.body["mode"] = form.mode;
        return action;
    }
    const auto lane = lane_of(tx, *link);
    if (!lane) return std::nullopt;
    action.name = action_steps::UpdateStep::name;
    action.answered = form.status;
    action.body = {{"step", lane->step.str()},
                   {"lane", link->target.str()},
                   {"status", form.status},
                   {"text", form.text}};
    return action;
}

void Site::show_action() { reply_action(200, {}, {}); }

void Site::reply_action(int status, const ActionForm& form, Refusal refusal) {
    server_.queries_.read<std::string>(
        [hash = secret_hash(rest()), path = request_.path, now = server_.clock_(),
         typed = Typed{form.status, form.text, std::move(refusal)}](store::Transaction& tx) {
            return page_of(tx, hash, path, now, typed);
        },
        [self = shared_from_this(), status](const std::optional<std::string>& page) {
            if (!page)
                return self->reply_message(503, "Try again",
                                           "It could not be looked up. Try again in a moment.");
            if (page->empty()) return self->reply_action_over();
            self->reply_page(status, *page);
        });
}

void Site::reply_action_over() {
    reply_page(410, pages::action_over_page({.demonstration = server_.settings_.demonstration}));
}

void Site::take_action() {
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Open the link again and press the button.");
    const ActionForm form{.mode = form_field("mode"),
                          .status = form_field("status"),
                          .text = with_plain_breaks(form_field("text"))};
    const auto action = std::make_shared<std::optional<Action>>();
    server_.queries_.read<bool>(
        [action, hash = secret_hash(rest()), form, now = server_.clock_()](store::Transaction& tx) {
            *action = action_of(tx, hash, form, now);
            return true;
        },
        [self = shared_from_this(), action, form](std::optional<bool> read) {
            if (!read)
                return self->reply_message(503, "Try again", "It could not be saved. Try again in a moment.");
            if (!*action) return self->reply_action_over();
            // What was done already is told, whatever is sent now.
            if ((*action)->used) return self->reply_action(200, {}, {});
            self->do_action(**action, form);
        });
}

void Site::do_action(const Action& action, const ActionForm& form) {
    auto command = server_.registry_.command(action.name, action.body);
    if (!command) return reply_action(422, form, unsound(command.error()));
    const auto now = server_.clock_();
    server_.commands_.submit(
        by_link(std::move(*command), secret_hash(rest()), action.answered),
        CommandId{Ulid::from(now, random_bytes())}, action.person, digest_of(action.name, action.body),
        [self = shared_from_this(), form](const Reply& reply) {
            if (reply.accepted) return self->reply_action_done();
            if (reply.code == "try_again")
                return self->reply_message(503, "Try again", "It could not be saved. Try again in a moment.");
            if (reply.code == "link_over") return self->reply_action_over();
            // Pressed twice at once, or the terms changed since: the page says so.
            if (reply.code == "link_used" || reply.code == "terms_not_accepted")
                return self->reply_action(reply.code == "link_used" ? 200 : 403, {}, {});
            const auto frame = wire::Json::parse(reply.frame);
            self->reply_action(422, form,
                               {.code = reply.code,
                                .field = frame.value("field", ""),
                                .message = frame.value("message", "This cannot be done now.")});
        },
        audit::Via::mail_link);
}

/// In words of the form, not of the protocol.
Refusal Site::unsound(Refusal refusal) {
    if (refusal.field == "text") refusal.message = "At most 600 characters, please.";
    if (refusal.field == "status") refusal.message = "Choose how it stands.";
    if (refusal.field == "mode") refusal.message = "Choose how you come.";
    return refusal;
}

void Site::reply_action_done() {
    server_.queries_.read<std::string>(
        [hash = secret_hash(rest()), now = server_.clock_()](store::Transaction& tx) -> std::string {
            const auto link = action_links::look_at(tx, hash, now);
            if (!link) return {};
            const pages::Frame frame{.demonstration = is_demonstration(tx)};
            if (const auto lane = link->verb == ActionVerb::update_step ? lane_of(tx, *link) : std::nullopt)
                return pages::action_done_page(done_with(*link, *lane), frame);
            if (const auto meeting = meeting_of(tx, *link))
                return pages::action_done_page(done_with(tx, *link, *meeting), frame);
            return {};
        },
        [self = shared_from_this()](const std::optional<std::string>& page) {
            if (page && !page->empty()) return self->reply_page(200, *page);
            self->reply_message(200, "Thank you", "Your answer is saved.");
        });
}

} // namespace interstate::app
