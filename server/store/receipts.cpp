#include "store/receipts.hpp"

namespace interstate::store {

std::optional<Receipt> find_receipt(Transaction& tx, const PersonId& person, const CommandId& command) {
    return tx.row<Receipt>("SELECT digest, outcome FROM receipts WHERE person = ? AND command = ?", person,
                           command);
}

void add_receipt(Transaction& tx, const PersonId& person, const CommandId& command, Instant at,
                 const Receipt& receipt) {
    tx.run("INSERT INTO receipts (person, command, at, digest, outcome) VALUES (?, ?, ?, ?, ?)", person,
           command, at, receipt.digest, receipt.outcome);
}

std::int64_t forget_receipts(Transaction& tx, Instant before, int limit) {
    const auto first_kept = Ulid::from(before, {});
    return tx.run(
        "DELETE FROM receipts WHERE (command, person) IN"
        " (SELECT command, person FROM receipts WHERE command < ? AND at < ? ORDER BY command LIMIT ?)",
        first_kept, before, limit);
}

} // namespace interstate::store
