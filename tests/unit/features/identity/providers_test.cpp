// Providers, who is on the way to one, and whom they mean: states are good once and in one browser, an
// identity is its person's only while the seat is of that provider's organisation, and the code that went to
// an address decides who it is.
#include "features/identity/providers.hpp"

#include "features/identity/passwords.hpp"
#include "features/identity/second_factor.hpp"
#include "features/identity/suspension.hpp"
#include "support/people.hpp"

using namespace interstate;
using namespace interstate::identity;
using namespace interstate::law;

namespace {

constexpr Instant noon{1'800'000'000'000};
constexpr Millis minute = std::chrono::minutes{1};
const auto request = made<JoinRequestId>(90), other_request = made<JoinRequestId>(91);

struct World {
    MemoryStore memory;
    store::Transaction& tx = memory.tx();
    Provider provider;
    int codes = 0;

    World() {
        add_collaborative(tx);
        keep_provider(tx,
                      {.provider = {.organisation = ohio,
                                    .issuer = "https://login.example.gov",
                                    .client_id = "interstate",
                                    .secret_file = "one",
                                    .algorithms = {SigningAlgorithm::RS256, SigningAlgorithm::ES256}},
                       .domains = {"agency.example", "ohio.example"}},
                      noon);
        provider = provider_of(tx, ohio).value();
    }
    void comes(const std::string& ticket, const std::string& subject = "ohm") {
        keep_unlinked(tx, ticket,
                      {.organisation = ohio, .issuer = provider.issuer, .subject = subject, .next = "/"},
                      noon);
    }
    /// Asks for a code to this address; gives its ticket.
    std::string asks(const std::string& link, const std::string& address) {
        const auto ticket = "ticket" + std::to_string(++codes);
        REQUIRE(ask_to_link(
            tx, link,
            {.address = address, .ticket_hash = ticket, .code_hash = "code", .link_hash = "link" + ticket},
            PersonName{"Somebody New"}, noon));
        return ticket;
    }
    auto confirms(const std::string& link, const std::string& ticket, const std::string& code = "code",
                  const JoinRequestId& fresh = request) {
        return confirm_to_link(tx, link, ticket, code, fresh, noon + minute);
    }
    auto signs_in(const std::string& subject = "ohm") { return use_identity(tx, provider, subject, noon); }
};

} // namespace

TEST_CASE("a provider is found by each of its domains, and by no part of one") {
    World world;
    CHECK(provider_of_domain(world.tx, "ohio.example")->organisation == ohio);
    CHECK(provider_of_domain(world.tx, "agency.example")->algorithms.size() == 2);
    for (const auto* other : {"", "example", "a.ohio.example", "ohio.example.", "OHIO.example", "%"})
        CHECK(!provider_of_domain(world.tx, other));
    CHECK(has_providers(world.tx));
}

TEST_CASE("a state is taken once, by the browser that was sent, for 15 minutes; from elsewhere it stays") {
    World world;
    const auto begin = [&](const std::string& state) {
        REQUIRE(begin_agency_sign_in(world.tx, state, "browser",
                                     {.organisation = ohio, .shared = true, .next = "/sdi"}, noon));
    };
    const auto take = [&](const std::string& state, const std::string& browser, Instant at) {
        return take_agency_sign_in(world.tx, state, browser, at);
    };
    begin("a");
    CHECK(!take("a", "other", noon));
    CHECK(!take("b", "browser", noon));
    const auto taken = take("a", "browser", noon + agency_sign_in_life - Millis{1});
    REQUIRE(taken);
    CHECK(taken->shared);
    CHECK(taken->next == "/sdi");
    CHECK(!take("a", "browser", noon));
    begin("c");
    CHECK(!take("c", "browser", noon + agency_sign_in_life));
    CHECK(!take("c", "browser", noon - Millis{1})); // a clock that was set back
    forget_ways(world.tx, noon + agency_sign_in_life);
    CHECK(!take("c", "browser", noon));
}

TEST_CASE("the code of an address links its person, once, and then the identity is enough") {
    World world;
    world.comes("link");
    CHECK(world.signs_in() == std::unexpected(NobodyIn::unknown));
    const auto ticket = world.asks("link", " OHM@agency.example ");
    CHECK(world.confirms("link", ticket, "wrong") == std::unexpected(LinkFault::wrong));
    CHECK(world.confirms("link", ticket) == ohioan);
    CHECK(world.confirms("link", ticket) == std::unexpected(LinkFault::over));
    CHECK(world.signs_in() == std::unexpected(NobodyIn::unknown)); // not before all of it is shown
    CHECK(link_identity(world.tx, "link", ohioan, noon) == "Ohio");
    CHECK(!link_identity(world.tx, "link", ohioan, noon));
    CHECK(world.signs_in() == ohioan);
    CHECK(identities_of(world.tx, ohioan).size() == 1);
    CHECK(unlink_identities(world.tx, ohioan, utah) == false);
    CHECK(unlink_identities(world.tx, ohioan, ohio));
    CHECK(world.signs_in() == std::unexpected(NobodyIn::unknown));
}

TEST_CASE("the address that the code went to decides, and only for the identity that it was asked for") {
    World world;
    world.comes("mine", "evil");
    world.comes("another", "evil too");
    const auto own = world.asks("mine", "nobody@agency.example");
    world.asks("mine", "Ohm@agency.example");
    CHECK(world.confirms("another", own) == std::unexpected(LinkFault::over));
    const auto again = world.asks("mine", "somebody@agency.example");
    CHECK(world.confirms("mine", again) == std::unexpected(LinkFault::waits));
    CHECK(world.tx.row<std::string>("SELECT address FROM join_requests") == "somebody@agency.example");
    CHECK(world.signs_in("evil") == std::unexpected(NobodyIn::unknown));
}

TEST_CASE("somebody of another organisation, or without access, is told apart; who has left or is new waits, "
          "once") {
    World world;
    world.comes("link");
    CHECK(world.confirms("link", world.asks("link", "Ute@agency.example")) ==
          std::unexpected(LinkFault::elsewhere));
    world.tx.run("UPDATE people SET active = 0 WHERE id = ?", ohioan);
    CHECK(world.confirms("link", world.asks("link", "Ohm@agency.example")) ==
          std::unexpected(LinkFault::ended));
    world.tx.run("UPDATE seats SET left_at = 1 WHERE person = ?", ohioan);
    world.tx.run("DELETE FROM sign_in_codes");
    CHECK(world.confirms("link", world.asks("link", "Ohm@agency.example")) ==
          std::unexpected(LinkFault::waits));
    world.tx.run("DELETE FROM sign_in_codes");
    CHECK(world.confirms("link", world.asks("link", "OHM@agency.example"), "code", other_request) ==
          std::unexpected(LinkFault::waits));
    CHECK(world.tx.row<int>("SELECT count(*) FROM join_requests WHERE status = 'confirmed'") == 1);
    CHECK(world.tx.row<int>("SELECT count(*) FROM due_items WHERE kind = 'receive_join_request'") == 1);
    CHECK(world.tx.row<OrganisationId>("SELECT organisation FROM join_requests") == ohio);
}

TEST_CASE("an identity opens nothing once its person sits elsewhere, is suspended, or the provider is gone") {
    World world;
    world.comes("link");
    REQUIRE(link_identity(world.tx, "link", ohioan, noon));
    world.tx.run("UPDATE seats SET organisation = ? WHERE person = ?", utah, ohioan);
    CHECK(world.signs_in() == std::unexpected(NobodyIn::elsewhere));
    world.tx.run("UPDATE seats SET organisation = ? WHERE person = ?", ohio, ohioan);
    world.tx.run("UPDATE people SET active = 0 WHERE id = ?", ohioan);
    CHECK(world.signs_in() == std::unexpected(NobodyIn::ended));
    world.tx.run("UPDATE people SET active = 1 WHERE id = ?", ohioan);
    CHECK(world.signs_in() == ohioan);
    auto elsewhere = world.provider;
    elsewhere.issuer = "https://another.example";
    CHECK(use_identity(world.tx, elsewhere, "ohm", noon) == std::unexpected(NobodyIn::unknown));
    start_sign_in(world.tx, ohioan, "h", noon, "", false, {SignInWay::agency, ohio});
    CHECK(sign_ins_of(world.tx, ohioan, noon).front().agency == "Ohio");
    end_secrets(world.tx, ohioan);
    CHECK(world.signs_in() == std::unexpected(NobodyIn::unknown));
    world.comes("again");
    REQUIRE(link_identity(world.tx, "again", ohioan, noon));
    start_sign_in(world.tx, ohioan, "h", noon, "", false, {SignInWay::agency, ohio});
    start_sign_in(world.tx, ohioan, "i", noon, "", false, {SignInWay::code, {}});
    world.comes("waits");
    CHECK(remove_provider(world.tx, ohio));
    CHECK(!remove_provider(world.tx, ohio));
    CHECK(sign_ins_of(world.tx, ohioan, noon).size() == 1);
    CHECK(identities_of(world.tx, ohioan).empty());
    CHECK(!unlinked_of(world.tx, "waits", noon));
}

TEST_CASE(
    "a code to link signs nobody in, a code to sign in links nothing, and one person has five identities") {
    World world;
    world.comes("link");
    const auto ticket = world.asks("link", "Ohm@agency.example");
    CHECK(!use_code(world.tx, ticket, "code", noon));
    REQUIRE(ask_for_code(
        world.tx,
        {.address = "Ute@agency.example", .ticket_hash = "t", .code_hash = "code", .link_hash = "l"}, noon));
    CHECK(world.confirms("link", "t") == std::unexpected(LinkFault::wrong));
    for (int i = 0; i < 7; ++i) {
        const auto name = std::to_string(i);
        world.comes(name, name);
        REQUIRE(link_identity(world.tx, name, ohioan, noon + i * minute));
    }
    CHECK(world.tx.row<int>("SELECT count(*) FROM identities") == most_identities);
    CHECK(world.signs_in("0") == std::unexpected(NobodyIn::unknown));
    CHECK(world.signs_in("6") == ohioan);
}

TEST_CASE("wrong codes are counted apart by what they are for: guessing at one stops no other") {
    World world;
    world.comes("link");
    const auto ask = [&](const std::string& ticket, const std::string& address) {
        REQUIRE(ask_for_code(
            world.tx, {.address = address, .ticket_hash = ticket, .code_hash = "code", .link_hash = ticket},
            noon));
    };
    ask("guessed", "nobody@agency.example");
    ask("right", "Ute@agency.example");
    const auto linking = world.asks("link", "Ohm@agency.example");
    world.tx.run("UPDATE sign_in_codes SET wrong = ? WHERE ticket_hash = 'guessed'", most_wrong_codes_a_day);
    CHECK(use_code(world.tx, "right", "code", noon) == std::unexpected(CodeFault::over));
    CHECK(world.confirms("link", linking) == ohioan);
    world.tx.run("UPDATE sign_in_codes SET wrong = 0");
    world.tx.run("UPDATE sign_in_codes SET wrong = ?, used_at = NULL, linking = 'link' WHERE ticket_hash = ?",
                 most_wrong_codes_a_day, linking);
    CHECK(world.confirms("link", world.asks("link", "new@agency.example")) ==
          std::unexpected(LinkFault::over));
    CHECK(use_code(world.tx, "right", "code", noon) ==
          *world.tx.row<PersonId>("SELECT person FROM sign_in_codes WHERE "
                                  "ticket_hash = 'right'"));
}

TEST_CASE("a device is known for its own person's address only, however that is written") {
    World world;
    know_device(world.tx, ohioan, "device", noon);
    const auto knows = [&](const std::string& address, const std::string& device, Instant at) {
        return is_known_device(world.tx, address, device, at);
    };
    CHECK(knows(" OHM@agency.example", "device", noon));
    CHECK(!knows("Ohm@agency.example", "other", noon));
    CHECK(!knows("Ohm@agency.example", "", noon));
    CHECK(!knows("Ute@agency.example", "device", noon));
    CHECK(!knows("nobody@agency.example", "device", noon));
    CHECK(!knows("Ohm@agency.example", "device", noon + device_life));
    world.tx.run("UPDATE people SET active = 0 WHERE id = ?", ohioan);
    CHECK(!knows("Ohm@agency.example", "device", noon));
}

TEST_CASE(
    "what is over is forgotten, after the codes that name it; and after a restore nobody is on the way") {
    World world;
    world.comes("link");
    world.asks("link", "nobody@agency.example");
    const auto count = [&] { return world.tx.row<int>("SELECT count(*) FROM unlinked_identities").value(); };
    const auto later = noon + Millis{std::chrono::days{3}};
    CHECK(!unlinked_of(world.tx, "link", noon + unlinked_life));
    forget_ways(world.tx, later);
    CHECK(count() == 1);
    forget_codes(world.tx, later);
    forget_ways(world.tx, later);
    CHECK(count() == 0);
    world.comes("link");
    world.asks("link", "nobody@agency.example");
    begin_half(world.tx, "half", {.person = ohioan, .next = "/", .linking = "link"}, noon);
    CHECK(half_of(world.tx, "half", noon)->linking == "link");
    end_ways(world.tx);
    CHECK(count() == 0);
    CHECK(!half_of(world.tx, "half", noon)->linking);
}
