#pragma once
// Reading for others: queries, and what a follower has missed. Runs on the readers, answers on the io thread.
#include "app/acquaintances.hpp"
#include "app/registry.hpp"
#include "metrics/metrics.hpp"
#include "store/readers.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <functional>

namespace interstate::app {

/// A stream from a follower's point of view, as it was read in one moment.
struct CatchUp {
    bool allowed = false;
    /// The grounds of it (store/grounds.hpp).
    std::optional<std::int64_t> grounds;
    Footing footing;
    /// What was missed, condensed (wire/condensed.hpp); nothing where a snapshot says it.
    std::vector<std::string> events;
    /// The snapshot, where one is needed, and that the rest is news.
    std::vector<std::string> rest;
    /// The number of the stream's last event.
    std::int64_t position = 0;
};

class Queries {
  public:
    /// A follower further behind than this gets a snapshot.
    static constexpr int replay_limit = 1000;
    /// So does one whose missed events are more bytes than this.
    static constexpr std::size_t replay_bytes = 4 * 1024 * 1024;
    /// Records in one part of a snapshot.
    static constexpr std::size_t snapshot_part = 200;

    Queries(boost::asio::io_context& io, store::Database& database, const Registry& registry,
            metrics::Metrics& metrics, std::function<Instant()> clock);

    /// `answer` is called with the frame, on the io thread; `code` is empty for an answer, else the
    /// refusal's.
    void ask(AnyQuery query, std::string id, const PersonId& person,
             std::function<void(std::string frame, std::string code)> answer);

    struct Follow {
        wire::FollowFrame frame;
        PersonId person;
        /// What was missed is known: only whether they may follow, and on what footing.
        bool only_rights = false;
    };
    /// What each of them has missed of a stream since `(epoch, after)`, or a snapshot, in their order.
    /// Nothing at all when the database did not answer: that says nothing about rights.
    void catch_up(std::vector<Follow> follows, std::function<void(const std::vector<CatchUp>&)> answer);

    /// Any read. `answer` gets nothing when the database did not answer; the log then names `query`, the id
    /// of the question where it has one.
    template <class T>
    void read(std::function<T(store::Transaction&)> body, std::function<void(std::optional<T>)> answer,
              const std::string& query = {}) {
        auto failed = [this, answer, query](std::exception_ptr why) {
            report(why, query);
            boost::asio::post(io_, [answer] { answer(std::nullopt); });
        };
        auto reading = [this, body = std::move(body), answer](store::Transaction& tx) {
            auto value = std::make_shared<T>(body(tx));
            boost::asio::post(io_, [answer, value] { answer(std::move(*value)); });
        };
        if (!readers_.read(std::move(reading), failed))
            boost::asio::post(io_, [answer] { answer(std::nullopt); });
    }

    void stop() { readers_.stop(); }
    [[nodiscard]] std::size_t waiting() const { return readers_.waiting(); }

  private:
    static void report(const std::exception_ptr& why, const std::string& query);
    /// `result`: what is true for all that is read together.
    CatchUp catch_up_now(store::Transaction& tx, const Follow& follow, CatchUp result) const;
    void add_events_or_snapshot(store::Transaction& tx, const wire::FollowFrame& follow,
                                CatchUp& result) const;
    void add_snapshot(store::Transaction& tx, const Stream& stream, CatchUp& result) const;

    boost::asio::io_context& io_;
    const Registry& registry_;
    metrics::Metrics& metrics_;
    std::function<Instant()> clock_;
    store::Readers readers_;
};

} // namespace interstate::app
