#include "base/secret.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace interstate {
namespace {

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t digest_bytes = 32;

void start_sodium() {
    static const int started = sodium_init();
    if (started < 0) throw std::runtime_error{"libsodium did not start"};
}

} // namespace

std::array<std::uint8_t, 10> random_bytes() {
    start_sodium();
    std::array<std::uint8_t, 10> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_secret() {
    start_sodium();
    std::array<unsigned char, secret_bytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_ENCODED_LEN(secret_bytes, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back(); // libsodium counts the closing zero
    return text;
}

std::string random_code() {
    start_sodium();
    constexpr std::uint32_t codes = 1'000'000;
    const auto code = std::to_string(randombytes_uniform(codes));
    return std::string(6 - code.size(), '0') + code;
}

std::string secret_hash(std::string_view secret) {
    start_sodium();
    std::array<unsigned char, digest_bytes> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(secret.data()),
                       secret.size(), nullptr, 0);
    std::string text(digest_bytes * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    text.pop_back();
    return text;
}

} // namespace interstate
