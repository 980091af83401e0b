#include "store/copies.hpp"

#include "store/journal.hpp"

namespace interstate::store {

void mark_copy(Transaction& tx, Instant made_at) {
    tx.run("INSERT INTO facts_of_store (name, value) VALUES ('copy_made_at', ?)"
           " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
           std::to_string(made_at.ms));
}

std::optional<Instant> copy_made_at(Transaction& tx) {
    const auto text = tx.row<std::string>("SELECT value FROM facts_of_store WHERE name = 'copy_made_at'");
    if (!text) return std::nullopt;
    return Instant{std::stoll(*text)};
}

void adopt_copy(Transaction& tx, const Ulid& epoch) {
    tx.run("DELETE FROM facts_of_store WHERE name = 'copy_made_at'");
    set_epoch(tx, epoch);
}

} // namespace interstate::store
