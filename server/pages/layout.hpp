#pragma once
// What stands around the content of every page.
#include "pages/html.hpp"
#include "pages/pages.hpp"

namespace interstate::pages {

/// The mark and the product's name, leading to `/`.
html::Html brand();

/// The strip that says that this is a demonstration; nothing otherwise.
html::Html notice(const Frame& frame);

/// A whole document around a body that has `id="main"` in it.
std::string document(std::string_view title, const Frame& frame, const html::Html& body);

/// The header of pages that are no sign-in page. `links` stand between the mark and the sign-in button.
html::Html header(const Frame& frame, const html::Html& links);
/// An input with its label above and a note below, which the input names as `ID-note`: a hint, or what is
/// wrong.
html::Html field(std::string_view id, std::string_view label, const html::Html& input, std::string_view hint,
                 std::string_view problem);
/// "This is a shared computer", as `shared`. `id` is unlike others on the page.
html::Html shared_box(std::string_view id, bool checked);
/// The one next act of a form.
html::Html submit(std::string_view words);
html::Html footer(const Frame& frame, std::string_view attribution);

} // namespace interstate::pages
