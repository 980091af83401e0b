#pragma once
// All live connections of the io thread: lends them one buffer each way, lets each write once for all that
// became due in a turn, and looks at their time.
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace interstate::net {

class WebSocketSession;

class WebSocketSessions {
  public:
    explicit WebSocketSessions(boost::asio::io_context& io);

    void add(std::shared_ptr<WebSocketSession> session);
    void remove(const std::shared_ptr<WebSocketSession>& session);
    /// Something waits to be written: it is, after what is being done now.
    void due(const std::shared_ptr<WebSocketSession>& session);

    /// Lent until the end of the caller's turn.
    [[nodiscard]] std::span<char> read_buffer() { return read_buffer_; }
    [[nodiscard]] std::string& write_buffer() { return write_buffer_; }

  private:
    void write_due();
    void look_at_the_clock();

    boost::asio::io_context& io_;
    boost::asio::steady_timer clock_;
    std::unordered_set<std::shared_ptr<WebSocketSession>> open_;
    std::vector<std::shared_ptr<WebSocketSession>> due_;
    std::vector<char> read_buffer_;
    std::string write_buffer_;
};

} // namespace interstate::net
