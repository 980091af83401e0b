#include "base/domain.hpp"

#include "base/text.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>

namespace interstate {
namespace {

constexpr std::string_view prefix = "xn--";
constexpr std::uint32_t base = 36, least = 1, most = 26, skew = 38, damp = 700, first_bias = 72;
constexpr std::uint32_t first_letter = 128, last_letter = 0x10ffff;
/// A label of a domain is no longer (RFC 1035).
constexpr std::size_t longest_label = 63;

std::optional<std::uint32_t> digit_of(char c) {
    if (c >= 'a' && c <= 'z') return static_cast<std::uint32_t>(c - 'a');
    if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0' + 26);
    return std::nullopt;
}

std::uint32_t adapted(std::uint32_t delta, std::uint32_t points, bool first) {
    delta = first ? delta / damp : delta / 2;
    delta += delta / points;
    std::uint32_t k = 0;
    for (; delta > (base - least) * most / 2; k += base) delta /= base - least;
    return k + (base - least + 1) * delta / (delta + skew);
}

/// RFC 3492 §6.2; of a label in lower case, without its prefix.
std::optional<std::u32string> decoded(std::string_view label) {
    std::u32string letters;
    const auto hyphen = label.rfind('-');
    if (hyphen != label.npos)
        letters.assign(label.begin(), label.begin() + static_cast<std::ptrdiff_t>(hyphen));
    label.remove_prefix(hyphen == label.npos ? 0 : hyphen + 1);
    std::uint64_t letter = first_letter, place = 0;
    std::uint32_t bias = first_bias;
    while (!label.empty()) {
        const auto before = place;
        std::uint64_t weight = 1;
        for (std::uint32_t k = base;; k += base) {
            const auto digit = label.empty() ? std::nullopt : digit_of(label.front());
            if (!digit) return std::nullopt;
            label.remove_prefix(1);
            place += *digit * weight;
            const auto threshold = k <= bias ? least : k >= bias + most ? most : k - bias;
            if (*digit < threshold) break;
            weight *= base - threshold;
            if (place > std::numeric_limits<std::uint32_t>::max() || weight > (1ULL << 32U))
                return std::nullopt;
        }
        const auto points = static_cast<std::uint32_t>(letters.size() + 1);
        bias = adapted(static_cast<std::uint32_t>(place - before), points, before == 0);
        letter += place / points;
        place %= points;
        const bool surrogate = letter >= 0xd800 && letter <= 0xdfff;
        if (letter > last_letter || surrogate) return std::nullopt;
        letters.insert(place++, 1, static_cast<char32_t>(letter));
    }
    return letters;
}

std::string utf8_of(const std::u32string& letters) {
    std::string text;
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    for (const std::uint32_t c : letters) {
        if (c < 0x80) {
            put(c);
            continue;
        }
        const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        constexpr std::array<std::uint32_t, 4> heads{0, 0xc0, 0xe0, 0xf0};
        put(heads[static_cast<std::size_t>(more)] | c >> static_cast<unsigned>(6 * more));
        for (int i = more - 1; i >= 0; --i) put(0x80U | (c >> static_cast<unsigned>(6 * i) & 0x3fU));
    }
    return text;
}

/// Controls and blanks do not belong into a line that people read.
std::string in_letters(std::string_view label) {
    if (!label.starts_with(prefix) || label.size() > longest_label) return std::string{label};
    const auto letters = decoded(label.substr(prefix.size()));
    if (!letters || letters->empty()) return std::string{label};
    auto text = utf8_of(*letters);
    return has_controls(text, false) || trimmed(text) != text ? std::string{label} : text;
}

} // namespace

std::string domain_in_letters(std::string_view domain) {
    const auto lower = folded(domain);
    std::string text;
    bool odd = false;
    for (std::string_view rest = lower;;) {
        const auto dot = rest.find('.');
        const auto label = rest.substr(0, dot);
        odd = odd || label.starts_with(prefix);
        text += in_letters(label);
        if (dot == rest.npos) break;
        text += '.';
        rest.remove_prefix(dot + 1);
    }
    return odd ? text : std::string{};
}

} // namespace interstate
