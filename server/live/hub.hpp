#pragma once
// Who follows what, now. Lives on the io thread only; no locks.
#include "live/follower.hpp"
#include "live/recent.hpp"

#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace interstate::live {

class Hub {
  public:
    /// `condense`: how who comes back is told what they missed (Recent).
    explicit Hub(Recent::Condense condense = {}) : recent_{{}, std::move(condense)} {}

    void join(Follower& follower);
    /// Who has not joined, or has left, may leave again.
    void leave(Follower& follower);

    /// Hands a committed event to everybody who follows its stream; gives their number. The bytes are copied
    /// once, behind those of the stream's earlier events since `batch_over`.
    std::size_t publish(const Stream& stream, std::int64_t seq, std::string_view bytes);
    /// What is published from now on lies in other pieces, so that those who have taken all let them go.
    void batch_over();

    /// Hands something that matters for a moment to everybody who follows the stream, but for whoever says
    /// it; gives their number.
    std::size_t cue(const Stream& stream, const Frame& frame, const Outbox& speaker);

    /// Asks `allowed` again for everything this person follows, and calls `denied` for what it refuses.
    /// `denied` may make followers leave.
    void ask_again(const PersonId& person, const std::function<bool(const PersonId&, const Stream&)>& allowed,
                   const std::function<void(Follower&)>& denied);

    /// Calls `told` for everybody who follows this stream now; it may make followers leave and join.
    void each_of(const Stream& stream, const std::function<void(Follower&)>& told);

    /// The last events of streams that somebody follows or followed lately.
    [[nodiscard]] Recent& recent() { return recent_; }
    /// Every person who follows anything: for the check of rights.
    [[nodiscard]] std::vector<PersonId> people() const;
    [[nodiscard]] std::size_t followers(const Stream& stream) const;
    /// Streams that somebody follows.
    [[nodiscard]] std::size_t streams() const { return by_stream_.size(); }

  private:
    struct Followed {
        std::vector<Follower*> followers;
        /// Where the next event goes; none after `batch_over`.
        PieceRef piece;
    };
    /// A chain of followers is found by its first one, which knows the person.
    struct PersonHash {
        using is_transparent = void;
        std::size_t operator()(const PersonId& person) const { return std::hash<PersonId>{}(person); }
        std::size_t operator()(const Follower* first) const { return (*this)(first->person()); }
    };
    struct SamePerson {
        using is_transparent = void;
        static const PersonId& of(const PersonId& person) { return person; }
        static const PersonId& of(const Follower* first) { return first->person(); }
        bool operator()(const auto& one, const auto& other) const { return of(one) == of(other); }
    };
    void join_person(Follower& follower);
    void leave_person(Follower& follower);

    std::unordered_map<Stream, Followed> by_stream_;
    std::unordered_set<Follower*, PersonHash, SamePerson> by_person_;
    /// Streams that have a piece.
    std::vector<Stream> published_;
    Recent recent_;
};

} // namespace interstate::live
