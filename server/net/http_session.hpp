#pragma once
// One TCP connection: requests one after the other, until it becomes a live connection or ends.
#include "app/server.hpp"
#include "net/static_files.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace interstate::net {

/// Serves the connection to its end. Never throws.
boost::asio::awaitable<void> serve_http(boost::asio::ip::tcp::socket socket, app::Server& server,
                                        const StaticFiles& files);

} // namespace interstate::net
