#pragma once
// What somebody does on the machine stands in the audit too, beside a server that runs or not.
#include "base/id.hpp"
#include "base/kind.hpp"
#include "store/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace interstate {

/// A row that names nobody as its actor. A data folder that was not served since there is an audit has none
/// yet: then nothing is written.
void write_machine_row(store::Transaction& tx, const std::string& verb, Kind kind, const Ulid& target,
                       const std::vector<PersonId>& people = {},
                       const std::optional<CollaborativeId>& collaborative = {});

} // namespace interstate
