#pragma once
// Topics are at home where what they are tied to is read. What moves, its feature knows; that its topics come
// along, with all that hangs on them, is the same for each.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/kind.hpp"
#include "base/stream.hpp"
#include "store/transaction.hpp"

namespace interstate::store {

/// Somebody moderates what is read there: not what only one team reads, nor what lies in the trash.
bool is_moderated(const Stream& stream);

/// The queues of flagged posts of those who moderate there are others than before.
void tell_flag_queues(Transaction& tx, const CollaborativeId& collaborative, const Stream& stream,
                      Changes& changes);

/// The topics that are tied to this are read in `to` from now on. Their posts come by query: nobody knows how
/// many there are, so they are not named. What was flagged there waits for those who moderate in `to`, or for
/// nobody where nobody does.
void move_threads(Transaction& tx, Kind anchor, const Ulid& anchor_id, const Stream& to,
                  const Context& context, Changes& changes);

} // namespace interstate::store
