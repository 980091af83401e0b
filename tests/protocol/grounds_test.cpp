// Whatever is read to decide who may come in and what they may follow is a ground: changing it, adding to it
// or removing it raises the number of the grounds (schema/sql/0011_grounds.sql).
#include "protocol/standing.hpp"

#include "store/grounds.hpp"

#include <sqlite3.h>

using namespace interstate;
using namespace interstate::tests;

namespace {

struct Cell {
    std::string table, column;
    auto operator<=>(const Cell&) const = default;
};

/// The columns that these statements read, as the database says when it prepares them.
std::set<Cell> read_by(const std::filesystem::path& file, const std::set<std::string>& statements) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    std::set<Cell> cells;
    const auto note = [](void* into, int action, const char* table, const char* column, const char*,
                         const char*) {
        if (action == SQLITE_READ && *column) static_cast<std::set<Cell>*>(into)->insert({table, column});
        return SQLITE_OK;
    };
    sqlite3_set_authorizer(database, note, &cells);
    for (const auto& sql : statements) {
        sqlite3_stmt* statement = nullptr;
        CHECK(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
        sqlite3_finalize(statement);
    }
    sqlite3_close(database);
    return cells;
}

/// A server to which somebody has come by each way and asked to follow a stream of each kind, from where it
/// stands.
class Watched : public Standing {
  public:
    Watched() {
        written([](store::Transaction& tx) {
            tx.run("INSERT INTO streams (name, head, floor) VALUES ('series/of-old', 7, 3)");
            tx.run("INSERT INTO second_factors (person, secret, made_at, confirmed_at, last_step)"
                   " SELECT id, 'S', 0, 1, 0 FROM people LIMIT 1");
            tx.run(
                "INSERT INTO scoped_role_grants (id, collaborative, person, role, scope, subject, granted_by,"
                " granted_at) SELECT s.series || p.id, c.id, p.id, 'partner', 'series', s.series, p.id, 1"
                " FROM collaboratives c, people p, participations s LIMIT 1");
        });
    }
    std::set<Cell> decided_by() {
        const auto script = token(member);
        for (const auto& headers : {as(secret), {{"authorization", "Bearer " + script}}}) {
            auto come = open(headers);
            REQUIRE(come);
            const std::string epoch = next(**come)["epoch"];
            for (const auto& stream : streams()) {
                const auto head = one<std::int64_t>(
                    "SELECT coalesce((SELECT head FROM streams WHERE name = ?), 0)", stream.name());
                (*come)->receive(
                    Json{{"t", "follow"}, {"stream", stream.name()}, {"epoch", epoch}, {"after", head}}
                        .dump());
                const auto end = next(**come)["t"];
                CHECK((end == "live" || end == "unfollowed"));
            }
            server.closed(*come);
        }
        const auto statements = recording.read();
        REQUIRE(statements.size() > 8);
        return read_by(database().file(), statements);
    }
    /// What the number rises by when `sql` is run, which is not kept.
    std::int64_t raised_by(const std::string& sql) {
        const auto connection = database().open_writer();
        connection->script("PRAGMA foreign_keys = OFF");
        connection->begin_write();
        store::Transaction tx{*connection};
        const auto before = store::grounds(tx).value();
        const auto changed = tx.run(sql);
        const auto after = store::grounds(tx).value();
        connection->rollback();
        INFO(sql);
        CHECK(changed > 0);
        return after - before;
    }

  private:
    std::vector<Stream> streams() {
        const auto of = [&](StreamKind kind, const char* sql) { return Stream{kind, one<Ulid>(sql)}; };
        const char* any_collaborative = "SELECT id FROM collaboratives";
        const char* any_meeting = "SELECT id FROM meetings WHERE series IS NOT NULL AND state <> 'draft'";
        return {of(StreamKind::extended, any_collaborative),
                of(StreamKind::collaborative, any_collaborative),
                of(StreamKind::staff, any_collaborative),
                of(StreamKind::series, "SELECT id FROM series WHERE state <> 'draft'"),
                of(StreamKind::meeting, any_meeting),
                of(StreamKind::present, any_meeting),
                of(StreamKind::hosts, any_meeting),
                of(StreamKind::moderators, "SELECT id FROM series WHERE state <> 'draft'"),
                of(StreamKind::organisation, "SELECT id FROM organisations"),
                {StreamKind::person, member}};
    }
};

/// A new one is nobody's yet, and a stream's row is made by its first event. Nobody writes REPLACE here
/// (schema/sql/README.md).
const std::set<std::string> new_rows_decide_nothing{"people", "collaboratives", "organisations",
                                                    "series", "meetings",       "streams"};

/// Not grounds: the news itself, whose bytes never change and which floors end; a head, which every event
/// moves; the number; and when a token was shown last, which is told to its person and decides nothing.
bool is_no_ground(const Cell& cell) {
    return cell.table == "journal" || cell == Cell{"streams", "head"} || cell.table == "grounds" ||
           cell == Cell{"api_tokens", "used_at"};
}

} // namespace

TEST_CASE("whatever decides who comes in and what they follow is a ground") {
    Watched house;
    const auto decided_by = house.decided_by();
    std::set<std::string> tables;
    for (const auto& cell : decided_by) {
        if (is_no_ground(cell)) continue;
        INFO(cell.table << "." << cell.column);
        // A login that is used goes on: only backwards does it end sooner.
        const auto value = cell == Cell{"sign_ins", "used_at"} ? "used_at - 1" : cell.column;
        CHECK(house.raised_by("UPDATE " + cell.table + " SET " + cell.column + " = " + value) > 0);
        tables.insert(cell.table);
    }
    CHECK(tables.contains("people"));
    CHECK(tables.contains("role_grants"));
    CHECK(tables.contains("participations"));
    for (const auto& table : tables) {
        INFO(table);
        CHECK(house.raised_by("DELETE FROM " + table) > 0);
        if (!new_rows_decide_nothing.contains(table))
            CHECK(house.raised_by("INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table) > 0);
    }
}

TEST_CASE("talking, meeting and using a login raise nothing") {
    Watched house;
    for (const char* sql :
         {"UPDATE streams SET head = head + 1", "UPDATE sign_ins SET used_at = used_at + 1",
          "UPDATE people SET seen_at = 1, theme = 'dark'", "UPDATE meetings SET title = 'T'",
          "UPDATE series SET title = 'T', revision = revision + 1",
          "INSERT INTO streams (name, head, floor) VALUES ('series/x', 1, 0)"})
        CHECK(house.raised_by(sql) == 0);
}

TEST_CASE("a change that is rolled back raises nothing") {
    Watched house;
    const auto number = [&] {
        return house.seen([](store::Transaction& tx) { return store::grounds(tx).value(); });
    };
    const auto before = number();
    CHECK(house.raised_by("UPDATE people SET active = 0") > 0);
    CHECK(number() == before);
    house.written([](store::Transaction& tx) { tx.run("UPDATE people SET active = 0"); });
    CHECK(number() > before);
}
