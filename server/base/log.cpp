#include "base/log.hpp"

#include "base/instant.hpp"

#include <atomic>
#include <cstdio>
#include <fmt/format.h>

namespace interstate::log {
namespace {

std::atomic<bool> quiet_lines = false;
/// A disk that was full has taken the beginning of a line only: the next one stands on a line of its own.
std::atomic<bool> torn = false;

std::string escaped(std::string_view text) {
    std::string out;
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (byte < 0x20 || byte == 0x7F)
            out += fmt::format("\\u{:04x}", byte);
        else
            out += c;
    }
    return out;
}

/// In one call, so that threads do not mix. What cannot be written is lost: nobody waits for the log.
void put(std::string_view line) {
    const auto taken = std::fwrite(line.data(), 1, line.size(), stderr);
    torn = taken < line.size() && (torn || taken > 0);
}

void write(std::string_view level, std::string_view event, std::initializer_list<Field> fields) {
    std::string line = torn ? "\n" : "";
    line += fmt::format(R"({{"at":{},"level":"{}","event":"{}")", wall_clock().ms, level, event);
    for (const auto& field : fields) {
        const auto value = field.quoted ? '"' + escaped(field.value) + '"' : field.value;
        line += fmt::format(R"(,"{}":{})", field.name, value);
    }
    line += "}\n";
    put(line);
}

} // namespace

bool wants_info() { return !quiet_lines; }
void info(std::string_view event, std::initializer_list<Field> fields) {
    if (!quiet_lines) write("info", event, fields);
}
void warning(std::string_view event, std::initializer_list<Field> fields) { write("warning", event, fields); }
void only_warnings(bool quiet) { quiet_lines = quiet; }

} // namespace interstate::log
