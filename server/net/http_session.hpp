#pragma once
// One HTTP connection: requests one after the other, until it ends or becomes a live connection.
#include "app/server.hpp"
#include "net/static_files.hpp"
#include "net/trusted_proxies.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <memory>

namespace interstate::net {

class Partner;
class WebSocketSessions;

/// What a connection may be led to.
struct Served {
    app::Server& server;
    const StaticFiles& files;
    WebSocketSessions& sessions;
    const TrustedProxies& proxies;
};

/// Serves the connection to its end. Never throws.
boost::asio::awaitable<void> serve_http(boost::asio::ip::tcp::socket socket, Served served);

/// One upgrade, to this partner whoever asks for it; anything else is refused. Never throws.
boost::asio::awaitable<void> lead_to(std::unique_ptr<Partner> partner, boost::asio::ip::tcp::socket socket,
                                     WebSocketSessions& sessions);

} // namespace interstate::net
