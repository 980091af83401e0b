#pragma once
// Action steps: one owner, one due date, one measure, followed across states. Here is what their rules look
// at and what is written; the records, commands and queries are in action_steps_records.hpp.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "features/action_steps/action_steps_records.hpp"
#include "features/permissions/permissions.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::action_steps {

// ---- rules (rules.cpp) ------------------------------------------------------------------------------------

/// Not finished: a step that may still be late.
bool is_open(Status status);
/// The status of a step with these lanes: the least finished of them; those that were set aside or declined
/// count only when nothing else is left. An asked state among others counts as not started.
Status status_of(const std::vector<Status>& lanes);
/// The horizon of a due date, counted from the day of `now` in UTC.
Horizon horizon_for(const CivilDate& due_on, Instant now);
/// Where a link between steps of these homes is at home: the narrower; nothing when neither lies within the
/// other. Both are of one collaborative.
std::optional<Stream> narrower(const Stream& one, const Stream& other);

/// A series that the person may see.
struct SeriesFacts {
    bool draft = false;
    /// The state takes part.
    bool takes_part = false;
    std::vector<ObjectiveId> objectives;
};
/// A meeting that the person may see.
struct MeetingFacts {
    std::optional<SeriesId> series;
    /// Announced, live or ended.
    bool takes_steps = false;
};
struct CommitFacts {
    permissions::Standing who;
    /// The state belongs to the collaborative.
    bool organisation_known = false;
    /// The owner is active and has a seat in the state.
    bool owner_fits = false;
    std::optional<SeriesFacts> series;
    std::optional<MeetingFacts> meeting;
    /// "None, because …" of this meeting and state, which the commit takes back.
    std::optional<Ulid> no_step;
};
struct StepFacts {
    permissions::Standing who;
    permissions::Target target;
    std::optional<ActionStep> step;
    bool visible = false;
};
struct EditFacts {
    StepFacts of;
    /// That of the state that set the step.
    std::optional<Lane> lane;
    bool owner_fits = false;
    /// Those of the step's series.
    std::vector<ObjectiveId> objectives;
};
struct UpdateFacts {
    StepFacts of;
    /// The one named, or the only one.
    std::optional<Lane> lane;
};
struct LinkFacts {
    StepFacts from;
    StepFacts to;
    /// Absent when no stream sees both.
    std::optional<Stream> home;
    bool linked_already = false;
    /// Links of the one that has more.
    int links = 0;
};
struct UnlinkFacts {
    permissions::Standing who;
    permissions::Target target;
    std::optional<StepLink> link;
    Stream home;
    bool visible = false;
};
struct NoneFacts {
    permissions::Standing who;
    bool visible = false;
    permissions::Target target;
    /// Live or ended.
    bool under_way = false;
    bool takes_part = false;
    bool has_step = false;
    std::optional<Ulid> none;
};

Result<StepCommitted> decide(const CommitStep&, const CommitFacts&, const Context&);
Result<StepEdited> decide(const EditStep&, const EditFacts&, const Context&);
Result<StepUpdated> decide(const UpdateStep&, const UpdateFacts&, const Context&);
Result<StepsLinked> decide(const LinkSteps&, const LinkFacts&, const Context&);
Result<StepsUnlinked> decide(const UnlinkSteps&, const UnlinkFacts&, const Context&);
Result<HelpAsked> decide(const AskForHelp&, const StepFacts&, const Context&);
Result<HelpClosed> decide(const CloseHelp&, const StepFacts&, const Context&);
Result<NoneRecorded> decide(const RecordNone&, const NoneFacts&, const Context&);

// ---- tables (*_tables.cpp) --------------------------------------------------------------------------------

CommitFacts gather(store::Transaction&, const CommitStep&, const Context&);
EditFacts gather(store::Transaction&, const EditStep&, const Context&);
UpdateFacts gather(store::Transaction&, const UpdateStep&, const Context&);
LinkFacts gather(store::Transaction&, const LinkSteps&, const Context&);
UnlinkFacts gather(store::Transaction&, const UnlinkSteps&, const Context&);
StepFacts gather(store::Transaction&, const AskForHelp&, const Context&);
StepFacts gather(store::Transaction&, const CloseHelp&, const Context&);
NoneFacts gather(store::Transaction&, const RecordNone&, const Context&);

void record(store::Transaction&, const CommitStep&, const CommitFacts&, const StepCommitted&, const Context&,
            Changes&);
void record(store::Transaction&, const EditStep&, const EditFacts&, const StepEdited&, const Context&,
            Changes&);
void record(store::Transaction&, const UpdateStep&, const UpdateFacts&, const StepUpdated&, const Context&,
            Changes&);
void record(store::Transaction&, const LinkSteps&, const LinkFacts&, const StepsLinked&, const Context&,
            Changes&);
void record(store::Transaction&, const UnlinkSteps&, const UnlinkFacts&, const StepsUnlinked&, const Context&,
            Changes&);
void record(store::Transaction&, const AskForHelp&, const StepFacts&, const HelpAsked&, const Context&,
            Changes&);
void record(store::Transaction&, const CloseHelp&, const StepFacts&, const HelpClosed&, const Context&,
            Changes&);
void record(store::Transaction&, const RecordNone&, const NoneFacts&, const NoneRecorded&, const Context&,
            Changes&);

Result<Page<StepUpdate>> answer(store::Transaction&, const UpdatesOfStep&, const Context&);
Result<Page<ActionStep, Lane, StepLink>> answer(store::Transaction&, const Steps&, const Context&);

std::optional<ActionStep> find(store::Transaction&, const Ulid&, As<ActionStep>);
std::optional<Lane> find(store::Transaction&, const Ulid&, As<Lane>);
std::optional<StepUpdate> find(store::Transaction&, const Ulid&, As<StepUpdate>);
std::optional<StepLink> find(store::Transaction&, const Ulid&, As<StepLink>);
std::optional<NoStep> find(store::Transaction&, const Ulid&, As<NoStep>);
Stream home(store::Transaction&, const ActionStep&);
Stream home(store::Transaction&, const Lane&);
Stream home(store::Transaction&, const StepUpdate&);
Stream home(store::Transaction&, const StepLink&);
Stream home(store::Transaction&, const NoStep&);
std::vector<ActionStep> current(store::Transaction&, const Stream&, As<ActionStep>);
std::vector<Lane> current(store::Transaction&, const Stream&, As<Lane>);
std::vector<StepUpdate> current(store::Transaction&, const Stream&, As<StepUpdate>);
std::vector<StepLink> current(store::Transaction&, const Stream&, As<StepLink>);
std::vector<NoStep> current(store::Transaction&, const Stream&, As<NoStep>);

} // namespace interstate::action_steps
