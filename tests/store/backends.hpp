#pragma once
// The backends that the contract is held against, and a database that fails when it is told to.
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"
#include "support/catch.hpp"
#include "support/passing_connection.hpp"
#include "support/temporary_folder.hpp"

#include <atomic>

namespace interstate::tests {

/// A new, migrated database of one backend, gone with this object. A second backend is a second class with
/// the same members, named in INTERSTATE_BACKENDS.
class SqliteBackend {
  public:
    SqliteBackend() { store::migrate(*database_.open_writer()); }
    store::Database& database() { return database_; }
    /// Where a copy of it can be written.
    [[nodiscard]] std::string free_path() const { return (folder_.path() / "copy.db").string(); }
    /// A database made by `copy_to`.
    static std::unique_ptr<store::Database> opened(const std::string& path) {
        return std::make_unique<store::SqliteDatabase>(path);
    }

  private:
    TemporaryFolder folder_;
    store::SqliteDatabase database_{folder_.path() / "interstate.db"};
};

#define INTERSTATE_BACKENDS interstate::tests::SqliteBackend

/// What the next COMMIT of a writing connection does.
enum class NextCommit { sound, fails_undone, fails_done };

/// Passes everything on, counts, and breaks a COMMIT on demand: before it happened, or after.
class FaultyDatabase : public store::Database {
  public:
    explicit FaultyDatabase(store::Database& real) : real_{real} {}
    std::unique_ptr<store::Connection> open_writer() override {
        if (refuse_to_open) throw store::Failure{store::Fault::broken, "the test refuses to open"};
        ++opened;
        return std::make_unique<Breaking>(real_.open_writer(), *this);
    }
    std::unique_ptr<store::Connection> open_reader() override {
        ++opened;
        return real_.open_reader();
    }

    std::atomic<NextCommit> next_commit = NextCommit::sound;
    std::atomic<bool> refuse_to_open = false;
    /// As when another process holds the lock.
    std::atomic<bool> refuse_to_begin = false;
    /// How often that was asked for in vain.
    std::atomic<int> begun_in_vain = 0;
    std::atomic<int> opened = 0;
    std::atomic<int> commits = 0;

  private:
    class Breaking : public PassingConnection {
      public:
        Breaking(std::unique_ptr<store::Connection> connection, FaultyDatabase& owner)
            : PassingConnection{std::move(connection)}, owner_{owner} {}
        void begin_write() override {
            if (owner_.refuse_to_begin) {
                ++owner_.begun_in_vain;
                throw store::Failure{store::Fault::busy, "the test holds the lock"};
            }
            real().begin_write();
        }
        void commit() override {
            const auto how = owner_.next_commit.exchange(NextCommit::sound);
            if (how != NextCommit::fails_undone) {
                real().commit();
                ++owner_.commits;
            }
            if (how != NextCommit::sound)
                throw store::Failure{store::Fault::broken, "the test broke this COMMIT"};
        }

      private:
        FaultyDatabase& owner_;
    };
    store::Database& real_;
};

/// Runs `body` in a transaction of its own and commits it.
template <class Body>
auto written(store::Database& database, const Body& body) {
    const auto connection = database.open_writer();
    connection->begin_write();
    store::Transaction tx{*connection};
    if constexpr (std::is_void_v<decltype(body(tx))>) {
        body(tx);
        connection->commit();
    } else {
        auto value = body(tx);
        connection->commit();
        return value;
    }
}

/// Runs `body` in a read transaction of its own.
template <class Body>
auto seen(store::Database& database, const Body& body) {
    const auto connection = database.open_reader();
    connection->begin_read();
    store::Transaction tx{*connection};
    auto value = body(tx);
    connection->rollback();
    return value;
}

} // namespace interstate::tests
