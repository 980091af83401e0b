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
html::Html footer(const Frame& frame, std::string_view attribution);

} // namespace interstate::pages
