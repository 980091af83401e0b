#pragma once
// Passwords at rest: Argon2id (RFC 9106). Slow on purpose, so never on a thread that others wait for
// (workers/password_thread.hpp).
#include <string>
#include <string_view>

namespace interstate {

/// What one hash costs: passes over so many bytes of memory (docs/decisions/0028-passwords.md).
struct PasswordCosts {
    unsigned long long passes = 2;
    std::size_t bytes = std::size_t{64} * 1024 * 1024;
};

/// The hash with its salt and costs, at most 127 characters of ASCII. Throws std::bad_alloc where there is
/// not so much memory.
std::string password_hash(std::string_view password, const PasswordCosts& costs = {});
/// Whether this is the password of that hash. What is no hash fits nothing.
bool is_password(std::string_view password, const std::string& hash);
/// True for a hash that was made at other costs than these.
bool needs_new_hash(const std::string& hash, const PasswordCosts& costs = {});

} // namespace interstate
