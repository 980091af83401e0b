#pragma once
// Secrets that stand for a person: links, cookies, tokens. Only their digests are ever stored.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace interstate {

/// The random half of a ULID.
std::array<std::uint8_t, 10> random_bytes();

/// 32 random bytes as 43 characters of base64url without padding: safe in an address and in a cookie.
std::string random_secret();

/// Six digits that nobody can foretell: a million of them, each as likely as any other.
std::string random_code();

/// BLAKE2b-256 of a secret, 64 lower-case hexadecimal characters. A secret of 256 random bits needs no salt
/// and no slow hash.
std::string secret_hash(std::string_view secret);

} // namespace interstate
