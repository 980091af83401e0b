#include "store/sqlite/sqlite_database.hpp"

#include "store/sqlite/sqlite_copy.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <unordered_map>

namespace interstate::store {
namespace {

Fault fault_of(int extended) {
    switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return Fault::unique;
    default:
        break;
    }
    switch (extended & 0xFF) {
    case SQLITE_CONSTRAINT:
        return Fault::constraint;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Fault::busy;
    case SQLITE_FULL:
        return Fault::full;
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
        return Fault::misuse;
    default:
        return Fault::broken;
    }
}

[[noreturn]] void fail(sqlite3* db, std::string_view doing) {
    const int code = db ? sqlite3_extended_errcode(db) : SQLITE_NOMEM;
    throw Failure{fault_of(code), std::string{doing} + ": " + (db ? sqlite3_errmsg(db) : "out of memory")};
}

class SqliteStatement : public Statement {
  public:
    SqliteStatement(sqlite3* db, std::string_view sql) : db_{db} {
        if (sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                               &statement_, nullptr) != SQLITE_OK)
            fail(db, sql);
    }
    ~SqliteStatement() override { sqlite3_finalize(statement_); }
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    void bind_null(int i) override { check(sqlite3_bind_null(statement_, i)); }
    void bind_integer(int i, std::int64_t value) override { check(sqlite3_bind_int64(statement_, i, value)); }
    void bind_text(int i, std::string_view value) override { bind_text(i, value, SQLITE_TRANSIENT); }
    void bind_lasting_text(int i, std::string_view value) override { bind_text(i, value, SQLITE_STATIC); }
    bool step() override {
        const int result = sqlite3_step(statement_);
        if (result == SQLITE_ROW) return true;
        if (result == SQLITE_DONE) return false;
        fail(db_, sqlite3_sql(statement_));
    }
    bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
    std::string_view text(int column) const override {
        const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return data ? std::string_view{data,
                                       static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))}
                    : std::string_view{};
    }
    int columns() const override { return sqlite3_column_count(statement_); }
    void reset() noexcept override {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }

  private:
    void bind_text(int i, std::string_view value, sqlite3_destructor_type kept) {
        // An empty view may point nowhere, and SQLite would store NULL for that.
        const char* data = value.data() ? value.data() : "";
        check(sqlite3_bind_text64(statement_, i, data, value.size(), kept, SQLITE_UTF8));
    }
    void check(int result) {
        if (result != SQLITE_OK) fail(db_, sqlite3_sql(statement_));
    }
    sqlite3* db_;
    sqlite3_stmt* statement_ = nullptr;
};

/// Once, before the first connection: nobody reads SQLite's counts of memory, and counting locks a mutex at
/// every allocation.
void configure_library() {
    static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(configured);
}

/// A path as an address of SQLite's (sqlite.org/uri.html, 3.1).
std::string escaped(const std::string& path) {
    std::string text;
    for (const char c : path) {
        if (c == '%')
            text += "%25";
        else if (c == '?')
            text += "%3f";
        else if (c == '#')
            text += "%23";
        else
            text += c;
    }
    return text;
}

/// What a connection is for.
enum class Use {
    write,
    read,
    look,    ///< at a file that nobody writes
    own_copy ///< a file that nobody else opens, before it has its name
};
/// How long a lock is waited for, in milliseconds; and where there is another way.
constexpr int patience = 5000;
constexpr int patience_beside_others = 100;

class SqliteConnection : public Connection {
  public:
    SqliteConnection(const std::string& file, Use use) {
        configure_library();
        int flags = SQLITE_OPEN_NOMUTEX;
        if (use == Use::write) flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        if (use == Use::own_copy) flags |= SQLITE_OPEN_READWRITE;
        if (use == Use::read) flags |= SQLITE_OPEN_READONLY;
        if (use == Use::look) flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        const char* system = use == Use::own_copy ? "unix-none" : nullptr;
        if (sqlite3_open_v2(file.c_str(), &db_, flags, system) != SQLITE_OK) {
            const std::string why = db_ ? sqlite3_errmsg(db_) : "out of memory";
            sqlite3_close_v2(db_);
            throw Failure{Fault::broken, "cannot open " + file + ": " + why};
        }
        try {
            settle(use);
        } catch (...) {
            statements_.clear();
            sqlite3_close_v2(db_);
            throw;
        }
    }
    ~SqliteConnection() override {
        statements_.clear();
        sqlite3_close_v2(db_);
    }
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    Statement& prepare(std::string_view sql) override {
        if (auto found = statements_.find(sql); found != statements_.end()) return *found->second;
        std::string key{sql};
        auto statement = std::make_unique<SqliteStatement>(db_, key);
        return *statements_.emplace(std::move(key), std::move(statement)).first->second;
    }
    void begin_write() override { now("BEGIN IMMEDIATE"); }
    void begin_read() override { now("BEGIN"); }
    void commit() override { now("COMMIT"); }
    void rollback() noexcept override {
        if (!sqlite3_get_autocommit(db_)) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
    }
    std::int64_t changes() const override { return sqlite3_changes64(db_); }
    void script(std::string_view sql) override {
        if (sqlite3_exec(db_, std::string{sql}.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            fail(db_, sql.substr(0, 200));
    }
    std::string plan(std::string_view sql) override {
        std::string steps;
        SqliteStatement statement{db_, "EXPLAIN QUERY PLAN " + std::string{sql}};
        while (statement.step()) steps += std::string{statement.text(3)} + "\n";
        return steps;
    }
    std::string integrity() override {
        std::string complaints;
        const auto add = [&](std::string complaint) {
            std::ranges::replace(complaint, '\n', ' ');
            complaints += (complaints.empty() ? "" : "; ") + complaint;
        };
        SqliteStatement structure{db_, "PRAGMA integrity_check(10)"};
        while (structure.step())
            if (structure.text(0) != "ok") add(std::string{structure.text(0)});
        // A table that lost its rows would be complained of once for each row that named one.
        SqliteStatement dangling{db_, "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check"};
        while (dangling.step())
            add("rows of " + std::string{dangling.text(0)} + " name rows of " +
                std::string{dangling.text(1)} + " that are not there");
        return complaints;
    }
    void copy_to(const std::string& path) override {
        sqlite3* target = nullptr;
        if (sqlite3_open(path.c_str(), &target) != SQLITE_OK) {
            sqlite3_close_v2(target);
            throw Failure{Fault::broken, "cannot write the copy " + path};
        }
        auto* backup = sqlite3_backup_init(target, "main", db_, "main");
        const int result = backup ? sqlite3_backup_step(backup, -1) : SQLITE_ERROR;
        if (backup) sqlite3_backup_finish(backup);
        sqlite3_close_v2(target);
        if (result != SQLITE_DONE) throw Failure{Fault::broken, "the copy " + path + " was not finished"};
    }

  private:
    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
        using std::hash<std::string_view>::operator();
        std::size_t operator()(const std::string& text) const { return (*this)(std::string_view{text}); }
    };

    void now(const char* sql) {
        auto& statement = prepare(sql);
        try {
            statement.step();
        } catch (...) {
            statement.reset();
            throw;
        }
        statement.reset();
    }

    // Everything about how SQLite is opened stands here.
    void settle(Use use) {
        sqlite3_extended_result_codes(db_, 1);
        sqlite3_busy_timeout(db_, patience);
        sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(db_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        sqlite3_db_config(db_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
        script("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;");
        if (use == Use::read || use == Use::look) {
            script("PRAGMA query_only = ON");
            // Read at once: SQLite opens its log with the first read, and by then descriptors may have run
            // out.
            script("SELECT 1 FROM sqlite_schema LIMIT 1");
            if (use == Use::look && first_integer("PRAGMA application_id") != application_id)
                throw Failure{Fault::misuse, "this file belongs to another program"};
            return;
        }
        if (use == Use::own_copy) {
            // Whoever has the file alone needs no memory shared with others to leave the log's mode.
            script(
                "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA journal_mode = MEMORY;"
                "PRAGMA synchronous = OFF;");
            return;
        }
        claim_file();
        // The cache, in KiB, holds what the writing of a session touches.
        script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = FAST;"
               "PRAGMA wal_autocheckpoint = 1000; PRAGMA cache_size = -8000;");
        secure_log();
    }
    // What an earlier process left in the log is read, and yet may not be on the disk: its fsync never came,
    // or failed. It is copied back and synced before anybody is told of it, and the next commit begins the
    // log anew: behind frames that are not on the disk, nothing is found after a power cut.
    void secure_log() {
        sqlite3_busy_timeout(db_, patience_beside_others);
        SqliteStatement checkpoint{db_, "PRAGMA wal_checkpoint(RESTART)"};
        const bool done = checkpoint.step() && checkpoint.integer(0) == 0;
        sqlite3_busy_timeout(db_, patience);
        if (done) return;
        // Somebody is at work with it, so it was not taken over from the dead: an fsync is enough.
        sqlite3_file* log = nullptr;
        sqlite3_file_control(db_, "main", SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void*>(&log));
        if (log && log->pMethods && log->pMethods->xSync(log, SQLITE_SYNC_NORMAL) != SQLITE_OK)
            throw Failure{Fault::broken, "the log of the database cannot be synced"};
    }
    // Before anything is written: a file that is not ours stays as it is.
    void claim_file() {
        const auto id = first_integer("PRAGMA application_id");
        if (id == application_id) return;
        // Most programs leave no mark: then the file must be empty.
        if (id != 0 || first_integer("SELECT count(*) FROM sqlite_master") != 0)
            throw Failure{Fault::misuse, "this file belongs to another program"};
        script("PRAGMA application_id = " + std::to_string(application_id));
    }
    std::int64_t first_integer(const char* sql) {
        SqliteStatement statement{db_, sql};
        return statement.step() ? statement.integer(0) : 0;
    }

    sqlite3* db_ = nullptr;
    std::unordered_map<std::string, std::unique_ptr<SqliteStatement>, TextHash, std::equal_to<>> statements_;
};

} // namespace

std::unique_ptr<Connection> SqliteDatabase::open_writer() {
    return std::make_unique<SqliteConnection>(file_.string(), Use::write);
}

std::unique_ptr<Connection> SqliteDatabase::open_reader() {
    return std::make_unique<SqliteConnection>(file_.string(), Use::read);
}

std::unique_ptr<Connection> open_own_copy(const std::filesystem::path& file) {
    return std::make_unique<SqliteConnection>(file.string(), Use::own_copy);
}

std::unique_ptr<Connection> open_to_look(const std::filesystem::path& file) {
    // Without a log the file is all there is: said to SQLite, it neither locks nor makes anything beside it.
    const auto* how = has_log(file) ? "?mode=ro" : "?mode=ro&immutable=1";
    return std::make_unique<SqliteConnection>("file:" + escaped(std::filesystem::absolute(file)) + how,
                                              Use::look);
}

} // namespace interstate::store
