#include "net/trusted_proxies.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace interstate::net {
namespace {

namespace ip = boost::asio::ip;

/// So many proxies may stand one behind the other.
constexpr int hops_limit = 8;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// An IPv4 address inside IPv6 is that IPv4 address: a socket that listens on :: shows it so.
std::optional<ip::address> address_of(std::string_view text) {
    boost::system::error_code wrong;
    const auto address = ip::make_address(std::string{text}, wrong);
    if (wrong) return std::nullopt;
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

/// Some proxies write the port too: 192.0.2.1:4711 or [2001:db8::1]:4711.
std::string_view without_port(std::string_view text) {
    if (text.starts_with('[')) return text.substr(1, text.find(']') - 1);
    return std::ranges::count(text, ':') == 1 ? text.substr(0, text.find(':')) : text;
}

/// What the proxies said, the nearest one's word first.
std::vector<std::string_view> hops_of(const HttpRequest& request) {
    std::vector<std::string_view> hops;
    const auto [begin, end] = request.equal_range("X-Forwarded-For");
    for (auto field = begin; field != end; ++field) {
        std::string_view rest{field->value().data(), field->value().size()};
        for (;;) {
            const auto comma = rest.find(',');
            hops.push_back(trimmed(rest.substr(0, comma)));
            if (comma == rest.npos) break;
            rest.remove_prefix(comma + 1);
        }
    }
    std::ranges::reverse(hops);
    hops.resize(std::min(hops.size(), static_cast<std::size_t>(hops_limit)));
    return hops;
}

} // namespace

TrustedProxies::TrustedProxies(std::string_view addresses) {
    while (!trimmed(addresses).empty()) {
        const auto comma = addresses.find(',');
        const auto text = trimmed(addresses.substr(0, comma));
        const auto address = address_of(text);
        if (!address)
            throw std::invalid_argument{"“" + std::string{text} +
                                        "” is no network address: say 127.0.0.1, or several with commas"};
        addresses_.push_back(*address);
        if (comma == addresses.npos) break;
        addresses.remove_prefix(comma + 1);
    }
}

bool TrustedProxies::trusts(const ip::address& address) const {
    return std::ranges::find(addresses_, address) != addresses_.end();
}

std::string TrustedProxies::client_of(const std::string& remote, const HttpRequest& request) const {
    if (addresses_.empty()) return remote;
    auto client = address_of(remote);
    if (!client || !trusts(*client)) return remote;
    for (const auto hop : hops_of(request)) {
        const auto said = address_of(without_port(hop));
        if (!said) break;
        client = said;
        if (!trusts(*said)) break;
    }
    return client->to_string();
}

} // namespace interstate::net
