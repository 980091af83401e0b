#pragma once
// Text that people write, bounded where it is declared: what decodes is valid.
#include <compare>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace interstate {

/// The number of characters (code points) in valid UTF-8; nothing when it is not valid UTF-8.
std::optional<std::size_t> count_characters(std::string_view utf8);

/// Without blanks at both ends (Unicode spaces that people paste included).
std::string_view trimmed(std::string_view utf8);

/// True when a control character stands in the text; line breaks and tabs count unless allowed.
bool has_controls(std::string_view utf8, bool lines_allowed);

/// For searching: without regard to case and to the marks of Latin letters (É is e, Ł is l).
std::string plain_letters(std::string_view utf8);

/// Lower case for ASCII letters only: mail addresses and state codes.
std::string folded(std::string_view ascii);

namespace detail {
/// What is wrong with a text for these bounds; nothing when it fits. `text` has been trimmed.
std::optional<std::string> text_fault(std::string_view text, std::size_t min, std::size_t max, bool lines);
} // namespace detail

/// Shared by Text and Prose: `min` to `max` characters of valid UTF-8 without control characters, trimmed.
template <std::size_t Min, std::size_t Max, bool Lines>
class BoundedText {
  public:
    static constexpr std::size_t min = Min;
    static constexpr std::size_t max = Max;
    static constexpr bool lines = Lines;

    BoundedText() = default;
    /// Throws std::invalid_argument where `parse` would refuse: for texts that the program itself writes.
    explicit BoundedText(std::string_view text) {
        auto value = parse(text);
        if (!value) throw std::invalid_argument{"text out of bounds: " + std::string{text.substr(0, 80)}};
        *this = std::move(*value);
    }
    static std::optional<BoundedText> parse(std::string_view text) {
        text = trimmed(text);
        if (detail::text_fault(text, Min, Max, Lines)) return std::nullopt;
        BoundedText value;
        value.value_ = std::string{text};
        return value;
    }
    /// What was kept once, perhaps under an older rule: valid UTF-8 of at most `max` characters.
    static std::optional<BoundedText> stored(std::string_view text) {
        const auto size = count_characters(text);
        if (!size || *size > Max) return std::nullopt;
        BoundedText value;
        value.value_ = std::string{text};
        return value;
    }
    [[nodiscard]] const std::string& str() const { return value_; }
    [[nodiscard]] bool empty() const { return value_.empty(); }
    auto operator<=>(const BoundedText&) const = default;

  private:
    std::string value_;
};

/// One line.
template <std::size_t Min, std::size_t Max>
using Text = BoundedText<Min, Max, false>;

/// Several lines, Markdown where it is shown.
template <std::size_t Min, std::size_t Max>
using Prose = BoundedText<Min, Max, true>;

} // namespace interstate
