// Signing in by a code that is mailed: whoever has the mail and the browser gets in, nobody learns who is
// known here.
#include "protocol/standing.hpp"

#include "features/identity/passwords.hpp"
#include "features/identity/sign_in_codes.hpp"
#include "features/mail/mail.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

class Mailing : public Standing {
  public:
    app::Response post(const std::string& path, const std::string& body, const std::string& ticket = {}) {
        return ask(request(
            "POST", path,
            {{"origin", "http://localhost:8080"}, {"cookie", "interstate_8080_ticket=" + ticket}}, body));
    }
    /// From another network than `post`, with cookies as they stand in the header.
    app::Response post_from(const std::string& network, const std::string& path, const std::string& body,
                            const std::string& cookies) {
        auto asking = request("POST", path, {{"origin", "http://localhost:8080"}, {"cookie", cookies}}, body);
        asking.remote = network;
        return ask(std::move(asking));
    }
    app::Response ask_for_code(const std::string& for_whom) {
        return post("/sign-in/mail", "address=" + for_whom);
    }
    app::Response ask_with(const std::string& cookies, const std::string& for_whom) {
        return post_from("::1", "/sign-in/mail", "address=" + for_whom, cookies);
    }
    /// The cookie of a browser in which the member has signed in.
    std::string known_device() {
        const auto secret = random_secret();
        written([&](store::Transaction& tx) {
            identity::know_device(tx, member, secret_hash(secret), wall_clock());
        });
        return "interstate_8080_device=" + secret;
    }
    /// As if so many codes had been asked for within the last hour, for so many addresses.
    void strangers_ask(int codes) {
        written([&](store::Transaction& tx) {
            tx.run(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO "
                "sign_in_codes"
                " (ticket_hash, address_folded, code_hash, link_hash, asked_at) SELECT 't' || i, 'a' || i, "
                "'', 'l' || i, ? FROM n",
                codes, wall_clock());
        });
    }
    /// The secret that the browser keeps.
    static std::string ticket_of(const app::Response& response) {
        for (const auto& [name, value] : response.headers)
            if (name == "Set-Cookie" && value.starts_with("interstate_8080_ticket="))
                return value.substr(23, value.find(';') - 23);
        return {};
    }
    static bool is_in(const app::Response& response) {
        return response.status == 303 && std::ranges::any_of(response.headers, [](const auto& header) {
                   return header.first == "Set-Cookie" && header.second.starts_with("interstate_8080=");
               });
    }
    std::vector<mail::Entry> mails() {
        return seen([](store::Transaction& tx) { return mail::newest(tx, 100); });
    }
    std::string code() { return mails().front().subject.substr(0, 6); }
    std::string link() {
        const auto plain = mails().front().plain;
        const auto from = plain.find(identity::link_path);
        return plain.substr(from, plain.find('\n', from) - from);
    }
    void age_codes(Millis by) {
        written([&](store::Transaction& tx) {
            tx.run("UPDATE sign_in_codes SET asked_at = asked_at - ?", by.count());
        });
    }
    std::string address = one<std::string>("SELECT address FROM people WHERE id = ?", member);
};

/// Another code than this.
std::string wrong(const std::string& code) { return code == "000000" ? "000001" : "000000"; }

} // namespace

TEST_CASE("the code from the mail lets in the browser that asked for it, once") {
    Mailing house;
    const auto asked = house.ask_for_code(house.address);
    CHECK(asked.status == 303);
    const auto ticket = Mailing::ticket_of(asked);
    REQUIRE(ticket.size() == 43);
    const auto code = house.code();
    CHECK(house.mails().front().address == house.address);
    CHECK(house.post("/sign-in/code", "code=" + code).status == 410); // another browser
    CHECK(house.post("/sign-in/code", "code=" + wrong(code), ticket).status == 422);
    CHECK(Mailing::is_in(
        house.post("/sign-in/code", "code=" + code.substr(0, 3) + "+" + code.substr(3), ticket)));
    CHECK(house.post("/sign-in/code", "code=" + code, ticket).status == 410);
}

TEST_CASE("the link of the mail works in any browser, by pressing the button, and then the code is over") {
    Mailing house;
    const auto ticket = Mailing::ticket_of(house.ask_for_code(house.address));
    const auto code = house.code(), link = house.link();
    for (int i = 0; i < 6; ++i) CHECK(house.ask(house.request("GET", link)).status == 200); // a scanner
    CHECK(Mailing::is_in(house.post(link, "")));
    CHECK(house.post(link, "").status == 410);
    CHECK(house.post("/sign-in/code", "code=" + code, ticket).status == 410);
}

TEST_CASE("an address that nobody has is answered as any other, gets no mail, and no code fits") {
    Mailing house;
    const auto known = house.ask_for_code(house.address),
               unknown = house.ask_for_code("nobody@agency.example");
    const auto shape = [](app::Response response) {
        for (auto& [name, value] : response.headers)
            if (name == "Set-Cookie") value = value.substr(value.find(';'));
        return std::tuple{response.status, response.body, response.headers};
    };
    CHECK(shape(known) == shape(unknown));
    CHECK(house.mails().size() == 1);
    CHECK(!house.ask(house.request("GET", "/outgoing-mail")).body.contains("nobody@agency.example"));
    const auto ticket = Mailing::ticket_of(unknown);
    for (int i = 1; i < identity::most_wrong_codes; ++i)
        CHECK(house.post("/sign-in/code", "code=00000" + std::to_string(i), ticket).status == 422);
    CHECK(house.post("/sign-in/code", "code=000000", ticket).status == 410);
    CHECK(house.ask_for_code("nobody@agency.example").status == 429); // it waits as any other
    CHECK(house.ask_for_code(house.address).status == 429);
}

TEST_CASE("somebody who has left is unknown: no mail, and a mail on its way lets nobody in") {
    Mailing house;
    const auto ticket = Mailing::ticket_of(house.ask_for_code(house.address));
    const auto code = house.code(), link = house.link();
    house.written(
        [&](store::Transaction& tx) { tx.run("UPDATE people SET active = 0 WHERE id = ?", house.member); });
    CHECK(house.post("/sign-in/code", "code=" + code, ticket).status == 422);
    CHECK(house.post(link, "").status == 410);
    const auto due = house.seen([&](store::Transaction& tx) { return mail::due(tx, wall_clock(), 10); });
    CHECK(std::ranges::all_of(
        due, [](const mail::Letter& letter) { return letter.kept_back == mail::Delivery::withheld; }));
    house.age_codes(std::chrono::hours{2});
    CHECK(house.ask_for_code(house.address).status == 303);
    CHECK(house.mails().size() == 1);
}

TEST_CASE("after five wrong codes the right one is over too, and so it is after a quarter of an hour; the "
          "link lives longer") {
    Mailing house;
    const auto first = Mailing::ticket_of(house.ask_for_code(house.address));
    const auto code = house.code();
    for (int i = 0; i < identity::most_wrong_codes; ++i)
        house.post("/sign-in/code", "code=" + wrong(code), first);
    CHECK(house.post("/sign-in/code", "code=" + code, first).status == 410);
    house.age_codes(std::chrono::minutes{10});
    const auto second = Mailing::ticket_of(house.ask_for_code(house.address));
    const auto later = house.code(), link = house.link();
    house.age_codes(identity::code_life);
    CHECK(house.post("/sign-in/code", "code=" + later, second).status == 410);
    CHECK(identity::link_life > identity::pause_between_codes(1000));
    CHECK(house.ask(house.request("GET", link)).status == 200);
    house.age_codes(identity::link_life);
    CHECK(house.post(link, "").status == 410);
}

TEST_CASE(
    "an address is sent few codes in a day, however often they are asked for, and told how long to wait") {
    Mailing house;
    int sent = 0;
    for (int quarters = 0; quarters < 24 * 4; ++quarters) {
        sent += house.ask_for_code(house.address).status == 303 ? 1 : 0;
        house.age_codes(std::chrono::minutes{15});
    }
    CHECK(sent >= 24); // one an hour
    CHECK(sent <= 30);
    house.ask_for_code(house.address);
    const auto refused = house.ask_for_code(house.address);
    CHECK(refused.status == 429);
    CHECK(refused.body.contains("minutes"));
}

TEST_CASE("whoever knows many addresses is held up: by network, by the codes of an hour, by the wrong ones "
          "of a day") {
    Mailing house;
    int asked = 0;
    while (asked < 1000 &&
           house.ask_for_code("nobody" + std::to_string(asked) + "@agency.example").status == 303)
        ++asked;
    CHECK(asked >= 100);
    CHECK(asked <= 200);

    Mailing guessed;
    const auto ticket = Mailing::ticket_of(guessed.ask_for_code(guessed.address));
    const auto code = guessed.code(), link = guessed.link();
    guessed.ask_for_code("nobody@agency.example");
    guessed.written([&](store::Transaction& tx) {
        tx.run("UPDATE sign_in_codes SET wrong = ? WHERE person IS NULL", identity::most_wrong_codes_a_day);
    });
    CHECK(guessed.post("/sign-in/code", "code=" + code, ticket).status == 410);
    CHECK(Mailing::is_in(guessed.post(link, "")));

    Mailing flooded;
    flooded.strangers_ask(identity::most_codes_an_hour);
    const auto refused = flooded.ask_for_code(flooded.address);
    CHECK(refused.status == 429);
    CHECK(
        refused.body.contains("Very many codes were asked for in the last hour. Ask for one in 60 minutes."));
}

TEST_CASE(
    "a known device asks for a few codes an hour, whatever strangers have asked for; for others it is a "
    "stranger's") {
    Mailing house;
    const auto device = house.known_device();
    house.strangers_ask(identity::most_codes_an_hour);
    while (!house.ask_for_code("nobody@agency.example").body.contains("from your network")) {
    }
    const auto stranger = house.ask_for_code(house.address);
    CHECK(stranger.status == 429);
    for (const auto& [cookies, address] :
         {std::pair{device, std::string{"nobody@agency.example"}},
          std::pair{std::string{"interstate_8080_device=made-up"}, house.address}}) {
        const auto refused = house.ask_with(cookies, address);
        CHECK(refused.status == 429);
        CHECK(refused.body.contains("from your network"));
    }
    for (int i = 0; i < 3; ++i) CHECK(house.ask_with(device, house.address).status == 303);
    CHECK(house.ask_with(device, house.address).status == 429);
    CHECK(house.mails().size() == 3);
    house.ahead = std::chrono::hours{1};
    CHECK(house.ask_with(device, house.address).status == 303);
    CHECK(house.mails().size() == 4);
}

TEST_CASE("a code for this address was asked for already: said of the address, and only where it is true") {
    Mailing house;
    REQUIRE(house.ask_for_code(house.address).status == 303);
    const auto again = house.ask_for_code(house.address);
    CHECK(again.status == 429);
    CHECK(again.body.contains("for this address was asked for already"));
}

TEST_CASE("wrong codes of one network are over soon, and stop nobody elsewhere, nor a known device there") {
    Mailing house;
    int looked_at = 0;
    for (int i = 0; i < 42; ++i) {
        const auto ticket =
            Mailing::ticket_of(house.ask_for_code("nobody" + std::to_string(i) + "@agency.example"));
        for (int k = 0; k < identity::most_wrong_codes; ++k)
            looked_at += house.post("/sign-in/code", "code=123456", ticket).status == 429 ? 0 : 1;
        house.ahead += std::chrono::seconds{1}; // requests of one network have a rate too
    }
    CHECK(looked_at == 20);
    const auto ticket = Mailing::ticket_of(house.ask_for_code(house.address));
    const auto body = "code=" + house.code(), cookie = "interstate_8080_ticket=" + ticket;
    const auto stopped = house.post("/sign-in/code", body, ticket);
    CHECK(stopped.status == 429);
    CHECK(stopped.body.contains("The link in the mail works at once"));
    // What is not looked at says nothing of the code.
    CHECK(house.post("/sign-in/code", "code=" + wrong(house.code()), ticket).body == stopped.body);
    SECTION("elsewhere") {
        CHECK(Mailing::is_in(house.post_from("10.0.0.1", "/sign-in/code", body, cookie)));
    }
    SECTION("a known device") {
        const auto device = house.known_device();
        CHECK(Mailing::is_in(house.post_from("::1", "/sign-in/code", body, cookie + "; " + device)));
    }
    SECTION("a device that is not known") {
        CHECK(house.post_from("::1", "/sign-in/code", body, cookie + "; interstate_8080_device=made-up")
                  .status == 429);
    }
    SECTION("a day later") {
        house.ahead = std::chrono::hours{24};
        const auto later = Mailing::ticket_of(house.ask_for_code(house.address));
        CHECK(Mailing::is_in(house.post("/sign-in/code", "code=" + house.code(), later)));
    }
}

TEST_CASE("right codes count as none: a room signs in from one network") {
    Mailing house;
    for (int i = 0; i < 25; ++i) {
        const auto ticket = Mailing::ticket_of(house.ask_for_code(house.address));
        CHECK(Mailing::is_in(house.post("/sign-in/code", "code=" + house.code(), ticket)));
        house.age_codes(std::chrono::hours{25});
    }
}

TEST_CASE("whoever has stolen a known device guesses no more than a few codes a day, and stops nobody") {
    Mailing house;
    const auto device = house.known_device();
    const auto ticket = Mailing::ticket_of(house.ask_with(device, house.address));
    const auto guess = [&](const std::string& from) {
        return house
            .post_from(from, "/sign-in/code", "code=" + wrong(house.code()),
                       "interstate_8080_ticket=" + ticket + "; " + device)
            .status;
    };
    for (int i = 0; i < 20; ++i) CHECK(guess("::1") == 422);
    CHECK(house.one<int>("SELECT sum(wrong) FROM sign_in_codes") == 0);
    // From then on it is a stranger's.
    for (int i = 1; i < identity::most_wrong_codes; ++i) CHECK(guess("10.0.0.1") == 422);
    CHECK(guess("10.0.0.1") == 410);
    CHECK(guess("10.0.0.2") == 410);
    CHECK(house.one<int>("SELECT sum(wrong) FROM sign_in_codes") == identity::most_wrong_codes);
}

TEST_CASE("strangers everywhere who have spent the wrong codes of a day do not stop a known device") {
    Mailing house;
    const auto device = house.known_device();
    const auto ticket = Mailing::ticket_of(house.ask_for_code(house.address));
    house.ask_for_code("nobody@agency.example");
    house.written([&](store::Transaction& tx) {
        tx.run("UPDATE sign_in_codes SET wrong = ? WHERE person IS NULL", identity::most_wrong_codes_a_day);
    });
    const auto body = "code=" + house.code(), cookie = "interstate_8080_ticket=" + ticket;
    CHECK(house.post("/sign-in/code", body, ticket).status == 410);
    CHECK(Mailing::is_in(house.post_from("::1", "/sign-in/code", body, cookie + "; " + device)));
}

TEST_CASE("for an address that nobody has the same is written, and goes without being sent or shown") {
    Mailing house;
    REQUIRE(house.ask_for_code("nobody@agency.example").status == 303);
    const auto lines = [&] { return house.one<int>("SELECT count(*) FROM mail"); };
    CHECK(lines() == 1);
    CHECK(house.one<int>("SELECT length(html) FROM mail") > 500);
    CHECK(house.mails().empty());
    const auto due = house.seen([](store::Transaction& tx) { return mail::due(tx, wall_clock(), 10); });
    REQUIRE(due.size() == 1);
    CHECK(due.front().kept_back == mail::Delivery::for_nobody);
    const auto does = [&](auto what) { house.written([&](store::Transaction& tx) { what(tx); }); };
    SECTION("the round ends it") {
        does([&](auto& tx) {
            mail::record(tx, {due.front().id, mail::Delivery::for_nobody, ""}, wall_clock());
        });
    }
    SECTION("or time, where no mail leaves") {
        does([](auto& tx) { mail::tidy(tx, wall_clock()); });
        CHECK(lines() == 1);
        does([](auto& tx) { mail::tidy(tx, wall_clock() + identity::link_life); });
    }
    SECTION("or a restore") {
        does([](auto& tx) { mail::hold_queued(tx, wall_clock()); });
    }
    CHECK(lines() == 0);
}

TEST_CASE("where one wanted to go, with all its filters, is kept over the mail") {
    Mailing house;
    const auto asked = house.post("/sign-in/mail", "address=" + house.address +
                                                       "&next=%2Fsdi%2Fsteps%3Fstate%3DOH%26owner%3Dx");
    CHECK(std::ranges::find(asked.headers,
                            std::pair<std::string, std::string>{
                                "Location", "/sign-in/code?next=/sdi/steps%3Fstate%3DOH%26owner%3Dx"}) !=
          asked.headers.end());
    auto form = house.request("GET", "/sign-in/code");
    form.query = {{"next", "/sdi/steps?state=OH&owner=x"}};
    CHECK(house.ask(form).body.contains("value=\"/sdi/steps?state=OH&amp;owner=x\""));
}

TEST_CASE("what is no address, and a form that another site sent, ask for nothing") {
    Mailing house;
    for (const auto* bad : {"", "no+address", "a@b", "a%0d%0aBcc:x@agency.example", "a b@agency.example"}) {
        INFO(bad);
        CHECK(house.ask_for_code(bad).status == 422);
    }
    CHECK(house
              .ask(house.request("POST", "/sign-in/mail", {{"origin", "http://evil.example"}},
                                 "address=" + house.address))
              .status == 403);
    CHECK(
        house.ask(house.request("POST", "/sign-in/code", {{"origin", "http://evil.example"}}, "code=123456"))
            .status == 403);
    CHECK(house.mails().empty());
    CHECK(house.post("/sign-in/code", "code=12345").status == 422);
}

TEST_CASE("the demonstration shows its mail, and what is of no use any more without its words") {
    Mailing house;
    house.ask_for_code(house.address);
    const auto page = house.ask(house.request("GET", "/outgoing-mail"));
    CHECK(page.status == 200);
    CHECK(page.body.contains(house.code()));
    const auto code = house.code();
    house.written([&](store::Transaction& tx) { mail::tidy(tx, wall_clock() + identity::link_life); });
    CHECK(house.mails().front().plain.empty());
    CHECK(!house.mails().front().subject.contains(code));
    house.written([&](store::Transaction& tx) { mail::tidy(tx, wall_clock() + std::chrono::days{31}); });
    CHECK(house.mails().empty());
}

TEST_CASE(
    "who asks to join under a name that nobody sees, or that reads as another, is told so at that field") {
    Mailing house;
    for (const char* name :
         {"%E2%80%8E", "%C2%AD%C2%AD", "Ann+%E2%80%AEgnp.exe", "%E2%81%A6Ann", "Ann%E2%80%A8x"}) {
        const auto answer = house.post("/join", "name=" + std::string{name});
        CHECK(answer.status == 422);
        CHECK(answer.body.contains("Write your name, in at most 120 characters, none of them invisible."));
    }
    CHECK(!house.post("/join", "name=Zo%C3%AB").body.contains("Write your name"));
}

// ---- the outbox -------------------------------------------------------------------------------------------

namespace {

mail::Mail mail_to(const std::string& address, Instant at) {
    static int made = 0;
    std::array<std::uint8_t, 10> number{};
    number[9] = static_cast<std::uint8_t>(++made);
    return {.id = MailId{Ulid::from(at, number)},
            .address = address,
            .words = {"subject", "plain", "", ""},
            .useless_at = at + std::chrono::hours{24}};
}

} // namespace

TEST_CASE(
    "mails of one purpose reach an address in their order, however often the first is refused for now") {
    DemonstrationCopy copy;
    const Instant now = wall_clock();
    const auto first = mail_to("ann@agency.example", now), second = mail_to("Ann@Agency.example", now),
               other = mail_to("ben@agency.example", now);
    copy.written([&](store::Transaction& tx) {
        for (const auto& one : {first, second, other}) mail::queue(tx, one, now);
    });
    const auto due = [&](Instant at) {
        std::vector<MailId> ids;
        for (const auto& letter : copy.seen([&](store::Transaction& tx) { return mail::due(tx, at, 10); }))
            ids.push_back(letter.id);
        return ids;
    };
    CHECK(due(now) == std::vector{first.id, other.id});
    copy.written([&](store::Transaction& tx) {
        mail::record(tx, {first.id, mail::Delivery::refused_for_now, "later"}, now);
        mail::record(tx, {other.id, mail::Delivery::accepted, "ok"}, now);
        mail::record(tx, {other.id, mail::Delivery::refused_for_good, "said twice"}, now);
    });
    CHECK(due(now).empty());
    const auto later = now + *mail::pause_after(1);
    CHECK(due(later) == std::vector{first.id});
    copy.written(
        [&](store::Transaction& tx) { mail::record(tx, {first.id, mail::Delivery::accepted, "ok"}, later); });
    CHECK(due(later) == std::vector{second.id});
    CHECK(copy.one<std::string>("SELECT status || plain FROM mail WHERE id = ?", other.id) == "sent");
}
