#pragma once
// How easily a password is guessed, and passwords at rest: Argon2id (RFC 9106). Slow on purpose, so never on
// a thread that others wait for (workers/password_thread.hpp).
#include <string>
#include <string_view>
#include <vector>

namespace interstate {

/// In bits, how many guesses it takes who knows what people take for passwords, and begins with these words:
/// lower case, in any disguise. Common passwords and words of English, rows of keys, repetitions, sequences
/// and dates are known. Milliseconds for 128 characters.
double bits_of_guessing(const std::string& password, const std::vector<std::string>& first_words);

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
