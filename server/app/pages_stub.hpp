#pragma once
#include <string>
namespace interstate::pages {
inline std::string robots_txt(bool) { return ""; }
inline std::string message_page(const std::string& a, const std::string& b) { return a + b; }
inline std::string sign_in_link_page(const std::string& a, const std::string& b) { return a + b; }
}
