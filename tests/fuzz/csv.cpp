// Any cells as an exported table: what RFC 4180 reads back is what was written, and nothing in it is a
// formula.
#include "wire/csv.hpp"
#include "fuzz/must.hpp"

#include <cstdint>

using namespace interstate;

namespace {

using Row = std::vector<std::string>;

/// Rows of cells from bytes: 0x1F ends a cell, 0x1E a row.
std::vector<Row> rows_of(std::string_view bytes) {
    std::vector<Row> rows{{""}};
    for (const char byte : bytes) {
        if (byte == '\x1E')
            rows.push_back({""});
        else if (byte == '\x1F')
            rows.back().emplace_back();
        else
            rows.back().back() += byte;
    }
    return rows;
}

/// RFC 4180, section 2, and nothing more generous.
std::vector<Row> read_back(std::string_view text) {
    std::vector<Row> rows;
    while (!text.empty()) {
        Row row;
        for (bool ended = false; !ended;) {
            std::string cell;
            if (text.starts_with('"')) {
                text.remove_prefix(1);
                while (!text.starts_with('"') || text.starts_with("\"\"")) {
                    must(!text.empty(), "a quote is closed");
                    cell += text.front();
                    text.remove_prefix(text.starts_with("\"\"") ? 2 : 1);
                }
                text.remove_prefix(1);
            } else {
                const auto end = text.find_first_of(",\r\n\"");
                must(end != text.npos && text[end] != '"',
                     "a cell ends at a comma or a line end, and holds no quote");
                cell = text.substr(0, end);
                text.remove_prefix(end);
            }
            row.push_back(std::move(cell));
            ended = !text.starts_with(',');
            must(!ended || text.starts_with("\r\n"), "a row ends with CR LF");
            text.remove_prefix(ended ? 2 : 1);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What a spreadsheet would run (OWASP, CSV injection).
bool is_formula(std::string_view cell) {
    return !cell.empty() && std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto rows = rows_of({reinterpret_cast<const char*>(data), size});
    wire::Csv csv{rows.front()};
    for (std::size_t i = 1; i < rows.size(); ++i) csv.row(rows[i]);
    std::string_view text = csv.text();
    must(text.starts_with("\xEF\xBB\xBF"), "a byte order mark comes first");
    text.remove_prefix(3);
    const auto found = read_back(text);
    must(found.size() == rows.size(), "as many rows");
    for (std::size_t r = 0; r < rows.size(); ++r) {
        must(found[r].size() == rows[r].size(), "as many cells");
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            must(!is_formula(found[r][c]), "no cell is a formula");
            must(found[r][c] == rows[r][c] || found[r][c] == "'" + rows[r][c],
                 "a cell is what was written, or that behind an apostrophe");
        }
    }
    return 0;
}
