#pragma once
// Codes of a telephone that shares a secret with us (TOTP, RFC 6238): six digits, others every 30 seconds.
#include "base/instant.hpp"

#include <string>

namespace interstate {

/// 160 random bits in base32, 32 characters: what authenticator apps are given.
std::string random_code_secret();
/// Which 30 seconds these are.
std::int64_t code_step(Instant at);
/// The code of those 30 seconds. Throws std::runtime_error for a secret that is no base32.
std::string code_at(const std::string& secret, std::int64_t step);
/// Sixteen letters and digits that nobody can foretell (80 bits), in fours: "k7mq-2x9v-…". None looks like
/// another.
std::string random_recovery_code();

} // namespace interstate
