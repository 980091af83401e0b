#include "net/web_socket_session.hpp"

#include "base/log.hpp"
#include "net/web_socket_sessions.hpp"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>

namespace interstate::net {
namespace {

/// Three heartbeats of silence (schema/protocol/README.md).
constexpr std::chrono::seconds silence_limit{60};
/// A client that takes nothing for so long is not there.
constexpr std::chrono::seconds write_time{30};
/// For the other side to answer our close frame and to end the line.
constexpr std::chrono::seconds farewell_time{15};
/// What goes into one call; a longer frame goes whole.
constexpr std::size_t batch_bytes = 64 * 1024;
/// Answers to pings that may wait; a client that takes none of them gets none.
constexpr std::size_t urgent_limit = 4 * 1024;

bool later() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

} // namespace

WebSocketSession::WebSocketSession(boost::asio::ip::tcp::socket socket, WebSocketSessions& sessions,
                                   std::unique_ptr<Partner> partner)
    : socket_{std::move(socket)}, sessions_{sessions}, partner_{std::move(partner)},
      reader_{partner_->reader()} {}

void WebSocketSession::start(std::string early) {
    sessions_.add(shared_from_this());
    partner_->outbox().on_arrival([weak = weak_from_this()] {
        if (const auto self = weak.lock()) self->sessions_.due(self);
    });
    sessions_.due(shared_from_this());
    guarded([&] { take(early); });
    if (stage_ != Stage::over) wait_to_read();
}

template <class Act>
void WebSocketSession::guarded(Act act) {
    try {
        act();
    } catch (const std::exception& error) {
        log::warning("connection_failed", {{"why", error.what()}});
        finish();
    }
}

// ---- reading --------------------------------------------------------------------------------------------

void WebSocketSession::wait_to_read() {
    socket_.async_wait(boost::asio::ip::tcp::socket::wait_read,
                       [self = shared_from_this()](const boost::system::error_code& error) {
                           if (self->stage_ == Stage::over) return;
                           if (error) return self->finish();
                           self->guarded([&] { self->read(); });
                           if (self->stage_ != Stage::over) self->wait_to_read();
                       });
}

void WebSocketSession::read() {
    const auto buffer = sessions_.read_buffer();
    const auto size = ::recv(socket_.native_handle(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (size < 0 && later()) return;
    if (size <= 0) return finish();
    heard_ = Clock::now();
    take(buffer.first(static_cast<std::size_t>(size)));
}

void WebSocketSession::take(std::span<char> bytes) {
    while (!close_heard_ && stage_ != Stage::parted && stage_ != Stage::over) {
        const auto arrived = reader_.next(bytes);
        if (!arrived) {
            close_heard_ = true; // what follows a broken frame means nothing
            return leave(static_cast<std::uint16_t>(arrived.error()));
        }
        if (!*arrived) return;
        hear(**arrived);
    }
}

void WebSocketSession::hear(const Arrived& arrived) {
    switch (arrived.opcode) {
    case Opcode::text:
    case Opcode::binary:
        return partner_->receive(arrived.opcode, arrived.payload);
    case Opcode::close:
        return hear_close(arrived.payload);
    case Opcode::ping:
        if (stage_ == Stage::open && urgent_.size() < urgent_limit)
            urgent_ += frame_bytes(Opcode::pong, arrived.payload);
        sessions_.due(shared_from_this());
        [[fallthrough]];
    default:
        return partner_->count_frame();
    }
}

void WebSocketSession::hear_close(std::string_view payload) {
    close_heard_ = true;
    const auto code = close_code_of(payload);
    leave(code ? code->value_or(1000) : static_cast<std::uint16_t>(code.error()));
}

// ---- writing --------------------------------------------------------------------------------------------

void WebSocketSession::write() {
    due_ = false;
    guarded([this] { write_all(); });
}

void WebSocketSession::write_all() {
    while (unsent_.empty() && (stage_ == Stage::open || stage_ == Stage::leaving)) {
        auto& batch = sessions_.write_buffer();
        gather(batch);
        if (!batch.empty()) {
            send(batch);
            continue;
        }
        if (stage_ == Stage::leaving) {
            if (close_heard_) part();
            return;
        }
        const auto code = partner_->outbox().closing();
        if (!code) return;
        leave(static_cast<std::uint16_t>(*code));
    }
}

void WebSocketSession::gather(std::string& batch) {
    batch.assign(urgent_);
    urgent_.clear();
    if (stage_ != Stage::open) return;
    auto& outbox = partner_->outbox();
    while (batch.size() < batch_bytes) {
        const auto frame = outbox.pop();
        if (!frame) return;
        batch += FrameHead{partner_->next_opcode(), (*frame)->size()}.bytes();
        batch += **frame;
    }
}

std::size_t WebSocketSession::try_to_send(std::string_view bytes) {
    const auto size =
        ::send(socket_.native_handle(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (size < 0 && !later()) finish();
    return static_cast<std::size_t>(std::max<ssize_t>(size, 0));
}

void WebSocketSession::send(std::string_view batch) {
    const auto sent = try_to_send(batch);
    if (stage_ == Stage::over || sent == batch.size()) return;
    unsent_.assign(batch.substr(sent));
    stuck_ = Clock::now();
    wait_to_write();
}

void WebSocketSession::send_rest() {
    gone_ += try_to_send(std::string_view{unsent_}.substr(gone_));
    if (stage_ == Stage::over) return;
    if (gone_ < unsent_.size()) return wait_to_write();
    unsent_ = {};
    gone_ = 0;
    stuck_ = {};
    write_all();
}

void WebSocketSession::wait_to_write() {
    socket_.async_wait(boost::asio::ip::tcp::socket::wait_write,
                       [self = shared_from_this()](const boost::system::error_code& error) {
                           if (self->stage_ == Stage::over) return;
                           if (error) return self->finish();
                           self->guarded([&] { self->send_rest(); });
                       });
}

// ---- the end --------------------------------------------------------------------------------------------

void WebSocketSession::leave(std::uint16_t code) {
    if (stage_ == Stage::open) {
        stage_ = Stage::leaving;
        left_ = Clock::now();
        urgent_ += close_frame_bytes(code);
    }
    sessions_.due(shared_from_this());
}

void WebSocketSession::part() {
    stage_ = Stage::parted;
    boost::system::error_code ignored;
    socket_.shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
}

void WebSocketSession::finish() {
    if (stage_ == Stage::over) return;
    stage_ = Stage::over;
    boost::system::error_code ignored;
    socket_.close(ignored);
    partner_->outbox().on_arrival({});
    partner_.reset(); // told at once: who still holds this session may be long in letting go
    sessions_.remove(shared_from_this());
}

void WebSocketSession::look_at_the_clock(Clock::time_point now) {
    if (stage_ == Stage::over) return;
    const bool silent = now - heard_ > silence_limit;
    const bool stuck = stuck_ != Clock::time_point{} && now - stuck_ > write_time;
    const bool lingering = stage_ != Stage::open && now - left_ > farewell_time;
    if (stuck) partner_->outbox().close(live::CloseCode::too_slow);
    if (silent || stuck || lingering) finish();
}

} // namespace interstate::net
