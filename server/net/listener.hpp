#pragma once
// Accepts connections, also when descriptors run out: then it waits instead of spinning.
#include "net/arrivals.hpp"
#include "net/web_socket_sessions.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <optional>

namespace interstate::net {

class Listener {
  public:
    /// Binds at once; throws std::runtime_error when the address is taken. Port 0 takes a free one.
    Listener(boost::asio::io_context& io, const std::string& address, unsigned short port);
    [[nodiscard]] unsigned short port() const { return acceptor_.local_endpoint().port(); }
    void start(app::Server& server, const StaticFiles& files, const TrustedProxies& proxies);
    void stop();

  private:
    void wait();
    /// Accepts whoever waits, up to a portion.
    void accept();
    /// Nothing more for a moment.
    void pause();
    void turn_one_away();
    boost::asio::io_context& io_;
    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::steady_timer pause_;
    WebSocketSessions sessions_;
    std::optional<Arrivals> arrivals_;
    /// Given up for a moment to accept and close a connection when no descriptor is left.
    int reserve_ = -1;
    std::size_t turned_away_ = 0;
    std::chrono::steady_clock::time_point said_so_{};
};

} // namespace interstate::net
