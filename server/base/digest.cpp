#include "base/digest.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace interstate {

constexpr std::size_t digest_bytes = 32;

struct Digest::State {
    crypto_generichash_state hash;
};

Digest::Digest() : state_{std::make_unique<State>()} {
    if (sodium_init() < 0) throw std::runtime_error{"libsodium did not start"};
    crypto_generichash_init(&state_->hash, nullptr, 0, digest_bytes);
}

Digest::~Digest() = default;

void Digest::add(std::string_view piece) {
    crypto_generichash_update(&state_->hash, reinterpret_cast<const unsigned char*>(piece.data()),
                              piece.size());
}

std::string Digest::text() {
    std::array<unsigned char, digest_bytes> digest{};
    crypto_generichash_final(&state_->hash, digest.data(), digest.size());
    std::string text(digest_bytes * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    text.pop_back(); // libsodium counts the closing zero
    return text;
}

} // namespace interstate
