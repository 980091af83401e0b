#pragma once
// One HTTP connection: requests one after the other, until it ends or becomes a live connection.
#include "app/server.hpp"
#include "net/descriptor.hpp"
#include "net/reply.hpp"
#include "net/static_files.hpp"
#include "net/trusted_proxies.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <string>

namespace interstate::net {

class Partner;
class WebSocketSessions;

/// What a connection may be led to.
struct Served {
    boost::asio::io_context& io;
    app::Server& server;
    const StaticFiles& files;
    WebSocketSessions& sessions;
    const TrustedProxies& proxies;
};

/// A line of ours as Asio has it.
boost::asio::ip::tcp::socket socket_of(Descriptor line, boost::asio::io_context& io);

/// Serves the connection to its end. `said`: what it has said already. Never throws.
boost::asio::awaitable<void> serve_http(boost::asio::ip::tcp::socket socket, Served served, std::string said);

/// Answers with this, and ends the connection. Never throws.
boost::asio::awaitable<void> turn_away(boost::asio::ip::tcp::socket socket, HttpResponse answer);

/// One upgrade, to this partner whoever asks for it; anything else is refused. Never throws.
boost::asio::awaitable<void> lead_to(std::unique_ptr<Partner> partner, boost::asio::ip::tcp::socket socket,
                                     WebSocketSessions& sessions);

} // namespace interstate::net
