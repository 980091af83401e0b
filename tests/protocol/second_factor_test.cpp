// The second factor behind the server's doors: nothing opens before it, whichever way somebody came.
#include "protocol/standing.hpp"

#include "base/one_time_code.hpp"
#include "features/identity/passwords.hpp"
#include "features/identity/second_factor.hpp"
#include "features/mail/mail.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

using Cookies = std::map<std::string, std::string>;

/// Keeps cookies as a browser does.
class Browser {
  public:
    explicit Browser(Standing& house) : house_{house} {}
    app::Response get(const std::string& path) { return kept(house_.request("GET", path, headers())); }
    app::Response post(const std::string& path, const std::string& body) {
        return kept(house_.request("POST", path, headers(), body));
    }
    bool is_in() { return get("/api/me").status == 200; }
    bool comes_live() {
        const auto come = house_.open(headers());
        if (come) house_.server.closed(*come);
        return come.has_value();
    }
    Cookies cookies;

  private:
    std::multimap<std::string, std::string> headers() const {
        std::string all;
        for (const auto& [name, value] : cookies) all += (all.empty() ? "" : "; ") + name + "=" + value;
        return {{"origin", "http://localhost:8080"}, {"cookie", all}};
    }
    app::Response kept(app::Request request) {
        auto answer = house_.ask(std::move(request));
        for (const auto& [name, value] : answer.headers)
            if (name == "Set-Cookie") {
                const auto equals = value.find('=');
                cookies[value.substr(0, equals)] = value.substr(equals + 1, value.find(';') - equals - 1);
            }
        return answer;
    }
    Standing& house_;
};

std::string location_of(const app::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

constexpr const char* words = "four+geese+walked+past";

class Guarded : public Standing {
  public:
    Guarded() {
        written([&](store::Transaction& tx) {
            tx.run("UPDATE facts_of_store SET value = 'real' WHERE name = 'kind'");
            for (const auto& person : {member, facilitator})
                identity::set_password(tx, person, password_hash("four geese walked past", little),
                                       wall_clock());
        });
    }
    std::string address_of(const PersonId& person) {
        return one<std::string>("SELECT address FROM people WHERE id = ?", person);
    }
    app::Response by_password(Browser& browser, const PersonId& person, const std::string& more = {}) {
        return browser.post("/sign-in/password", "address=" + address_of(person) + "&password=" + words +
                                                     "&next=%2Fsdi%2Fsteps" + more);
    }
    std::string link_for(const PersonId& person) {
        const auto link = random_secret();
        written([&](store::Transaction& tx) {
            identity::make_invitation(tx, person, secret_hash(link), wall_clock());
        });
        return "/sign-in/link/" + link;
    }
    std::string secret_of(const PersonId& person) {
        return one<std::string>("SELECT secret FROM second_factors WHERE person = ?", person);
    }
    /// A code that was not shown yet: each is of the next half minute.
    std::string code_of(const PersonId& person) {
        ahead += std::chrono::seconds{30};
        return code_at(secret_of(person), code_step(wall_clock() + ahead));
    }
    /// They have one already, with this recovery code.
    void set_up(const PersonId& person) {
        written([&](store::Transaction& tx) {
            const auto now = wall_clock() + ahead;
            const auto secret = identity::offer_second_factor(tx, person, now).value();
            REQUIRE(identity::confirm_second_factor(tx, person, code_at(secret, code_step(now)),
                                                    {"aaaa-bbbb-cccc-dddd"}, now));
        });
    }
    PersonId facilitator =
        one<PersonId>("SELECT g.person FROM role_grants g JOIN people p ON p.id = g.person AND p.active = 1"
                      " WHERE g.role = 'facilitator' ORDER BY g.person LIMIT 1");
};

} // namespace

TEST_CASE("a facilitator without a second factor is led to set one up, and nothing opens before") {
    Guarded house;
    Browser browser{house};
    const auto come = house.by_password(browser, house.facilitator);
    CHECK(come.status == 303);
    CHECK(location_of(come) == "/sign-in/second-factor");
    CHECK(!browser.cookies.contains("interstate_8080"));
    CHECK(!browser.is_in());
    CHECK(!browser.comes_live());
    const auto page = browser.get("/sign-in/second-factor");
    CHECK(page.status == 200);
    CHECK(page.body.contains("<svg class=\"qr\""));
    const auto secret = house.secret_of(house.facilitator);
    CHECK(page.body.contains(secret.substr(0, 4) + " " + secret.substr(4, 4)));
    CHECK(browser.post("/sign-in/second-factor", "code=abcdef").status == 422);
    CHECK(!browser.is_in());
    const auto done = browser.post("/sign-in/second-factor", "code=" + house.code_of(house.facilitator));
    CHECK(done.status == 200);
    CHECK(done.body.contains("Your recovery codes"));
    CHECK(done.body.contains("href=\"/sdi/steps\""));
    CHECK(browser.is_in());
    CHECK(browser.comes_live());
    CHECK(house.one<int>("SELECT count(*) FROM recovery_codes WHERE person = ?", house.facilitator) == 10);
}

TEST_CASE("a login from before opens nothing for who must have one, its scripts go on") {
    Guarded house;
    const auto before = house.sign_in(house.facilitator), script = house.token(house.facilitator);
    CHECK(house.ask(house.request("GET", "/api/me", house.as(before))).status == 401);
    CHECK(!house.open(house.as(before)));
    CHECK(house.ask(house.request("GET", "/api/me", {{"authorization", "Bearer " + script}})).status == 200);
    CHECK(house.ask(house.request("GET", "/api/me", house.as(house.secret))).status == 200); // a member
}

TEST_CASE("who facilitates one series or session only must have one too, for as long as they do") {
    Guarded house;
    const auto here =
        house.one<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ?", house.member);
    const auto administrator =
        house.one<PersonId>("SELECT person FROM role_grants WHERE role = 'administrator'"
                            " ORDER BY person LIMIT 1");
    house.set_up(administrator);
    const auto administering = house.sign_in(administrator);
    const auto is_in = [&] {
        return house.ask(house.request("GET", "/api/me", house.as(house.secret))).status == 200;
    };
    const auto does = [&](const std::string& command, const std::string& scope, const std::string& subject) {
        const Json body{{"collaborative", here.str()},
                        {"person", house.member.str()},
                        {"role", "facilitator"},
                        {"scope", scope},
                        {"subject", subject}};
        return house
            .ask(house.request(
                "POST", "/api/commands/" + command, house.as(administering),
                Json{{"id", Ulid::from(wall_clock(), random_bytes()).str()}, {"body", body}}.dump()))
            .status;
    };
    REQUIRE(is_in());
    const std::map<std::string, const char*> parts{
        {"series", "SELECT id FROM series WHERE state = 'running' LIMIT 1"},
        {"meeting", "SELECT id FROM meetings WHERE state = 'announced' LIMIT 1"}};
    for (const auto& [scope, sql] : parts) {
        const auto subject = house.one<Ulid>(sql).str();
        REQUIRE(does("grant_role", scope, subject) == 200);
        CHECK(!is_in());
        REQUIRE(does("end_role", scope, subject) == 200);
        CHECK(is_in());
    }
}

TEST_CASE("the code is asked for after password, link and mailed code alike, and half a sign-in is none") {
    Guarded house;
    house.set_up(house.member);
    for (const char* way : {"password", "link", "mail"}) {
        INFO(way);
        Browser browser{house};
        app::Response come;
        if (way == std::string{"password"}) {
            come = house.by_password(browser, house.member);
        } else if (way == std::string{"link"}) {
            come = browser.post(house.link_for(house.member), "");
        } else {
            browser.post("/sign-in/mail", "address=" + house.address_of(house.member));
            house.ask(house.request("POST", "/sign-out", house.as("nobody")));
            const auto mails = house.seen([](store::Transaction& tx) { return mail::newest(tx, 1); });
            come = browser.post("/sign-in/code", "code=" + mails.front().subject.substr(0, 6));
        }
        CHECK(location_of(come) == "/sign-in/second-factor");
        CHECK(!browser.is_in());
        CHECK(browser.get("/sign-in/second-factor").body.contains("one of your recovery codes"));
        const auto code = house.code_of(house.member);
        const auto done = browser.post("/sign-in/second-factor", "code=" + code);
        CHECK(done.status == 303);
        CHECK(browser.is_in());
        // Neither this half sign-in nor this code is good again.
        Browser other{house};
        other.cookies["interstate_8080_half"] = browser.cookies["interstate_8080_half"];
        CHECK(other.post("/sign-in/second-factor", "code=" + house.code_of(house.member)).status == 410);
        house.by_password(other, house.member);
        CHECK(other.post("/sign-in/second-factor", "code=" + code).status == 422);
        CHECK(!other.is_in());
    }
}

TEST_CASE(
    "five wrong codes end the half sign-in; a recovery code is good once; a shared computer stays one") {
    Guarded house;
    house.set_up(house.member);
    Browser browser{house};
    house.by_password(browser, house.member);
    for (int i = 1; i < identity::most_wrong_in_half; ++i)
        CHECK(browser.post("/sign-in/second-factor", "code=wrong").status == 422);
    CHECK(browser.post("/sign-in/second-factor", "code=wrong").status == 410);
    CHECK(browser.post("/sign-in/second-factor", "code=" + house.code_of(house.member)).status == 410);
    for (const int status : {303, 422}) {
        Browser other{house};
        house.ahead += std::chrono::seconds{5};
        house.by_password(other, house.member, "&shared=1");
        CHECK(other.post("/sign-in/second-factor", "code=aaaabbbbccccdddd").status == status);
        CHECK(other.is_in() == (status == 303));
        if (status == 303) CHECK(other.get("/api/me").body.contains("\"shared_computer\":true"));
    }
}

TEST_CASE("a member sets one up by themselves, just after signing in; other logins end, and a mail tells") {
    Guarded house;
    const auto elsewhere = house.sign_in(house.member);
    Browser browser{house};
    house.by_password(browser, house.member);
    // Looking offers nothing: it is begun by a button.
    CHECK(!browser.get("/sign-ins/second-factor").body.contains("class=\"qr\""));
    CHECK(house.one<int>("SELECT count(*) FROM second_factors") == 0);
    CHECK(location_of(browser.post("/sign-ins/second-factor/begin", "")) == "/sign-ins/second-factor");
    CHECK(browser.get("/sign-ins/second-factor").body.contains("class=\"qr\""));
    CHECK(browser.post("/sign-ins/second-factor", "code=wrong").status == 422);
    CHECK(house.ask(house.request("GET", "/api/me", house.as(elsewhere))).status == 200);
    const auto done = browser.post("/sign-ins/second-factor", "code=" + house.code_of(house.member));
    CHECK(done.body.contains("Your recovery codes"));
    CHECK(house.ask(house.request("GET", "/api/me", house.as(elsewhere))).status == 401);
    CHECK(browser.is_in());
    const auto mails = house.seen([](store::Transaction& tx) { return mail::newest(tx, 9); });
    REQUIRE(mails.size() == 1);
    CHECK(mails.front().subject.contains("second factor"));
    CHECK(browser.get("/sign-ins").body.contains("10 recovery codes left"));
}

TEST_CASE("setting one up later wants a fresh sign-in, and removing it or new recovery codes want a code") {
    Guarded house;
    Browser browser{house};
    house.by_password(browser, house.member);
    house.ahead += std::chrono::minutes{11};
    CHECK(!browser.get("/sign-ins/second-factor").body.contains("class=\"qr\""));
    CHECK(browser.post("/sign-ins/second-factor", "code=000000").status == 403);
    house.set_up(house.member);
    CHECK(browser.post("/sign-ins/second-factor/remove", "code=wrong").status == 422);
    CHECK(browser.post("/sign-ins/second-factor/codes", "code=wrong").status == 422);
    CHECK(browser.post("/sign-ins/second-factor/codes", "code=" + house.code_of(house.member))
              .body.contains("Your recovery codes"));
    CHECK(house.one<int>("SELECT count(*) FROM recovery_codes WHERE person = ?", house.member) == 10);
    CHECK(browser.post("/sign-ins/second-factor/remove", "code=" + house.code_of(house.member)).status ==
          303);
    CHECK(house.one<int>("SELECT count(*) FROM second_factors") == 0);
    CHECK(house.one<int>("SELECT count(*) FROM recovery_codes") == 0);
    Browser other{house};
    CHECK(location_of(house.by_password(other, house.member)) == "/sdi/steps");
}

TEST_CASE("a facilitator who removes theirs sets up another before anything opens") {
    Guarded house;
    house.set_up(house.facilitator);
    Browser browser{house};
    house.by_password(browser, house.facilitator);
    browser.post("/sign-in/second-factor", "code=" + house.code_of(house.facilitator));
    REQUIRE(browser.is_in());
    CHECK(browser.post("/sign-ins/second-factor/remove", "code=" + house.code_of(house.facilitator)).status ==
          303);
    CHECK(!browser.is_in());
    house.by_password(browser, house.facilitator);
    CHECK(browser.get("/sign-in/second-factor").body.contains("class=\"qr\""));
}

TEST_CASE("a page of another site shows no code for anybody, and who is not signed in sees no secret") {
    Guarded house;
    house.set_up(house.member);
    for (const char* path :
         {"/sign-in/second-factor", "/sign-ins/second-factor", "/sign-ins/second-factor/begin",
          "/sign-ins/second-factor/codes", "/sign-ins/second-factor/remove"})
        CHECK(house
                  .ask(house.request(
                      "POST", path,
                      {{"origin", "http://evil.example"}, {"cookie", "interstate_8080=" + house.secret}},
                      "code=1"))
                  .status == 403);
    CHECK(location_of(house.ask(house.request("GET", "/sign-in/second-factor"))) == "/sign-in");
    CHECK(location_of(house.ask(house.request("GET", "/sign-ins/second-factor"))) ==
          "/sign-in?next=/sign-ins/second-factor");
}

TEST_CASE("in a demonstration nobody must have one, and nobody keeps others out of a person with theirs") {
    Guarded house;
    house.written([](store::Transaction& tx) {
        tx.run("UPDATE facts_of_store SET value = 'demonstration' WHERE name = 'kind'");
    });
    Browser browser{house};
    CHECK(location_of(house.by_password(browser, house.facilitator)) == "/sdi/steps");
    house.set_up(house.facilitator);
    Browser other{house};
    CHECK(other.post("/sign-in/demonstration", "person=" + house.facilitator.str()).status == 303);
    CHECK(other.is_in());
    Browser third{house};
    CHECK(location_of(house.by_password(third, house.facilitator)) == "/sign-in/second-factor");
}
