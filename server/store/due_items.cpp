#include "store/due_items.hpp"

namespace interstate::store {

void leave_due(Transaction& tx, const DueItem& item) {
    tx.run("INSERT INTO due_items (at, kind, target) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", item.at,
           item.kind, item.target);
}

std::vector<DueItem> due_until(Transaction& tx, Instant now, int limit) {
    return tx.rows<DueItem>("SELECT at, kind, target FROM due_items WHERE at <= ? ORDER BY at, kind, target"
                            " LIMIT ?",
                            now, limit);
}

std::vector<DueItem> due_after(Transaction& tx, Instant later_than, int limit) {
    return tx.rows<DueItem>("SELECT at, kind, target FROM due_items WHERE at > ? ORDER BY at, kind, target"
                            " LIMIT ?",
                            later_than, limit);
}

std::optional<Instant> next_due(Transaction& tx) {
    return tx.row<Instant>("SELECT at FROM due_items ORDER BY at LIMIT 1");
}

void remove_due(Transaction& tx, const DueItem& item) {
    tx.run("DELETE FROM due_items WHERE at = ? AND kind = ? AND target = ?", item.at, item.kind, item.target);
}

} // namespace interstate::store
