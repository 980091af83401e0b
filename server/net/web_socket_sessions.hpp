#pragma once
// All live connections of the io thread: owns them, lends them one buffer each way, tells them when their
// lines are ready, lets each write once for all that became due in a turn, and looks at their time.
#include "net/descriptor.hpp"
#include "net/line_set.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace interstate::net {

class Partner;
class WebSocketSession;

class WebSocketSessions {
  public:
    /// Throws boost::system::system_error when the system has no descriptor left.
    explicit WebSocketSessions(boost::asio::io_context& io);
    ~WebSocketSessions();
    WebSocketSessions(const WebSocketSessions&) = delete;
    WebSocketSessions& operator=(const WebSocketSessions&) = delete;

    /// Takes over the line. `early`: bytes that came behind the request for the upgrade; `head`: the answer
    /// to it, which goes out before any frame and in one call with the first. Where it throws, the line is
    /// closed and the partner destroyed.
    void begin(Descriptor line, std::unique_ptr<Partner> partner, std::string early, std::string head = {});
    /// A session that is over is destroyed after what is being done now.
    void remove(WebSocketSession& session);
    /// Something waits to be written: it is, after what is being done now.
    void due(WebSocketSession& session);
    /// Whether to tell the session when its line takes more.
    void wait_to_write(WebSocketSession& session, bool wait);
    /// Ends connections whose time is over at this moment.
    void end_overdue(std::chrono::steady_clock::time_point now);

    /// Lent until the end of the caller's turn.
    [[nodiscard]] std::span<char> read_buffer() { return read_buffer_; }
    [[nodiscard]] std::string& write_buffer() { return write_buffer_; }

  private:
    bool hear();
    void tell_ready();
    void write_due();
    void look_at_the_clock();
    void bury();

    boost::asio::io_context& io_;
    boost::asio::steady_timer clock_;
    LineSet lines_;
    /// First so many that are open, then those that are over but perhaps still being worked on.
    std::vector<std::unique_ptr<WebSocketSession>> sessions_;
    std::size_t open_ = 0;
    std::vector<WebSocketSession*> due_, writing_;
    std::vector<char> read_buffer_;
    std::string write_buffer_;
};

} // namespace interstate::net
