#pragma once
// One conversation's following of one stream: first what was missed, then what happens, without gap or
// double.
#include "base/stream.hpp"
#include "live/outbox.hpp"

#include <memory>
#include <vector>

namespace interstate::live {

class Follower {
  public:
    /// News kept while the past is read and sent; more than this, or more bytes than the outbox may hold,
    /// closes the conversation.
    static constexpr std::size_t pending_limit = 2000;

    /// The person outlives the follower.
    Follower(const Stream& stream, const PersonId& person, Outbox& outbox)
        : stream_{stream}, person_{person}, outbox_{outbox}, pending_{std::make_unique<Pending>()} {}
    Follower(const Stream&, PersonId&&, Outbox&) = delete;
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

    /// A committed event. Events come in order of their numbers.
    void news(std::int64_t seq, const Frame& frame) {
        if (pending_) return keep(seq, frame);
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
        position_ = position;
        const auto pending = std::move(pending_);
        if (!pending) return;
        for (const auto& one : pending->news) news(one.seq, one.frame);
    }

    [[nodiscard]] const Stream& stream() const { return stream_; }
    [[nodiscard]] const PersonId& person() const { return person_; }
    [[nodiscard]] Outbox& outbox() { return outbox_; }
    [[nodiscard]] bool is_live() const { return !pending_; }

  private:
    friend class Hub;
    struct News {
        std::int64_t seq;
        Frame frame;
    };
    struct Pending {
        std::vector<News> news;
        std::size_t bytes = 0;
    };
    void keep(std::int64_t seq, const Frame& frame) {
        pending_->bytes += frame.size();
        if (pending_->news.size() >= pending_limit || pending_->bytes > outbox_.limit())
            return outbox_.close(CloseCode::too_slow);
        pending_->news.push_back({seq, frame});
    }

    Stream stream_;
    const PersonId& person_;
    Outbox& outbox_;
    std::int64_t position_ = 0;
    /// Until the past has been taken.
    std::unique_ptr<Pending> pending_;
    /// Where the Hub has it among those of its stream; of its person, the next and the one before.
    std::size_t place_ = 0;
    Follower* next_ = nullptr;
    Follower* before_ = nullptr;
    bool joined_ = false;
};

} // namespace interstate::live
