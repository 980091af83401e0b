#pragma once
// Who follows what, now. Lives on the io thread only; no locks.
#include "live/follower.hpp"

#include <functional>
#include <unordered_map>
#include <vector>

namespace interstate::live {

class Hub {
  public:
    void join(Follower& follower);
    void leave(Follower& follower);

    /// Hands a committed event to everybody who follows its stream; gives their number.
    std::size_t publish(const Stream& stream, std::int64_t seq, const Frame& frame);

    /// Hands something that matters for a moment to everybody who follows the stream, but for whoever says
    /// it; gives their number.
    std::size_t cue(const Stream& stream, const Frame& frame, const Outbox& speaker);

    /// Asks `allowed` again for everything this person follows, and calls `denied` for what it refuses.
    /// `denied` may make followers leave.
    void ask_again(const PersonId& person, const std::function<bool(const PersonId&, const Stream&)>& allowed,
                   const std::function<void(Follower&)>& denied);

    /// Calls `told` for everybody who follows this stream now; it may make followers leave and join.
    void each_of(const Stream& stream, const std::function<void(Follower&)>& told);

    /// Every person who follows anything: for the check of rights.
    [[nodiscard]] std::vector<PersonId> people() const;
    [[nodiscard]] std::size_t followers(const Stream& stream) const;
    /// Streams that somebody follows.
    [[nodiscard]] std::size_t streams() const { return by_stream_.size(); }

  private:
    std::unordered_map<Stream, std::vector<Follower*>> by_stream_;
    std::unordered_map<PersonId, std::vector<Follower*>> by_person_;
};

} // namespace interstate::live
