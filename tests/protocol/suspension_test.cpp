// Somebody's access is ended: their connections, their secrets, their follows; nothing that they wrote. And
// given back.
#include "protocol/standing.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

class Suspending : public Standing {
  public:
    app::Response does(const std::string& cookie, const std::string& name, const PersonId& person,
                       Json body = Json::object()) {
        body["person"] = person.str();
        body["collaborative"] = collaborative.str();
        return ask(
            request("POST", "/api/commands/" + name, as(cookie),
                    Json{{"id", Ulid::from(wall_clock(), random_bytes()).str()}, {"body", body}}.dump()));
    }
    std::string code_of(const app::Response& response) {
        return Json::parse(response.body).value("code", "");
    }
    PersonId holding(const std::string& role) {
        return one<PersonId>("SELECT person FROM role_grants WHERE role = ? ORDER BY person LIMIT 1", role);
    }
    bool is_in(const std::string& cookie) { return ask(request("GET", "/api/me", as(cookie))).status == 200; }

    CollaborativeId collaborative =
        one<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ?", member);
    PersonId administrator = holding("administrator");
    std::string administering = sign_in(administrator);
};

} // namespace

TEST_CASE("who is suspended is out at once: connections, logins, tokens, links; what they wrote stays") {
    Suspending house;
    const auto script = house.token(house.member), link = random_secret();
    house.written([&](store::Transaction& tx) {
        identity::make_invitation(tx, house.member, secret_hash(link), wall_clock());
    });
    const auto connection = house.open(house.as(house.secret));
    REQUIRE(connection);
    const auto words = house.one<int>("SELECT count(*) FROM posts");
    CHECK(house.does(house.administering, "suspend_person", house.member).status == 200);
    CHECK((*connection)->outbox().closed_with() == live::CloseCode::not_welcome);
    CHECK(!house.is_in(house.secret));
    CHECK(house.ask(house.request("GET", "/api/me", {{"authorization", "Bearer " + script}})).status == 401);
    CHECK(house.ask(house.request("GET", "/sign-in/link/" + link)).status == 410);
    CHECK(house.one<int>("SELECT count(*) FROM posts") == words);
    CHECK(house.is_in(house.administering));
    house.server.closed(*connection);
}

TEST_CASE("who is let back in signs in anew, and old secrets stay over") {
    Suspending house;
    house.does(house.administering, "suspend_person", house.member);
    CHECK(house.code_of(house.does(house.administering, "suspend_person", house.member)) ==
          "suspended_already");
    CHECK(house.does(house.administering, "readmit_person", house.member).status == 200);
    CHECK(house.code_of(house.does(house.administering, "readmit_person", house.member)) == "not_suspended");
    CHECK(!house.is_in(house.secret));
    CHECK(house.is_in(house.sign_in(house.member)));
}

TEST_CASE("whoever lost access in another way, or got a secret meanwhile, comes in by none of the old ones") {
    Suspending house;
    const auto script = house.token(house.member);
    house.written(
        [&](store::Transaction& tx) { tx.run("UPDATE people SET active = 0 WHERE id = ?", house.member); });
    CHECK(!house.is_in(house.secret));
    CHECK(house.does(house.administering, "readmit_person", house.member).status == 200);
    CHECK(!house.is_in(house.secret));
    CHECK(house.ask(house.request("GET", "/api/me", {{"authorization", "Bearer " + script}})).status == 401);
}

TEST_CASE("a code on its way when somebody is suspended is answered as that of an address that nobody has") {
    Suspending house;
    house.written([&](store::Transaction& tx) {
        tx.run(
            "INSERT INTO sign_in_codes (ticket_hash, address_folded, person, code_hash, link_hash, asked_at)"
            " VALUES (?, 'a', ?, 'c', 'l', ?)",
            secret_hash("ticket"), house.member, wall_clock());
    });
    house.does(house.administering, "suspend_person", house.member);
    house.does(house.administering, "readmit_person", house.member);
    const auto tried = house.ask(house.request(
        "POST", "/sign-in/code",
        {{"origin", "http://localhost:8080"}, {"cookie", "interstate_8080_ticket=ticket"}}, "code=123456"));
    CHECK(tried.status == 422);
}

TEST_CASE("nobody but an administrator suspends, nobody themselves, and nobody who is not here") {
    Suspending house;
    for (const auto* role : {"facilitator", "state_lead", "state_member", "partner", "observer"}) {
        INFO(role);
        const auto who = house.sign_in(house.holding(role));
        CHECK(house.code_of(house.does(who, "suspend_person", house.administrator)) == "not_allowed");
        CHECK(house.code_of(house.does(who, "readmit_person", house.member)) == "not_allowed");
    }
    CHECK(house.code_of(house.does(house.administering, "suspend_person", house.administrator)) ==
          "yourself");
    CHECK(house.code_of(house.does(house.administering, "suspend_person",
                                   PersonId{Ulid::from(wall_clock(), random_bytes())})) == "not_allowed");
    CHECK(house.is_in(house.administering));
}

TEST_CASE("who becomes a facilitator comes in anew, by the door that asks for a second factor; who ends it, "
          "at once") {
    Suspending house;
    const auto connection = house.open(house.as(house.secret));
    REQUIRE(connection);
    const Json role{{"role", "facilitator"}, {"scope", "collaborative"}};
    CHECK(house.does(house.administering, "grant_role", house.member, role).status == 200);
    CHECK((*connection)->outbox().closed_with() == live::CloseCode::not_welcome);
    CHECK(house.one<int>("SELECT count(*) FROM role_grants WHERE person = ?", house.member) == 2);
    const Stream staff{StreamKind::staff, house.collaborative};
    const auto follows = [&] {
        return house.seen(
            [&](store::Transaction& tx) { return permissions::may_follow(tx, house.member, staff); });
    };
    CHECK(follows());
    CHECK(house.does(house.administering, "end_role", house.member, role).status == 200);
    CHECK(!follows());
    CHECK(house.code_of(house.does(house.administering, "end_role", house.member,
                                   {{"role", "state_member"}, {"scope", "collaborative"}})) == "only_role");
    house.server.closed(*connection);
}

TEST_CASE("an administrator signs somebody out everywhere; their tokens, links and access stay") {
    Suspending house;
    const auto script = house.token(house.member), link = random_secret(),
               phone = house.sign_in(house.member);
    house.written([&](store::Transaction& tx) {
        identity::make_invitation(tx, house.member, secret_hash(link), wall_clock());
    });
    const auto connection = house.open(house.as(house.secret));
    REQUIRE(connection);
    CHECK(house.code_of(house.does(phone, "sign_out_person", house.member)) == "not_allowed");
    CHECK(house.does(house.administering, "sign_out_person", house.member).status == 200);
    CHECK((*connection)->outbox().closed_with() == live::CloseCode::not_welcome);
    CHECK(!house.is_in(house.secret));
    CHECK(!house.is_in(phone));
    CHECK(house.is_in(house.administering));
    CHECK(house.ask(house.request("GET", "/api/me", {{"authorization", "Bearer " + script}})).status == 200);
    CHECK(house.ask(house.request("GET", "/sign-in/link/" + link)).status == 200);
    house.server.closed(*connection);
}
