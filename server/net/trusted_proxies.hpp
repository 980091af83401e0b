#pragma once
// Whose word on where a request came from counts: that of our own proxies, and of nobody else.
#include "net/request_head.hpp"

#include <boost/asio/ip/address.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace interstate::net {

class TrustedProxies {
  public:
    /// Nobody is trusted: who is at the other end is who asks.
    TrustedProxies() = default;
    /// Addresses (no names, no networks) with commas between; throws std::invalid_argument that names the one
    /// that is none.
    explicit TrustedProxies(std::string_view addresses);

    /// The address that the request came from: `remote`, the other end of the connection, unless that is a
    /// trusted proxy. Then the last address of X-Forwarded-For that is not one: each proxy writes behind what
    /// it was told, so all that stands before it may be invented. Where a proxy says nothing that can be
    /// read, its own address. `Forwarded` (RFC 7239) is not read: a proxy that writes the one hands on the
    /// other as the client sent it.
    [[nodiscard]] std::string client_of(const std::string& remote, const HttpRequest& request) const;

  private:
    [[nodiscard]] bool trusts(const boost::asio::ip::address& address) const;
    std::vector<boost::asio::ip::address> addresses_;
};

} // namespace interstate::net
