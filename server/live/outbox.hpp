#pragma once
// What waits to be written to one connection. Bounded: who reads too slowly is closed, and loses nothing by
// it.
#include "live/frame.hpp"

#include <deque>
#include <functional>
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

class Outbox {
  public:
    explicit Outbox(std::size_t limit_bytes) : limit_bytes_{limit_bytes} {}

    /// Queues a frame. Over the limit: drops everything queued and closes as too slow; the journal still has
    /// it. Where nothing waits, one frame may be larger than the limit: it could never be sent otherwise.
    void push(Frame frame) {
        if (has_room(frames_.empty() ? 0 : frame->size())) add(std::move(frame));
    }
    void push(std::string bytes) { push(frame_of(std::move(bytes))); }
    /// What a follower missed. It goes out while nothing else waits, so that it counts for nothing however
    /// long it is: whoever makes it keeps it bounded. `taken` is called once its last frame has been taken.
    void push_past(std::uint64_t number, std::vector<std::string> frames, std::function<void()> taken) {
        if (close_) return;
        if (frames.empty()) return taken();
        pasts_.push_back({number, {}, std::move(taken)});
        for (auto& bytes : frames) pasts_.back().frames.push_back(frame_of(std::move(bytes)));
        if (arrived_) arrived_();
    }
    /// Nobody wants the rest of it; `taken` is not called.
    void forget_past(std::uint64_t number) {
        std::erase_if(pasts_, [&](const Past& past) { return past.number == number; });
    }

    /// After what is queued, the connection is closed with this code. Nothing more is sent of the past.
    void close(CloseCode code) {
        if (close_) return;
        close_ = code;
        pasts_.clear();
        if (arrived_) arrived_();
    }

    /// The next frame; nothing when none waits.
    std::optional<Frame> pop() {
        if (frames_.empty()) return pop_past();
        Frame frame = std::move(frames_.front());
        frames_.pop_front();
        bytes_ -= frame->size();
        return frame;
    }
    /// Whether nothing waits, neither news nor past.
    [[nodiscard]] bool empty() const { return frames_.empty() && pasts_.empty(); }
    /// Set once everything queued before it has been taken.
    [[nodiscard]] std::optional<CloseCode> closing() const { return frames_.empty() ? close_ : std::nullopt; }
    /// With what it was closed, though something may still wait before it.
    [[nodiscard]] std::optional<CloseCode> closed_with() const { return close_; }
    [[nodiscard]] std::size_t limit() const { return limit_bytes_; }
    [[nodiscard]] bool closed() const { return close_.has_value(); }
    /// Called whenever there is something new to take.
    void on_arrival(std::function<void()> arrived) { arrived_ = std::move(arrived); }

  private:
    struct Past {
        std::uint64_t number;
        std::deque<Frame> frames;
        std::function<void()> taken;
    };
    std::optional<Frame> pop_past() {
        if (pasts_.empty()) return std::nullopt;
        auto& past = pasts_.front();
        Frame frame = std::move(past.frames.front());
        past.frames.pop_front();
        if (!past.frames.empty()) return frame;
        const auto taken = std::move(past.taken);
        pasts_.pop_front();
        taken(); // may queue more
        return frame;
    }
    bool has_room(std::size_t bytes) {
        if (close_) return false;
        if (bytes_ + bytes <= limit_bytes_) return true;
        frames_.clear();
        bytes_ = 0;
        close(CloseCode::too_slow);
        return false;
    }
    void add(Frame frame) {
        bytes_ += frame->size();
        frames_.push_back(std::move(frame));
        if (arrived_) arrived_();
    }

    std::size_t limit_bytes_;
    std::size_t bytes_ = 0;
    std::deque<Frame> frames_;
    std::deque<Past> pasts_;
    std::optional<CloseCode> close_;
    std::function<void()> arrived_;
};

} // namespace interstate::live
