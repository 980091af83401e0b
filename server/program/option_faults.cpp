#include "program/option_faults.hpp"

#include "features/identity/sign_in.hpp"
#include "net/trusted_proxies.hpp"

#include <boost/asio/ip/address.hpp>

#include <stdexcept>

namespace interstate {

std::string fault_of_address(const std::string& text) {
    boost::system::error_code wrong;
    boost::asio::ip::make_address(text, wrong);
    return wrong ? "“" + text + "” is no network address: say 127.0.0.1 or ::1" : "";
}

std::string fault_of_url(const std::string& text) {
    const bool sound = text.starts_with("http://") || text.starts_with("https://");
    return sound && !text.ends_with('/') ? "" : "is like https://sdi.example.org, without a slash at the end";
}

std::string fault_of_metrics_token(const std::string& text) {
    constexpr std::size_t shortest = 16;
    return text.size() >= shortest ? "" : "has 16 characters or more: whoever guesses it reads the figures";
}

std::string fault_of_scopes(const std::string& text) {
    const auto scopes = identity::Scopes::parse(text);
    return scopes && !scopes->empty() ? "" : "is “all”, or some of read post steps sessions manage";
}

std::string fault_of_proxies(const std::string& text) {
    try {
        net::TrustedProxies{text};
        return {};
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
}

} // namespace interstate
