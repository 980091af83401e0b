// Who comes back is recognised from memory, and each way in which somebody's access ends or changes between
// two connections is seen by the next one, whoever wrote it.
#include "protocol/standing.hpp"

#include "store/journal.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

class Returning : public Standing {
  public:
    using Headers = std::multimap<std::string, std::string>;

    /// The greeting, or what came instead.
    std::expected<Json, int> greeted(const Headers& headers) {
        auto got = open(headers);
        if (!got) return std::unexpected(got.error().status);
        auto greeting = next(**got);
        server.closed(*got);
        return greeting;
    }
    /// How many reads it took.
    int reads_for(const Headers& headers) {
        const int before = recording.reads;
        CHECK(greeted(headers));
        return recording.reads - before;
    }
    /// Twice: the first one makes the acquaintance, the second is let in by it.
    void is_known(const Headers& headers) {
        REQUIRE(greeted(headers));
        REQUIRE(reads_for(headers) == 0);
    }
    void change(const std::string& sql) {
        written([&](store::Transaction& tx) { REQUIRE(tx.run(sql) > 0); });
    }
    Headers by_token() { return {{"authorization", "Bearer " + script}}; }

    std::string script = token(member);
};

} // namespace

TEST_CASE("who comes back is let in from memory, by login and by token, and told what time it is now") {
    Returning house;
    CHECK(house.reads_for(house.as(house.secret)) == 1);
    CHECK(house.reads_for(house.as(house.secret)) == 0);
    CHECK(house.reads_for(house.by_token()) == 1);
    CHECK(house.reads_for(house.by_token()) == 0);
    auto first = house.greeted(house.as(house.secret)), again = house.greeted(house.as(house.secret));
    REQUIRE((first && again));
    CHECK((*again)["now"] >= (*first)["now"]);
    first->erase("now");
    again->erase("now");
    CHECK(*first == *again);
    const auto me = house.ask(house.request("GET", "/api/me", house.as(house.secret)));
    CHECK(Json::parse(me.body)["person"] == house.member.str());
}

TEST_CASE("what is shown otherwise, or is nobody's, is not let in because something like it is known") {
    Returning house;
    house.is_known(house.as(house.secret));
    house.is_known(house.by_token());
    CHECK(house.greeted(house.as(house.script)).error() == 401);
    CHECK(house.greeted({{"authorization", "Bearer " + house.secret}}).error() == 401);
    CHECK(house.greeted(house.as(house.secret + "x")).error() == 401);
    CHECK(house.greeted({{"cookie", "interstate_8080=" + house.secret}}).error() == 403);
}

TEST_CASE("a login that ended lets nobody in, however it ended") {
    const std::vector<std::pair<std::string, std::string>> ways{
        {"its row is gone", "DELETE FROM sign_ins WHERE person = '%'"},
        {"all of the person's are", "DELETE FROM sign_ins"},
        {"it was left unused", "UPDATE sign_ins SET used_at = 0 WHERE person = '%'"},
        {"it is too old", "UPDATE sign_ins SET started_at = 0 WHERE person = '%'"},
        {"its secret is another", "UPDATE sign_ins SET secret_hash = 'other' || secret_hash"},
        {"it was written anew",
         "INSERT OR REPLACE INTO sign_ins (secret_hash, person, started_at, used_at, agent, shared) SELECT "
         "secret_hash, person, 0, 0, agent, shared FROM sign_ins"},
        {"its person left", "UPDATE people SET active = 0 WHERE id = '%'"},
    };
    for (const auto& [way, sql] : ways) {
        INFO(way);
        Returning house;
        house.is_known(house.as(house.secret));
        auto named = sql;
        if (const auto at = named.find('%'); at != named.npos) named.replace(at, 1, house.member.str());
        house.change(named);
        const auto after = house.greeted(house.as(house.secret));
        REQUIRE(!after);
        CHECK(after.error() == 401);
        CHECK(house.ask(house.request("GET", "/api/me", house.as(house.secret))).status == 401);
    }
}

TEST_CASE("a token that ended lets nobody in, however it ended") {
    for (const char* sql : {"DELETE FROM api_tokens", "UPDATE api_tokens SET expires_at = 1",
                            "UPDATE api_tokens SET secret_hash = 'other'", "UPDATE people SET active = 0",
                            "INSERT OR REPLACE INTO api_tokens SELECT secret_hash, person, name, 0, 0, "
                            "scopes, 0 FROM api_tokens"}) {
        INFO(sql);
        Returning house;
        house.is_known(house.by_token());
        house.change(sql);
        const auto after = house.greeted(house.by_token());
        REQUIRE(!after);
        CHECK(after.error() == 401);
    }
}

TEST_CASE("who signed out is forgotten by the time they hear of it") {
    Returning house;
    const auto other = house.sign_in(house.member);
    house.is_known(house.as(house.secret));
    house.is_known(house.as(other));
    CHECK(house.ask(house.request("POST", "/sign-out", house.as(house.secret))).status == 303);
    CHECK(house.greeted(house.as(house.secret)).error() == 401);
    CHECK(house.greeted(house.as(other)));
}

TEST_CASE("a secret that is somebody else's now lets in somebody else") {
    Returning house;
    house.is_known(house.as(house.secret));
    house.change("UPDATE sign_ins SET person = (SELECT id FROM people WHERE id <> '" + house.member.str() +
                 "' AND active = 1 ORDER BY id LIMIT 1)");
    CHECK((*house.greeted(house.as(house.secret)))["person"] != house.member.str());
}

TEST_CASE("the greeting says what is so now: names, seats, the epoch") {
    Returning house;
    const auto greeting = [&] { return house.greeted(house.as(house.secret)).value(); };
    house.is_known(house.as(house.secret));
    house.change("UPDATE collaboratives SET name = 'Renamed', slug = 'renamed'");
    CHECK(greeting()["collaboratives"][0]["name"] == "Renamed");
    CHECK(greeting()["collaboratives"][0]["slug"] == "renamed");
    const auto fresh = Ulid::from(wall_clock(), random_bytes());
    house.written([&](store::Transaction& tx) { store::set_epoch(tx, fresh); });
    CHECK(greeting()["epoch"] == fresh.str());
    house.change("DELETE FROM role_grants WHERE person = '" + house.member.str() + "'");
    house.change("DELETE FROM seats WHERE person = '" + house.member.str() + "'");
    CHECK(greeting()["collaboratives"].empty());
    house.change("UPDATE facts_of_store SET value = 'real' WHERE name = 'kind'");
    CHECK(greeting()["demonstration"] == false);
}

TEST_CASE("what takes nothing away is no reason to forget") {
    Returning house;
    house.is_known(house.as(house.secret));
    house.sign_in(house.member);
    house.token(house.member);
    house.change("UPDATE people SET seen_at = 5, zone = 'UTC'");
    house.change("UPDATE sign_ins SET used_at = used_at + 1");
    house.change("INSERT INTO streams (name, head, floor) VALUES ('series/x', 1, 0)");
    house.change("UPDATE streams SET head = head + 1");
    house.change("UPDATE meetings SET title = 'Another', link = 'x'");
    CHECK(house.reads_for(house.as(house.secret)) == 0);
}

TEST_CASE("a login in use is written down as such, from memory too, and once") {
    Returning house;
    const auto used_at = [&] {
        return house.one<std::int64_t>("SELECT used_at FROM sign_ins WHERE secret_hash = ?",
                                       secret_hash(house.secret));
    };
    const auto long_ago = wall_clock() - std::chrono::hours{1};
    house.change("UPDATE sign_ins SET used_at = " + std::to_string(long_ago.ms));
    CHECK(house.reads_for(house.as(house.secret)) == 1);
    house.until([&] { return used_at() > long_ago.ms; });
    const auto touched = used_at();
    CHECK(house.reads_for(house.as(house.secret)) == 0);
    CHECK(used_at() == touched);
}

TEST_CASE("where grounds are not counted, nobody is let in by memory") {
    Returning house;
    house.is_known(house.as(house.secret));
    house.change("DELETE FROM grounds");
    const auto after = house.greeted(house.as(house.secret));
    REQUIRE(!after);
    CHECK(after.error() == 503);
}

TEST_CASE("more callers than one portion are all answered, the known and the strangers") {
    Returning house;
    constexpr int callers = 200;
    int in = 0, refused = 0;
    for (int i = 0; i < callers; ++i)
        house.server.open(
            house.request("GET", "/api/live", house.as(i % 2 == 0 ? house.secret : "not a secret")),
            [&](auto got) {
                got ? ++in : ++refused;
                if (got) house.server.closed(*got);
            });
    house.until([&] { return in + refused == callers; });
    CHECK(in == callers / 2);
}
