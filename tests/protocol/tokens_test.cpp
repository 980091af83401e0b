// Tokens that people make: what each is for, shown once, never wider than the person, over at once.
#include "protocol/standing.hpp"

using namespace interstate;
using namespace interstate::tests;
using identity::Scope;
using identity::Scopes;

namespace {

class Scripting : public Standing {
  public:
    std::string token_for(std::initializer_list<Scope> scopes) {
        const auto fresh = random_secret();
        Scopes all;
        for (const auto scope : scopes) all.add(scope);
        written([&](store::Transaction& tx) {
            identity::make_token(tx, member, secret_hash(fresh), "test", wall_clock(),
                                 wall_clock() + Millis{std::chrono::hours{1}}, all);
        });
        return fresh;
    }
    static std::multimap<std::string, std::string> by(const std::string& token) {
        return {{"authorization", "Bearer " + token}};
    }
    static std::string fresh_id() { return Ulid::from(wall_clock(), random_bytes()).str(); }
    app::Response does(const std::string& token, const std::string& name, const Json& body) {
        return ask(request("POST", "/api/commands/" + name, by(token),
                           Json{{"id", fresh_id()}, {"body", body}}.dump()));
    }
    app::Response reads(const std::string& token) {
        auto query = request("GET", "/api/queries/affiliations", by(token));
        query.query = {{"person", member.str()}, {"collaborative", collaborative.str()}};
        return ask(std::move(query));
    }
    Json settings(const char* theme) { return {{"theme", theme}}; }
    Json topic() {
        return {{"anchor", "topic"}, {"anchor_id", series.str()}, {"title", "T"}, {"text", "By a script"}};
    }
    static std::string code_of(const app::Response& response) {
        return Json::parse(response.body).value("code", "");
    }
    app::Response form(const std::string& body) {
        return ask(request("POST", "/sign-ins/tokens", as(secret), body));
    }
    /// The secret on the page that shows it.
    static std::string shown(const std::string& page) {
        const std::string mark = "id=\"token\">";
        const auto at = page.find(mark);
        REQUIRE(at != page.npos);
        return page.substr(at + mark.size(), 43);
    }
    CollaborativeId collaborative =
        one<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ?", member);
    SeriesId series = one<SeriesId>("SELECT p.series FROM participations p JOIN seats s ON s.organisation ="
                                    " p.organisation JOIN series e ON e.id = p.series WHERE s.person = ?"
                                    " AND e.state = 'running' LIMIT 1",
                                    member);
};

} // namespace

TEST_CASE("a token does by request what it is for, and nothing else") {
    Scripting house;
    const auto reading = house.token_for({Scope::read}), posting = house.token_for({Scope::post});
    CHECK(house.reads(reading).status == 200);
    CHECK(house.reads(posting).status == 403);
    CHECK(Scripting::code_of(house.reads(posting)) == "out_of_scope");
    CHECK(house.does(posting, "start_thread", house.topic()).status == 200);
    const auto before = house.one<int>("SELECT count(*) FROM posts");
    const auto refused = house.does(reading, "start_thread", house.topic());
    CHECK(refused.status == 403);
    CHECK(Scripting::code_of(refused) == "out_of_scope");
    CHECK(Scripting::code_of(house.does(posting, "change_settings", house.settings("dark"))) ==
          "out_of_scope");
    CHECK(house.one<int>("SELECT count(*) FROM posts") == before);
    CHECK(house.ask(house.request("GET", "/api/export/steps.csv", Scripting::by(posting))).status == 403);
    CHECK(house.ask(house.request("GET", "/api/export/steps.csv", Scripting::by(reading))).status == 200);
    CHECK(house.ask(house.request("POST", "/api/export/my-data.json", Scripting::by(posting))).status == 403);
    CHECK(house.ask(house.request("GET", "/api/me", Scripting::by(posting))).status == 200);
}

TEST_CASE("so too on a live connection: commands, queries, streams, and being in a room") {
    Scripting house;
    const auto meeting = house.one<MeetingId>(
        "SELECT id FROM meetings WHERE series = ? AND state = 'announced' LIMIT 1", house.series);
    const auto heard = [&](const std::string& token, const Json& frame) {
        const auto met = house.open(Scripting::by(token));
        REQUIRE(met);
        CHECK(house.next(**met)["t"] == "greeting");
        (*met)->receive(frame.dump());
        const auto answer = house.next(**met);
        house.server.closed(*met);
        return answer;
    };
    const auto follow = [](const Stream& stream) { return Json{{"t", "follow"}, {"stream", stream.name()}}; };
    const Json command{{"t", "command"},
                       {"id", Scripting::fresh_id()},
                       {"name", "change_settings"},
                       {"body", house.settings("dark")}};
    const Json query{
        {"t", "query"},
        {"id", "q1"},
        {"name", "affiliations"},
        {"body", {{"person", house.member.str()}, {"collaborative", house.collaborative.str()}}}};
    const Stream own{StreamKind::person, house.member}, room{StreamKind::present, meeting};
    const auto reading = house.token_for({Scope::read}), managing = house.token_for({Scope::manage});
    CHECK(heard(reading, command)["code"] == "out_of_scope");
    CHECK(heard(reading, command)["id"] == command["id"]);
    CHECK(heard(managing, command)["t"] == "ack");
    CHECK(heard(managing, query)["code"] == "out_of_scope");
    CHECK(heard(reading, query)["t"] == "answer");
    CHECK(heard(managing, follow(own)) ==
          Json{{"t", "unfollowed"}, {"stream", own.name()}, {"reason", "out_of_scope"}});
    CHECK(heard(reading, follow(own))["t"] == "snapshot");
    CHECK(heard(reading, follow(room))["reason"] == "out_of_scope");
    CHECK(heard(house.token_for({Scope::read, Scope::sessions}), follow(room))["t"] == "snapshot");
    CHECK(heard(house.token(house.member), follow(room))["t"] == "snapshot");
}

TEST_CASE("a person makes a token, sees it once, and ends it: an open connection too") {
    Scripting house;
    const auto made = house.form("name=Weekly+export&days=30&read=1&post=1");
    REQUIRE(made.status == 200);
    const auto script = Scripting::shown(made.body);
    CHECK(house.reads(script).status == 200);
    CHECK(Scripting::code_of(house.does(script, "change_settings", house.settings("dark"))) ==
          "out_of_scope");
    const auto life = house.one<std::int64_t>(
        "SELECT expires_at - made_at FROM api_tokens WHERE secret_hash = ?", secret_hash(script));
    CHECK(life == Millis{std::chrono::days{30}}.count());
    const auto list = house.ask(house.request("GET", "/sign-ins", house.as(house.secret))).body;
    CHECK(list.contains("Weekly export"));
    CHECK(list.contains("read, post"));
    CHECK(!list.contains(script));
    // The demonstration shows its mail.
    CHECK(house.one<int>(
              "SELECT count(*) FROM mail WHERE purpose = 'notice' AND plain LIKE '%Weekly export%'") == 1);
    CHECK(house.one<int>("SELECT count(*) FROM mail WHERE plain LIKE ?", "%" + script + "%") == 0);

    const auto connection = house.open(Scripting::by(script));
    REQUIRE(connection);
    CHECK(
        house
            .ask(house.request("POST", "/sign-ins/end", house.as(house.secret), "key=" + secret_hash(script)))
            .status == 303);
    CHECK((*connection)->outbox().closed_with() == live::CloseCode::not_welcome);
    CHECK(house.reads(script).status == 401);
    house.server.closed(*connection);
}

TEST_CASE("what is typed is looked at, and what is wrong is said at its field; nothing is made") {
    Scripting house;
    const auto wrong = [&](const std::string& body, const std::string& words) {
        INFO(body);
        const auto reply = house.form(body);
        CHECK(reply.status == 422);
        CHECK(reply.body.contains(words));
    };
    wrong("name=&days=30&read=1", "Say what it is for");
    wrong("name=" + std::string(81, 'x') + "&days=30&read=1", "1 to 80 characters");
    wrong("name=A&days=366&read=1", "1 to 365 days");
    wrong("name=A&days=0&read=1", "1 to 365 days");
    wrong("name=A&days=soon&read=1", "1 to 365 days");
    wrong("name=A&days=30", "Choose at least one");
    wrong("name=A&days=30&everything=1", "Choose at least one");
    CHECK(house.one<int>("SELECT count(*) FROM api_tokens") == 0);
    for (int i = 0; i < identity::most_tokens; ++i) house.token_for({Scope::read});
    const auto full = house.form("name=A&days=30&read=1");
    CHECK(full.status == 409);
    CHECK(full.body.contains("End one that is not needed"));
}

TEST_CASE("only a fresh sign-in of this very site makes one: no token, no old login, no other site") {
    Scripting house;
    const auto body = std::string{"name=A&days=30&read=1"};
    const auto old = house.sign_in(house.member, std::chrono::minutes{11});
    CHECK(house.ask(house.request("POST", "/sign-ins/tokens", house.as(old), body)).status == 403);
    CHECK(house.ask(house.request("GET", "/sign-ins/tokens", house.as(old))).status == 403);
    auto headers = Scripting::by(house.token(house.member));
    headers.emplace("origin", "http://localhost:8080");
    CHECK(house.ask(house.request("POST", "/sign-ins/tokens", headers, body)).status == 303);
    headers.emplace("cookie", "interstate_8080=" + house.secret);
    CHECK(house.ask(house.request("POST", "/sign-ins/tokens", headers, body)).status == 303);
    CHECK(house
              .ask(house.request(
                  "POST", "/sign-ins/tokens",
                  {{"origin", "http://evil.example"}, {"cookie", "interstate_8080=" + house.secret}}, body))
              .status == 403);
    CHECK(house.one<int>("SELECT count(*) FROM api_tokens") == 1);
}

TEST_CASE("a token of before is for everything; its scopes taken away count at once") {
    Scripting house;
    const auto script = random_secret();
    house.written([&](store::Transaction& tx) {
        tx.run("INSERT INTO api_tokens (secret_hash, person, name, made_at, expires_at)"
               " VALUES (?, ?, 'old', ?, ?)",
               secret_hash(script), house.member, wall_clock(), wall_clock() + Millis{std::chrono::hours{1}});
    });
    CHECK(house.reads(script).status == 200);
    CHECK(house.does(script, "change_settings", house.settings("dark")).status == 200);
    CHECK(Scripting::code_of(house.does(script, "accept_terms",
                                        {{"collaborative", house.collaborative.str()}, {"version", 1}})) ==
          "out_of_scope");
    house.written([&](store::Transaction& tx) { tx.run("UPDATE api_tokens SET scopes = 'read'"); });
    CHECK(Scripting::code_of(house.does(script, "change_settings", house.settings("dark"))) ==
          "out_of_scope");
    house.written([&](store::Transaction& tx) { tx.run("UPDATE api_tokens SET scopes = 'of_tomorrow'"); });
    CHECK(house.reads(script).status == 403);
}

TEST_CASE("when a token was shown last is written to the hour") {
    Scripting house;
    const auto script = house.token_for({Scope::read});
    const auto used = [&] {
        return house.one<std::int64_t>("SELECT used_at FROM api_tokens WHERE secret_hash = ?",
                                       secret_hash(script));
    };
    CHECK(used() == 0);
    house.reads(script);
    house.until([&] { return used() > 0; });
    const auto first = used();
    house.reads(script);
    house.ahead = std::chrono::minutes{50};
    house.reads(script);
    CHECK(used() == first);
    house.ahead = std::chrono::minutes{59 * 2};
    // A life of an hour is over by then: another one.
    house.written(
        [&](store::Transaction& tx) { tx.run("UPDATE api_tokens SET expires_at = expires_at + 86400000"); });
    house.reads(script);
    house.until([&] { return used() > first; });
}
