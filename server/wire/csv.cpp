#include "wire/csv.hpp"

#include <utility>

namespace interstate::wire {

std::string safe_cell(std::string_view text) {
    const bool risky =
        !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
    return (risky ? "'" : "") + std::string{text};
}

void Csv::row(const std::vector<std::string>& cells) {
    bool first = true;
    for (const auto& cell : cells) {
        if (!std::exchange(first, false)) text_ += ',';
        const auto safe = safe_cell(cell);
        if (safe.find_first_of("\",\r\n") == std::string::npos) {
            text_ += safe;
            continue;
        }
        text_ += '"';
        for (char c : safe) (text_ += c == '"' ? "\"" : "") += c;
        text_ += '"';
    }
    text_ += "\r\n";
}

} // namespace interstate::wire
