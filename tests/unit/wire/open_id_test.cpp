// What a provider sends is read whole or not at all; what is in it in another form than the standard's is not
// there.
#include "support/catch.hpp"
#include "wire/open_id.hpp"

using namespace interstate;
using namespace interstate::wire;

TEST_CASE("claims are read in the forms that the standard allows") {
    const auto claims =
        decode_claims(R"({"iss": "https://a", "sub": "x", "aud": ["b", "c"], "exp": 1700000000.9,
        "iat": 1700000000, "nonce": "n", "name": "Zoë", "other": {"deep": [1, 2]}})");
    REQUIRE(claims);
    CHECK(claims->issuer == "https://a");
    CHECK(claims->audience == std::vector<std::string>{"b", "c"});
    CHECK(claims->expires_at == 1'700'000'000);
    CHECK(claims->issued_at == 1'700'000'000);
    CHECK(!claims->not_before);
    CHECK(claims->nonce == "n");
    CHECK(claims->name == "Zoë");
    CHECK(decode_claims(R"({"aud": "b"})")->audience == std::vector<std::string>{"b"});
}

TEST_CASE("a claim in another form is none, and a token whose limits cannot be read is none at all") {
    CHECK(decode_claims(R"({"iss": 7, "sub": null, "aud": ["b", 7], "exp": "1700000000", "iat": 1e300})")
              ->audience.empty());
    const auto claims = decode_claims(R"({"iss": 7, "sub": null, "exp": "1700000000", "iat": 1e300})");
    CHECK(claims->issuer.empty());
    CHECK(claims->subject.empty());
    CHECK(!claims->expires_at);
    CHECK(!claims->issued_at);
    for (const auto* bad : {R"({"nonce": 7})", R"({"azp": ["a"]})", R"({"at_hash": null})",
                            R"({"nbf": "later"})", "[]", "7", "", "{", "{\"a\":\"\xff\"}"})
        CHECK(!decode_claims(bad));
    std::string deep = "{\"a\":";
    for (int i = 0; i < 100'000; ++i) deep += "[";
    CHECK(!decode_claims(deep));
    CHECK(!decode_claims(std::string_view{"{\"a\":1}\0{", 9}));
}

TEST_CASE("of a description and of keys those members are read that we use") {
    const auto document =
        decode_discovery(R"({"issuer": "https://a", "token_endpoint": "https://t", "jwks_uri": 7,
        "authorization_response_iss_parameter_supported": "true",
        "token_endpoint_auth_methods_supported": ["client_secret_post", "none"]})");
    REQUIRE(document);
    CHECK(document->token_endpoint == "https://t");
    CHECK(document->jwks_uri.empty());
    CHECK(!document->sends_issuer);
    CHECK(document->secret_in_body);
    CHECK(!decode_discovery(R"({"issuer": "https://a"})")->secret_in_body);
    const auto keys = decode_keys(R"({"keys": [{"kty": "RSA", "kid": "1", "n": "AQAB"}, 7, {"kty": 7}]})");
    REQUIRE(keys);
    REQUIRE(keys->size() == 2);
    CHECK(keys->front().id == "1");
    CHECK(keys->back().type.empty());
    std::string many = R"({"keys": [{})";
    for (int i = 0; i < 64; ++i) many += ",{}";
    CHECK(!decode_keys(many + "]}"));
    CHECK(!decode_keys(R"({"keys": {}})"));
    CHECK(decode_tokens(R"({"error": "invalid_grant"})")->error == "invalid_grant");
}
