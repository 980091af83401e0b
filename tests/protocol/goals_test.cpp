// Goals of a year over the protocol: two who write at once, what stays of earlier ones, and the audit.
#include "protocol/house.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

Json goal(const std::string& text) {
    return {{"text", text}, {"part", false}, {"principles", Json::array({2})}, {"partners", Json::array()}};
}

Json goals_of(House& house, int revision, const std::string& overall, Json goals) {
    return {{"collaborative", house.cast.collaborative.str()},
            {"year", house.one<std::string>("SELECT year FROM collaboratives")},
            {"revision", revision},
            {"overall", overall},
            {"goals", std::move(goals)}};
}
Json goal_of(House& house, int revision, const std::string& overall, const std::string& text) {
    return goals_of(house, revision, overall, Json::array({goal(text)}));
}

} // namespace

TEST_CASE("of two administrators who write the goals at once the second is told what the first wrote") {
    House house;
    Client one{house, house.cast.administrator}, other{house, house.cast.administrator};
    REQUIRE(one.command("write_goals", goal_of(house, 0, "Meet.", "Meet"))["t"] == "ack");
    const auto second = other.command("write_goals", goal_of(house, 0, "Read.", "Read"));
    CHECK(second["t"] == "refusal");
    CHECK(second["code"] == "changed_since");
    CHECK(second["current"] == "Meet.\n• Meet");
    CHECK(house.one<int>("SELECT count(*) FROM goals WHERE text = 'Read'") == 0);
}

TEST_CASE("INV-37 earlier goals are kept, are told to administrators, and can be put back") {
    House house;
    Client ana{house, house.cast.administrator};
    const auto id = ana.command("write_goals", goal_of(house, 0, "One", "Meet"))["result"]["goals"];
    for (int revision = 1; revision <= 11; ++revision)
        REQUIRE(ana.command("write_goals", goals_of(house, revision, "More", Json::array()))["t"] == "ack");
    const auto newest = ana.query("versions_of_goals", {{"goals", id}})["body"];
    REQUIRE(newest["versions"].size() == 10);
    CHECK(newest["versions"][0]["revision"] == 11);
    CHECK(newest["more"] == true);
    const auto oldest = ana.query("versions_of_goals", {{"goals", id}, {"before", 2}})["body"];
    REQUIRE(oldest["versions"].size() == 1);
    CHECK(oldest["more"] == false);
    const auto& version = oldest["versions"][0];
    CHECK(version["written_by"] == house.cast.administrator.str());
    CHECK(version["overall"] == "One");
    CHECK(version["goals"] == Json::array({goal("Meet")}));
    const auto back = ana.command("write_goals", goals_of(house, 12, "One", version["goals"]));
    CHECK(back["result"]["revision"] == 13);
}

TEST_CASE("the audit tells the goals before and after") {
    House house;
    Client ana{house, house.cast.administrator};
    REQUIRE(ana.command("write_goals", goal_of(house, 0, "One", "Meet"))["t"] == "ack");
    REQUIRE(ana.command("write_goals", goal_of(house, 1, "Two", "Read"))["t"] == "ack");
    const auto collaborative = house.cast.collaborative.str();
    const auto seq = house.one<int>("SELECT max(seq) FROM audit WHERE verb = 'write_goals'");
    const auto body = ana.query("audit_body", {{"collaborative", collaborative}, {"seq", seq}}).dump();
    CHECK(body.contains("Meet"));
    CHECK(body.contains("Read"));
    const auto year = house.one<std::string>("SELECT year FROM collaboratives");
    const auto trail = ana.query("audit_trail", {{"collaborative", collaborative}}).dump();
    CHECK(trail.contains("wrote the goals of " + year + " in SDI"));
}

TEST_CASE("a goal without bounds is refused by the field that is at fault, and nothing is written") {
    House house;
    Client ana{house, house.cast.administrator};
    const auto field_of = [&](const std::string& overall, const Json& goals) {
        return ana.command("write_goals", goals_of(house, 0, overall, goals))["field"];
    };
    CHECK(field_of("One", Json::array({goal("A"), goal("")})) == "goals[1].text");
    CHECK(field_of("One", Json::array({goal("two\nlines")})) == "goals[0].text");
    CHECK(field_of("One", Json::array({goal(std::string(601, 'x'))})) == "goals[0].text");
    CHECK(field_of(std::string(601, 'x'), Json::array()) == "overall");
    CHECK(house.one<int>("SELECT count(*) FROM year_goals_versions WHERE written_by IS NOT NULL") == 0);
}
