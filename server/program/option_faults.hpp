#pragma once
// What is wrong with the value of an option, in words for the operator; empty where nothing is.
#include <string>

namespace interstate {

std::string fault_of_address(const std::string& text);
std::string fault_of_url(const std::string& text);
std::string fault_of_metrics_token(const std::string& text);
/// Of what a token may be used for.
std::string fault_of_scopes(const std::string& text);
/// Of addresses with commas between.
std::string fault_of_proxies(const std::string& text);

} // namespace interstate
