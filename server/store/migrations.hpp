#pragma once
// Numbered scripts of schema/sql, built into the program and run before it listens.
#include "store/connection.hpp"

#include <span>
#include <string_view>

namespace interstate::store {

struct Migration {
    int number;
    std::string_view name;
    std::string_view sql;
};

/// All scripts in order, 1 without gaps.
std::span<const Migration> migrations();

/// The number of the last script this database has seen; 0 for a new one.
int schema_version(Connection& connection);

/// Runs what is missing, each script in its own transaction. Refuses, with std::runtime_error, a database
/// that is newer than the program. Returns how many ran.
int migrate(Connection& connection);

} // namespace interstate::store
