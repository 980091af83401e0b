#pragma once
// What a provider of identities sends us, read into structs. It is somebody else's JSON: members that we do
// not know are none of our business; what has another form than its standard says is as if it were not there.
#include "features/identity/open_id.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interstate::wire {

/// Nothing where it is no JSON object, or one that is nested deeper than 16.
std::optional<identity::Discovery> decode_discovery(std::string_view bytes);

/// What a token endpoint answers (RFC 6749, sections 5.1 and 5.2).
struct TokenAnswer {
    std::string id_token, access_token;
    /// "invalid_grant"; empty where it gave tokens.
    std::string error;
};
std::optional<TokenAnswer> decode_tokens(std::string_view bytes);

/// One public key (RFC 7517), with those members that choose it.
struct PublicKey {
    std::string id, type, algorithm, use, curve;
    /// Of an RSA key, in base64url.
    std::string modulus, exponent;
    /// As it came.
    std::string json;
};
/// At most 64 of them.
std::optional<std::vector<PublicKey>> decode_keys(std::string_view bytes);

std::optional<identity::IdClaims> decode_claims(std::string_view bytes);

} // namespace interstate::wire
