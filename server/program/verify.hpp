#pragma once
// `interstate verify`: everything that must hold in a database, looked at without changing a byte of it.
#include "store/connection.hpp"
#include "store/verify.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

namespace interstate {

/// Tells one check: what was looked at, and what is wrong; empty when it holds. Gives whether it holds.
using Tell = std::function<bool(const std::string& what, const std::string& wrong)>;

/// What must hold between the tables: journal, receipts, records. All of it at one moment, while others
/// write. `now` is when the database was last written in.
void check_content(store::Connection& connection, Instant now, const Tell& tell);

/// Looks at all of a copy, or of a data folder's database, without changing it. Tells each check, and gives
/// how far it reaches when all of it holds.
std::optional<store::Reached> verify_file(const std::filesystem::path& file, const Tell& tell);

/// Says on `out` what `verify_file` finds. Returns how many checks failed.
int verify(const std::filesystem::path& file, std::ostream& out);

} // namespace interstate
