#pragma once
// Proof that a command happened, written in the same transaction as what it did.
#include "base/context.hpp"
#include "store/transaction.hpp"

#include <string>

namespace interstate::store {

/// How long a receipt is kept; a command id older than this is refused.
inline constexpr Millis receipt_life = std::chrono::days{90};

struct Receipt {
    /// Digest of the command's name and content: the same id with other content is not the same command.
    std::string digest;
    /// The acknowledgement as it was sent, without secrets.
    std::string outcome;
};

/// The receipt of a person's command, if it happened. The server's own commands have the nil person.
std::optional<Receipt> find_receipt(Transaction& tx, const PersonId& person, const CommandId& command);
void add_receipt(Transaction& tx, const PersonId& person, const CommandId& command, Instant at,
                 const Receipt& receipt);
/// Deletes receipts that were written before an instant, of ids that were made before it: at most `limit`.
std::int64_t forget_receipts(Transaction& tx, Instant before, int limit);

} // namespace interstate::store
