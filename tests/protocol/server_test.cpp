// The whole server behind its doors, without sockets: who is let in, what each request is answered, how it
// stops.
#include "protocol/standing.hpp"
#include "store/due_items.hpp"
#include "store/journal.hpp"

using namespace interstate;
using namespace interstate::tests;

TEST_CASE("a cookie lets in, and the greeting says who one is") {
    Standing house;
    const auto conversation = house.open(house.as(house.secret));
    REQUIRE(conversation);
    const auto greeting = house.next(**conversation);
    CHECK(greeting["t"] == "greeting");
    CHECK(greeting["protocol"] == 1);
    CHECK(greeting["person"] == house.member.str());
    CHECK(greeting["build"] == "test");
    CHECK(greeting["demonstration"] == true);
    CHECK(greeting["collaboratives"][0]["slug"] == "sdi");
    house.server.closed(*conversation);
}

TEST_CASE("nobody gets in without an Origin of ours or a token, nor without a login") {
    Standing house;
    const auto status = [&](std::multimap<std::string, std::string> headers) {
        const auto got = house.open(std::move(headers));
        return got ? 200 : got.error().status;
    };
    CHECK(status({{"cookie", "interstate_8080=" + house.secret}}) == 403);
    CHECK(status({{"cookie", "interstate_8080=" + house.secret}, {"origin", "http://evil.example"}}) == 403);
    CHECK(status({{"cookie", "interstate_8080=" + house.secret}, {"origin", "null"}}) == 403);
    CHECK(status(house.as("not a secret")) == 401);
    CHECK(status({{"origin", "http://localhost:8080"}}) == 401);
    CHECK(status({{"authorization", "Bearer wrong"}}) == 401);
    CHECK(status({{"authorization", "Bearer " + house.token(house.member)}}) == 200);
    CHECK(status({{"authorization", "Bearer " + house.token(house.member, Millis{-1})}}) == 401);
    CHECK(status({{"authorization", "Bearer " + house.secret}}) == 401); // a login is no token
    CHECK(status(house.as(house.token(house.member))) == 401);           // and the other way round
}

TEST_CASE("a login that is over, or of somebody who left, lets nobody in") {
    Standing house;
    CHECK(!house.open(
        house.as(house.sign_in(house.member, identity::sign_in_idle_limit + std::chrono::minutes{1}))));
    house.written(
        [&](store::Transaction& tx) { tx.run("UPDATE people SET active = 0 WHERE id = ?", house.member); });
    CHECK(!house.open(house.as(house.secret)));
}

TEST_CASE("signing out ends every connection of that login, with 1008, and no other") {
    Standing house;
    const auto other_login = house.sign_in(house.member);
    const auto one = house.open(house.as(house.secret)), tab = house.open(house.as(house.secret)),
               other = house.open(house.as(other_login));
    REQUIRE((one && tab && other));
    CHECK(house
              .ask(house.request(
                  "POST", "/sign-out",
                  {{"origin", "http://evil.example"}, {"cookie", "interstate_8080=" + house.secret}}))
              .status == 403);
    CHECK(!(*one)->outbox().closed());
    CHECK(house.ask(house.request("POST", "/sign-out", house.as(house.secret))).status == 303);
    for (const auto& gone : {*one, *tab}) {
        house.next(*gone);
        CHECK(gone->outbox().closing() == live::CloseCode::not_welcome);
        house.server.closed(gone);
    }
    CHECK(!(*other)->outbox().closed());
    house.server.closed(*other);
    CHECK(!house.open(house.as(house.secret)));
}

TEST_CASE("commands and queries by request go the same way") {
    Standing house;
    const auto series = house.one<std::string>("SELECT s.id FROM series s JOIN participations p ON p.series "
                                               "= s.id JOIN seats t ON t.organisation = p.organisation"
                                               " WHERE s.current = 1 AND t.person = ?",
                                               house.member);
    const auto post = [&](const std::string& name, const Json& body, const std::string& id) {
        return house.ask(house.request("POST", "/api/commands/" + name, house.as(house.secret),
                                       Json{{"id", id}, {"body", body}}.dump()));
    };
    const auto id = Ulid::from(wall_clock(), random_bytes()).str();
    const Json body{{"anchor", "topic"}, {"anchor_id", series}, {"title", "T"}, {"text", "x"}};
    const auto first = post("start_thread", body, id);
    REQUIRE(first.status == 200);
    const auto ack = Json::parse(first.body);
    CHECK(ack["t"] == "ack");
    CHECK(post("start_thread", body, id).body == first.body);
    auto other = body;
    other["title"] = "U";
    CHECK(post("start_thread", other, id).status == 409);
    const std::string thread = ack["result"]["thread"];
    auto asking = house.request("GET", "/api/queries/posts_of_thread", house.as(house.secret));
    asking.query = {{"thread", thread}, {"limit", "5"}};
    const auto page = house.ask(asking);
    CHECK(page.status == 200);
    CHECK(Json::parse(page.body)["records"].size() == 1);
    // And what goes wrong has a status that says so.
    CHECK(post("no_such_command", body, id).status == 404);
    CHECK(post("add_post", {{"thread", thread}, {"text", ""}}, Ulid::from(wall_clock(), random_bytes()).str())
              .status >= 400);
    CHECK(house.ask(house.request("POST", "/api/commands/add_post", house.as(house.secret), "not json"))
              .status == 400);
    CHECK(house.ask(house.request("POST", "/api/commands/add_post", {}, "{}")).status == 403);
    CHECK(
        house
            .ask(house.request("POST", "/api/commands/add_post", {{"origin", "http://localhost:8080"}}, "{}"))
            .status == 401);
    CHECK(house.ask(house.request("GET", "/api/queries/posts_of_thread")).status == 401);
    CHECK(house.ask(house.request("GET", "/api/nothing", house.as(house.secret))).status == 404);
    CHECK(house.ask(house.request("DELETE", "/api/me", house.as(house.secret))).status == 405);
}

TEST_CASE("the server says that it lives, is ready, and who asks") {
    Standing house;
    CHECK(house.ask(house.request("GET", "/healthz")).body == "ok\n");
    CHECK(house.ask(house.request("GET", "/readyz")).status == 200);
    CHECK(house.ask(house.request("GET", "/api/me")).status == 401);
    const auto me = house.ask(house.request("GET", "/api/me", house.as(house.secret)));
    CHECK(me.status == 200);
    CHECK(Json::parse(me.body)["person"] == house.member.str());
}

TEST_CASE("a single-use link is used by pressing the button, once") {
    Standing house;
    const auto link = random_secret();
    house.written([&](store::Transaction& tx) {
        identity::make_invitation(tx, house.member, secret_hash(link), wall_clock());
    });
    const auto path = "/sign-in/link/" + link;
    for (int scanner = 0; scanner < 3; ++scanner) CHECK(house.ask(house.request("GET", path)).status == 200);
    CHECK(house.ask(house.request("POST", path, {{"origin", "http://evil.example"}})).status == 403);
    const auto used = house.ask(house.request("POST", path, {{"origin", "http://localhost:8080"}}));
    CHECK(used.status == 303);
    bool cookie = false;
    for (const auto& [name, value] : used.headers) cookie = cookie || name == "Set-Cookie";
    CHECK(cookie);
    CHECK(house.ask(house.request("POST", path, {{"origin", "http://localhost:8080"}})).status == 410);
    CHECK(house.ask(house.request("GET", path)).status == 410);
}

TEST_CASE("stopping says goodbye with 1001, lets nobody in, and finishes what was begun") {
    Standing house;
    const auto conversation = house.open(house.as(house.secret));
    REQUIRE(conversation);
    house.next(**conversation);
    (*conversation)
        ->receive(Json{{"t", "command"},
                       {"id", Ulid::from(wall_clock(), random_bytes()).str()},
                       {"name", "mark_visit"},
                       {"body", Json::object()}}
                      .dump());
    house.server.stop();
    house.stopped = true;
    CHECK(house.next(**conversation)["t"] == "going_away");
    CHECK((*conversation)->outbox().closing() == live::CloseCode::going_away);
    CHECK(house.one<std::int64_t>("SELECT seen_at FROM people WHERE id = ?", house.member) > 0);
    CHECK(!house.open(house.as(house.secret)));
    house.server.closed(*conversation);
}

TEST_CASE("a restart closes what a killed server left open, and does what was due meanwhile") {
    Standing house;
    const auto session = house.one<MeetingId>("SELECT id FROM meetings WHERE series IS NOT NULL AND state = "
                                              "'announced' ORDER BY starts_at LIMIT 1");
    house.written([&](store::Transaction& tx) {
        tx.run("INSERT INTO attendance (id, meeting, person, name, channel, connected, minutes, "
               "correction_reason, spoken_ms)"
               " VALUES (?, ?, ?, 'Mo', 'web', 1, 0, '', 0)",
               Ulid::from({5}, {5}), session, house.member);
        tx.run("DELETE FROM due_items");
        store::leave_due(tx, {wall_clock() - std::chrono::hours{3}, "seal_session", session});
        store::leave_due(tx, {wall_clock() + std::chrono::hours{3}, "seal_session", session});
    });
    house.server.start();
    house.until([&] { return house.one<int>("SELECT count(*) FROM due_items") == 1; });
    house.until([&] {
        return house.one<int>("SELECT count(*) FROM attendance WHERE meeting = ? AND connected = 1",
                              session) == 0;
    });
}

TEST_CASE("a person whom another process added is news within a second, by the server's own number") {
    Standing house;
    house.server.start();
    const auto conversation = house.open(house.as(house.secret));
    REQUIRE(conversation);
    house.next(**conversation);
    const auto collaborative = house.one<CollaborativeId>("SELECT id FROM collaboratives");
    const Stream everybody{StreamKind::extended, collaborative};
    (*conversation)->receive(Json{{"t", "follow"}, {"stream", everybody.name()}}.dump());
    while (house.next(**conversation)["t"] != "live") continue;
    const auto person = PersonId{Ulid::from(wall_clock(), random_bytes())};
    house.written([&](store::Transaction& tx) {
        identity::create_person(tx,
                                {.id = person,
                                 .name = identity::PersonName{"Nora Lindqvist"},
                                 .address = identity::MailAddress{"nora@sea.example"},
                                 .collaborative = collaborative,
                                 .organisation = OrganisationId{tx.row<Ulid>("SELECT id FROM organisations"
                                                                             " ORDER BY id LIMIT 1")
                                                                    .value()}});
        identity::leave_welcome(tx, person, wall_clock());
    });
    const auto event = house.next(**conversation);
    CHECK(event["name"] == "person_welcomed");
    bool told = false;
    for (const auto& put : event["puts"]) told = told || put["record"].value("name", "") == "Nora Lindqvist";
    CHECK(told);
    house.until([&] {
        return !house.seen([&](store::Transaction& tx) {
            return tx.any("SELECT 1 FROM due_items WHERE kind = 'welcome_person'");
        });
    });
    house.server.closed(*conversation);
}

TEST_CASE("steps as a table say what the screens say, with the filters of the screens") {
    Standing house;
    const auto csv = [&](std::map<std::string, std::string> query) {
        auto asking = house.request("GET", "/api/export/steps.csv", house.as(house.secret));
        asking.query = {query.begin(), query.end()};
        const auto answer = house.ask(asking);
        CHECK(answer.status == 200);
        return answer.body;
    };
    const auto rows = [](const std::string& text) { return std::ranges::count(text, '\n'); };
    const auto all = csv({});
    CHECK(
        all.starts_with("\xEF\xBB\xBFState,Action step,Owner,Due,Status,How we will know,Category,Horizon,"));
    for (const char* words : {",On track,", ",Not started,", ",90 days,", "Policy and guidance"})
        CHECK(all.find(words) != all.npos);
    for (const char* code : {"on_track", "not_started", "days_90", "policy_guidance"})
        CHECK(all.find(code) == all.npos);
    const auto asking = csv({{"help", "true"}}), quiet = csv({{"help", "false"}});
    // The header and the notice stand in each.
    CHECK(rows(asking) > 2);
    CHECK(rows(asking) + rows(quiet) == rows(all) + 2);
}

TEST_CASE("a due item that nobody knows goes away instead of coming again for ever") {
    Standing house;
    house.written([&](store::Transaction& tx) {
        tx.run("DELETE FROM due_items");
        store::leave_due(tx, {{1}, "forgotten_kind", Ulid::from({5}, {5})});
    });
    house.server.start();
    house.until([&] { return house.one<int>("SELECT count(*) FROM due_items") == 0; });
}

TEST_CASE("a start forgets all news that is older than a week, and who has not heard it starts over") {
    Standing house;
    const auto collaborative = house.one<CollaborativeId>("SELECT id FROM collaboratives");
    const Stream everybody{StreamKind::extended, collaborative};
    constexpr int old = 4500; // more than is forgotten at once
    const auto before =
        house.seen([&](store::Transaction& tx) { return store::state_of(tx, everybody).head; });
    house.written([&](store::Transaction& tx) {
        const auto say = [&](Millis ago) {
            store::append(tx, {everybody, "noise"}, Context{.now = wall_clock() - ago},
                          [](std::int64_t seq) { return Json{{"t", "event"}, {"seq", seq}}.dump(); });
        };
        for (int i = 0; i < old; ++i) say(std::chrono::days{8});
        say(std::chrono::days{6});
    });
    const auto floor = [&] {
        return house.seen([&](store::Transaction& tx) { return store::state_of(tx, everybody).floor; });
    };
    house.server.start();
    house.until([&] { return floor() == before + old; });
    CHECK(house.one<int>(
              "SELECT count(*) FROM journal WHERE stream = ? AND name = 'noise' AND payload IS NOT NULL",
              everybody) == 1);
    const auto conversation = house.open(house.as(house.secret));
    REQUIRE(conversation);
    const auto epoch = house.next(**conversation)["epoch"];
    const auto follow = [&](std::int64_t after) {
        (*conversation)
            ->receive(Json{{"t", "follow"}, {"stream", everybody.name()}, {"epoch", epoch}, {"after", after}}
                          .dump());
        const auto first = house.next(**conversation)["t"];
        while (house.next(**conversation)["t"] != "live") continue;
        return first;
    };
    CHECK(follow(before + old - 1) == "snapshot");
    CHECK(follow(before + old) == "event");
    house.server.closed(*conversation);
}

TEST_CASE("a page that cannot be made just now says that this is a demonstration") {
    Standing house;
    house.server.stop();
    house.stopped = true;
    const auto busy = house.ask(house.request("GET", "/sign-in"));
    CHECK(busy.status == 503);
    CHECK(busy.body.find("Try again") != busy.body.npos);
    CHECK(busy.body.find("Demonstration.") != busy.body.npos);
}
