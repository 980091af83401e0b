#pragma once
// Two collaboratives on one server, with an administrator in each.
#include "protocol/elsewhere.hpp"
#include "protocol/standing.hpp"

namespace interstate::tests {

/// A house with a second collaborative, of which a member here can be made one too.
class Two : public Standing {
  public:
    Two() {
        written([&](store::Transaction& tx) { there = add_elsewhere(tx); });
        administering_there = sign_in(there.administrator);
    }

    app::Response does(const std::string& cookie, const std::string& name, const Json& body) {
        return ask(
            request("POST", "/api/commands/" + name, as(cookie),
                    Json{{"id", Ulid::from(wall_clock(), random_bytes()).str()}, {"body", body}}.dump()));
    }
    std::string code_of(const app::Response& response) {
        return Json::parse(response.body).value("code", "");
    }
    Json of(const PersonId& person, const CollaborativeId& collaborative) {
        return {{"person", person.str()}, {"collaborative", collaborative.str()}};
    }
    /// The member of here gets a seat there too, as its administrator does it.
    Json added_there(const std::string& line) {
        const auto answer = does(administering_there, "add_people",
                                 {{"collaborative", there.collaborative.str()}, {"lines", line}});
        REQUIRE(answer.status == 200);
        return Json::parse(answer.body)["result"]["lines"][0];
    }
    std::string address() { return one<std::string>("SELECT address FROM people WHERE id = ?", member); }
    void sits_in_both() {
        CHECK(added_there("Somebody Else, " + address() + ", Elsewhere, partner")["problem"] == "");
    }
    std::vector<std::string> places(const std::string& cookie) {
        const auto me = ask(request("GET", "/api/me", as(cookie)));
        std::vector<std::string> slugs;
        if (me.status != 200) return slugs;
        const auto told = Json::parse(me.body);
        for (const auto& place : told["collaboratives"]) slugs.push_back(place["slug"]);
        return slugs;
    }
    bool is_in(const std::string& cookie) { return ask(request("GET", "/api/me", as(cookie))).status == 200; }
    bool sees(const CollaborativeId& collaborative) {
        return seen([&](store::Transaction& tx) {
            return permissions::may_follow(tx, member, {StreamKind::extended, collaborative});
        });
    }
    /// All columns of a seat with its roles.
    std::string seat_in(const CollaborativeId& collaborative) {
        return one<std::string>(
            "SELECT coalesce((SELECT organisation || title || function || primary_contact || taken_at || ' '"
            " || coalesce(left_at, '-') || ' ' || coalesce(suspended_at, '-') || (SELECT"
            " coalesce(group_concat(role), '') FROM role_grants g WHERE g.person = s.person"
            " AND g.collaborative = s.collaborative) FROM seats s WHERE s.person = ? AND s.collaborative = "
            "?),"
            " 'none')",
            member, collaborative);
    }

    CollaborativeId here = one<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ?", member);
    PersonId administrator =
        one<PersonId>("SELECT person FROM role_grants WHERE role = 'administrator' ORDER BY person LIMIT 1");
    std::string administering = sign_in(administrator);
    Elsewhere there;
    std::string administering_there;
};

} // namespace interstate::tests
