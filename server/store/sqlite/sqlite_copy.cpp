#include "store/sqlite/sqlite_copy.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace interstate::store {
namespace {

/// 1 MiB of usual pages: large enough for a disk, small enough that a commit beside it does not wait long for
/// what it brings to the disk.
constexpr int pages_of_piece = 256;

struct Closing {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
using Handle = std::unique_ptr<sqlite3, Closing>;

/// `reason` is the system's, or 0: only it knows a quota or a limit of sizes from a broken disk.
[[noreturn]] void fail(int result, int reason, const std::string& doing) {
    throw Failure{(result & 0xFF) == SQLITE_FULL ? Fault::full : Fault::broken,
                  doing + ": " + sqlite3_errstr(result) +
                      (reason ? std::string{" ("} + std::strerror(reason) + ")" : "")};
}

Handle opened(const std::filesystem::path& file, int flags, const char* system) {
    sqlite3* db = nullptr;
    const int result = sqlite3_open_v2(file.c_str(), &db, flags | SQLITE_OPEN_NOMUTEX, system);
    Handle handle{db};
    if (result != SQLITE_OK) fail(result, db ? sqlite3_system_errno(db) : 0, "cannot open " + file.string());
    return handle;
}

void run(sqlite3* db, const char* sql, const std::string& doing) {
    const int result = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) fail(result, sqlite3_system_errno(db), doing);
}

struct Finishing {
    void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

void copy_pages(sqlite3* source, sqlite3* target, const std::string& doing,
                const std::function<void()>& after_piece) {
    const std::unique_ptr<sqlite3_backup, Finishing> backup{
        sqlite3_backup_init(target, "main", source, "main")};
    if (!backup) fail(sqlite3_errcode(target), 0, doing);
    int result = SQLITE_OK;
    int reason = 0;
    while (result == SQLITE_OK) {
        errno = 0;
        result = sqlite3_backup_step(backup.get(), pages_of_piece);
        reason = errno;
        if (result == SQLITE_OK || result == SQLITE_DONE) after_piece();
    }
    if (result != SQLITE_DONE) fail(result, reason, doing);
}

} // namespace

void copy_while_written(const std::filesystem::path& from, const std::filesystem::path& to,
                        const std::function<void()>& after_piece) {
    const auto source = opened(from, SQLITE_OPEN_READWRITE, nullptr);
    // Nobody else opens the target: no locks, which a network disk may not have.
    const auto target = opened(to, SQLITE_OPEN_READWRITE, "unix-none");
    const auto doing = "cannot copy " + from.string() + " to " + to.string();
    sqlite3_busy_timeout(source.get(), 5000);
    // What is read once needs no cache, and what is written leaves at once for the disk.
    run(source.get(), "PRAGMA cache_size = -1024", doing);
    run(target.get(), "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1024",
        doing);
    // One read transaction around all pieces: without it, each commit of others would begin the copy again.
    run(source.get(), "BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1", doing);
    copy_pages(source.get(), target.get(), doing, after_piece);
    run(source.get(), "COMMIT", doing);
    // Whatever becomes of it: the next commit of the server would do the same work, while people wait.
    sqlite3_wal_checkpoint_v2(source.get(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

bool has_log(const std::filesystem::path& file) {
    return std::filesystem::exists(std::filesystem::path{file}.concat("-wal"));
}

void write_anew(Connection& connection) {
    connection.script("VACUUM");
    connection.script("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace interstate::store
