#include "wire/json_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace interstate::wire {
namespace {

/// Stands as it is in a JSON string; DEL and everything above ASCII do too (RFC 8259, section 7).
constexpr bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void append_escaped(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\b':
        out += "\\b";
        break;
    case '\f':
        out += "\\f";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        const auto byte = static_cast<unsigned char>(c);
        (out.append("\\u00") += digits[byte >> 4]) += digits[byte & 15];
    }
}

} // namespace

void append_string(std::string& out, std::string_view utf8) {
    if (!count_characters(utf8)) {
        using Json = nlohmann::json;
        out += Json(utf8).dump(-1, ' ', false, Json::error_handler_t::replace);
        return;
    }
    out += '"';
    while (!utf8.empty()) {
        const auto plain = std::ranges::find_if_not(utf8, is_plain);
        out.append(utf8.begin(), plain);
        utf8.remove_prefix(static_cast<std::size_t>(plain - utf8.begin()));
        if (utf8.empty()) break;
        append_escaped(out, utf8.front());
        utf8.remove_prefix(1);
    }
    out += '"';
}

void append_number(std::string& out, std::int64_t number) {
    std::array<char, 20> digits; // "-9223372036854775808"
    const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    out.append(digits.begin(), end);
}

} // namespace interstate::wire
