// What only SQLite has: a file that may belong to somebody else, and how it is opened.
#include "store/backends.hpp"

#include <fstream>

using namespace interstate;
using namespace interstate::tests;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

} // namespace

TEST_CASE("a file of another program is refused and not touched") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "interstate.db";
    {
        // Made through our own door, then made somebody else's.
        const auto connection = store::SqliteDatabase{file}.open_writer();
        connection->script(
            "CREATE TABLE theirs (id INTEGER); PRAGMA journal_mode = DELETE; PRAGMA application_id = 7;");
    }
    const auto before = bytes_of(file);
    CHECK_THROWS_WITH(store::SqliteDatabase{file}.open_writer(), Catch::Contains("another program"));
    const bool untouched = bytes_of(file) == before;
    CHECK(untouched);
}

TEST_CASE("a file with tables and no mark of anybody is not ours either") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "interstate.db";
    {
        const auto connection = store::SqliteDatabase{file}.open_writer();
        connection->script(
            "CREATE TABLE theirs (id INTEGER); PRAGMA journal_mode = DELETE; PRAGMA application_id = 0;");
    }
    const auto before = bytes_of(file);
    CHECK_THROWS_WITH(store::SqliteDatabase{file}.open_writer(), Catch::Contains("another program"));
    const bool untouched = bytes_of(file) == before;
    CHECK(untouched);
}

TEST_CASE("a file that is no database is refused") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "interstate.db";
    std::ofstream{file} << std::string(4096, 'x');
    CHECK_THROWS_AS(store::SqliteDatabase{file}.open_writer(), store::Failure);
}

TEST_CASE("the file is opened as the design says") {
    const TemporaryFolder folder;
    const auto connection = store::SqliteDatabase{folder.path() / "interstate.db"}.open_writer();
    store::Transaction tx{*connection};
    CHECK(tx.row<std::string>("PRAGMA journal_mode") == "wal");
    CHECK(tx.row<int>("PRAGMA synchronous") == 2); // FULL
    CHECK(tx.row<int>("PRAGMA foreign_keys") == 1);
    CHECK(tx.row<int>("PRAGMA trusted_schema") == 0);
    CHECK(tx.row<int>("PRAGMA application_id") == store::application_id);
}

TEST_CASE("a reader of a file that is not there says so instead of making one") {
    const TemporaryFolder folder;
    CHECK_THROWS_AS(store::SqliteDatabase{folder.path() / "none.db"}.open_reader(), store::Failure);
    CHECK(!std::filesystem::exists(folder.path() / "none.db"));
}
