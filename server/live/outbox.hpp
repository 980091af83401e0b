#pragma once
// What waits to be written to one connection. Bounded: who reads too slowly is closed, and loses nothing by
// it. A connection for which nothing waits, or one stretch of frames, owns no memory for it.
#include "live/piece.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace interstate::live {

/// How a conversation ends, as WebSocket close codes (RFC 6455, section 7.4.1).
enum class CloseCode : std::uint16_t {
    going_away = 1001,
    protocol_error = 1002,
    not_text = 1003,
    not_utf8 = 1007,
    not_welcome = 1008,
    too_big = 1009,
    too_slow = 1013
};

/// Whoever writes what waits.
class Outlet {
  public:
    virtual ~Outlet() = default;
    /// There is something new to take, or an end. Called in the middle of publishing: the outbox stays as it
    /// is until the call is over.
    virtual void arrived() = 0;
};

class Outbox {
  public:
    explicit Outbox(std::size_t limit_bytes) : limit_bytes_{limit_bytes} {}
    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;

    /// Queues a frame. Over the limit: drops everything queued and closes as too slow; the journal still has
    /// it. Where nothing waits, one frame may be larger than the limit: it could never be sent otherwise.
    void push(const Frame& frame) {
        if (close_ || !has_room(news_.empty() ? 0 : frame.size())) return;
        bytes_ += frame.size();
        if (!last_news().extend(frame)) put_behind(Stretch{frame});
        tell();
    }
    void push(std::string_view text) { push(frame_of(text)); }
    /// What a follower missed. It goes out while nothing else waits, so that it counts for nothing however
    /// long it is: whoever makes it keeps it bounded. `taken` is called once its last frame has been taken.
    void push_past(std::uint64_t number, std::vector<Stretch> frames, std::function<void()> taken);
    /// Nobody wants the rest of it; `taken` is not called.
    void forget_past(std::uint64_t number);

    /// After what is queued, the connection is closed with this code. Nothing more is sent of the past.
    void close(CloseCode code);

    /// The next frame; nothing when none waits.
    std::optional<Frame> pop();
    /// The next frames that lie behind one another, together; nothing when none waits.
    std::optional<Stretch> take();
    /// Whether nothing waits, neither news nor past.
    [[nodiscard]] bool empty() const { return news_.empty() && !(more_ && !more_->pasts.empty()); }
    /// Set once everything queued before it has been taken.
    [[nodiscard]] std::optional<CloseCode> closing() const { return news_.empty() ? close_ : std::nullopt; }
    /// With what it was closed, though something may still wait before it.
    [[nodiscard]] std::optional<CloseCode> closed_with() const { return close_; }
    [[nodiscard]] std::size_t limit() const { return limit_bytes_; }
    [[nodiscard]] bool closed() const { return close_.has_value(); }
    /// Whom to tell whenever there is something new to take; nobody with nullptr. It outlives the outbox, or
    /// takes itself out.
    void on_arrival(Outlet* outlet) { outlet_ = outlet; }

  private:
    struct Past {
        std::uint64_t number;
        std::deque<Stretch> frames;
        std::function<void()> taken;
    };
    /// What few have: news behind the first stretch of it, and pasts.
    struct More {
        std::deque<Stretch> news;
        std::deque<Past> pasts;
    };

    void tell() {
        if (outlet_) outlet_->arrived();
    }
    More& more();
    void forget_more();
    Stretch& last_news() { return more_ && !more_->news.empty() ? more_->news.back() : news_; }
    void put_behind(Stretch stretch);
    bool has_room(std::size_t bytes) { return bytes_ + bytes <= limit_bytes_ || overflow(); }
    bool overflow();
    Stretch take_news();
    void next_news();
    void past_taken();

    std::size_t limit_bytes_;
    /// Of what `news_` and what is behind it say, without heads.
    std::size_t bytes_ = 0;
    /// Empty only when nothing is behind it.
    Stretch news_;
    std::unique_ptr<More> more_;
    Outlet* outlet_ = nullptr;
    std::optional<CloseCode> close_;
};

} // namespace interstate::live
