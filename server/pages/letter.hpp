#pragma once
// The form that all mails have but the one with the code.
#include "features/mail/mail.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace interstate::pages {

/// Paragraphs, the same as plain text and as HTML; one that is nothing but an address becomes a link.
mail::Words letter(const std::string& subject, const std::vector<std::string>& paragraphs);

/// "Hello Ben,"
std::string hello(std::string_view name);

} // namespace interstate::pages
