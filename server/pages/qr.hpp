#pragma once
// A QR code as a picture in the page itself: nothing is loaded from anywhere, and no style stands in it.
#include "pages/html.hpp"

namespace interstate::pages {

/// Dark on light, whatever the page's colours are: telephones read it so. `label` says what it is. Throws
/// std::runtime_error for a text that is too long for one.
html::Html qr_code(std::string_view text, std::string_view label);

} // namespace interstate::pages
