#pragma once
// The last events of each stream as they go out, so that who comes back is told what they missed without
// anybody reading it again. Lives on the io thread; bounded.
#include "base/stream.hpp"
#include "live/piece.hpp"

#include <cstdint>
#include <functional>
#include <list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace interstate::live {

struct RecentLimits {
    /// Of all streams together, heads of frames and what it takes to keep them included; the stream that had
    /// no news for longest leaves first.
    std::size_t bytes = 16UL * 1024 * 1024;
    /// Of one stream; whoever missed more gets a snapshot anyway.
    std::size_t events_of_stream = 1000;
    std::size_t bytes_of_stream = 1024UL * 1024;
};

class Recent {
  public:
    /// As many events of one stream in their order, said with fewer words.
    using Condense = std::function<std::vector<std::string>(const std::vector<std::string_view>&)>;

    explicit Recent(const RecentLimits& limits = {}, Condense condense = {})
        : limits_{limits}, condense_{std::move(condense)} {}

    /// A committed event, in the order of its stream's numbers. Where one was passed over, nothing before it
    /// is kept.
    void add(const Stream& stream, std::int64_t seq, const Frame& event);
    /// What a reader found, condensed: the events after `after`, up to the stream's head then. Joined with
    /// what is here where there is no gap between them; older ones only where the stream's share has room.
    void learn(const Stream& stream, std::int64_t after, const std::vector<std::string>& events);
    /// Whether anything is kept of the stream, if only where it stands.
    [[nodiscard]] bool knows(const Stream& stream) const { return by_stream_.contains(stream); }

    struct Past {
        std::vector<Stretch> frames;
        /// The number of the last event.
        std::int64_t position = 0;
    };
    /// Whether all events after this one are here.
    [[nodiscard]] bool reaches(const Stream& stream, std::int64_t after) const;
    /// The events after this one, in as few stretches as can be and condensed, the newest perhaps not yet;
    /// nothing when they are not all here.
    std::optional<Past> since(const Stream& stream, std::int64_t after);

    /// Forgets the events up to this one: nobody is to be told of them any more.
    void forget_until(const Stream& stream, std::int64_t seq);
    void forget();
    /// So often has it forgotten everything: what a reader was asked for before is not learned afterwards.
    [[nodiscard]] std::uint64_t times_forgotten() const { return times_forgotten_; }

    [[nodiscard]] std::size_t bytes() const { return bytes_; }
    /// So many bytes of events have been looked at to say them with fewer words: what that has cost.
    [[nodiscard]] std::size_t looked_at() const { return looked_at_; }

  private:
    struct Line {
        Stream stream;
        /// The events after `before`, without a gap.
        std::int64_t before = 0;
        std::vector<Stretch> events;
        /// So many of them, from the first on, lie behind one another in pieces of their own; the last of
        /// those pieces. The others lie where they were published.
        std::size_t laid = 0;
        PieceRef piece;
        /// So many have been looked at to say them with fewer words.
        std::size_t condensed = 0;
        std::size_t bytes = 0;

        [[nodiscard]] std::int64_t last() const { return before + static_cast<std::int64_t>(events.size()); }
    };
    using Lines = std::list<Line>;
    Line& line_of(const Stream& stream, std::int64_t before);
    void put(Line& line, const Frame& event);
    void learn_older(Line& line, std::int64_t after, const std::vector<std::string>& events);
    void drop_front(Line& line, std::size_t events);
    void keep_within_limits(Line& line);
    void forget(Lines::iterator line);
    static Frame laid_down(Line& line, std::string_view payload);
    static void lay_together(Line& line);
    void condense(Line& line);
    [[nodiscard]] bool has_room_for(const Line& line, std::span<const std::string> more) const;

    RecentLimits limits_;
    Condense condense_;
    /// Whose news is oldest stands first.
    Lines lines_;
    std::unordered_map<Stream, Lines::iterator> by_stream_;
    std::size_t bytes_ = 0;
    std::size_t looked_at_ = 0;
    std::uint64_t times_forgotten_ = 0;
};

} // namespace interstate::live
