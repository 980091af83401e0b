// Copies of SQLite's files: made while others write, and looked at without a trace.
#include "store/sqlite/sqlite_copy.hpp"

#include "store/backends.hpp"

#include <fstream>
#include <set>

using namespace interstate;
using namespace interstate::tests;

namespace {

/// A database of some megabytes, so that a copy has several pieces.
class Filled {
  public:
    Filled() {
        const auto connection = database().open_writer();
        connection->script("CREATE TABLE numbers (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;");
        connection->begin_write();
        store::Transaction tx{*connection};
        const std::string text(1000, 'x');
        for (int n = 1; n <= 4000; ++n) tx.run("INSERT INTO numbers (n, text) VALUES (?, ?)", n, text);
        connection->commit();
    }
    store::SqliteDatabase database() const { return store::SqliteDatabase{file()}; }
    std::filesystem::path file() const { return folder_.path() / "interstate.db"; }
    std::filesystem::path copy() const {
        std::ofstream{folder_.path() / "copy.db"};
        return folder_.path() / "copy.db";
    }
    std::set<std::string> names() const {
        std::set<std::string> all;
        for (const auto& entry : std::filesystem::directory_iterator{folder_.path()})
            all.insert(entry.path().filename());
        return all;
    }

  private:
    TemporaryFolder folder_;
};

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::int64_t rows_in(store::Connection& connection) {
    store::Transaction tx{connection};
    return tx.row<std::int64_t>("SELECT count(*) FROM numbers").value();
}

} // namespace

TEST_CASE("a copy holds one moment, however often others commit while it is made") {
    const Filled filled;
    const auto copy = filled.copy();
    const auto writer = filled.database().open_writer();
    int pieces = 0;
    store::copy_while_written(filled.file(), copy, [&] {
        ++pieces;
        REQUIRE(pieces < 100); // it would begin again with each commit
        writer->begin_write();
        store::Transaction tx{*writer};
        // What was copied already changes too.
        tx.run("UPDATE numbers SET text = 'changed' WHERE n IN (?, ?)", pieces, 4000 - pieces);
        tx.run("INSERT INTO numbers (n, text) VALUES (?, 'late')", 5000 + pieces);
        writer->commit();
    });
    CHECK(pieces > 3);
    const auto connection = store::open_own_copy(copy);
    store::Transaction tx{*connection};
    CHECK(rows_in(*connection) == 4000);
    CHECK(!tx.any("SELECT 1 FROM numbers WHERE text IN ('changed', 'late')"));
    CHECK(connection->integrity().empty());
    CHECK(rows_in(*writer) == 4000 + pieces);
}

TEST_CASE("the log that grew meanwhile is worked off by whoever copied") {
    const Filled filled;
    const auto writer = filled.database().open_writer();
    writer->script("PRAGMA wal_autocheckpoint = 0");
    store::copy_while_written(filled.file(), filled.copy(), [&] {
        writer->begin_write();
        store::Transaction tx{*writer};
        tx.run("UPDATE numbers SET text = text || 'y'");
        writer->commit();
    });
    // A log that was worked off whole is begun anew by the next commit, so it no longer grows.
    const auto log = std::filesystem::file_size(filled.file().string() + "-wal");
    writer->script("UPDATE numbers SET text = text || 'z'");
    CHECK(std::filesystem::file_size(filled.file().string() + "-wal") == log);
}

TEST_CASE("a finished copy is one file that needs no other") {
    const Filled filled;
    const auto copy = filled.copy();
    store::copy_while_written(filled.file(), copy, [] {});
    {
        const auto connection = store::open_own_copy(copy);
        connection->begin_write();
        store::Transaction tx{*connection};
        tx.run("INSERT INTO numbers (n, text) VALUES (9999, 'mark')");
        connection->commit();
    }
    CHECK(filled.names() == std::set<std::string>{"copy.db", "interstate.db"});
    CHECK(bytes_of(copy).substr(18, 2) == "\1\1"); // no log: sqlite.org/fileformat.html, 1.3.3
    CHECK(rows_in(*store::open_to_look(copy)) == 4001);
}

TEST_CASE("looking changes no byte and leaves nothing beside it") {
    const Filled filled; // closed by its writer: in the log's mode, without a log
    CHECK(!store::has_log(filled.file()));
    const auto before = bytes_of(filled.file());
    {
        const auto connection = store::open_to_look(filled.file());
        CHECK(rows_in(*connection) == 4000);
        CHECK(connection->integrity().empty());
        CHECK(filled.names() == std::set<std::string>{"interstate.db"});
        store::Transaction tx{*connection};
        CHECK_THROWS_AS(tx.run("DELETE FROM numbers"), store::Failure);
    }
    const bool same = bytes_of(filled.file()) == before;
    CHECK(same);
}

TEST_CASE("looking beside a writer sees what is in its log") {
    const Filled filled;
    const auto writer = filled.database().open_writer();
    writer->script("INSERT INTO numbers (n, text) VALUES (5000, 'in the log')");
    CHECK(store::has_log(filled.file()));
    CHECK(rows_in(*store::open_to_look(filled.file())) == 4001);
}

TEST_CASE("looking at what is no database of ours is refused") {
    const Filled filled;
    const auto copy = filled.copy();
    CHECK_THROWS_WITH(store::open_to_look(copy), Catch::Contains("another program")); // empty
    std::ofstream{copy} << std::string(8192, 'x');
    CHECK_THROWS_AS(store::open_to_look(copy), store::Failure);
    CHECK_THROWS_AS(store::open_to_look(copy.string() + ".none"), store::Failure);
    CHECK(!std::filesystem::exists(copy.string() + ".none"));
}

TEST_CASE("a row that names none is complained of once for each table, with both names") {
    const Filled filled;
    const auto connection = filled.database().open_writer();
    connection->script("CREATE TABLE owned (n INTEGER NOT NULL REFERENCES numbers (n)) STRICT;"
                       "INSERT INTO owned VALUES (1), (2), (3);"
                       "PRAGMA foreign_keys = OFF; DELETE FROM numbers;");
    CHECK(connection->integrity() == "rows of owned name rows of numbers that are not there");
}
