// What a provider says is believed whole or not at all: every rule of OpenID Connect Core 3.1.3.7, and that
// no valid set of claims can be changed into another that is believed.
#include "features/identity/open_id.hpp"
#include "support/catch.hpp"

#include <functional>
#include <map>
#include <random>

using namespace interstate;
using namespace interstate::identity;

namespace {

constexpr std::int64_t noon = 1'795'348'800;
constexpr Instant now{noon * 1000};

const ExpectedClaims expected{.issuer = "https://login.example.gov/t",
                              .client_id = "interstate",
                              .nonce = "a nonce",
                              .access_token_hash = "a hash"};

IdClaims sound() {
    return {.issuer = expected.issuer,
            .subject = "ann",
            .audience = {"interstate"},
            .expires_at = noon + 300,
            .issued_at = noon,
            .nonce = "a nonce",
            .name = "Ann Lee",
            .address = "ann@agency.example"};
}

/// The fault once `change` was made.
std::optional<ClaimFault> after(const std::function<void(IdClaims&)>& change) {
    auto claims = sound();
    change(claims);
    return fault_of(claims, expected, now);
}

const Provider ohio{.issuer = "https://login.example.gov/t",
                    .client_id = "interstate",
                    .algorithms = {SigningAlgorithm::RS256}};
Discovery described() {
    return {.issuer = ohio.issuer,
            .authorization_endpoint = "https://login.example.gov/authorize?a=b",
            .token_endpoint = "https://tokens.example.gov:8443/token",
            .jwks_uri = "https://login.example.gov/keys",
            .algorithms = {"RS256"}};
}

} // namespace

TEST_CASE("claims that say what they must are believed, with those that may be there too") {
    CHECK(!after([](IdClaims&) {}));
    CHECK(!after([](IdClaims& it) { it.authorized_party = "interstate"; }));
    CHECK(!after([](IdClaims& it) { it.access_token_hash = "a hash"; }));
    CHECK(!after([](IdClaims& it) { it.not_before = noon; }));
    CHECK(!after([](IdClaims& it) { it.subject = std::string(longest_subject, 'x'); }));
}

TEST_CASE("each claim that is other than it must be is named") {
    using enum ClaimFault;
    CHECK(after([](IdClaims& it) { it.issuer += "/"; }) == issuer);
    CHECK(after([](IdClaims& it) { it.issuer = "HTTPS://login.example.gov/t"; }) == issuer);
    CHECK(after([](IdClaims& it) { it.issuer = ""; }) == issuer);
    CHECK(after([](IdClaims& it) { it.subject = ""; }) == subject);
    CHECK(after([](IdClaims& it) { it.subject = std::string(longest_subject + 1, 'x'); }) == subject);
    CHECK(after([](IdClaims& it) { it.audience = {}; }) == audience);
    CHECK(after([](IdClaims& it) { it.audience = {"another"}; }) == audience);
    CHECK(after([](IdClaims& it) { it.audience = {"interstate", "another"}; }) == audience);
    CHECK(after([](IdClaims& it) { it.authorized_party = "another"; }) == authorized_party);
    CHECK(after([](IdClaims& it) { it.authorized_party = ""; }) == authorized_party);
    CHECK(after([](IdClaims& it) { it.expires_at = {}; }) == expired);
    CHECK(after([](IdClaims& it) { it.issued_at = {}; }) == issued);
    CHECK(after([](IdClaims& it) { it.nonce = {}; }) == nonce);
    CHECK(after([](IdClaims& it) { it.nonce = "A nonce"; }) == nonce);
    CHECK(after([](IdClaims& it) { it.access_token_hash = ""; }) == access_token);
}

TEST_CASE("clocks may differ by a minute, either way, and by no more") {
    using enum ClaimFault;
    CHECK(!after([](IdClaims& it) { it.expires_at = noon - 59; }));
    CHECK(after([](IdClaims& it) { it.expires_at = noon - 60; }) == expired);
    CHECK(!after([](IdClaims& it) { it.issued_at = noon + 60; }));
    CHECK(after([](IdClaims& it) { it.issued_at = noon + 61; }) == issued);
    CHECK(!after([](IdClaims& it) { it.issued_at = noon - 3600; }));
    CHECK(after([](IdClaims& it) { it.issued_at = noon - 3601; }) == issued);
    CHECK(!after([](IdClaims& it) { it.not_before = noon + 60; }));
    CHECK(after([](IdClaims& it) { it.not_before = noon + 61; }) == not_yet);
}

TEST_CASE("nothing is believed where nothing was asked for: an empty nonce or issuer expects nobody") {
    auto claims = sound();
    claims.nonce = "";
    auto nothing = expected;
    nothing.nonce = "";
    CHECK(fault_of(claims, nothing, now) == ClaimFault::nonce);
    claims = sound();
    claims.issuer = "";
    nothing = expected;
    nothing.issuer = "";
    CHECK(fault_of(claims, nothing, now) == ClaimFault::issuer);
}

TEST_CASE("no valid claims can be changed, in any member that decides, into others that are believed") {
    std::mt19937 chance{2026}; // NOLINT: the same each time
    const auto pick = [&](std::size_t below) { return chance() % below; };
    const auto twisted = [&](std::string text) {
        if (text.empty()) return std::string{"x"};
        const auto at = pick(text.size());
        switch (pick(4)) {
        case 0:
            text[at] = static_cast<char>(text[at] ^ (1 + pick(127)));
            return text;
        case 1:
            return text.erase(at, 1);
        case 2:
            return text.insert(at, 1, static_cast<char>(pick(256)));
        default:
            return text + text;
        }
    };
    const std::vector<std::function<void(IdClaims&)>> changes{
        [&](IdClaims& it) { it.issuer = twisted(it.issuer); },
        [&](IdClaims& it) { it.nonce = twisted(*it.nonce); },
        [&](IdClaims& it) { it.audience[0] = twisted(it.audience[0]); },
        [&](IdClaims& it) { it.audience.push_back(twisted(it.audience[0])); },
        [&](IdClaims& it) { it.authorized_party = twisted("interstate"); },
        [&](IdClaims& it) { it.access_token_hash = twisted("a hash"); },
        [&](IdClaims& it) { it.expires_at = noon - 60 - static_cast<std::int64_t>(pick(1U << 30)); },
        [&](IdClaims& it) { it.issued_at = noon + 61 + static_cast<std::int64_t>(pick(1U << 30)); },
        [&](IdClaims& it) { it.not_before = noon + 61 + static_cast<std::int64_t>(pick(1U << 30)); },
        [&](IdClaims& it) { it.subject.assign(longest_subject + 1 + pick(1000), 'x'); }};
    for (int i = 0; i < 20'000; ++i) {
        auto claims = sound();
        // One that is wrong is enough, however many others are right.
        changes[static_cast<std::size_t>(i) % changes.size()](claims);
        if (pick(2) == 0) changes[pick(6)](claims);
        // What was changed twice may be what it was.
        auto back = sound();
        if (claims.issuer == back.issuer && claims.nonce == back.nonce && claims.audience == back.audience &&
            claims.authorized_party.value_or("interstate") == "interstate" &&
            claims.access_token_hash.value_or("a hash") == "a hash" && claims.expires_at == back.expires_at &&
            claims.issued_at == back.issued_at && !claims.not_before && claims.subject == back.subject)
            continue;
        INFO("change " << i);
        CHECK(fault_of(claims, expected, now));
    }
}

TEST_CASE("a provider is asked by https only, and by http on this machine where that is wished") {
    for (const auto* good :
         {"https://a", "https://a.example:8443/b?c=d", "https://[::1]/", "https://127.0.0.1"})
        CHECK(is_provider_address(good, false));
    for (const auto* bad :
         {"", "https://", "http://a.example", "http://127.0.0.1/", "file:///etc/passwd", "https:/a",
          "https://a b/", "https://a@b/", "https://a/\"", "https://a/<", "https://a/\r\nX: y", "https://a/#b",
          "javascript:alert(1)", "//a.example", "https:///a", "https://a/\x80"})
        CHECK(!is_provider_address(bad, false));
    for (const auto* near : {"http://127.0.0.1:80/", "http://localhost", "http://[::1]:8080/a"}) {
        CHECK(is_provider_address(near, true));
        CHECK(!is_provider_address(near, false));
    }
    for (const auto* far : {"http://10.0.0.1/", "http://127.0.0.1.example/", "http://localhost.example/",
                            "http://127.0.0.1@evil.example/", "http://evil.example/127.0.0.1"})
        CHECK(!is_provider_address(far, true));
    CHECK(is_issuer("https://a/b", false));
    CHECK(!is_issuer("https://a/b?c", false));
}

TEST_CASE("a description is sound for the issuer that was asked, with addresses by https and a way to sign") {
    CHECK(fault_of(described(), ohio, false).empty());
    auto other = described();
    other.issuer += "/";
    CHECK(fault_of(other, ohio, false).contains("calls itself"));
    for (auto Discovery::* address :
         {&Discovery::authorization_endpoint, &Discovery::token_endpoint, &Discovery::jwks_uri})
        for (const auto* bad : {"", "http://login.example.gov/"}) {
            other = described();
            other.*address = bad;
            CHECK(fault_of(other, ohio, false).contains("by https"));
        }
    other = described();
    other.algorithms = {"HS256", "none", "ES256"};
    CHECK(fault_of(other, ohio, false).contains("algorithms"));
    other.algorithms = {};
    CHECK(fault_of(other, ohio, false).empty());
}
