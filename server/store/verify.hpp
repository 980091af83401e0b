#pragma once
// What must hold in every database of ours, beyond what the database's own checks can see. Reads all of it:
// for `verify` and `doctor`, never while somebody waits.
#include "store/transaction.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interstate::store {

/// How far a database has come.
struct Reached {
    /// Events of all streams together: rises by one with each.
    std::int64_t sequence = 0;
    std::int64_t streams = 0;
    std::int64_t receipts = 0;
    /// Of the newest event; zero when there is none.
    Instant last;
};
Reached reached(Transaction& tx);

/// The number of the last migration, without writing anything. Throws Failure where there never was one.
int looked_up_schema(Transaction& tx);

/// Each stream has the numbers from 1 to its head, each once, and keeps the payloads above its floor and no
/// others. What is wrong with the first few streams; empty when all of it holds.
std::string fault_of_journal(Transaction& tx);

/// What an acknowledgement says: streams, each with the number of the command's event there.
using PositionsOf = std::function<std::vector<std::pair<std::string, std::int64_t>>(std::string_view)>;

/// Each receipt's events are in the journal under its command, and each event that is younger than a
/// receipt's life at `now` has the receipt of its command.
std::string fault_of_receipts(Transaction& tx, Instant now, const PositionsOf& positions_of);

/// The last payloads that a stream keeps, newest first, at most `limit`.
std::vector<std::string> last_payloads(Transaction& tx, const std::string& stream, int limit);
std::vector<std::string> stream_names(Transaction& tx);

} // namespace interstate::store
