#pragma once
// Grounds: the rows on which rests who may come in, what they may follow and what they may still be told
// (schema/sql/0011_grounds.sql).
#include "store/transaction.hpp"

#include <cstdint>
#include <optional>

namespace interstate::store {

/// The number of the last change of a ground, as this transaction sees it. It only rises, in the transaction
/// that changes one, whoever writes it: what was read with this number holds as long as nothing else has
/// become the number. Nothing where it is not counted.
std::optional<std::int64_t> grounds(Transaction& tx);

} // namespace interstate::store
