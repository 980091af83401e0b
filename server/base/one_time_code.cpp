#include "base/one_time_code.hpp"

#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace interstate {
namespace {

constexpr std::size_t secret_bytes = 20; // as long as the digest (RFC 4226, section 4)
constexpr std::int64_t step_ms = 30'000;
constexpr unsigned digits = 6;

struct Freed {
    void operator()(char* text) const { std::free(text); }
};
using Given = std::unique_ptr<char, Freed>;

void start_libraries() {
    static const bool started = sodium_init() >= 0 && oath_init() == OATH_OK;
    if (!started) throw std::runtime_error{"libsodium or liboath did not start"};
}

} // namespace

std::string random_code_secret() {
    start_libraries();
    std::array<char, secret_bytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    char* text = nullptr;
    std::size_t size = 0;
    const int done = oath_base32_encode(bytes.data(), bytes.size(), &text, &size);
    const Given given{text};
    if (done != OATH_OK) throw std::runtime_error{oath_strerror(done)};
    return {text, size};
}

std::int64_t code_step(Instant at) { return at.ms / step_ms; }

std::string code_at(const std::string& secret, std::int64_t step) {
    start_libraries();
    char* bytes = nullptr;
    std::size_t size = 0;
    const int read = oath_base32_decode(secret.data(), secret.size(), &bytes, &size);
    const Given given{bytes};
    if (read != OATH_OK) throw std::runtime_error{oath_strerror(read)};
    std::array<char, digits + 1> code{};
    const int made = oath_hotp_generate(bytes, size, static_cast<std::uint64_t>(step), digits, false,
                                        OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
    if (made != OATH_OK) throw std::runtime_error{oath_strerror(made)};
    return code.data();
}

std::string random_recovery_code() {
    start_libraries();
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789"; // no i, l, o, 0, 1
    constexpr int groups = 4, in_group = 4;
    std::string code;
    for (int i = 0; i < groups * in_group; ++i) {
        if (i > 0 && i % in_group == 0) code += '-';
        code += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
    }
    return code;
}

} // namespace interstate
