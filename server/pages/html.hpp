#pragma once
// A small typed way to write HTML. Only literals of this program are markup; every other text is escaped on
// its way in.
#include <initializer_list>
#include <string>
#include <string_view>

namespace interstate::pages::html {

/// Text that stands in the program itself: a compiler error for anything else.
class Literal {
  public:
    consteval Literal(const char* text)
        : text_{text} {} // NOLINT(google-explicit-constructor): "p" reads as a tag
    [[nodiscard]] std::string_view text() const { return text_; }

  private:
    std::string_view text_;
};

/// A piece of HTML that is safe to send. A plain string becomes one by being escaped.
class Html {
  public:
    Html() = default;
    Html(std::string_view text); // NOLINT(google-explicit-constructor): escapes
    Html(const std::string& text)
        : Html(std::string_view{text}) {}                    // NOLINT(google-explicit-constructor): escapes
    Html(const char* text) : Html(std::string_view{text}) {} // NOLINT(google-explicit-constructor): escapes
    /// Markup as it stands.
    static Html markup(Literal literal);

    Html& operator+=(const Html& other) {
        bytes_ += other.bytes_;
        return *this;
    }
    [[nodiscard]] const std::string& str() const { return bytes_; }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }

  private:
    friend class Writer;
    std::string bytes_;
};

/// A text as HTML shows it: & < > " ' are written as references.
Html text(std::string_view text);

/// One attribute; its value is escaped. An address (href, src, action) of another scheme than https, http,
/// mailto or tel becomes "#".
struct Attribute {
    Literal name;
    std::string value;
};
Attribute attribute(Literal name, std::string_view value);

using Attributes = std::initializer_list<Attribute>;

/// A value as it stands in the query of an address (RFC 3986 §2): everything but letters, digits and - . _ ~
/// / is encoded.
std::string parameter(std::string_view value);

/// An element with its end tag.
Html element_of(Literal tag, Attributes attributes, const Html& content);

template <class... Children>
Html join(const Children&... children) {
    Html content;
    ((content += Html(children)), ...);
    return content;
}

template <class... Children>
Html element(Literal tag, Attributes attributes, const Children&... children) {
    return element_of(tag, attributes, join(children...));
}

/// An element that has no end tag: link, meta, input.
Html empty(Literal tag, Attributes attributes);

} // namespace interstate::pages::html
