#pragma once
// Tables for spreadsheets: RFC 4180, and nothing in them that a spreadsheet would run.
#include <string>
#include <string_view>
#include <vector>

namespace interstate::wire {

/// One table as CSV: CR LF line ends, quoted where needed, a byte order mark so that spreadsheets read UTF-8.
class Csv {
  public:
    explicit Csv(const std::vector<std::string>& header) { row(header); }
    void row(const std::vector<std::string>& cells);
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string text_ = "\xEF\xBB\xBF";
};

/// A cell that a spreadsheet takes for text: what begins like a formula gets an apostrophe before it (OWASP,
/// CSV injection).
std::string safe_cell(std::string_view text);

} // namespace interstate::wire
