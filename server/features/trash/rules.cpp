#include "features/trash/trash.hpp"

namespace interstate::trash {
namespace {

using permissions::can;
using permissions::Verb;

Verb verb_of(Kind kind) {
    switch (kind) {
    case Kind::step_link:
        return Verb::update_step;
    case Kind::no_step:
        return Verb::commit_step;
    default:
        return Verb::manage_exchanges;
    }
}

std::unexpected<Refusal> parent_is_gone(const Entry& entry) {
    return refuse("parent_removed",
                  "“" + entry.place + "”, which it belonged to, was removed itself: put that back first.");
}

std::unexpected<Refusal> closed(const Entry& entry) {
    return refuse("closed", "“" + entry.place + "” is over or in the archive, and stays as it is.");
}

std::unexpected<Refusal> taken(const Entry& entry) {
    switch (entry.kind) {
    case Kind::participation:
        return refuse("there_already", entry.title + " takes part in “" + entry.place + "” again already.");
    case Kind::step_link:
        return refuse("there_already", "These steps are linked so again already.");
    case Kind::no_step:
        return refuse("there_already", "This state has said something else for “" + entry.place +
                                           "” since: a reason, or a step.");
    default:
        return refuse("there_already", "The same is there again already.");
    }
}

std::unexpected<Refusal> full(const Entry& entry) {
    const auto& place = entry.place;
    switch (entry.kind) {
    case Kind::meeting:
        return refuse("series_full", "“" + place + "” has all its sessions.");
    case Kind::agenda_item:
        return refuse("full", "The agenda of “" + place + "” has all the items that it can have.");
    case Kind::objective:
        return refuse("full", "“" + place + "” has all the objectives that it can have.");
    default:
        return refuse("full", "There is no room for it any more.");
    }
}

std::unexpected<Refusal> unfit(const Entry& entry) {
    switch (entry.kind) {
    case Kind::participation:
        return refuse("no_member", entry.title + " is no core member this year, so it cannot come in.");
    case Kind::step_link:
        return refuse("unrelated",
                      "No team or series sees both steps now: share one of them more widely first.");
    default:
        return refuse("not_taking_part", "This state does not take part in “" + entry.place + "” any more.");
    }
}

bool may_discard(const DraftFacts& facts) {
    if (!facts.collaborative) return false;
    // Who manages a series or a meeting only does not know of drafts.
    if (facts.draft && !can(facts.who, Verb::see_staff)) return false;
    return can(facts.who, Verb::manage_exchanges, facts.target);
}

} // namespace

bool may_restore(Kind kind, const permissions::Standing& who, const permissions::Target& target) {
    return can(who, verb_of(kind), target);
}

bool may_restore_post(const PersonId& author, const std::optional<PersonId>& removed_by,
                      const permissions::Standing& who, const permissions::Target& target) {
    return can(who, Verb::moderate, target) ||
           (who.active && author == who.person && removed_by == who.person);
}

Result<SeriesDiscarded> decide(const DiscardSeries&, const DraftFacts& facts, const Context&) {
    if (!may_discard(facts)) return refuse_not_allowed();
    if (!facts.draft)
        return refuse("not_a_draft", "This series was published: people know of it, and it stays.");
    if (!facts.current) return refuse("archived", "This series is in the archive and stays as it was.");
    if (facts.in_use) return refuse("in_use", "States have done something in this series, so it stays.");
    return SeriesDiscarded{};
}

Result<MeetingDiscarded> decide(const DiscardMeeting&, const DraftFacts& facts, const Context&) {
    if (!may_discard(facts)) return refuse_not_allowed();
    if (!facts.draft)
        return refuse("not_a_draft", "This meeting was announced: people know of it. Cancel it instead.");
    if (!facts.current) return refuse("archived", "This meeting is in the archive and stays as it was.");
    if (facts.in_use) return refuse("in_use", "Somebody has done something in this meeting, so it stays.");
    return MeetingDiscarded{};
}

Result<RestoredFromTrash> decide(const RestoreFromTrash&, const EntryFacts& facts, const Context& context) {
    if (!facts.entry || !facts.visible) return refuse_not_allowed();
    const auto& entry = *facts.entry;
    if (!may_restore(entry.kind, facts.who, facts.target)) return refuse_not_allowed();
    if (context.now >= entry.removed_at + trash_life)
        return refuse("gone", "Its thirty days in the trash are over.");
    if (!facts.ground.there) return parent_is_gone(entry);
    if (facts.ground.closed) return closed(entry);
    if (facts.ground.taken) return taken(entry);
    if (facts.ground.full) return full(entry);
    if (!facts.ground.fits) return unfit(entry);
    return RestoredFromTrash{entry.kind, entry.item};
}

Result<TrashEmptied> decide(const EmptyTrash&, const EntryFacts& facts, const Context& context) {
    if (!context.by_system()) return refuse_not_allowed();
    // Put back meanwhile, or removed again since: then it has thirty days from then.
    if (!facts.entry || context.now < facts.entry->removed_at + trash_life) return TrashEmptied{};
    return TrashEmptied{facts.entry->collaborative};
}

} // namespace interstate::trash
