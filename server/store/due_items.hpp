#pragma once
// Time passes by due items: something to be done at an instant, once, also after downtime.
#include "store/transaction.hpp"

#include <string>

namespace interstate::store {

struct DueItem {
    Instant at;
    /// A word that the worker knows, for example `seal_session`.
    std::string kind;
    Ulid target;
};

/// Leaves an item; the same (at, kind, target) twice is one.
void leave_due(Transaction& tx, const DueItem& item);
/// The earliest items that are due, at most `limit`.
std::vector<DueItem> due_until(Transaction& tx, Instant now, int limit);
/// The earliest items that are due later than that, at most `limit`.
std::vector<DueItem> due_after(Transaction& tx, Instant later_than, int limit);
/// When the next item is due; nothing when none waits.
std::optional<Instant> next_due(Transaction& tx);
void remove_due(Transaction& tx, const DueItem& item);

} // namespace interstate::store
