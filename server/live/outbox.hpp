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
    /// Queues what belongs together, all of it while less than the limit waits, so that a past longer than
    /// the limit can be sent too. Whoever makes it keeps it bounded.
    void push_all(std::vector<std::string> parts) {
        if (!has_room(1)) return;
        for (auto& bytes : parts) add(frame_of(std::move(bytes)));
    }

    /// After what is queued, the connection is closed with this code.
    void close(CloseCode code) {
        if (close_) return;
        close_ = code;
        if (arrived_) arrived_();
    }

    /// The oldest frame; nothing when none waits.
    std::optional<Frame> pop() {
        if (frames_.empty()) return std::nullopt;
        Frame frame = std::move(frames_.front());
        frames_.pop_front();
        bytes_ -= frame->size();
        return frame;
    }
    /// Set once everything queued before it has been taken.
    [[nodiscard]] std::optional<CloseCode> closing() const { return frames_.empty() ? close_ : std::nullopt; }
    [[nodiscard]] bool closed() const { return close_.has_value(); }
    /// Called whenever there is something new to take.
    void on_arrival(std::function<void()> arrived) { arrived_ = std::move(arrived); }

  private:
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
    std::optional<CloseCode> close_;
    std::function<void()> arrived_;
};

} // namespace interstate::live
