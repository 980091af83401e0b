#include "pages/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace interstate::pages {
namespace {

using html::attribute;
using html::element;
using html::Html;

constexpr int quiet = 4; // light modules around it (ISO/IEC 18004)

struct Freed {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

/// One square for each dark module.
std::string dark_modules(const QRcode& code) {
    std::string path;
    for (int y = 0; y < code.width; ++y)
        for (int x = 0; x < code.width; ++x)
            if (code.data[y * code.width + x] & 1)
                path += "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h1v1h-1z";
    return path;
}

} // namespace

Html qr_code(std::string_view text, std::string_view label) {
    const std::unique_ptr<QRcode, Freed> code{
        QRcode_encodeString8bit(std::string{text}.c_str(), 0, QR_ECLEVEL_M)};
    if (!code) throw std::runtime_error{"no QR code of so long a text"};
    const auto side = std::to_string(code->width + 2 * quiet);
    return element(
        "svg",
        {attribute("class", "qr"), attribute("role", "img"), attribute("aria-label", label),
         attribute("viewBox", "0 0 " + side + " " + side), attribute("shape-rendering", "crispEdges")},
        element("path", {attribute("fill", "#ffffff"), attribute("d", "M0 0h" + side + "v" + side + "H0z")}),
        element("path", {attribute("fill", "#000000"), attribute("d", dark_modules(*code))}));
}

} // namespace interstate::pages
