// Any bytes as Markdown: what comes out is valid UTF-8, fetches nothing and runs nothing.
#include "base/markdown.hpp"
#include "base/text.hpp"
#include "fuzz/must.hpp"

using namespace interstate;

namespace {

/// Every link of ours is written href="…" by cmark; the text around is escaped and cannot look like one.
void look_at_links(std::string_view html) {
    constexpr std::string_view mark = " href=\"";
    for (auto at = html.find(mark); at != html.npos; at = html.find(mark, at + 1)) {
        const auto url = folded(html.substr(at + mark.size(), 10));
        const bool known = url.starts_with("\"") || url.starts_with("http://") ||
                           url.starts_with("https://") || url.starts_with("mailto:") ||
                           url.starts_with("tel:") ||
                           (url.starts_with("/") && !url.starts_with("//") && !url.starts_with("/\\")) ||
                           url.starts_with("#fn");
        must(known, "links go to http, https, mailto, tel or this server");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto html = render_markdown({reinterpret_cast<const char*>(data), size});
    must(count_characters(html).has_value(), "HTML is valid UTF-8");
    for (const char* tag :
         {"<script", "<img", "<iframe", "<svg", "<style", "<object", "<form", "<link", "<base", "<meta"})
        must(html.find(tag) == html.npos, "no tag that runs or fetches");
    look_at_links(html);
    return 0;
}
