#pragma once
// What the tables of this feature share; nobody else includes it.
#include "features/action_steps/action_steps.hpp"
#include "store/transaction.hpp"
#include "store/trash.hpp"

namespace interstate::action_steps {

/// The step, who asks, and what they may do: `target.own` when their state set it or has a lane in it.
StepFacts facts_of_step(store::Transaction& tx, const StepId& id, const Context& context);

/// Where the step, its lanes, updates and threads are at home.
Stream stream_of(store::Transaction& tx, const StepId& step);

/// A link with the homes of its two steps; its own home follows from them.
struct LinkRow {
    StepLinkId id;
    StepId from;
    StepId to;
    LinkType type = LinkType::same_problem;
    Stream from_home;
    Stream to_home;

    [[nodiscard]] StepLink link() const { return {id, from, to, type}; }
    [[nodiscard]] std::optional<Stream> home() const { return narrower(from_home, to_home); }
};
/// It lies in the trash, seen there by those who follow `home` and see both steps.
void remove_link(store::Transaction& tx, const LinkRow& link, const Stream& home, const Context& context);
std::vector<LinkRow> links_of_step(store::Transaction& tx, const StepId& step);
std::optional<LinkRow> link_row(store::Transaction& tx, const Ulid& link);

std::vector<ObjectiveId> objectives_of(store::Transaction& tx, const std::optional<SeriesId>& series);
/// Active, with a seat in the organisation.
bool belongs_to(store::Transaction& tx, const PersonId& person, const OrganisationId& organisation);

/// "None, because …" is taken back, into the trash.
void remove_none(store::Transaction& tx, const MeetingId& meeting, const Ulid& none, const Context& context,
                 Changes& changes);

/// The only writer of a step's status after its insert (INV-22).
void settle_status(store::Transaction& tx, const StepId& step);

/// Writes the visibility. Where that changes the home, all that lives with the step leaves the old stream for
/// the new.
void change_visibility(store::Transaction& tx, const StepId& step, Visibility visibility,
                       const Context& context, Changes& changes);

} // namespace interstate::action_steps
