// Signing in by a password, and changing it: nobody learns who is known here, nobody keeps others away, and
// whoever changes it is alone with it.
#include "protocol/standing.hpp"

#include "features/identity/passwords.hpp"
#include "features/mail/mail.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

constexpr const char* secret_words = "four geese walked past";
constexpr const char* other_words = "kettle under the willow";

class Keeping : public Standing {
  public:
    Keeping() { keep(secret_words); }
    void keep(const std::string& password) {
        written([&](store::Transaction& tx) {
            identity::set_password(tx, member, password_hash(password, little), wall_clock());
        });
    }
    /// What a browser holds after this answer.
    static std::string cookies_of(const app::Response& response) {
        std::string all;
        for (const auto& [name, value] : response.headers)
            if (name == "Set-Cookie") all += (all.empty() ? "" : "; ") + value.substr(0, value.find(';'));
        return all;
    }
    static bool is_in(const app::Response& response) {
        return response.status == 303 && cookies_of(response).starts_with("interstate_8080=");
    }
    app::Response post(const std::string& path, const std::string& body, const std::string& cookies = {}) {
        return ask(request("POST", path, {{"origin", "http://localhost:8080"}, {"cookie", cookies}}, body));
    }
    app::Response try_password(const std::string& password, const std::string& of,
                               const std::string& cookies = {}) {
        std::string body = "address=" + of + "&password=" + password;
        std::ranges::replace(body, ' ', '+');
        return post("/sign-in/password", body, cookies);
    }
    app::Response change(const std::string& password, const std::string& present = {}) {
        std::string body = "password=" + password + "&again=" + password + "&present=" + present;
        std::ranges::replace(body, ' ', '+');
        return ask(request("POST", "/sign-ins/password", as(secret), body));
    }
    bool goes_on(const std::string& cookie) {
        return ask(request("GET", "/api/me", as(cookie))).status == 200;
    }
    std::vector<mail::Entry> mails() {
        return seen([](store::Transaction& tx) { return mail::newest(tx, 100); });
    }
    std::string address = one<std::string>("SELECT address FROM people WHERE id = ?", member);
};

} // namespace

TEST_CASE("the right password lets in, with a new login each time; a wrong one does not") {
    Keeping house;
    const auto first = house.try_password(secret_words, house.address),
               again = house.try_password(secret_words, house.address);
    CHECK(Keeping::is_in(first));
    CHECK(Keeping::is_in(again));
    CHECK(Keeping::cookies_of(first) != Keeping::cookies_of(again));
    const auto wrong = house.try_password(other_words, house.address);
    CHECK(wrong.status == 422);
    CHECK(wrong.body.contains("do not belong together"));
    CHECK(wrong.body.contains(house.address));
    CHECK(Keeping::cookies_of(wrong).empty());
}

TEST_CASE("signing in ends the login that this browser had before, and no other") {
    Keeping house;
    const auto here = house.sign_in(house.member), elsewhere = house.sign_in(house.member);
    CHECK(Keeping::is_in(house.try_password(secret_words, house.address, "interstate_8080=" + here)));
    CHECK(!house.goes_on(here));
    CHECK(house.goes_on(elsewhere));
}

TEST_CASE("an unknown address, one without a password and a wrong password are answered alike") {
    Keeping house;
    const auto without =
        house.one<std::string>("SELECT address FROM people WHERE id <> ? AND active = 1", house.member);
    const auto shape = [&](const std::string& address) {
        auto answer = house.try_password(other_words, address);
        const auto at = answer.body.find(address);
        REQUIRE(at != std::string::npos);
        answer.body.replace(at, address.size(), "ADDRESS");
        return std::tuple{answer.status, answer.body, answer.headers};
    };
    for (int i = 0; i < identity::tries_without_wait + 2; ++i) { // the wait is alike too
        const auto wrong = shape(house.address);
        CHECK(shape(without) == wrong);
        CHECK(shape("nobody@agency.example") == wrong);
    }
    CHECK(std::get<0>(shape(house.address)) == 429);
}

TEST_CASE("others who guess do not keep the person away from a browser that is known, nor from a code") {
    Keeping house;
    const auto known = Keeping::cookies_of(house.try_password(secret_words, house.address));
    REQUIRE(known.contains("interstate_8080_device="));
    const auto device = known.substr(known.find("interstate_8080_device="));
    for (int i = 0; i < 30; ++i) house.try_password(other_words, house.address);
    CHECK(house.try_password(secret_words, house.address).status == 429);
    CHECK(Keeping::is_in(house.try_password(secret_words, house.address, device)));
    // They have come in: the count begins anew.
    CHECK(Keeping::is_in(house.try_password(secret_words, house.address)));
}

TEST_CASE("others of one network who guess do not keep a known browser of that network away, and no other") {
    Keeping house;
    const auto known = Keeping::cookies_of(house.try_password(secret_words, house.address));
    const auto device = known.substr(known.find("interstate_8080_device="));
    const auto other =
        house.one<std::string>("SELECT address FROM people WHERE id <> ? AND active = 1", house.member);
    const auto from_network = [](const app::Response& response) {
        return response.status == 429 && response.body.contains("from your network");
    };
    int tried = 0;
    while (!from_network(house.try_password(other_words, "nobody@agency.example"))) REQUIRE(++tried < 1000);
    CHECK(tried >= 100);
    CHECK(from_network(house.try_password(secret_words, house.address)));
    // Known to its own person only: for others it is a stranger's.
    CHECK(from_network(house.try_password(other_words, other, device)));
    CHECK(from_network(house.try_password(other_words, "nobody@agency.example", device)));
    CHECK(from_network(house.try_password(secret_words, house.address, "interstate_8080_device=made-up")));
    // Whoever has stolen it has five tries before they wait.
    for (int i = 0; i < identity::tries_without_wait; ++i)
        CHECK(house.try_password(other_words, house.address, device).status == 422);
    const auto waits = house.try_password(secret_words, house.address, device);
    CHECK(waits.status == 429);
    CHECK(!from_network(waits));
    house.ahead = std::chrono::seconds{2};
    CHECK(Keeping::is_in(house.try_password(secret_words, house.address, device)));
}

TEST_CASE("without a password in the form a code is mailed, as by the other button") {
    Keeping house;
    CHECK(house.try_password("", house.address).status == 303);
    house.ask(house.request("POST", "/sign-out", house.as("nobody")));
    REQUIRE(house.mails().size() == 1);
    CHECK(house.mails().front().purpose == mail::Purpose::sign_in);
}

TEST_CASE("a hash of other costs is made anew when its person comes in") {
    Keeping house;
    house.written([&](store::Transaction& tx) {
        identity::set_password(tx, house.member, password_hash(secret_words, {.passes = 2, .bytes = 8 << 20}),
                               wall_clock());
    });
    const auto hash = [&] {
        return house.one<std::string>("SELECT hash FROM passwords WHERE person = ?", house.member);
    };
    CHECK(hash().contains("t=2"));
    CHECK(house.try_password(other_words, house.address).status == 422);
    CHECK(hash().contains("t=2"));
    CHECK(Keeping::is_in(house.try_password(secret_words, house.address)));
    CHECK(hash().contains("t=1"));
    CHECK(Keeping::is_in(house.try_password(secret_words, house.address)));
}

TEST_CASE("changing it ends the other logins with their connections, and mails a notice") {
    Keeping house;
    const auto other = house.sign_in(house.member);
    const auto there = house.open(house.as(other));
    REQUIRE(there);
    CHECK(house.change(other_words).status == 303);
    CHECK((*there)->outbox().closed_with() == live::CloseCode::not_welcome);
    house.server.closed(*there);
    CHECK(!house.goes_on(other));
    CHECK(house.goes_on(house.secret));
    REQUIRE(house.mails().size() == 1);
    CHECK(house.mails().front().purpose == mail::Purpose::notice);
    CHECK(house.mails().front().address == house.address);
    CHECK(house.mails().front().plain.contains("was changed"));
    CHECK(!house.mails().front().plain.contains(other_words));
    CHECK(house.try_password(secret_words, house.address).status == 422);
    CHECK(Keeping::is_in(house.try_password(other_words, house.address)));
}

TEST_CASE("a sign-in that is not fresh shows the present password first; five wrong ones wait") {
    Keeping house;
    house.ahead = std::chrono::minutes{11};
    CHECK(house.ask(house.request("GET", "/sign-ins/password", house.as(house.secret)))
              .body.contains("name=\"present\""));
    for (int i = 0; i < identity::tries_without_wait; ++i)
        CHECK(house.change(other_words, "wrong").status == 422);
    CHECK(house.change(other_words, secret_words).status == 429);
    house.ahead += std::chrono::minutes{1};
    CHECK(house.change(other_words, secret_words).status == 303);
    CHECK(house.ask(house.request("POST", "/sign-ins/password/remove", house.as(house.secret))).status ==
          403);
}

TEST_CASE("whoever has none sets one only just after signing in, and may remove it then") {
    Keeping house;
    house.written([&](store::Transaction& tx) { identity::remove_password(tx, house.member); });
    house.ahead = std::chrono::minutes{11};
    CHECK(house.change(other_words).status == 403);
    house.ahead = Millis{0};
    CHECK(house.change(other_words).status == 303);
    CHECK(Keeping::is_in(house.try_password(other_words, house.address)));
    CHECK(house.ask(house.request("POST", "/sign-ins/password/remove", house.as(house.secret))).status ==
          303);
    CHECK(house.try_password(other_words, house.address).status == 422);
}

TEST_CASE("what is too short, guessed, or not typed twice alike is not taken, and nothing changes") {
    Keeping house;
    for (const char* bad : {"short", "interstate2026!", "passwordpassword"})
        CHECK(house.change(bad).status == 422);
    CHECK(house
              .ask(house.request("POST", "/sign-ins/password", house.as(house.secret),
                                 "password=kettle+under+the+willow&again=kettle+under+the+willov"))
              .status == 422);
    CHECK(Keeping::is_in(house.try_password(secret_words, house.address)));
    CHECK(house.mails().empty());
}

TEST_CASE("a page of another site changes nothing, and neither does a token") {
    Keeping house;
    const auto body = "password=kettle+under+the+willow&again=kettle+under+the+willow";
    for (const char* path : {"/sign-ins/password", "/sign-ins/password/remove", "/sign-in/password"})
        CHECK(house
                  .ask(house.request(
                      "POST", path,
                      {{"origin", "http://evil.example"}, {"cookie", "interstate_8080=" + house.secret}},
                      "address=x%40y.gov&" + std::string{body}))
                  .status == 403);
    const auto script = house.token(house.member);
    CHECK(house
              .ask(house.request("POST", "/sign-ins/password",
                                 {{"origin", "http://localhost:8080"}, {"authorization", "Bearer " + script}},
                                 body))
              .status == 303); // to the sign-in page
    CHECK(Keeping::is_in(house.try_password(secret_words, house.address)));
}

TEST_CASE("who has left does not come in by a password, and one who is let back in has none") {
    Keeping house;
    house.written(
        [&](store::Transaction& tx) { tx.run("UPDATE people SET active = 0 WHERE id = ?", house.member); });
    CHECK(house.try_password(secret_words, house.address).status == 422);
}

// ---- computers that others use ----------------------------------------------------------------------------

TEST_CASE("on a computer that others use the cookie goes with the browser, it is not known, and the client "
          "is told") {
    Keeping house;
    std::string body = "address=" + house.address + "&password=four+geese+walked+past&shared=1";
    const auto in = house.post("/sign-in/password", body);
    REQUIRE(in.status == 303);
    int cookies = 0;
    for (const auto& [name, value] : in.headers)
        if (name == "Set-Cookie") {
            ++cookies;
            CHECK(!value.contains("Max-Age"));
        }
    CHECK(cookies == 1);
    const auto cookie = Keeping::cookies_of(in).substr(16);
    CHECK(house.ask(house.request("GET", "/api/me", house.as(cookie)))
              .body.contains("\"shared_computer\":true"));
    CHECK(house.ask(house.request("GET", "/api/me", house.as(house.secret)))
              .body.contains("\"shared_computer\":false"));
    CHECK(house.ask(house.request("GET", "/sign-ins", house.as(house.secret)))
              .body.contains("shared computer"));
    CHECK(house.one<int>("SELECT count(*) FROM known_devices") == 0);
}

TEST_CASE("every way in may be on a computer that others use") {
    Keeping house;
    const auto is_shared = [](const app::Response& response) {
        return Keeping::is_in(response) && std::ranges::none_of(response.headers, [](const auto& header) {
                   return header.second.contains("Max-Age");
               });
    };
    CHECK(is_shared(house.post("/sign-in/demonstration", "person=" + house.member.str() + "&shared=1")));
    const auto link = random_secret();
    house.written([&](store::Transaction& tx) {
        identity::make_invitation(tx, house.member, secret_hash(link), wall_clock());
    });
    CHECK(is_shared(house.post("/sign-in/link/" + link, "shared=1")));
    const auto asked = house.post("/sign-in/mail", "address=" + house.address + "&shared=1");
    CHECK(std::ranges::any_of(asked.headers,
                              [](const auto& header) { return header.second.ends_with("&shared=1"); }));
    house.ask(house.request("POST", "/sign-out", house.as("nobody")));
    CHECK(is_shared(house.post("/sign-in/code",
                               "code=" + house.mails().front().subject.substr(0, 6) + "&shared=1",
                               Keeping::cookies_of(asked))));
}

TEST_CASE("nobody at a shared computer for half an hour: the login ends and its page is closed; somebody "
          "there goes on") {
    Keeping house;
    const auto shared = [&] {
        const auto fresh = random_secret();
        house.written([&](store::Transaction& tx) {
            identity::start_sign_in(tx, house.member, secret_hash(fresh), wall_clock(), "test", true);
        });
        return fresh;
    };
    house.server.start();
    const auto left = shared(), used = shared();
    const auto there = house.open(house.as(left)), here = house.open(house.as(used)),
               own = house.open(house.as(house.secret));
    REQUIRE((there && here && own));
    house.ahead = std::chrono::minutes{29};
    (*there)->receive(R"({"t":"ping","id":1})"); // a page by itself is nobody
    (*here)->receive(R"({"t":"query","id":"q","name":"steps","body":{}})");
    const auto wait = std::chrono::steady_clock::now() + std::chrono::milliseconds{200};
    while (std::chrono::steady_clock::now() < wait) house.io.run_one_for(std::chrono::milliseconds{20});
    CHECK(!(*there)->outbox().closed());
    house.ahead = std::chrono::minutes{31};
    house.until([&] { return (*there)->outbox().closed(); });
    CHECK((*there)->outbox().closed_with() == live::CloseCode::not_welcome);
    CHECK(!(*here)->outbox().closed());
    CHECK(!(*own)->outbox().closed());
    CHECK(!house.goes_on(left));
    CHECK(house.goes_on(used));
    for (const auto& one : {there, here, own}) house.server.closed(*one);
}
