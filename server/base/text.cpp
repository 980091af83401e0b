#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace interstate {
namespace {

struct Decoded {
    char32_t point;
    std::size_t bytes; // 0: not valid UTF-8 (RFC 3629)
};

Decoded decode_one(std::string_view s) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(s[i]); };
    const auto first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || s.size() < length) return {0, 0};
    char32_t point = first & (0xFF >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {0, 0};
        point = (point << 6) | (byte(i) & 0x3F);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < smallest[length] || surrogate || point > 0x10FFFF) return {0, 0};
    return {point, length};
}

bool is_blank(char32_t p) {
    return p == ' ' || (p >= 9 && p <= 13) || p == 0xA0 || p == 0xFEFF || (p >= 0x2000 && p <= 0x200B) ||
           p == 0x3000;
}

/// Turns the letters around it, or is one of the line breaks that are no control characters: in one line it
/// makes a text look like another.
bool misleads(char32_t p) {
    return p == 0x61C || p == 0x200E || p == 0x200F || (p >= 0x2028 && p <= 0x202E) ||
           (p >= 0x2066 && p <= 0x2069);
}

/// First and last of what shows nothing by itself: blanks, format characters, fillers, marks that stand on
/// another letter, variation selectors, tags (Unicode 15: Zs, Cf, the ignorable ones and the general marks).
constexpr std::array<std::array<char32_t, 2>, 36> unseen{
    {{0x00, 0x20},       {0x7F, 0xA0},       {0xAD, 0xAD},       {0x300, 0x36F},     {0x483, 0x489},
     {0x600, 0x605},     {0x61C, 0x61C},     {0x6DD, 0x6DD},     {0x70F, 0x70F},     {0x890, 0x891},
     {0x8E2, 0x8E2},     {0x115F, 0x1160},   {0x1680, 0x1680},   {0x17B4, 0x17B5},   {0x180B, 0x180F},
     {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},   {0x2000, 0x200F},   {0x2028, 0x202F},   {0x205F, 0x206F},
     {0x20D0, 0x20FF},   {0x2800, 0x2800},   {0x3000, 0x3000},   {0x3164, 0x3164},   {0xFE00, 0xFE0F},
     {0xFE20, 0xFE2F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0x110BD, 0x110BD},
     {0x110CD, 0x110CD}, {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
     {0xF0000, 0x10FFFF}}};

bool is_seen(char32_t p) {
    return std::ranges::none_of(unseen, [p](const auto& range) { return range[0] <= p && p <= range[1]; });
}

/// What is wrong with one line beyond its length: `text` is valid UTF-8.
std::optional<std::string> line_fault(std::string_view text) {
    bool written = false, seen = false;
    while (!text.empty()) {
        const auto one = decode_one(text);
        if (misleads(one.point)) return "misleading_character";
        written = written || !is_blank(one.point);
        seen = seen || is_seen(one.point);
        text.remove_prefix(one.bytes);
    }
    return written && !seen ? std::optional<std::string>{"nothing_visible"} : std::nullopt;
}

std::size_t last_start(std::string_view s) {
    std::size_t i = s.size() - 1;
    while (i > 0 && (static_cast<std::uint8_t>(s[i]) & 0xC0) == 0x80) --i;
    return i;
}

} // namespace

std::optional<std::size_t> count_characters(std::string_view utf8) {
    std::size_t count = 0;
    for (; !utf8.empty(); ++count) {
        const auto one = decode_one(utf8);
        if (one.bytes == 0) return std::nullopt;
        utf8.remove_prefix(one.bytes);
    }
    return count;
}

std::string_view trimmed(std::string_view utf8) {
    while (!utf8.empty()) {
        const auto one = decode_one(utf8);
        if (one.bytes == 0 || !is_blank(one.point)) break;
        utf8.remove_prefix(one.bytes);
    }
    while (!utf8.empty()) {
        const auto start = last_start(utf8);
        const auto one = decode_one(utf8.substr(start));
        if (one.bytes == 0 || !is_blank(one.point)) break;
        utf8 = utf8.substr(0, start);
    }
    return utf8;
}

std::string plain_letters(std::string_view utf8) {
    // From U+00C0 to U+017F, one each; '.' stays as it is.
    static constexpr std::string_view letters =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
        "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    constexpr char32_t first = 0xC0;
    std::string plain;
    plain.reserve(utf8.size());
    while (!utf8.empty()) {
        const auto [point, bytes] = decode_one(utf8);
        const auto taken = utf8.substr(0, bytes == 0 ? 1 : bytes);
        const bool marked = point >= first && point - first < letters.size();
        if (marked && letters[point - first] != '.')
            plain += letters[point - first];
        else
            plain += folded(taken);
        utf8.remove_prefix(taken.size());
    }
    return plain;
}

bool has_controls(std::string_view utf8, bool lines_allowed) {
    std::uint8_t before = 0;
    for (char c : utf8) {
        const auto byte = static_cast<std::uint8_t>(c);
        const bool is_c1 = before == 0xC2 && byte >= 0x80 && byte < 0xA0; // U+0080 to U+009F
        before = byte;
        if (lines_allowed && (c == '\n' || c == '\r' || c == '\t')) continue;
        if (byte < 0x20 || byte == 0x7F || is_c1) return true;
    }
    return false;
}

std::string folded(std::string_view ascii) {
    std::string out{ascii};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::optional<std::string> detail::text_fault(std::string_view text, std::size_t min, std::size_t max,
                                              bool lines) {
    // Bytes first, so that a huge text costs nothing to refuse.
    if (text.size() > max * 4) return "too_long";
    const auto count = count_characters(text);
    if (!count) return "not_utf8";
    if (*count < min) return min == 1 ? "empty" : "too_short";
    if (*count > max) return "too_long";
    if (has_controls(text, lines)) return "control_character";
    return lines ? std::nullopt : line_fault(text);
}

} // namespace interstate
