#pragma once
// A copy of a database says that it is one, so that whoever goes on from it begins a new history of numbers.
#include "store/transaction.hpp"

#include <optional>

namespace interstate::store {

/// Says in a copy when it was made. The original never has this mark.
void mark_copy(Transaction& tx, Instant made_at);
/// When this copy was made; nothing in a database that is no copy.
std::optional<Instant> copy_made_at(Transaction& tx);
/// From now on this copy is a database of its own, under a new epoch: no client goes on from what it heard
/// of the original after the copy was made.
void adopt_copy(Transaction& tx, const Ulid& epoch);

} // namespace interstate::store
