#include "net/web_socket_session.hpp"

#include "base/log.hpp"
#include "net/web_socket_sessions.hpp"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

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
/// The rest waits until others had their turn: a snapshot of a megabyte would hold up a room for
/// milliseconds.
constexpr std::size_t most_at_once = 128 * 1024;
constexpr int writes_of_a_turn = 4;
/// So much in one place is sent from there, also where more waits: copying would cost more than another call.
constexpr std::size_t direct_bytes = 16 * 1024;
/// Answers to pings that may wait; a client that takes none of them gets none.
constexpr std::size_t urgent_limit = 4 * 1024;

bool later() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

} // namespace

WebSocketSession::WebSocketSession(WebSocketSessions& sessions, std::unique_ptr<Partner> partner)
    : sessions_{sessions}, partner_{std::move(partner)}, outbox_{partner_->outbox()} {}

WebSocketSession::~WebSocketSession() {
    if (partner_) outbox_.on_arrival(nullptr);
    if (socket_ >= 0) ::close(socket_);
}

void WebSocketSession::start(std::string early, std::string head) {
    if (!head.empty()) aside().urgent = std::move(head);
    outbox_.on_arrival(this);
    guarded([&] {
        arrived();
        take(early);
    });
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

WebSocketSession::Aside& WebSocketSession::aside() {
    if (!aside_) aside_ = std::make_unique<Aside>();
    return *aside_;
}

void WebSocketSession::forget_aside() {
    if (stage_ == Stage::open && !stuck() && aside_ && aside_->urgent.empty() && !aside_->reader)
        aside_.reset();
}

// ---- reading --------------------------------------------------------------------------------------------

void WebSocketSession::ready(bool to_read, bool to_write) {
    guarded([&] {
        if (to_write && stuck()) send_rest();
        if (to_read && stage_ != Stage::over) read();
    });
}

void WebSocketSession::read() {
    const auto buffer = sessions_.read_buffer();
    const auto size = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (size < 0 && later()) return;
    if (size <= 0) return finish();
    heard_ = Clock::now();
    take(buffer.first(static_cast<std::size_t>(size)));
}

void WebSocketSession::take(std::span<char> bytes) {
    if (aside_ && aside_->reader) {
        // Out of its place while it works: what is heard may end the connection.
        auto reader = std::exchange(aside_->reader, std::nullopt);
        take_with(*reader, bytes);
    } else if (!bytes.empty()) {
        auto reader = partner_->reader();
        take_with(reader, bytes);
    }
    if (stage_ != Stage::over) forget_aside();
}

void WebSocketSession::take_with(FrameReader& reader, std::span<char> bytes) {
    while (!close_heard_ && stage_ != Stage::parted && stage_ != Stage::over) {
        const auto arrived = reader.next(bytes);
        if (!arrived) {
            close_heard_ = true; // what follows a broken frame means nothing
            return leave(static_cast<std::uint16_t>(arrived.error()));
        }
        if (!*arrived) {
            if (!reader.idle()) aside().reader = std::move(reader);
            return;
        }
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
        if (stage_ == Stage::open && aside().urgent.size() < urgent_limit)
            aside().urgent += frame_bytes(Opcode::pong, arrived.payload);
        this->arrived();
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

void WebSocketSession::arrived() { sessions_.due(*this); }

void WebSocketSession::write() {
    guarded([this] { write_all(); });
}

void WebSocketSession::write_all() {
    for (int writes = 0; !stuck() && (stage_ == Stage::open || stage_ == Stage::leaving); ++writes) {
        if (writes == writes_of_a_turn) return arrived();
        if (write_some()) continue;
        if (stage_ == Stage::leaving) {
            if (close_heard_) part();
            return;
        }
        const auto code = outbox_.closing();
        if (!code) return forget_aside();
        leave(static_cast<std::uint16_t>(*code));
    }
}

/// False when nothing waits.
bool WebSocketSession::write_some() {
    const bool urgent = aside_ && !aside_->urgent.empty();
    live::Stretch first;
    if (stage_ == Stage::open) first = outbox_.take().value_or(live::Stretch{});
    if (first.empty() && !urgent) return false;
    const bool direct = !urgent && (outbox_.empty() || first.size() >= direct_bytes);
    if (direct) {
        const auto sent = try_to_send(first.bytes());
        first.drop_front(sent);
        if (!first.empty() && stage_ != Stage::over) wait_to_write(std::move(first));
        return true;
    }
    auto& batch = sessions_.write_buffer();
    gather(batch, std::move(first));
    const auto sent = try_to_send(batch);
    if (sent < batch.size() && stage_ != Stage::over)
        wait_to_write(live::Stretch{live::new_piece(batch.substr(sent))});
    return true;
}

/// Urgent frames, the first stretch, and what waits behind it.
void WebSocketSession::gather(std::string& batch, live::Stretch first) {
    batch.clear();
    if (aside_) {
        batch.append(aside_->urgent);
        aside_->urgent.clear();
    }
    batch.append(first.bytes());
    if (stage_ != Stage::open) return;
    while (batch.size() < batch_bytes) {
        const auto next = outbox_.take();
        if (!next) return;
        batch.append(next->bytes());
    }
}

std::size_t WebSocketSession::try_to_send(std::string_view bytes) {
    const auto size =
        ::send(socket_, bytes.data(), std::min(bytes.size(), most_at_once), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (size < 0 && !later()) finish();
    return static_cast<std::size_t>(std::max<ssize_t>(size, 0));
}

/// The rest stays in the piece that all share.
void WebSocketSession::wait_to_write(live::Stretch unsent) {
    auto& mine = aside();
    mine.unsent = std::move(unsent);
    mine.stuck = Clock::now();
    sessions_.wait_to_write(*this, true);
}

void WebSocketSession::send_rest() {
    auto& unsent = aside_->unsent;
    const auto sent = try_to_send(unsent.bytes());
    if (stage_ == Stage::over) return;
    if (sent > 0) aside_->stuck = Clock::now();
    unsent.drop_front(sent);
    if (!unsent.empty()) return;
    unsent = {};
    sessions_.wait_to_write(*this, false);
    write_all();
}

// ---- the end --------------------------------------------------------------------------------------------

void WebSocketSession::leave(std::uint16_t code) {
    if (stage_ == Stage::open) {
        aside().urgent += close_frame_bytes(code);
        aside().left = Clock::now();
        stage_ = Stage::leaving;
    }
    arrived();
}

void WebSocketSession::part() {
    stage_ = Stage::parted;
    ::shutdown(socket_, SHUT_WR);
}

void WebSocketSession::finish() {
    if (stage_ == Stage::over) return;
    stage_ = Stage::over;
    sessions_.remove(*this);
    ::close(std::exchange(socket_, -1));
    outbox_.on_arrival(nullptr);
    partner_.reset(); // told at once: it leaves its rooms
    aside_.reset();
}

void WebSocketSession::look_at_the_clock(Clock::time_point now) {
    if (stage_ == Stage::over) return;
    const bool silent = now - heard_ > silence_limit;
    const bool stuck_long = stuck() && now - aside_->stuck > write_time;
    const bool lingering = stage_ != Stage::open && now - aside_->left > farewell_time;
    if (stuck_long) outbox_.close(live::CloseCode::too_slow);
    if (silent || stuck_long || lingering) finish();
}

} // namespace interstate::net
