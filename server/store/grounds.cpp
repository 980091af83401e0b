#include "store/grounds.hpp"

namespace interstate::store {

std::optional<std::int64_t> grounds(Transaction& tx) {
    return tx.row<std::int64_t>("SELECT number FROM grounds WHERE one = 1");
}

} // namespace interstate::store
