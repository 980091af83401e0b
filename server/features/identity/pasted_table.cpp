// A table of people as a spreadsheet writes it: CSV with a heading (RFC 4180), with commas, semicolons or
// tabs.
#include "features/identity/identity.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace interstate::identity {
namespace {

/// A cell goes on over so many lines at most: a quote that is never closed spoils its own line only.
constexpr int longest_cell_lines = 10;

enum class Column { none, name, given, family, address, state, role, title, function };

struct ColumnWord {
    std::string_view word;
    Column column;
};
// What people and their spreadsheets write above the columns.
constexpr std::array column_words{ColumnWord{"name", Column::name},
                                  ColumnWord{"full name", Column::name},
                                  ColumnWord{"first name", Column::given},
                                  ColumnWord{"given name", Column::given},
                                  ColumnWord{"last name", Column::family},
                                  ColumnWord{"family name", Column::family},
                                  ColumnWord{"surname", Column::family},
                                  ColumnWord{"address", Column::address},
                                  ColumnWord{"email", Column::address},
                                  ColumnWord{"e-mail", Column::address},
                                  ColumnWord{"mail", Column::address},
                                  ColumnWord{"email address", Column::address},
                                  ColumnWord{"e-mail address", Column::address},
                                  ColumnWord{"mail address", Column::address},
                                  ColumnWord{"state", Column::state},
                                  ColumnWord{"agency", Column::state},
                                  ColumnWord{"organization", Column::state},
                                  ColumnWord{"organisation", Column::state},
                                  ColumnWord{"role", Column::role},
                                  ColumnWord{"title", Column::title},
                                  ColumnWord{"job title", Column::title},
                                  ColumnWord{"position", Column::title},
                                  ColumnWord{"function", Column::function},
                                  ColumnWord{"job function", Column::function}};

Column column_of(const std::string& heading) {
    const auto found = std::ranges::find(column_words, folded(trimmed(heading)), &ColumnWord::word);
    return found == column_words.end() ? Column::none : found->column;
}

struct Cells {
    std::vector<std::string> cells;
    /// A quote is not closed.
    bool open = false;
    /// Something stands behind a closing quote.
    bool broken = false;
};

std::string in_one_line(std::string cell) {
    std::ranges::replace_if(cell, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return std::string{trimmed(cell)};
}

/// Reads one cell off, quoted or not, without the separator behind it.
std::string next_cell(std::string_view& row, char separator, Cells& found) {
    const auto begin = row.find_first_not_of(' ');
    if (begin == row.npos || row[begin] != '"') {
        const auto end = std::min(row.find(separator), row.size());
        return in_one_line(std::string{std::exchange(row, row.substr(end)).substr(0, end)});
    }
    row.remove_prefix(begin + 1);
    std::string cell;
    for (;;) {
        const auto quote = row.find('"');
        found.open = quote == row.npos;
        cell += row.substr(0, quote);
        if (found.open) return row = {}, cell;
        row.remove_prefix(quote + 1);
        if (!row.starts_with('"')) break;
        cell += '"';
        row.remove_prefix(1);
    }
    const auto end = std::min(row.find(separator), row.size());
    found.broken = found.broken || !trimmed(row.substr(0, end)).empty();
    row.remove_prefix(end);
    return in_one_line(std::move(cell));
}

Cells cells_of(std::string_view row, char separator) {
    Cells found;
    for (;;) {
        found.cells.push_back(next_cell(row, separator, found));
        if (row.empty()) return found;
        row.remove_prefix(1);
    }
}

/// The lines of a text, with where each begins.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text = end == text.npos ? std::string_view{} : text.substr(end + 1);
        lines.push_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
    }
    return lines;
}

/// From the line at `at` on, as many as its quotes reach over.
std::string_view row_at(const std::vector<std::string_view>& lines, std::size_t at, char separator,
                        std::size_t& used) {
    const auto first = lines[at];
    for (used = 1; used <= longest_cell_lines && at + used <= lines.size(); ++used) {
        const auto& last = lines[at + used - 1];
        const std::string_view row{first.data(), last.data() + last.size()};
        const auto found = cells_of(row, separator);
        if (!found.open && (used == 1 || !found.broken)) return row;
    }
    used = 1;
    return first;
}

std::string joined(const std::string& given, const std::string& family) {
    return given.empty() || family.empty() ? given + family : given + " " + family;
}

PastedLine line_of(int number, std::string_view row, const Cells& found, const std::vector<Column>& columns) {
    const auto at = [&](Column wanted) {
        for (std::size_t i = 0; i < columns.size() && i < found.cells.size(); ++i)
            if (columns[i] == wanted) return found.cells[i];
        return std::string{};
    };
    const auto has = [&](Column wanted) { return std::ranges::find(columns, wanted) != columns.end(); };
    PastedLine line{.number = number, .text = in_one_line(std::string{row})};
    line.own_agency = !has(Column::state);
    const auto name = has(Column::name) ? at(Column::name) : joined(at(Column::given), at(Column::family));
    line.parts = {name, at(Column::address), at(Column::state), at(Column::role)};
    line.title = at(Column::title);
    line.function = at(Column::function);
    if (found.open)
        line.problem = "A quotation mark is opened here and not closed.";
    else if (found.broken)
        line.problem =
            "Something stands behind a closing quotation mark: a mark within quotes is written twice.";
    else if (found.cells.size() > columns.size())
        line.problem = "This line has " + std::to_string(found.cells.size()) +
                       " cells, and the heading names " + std::to_string(columns.size()) +
                       ": a cell with a separator in it is written in quotes.";
    return line;
}

struct Heading {
    std::vector<Column> columns;
    char separator = ',';
};

/// The separator by which the heading names a name and an address.
std::optional<Heading> heading_of(std::string_view line) {
    for (const char separator : {'\t', ';', ','}) {
        Heading heading{.separator = separator};
        const auto found = cells_of(line, separator);
        if (std::ranges::any_of(found.cells, [](const auto& cell) { return cell.contains('@'); })) continue;
        for (const auto& cell : found.cells) heading.columns.push_back(column_of(cell));
        const auto has = [&](Column wanted) {
            return std::ranges::find(heading.columns, wanted) != heading.columns.end();
        };
        if (has(Column::address) && (has(Column::name) || (has(Column::given) && has(Column::family))))
            return heading;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::vector<PastedLine>> pasted_table(std::string_view text) {
    std::size_t at = 0;
    auto rest = text;
    for (; !rest.empty() && trimmed(rest.substr(0, rest.find('\n'))).empty(); ++at)
        rest = rest.contains('\n') ? rest.substr(rest.find('\n') + 1) : std::string_view{};
    const auto first = lines_of(rest.substr(0, rest.find('\n')));
    auto heading = first.empty() ? std::nullopt : heading_of(first.front());
    if (!heading) return std::nullopt;
    const auto lines = lines_of(text);
    std::vector<PastedLine> people;
    std::size_t used = 1;
    for (++at; at < lines.size(); at += used) {
        used = 1;
        if (trimmed(lines[at]).empty()) continue;
        // What was to be mended stands above the file that was taken next.
        if (auto next = heading_of(lines[at])) {
            heading = std::move(next);
            continue;
        }
        const auto row = row_at(lines, at, heading->separator, used);
        auto found = cells_of(row, heading->separator);
        // Spreadsheets write separators for columns that nobody uses.
        while (found.cells.size() > heading->columns.size() && found.cells.back().empty())
            found.cells.pop_back();
        const bool empty = std::ranges::all_of(found.cells, [](const auto& cell) { return cell.empty(); });
        if (!empty) people.push_back(line_of(static_cast<int>(at) + 1, row, found, heading->columns));
    }
    return people;
}

} // namespace interstate::identity
