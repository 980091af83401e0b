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
    return tx.run("DELETE FROM receipts WHERE (person, command) IN"
                  " (SELECT person, command FROM receipts WHERE at < ? ORDER BY at LIMIT ?)",
                  before, limit);
}

} // namespace interstate::store
