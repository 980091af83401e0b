#pragma once
// The last numbers of the streams that one transaction writes to: each is claimed from its row once, counted
// on here, and put down once.
#include "base/stream.hpp"

#include <cstdint>
#include <unordered_map>

namespace interstate::store {

class Transaction;

/// Belongs to one transaction, and is forgotten with it: a head that outlived a failed commit would leave a
/// gap.
class Heads {
  public:
    /// The next number of a stream, the first being 1.
    std::int64_t next(Transaction& tx, const Stream& stream);
    /// Puts down what was counted. Before the COMMIT, and before anybody reads the rows.
    void put_down(Transaction& tx);

  private:
    struct Head {
        std::int64_t last = 0;
        /// More was counted than its row says.
        bool ahead = false;
    };
    std::unordered_map<Stream, Head> heads_;
};

} // namespace interstate::store
