#pragma once
// Live connections by long poll, for networks that break WebSocket: the same conversations, whose frames go
// out as answers to waiting requests and come in by POST. Lives on the io thread.
#include "app/conversation.hpp"
#include "app/http.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace interstate::app {

struct PollLimits {
    /// A request that waits is answered at the latest after so long. Below the 30 s after which many proxies
    /// give up.
    std::chrono::milliseconds wait{15'000};
    /// A connection that nobody asks for so long is over: three heartbeats, as on a WebSocket.
    std::chrono::milliseconds idle{60'000};
    /// One clock looks at all of them.
    std::chrono::milliseconds look_every{5'000};
    /// Requests of one login that may wait at once: a browser opens six connections to one host over
    /// HTTP/1.1, and its tabs need some for other things. One more ends the oldest, which comes back after
    /// `pause`.
    std::size_t waiting_of_login = 3;
    std::chrono::milliseconds pause{2'000};
    /// Connections by poll of one person: they hold no socket that would bound them.
    std::size_t of_person = 50;
    /// A batch takes no further frame beyond so many bytes.
    std::size_t batch_bytes = 256 * 1024;
};

class Polls;

/// One conversation by poll.
struct Poll : live::Outlet, std::enable_shared_from_this<Poll> {
    using Clock = std::chrono::steady_clock;
    Poll(Polls& its_polls, std::string its_id, std::shared_ptr<Conversation> its_conversation)
        : polls{its_polls}, id{std::move(its_id)}, conversation{std::move(its_conversation)} {}
    ~Poll() override { conversation->outbox().on_arrival(nullptr); }
    Poll(const Poll&) = delete;
    Poll& operator=(const Poll&) = delete;
    void arrived() override;

    Polls& polls;
    /// 256 random bits: who knows it and shows the login that opened it may go on.
    std::string id;
    std::shared_ptr<Conversation> conversation;
    /// Since when a request waits; where none does, since when nothing was asked.
    Clock::time_point since = Clock::now();
    /// Answers the request that waits; empty where none does.
    std::function<void(Response)> waiting;
    /// The number of the last batch that was made; of the last post that was taken.
    std::int64_t batch = 0, taken = 0;
    /// The last batch, until the next request confirms it.
    std::vector<live::Frame> unconfirmed;
    /// Something new waits in the outbox.
    bool due = false;
};

class Polls {
  public:
    using Respond = std::function<void(Response)>;
    using Closed = std::function<void(const std::shared_ptr<Conversation>&)>;

    /// `closed` is told of every conversation that is over.
    Polls(boost::asio::io_context& io, const PollLimits& limits, Closed closed)
        : io_{io}, clock_{io}, limits_{limits}, closed_{std::move(closed)} {}

    /// Begins to speak for this conversation, and answers with its id and what waits: the greeting. Nothing
    /// when the person has too many.
    std::optional<Response> open(const std::shared_ptr<Conversation>& conversation);
    /// Nothing unless the id is that of a connection which this login opened and which is not over.
    [[nodiscard]] std::shared_ptr<Poll> find(const std::string& id, const std::string& credential) const;
    /// Answers with the batch after `after` once there is one, or with an empty one when the time is over.
    void wait(const std::shared_ptr<Poll>& poll, std::int64_t after, Respond respond);
    /// Takes a post of frames, one a line. A number that was taken already has no effect.
    Response take(const std::shared_ptr<Poll>& poll, std::int64_t number, std::string_view lines);
    /// The client has gone elsewhere.
    Response end(const std::shared_ptr<Poll>& poll);

    [[nodiscard]] const PollLimits& limits() const { return limits_; }
    [[nodiscard]] std::size_t size() const { return open_.size(); }

  private:
    friend struct Poll;
    void due(const std::shared_ptr<Poll>& poll);
    void deliver_due();
    /// Answers the waiting request where there is something to say. Whatever that throws ends this
    /// connection.
    void deliver(const std::shared_ptr<Poll>& poll);
    void deliver_news(const std::shared_ptr<Poll>& poll);
    /// Among those of its login; the one that waits longest may have to make room.
    void line_up(const std::shared_ptr<Poll>& poll);
    Respond stop_waiting(const std::shared_ptr<Poll>& poll);
    void answer_empty(const std::shared_ptr<Poll>& poll, std::chrono::milliseconds pause = {});
    void forget(const std::shared_ptr<Poll>& poll);
    void look_at_the_clock();

    boost::asio::io_context& io_;
    boost::asio::steady_timer clock_;
    PollLimits limits_;
    Closed closed_;
    std::unordered_map<std::string, std::shared_ptr<Poll>> open_;
    std::unordered_map<PersonId, std::size_t> of_person_;
    /// By login; who waits longest stands first.
    std::unordered_map<std::string, std::vector<std::shared_ptr<Poll>>> waiting_;
    std::vector<std::shared_ptr<Poll>> due_;
    /// What was posted before the end may run after it.
    std::shared_ptr<int> here_ = std::make_shared<int>();
};

} // namespace interstate::app
