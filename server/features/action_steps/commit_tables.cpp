// Steps as they are set and edited, and "none, because …".
#include "features/action_steps/tables.hpp"

namespace interstate::action_steps {
namespace {

std::optional<SeriesFacts> series_facts(store::Transaction& tx, const CommitStep& command,
                                        const PersonId& actor) {
    if (!command.series || !permissions::may_follow(tx, actor, {StreamKind::series, *command.series}))
        return std::nullopt;
    const auto draft = tx.row<bool>("SELECT state = 'draft' FROM series WHERE id = ? AND collaborative = ?",
                                    *command.series, command.collaborative);
    if (!draft) return std::nullopt;
    return SeriesFacts{*draft,
                       tx.any("SELECT 1 FROM participations WHERE series = ? AND organisation = ?",
                              *command.series, command.organisation),
                       objectives_of(tx, command.series)};
}

std::optional<MeetingFacts> meeting_facts(store::Transaction& tx, const CommitStep& command,
                                          const PersonId& actor) {
    if (!command.meeting || !permissions::may_follow(tx, actor, {StreamKind::meeting, *command.meeting}))
        return std::nullopt;
    return tx.row<MeetingFacts>("SELECT series, state IN ('announced', 'live', 'ended') FROM meetings"
                                " WHERE id = ? AND collaborative = ?",
                                *command.meeting, command.collaborative);
}

std::optional<Ulid> none_of(store::Transaction& tx, const MeetingId& meeting,
                            const OrganisationId& organisation) {
    return tx.row<Ulid>("SELECT id FROM no_steps WHERE meeting = ? AND organisation = ?", meeting,
                        organisation);
}

bool takes_part(store::Transaction& tx, const MeetingId& meeting, const OrganisationId& organisation) {
    // A meeting outside any series is for every organisation of its collaborative.
    return tx.any(
        "SELECT 1 FROM meetings m JOIN organisations o ON o.id = ? AND o.collaborative = m.collaborative"
        " WHERE m.id = ? AND (m.series IS NULL OR EXISTS (SELECT 1 FROM participations p"
        " WHERE p.series = m.series AND p.organisation = o.id))",
        organisation, meeting);
}

} // namespace

// ---- commit_step ----------------------------------------------------------------------------------------

CommitFacts gather(store::Transaction& tx, const CommitStep& command, const Context& context) {
    CommitFacts facts;
    if (!context.actor) return facts;
    facts.who = permissions::standing_of(tx, context.actor, command.collaborative);
    facts.organisation_known = tx.any("SELECT 1 FROM organisations WHERE id = ? AND collaborative = ?",
                                      command.organisation, command.collaborative);
    facts.owner_fits = belongs_to(tx, command.owner, command.organisation);
    facts.series = series_facts(tx, command, *context.actor);
    facts.meeting = meeting_facts(tx, command, *context.actor);
    if (command.meeting) facts.no_step = none_of(tx, *command.meeting, command.organisation);
    return facts;
}

void record(store::Transaction& tx, const CommitStep& command, const CommitFacts& facts,
            const StepCommitted& committed, const Context& context, Changes& changes) {
    const auto visibility =
        command.visibility.value_or(command.series ? Visibility::series : Visibility::members);
    tx.run("INSERT INTO action_steps (id, collaborative, series, meeting, organisation, visibility, title, "
           "measure, detail,"
           " category, level, horizon, objectives, principles, status, due_on, set_at, set_by, on_behalf, "
           "help, help_text,"
           " help_at, latest, latest_at, revision)"
           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', NULL, '', NULL, 1)",
           committed.step, command.collaborative, command.series, command.meeting, command.organisation,
           visibility, command.title, command.measure, command.detail.value_or(Prose<0, 4000>{}),
           command.category, command.level.value_or(Level::sea),
           command.horizon.value_or(horizon_for(command.due_on, context.now)),
           command.objectives.value_or(std::vector<ObjectiveId>{}),
           command.principles.value_or(std::vector<int>{}), Status::not_started, command.due_on, context.now,
           context.actor, facts.who.organisation != command.organisation, HelpState::none);
    tx.run("INSERT INTO step_lanes (id, step, organisation, owner, due_on, status, outcome, finished_at)"
           " VALUES (?, ?, ?, ?, ?, ?, '', NULL)",
           committed.lane, committed.step, command.organisation, command.owner, command.due_on,
           Status::not_started);
    changes.put(Kind::action_step, committed.step);
    changes.put(Kind::lane, committed.lane);
    if (facts.no_step) remove_none(tx, *command.meeting, *facts.no_step, context, changes);
}

// ---- edit_step ------------------------------------------------------------------------------------------

EditFacts gather(store::Transaction& tx, const EditStep& command, const Context& context) {
    EditFacts facts{.of = facts_of_step(tx, command.step, context)};
    if (!facts.of.step) return facts;
    const auto lane = tx.row<Ulid>("SELECT id FROM step_lanes WHERE step = ? AND organisation = ?",
                                   command.step, facts.of.step->organisation);
    if (lane) facts.lane = find(tx, *lane, As<Lane>{});
    facts.owner_fits = command.owner && belongs_to(tx, *command.owner, facts.of.step->organisation);
    facts.objectives = objectives_of(tx, facts.of.step->series);
    return facts;
}

void record(store::Transaction& tx, const EditStep& command, const EditFacts& facts, const StepEdited& edited,
            const Context& context, Changes& changes) {
    const auto& before = *facts.of.step;
    tx.run("UPDATE action_steps SET title = ?, measure = ?, detail = ?, due_on = ?, category = ?, level = ?, "
           "horizon = ?,"
           " objectives = ?, principles = ?, revision = ? WHERE id = ?",
           command.title.value_or(before.title), command.measure.value_or(before.measure),
           command.detail.value_or(before.detail), command.due_on.value_or(before.due_on),
           command.category ? command.category : before.category, command.level.value_or(before.level),
           command.horizon.value_or(before.horizon), command.objectives.value_or(before.objectives),
           command.principles.value_or(before.principles), edited.revision, command.step);
    changes.put(Kind::action_step, command.step);
    if (facts.lane && (command.owner || command.due_on)) {
        tx.run("UPDATE step_lanes SET owner = ?, due_on = ? WHERE id = ?",
               command.owner.value_or(facts.lane->owner), command.due_on.value_or(facts.lane->due_on),
               facts.lane->id);
        changes.put(Kind::lane, facts.lane->id);
    }
    if (command.visibility) change_visibility(tx, command.step, *command.visibility, context, changes);
}

// ---- record_none ----------------------------------------------------------------------------------------

NoneFacts gather(store::Transaction& tx, const RecordNone& command, const Context& context) {
    NoneFacts facts;
    const auto collaborative = permissions::collaborative_of_meeting(tx, command.meeting);
    if (!collaborative || !context.actor) return facts;
    facts.who = permissions::standing_of(tx, context.actor, *collaborative);
    facts.visible = permissions::may_follow(tx, facts.who, {StreamKind::meeting, command.meeting});
    facts.target = permissions::target_of_meeting(tx, facts.who, command.meeting);
    facts.under_way =
        tx.any("SELECT 1 FROM meetings WHERE id = ? AND state IN ('live', 'ended')", command.meeting);
    facts.takes_part = takes_part(tx, command.meeting, command.organisation);
    facts.has_step = tx.any("SELECT 1 FROM action_steps WHERE meeting = ? AND organisation = ?",
                            command.meeting, command.organisation);
    facts.none = none_of(tx, command.meeting, command.organisation);
    return facts;
}

void record(store::Transaction& tx, const RecordNone& command, const NoneFacts& facts, const NoneRecorded&,
            const Context& context, Changes& changes) {
    if (command.reason.empty()) {
        if (facts.none) remove_none(tx, command.meeting, *facts.none, context, changes);
        return;
    }
    const auto none = facts.none.value_or(context.new_id<Id<struct NoStepTag>>());
    tx.run("INSERT INTO no_steps (id, meeting, organisation, reason) VALUES (?, ?, ?, ?)"
           " ON CONFLICT (meeting, organisation) DO UPDATE SET reason = excluded.reason",
           none, command.meeting, command.organisation, command.reason);
    changes.put(Kind::no_step, none);
}

} // namespace interstate::action_steps
