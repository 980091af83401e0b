#pragma once
// One connection and what is said on it: frames in, frames out. Lives on the io thread. Ten thousand may be
// there and say nothing: what few need at a time is made when they need it.
#include "app/commands.hpp"
#include "app/pasts.hpp"
#include "app/queries.hpp"
#include "app/sender.hpp"
#include "base/rate.hpp"
#include "live/presence.hpp"

#include <deque>
#include <memory>
#include <set>
#include <vector>

namespace interstate::app {

/// No message of a client is longer, in bytes: for the door, which knows nothing of frames.
inline constexpr std::size_t message_limit = wire::frame_limit;

/// What one client may ask of the server at once.
struct ConversationLimits {
    std::size_t streams = 100;
    /// Commands and queries that are not answered yet.
    std::size_t unanswered = 64;
    /// Frames a second, and how many may come in one burst.
    Rate frames{.per_second = 100, .burst = 400};
    /// Cues a second; what goes beyond is dropped.
    Rate cues{.per_second = 20, .burst = 40};
    /// Follows whose past is being read or waits to be taken by the client. Further ones wait unread.
    std::size_t catching_up = 4;
    /// Bytes that may wait to be read by the client.
    std::size_t outbox_bytes = 4 * 1024 * 1024;
};

/// Everything a conversation speaks to.
struct Surroundings {
    Commands& commands;
    Queries& queries;
    Pasts& pasts;
    live::Hub& hub;
    live::Presence& presence;
    const Registry& registry;
    metrics::Metrics& metrics;
    std::function<Instant()> clock;
    /// How long the server has run, or any other clock that never jumps.
    std::function<Millis()> uptime;
    ConversationLimits limits;
};

class Conversation : public std::enable_shared_from_this<Conversation> {
  public:
    /// What surrounds it outlives it, or at least its end.
    Conversation(const Surroundings& around, Sender sender);
    Conversation(Surroundings&&, Sender) = delete;
    ~Conversation();
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    /// The first frame: who you are, what time it is here.
    void greet(const wire::Greeting& greeting) { outbox_.push(wire::greeting_frame(greeting)); }
    /// One message from the client. Whatever it holds, it is answered or the connection is closed.
    void receive(std::string_view bytes);
    /// A frame that holds no message of its own: a ping, a pong, a fragment. It counts as others do.
    void count_frame();
    /// The connection is gone: stops following, leaves rooms.
    void end();
    [[nodiscard]] bool ended() const { return ended_; }
    /// This follow was ended by a change of rights.
    void deny(const Stream& stream);
    /// This follow goes on with a snapshot, which replaces all that the client holds of the stream.
    void start_over(const Stream& stream) { handle(wire::FollowFrame{.stream = stream}); }

    /// For how long nobody has done anything there.
    [[nodiscard]] Millis idle() const { return around_.uptime() - asked_at_; }
    /// What was shown at the door is over by now: nothing more is taken or told.
    [[nodiscard]] bool is_over() const { return around_.uptime() >= sender_.until; }

    [[nodiscard]] live::Outbox& outbox() { return outbox_; }
    [[nodiscard]] const Sender& sender() const { return sender_; }

  private:
    void handle(const wire::FollowFrame& frame);
    void handle(const wire::UnfollowFrame& frame);
    void handle(wire::CommandFrame& frame);
    void handle(wire::QueryFrame& frame);
    void handle(const wire::PingFrame& frame);
    void handle(const wire::CueFrame& frame);

    /// False, and closed, when frames come faster than anybody works.
    bool within_rate();
    /// False, and refused, when too much is unanswered.
    bool within_unanswered(std::string_view id);
    void answered(const std::string& frame);
    void drop(const Stream& stream);
    /// Reads the past for those who wait for it, while it is known where to put it.
    void begin_waiting();
    void begin(const wire::FollowFrame& frame);
    void send_past(const Stream& stream, std::uint64_t number, Past past);
    void caught_up(const Stream& stream, std::int64_t position);
    /// The past of this follow has been taken, or nobody wants it any more.
    void done_with(std::uint64_t number);

    struct Following {
        Following(const Stream& stream, const PersonId& person, live::Outbox& outbox, std::uint64_t which)
            : number{which}, follower{stream, person, outbox} {}
        /// Which follow of the stream this is: another one is not answered with the past of this.
        std::uint64_t number;
        live::Follower follower;
    };
    /// Follows whose past is not there yet.
    struct CatchingUp {
        std::deque<wire::FollowFrame> waiting;
        std::set<std::uint64_t> begun;
    };
    /// That of this stream, or the end.
    std::vector<std::unique_ptr<Following>>::iterator following(const Stream& stream);
    [[nodiscard]] bool catches_up(std::uint64_t number) const;

    const Surroundings& around_;
    std::unique_ptr<CatchingUp> catching_up_;
    std::uint64_t follows_ = 0;
    std::uint32_t unanswered_ = 0;
    bool ended_ = false;
    /// Here it shares no cache line with others (64 bytes, with what `make_shared` puts before us):
    /// publishing looks at nothing else.
    live::Outbox outbox_;
    Sender sender_;
    /// By the uptime.
    Millis asked_at_;
    /// A handful: looking through them is faster than any order.
    std::vector<std::unique_ptr<Following>> following_;
    TokenBucket frames_;
    /// Only who has cued has a measure of it.
    std::unique_ptr<TokenBucket> cues_;
};

} // namespace interstate::app
