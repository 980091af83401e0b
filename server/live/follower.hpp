#pragma once
// One conversation's following of one stream: first what was missed, then what happens, without gap or
// double.
#include "base/stream.hpp"
#include "live/outbox.hpp"

#include <vector>

namespace interstate::live {

class Follower {
  public:
    /// News kept while the past is read and sent; more than this, or more bytes than the outbox may hold,
    /// closes the conversation.
    static constexpr std::size_t pending_limit = 2000;

    Follower(const Stream& stream, const PersonId& person, Outbox& outbox)
        : stream_{stream}, person_{person}, outbox_{outbox} {}

    /// A committed event. Events come in order of their numbers.
    void news(std::int64_t seq, const Frame& frame) {
        if (!live_) {
            pending_bytes_ += frame->size();
            if (pending_.size() >= pending_limit || pending_bytes_ > outbox_.limit())
                return outbox_.close(CloseCode::too_slow);
            pending_.push_back({seq, frame});
            return;
        }
        if (seq <= position_) return;
        position_ = seq;
        outbox_.push(frame);
    }

    /// Something that matters for a moment: who is behind does without it.
    void cue(const Frame& frame) {
        if (is_live() && outbox_.empty()) outbox_.push(frame);
    }

    /// The past up to `position` has been taken: go on from there.
    void caught_up(std::int64_t position) {
        live_ = true;
        position_ = position;
        const auto pending = std::move(pending_);
        pending_ = {};
        for (const auto& one : pending) news(one.seq, one.frame);
    }

    [[nodiscard]] const Stream& stream() const { return stream_; }
    [[nodiscard]] const PersonId& person() const { return person_; }
    [[nodiscard]] Outbox& outbox() { return outbox_; }
    [[nodiscard]] bool is_live() const { return live_; }

  private:
    struct Pending {
        std::int64_t seq;
        Frame frame;
    };
    Stream stream_;
    PersonId person_;
    Outbox& outbox_;
    bool live_ = false;
    std::int64_t position_ = 0;
    std::vector<Pending> pending_;
    std::size_t pending_bytes_ = 0;
};

} // namespace interstate::live
