#pragma once
// The only write path: gather, decide, record; then the records are read back and their events appended.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "store/journal.hpp"
#include "wire/codec.hpp"

#include <functional>

namespace interstate::app {

class Registry;

/// A command that was decided and recorded, before its events are made.
struct Decided {
    std::string event_name;
    /// The news of it says who did it.
    bool names_actor = true;
    /// The decision as JSON text: the ack's `result`; empty for a decision without members.
    std::string result;
    Changes changes;
};

/// What a command did, in the words of the journal.
struct Executed {
    std::vector<store::Event> events;
    std::vector<PersonId> access_changed;
    /// Whose connections end.
    std::vector<PersonId> signed_out;
    /// Streams whose followers get a snapshot after these events.
    std::vector<Stream> started_over;
    std::string result;
};

/// What a command is about.
struct Subject {
    Kind kind;
    Ulid id;
    /// What was done to it is told also where no public record changed.
    bool told_anyway = false;
    /// Where the command says so.
    std::optional<CollaborativeId> within = {};
};
using Look = std::function<void(const Subject&)>;

/// `decided_on` is told the decision before anything is recorded.
template <class C, class DecidedOn>
Result<Decided> run_command(store::Transaction& tx, const C& command, const Context& context,
                            const DecidedOn& decided_on) {
    const auto facts = gather(tx, command, context);
    auto decision = decide(command, facts, context);
    if (!decision) return std::unexpected(std::move(decision.error()));
    decided_on(*decision);
    Decided decided;
    if constexpr (requires { decision->event_name(); })
        decided.event_name = decision->event_name();
    else
        decided.event_name = std::remove_cvref_t<decltype(*decision)>::name;
    if constexpr (requires { decision->withholds_actor; })
        decided.names_actor = !std::remove_cvref_t<decltype(*decision)>::withholds_actor;
    record(tx, command, facts, *decision, context, decided.changes);
    if (auto result = wire::encode(*decision); result != "{}") decided.result = std::move(result);
    return decided;
}

/// Reads the changed records back and appends one event to each stream they are at home in.
Executed append_events(store::Transaction& tx, const Registry& registry, Decided decided,
                       const Context& context);

} // namespace interstate::app
