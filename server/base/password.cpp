#include "base/password.hpp"

#include <sodium.h>

#include <array>
#include <new>
#include <stdexcept>
#include <zxcvbn.h>

namespace interstate {
namespace {

void start_sodium() {
    static const int started = sodium_init();
    if (started < 0) throw std::runtime_error{"libsodium did not start"};
}

} // namespace

double bits_of_guessing(const std::string& password, const std::vector<std::string>& first_words) {
    std::vector<const char*> pointers;
    for (const auto& word : first_words) pointers.push_back(word.c_str());
    pointers.push_back(nullptr);
    return ZxcvbnMatch(password.c_str(), pointers.data(), nullptr);
}

std::string password_hash(std::string_view password, const PasswordCosts& costs) {
    start_sodium();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), costs.passes, costs.bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc{};
    return hash.data();
}

bool is_password(std::string_view password, const std::string& hash) {
    start_sodium();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool needs_new_hash(const std::string& hash, const PasswordCosts& costs) {
    start_sodium();
    return crypto_pwhash_str_needs_rehash(hash.c_str(), costs.passes, costs.bytes) != 0;
}

} // namespace interstate
