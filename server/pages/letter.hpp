#pragma once
// The form that all mails have but the one with the code.
#include "features/mail/mail.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace interstate::pages {

/// One that is nothing but an address becomes a link; one with an address beside its words does, by those.
struct Paragraph {
    Paragraph(std::string all)
        : words{std::move(all)} {}             // NOLINT(google-explicit-constructor): most are words
    Paragraph(const char* all) : words{all} {} // NOLINT(google-explicit-constructor): most are words
    Paragraph(std::string link_words, std::string link)
        : words{std::move(link_words)}, address{std::move(link)} {}
    std::string words, address = {};
};
/// The same as plain text and as HTML.
mail::Words letter(const std::string& subject, const std::vector<Paragraph>& paragraphs);

/// "Hello Ben,"
std::string hello(std::string_view name);

} // namespace interstate::pages
