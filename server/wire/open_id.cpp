#include "wire/open_id.hpp"

#include "base/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace interstate::wire {
namespace {

/// With its members in order of their names: a stranger may send very many.
using Foreign = nlohmann::json;

constexpr int deepest = 16;
constexpr std::size_t most_keys = 64;
constexpr std::size_t most_listed = 64;
/// Whole numbers that every JSON has (RFC 8259, section 6).
constexpr double largest_number = 9007199254740992.0;

std::optional<Foreign> parse(std::string_view bytes) {
    if (!count_characters(bytes) || bytes.contains('\0')) return std::nullopt;
    bool too_deep = false;
    const auto watch = [&](int depth, Foreign::parse_event_t, Foreign&) {
        too_deep = too_deep || depth > deepest;
        return !too_deep;
    };
    auto json = Foreign::parse(bytes, watch, false);
    if (too_deep || json.is_discarded() || !json.is_object()) return std::nullopt;
    return json;
}

const Foreign* member(const Foreign& object, const char* name) {
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

std::optional<std::string> text_if_there(const Foreign& object, const char* name) {
    const auto* value = member(object, name);
    return value && value->is_string() ? std::optional{value->get<std::string>()} : std::nullopt;
}

std::string text(const Foreign& object, const char* name) { return text_if_there(object, name).value_or(""); }

/// Providers write 1700000000.5 too.
std::optional<std::int64_t> number(const Foreign& object, const char* name) {
    const auto* value = member(object, name);
    if (!value || !value->is_number()) return std::nullopt;
    const double said = value->get<double>();
    if (!(std::abs(said) <= largest_number)) return std::nullopt;
    return static_cast<std::int64_t>(std::floor(said));
}

std::vector<std::string> list(const Foreign& object, const char* name) {
    std::vector<std::string> words;
    const auto* values = member(object, name);
    if (!values || !values->is_array()) return words;
    for (const auto& value : *values)
        if (value.is_string() && words.size() < most_listed) words.push_back(value.get<std::string>());
    return words;
}

/// One text, or a list of nothing but texts; nothing for anything else.
std::vector<std::string> audience(const Foreign& object) {
    if (auto one = text_if_there(object, "aud")) return {std::move(*one)};
    const auto* values = member(object, "aud");
    auto words = list(object, "aud");
    if (!values || words.size() != values->size()) return {};
    return words;
}

/// A token that says something in a form that we do not read says something else than we believe.
bool is_text_if_there(const Foreign& object, std::initializer_list<const char*> names) {
    return std::ranges::all_of(names, [&](const char* name) {
        const auto* value = member(object, name);
        return !value || value->is_string();
    });
}

} // namespace

std::optional<identity::Discovery> decode_discovery(std::string_view bytes) {
    const auto json = parse(bytes);
    if (!json) return std::nullopt;
    const auto ways = list(*json, "token_endpoint_auth_methods_supported");
    const auto has = [&](const char* way) { return std::ranges::find(ways, way) != ways.end(); };
    const auto* sends = member(*json, "authorization_response_iss_parameter_supported");
    return identity::Discovery{.issuer = text(*json, "issuer"),
                               .authorization_endpoint = text(*json, "authorization_endpoint"),
                               .token_endpoint = text(*json, "token_endpoint"),
                               .jwks_uri = text(*json, "jwks_uri"),
                               .sends_issuer = sends && sends->is_boolean() && sends->get<bool>(),
                               .secret_in_body = has("client_secret_post") && !has("client_secret_basic"),
                               .algorithms = list(*json, "id_token_signing_alg_values_supported")};
}

std::optional<TokenAnswer> decode_tokens(std::string_view bytes) {
    const auto json = parse(bytes);
    if (!json) return std::nullopt;
    return TokenAnswer{.id_token = text(*json, "id_token"),
                       .access_token = text(*json, "access_token"),
                       .error = text(*json, "error")};
}

std::optional<std::vector<PublicKey>> decode_keys(std::string_view bytes) {
    const auto json = parse(bytes);
    const auto* keys = json ? member(*json, "keys") : nullptr;
    if (!keys || !keys->is_array() || keys->size() > most_keys) return std::nullopt;
    std::vector<PublicKey> found;
    for (const auto& key : *keys) {
        if (!key.is_object()) continue;
        found.push_back({.id = text(key, "kid"),
                         .type = text(key, "kty"),
                         .algorithm = text(key, "alg"),
                         .use = text(key, "use"),
                         .curve = text(key, "crv"),
                         .modulus = text(key, "n"),
                         .exponent = text(key, "e"),
                         .json = key.dump()});
    }
    return found;
}

std::optional<identity::IdClaims> decode_claims(std::string_view bytes) {
    const auto json = parse(bytes);
    if (!json || !is_text_if_there(*json, {"azp", "nonce", "at_hash"})) return std::nullopt;
    if (json->contains("nbf") && !number(*json, "nbf")) return std::nullopt;
    return identity::IdClaims{.issuer = text(*json, "iss"),
                              .subject = text(*json, "sub"),
                              .audience = audience(*json),
                              .authorized_party = text_if_there(*json, "azp"),
                              .expires_at = number(*json, "exp"),
                              .issued_at = number(*json, "iat"),
                              .not_before = number(*json, "nbf"),
                              .nonce = text_if_there(*json, "nonce"),
                              .access_token_hash = text_if_there(*json, "at_hash"),
                              .name = text(*json, "name"),
                              .address = text(*json, "email")};
}

} // namespace interstate::wire
