#pragma once
// The narrow door behind which each database library stays. One connection belongs to one thread.
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace interstate::store {

/// What went wrong in the database, in words that both backends share.
enum class Fault {
    unique,     ///< a unique or primary key already holds this value
    constraint, ///< a foreign key, NOT NULL or CHECK refused the row
    busy,       ///< somebody else holds a lock: try again
    full,       ///< the disk is full
    broken,     ///< input or output failed, or the file is damaged
    misuse      ///< wrong SQL or wrong binding: a mistake of ours
};

/// Disk, locks, constraints: caught once per layer, never shown to a person.
class Failure : public std::runtime_error {
  public:
    Failure(Fault fault, const std::string& what) : std::runtime_error{what}, fault_{fault} {}
    [[nodiscard]] Fault fault() const { return fault_; }

  private:
    Fault fault_;
};

/// A prepared statement. Parameters count from 1, columns from 0.
class Statement {
  public:
    virtual ~Statement() = default;
    virtual void bind_null(int index) = 0;
    virtual void bind_integer(int index, std::int64_t value) = 0;
    virtual void bind_text(int index, std::string_view value) = 0;
    /// The same for a text that stays where it is until the reset: it is not copied.
    virtual void bind_lasting_text(int index, std::string_view value) = 0;
    /// True when there is a row to read.
    virtual bool step() = 0;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    /// Valid until the next step.
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual int columns() const = 0;
    /// Ready to be bound and stepped again; gives back locks and memory.
    virtual void reset() noexcept = 0;
};

/// An open database. Every call throws Failure.
class Connection {
  public:
    virtual ~Connection() = default;
    /// The same SQL text gives the same prepared statement.
    virtual Statement& prepare(std::string_view sql) = 0;
    virtual void begin_write() = 0;
    virtual void begin_read() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    /// Rows changed by the last statement.
    [[nodiscard]] virtual std::int64_t changes() const = 0;
    /// Runs a script of several statements: migrations only.
    virtual void script(std::string_view sql) = 0;
    /// How the database would run this statement, one step a line: for tests that forbid full scans.
    virtual std::string plan(std::string_view sql) = 0;
    /// Complaints of the database's own integrity and foreign-key checks, on one line; empty when sound.
    virtual std::string integrity() = 0;
    /// Makes a complete copy, while others write.
    virtual void copy_to(const std::string& path) = 0;
};

/// Where connections come from: one per backend and database.
class Database {
  public:
    virtual ~Database() = default;
    virtual std::unique_ptr<Connection> open_writer() = 0;
    virtual std::unique_ptr<Connection> open_reader() = 0;
};

} // namespace interstate::store
