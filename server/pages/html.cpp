#include "pages/html.hpp"

#include <array>

namespace interstate::pages::html {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 16);
    for (const char c : text) switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    return out;
}

bool is_address(std::string_view name) { return name == "href" || name == "src" || name == "action"; }

/// Ways out of this page that no page of ours could be talked into misusing.
bool is_safe_address(std::string_view value) {
    // A browser reads "//host" and "/\host" as another server.
    if (value.starts_with('/')) return !value.starts_with("//") && !value.starts_with("/\\");
    constexpr std::array<std::string_view, 5> begins{"#", "https://", "http://", "mailto:", "tel:"};
    for (const auto begin : begins)
        if (value.starts_with(begin)) return true;
    return false;
}

} // namespace

/// The only one who puts bytes into an Html as they are.
class Writer {
  public:
    static Html write(std::string bytes) {
        Html html;
        html.bytes_ = std::move(bytes);
        return html;
    }
    static std::string open(Literal tag, Attributes attributes) {
        std::string bytes = "<" + std::string{tag.text()};
        for (const auto& [name, value] : attributes) {
            const bool refused = is_address(name.text()) && !is_safe_address(value);
            bytes += " " + std::string{name.text()} + "=\"" + (refused ? "#" : escaped(value)) + "\"";
        }
        return bytes + ">";
    }
};

Html::Html(std::string_view text) : bytes_{escaped(text)} {}

Html Html::markup(Literal literal) { return Writer::write(std::string{literal.text()}); }

Html text(std::string_view text) { return Html{text}; }

std::string parameter(std::string_view value) {
    constexpr std::string_view plain = "-._~/";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || plain.contains(c))
            encoded += c;
        else
            encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return encoded;
}

Attribute attribute(Literal name, std::string_view value) { return {name, std::string{value}}; }

Html element_of(Literal tag, Attributes attributes, const Html& content) {
    return Writer::write(Writer::open(tag, attributes) + content.str() + "</" + std::string{tag.text()} +
                         ">");
}

Html empty(Literal tag, Attributes attributes) { return Writer::write(Writer::open(tag, attributes)); }

} // namespace interstate::pages::html
