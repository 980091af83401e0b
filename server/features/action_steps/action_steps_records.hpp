#pragma once
// Action steps in the words of the protocol: their records, commands and queries.
#include "base/described.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/kind.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace interstate::action_steps {

/// The words of a step's life; *overdue* is a fact about a step, not one of them.
enum class Status { proposed, declined, not_started, on_track, at_risk, blocked, completed, set_aside };
INTERSTATE_DESCRIBE_ENUM(Status, proposed, declined, not_started, on_track, at_risk, blocked, completed,
                         set_aside)
enum class Category {
    policy_guidance,
    tools_templates,
    data_monitoring,
    capacity_learning,
    funding_resources,
    engagement_partnership,
    communication,
    evidence_research
};
INTERSTATE_DESCRIBE_ENUM(Category, policy_guidance, tools_templates, data_monitoring, capacity_learning,
                         funding_resources, engagement_partnership, communication, evidence_research)
enum class Level { sea, region, district, school };
INTERSTATE_DESCRIBE_ENUM(Level, sea, region, district, school)
enum class Horizon { days_30, days_60, days_90, longer };
INTERSTATE_DESCRIBE_ENUM(Horizon, days_30, days_60, days_90, longer)
/// Who sees a step: the state's own team, the series, or all members.
enum class Visibility { organisation, series, members };
INTERSTATE_DESCRIBE_ENUM(Visibility, organisation, series, members)
enum class LinkType { joint, adapted_from, same_problem, peer_review };
INTERSTATE_DESCRIBE_ENUM(LinkType, joint, adapted_from, same_problem, peer_review)
enum class HelpState { none, wanted, answered, withdrawn };
INTERSTATE_DESCRIBE_ENUM(HelpState, none, wanted, answered, withdrawn)

/// The words that people read, on screens and in exports alike (words.cpp).
std::string_view words_for(Status status);
std::string_view words_for(Category category);
std::string_view words_for(Horizon horizon);

/// Home: organisation, series or collaborative, by its visibility.
struct ActionStep {
    static constexpr Kind kind = Kind::action_step;
    StepId id;
    CollaborativeId collaborative;
    std::optional<SeriesId> series;
    /// The session it was set in.
    std::optional<MeetingId> meeting;
    /// The state that set it; a shared step has a lane for each state.
    OrganisationId organisation;
    Visibility visibility = Visibility::series;
    Text<1, 300> title;
    Text<1, 600> measure;
    Prose<0, 4000> detail;
    std::optional<Category> category;
    Level level = Level::sea;
    Horizon horizon = Horizon::days_90;
    std::vector<ObjectiveId> objectives;
    std::vector<int> principles;
    /// The least finished of its lanes.
    Status status = Status::not_started;
    CivilDate due_on;
    Instant set_at;
    PersonId set_by;
    /// Written by a facilitator for the state.
    bool on_behalf = false;
    HelpState help = HelpState::none;
    Prose<0, 1000> help_text;
    /// When it was asked.
    std::optional<Instant> help_at;
    /// The last update, in short.
    Prose<0, 600> latest;
    std::optional<Instant> latest_at;
    int revision = 1;
};
INTERSTATE_DESCRIBE(ActionStep, id, collaborative, series, meeting, organisation, visibility, title, measure,
                    detail, category, level, horizon, objectives, principles, status, due_on, set_at, set_by,
                    on_behalf, help, help_text, help_at, latest, latest_at, revision)

/// One state's part of a step: its owner, date and status. Home: that of its step.
struct Lane {
    static constexpr Kind kind = Kind::lane;
    LaneId id;
    StepId step;
    OrganisationId organisation;
    PersonId owner;
    CivilDate due_on;
    Status status = Status::not_started;
    /// What came of it, or why it was set aside.
    Prose<0, 600> outcome;
    std::optional<Instant> finished_at;
};
INTERSTATE_DESCRIBE(Lane, id, step, organisation, owner, due_on, status, outcome, finished_at)

/// One line of a step's history: append-only. Home: that of its step; not in snapshots.
struct StepUpdate {
    static constexpr Kind kind = Kind::step_update;
    StepUpdateId id;
    StepId step;
    LaneId lane;
    std::optional<PersonId> author;
    Instant at;
    Status from = Status::not_started;
    Status to = Status::not_started;
    Prose<0, 600> text;
};
INTERSTATE_DESCRIBE(StepUpdate, id, step, lane, author, at, from, to, text)

/// Ties two steps, shown from both sides. Home: that of the narrower of its two steps. When a change of
/// visibility leaves no stream that sees both, the link goes.
struct StepLink {
    static constexpr Kind kind = Kind::step_link;
    StepLinkId id;
    StepId from;
    StepId to;
    LinkType type = LinkType::same_problem;
};
INTERSTATE_DESCRIBE(StepLink, id, from, to, type)

/// "None, because …": a state that leaves a session without a step. One per meeting and state. Home: meeting.
struct NoStep {
    static constexpr Kind kind = Kind::no_step;
    Ulid id;
    MeetingId meeting;
    OrganisationId organisation;
    Text<1, 300> reason;
};
INTERSTATE_DESCRIBE(NoStep, id, meeting, organisation, reason)

// ---- commands -------------------------------------------------------------------------------------------

/// A state commits to a step. Needs what, owner, due date (yesterday to three years ahead) and measure. A
/// "none, because …" of that state and session goes.
struct CommitStep {
    static constexpr const char* name = "commit_step";
    CollaborativeId collaborative;
    std::optional<SeriesId> series;
    std::optional<MeetingId> meeting;
    OrganisationId organisation;
    PersonId owner;
    Text<1, 300> title;
    Text<1, 600> measure;
    CivilDate due_on;
    std::optional<Prose<0, 4000>> detail;
    std::optional<Category> category;
    std::optional<Level> level;
    /// Absent: by the days to the due date.
    std::optional<Horizon> horizon;
    /// At most 4.
    std::optional<std::vector<ObjectiveId>> objectives;
    /// Numbers 1 to 10, at most 3.
    std::optional<std::vector<int>> principles;
    /// Absent: the series, or all members where there is none.
    std::optional<Visibility> visibility;
};
INTERSTATE_DESCRIBE(CommitStep, collaborative, series, meeting, organisation, owner, title, measure, due_on,
                    detail, category, level, horizon, objectives, principles, visibility)
struct StepCommitted {
    static constexpr const char* name = "step_committed";
    StepId step;
    LaneId lane;
};
INTERSTATE_DESCRIBE(StepCommitted, step, lane)

/// Changes what is given; names the revision it saw. Owner and due date are those of the lane of the state
/// that set it.
struct EditStep {
    static constexpr const char* name = "edit_step";
    StepId step;
    int revision = 1;
    std::optional<Text<1, 300>> title;
    std::optional<Text<1, 600>> measure;
    std::optional<Prose<0, 4000>> detail;
    std::optional<PersonId> owner;
    std::optional<CivilDate> due_on;
    std::optional<Category> category;
    std::optional<Level> level;
    std::optional<Horizon> horizon;
    std::optional<std::vector<ObjectiveId>> objectives;
    std::optional<std::vector<int>> principles;
    std::optional<Visibility> visibility;
};
INTERSTATE_DESCRIBE(EditStep, step, revision, title, measure, detail, owner, due_on, category, level, horizon,
                    objectives, principles, visibility)
struct StepEdited {
    static constexpr const char* name = "step_edited";
    int revision = 1;
};
INTERSTATE_DESCRIBE(StepEdited, revision)

/// A one-line update with a status. Completed needs what came of it; set aside and declined need a reason; so
/// does opening a step again, and an update that leaves the status as it is.
struct UpdateStep {
    static constexpr const char* name = "update_step";
    StepId step;
    /// Needed only where the step has several lanes.
    std::optional<LaneId> lane;
    Status status = Status::on_track;
    Prose<0, 600> text;
};
INTERSTATE_DESCRIBE(UpdateStep, step, lane, status, text)
struct StepUpdated {
    static constexpr const char* name = "step_updated";
    StepUpdateId update;
};
INTERSTATE_DESCRIBE(StepUpdated, update)

/// By the people of the first step. At most 50 links a step.
struct LinkSteps {
    static constexpr const char* name = "link_steps";
    StepId from;
    StepId to;
    LinkType type = LinkType::same_problem;
};
INTERSTATE_DESCRIBE(LinkSteps, from, to, type)
struct StepsLinked {
    static constexpr const char* name = "steps_linked";
    StepLinkId link;
};
INTERSTATE_DESCRIBE(StepsLinked, link)

/// By the people of either step.
struct UnlinkSteps {
    static constexpr const char* name = "unlink_steps";
    StepLinkId link;
};
INTERSTATE_DESCRIBE(UnlinkSteps, link)
struct StepsUnlinked {
    static constexpr const char* name = "steps_unlinked";
};
INTERSTATE_DESCRIBE_EMPTY(StepsUnlinked)

/// Shown on Today to every state of the series, until answered or withdrawn.
struct AskForHelp {
    static constexpr const char* name = "ask_for_help";
    StepId step;
    Prose<1, 1000> text;
};
INTERSTATE_DESCRIBE(AskForHelp, step, text)
struct HelpAsked {
    static constexpr const char* name = "help_asked";
};
INTERSTATE_DESCRIBE_EMPTY(HelpAsked)

struct CloseHelp {
    static constexpr const char* name = "close_help";
    StepId step;
    /// True: somebody helped. False: withdrawn.
    bool answered = true;
};
INTERSTATE_DESCRIBE(CloseHelp, step, answered)
struct HelpClosed {
    static constexpr const char* name = "help_closed";
};
INTERSTATE_DESCRIBE_EMPTY(HelpClosed)

/// A state takes no step from this session, and says why. An empty reason takes it back.
struct RecordNone {
    static constexpr const char* name = "record_none";
    MeetingId meeting;
    OrganisationId organisation;
    Text<0, 300> reason;
};
INTERSTATE_DESCRIBE(RecordNone, meeting, organisation, reason)
struct NoneRecorded {
    static constexpr const char* name = "none_recorded";
};
INTERSTATE_DESCRIBE_EMPTY(NoneRecorded)

// ---- queries --------------------------------------------------------------------------------------------

/// A step's history, newest first.
struct UpdatesOfStep {
    static constexpr const char* name = "updates_of_step";
    StepId step;
    std::optional<Text<1, 60>> cursor;
    std::optional<int> limit;
};
INTERSTATE_DESCRIBE(UpdatesOfStep, step, cursor, limit)

/// Steps that the person may see, with their lanes, by due date. For scripts, exports and old series.
struct Steps {
    static constexpr const char* name = "steps";
    CollaborativeId collaborative;
    std::optional<SeriesId> series;
    std::optional<MeetingId> meeting;
    /// A state code.
    std::optional<Text<1, 8>> state;
    std::optional<Status> status;
    /// Only open ones (not completed, set aside or declined).
    std::optional<bool> open;
    /// Open, and the due day is over where the state that set it is.
    std::optional<bool> overdue;
    /// Asks for help now.
    std::optional<bool> help;
    std::optional<PersonId> owner;
    std::optional<int> principle;
    std::optional<ObjectiveId> objective;
    std::optional<Text<1, 60>> cursor;
    std::optional<int> limit;
};
INTERSTATE_DESCRIBE(Steps, collaborative, series, meeting, state, status, open, overdue, help, owner,
                    principle, objective, cursor, limit)

} // namespace interstate::action_steps
