#include "store/journal.hpp"

namespace interstate::store {

namespace {

std::int64_t next_number(Transaction& tx, const Stream& stream) {
    Heads of_this_event;
    return (tx.heads() ? *tx.heads() : of_this_event).next(tx, stream);
}

/// The rows of the streams say what was counted.
void settle_heads(Transaction& tx) {
    if (tx.heads()) tx.heads()->put_down(tx);
}

} // namespace

Event append(Transaction& tx, const EventHeader& header, const Context& context,
             const std::function<std::string(std::int64_t seq)>& encode) {
    const auto seq = next_number(tx, header.stream);
    Event event{header.stream, seq, encode(seq)};
    tx.run(
        "INSERT INTO journal (stream, seq, at, actor, command, name, payload) VALUES (?, ?, ?, ?, ?, ?, ?)",
        header.stream, seq, context.now, context.actor, context.command, header.name, event.bytes);
    return event;
}

StreamState state_of(Transaction& tx, const Stream& stream) {
    settle_heads(tx);
    return tx.row<StreamState>("SELECT head, floor FROM streams WHERE name = ?", stream)
        .value_or(StreamState{});
}

std::vector<Event> events_after(Transaction& tx, const Stream& stream, std::int64_t after, int limit) {
    return tx.rows<Event>("SELECT stream, seq, payload FROM journal"
                          " WHERE stream = ? AND seq > ? AND payload IS NOT NULL ORDER BY seq LIMIT ?",
                          stream, after, limit);
}

void raise_floor(Transaction& tx, const Stream& stream, std::int64_t seq) {
    settle_heads(tx);
    tx.run("UPDATE journal SET payload = NULL WHERE stream = ? AND seq <= ? AND payload IS NOT NULL", stream,
           seq);
    tx.run("UPDATE streams SET floor = ? WHERE name = ? AND floor < ?", seq, stream, seq);
}

void start_over(Transaction& tx, const Stream& stream, const Context& context) {
    // A number of its own behind the last event: also who heard that one is behind.
    const auto event =
        append(tx, {stream, "records_renewed"}, context, [](std::int64_t) { return std::string{}; });
    raise_floor(tx, stream, event.seq);
}

std::int64_t forget_before(Transaction& tx, Instant before, int limit) {
    struct Old {
        Stream stream;
        std::int64_t seq = 0;
        std::int64_t rows = 0;
    };
    const auto old =
        tx.rows<Old>("SELECT stream, max(seq), count(*) FROM (SELECT stream, seq FROM journal"
                     " WHERE at < ? AND payload IS NOT NULL ORDER BY at LIMIT ?) GROUP BY stream",
                     before, limit);
    std::int64_t rows = 0;
    for (const auto& one : old) {
        raise_floor(tx, one.stream, one.seq);
        rows += one.rows;
    }
    return rows;
}

void forget_mention(Transaction& tx, Instant at, const Ulid& id) {
    struct Mention {
        Stream stream;
        std::int64_t seq = 0;
    };
    const auto mentions = tx.rows<Mention>("SELECT stream, seq FROM journal"
                                           " WHERE at = ? AND payload IS NOT NULL AND instr(payload, ?) > 0",
                                           at, id);
    for (const auto& one : mentions) raise_floor(tx, one.stream, one.seq);
}

Ulid epoch(Transaction& tx) {
    return tx.row<Ulid>("SELECT value FROM facts_of_store WHERE name = 'epoch'").value_or(Ulid{});
}

void set_epoch(Transaction& tx, const Ulid& epoch) {
    tx.run("INSERT INTO facts_of_store (name, value) VALUES ('epoch', ?)"
           " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
           epoch);
}

} // namespace interstate::store
