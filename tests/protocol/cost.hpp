#pragma once
// How much SQLite works, statement by statement: counted by SQLite itself, on every connection of this
// program.
#include <cstdint>
#include <map>
#include <string>

namespace interstate::tests {

/// Counts while it lives. One at a time, and only connections that were opened after the program called
/// `prepare`.
class WorkCount {
  public:
    /// Once, before any database is opened that shall be counted.
    static void prepare();
    WorkCount();
    ~WorkCount();
    WorkCount(const WorkCount&) = delete;
    WorkCount& operator=(const WorkCount&) = delete;
    /// Steps of SQLite's machine: what it costs to look at one row more shows here, also inside a count or a
    /// sort.
    [[nodiscard]] std::int64_t steps() const;
    /// Rows that were walked through in a search of a whole table.
    [[nodiscard]] std::int64_t scanned() const;
    /// The dearest statements, for the message of a failed test.
    [[nodiscard]] std::string dearest() const;
};

} // namespace interstate::tests
