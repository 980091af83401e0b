#include "net/web_socket_sessions.hpp"

#include "base/log.hpp"
#include "net/web_socket_session.hpp"

#include <boost/asio/post.hpp>

namespace interstate::net {
namespace {

constexpr std::chrono::seconds look_every{5};
constexpr std::size_t read_bytes = 64 * 1024;
/// A buffer that grew for one long frame is given back.
constexpr std::size_t kept_bytes = 256 * 1024;

} // namespace

WebSocketSessions::WebSocketSessions(boost::asio::io_context& io)
    : io_{io}, clock_{io}, read_buffer_(read_bytes) {}

void WebSocketSessions::add(std::shared_ptr<WebSocketSession> session) {
    open_.insert(std::move(session));
    if (open_.size() == 1) look_at_the_clock();
}

void WebSocketSessions::remove(const std::shared_ptr<WebSocketSession>& session) {
    open_.erase(session);
    if (open_.empty()) clock_.cancel();
}

void WebSocketSessions::due(const std::shared_ptr<WebSocketSession>& session) {
    if (session->is_due()) return;
    // What may fail comes first: a session that counts as due and is not in the list would never write again.
    if (due_.size() == due_.capacity()) due_.reserve(2 * due_.size() + 16);
    if (due_.empty()) boost::asio::post(io_, [this] { write_due(); });
    if (session->becomes_due()) due_.push_back(session);
}

void WebSocketSessions::write_due() {
    const auto due = std::exchange(due_, {});
    for (const auto& session : due) session->write();
    if (write_buffer_.capacity() > kept_bytes) write_buffer_ = {};
}

void WebSocketSessions::look_at_the_clock() {
    clock_.expires_after(look_every);
    clock_.async_wait([this](const boost::system::error_code& error) {
        if (error) return;
        if (open_.empty()) return;
        look_at_the_clock(); // next time, whatever happens now
        const auto now = WebSocketSession::Clock::now();
        const std::vector sessions(open_.begin(), open_.end()); // who ends leaves the set
        for (const auto& session : sessions) session->look_at_the_clock(now);
    });
}

} // namespace interstate::net
