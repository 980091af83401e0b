#pragma once
// Markdown to HTML that is safe to show: cmark-gfm in safe mode, links of few schemes, no remote images.
#include <string>
#include <string_view>

namespace interstate {

/// Rises when the same text would render otherwise; stored beside the HTML.
inline constexpr int markdown_version = 1;

/// Renders CommonMark with tables, strikethrough, autolinks and task lists. Raw HTML is dropped; links go to
/// http, https, mailto and tel only; images become links. Linear in the length of the text.
std::string render_markdown(std::string_view text);

} // namespace interstate
