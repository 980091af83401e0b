#include "app/execute.hpp"

#include "app/registry.hpp"

#include <stdexcept>

namespace interstate::app {

Executed append_events(store::Transaction& tx, const Registry& registry, Decided decided,
                       const Context& context) {
    std::map<Stream, wire::EventText> by_stream;
    for (const auto& put : decided.changes.puts()) {
        if (registry.is_of_seat(put.kind) && !put.within)
            throw std::logic_error{"a record of a seat was put without its collaborative"};
        if (auto placed = registry.find(tx, put.kind, put.id, put.within))
            by_stream[placed->home].puts.push_back(std::move(placed->text));
    }
    for (const auto& remove : decided.changes.removes())
        by_stream[remove.stream].removes.emplace_back(word_of(remove.kind), remove.id);

    for (const auto& person : decided.changes.access())
        by_stream[{StreamKind::person, person}].name = "access_changed";

    Executed executed{.access_changed = decided.changes.access(),
                      .signed_out = decided.changes.signed_out(),
                      .started_over = decided.changes.started_over(),
                      .result = std::move(decided.result)};
    for (auto& [stream, text] : by_stream) {
        text.stream = stream;
        text.at = context.now;
        if (text.name.empty()) text.name = decided.event_name;
        if (decided.names_actor) text.actor = context.actor;
        text.command = context.command;
        executed.events.push_back(store::append(tx, {stream, text.name}, context, [&](std::int64_t seq) {
            text.seq = seq;
            return wire::event_frame(text);
        }));
    }
    for (const auto& stream : executed.started_over) store::start_over(tx, stream, context);
    return executed;
}

} // namespace interstate::app
