#include "store/heads.hpp"

#include "store/transaction.hpp"

namespace interstate::store {

std::int64_t Heads::next(Transaction& tx, const Stream& stream) {
    if (const auto found = heads_.find(stream); found != heads_.end()) {
        found->second.ahead = true;
        return ++found->second.last;
    }
    const auto last = tx.row<std::int64_t>("INSERT INTO streams (name, head, floor) VALUES (?, 1, 0)"
                                           " ON CONFLICT (name) DO UPDATE SET head = head + 1 RETURNING head",
                                           stream)
                          .value();
    heads_.emplace(stream, Head{.last = last});
    return last;
}

void Heads::put_down(Transaction& tx) {
    for (auto& [stream, head] : heads_) {
        if (!head.ahead) continue;
        tx.run("UPDATE streams SET head = ? WHERE name = ?", head.last, stream);
        head.ahead = false;
    }
}

} // namespace interstate::store
