#include "features/action_steps/action_steps.hpp"

#include <array>
#include <utility>

namespace interstate::action_steps {
namespace {

using permissions::can;
using permissions::Verb;

constexpr std::size_t most_objectives = 4;
constexpr std::size_t most_principles = 3;
constexpr int last_principle = 10;
constexpr int most_links = 50;
constexpr int most_days_ahead = 3 * 365 + 1;

constexpr std::array statuses{Status::proposed, Status::declined, Status::not_started, Status::on_track,
                              Status::at_risk,  Status::blocked,  Status::completed,   Status::set_aside};
/// From the least finished.
constexpr std::array by_progress{Status::blocked, Status::at_risk, Status::not_started, Status::on_track,
                                 Status::completed};

/// Seen as what it does for one organisation.
permissions::Target of(const OrganisationId& organisation, const permissions::Standing& who,
                       permissions::Target target) {
    target.own = who.organisation == organisation;
    target.organisation = organisation;
    return target;
}

CivilDate day_of(Instant now) { return local_date(now, ZoneName{}); }

bool may_become(Status from, Status to) {
    if (from == to) return true;
    switch (from) {
    case Status::proposed:
        return is_open(to) || to == Status::declined;
    case Status::declined:
        return false;
    case Status::completed:
    case Status::set_aside:
        return is_open(to);
    default:
        return is_open(to) || to == Status::completed || to == Status::set_aside;
    }
}

std::string next_of(Status from) {
    std::string words;
    for (const auto to : statuses)
        if (to != from && may_become(from, to))
            words += (words.empty() ? "" : ", ") + std::string{word_of(to)};
    return words.empty() ? "only a remark, with the status as it is" : words;
}

template <class T>
bool has_doubles(std::vector<T> list) {
    std::ranges::sort(list);
    return std::ranges::adjacent_find(list) != list.end();
}

Result<void> check_due(const CivilDate& due_on, Instant now) {
    // People west of UTC still have the day before.
    const auto first = day_of(now).plus_days(-1);
    const auto last = day_of(now).plus_days(most_days_ahead);
    if (due_on >= first && due_on <= last) return {};
    return refuse_field("out_of_bounds", "due_on", "A due date lies ahead, at most three years.",
                        first.str() + " to " + last.str());
}

Result<void> check_principles(const std::vector<int>& principles) {
    const bool known =
        std::ranges::all_of(principles, [](int number) { return number >= 1 && number <= last_principle; });
    if (known && principles.size() <= most_principles && !has_doubles(principles)) return {};
    return refuse_field("out_of_bounds", "principles", "These are not up to three different principles.",
                        "at most 3 numbers from 1 to 10, each once");
}

Result<void> check_objectives(const std::vector<ObjectiveId>& objectives,
                              const std::vector<ObjectiveId>& of_series) {
    const bool known = std::ranges::all_of(
        objectives, [&](const auto& one) { return std::ranges::find(of_series, one) != of_series.end(); });
    if (known && objectives.size() <= most_objectives && !has_doubles(objectives)) return {};
    return refuse_field("out_of_bounds", "objectives",
                        "These are not up to four different objectives of the series.",
                        "at most 4 objectives of the step's series, each once");
}

std::unexpected<Refusal> wrong_owner() {
    return refuse_field("not_of_this_state", "owner", "The owner is one person of the state's team.",
                        "an active person with a seat in this state");
}

std::unexpected<Refusal> no_such_audience() {
    return refuse_field("out_of_bounds", "visibility", "This step belongs to no series.",
                        "organisation, members");
}

Result<void> check_series(const CommitStep& command, const CommitFacts& facts) {
    if (!command.series) return {};
    if (!facts.series) return refuse_not_allowed();
    if (facts.series->draft)
        return refuse_field("series_is_draft", "series", "The series is still a draft: publish it first.",
                            "a published series");
    if (!facts.series->takes_part)
        return refuse_field("not_taking_part", "organisation", "This state does not take part in the series.",
                            "a state of the series");
    return {};
}

Result<void> check_meeting(const CommitStep& command, const CommitFacts& facts) {
    if (!command.meeting) return {};
    if (!facts.meeting) return refuse_not_allowed();
    if (facts.meeting->series != command.series)
        return refuse_field("not_of_series", "meeting", "The session belongs to another series.",
                            "a session of the step's series");
    if (!facts.meeting->takes_steps)
        return refuse_field("meeting_state", "meeting",
                            "Steps are set in a session that was announced and not cancelled.",
                            "an announced, live or ended session");
    return {};
}

std::unexpected<Refusal> changed_since(const ActionStep& step) {
    return std::unexpected(Refusal{.code = "changed_since",
                                   .field = "revision",
                                   .message = "The step was edited meanwhile; here is its newer text.",
                                   .current = step.title.str() + "\n" + step.measure.str()});
}

bool gives_nothing(const EditStep& c) {
    return !c.title && !c.measure && !c.detail && !c.owner && !c.due_on && !c.category && !c.level &&
           !c.horizon && !c.objectives && !c.principles && !c.visibility;
}

/// What the text of an update must say; empty where it may say nothing.
std::string text_needed(Status from, Status to) {
    if (from == to) return "Say what is new: the status stays as it is.";
    if (to == Status::completed) return "Say what came of it.";
    if (to == Status::set_aside || to == Status::declined) return "Say why.";
    if (from == Status::completed || from == Status::set_aside) return "Say why the step is open again.";
    return {};
}

} // namespace

bool is_open(Status status) {
    return status == Status::not_started || status == Status::on_track || status == Status::at_risk ||
           status == Status::blocked;
}

Status status_of(const std::vector<Status>& lanes) {
    const auto has = [&](Status status) { return std::ranges::find(lanes, status) != lanes.end(); };
    const bool begun = std::ranges::any_of(by_progress, has);
    if (!begun && has(Status::proposed)) return Status::proposed;
    if (!begun) return has(Status::set_aside) ? Status::set_aside : Status::declined;
    for (const auto status : by_progress) {
        if (has(status)) return status;
        if (status == Status::not_started && has(Status::proposed)) return Status::not_started;
    }
    std::unreachable();
}

Horizon horizon_for(const CivilDate& due_on, Instant now) {
    const int days = due_on.days_since(day_of(now));
    if (days <= 30) return Horizon::days_30;
    if (days <= 60) return Horizon::days_60;
    if (days <= 90) return Horizon::days_90;
    return Horizon::longer;
}

std::optional<Stream> narrower(const Stream& one, const Stream& other) {
    if (one == other) return one;
    const auto width = [](const Stream& stream) {
        return stream.kind == StreamKind::organisation ? 0 : stream.kind == StreamKind::series ? 1 : 2;
    };
    if (width(one) == width(other)) return std::nullopt;
    return width(one) < width(other) ? one : other;
}

Result<StepCommitted> decide(const CommitStep& command, const CommitFacts& facts, const Context& context) {
    const permissions::Target place{.series = command.series, .meeting = command.meeting};
    if (!can(facts.who, Verb::commit_step, of(command.organisation, facts.who, place)))
        return refuse_not_allowed();
    if (!facts.organisation_known)
        return refuse_field("not_found", "organisation", "There is no such state here.",
                            "a state of the collaborative");
    if (const auto sound = check_series(command, facts); !sound) return std::unexpected(sound.error());
    if (const auto sound = check_meeting(command, facts); !sound) return std::unexpected(sound.error());
    if (!facts.owner_fits) return wrong_owner();
    if (const auto sound = check_due(command.due_on, context.now); !sound)
        return std::unexpected(sound.error());
    const auto of_series = facts.series ? facts.series->objectives : std::vector<ObjectiveId>{};
    if (const auto sound =
            check_objectives(command.objectives.value_or(std::vector<ObjectiveId>{}), of_series);
        !sound)
        return std::unexpected(sound.error());
    if (const auto sound = check_principles(command.principles.value_or(std::vector<int>{})); !sound)
        return std::unexpected(sound.error());
    if (!command.series && command.visibility == Visibility::series) return no_such_audience();
    return StepCommitted{context.new_id<StepId>(), context.new_id<LaneId>()};
}

Result<StepEdited> decide(const EditStep& command, const EditFacts& facts, const Context& context) {
    const auto& [who, target, step, visible] = facts.of;
    if (!step || !visible) return refuse_not_allowed();
    if (!can(who, Verb::update_step, of(step->organisation, who, target))) return refuse_not_allowed();
    if (step->revision != command.revision) return changed_since(*step);
    if (gives_nothing(command))
        return refuse("nothing_given", "The edit changes nothing: give at least one field.");
    // What stays as it is needs no second proof: the owner may have left, the date may have passed.
    const bool other_owner = command.owner && facts.lane && facts.lane->owner != *command.owner;
    if (command.owner && !facts.lane)
        return refuse_field("not_found", "owner", "The state that set this step has no part in it.",
                            "a step of the state's own");
    if (other_owner && !facts.owner_fits) return wrong_owner();
    if (command.due_on && *command.due_on != step->due_on)
        if (const auto sound = check_due(*command.due_on, context.now); !sound)
            return std::unexpected(sound.error());
    if (command.objectives && *command.objectives != step->objectives)
        if (const auto sound = check_objectives(*command.objectives, facts.objectives); !sound)
            return std::unexpected(sound.error());
    if (const auto sound = check_principles(command.principles.value_or(std::vector<int>{})); !sound)
        return std::unexpected(sound.error());
    if (!step->series && command.visibility == Visibility::series) return no_such_audience();
    return StepEdited{step->revision + 1};
}

Result<StepUpdated> decide(const UpdateStep& command, const UpdateFacts& facts, const Context& context) {
    const auto& [who, target, step, visible] = facts.of;
    if (!step || !visible || !can(who, Verb::update_step, target)) return refuse_not_allowed();
    if (!facts.lane && command.lane)
        return refuse_field("not_found", "lane", "This step has no such lane.", "a lane of the step");
    if (!facts.lane)
        return refuse_field("missing", "lane", "Several states share this step: name the lane.",
                            "a lane of the step");
    if (!can(who, Verb::update_step, of(facts.lane->organisation, who, target))) return refuse_not_allowed();
    const auto from = facts.lane->status;
    if (!may_become(from, command.status))
        return refuse_field("not_from_here", "status", "A step cannot go from there to this status.",
                            next_of(from));
    if (const auto why = text_needed(from, command.status); !why.empty() && command.text.empty())
        return refuse_field("missing", "text", why, "1 to 600 characters");
    return StepUpdated{context.new_id<StepUpdateId>()};
}

Result<StepsLinked> decide(const LinkSteps& command, const LinkFacts& facts, const Context& context) {
    if (!facts.from.step || !facts.from.visible || !facts.to.step || !facts.to.visible)
        return refuse_not_allowed();
    if (!can(facts.from.who, Verb::update_step, facts.from.target)) return refuse_not_allowed();
    if (command.from == command.to)
        return refuse_field("same_step", "to", "A step is not linked to itself.", "another step");
    if (!facts.home)
        return refuse_field("unrelated", "to",
                            "No team or series sees both steps: share one of them more widely first.",
                            "a step that the readers of the first one can see");
    if (facts.linked_already)
        return refuse_field("linked_already", "to", "These steps are linked so already.",
                            "another step or type");
    if (facts.links >= most_links)
        return refuse_field("too_many", "to", "A step has at most 50 links.",
                            "at most " + std::to_string(most_links));
    return StepsLinked{context.new_id<StepLinkId>()};
}

Result<StepsUnlinked> decide(const UnlinkSteps&, const UnlinkFacts& facts, const Context&) {
    if (!facts.link || !facts.visible) return refuse_not_allowed();
    if (!can(facts.who, Verb::update_step, facts.target)) return refuse_not_allowed();
    return StepsUnlinked{};
}

Result<HelpAsked> decide(const AskForHelp&, const StepFacts& facts, const Context&) {
    if (!facts.step || !facts.visible) return refuse_not_allowed();
    if (!can(facts.who, Verb::update_step, facts.target)) return refuse_not_allowed();
    if (facts.step->help == HelpState::wanted)
        return refuse_field("help_wanted_already", "step",
                            "Help is wanted already: mark that answered or withdrawn first.",
                            "a step without an open request");
    return HelpAsked{};
}

Result<HelpClosed> decide(const CloseHelp&, const StepFacts& facts, const Context&) {
    if (!facts.step || !facts.visible) return refuse_not_allowed();
    if (!can(facts.who, Verb::update_step, facts.target)) return refuse_not_allowed();
    if (facts.step->help != HelpState::wanted)
        return refuse_field("no_help_wanted", "step", "No help is wanted here now.",
                            "a step with an open request");
    return HelpClosed{};
}

Result<NoneRecorded> decide(const RecordNone& command, const NoneFacts& facts, const Context&) {
    if (!facts.visible) return refuse_not_allowed();
    if (!can(facts.who, Verb::commit_step, of(command.organisation, facts.who, facts.target)))
        return refuse_not_allowed();
    if (!facts.takes_part)
        return refuse_field("not_taking_part", "organisation",
                            "This state does not take part in the session.", "a state of the session");
    if (!facts.under_way)
        return refuse_field("meeting_state", "meeting", "That can be said once the session has begun.",
                            "a live or ended session");
    if (command.reason.empty()) return NoneRecorded{};
    if (facts.has_step)
        return refuse_field("has_step", "organisation", "This state has a step from this session.",
                            "a state without a step");
    return NoneRecorded{};
}

} // namespace interstate::action_steps
