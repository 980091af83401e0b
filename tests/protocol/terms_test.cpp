// Who has not accepted the terms of use reads and goes, and does nothing else: by hand, live and by token.
#include "protocol/standing.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

class Bound : public Standing {
  public:
    Json does(const std::string& cookie, const std::string& name, const Json& body, std::string id = {}) {
        return sent(as(cookie), name, body, std::move(id));
    }
    Json by_token(const std::string& token, const std::string& name, const Json& body) {
        return sent({{"authorization", "Bearer " + token}}, name, body, {});
    }
    void publish() {
        const auto administrator = sign_in(one<PersonId>(
            "SELECT person FROM role_grants WHERE role = 'administrator' ORDER BY person LIMIT 1"));
        const auto after = one<int>("SELECT coalesce(max(version), 0) FROM terms");
        if (after > 0) accept(administrator, after);
        CHECK(does(administrator, "publish_terms",
                   {{"collaborative", collaborative.str()},
                    {"after", after},
                    {"text", "Be kind."},
                    {"changes", "Kinder"}})["t"] == "ack");
    }
    Json accept(const std::string& cookie, int version) {
        return does(cookie, "accept_terms", {{"collaborative", collaborative.str()}, {"version", version}});
    }
    Json topic() {
        return {{"anchor", "topic"}, {"anchor_id", series.str()}, {"title", "T"}, {"text", "Typed long ago"}};
    }
    CollaborativeId collaborative =
        one<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ?", member);
    SeriesId series = one<SeriesId>("SELECT p.series FROM participations p JOIN seats s ON s.organisation ="
                                    " p.organisation JOIN series e ON e.id = p.series WHERE s.person = ?"
                                    " AND e.state = 'running' LIMIT 1",
                                    member);

  private:
    Json sent(std::multimap<std::string, std::string> headers, const std::string& name, const Json& body,
              std::string id) {
        if (id.empty()) id = Ulid::from(wall_clock(), random_bytes()).str();
        return Json::parse(ask(request("POST", "/api/commands/" + name, std::move(headers),
                                       Json{{"id", id}, {"body", body}}.dump()))
                               .body);
    }
};

} // namespace

TEST_CASE("commands wait for the terms; what was refused is sent again with its id once they are accepted") {
    Bound house;
    CHECK(house.does(house.secret, "start_thread", house.topic())["t"] == "ack");
    house.publish();
    const auto id = Ulid::from(wall_clock(), random_bytes()).str();
    const auto refused = house.does(house.secret, "start_thread", house.topic(), id);
    CHECK(refused["code"] == "terms_not_accepted");
    CHECK(refused["allowed"] == "accept_terms");
    CHECK(house.accept(house.secret, 1)["t"] == "ack");
    CHECK(house.does(house.secret, "start_thread", house.topic(), id)["t"] == "ack");
    house.publish();
    // Done before: acknowledged again, whatever was published since.
    CHECK(house.does(house.secret, "start_thread", house.topic(), id)["t"] == "ack");
    CHECK(house.does(house.secret, "start_thread", house.topic())["code"] == "terms_not_accepted");
    CHECK(house.accept(house.secret, 1)["code"] == "changed_since");
    CHECK(house.one<int>("SELECT count(*) FROM terms_acceptances WHERE person = ?", house.member) == 1);
}

TEST_CASE("tokens are answered the same, and accept nothing; reading, leaving and signing out go on") {
    Bound house;
    const auto script = house.token(house.member);
    house.publish();
    CHECK(house.by_token(script, "start_thread", house.topic())["code"] == "terms_not_accepted");
    CHECK(house.by_token(script, "accept_terms",
                         {{"collaborative", house.collaborative.str()}, {"version", 1}})["code"] ==
          "out_of_scope");
    auto query = house.request("GET", "/api/queries/terms_text", house.as(house.secret));
    query.query = {{"collaborative", house.collaborative.str()}};
    CHECK(house.ask(query).status == 200);
    CHECK(house.does(house.secret, "change_settings", {{"theme", "dark"}})["t"] == "ack");
    CHECK(house.does(house.secret, "mark_visit", Json::object())["t"] == "ack");
    const auto other =
        house.one<PersonId>("SELECT person FROM seats WHERE person <> ? LIMIT 1", house.member);
    const auto leaving = [&](const PersonId& person) {
        const auto successor = house.one<PersonId>(
            "SELECT o.person FROM seats m JOIN seats o ON o.organisation = m.organisation AND o.person <>"
            " m.person WHERE m.person = ? LIMIT 1",
            house.member);
        return house.does(house.secret, "retire_person",
                          {{"person", person.str()},
                           {"collaborative", house.collaborative.str()},
                           {"successor", successor.str()}});
    };
    CHECK(leaving(other)["code"] == "terms_not_accepted");
    CHECK(leaving(house.member)["t"] == "ack");
    const auto signed_in =
        house.sign_in(house.one<PersonId>("SELECT person FROM role_grants WHERE role = 'observer' LIMIT 1"));
    CHECK(house.ask(house.request("POST", "/sign-out", house.as(signed_in))).status == 303);
}

TEST_CASE("whether something exists is not told to who has not accepted") {
    Bound house;
    house.publish();
    const auto missing = Ulid::from({1}, {1}).str();
    const auto hidden = house.one<ThreadId>("SELECT id FROM threads LIMIT 1").str();
    const auto answer = [&](const std::string& thread) {
        auto reply = house.does(house.secret, "add_post", {{"thread", thread}, {"text", "x"}});
        reply.erase("id");
        return reply;
    };
    CHECK(answer(missing) == answer(hidden));
}
