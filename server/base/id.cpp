#include "base/id.hpp"

#include <algorithm>

namespace interstate {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

} // namespace

Ulid Ulid::from(Instant at, const std::array<std::uint8_t, 10>& random) {
    Ulid id;
    auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(at.ms, 0)) & 0xFFFF'FFFF'FFFFULL;
    for (int i = 9; i >= 0; --i, ms >>= 5) id.text_[i] = alphabet[ms & 31];
    std::uint32_t pending = 0;
    int bits = 0;
    std::size_t next = 10;
    for (auto byte : random) {
        pending = (pending << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5) id.text_[next++] = alphabet[(pending >> (bits - 5)) & 31];
    }
    return id;
}

std::optional<Ulid> Ulid::parse(std::string_view text) {
    if (text.size() != length || text[0] > '7') return std::nullopt;
    if (text.find_first_not_of(alphabet) != text.npos) return std::nullopt;
    Ulid id;
    std::ranges::copy(text, id.text_.begin());
    return id;
}

Instant Ulid::time() const {
    std::int64_t ms = 0;
    for (std::size_t i = 0; i < 10; ++i) ms = (ms << 5) | static_cast<std::int64_t>(alphabet.find(text_[i]));
    return {ms};
}

} // namespace interstate
