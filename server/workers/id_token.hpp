#pragma once
// The signature of an ID token (RFC 7515), by libcjose. What is in the token is believed elsewhere
// (features/identity/open_id.hpp).
#include "features/identity/open_id.hpp"
#include "wire/open_id.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace interstate::workers {

enum class SignatureFault {
    malformed, ///< this is no signed token
    algorithm, ///< signed by an algorithm that is not allowed, or by none
    no_key,    ///< none of these keys is the one it names
    wrong      ///< nobody with that key has signed it
};
INTERSTATE_DESCRIBE_ENUM(SignatureFault, malformed, algorithm, no_key, wrong)

/// No token is longer.
inline constexpr std::size_t longest_token = 64 << 10;

/// What the token says, if one of these keys has signed it by one of these algorithms. Of the token itself
/// only the names of algorithm and key are used to choose: a key that it brings along, or leads to, is none.
std::expected<identity::IdClaims, SignatureFault>
claims_of(const std::string& token, const std::vector<wire::PublicKey>& keys,
          const std::vector<identity::SigningAlgorithm>& allowed);

} // namespace interstate::workers
