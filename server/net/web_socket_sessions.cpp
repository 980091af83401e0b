#include "net/web_socket_sessions.hpp"

#include "base/log.hpp"
#include "net/web_socket_session.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <array>

namespace interstate::net {
namespace {

constexpr std::chrono::seconds look_every{5};
constexpr std::size_t read_bytes = 64 * 1024;
/// A buffer that grew for one long frame is given back.
constexpr std::size_t kept_bytes = 256 * 1024;
/// Lines that are told in one turn; further ones in the next, after what else waits.
constexpr std::size_t lines_of_a_turn = 256;

} // namespace

WebSocketSessions::WebSocketSessions(boost::asio::io_context& io)
    : io_{io}, clock_{io}, lines_{io, [this] { return hear(); }}, read_buffer_(read_bytes) {}

WebSocketSessions::~WebSocketSessions() = default;

// ---- coming and going -----------------------------------------------------------------------------------

void WebSocketSessions::begin(Descriptor line, std::unique_ptr<Partner> partner, std::string early,
                              std::string head) {
    // What may fail comes first: a session that is there has all that it needs.
    if (open_ == 0) look_at_the_clock();
    lines_.wait();
    auto made = std::make_unique<WebSocketSession>(*this, std::move(partner));
    made->socket_ = line.release();
    lines_.add(made->socket_, {.ptr = made.get()});
    sessions_.push_back(std::move(made));
    std::swap(sessions_[open_], sessions_.back());
    auto& session = *sessions_[open_];
    session.place_ = static_cast<std::uint32_t>(open_++);
    session.start(std::move(early), std::move(head));
}

/// Allocates nothing: what ends because memory ran out must end whole.
void WebSocketSessions::remove(WebSocketSession& session) {
    if (session.due_) std::erase(due_, &session);
    const auto place = session.place_;
    std::swap(sessions_[place], sessions_[--open_]);
    sessions_[place]->place_ = place;
    if (open_ > 0) return;
    clock_.cancel();
    lines_.stop();
}

/// Only between turns.
void WebSocketSessions::bury() {
    sessions_.erase(sessions_.begin() + static_cast<std::ptrdiff_t>(open_), sessions_.end());
}

// ---- ready lines ----------------------------------------------------------------------------------------

void WebSocketSessions::wait_to_write(WebSocketSession& session, bool wait) {
    lines_.change(session.socket_, {.ptr = &session}, wait);
}

bool WebSocketSessions::hear() {
    try {
        tell_ready();
    } catch (const std::exception& error) {
        log::warning("connections_failed", {{"why", error.what()}}); // they are told of it again
    }
    return open_ > 0;
}

void WebSocketSessions::tell_ready() {
    bury();
    std::array<epoll_event, lines_of_a_turn> room{};
    for (const auto& [what, name] : lines_.ready(room))
        // One that an earlier one ended is still there, and does nothing.
        static_cast<WebSocketSession*>(name.ptr)->ready((what & ~static_cast<std::uint32_t>(EPOLLOUT)) != 0,
                                                        (what & EPOLLOUT) != 0);
}

// ---- writing --------------------------------------------------------------------------------------------

void WebSocketSessions::due(WebSocketSession& session) {
    if (session.due_) return;
    // What may fail comes first: a session that counts as due and is not in the list would never write again.
    if (due_.size() == due_.capacity()) due_.reserve(2 * due_.size() + 16);
    if (due_.empty()) boost::asio::post(io_, [this] { write_due(); });
    due_.push_back(&session);
    session.due_ = true;
}

void WebSocketSessions::write_due() {
    bury();
    writing_.clear();
    writing_.swap(due_);
    for (auto* session : writing_) session->due_ = false;
    // One that an earlier one ended is still there, and does nothing.
    for (std::size_t i = 0; i < writing_.size(); ++i) {
        // Each call to the system takes longer than memory takes to come near.
        if (i + 2 < writing_.size()) __builtin_prefetch(writing_[i + 2]);
        if (i + 1 < writing_.size()) writing_[i + 1]->expect_write();
        writing_[i]->write();
    }
    if (write_buffer_.capacity() > kept_bytes) write_buffer_ = {};
}

// ---- time -----------------------------------------------------------------------------------------------

void WebSocketSessions::look_at_the_clock() {
    clock_.expires_after(look_every);
    clock_.async_wait([this](const boost::system::error_code& error) {
        bury();
        if (error || open_ == 0) return;
        look_at_the_clock(); // next time, whatever happens now
        end_overdue(WebSocketSession::Clock::now());
    });
}

void WebSocketSessions::end_overdue(std::chrono::steady_clock::time_point now) {
    // From the end: where one is over, the last takes its place, and has been looked at.
    for (auto place = open_; place-- > 0;) sessions_[place]->look_at_the_clock(now);
}

} // namespace interstate::net
