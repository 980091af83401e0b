// Somebody leaves: out at once on every connection, what they held is held by another, their name stays.
#include "features/identity/leaving.hpp"
#include "protocol/standing.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

class Leaving : public Standing {
  public:
    app::Response does(const std::string& cookie, const std::string& name, Json body) {
        body["collaborative"] = collaborative.str();
        return commands(cookie, name, std::move(body));
    }
    app::Response commands(const std::string& cookie, const std::string& name, Json body) {
        return ask(request(
            "POST", "/api/commands/" + name, as(cookie),
            Json{{"id", Ulid::from(wall_clock(), random_bytes()).str()}, {"body", std::move(body)}}.dump()));
    }
    app::Response retires(const std::string& cookie, const PersonId& person,
                          const std::optional<PersonId>& successor = {}) {
        Json body{{"person", person.str()}};
        if (successor) body["successor"] = successor->str();
        return does(cookie, "retire_person", std::move(body));
    }
    std::string code_of(const app::Response& response) {
        return Json::parse(response.body).value("code", "");
    }
    bool is_in(const std::string& cookie) { return ask(request("GET", "/api/me", as(cookie))).status == 200; }
    int without_holder() {
        return seen([](store::Transaction& tx) {
            return static_cast<int>(identity::open_without_holder(tx).size());
        });
    }
    PersonId of_state(const std::string& role) {
        return one<PersonId>("SELECT s.person FROM seats s JOIN role_grants g ON g.person = s.person"
                             " JOIN people p ON p.id = s.person AND p.active = 1"
                             " WHERE s.organisation = ? AND g.role = ? ORDER BY s.person LIMIT 1",
                             state, role);
    }

    OrganisationId state = one<OrganisationId>("SELECT organisation FROM seats WHERE person = ?", member);
    CollaborativeId collaborative =
        one<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ?", member);
    PersonId lead = of_state("state_lead");
    PersonId administrator =
        one<PersonId>("SELECT person FROM role_grants WHERE role = 'administrator' ORDER BY person LIMIT 1");
    std::string administering = sign_in(administrator);
};

} // namespace

TEST_CASE("INV-5 in the demonstration nothing open is held by somebody who has left") {
    Leaving house;
    CHECK(house.without_holder() == 0);
}

TEST_CASE("INV-33 who is retired is out at once and for good; the successor holds what they held") {
    Leaving house;
    const auto leading = house.sign_in(house.lead);
    const auto connection = house.open(house.as(leading));
    REQUIRE(connection);
    const auto held = house.one<int>("SELECT count(*) FROM step_lanes WHERE owner = ? AND status NOT IN"
                                     " ('completed', 'set_aside', 'declined')",
                                     house.lead);
    const auto had = house.one<int>("SELECT count(*) FROM step_lanes WHERE owner = ?", house.member);
    const auto refused = house.retires(house.administering, house.lead);
    CHECK(house.code_of(refused) == "successor_needed");
    CHECK(house.is_in(leading));
    CHECK(house.retires(house.administering, house.lead, house.member).status == 200);
    CHECK((*connection)->outbox().closed_with() == live::CloseCode::not_welcome);
    CHECK(!house.is_in(leading));
    CHECK(house.one<int>("SELECT count(*) FROM step_lanes WHERE owner = ?", house.member) == had + held);
    CHECK(house.one<int>("SELECT primary_contact FROM seats WHERE person = ?", house.member) == 1);
    CHECK(house.without_holder() == 0);
    CHECK(house.code_of(house.retires(house.administering, house.lead, house.member)) == "left_already");
    house.server.closed(*connection);
}

TEST_CASE("who leaves on their own hears that it is done, and is out") {
    Leaving house;
    const auto own = house.retires(house.secret, house.member, house.lead);
    CHECK(own.status == 200);
    CHECK(!house.is_in(house.secret));
    CHECK(house.without_holder() == 0);
}

TEST_CASE("nobody retires those of another organization, and a member nobody else") {
    Leaving house;
    const auto other = house.one<PersonId>(
        "SELECT g.person FROM role_grants g JOIN seats s ON s.person = g.person JOIN people p ON p.id ="
        " g.person AND p.active = 1 WHERE g.role = 'state_lead' AND s.organisation <> ? LIMIT 1",
        house.state);
    CHECK(house.code_of(house.retires(house.sign_in(other), house.member, house.lead)) == "not_allowed");
    CHECK(house.code_of(house.retires(house.secret, house.lead, house.member)) == "not_allowed");
    CHECK(house.code_of(house.does(house.secret, "name_contact", {{"person", house.member.str()}})) ==
          "not_allowed");
    CHECK(house.without_holder() == 0);
}

TEST_CASE("INV-5 topics and offers go along with the duties, counted in the pack and in what came of it") {
    Leaving house;
    const auto leading = house.sign_in(house.lead);
    CHECK(house
              .commands(leading, "edit_profile",
                        {{"offers", {{{"text", "Mentoring new leads"}, {"principle", 3}}}},
                         {"wants", {{{"text", "Rural turnover"}}}}})
              .status == 200);
    house.written([&](store::Transaction& tx) {
        tx.run("DELETE FROM read_marks WHERE person = ?", house.member);
        tx.run("DELETE FROM profile_entries WHERE person = ?", house.member);
    });
    const auto pack = house.seen([&](store::Transaction& tx) {
        return answer(tx, identity::HandOverOf{house.lead, house.collaborative},
                      {.actor = house.administrator, .now = wall_clock()})
            .value();
    });
    CHECK(pack.topic_count > 0);
    CHECK(!pack.topics.empty());
    CHECK(pack.offers.size() == 1);
    CHECK(pack.wants.size() == 1);
    const auto retired = house.retires(house.administering, house.lead, house.member);
    REQUIRE(retired.status == 200);
    const auto result = Json::parse(retired.body)["result"];
    CHECK(result["topics"] == pack.topic_count);
    CHECK(result["entries"] == 2);
    CHECK(house.one<int>("SELECT count(*) FROM read_marks WHERE person = ?", house.member) ==
          pack.topic_count);
    CHECK(house.one<std::string>("SELECT group_concat(text, '; ') FROM profile_entries WHERE person = ?",
                                 house.member) == "Mentoring new leads; Rural turnover");
    CHECK(house.one<int>("SELECT count(*) FROM profile_entries WHERE person = ?", house.lead) == 0);
    CHECK(house.without_holder() == 0);
}
