#include "program/data_folder.hpp"

#include "program/erasure_list.hpp"

#include "base/log.hpp"
#include "base/secret.hpp"
#include "content/content.hpp"
#include "features/identity/providers.hpp"
#include "features/identity/second_factor.hpp"
#include "features/identity/sign_in_codes.hpp"
#include "features/mail/mail.hpp"
#include "store/copies.hpp"
#include "store/journal.hpp"
#include "store/migrations.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace interstate {
namespace {

/// A copy may be of an earlier one, which is brought forward later.
constexpr int first_schema_with_codes = 12;
/// As it is now: nobody's folder stood at the one that had it first.
constexpr int first_schema_with_mail = 13;
constexpr int first_schema_with_second_factors = 14;
constexpr int first_schema_with_identities = 16;
/// Mail can wait for the operator from here on; in an older copy it ends.
constexpr int first_schema_with_held_mail = 22;

/// Takes the lock. `doctor` looks at it for a moment: that is waited for, another owner is not.
bool own(int lock) {
    constexpr int tries = 5;
    for (int i = 0; i < tries; ++i) {
        if (::flock(lock, LOCK_EX | LOCK_NB) == 0) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return false;
}

std::runtime_error cannot_write(const std::filesystem::path& path, int why) {
    const std::string what = "cannot write " + path.string() + ": " + std::strerror(why);
    return std::runtime_error{why == ENOSPC || why == EDQUOT
                                  ? what + ": free some space"
                                  : what + ": run this as its owner, chown it, or name another with --data"};
}

/// SQLite would open what cannot be written for reading, and the server would refuse every command.
void check_writable(const std::filesystem::path& path, const std::filesystem::path& database) {
    if (::access(path.c_str(), R_OK | W_OK | X_OK) != 0) throw cannot_write(path, errno);
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const std::filesystem::path file = database.string() + suffix;
        if (::access(file.c_str(), R_OK | W_OK) != 0 && errno != ENOENT) throw cannot_write(file, errno);
    }
}

/// Where a migration cannot read what it would have to move.
void settle_goals(store::Connection& connection) {
    connection.begin_write(); // an exception closes the connection, and with it the transaction
    store::Transaction tx{connection};
    content::settle_goals(tx, wall_clock());
    connection.commit();
}

} // namespace

std::string word_of_kind(DataKind kind) { return kind == DataKind::demonstration ? "demonstration" : "real"; }

DataFolder::DataFolder(std::filesystem::path path)
    : path_{std::move(path)}, database_{path_ / "interstate.db"} {
    std::error_code error;
    std::filesystem::create_directories(path_, error);
    if (error)
        throw std::runtime_error{"cannot make the data folder " + path_.string() + ": " + error.message()};
    ::chmod(path_.c_str(), 0700);
    lock_ = ::open((path_ / "owner.lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (lock_ < 0) throw cannot_write(path_, errno);
    if (!own(lock_))
        throw std::runtime_error{"another Interstate uses the data folder " + path_.string() +
                                 ": stop it first, or choose another folder with --data"};
    if (::ftruncate(lock_, 0) != 0) throw cannot_write(path_, errno); // where an earlier owner listened
    check_writable(path_, database_.file());
}

DataFolder::~DataFolder() {
    if (lock_ >= 0) ::close(lock_);
}

void DataFolder::say_where(const std::string& address, unsigned short port) {
    const auto place = address + " " + std::to_string(port);
    if (::ftruncate(lock_, 0) != 0 || ::pwrite(lock_, place.data(), place.size(), 0) < 0)
        throw cannot_write(path_, errno);
}

std::optional<std::string> served_at(const std::filesystem::path& data) {
    const int lock = ::open((data / "owner.lock").c_str(), O_RDONLY | O_CLOEXEC);
    if (lock < 0) return std::nullopt;
    const bool owned = ::flock(lock, LOCK_SH | LOCK_NB) != 0;
    std::array<char, 128> place{};
    const auto size = ::pread(lock, place.data(), place.size(), 0);
    ::close(lock);
    if (!owned || size <= 0) return std::nullopt;
    return std::string{place.data(), static_cast<std::size_t>(size)};
}

bool DataFolder::is_new() const { return !std::filesystem::exists(database_.file()); }

int DataFolder::migrate() {
    if (std::filesystem::exists(path_ / unfinished_restore))
        throw std::runtime_error{"a restore into " + path_.string() +
                                 " was not finished: run interstate restore again"};
    const bool fresh = is_new();
    const auto connection = database_.open_writer();
    const int before = store::schema_version(*connection);
    if (!fresh && before > 0 && before < store::migrations().back().number) {
        const auto copy =
            path_ / ("before-schema-" + std::to_string(store::migrations().back().number) + ".db");
        connection->copy_to(copy.string());
        log::info("copied_before_migration", {{"file", copy.string()}});
    }
    const int ran = store::migrate(*connection);
    store::Transaction tx{*connection};
    if (store::copy_made_at(tx)) { // somebody gave a copy the database's name, without `restore`
        begin_new_history(*connection);
        log::info("began_new_history", {{"why", "the database is a copy"}});
    }
    if (!fresh) settle_erasures(*connection, path_);
    settle_goals(*connection);
    return ran;
}

int begin_new_history(store::Connection& connection) {
    connection.begin_write();
    store::Transaction tx{connection};
    const auto now = wall_clock();
    store::adopt_copy(tx, Ulid::from(now, random_bytes()));
    const auto schema = store::schema_version(connection);
    if (schema >= first_schema_with_identities) identity::end_ways(tx);
    if (schema >= first_schema_with_codes) identity::end_codes(tx);
    if (schema >= first_schema_with_held_mail) {
        mail::hold_queued(tx, now);
        tx.run("DELETE FROM rounds"); // who was reminded since the copy was made is not reminded again
    } else if (schema >= first_schema_with_mail)
        mail::end_queued(tx, now);
    if (schema >= first_schema_with_second_factors) identity::end_used_codes(tx, now);
    const int held = schema >= first_schema_with_held_mail ? mail::count_held(tx) : 0;
    connection.commit();
    return held;
}

DataKind kind_in(store::Connection& connection) {
    store::Transaction tx{connection};
    const auto word = tx.row<std::string>("SELECT value FROM facts_of_store WHERE name = 'kind'");
    if (!word) throw std::runtime_error{"this database was never filled: run interstate init"};
    return *word == "demonstration" ? DataKind::demonstration : DataKind::real;
}

bool is_filled(const std::filesystem::path& data) {
    store::SqliteDatabase database{data / "interstate.db"};
    if (!std::filesystem::exists(database.file())) return false;
    const auto connection = database.open_writer();
    if (store::schema_version(*connection) == 0) return false;
    store::Transaction tx{*connection};
    return tx.any("SELECT 1 FROM facts_of_store WHERE name = 'kind'");
}

DataKind kind_of(const std::filesystem::path& data) {
    return kind_in(*store::SqliteDatabase{data / "interstate.db"}.open_reader());
}

void DataFolder::fill(DataKind kind) {
    const auto connection = database_.open_writer();
    connection->begin_write();
    try {
        store::Transaction tx{*connection};
        if (tx.any("SELECT 1 FROM facts_of_store WHERE name = 'kind'"))
            throw std::runtime_error{"the data folder " + path_.string() + " is filled already"};
        const auto now = wall_clock();
        tx.run("INSERT INTO facts_of_store (name, value) VALUES ('kind', ?)", word_of_kind(kind));
        store::set_epoch(tx, Ulid::from(now, random_bytes()));
        const auto context = content::LoadContext::at(now, random_secret());
        content::load_starting_content(tx, context);
        if (kind == DataKind::demonstration) content::load_demonstration(tx, context);
        connection->commit();
    } catch (...) {
        connection->rollback();
        throw;
    }
}

} // namespace interstate
