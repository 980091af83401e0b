#pragma once
// Domains with letters beyond a to z, which can look like another's (UTS 39).
#include <string>
#include <string_view>

namespace interstate {

/// In UTF-8, what a domain with punycode labels ("xn--…", RFC 3492) stands for; a label that is no sound
/// punycode stays as it is. Empty for a domain without such labels.
std::string domain_in_letters(std::string_view domain);

} // namespace interstate
