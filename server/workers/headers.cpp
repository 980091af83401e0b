#include "workers/mail_server.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace interstate::workers {
namespace {

constexpr std::string_view word_begins = "=?UTF-8?B?", word_ends = "?=";
/// RFC 2047 §2: an encoded word is at most 75 characters; 45 bytes become 60 of base64.
constexpr std::size_t bytes_of_word = 45;

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

/// Controls, line ends among them, become blanks.
std::string one_line(std::string_view text) {
    std::string line{text};
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }, ' ');
    return line;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            text += i + j <= bytes.size() ? alphabet[group >> (18 - 6 * j) & 63] : '=';
    }
    return text;
}

/// So many bytes of whole characters.
std::size_t whole_characters(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text.size();
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
    return most;
}

} // namespace

std::string header_value(std::string_view text) {
    const auto line = one_line(text);
    if (is_plain(line) && line.size() <= 200 && !line.contains("=?")) return line;
    std::string words;
    for (std::string_view rest = line; !rest.empty();) {
        const auto size = whole_characters(rest, bytes_of_word);
        if (!words.empty()) words += "\r\n ";
        words.append(word_begins).append(base64(rest.substr(0, size))).append(word_ends);
        rest.remove_prefix(size);
    }
    return words;
}

std::string mailbox(std::string_view name, std::string_view address) {
    const auto line = one_line(name);
    if (line.empty()) return "<" + one_line(address) + ">";
    if (!is_plain(line)) return header_value(line) + " <" + one_line(address) + ">";
    std::string quoted = "\"";
    for (const char c : line) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\" <" + one_line(address) + ">";
}

std::string header_date(Instant at) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    using namespace std::chrono;
    const auto time = floor<seconds>(sys_time<milliseconds>{milliseconds{at.ms}});
    const auto day = floor<std::chrono::days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", days[weekday{day}.c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

std::string with_crlf(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

} // namespace interstate::workers
