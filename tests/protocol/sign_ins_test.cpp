// Where somebody is signed in: they see it, and end it from elsewhere; nobody else does.
#include "protocol/standing.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

class Elsewhere : public Standing {
  public:
    app::Response page() { return ask(request("GET", "/sign-ins", as(secret))); }
    app::Response end(const std::string& body) {
        return ask(request("POST", "/sign-ins/end", as(secret), body));
    }
    bool is_in(const std::string& cookie) { return ask(request("GET", "/api/me", as(cookie))).status == 200; }
    std::string phone = sign_in(member), desk = sign_in(member);
    PersonId other =
        one<PersonId>("SELECT person FROM role_grants WHERE role = 'state_lead' ORDER BY person LIMIT 1");
    std::string others = sign_in(other);
};

} // namespace

TEST_CASE("one login is ended from another browser, with its connections, and no other") {
    Elsewhere house;
    const auto here = house.open(house.as(house.secret)), there = house.open(house.as(house.phone)),
               desk = house.open(house.as(house.desk));
    REQUIRE((here && there && desk));
    CHECK(house.page().body.contains(secret_hash(house.phone)));
    CHECK(house.end("key=" + secret_hash(house.phone)).status == 303);
    CHECK((*there)->outbox().closed_with() == live::CloseCode::not_welcome);
    CHECK(!(*here)->outbox().closed());
    CHECK(!(*desk)->outbox().closed());
    CHECK(!house.is_in(house.phone));
    CHECK(house.is_in(house.desk));
    CHECK(!house.page().body.contains(secret_hash(house.phone)));
    for (const auto& one : {here, there, desk}) house.server.closed(*one);
}

TEST_CASE(
    "who signs in for the two hundred and first time is signed out where they have not been for longest") {
    Elsewhere house;
    house.written(
        [&](store::Transaction& tx) { tx.run("DELETE FROM sign_ins WHERE person = ?", house.member); });
    const auto oldest = house.sign_in(house.member), next = house.sign_in(house.member);
    const auto dropped = house.open(house.as(oldest)), kept = house.open(house.as(next));
    REQUIRE((dropped && kept));
    house.written([&](store::Transaction& tx) {
        for (int i = 2; i < 200; ++i)
            identity::start_sign_in(tx, house.member, "another " + std::to_string(i), wall_clock(), "test");
        const auto used = [&](const std::string& secret, Millis ago) {
            tx.run("UPDATE sign_ins SET used_at = ? WHERE secret_hash = ?", wall_clock() - ago,
                   secret_hash(secret));
        };
        used(oldest, std::chrono::hours{2});
        used(next, std::chrono::hours{1});
    });
    REQUIRE(house
                .ask(house.request("POST", "/sign-in/demonstration", {{"origin", "http://localhost:8080"}},
                                   "person=" + house.member.str()))
                .status == 303);
    CHECK((*dropped)->outbox().closed_with() == live::CloseCode::not_welcome);
    CHECK(!(*kept)->outbox().closed());
    CHECK(!house.is_in(oldest));
    for (const auto& one : {dropped, kept}) house.server.closed(*one);
}

TEST_CASE("a line ends with the time of its login or token, and takes nothing more") {
    Elsewhere house;
    house.server.start();
    const auto old = house.sign_in(house.member, identity::sign_in_life - std::chrono::hours{1}),
               script = house.token(house.member);
    house.written([&](store::Transaction& tx) {
        tx.run("UPDATE sign_ins SET used_at = ? WHERE secret_hash = ?", wall_clock(), secret_hash(old));
    });
    const auto of_old = house.open(house.as(old)), own = house.open(house.as(house.secret)),
               of_script = house.open({{"authorization", "Bearer " + script}});
    REQUIRE((of_old && own && of_script));
    SECTION("while nobody says anything") {
        house.ahead = std::chrono::minutes{61};
        house.until([&] { return (*of_old)->outbox().closed() && (*of_script)->outbox().closed(); });
    }
    SECTION("by what it says next, which is not done") {
        house.ahead = std::chrono::minutes{61};
        for (const auto& line : {of_old, of_script}) {
            (*line)->receive(R"({"t":"query","id":"late","name":"steps","body":{}})");
            CHECK((*line)->outbox().closed());
        }
    }
    for (const auto& line : {of_old, of_script})
        CHECK((*line)->outbox().closed_with() == live::CloseCode::not_welcome);
    CHECK(!(*own)->outbox().closed());
    CHECK(!house.is_in(old));
    for (const auto& one : {of_old, own, of_script}) house.server.closed(*one);
}

TEST_CASE(
    "whoever works on a line, or is in a room, uses their login; a line that nobody uses ends with it") {
    Elsewhere house;
    house.server.start();
    const auto day = std::chrono::hours{24};
    const auto meeting = house.one<MeetingId>(
        "SELECT m.id FROM meetings m JOIN participations p ON p.series = m.series JOIN seats s"
        " ON s.organisation = p.organisation WHERE m.state = 'announced' AND s.person = ? LIMIT 1",
        house.other);
    const auto left = house.open(house.as(house.phone)), works = house.open(house.as(house.desk)),
               waits = house.open(house.as(house.others));
    REQUIRE((left && works && waits));
    (*waits)->receive(Json{{"t", "follow"}, {"stream", "present/" + meeting.str()}, {"after", 0}}.dump());
    while (house.next(**waits)["t"] != "live") {
    }
    const auto used_at = [&](const std::string& secret) {
        return house.one<Instant>("SELECT used_at FROM sign_ins WHERE secret_hash = ?", secret_hash(secret));
    };
    for (int days = 13; days <= 26; days += 13) {
        house.ahead = days * day;
        (*works)->receive(R"({"t":"query","id":"q","name":"steps","body":{}})");
        house.until([&] {
            return wall_clock() + house.ahead - used_at(house.desk) < std::chrono::minutes{20} &&
                   wall_clock() + house.ahead - used_at(house.others) < std::chrono::minutes{20};
        });
    }
    house.until([&] { return (*left)->outbox().closed(); });
    CHECK((*left)->outbox().closed_with() == live::CloseCode::not_welcome);
    CHECK(!(*works)->outbox().closed());
    CHECK(!(*waits)->outbox().closed());
    CHECK(house.is_in(house.desk));
    CHECK(!house.is_in(house.phone));
    for (const auto& one : {left, works, waits}) house.server.closed(*one);
}

TEST_CASE("all other logins are ended at once; the one that asks goes on") {
    Elsewhere house;
    CHECK(house.end("others=1").status == 303);
    CHECK(house.is_in(house.secret));
    CHECK(!house.is_in(house.phone));
    CHECK(!house.is_in(house.desk));
    CHECK(house.is_in(house.others));
    CHECK(house.page().body.contains("Nowhere else."));
}

TEST_CASE("a token is revoked; nobody ends what is somebody else's, nor the login that asks") {
    Elsewhere house;
    const auto script = house.token(house.member), other_script = house.token(house.other);
    CHECK(house.page().body.contains("Tokens of scripts"));
    for (const auto& key : {secret_hash(house.others), secret_hash(other_script), secret_hash(house.secret),
                            std::string{}, std::string{"rubbish%00"}})
        CHECK(house.end("key=" + key).status == 303);
    CHECK(house.is_in(house.others));
    CHECK(house.is_in(house.secret));
    const auto asks = [&](const std::string& token) {
        return house.ask(house.request("GET", "/api/me", {{"authorization", "Bearer " + token}})).status;
    };
    CHECK(asks(other_script) == 200);
    CHECK(asks(script) == 200);
    CHECK(house.end("key=" + secret_hash(script)).status == 303);
    CHECK(asks(script) == 401);
}

TEST_CASE("who is not signed in, shows a token, or comes from another site sees and ends nothing") {
    Elsewhere house;
    CHECK(house.ask(house.request("GET", "/sign-ins")).status == 303);
    CHECK(house
              .ask(house.request("GET", "/sign-ins",
                                 {{"authorization", "Bearer " + house.token(house.member)}}))
              .status == 303);
    CHECK(house
              .ask(house.request(
                  "POST", "/sign-ins/end",
                  {{"origin", "http://evil.example"}, {"cookie", "interstate_8080=" + house.secret}},
                  "others=1"))
              .status == 403);
    CHECK(house.is_in(house.phone));
}
