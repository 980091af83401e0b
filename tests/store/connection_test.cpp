// The door itself: transactions, words for what went wrong, values in columns, copies, migrations.
#include "store/backends.hpp"
#include "store/due_items.hpp"

#include <limits>

using namespace interstate;
using namespace interstate::tests;

namespace {

/// A table of every kind of constraint.
constexpr const char* tables =
    "CREATE TABLE parents (id TEXT NOT NULL PRIMARY KEY) STRICT;"
    "CREATE TABLE children (id TEXT NOT NULL PRIMARY KEY, parent TEXT REFERENCES parents (id),"
    " age INTEGER NOT NULL CHECK (age > 0), name TEXT UNIQUE) STRICT;";

template <class Body>
store::Fault fault_of(const Body& body) {
    try {
        body();
    } catch (const store::Failure& failure) {
        return failure.fault();
    }
    FAIL("nothing was thrown");
    return {};
}

template <class T>
T there_and_back(store::Transaction& tx, const T& value) {
    tx.run("DELETE FROM values_of_tests");
    tx.run("INSERT INTO values_of_tests (value) VALUES (?)", value);
    return tx.row<T>("SELECT value FROM values_of_tests").value();
}

} // namespace

TEMPLATE_TEST_CASE("what was committed is there for others, what was rolled back is not", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    const auto connection = backend.database().open_writer();
    const auto count = [&] {
        return seen(backend.database(), [](store::Transaction& tx) {
            return tx.row<int>("SELECT count(*) FROM due_items").value();
        });
    };
    store::Transaction tx{*connection};
    connection->begin_write();
    store::leave_due(tx, {{1}, "a", {}});
    CHECK(count() == 0);
    connection->commit();
    CHECK(count() == 1);
    connection->begin_write();
    store::leave_due(tx, {{2}, "a", {}});
    connection->rollback();
    connection->rollback(); // twice is harmless
    CHECK(count() == 1);
}

TEMPLATE_TEST_CASE("what a constraint refuses has the same word on every backend", "", INTERSTATE_BACKENDS) {
    TestType backend;
    const auto connection = backend.database().open_writer();
    connection->script(tables);
    store::Transaction tx{*connection};
    tx.run("INSERT INTO parents (id) VALUES ('p')");
    tx.run("INSERT INTO children (id, parent, age, name) VALUES ('c', 'p', 1, 'Ana')");
    using store::Fault;
    CHECK(fault_of([&] { tx.run("INSERT INTO parents (id) VALUES ('p')"); }) == Fault::unique);
    CHECK(fault_of([&] { tx.run("INSERT INTO children (id, age, name) VALUES ('d', 1, 'Ana')"); }) ==
          Fault::unique);
    CHECK(fault_of([&] { tx.run("INSERT INTO children (id, parent, age) VALUES ('d', 'nobody', 1)"); }) ==
          Fault::constraint);
    CHECK(fault_of([&] { tx.run("INSERT INTO children (id, age) VALUES ('d', 0)"); }) == Fault::constraint);
    CHECK(fault_of([&] { tx.run("INSERT INTO children (id) VALUES ('d')"); }) == Fault::constraint);
    CHECK(fault_of([&] { tx.run("DELETE FROM parents WHERE id = 'p'"); }) == Fault::constraint);
    CHECK(fault_of([&] { tx.run("INSERT INTO children (id, age) VALUES ('d', 'old')"); }) ==
          Fault::constraint);
    CHECK(fault_of([&] { tx.run("SELECT FROM WHERE"); }) == Fault::misuse);
    CHECK(fault_of([&] { tx.run("SELECT 1", 2); }) == Fault::misuse);
    CHECK(fault_of([&] { tx.run("SELECT \"not a column\""); }) == Fault::misuse);
    // And the connection goes on.
    tx.run("INSERT INTO children (id, age) VALUES ('d', 2)");
    CHECK(tx.row<int>("SELECT count(*) FROM children") == 2);
}

TEMPLATE_TEST_CASE("values come back as they went in", "", INTERSTATE_BACKENDS) {
    TestType backend;
    const auto connection = backend.database().open_writer();
    connection->script("CREATE TABLE values_of_tests (value ANY) STRICT;");
    store::Transaction tx{*connection};
    const auto id = Ulid::from({123456}, {1, 2, 3});
    CHECK(there_and_back(tx, id) == id);
    CHECK(there_and_back(tx, true));
    CHECK(there_and_back(tx, std::numeric_limits<std::int64_t>::min()) ==
          std::numeric_limits<std::int64_t>::min());
    CHECK(there_and_back(tx, std::numeric_limits<std::int64_t>::max()) ==
          std::numeric_limits<std::int64_t>::max());
    CHECK(there_and_back(tx, Instant{-5}) == Instant{-5});
    CHECK(there_and_back(tx, std::string{"’s “Zürich” 🎉"}) == "’s “Zürich” 🎉");
    CHECK(there_and_back(tx, std::string{"a\0b", 3}) == std::string("a\0b", 3));
    CHECK(there_and_back(tx, CivilDate{"2026-11-24"}) == CivilDate{"2026-11-24"});
    CHECK(there_and_back(tx, LocalTime{"2026-11-24T13:00"}) == LocalTime{"2026-11-24T13:00"});
    CHECK(there_and_back(tx, ZoneName{"Pacific/Honolulu"}) == ZoneName{"Pacific/Honolulu"});
    CHECK(there_and_back(tx, Stream{StreamKind::hosts, id}) == Stream{StreamKind::hosts, id});
    CHECK(there_and_back(tx, StreamKind::organisation) == StreamKind::organisation);
    CHECK(there_and_back(tx, std::vector<int>{3, -1, 4}) == std::vector<int>{3, -1, 4});
    CHECK(there_and_back(tx, std::vector<Ulid>{}).empty());
    CHECK(there_and_back(tx, std::vector<std::string>{"OH", "UT"}) == std::vector<std::string>{"OH", "UT"});
    CHECK(there_and_back(tx, std::optional<Instant>{}) == std::nullopt);
    CHECK(there_and_back(tx, std::optional<Instant>{{7}}) == Instant{7});
}

TEMPLATE_TEST_CASE("an empty text is not nothing", "", INTERSTATE_BACKENDS) {
    TestType backend;
    const auto connection = backend.database().open_writer();
    store::Transaction tx{*connection};
    CHECK(tx.row<bool>("SELECT ? IS NULL", std::string_view{}) == false);
    CHECK(tx.row<bool>("SELECT ? IS NULL", std::string{}) == false);
    CHECK(tx.row<bool>("SELECT ? IS NULL", std::optional<std::string>{}) == true);
}

TEMPLATE_TEST_CASE("values are never part of the SQL", "", INTERSTATE_BACKENDS) {
    TestType backend;
    const auto connection = backend.database().open_writer();
    store::Transaction tx{*connection};
    const std::string nasty = "'; DROP TABLE due_items; --";
    store::leave_due(tx, {{1}, nasty, {}});
    CHECK(store::due_until(tx, {1}, 1).at(0).kind == nasty);
}

TEMPLATE_TEST_CASE("a column that holds what its type cannot is damage, not a value", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    const auto connection = backend.database().open_writer();
    store::Transaction tx{*connection};
    using store::Fault;
    CHECK(fault_of([&] { tx.row<Ulid>("SELECT 'short'"); }) == Fault::broken);
    CHECK(fault_of([&] { tx.row<StreamKind>("SELECT 'nowhere'"); }) == Fault::broken);
    CHECK(fault_of([&] { tx.row<Stream>("SELECT 'series/short'"); }) == Fault::broken);
    CHECK(fault_of([&] { tx.row<Text<1, 3>>("SELECT 'four'"); }) == Fault::broken);
    CHECK(fault_of([&] { tx.row<std::vector<Ulid>>("SELECT 'a b'"); }) == Fault::broken);
}

TEMPLATE_TEST_CASE("a query with other columns than its struct is our mistake", "", INTERSTATE_BACKENDS) {
    TestType backend;
    const auto connection = backend.database().open_writer();
    store::Transaction tx{*connection};
    struct Pair {
        int a = 0;
        int b = 0;
    };
    CHECK(tx.row<Pair>("SELECT 1, 2")->b == 2);
    CHECK(fault_of([&] { tx.row<Pair>("SELECT 1"); }) == store::Fault::misuse);
    CHECK(fault_of([&] { tx.row<Pair>("SELECT 1, 2, 3"); }) == store::Fault::misuse);
}

TEMPLATE_TEST_CASE("a copy is complete and sound, also while others write", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) { store::leave_due(tx, {{1}, "a", {}}); });
    const auto writer = backend.database().open_writer();
    writer->begin_write();
    store::Transaction open{*writer};
    store::leave_due(open, {{2}, "b", {}});
    backend.database().open_reader()->copy_to(backend.free_path());
    writer->commit();
    const auto copy = TestType::opened(backend.free_path());
    CHECK(copy->open_writer()->integrity() == "");
    CHECK(seen(*copy, [](store::Transaction& tx) {
              return tx.row<int>("SELECT count(*) FROM due_items").value();
          }) == 1);
}

TEMPLATE_TEST_CASE("a sound database has no complaints; one with a broken reference says which table", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    const auto connection = backend.database().open_writer();
    CHECK(connection->integrity() == "");
    connection->script(tables);
    connection->script(
        "PRAGMA foreign_keys = OFF; INSERT INTO children (id, parent, age) VALUES ('c', 'nobody', 1);");
    CHECK(connection->integrity().find("children") != std::string::npos);
}

TEMPLATE_TEST_CASE("migrations run once, in order", "", INTERSTATE_BACKENDS) {
    TestType backend;
    const auto connection = backend.database().open_writer();
    CHECK(store::schema_version(*connection) == store::migrations().back().number);
    CHECK(store::migrate(*connection) == 0);
    int expected = 0;
    for (const auto& migration : store::migrations()) CHECK(migration.number == ++expected);
}

TEMPLATE_TEST_CASE("a database that is newer than the program is refused and left as it is", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    const auto connection = backend.database().open_writer();
    const auto newer = store::migrations().back().number + 1;
    store::Transaction tx{*connection};
    tx.run("INSERT INTO schema_versions (number, name) VALUES (?, 'from the future')", newer);
    CHECK_THROWS_WITH(store::migrate(*connection), Catch::Contains("newer"));
    CHECK(store::schema_version(*connection) == newer);
}
