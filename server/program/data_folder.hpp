#pragma once
// The data folder: one database, one owner, one kind for ever.
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

namespace interstate {

/// Demonstration or real: fixed when the folder is made.
enum class DataKind { demonstration, real };

class DataFolder {
  public:
    /// Makes the folder (mode 0700) if needed and locks it. Throws std::runtime_error, in words for the
    /// operator, when it belongs to somebody else or another process owns it.
    explicit DataFolder(std::filesystem::path path);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    [[nodiscard]] store::SqliteDatabase& database() { return database_; }
    [[nodiscard]] bool is_new() const;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// Brings the schema up to date, after a copy of what is there. Returns how many migrations ran.
    int migrate();
    /// Fills a new folder, in one transaction: starting content, and in a demonstration the demonstration
    /// data.
    void fill(DataKind kind);

    /// For `doctor`: while the folder is owned, it is served there.
    void say_where(const std::string& address, unsigned short port);

  private:
    std::filesystem::path path_;
    store::SqliteDatabase database_;
    int lock_ = -1;
};

/// A restored database that has not taken its place yet: until it has, nobody may go on with what is there.
inline constexpr const char* unfinished_restore = "interstate.db.restoring";

/// What goes on from a copy is a history of its own: a new epoch, so that no client skips what it has not
/// heard, and nothing that was mailed or used since the copy is mailed or good again. Gives how many mails
/// the operator is to decide about.
int begin_new_history(store::Connection& connection);

/// The kind that a database was made as. Throws when it was never filled.
/// SQLite lets a second process write beside the server, so that tokens and links can be made while it runs.
template <class F>
void beside_server(const std::filesystem::path& data, F body) {
    store::SqliteDatabase database{data / "interstate.db"};
    if (!std::filesystem::exists(database.file()))
        throw std::runtime_error{"there is no data in " + data.string() + ": run interstate init first"};
    const auto connection = database.open_writer();
    connection->begin_write();
    store::Transaction tx{*connection};
    body(tx);
    connection->commit();
}

DataKind kind_in(store::Connection& connection);
/// Whether a data folder was made to the end. One whose making was interrupted, by a power cut, was not: it
/// is made anew. Takes no lock. Throws when the file there is not ours.
bool is_filled(const std::filesystem::path& data);

/// The kind a data folder was made with. Takes no lock. Throws when it was never filled.
DataKind kind_of(const std::filesystem::path& data);

/// Where the process that owns the folder listens, as "127.0.0.1 8080". Nothing when nobody owns it or it
/// does not listen.
std::optional<std::string> served_at(const std::filesystem::path& data);

/// "demonstration" or "real".
std::string word_of_kind(DataKind kind);

} // namespace interstate
