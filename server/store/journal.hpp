#pragma once
// The journal is the news: one row per event and stream, dense numbers, bytes that are never re-made.
#include "base/context.hpp"
#include "base/stream.hpp"
#include "store/transaction.hpp"

#include <functional>
#include <string>
#include <vector>

namespace interstate::store {

/// An event as everybody gets it: the very bytes that were committed.
struct Event {
    Stream stream;
    std::int64_t seq = 0;
    std::string bytes;
};

/// Where a stream stands: its last number, and the floor at or below which the payloads are forgotten.
struct StreamState {
    std::int64_t head = 0;
    std::int64_t floor = 0;
};

/// What the journal keeps of an event besides its bytes.
struct EventHeader {
    Stream stream;
    std::string name;
};

/// Appends one event under the stream's next number. `encode` is given that number, inside the transaction.
Event append(Transaction& tx, const EventHeader& header, const Context& context,
             const std::function<std::string(std::int64_t seq)>& encode);

/// Head and floor; zeros for a stream that has no news yet.
StreamState state_of(Transaction& tx, const Stream& stream);

/// Events after a number, oldest first, at most `limit`. Only meaningful when `after >= floor`.
std::vector<Event> events_after(Transaction& tx, const Stream& stream, std::int64_t after, int limit);

/// Forgets payloads up to and including `seq`: whoever is behind it gets a snapshot. Headers stay.
void raise_floor(Transaction& tx, const Stream& stream, std::int64_t seq);

/// Nobody goes on from what they hold: whoever comes gets a snapshot, and so does who was there just now.
void start_over(Transaction& tx, const Stream& stream, const Context& context);

/// Forgets, in every stream, the payloads of events older than `before`. At most `limit` rows at a time;
/// gives how many were found: less than `limit` when no more are old.
std::int64_t forget_before(Transaction& tx, Instant before, int limit);

/// Forgets the events of this very millisecond that name this id, and what is older in their streams:
/// whoever has not heard them gets a snapshot.
void forget_mention(Transaction& tx, Instant at, const Ulid& id);

/// Names this history of numbers. It changes when a backup is restored, and clients start afresh.
Ulid epoch(Transaction& tx);
void set_epoch(Transaction& tx, const Ulid& epoch);

} // namespace interstate::store
