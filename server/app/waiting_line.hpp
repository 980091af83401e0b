#pragma once
// Those who are answered together, later, a portion in each turn of the io thread.
#include "base/log.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <deque>
#include <functional>
#include <optional>
#include <utility>

namespace interstate::app {

/// Lives on the io thread. Whatever one turn throws, those who still wait get another.
template <class One>
class WaitingLine {
  public:
    /// `turn` takes as many as it likes; it is called again while somebody waits, after what else waits.
    WaitingLine(boost::asio::io_context& io, std::function<void()> turn) : io_{io}, turn_{std::move(turn)} {}

    void join(One one) {
        waiting_.push_back(std::move(one));
        ask_for_turn();
    }
    /// Who has waited longest.
    std::optional<One> next() {
        if (waiting_.empty()) return std::nullopt;
        std::optional<One> one{std::move(waiting_.front())};
        waiting_.pop_front();
        return one;
    }

  private:
    void ask_for_turn() {
        if (asked_) return;
        boost::asio::post(io_, [this] { have_turn(); });
        asked_ = true;
    }
    void have_turn() {
        asked_ = false;
        try {
            turn_();
        } catch (const std::exception& error) {
            log::warning("handler_failed", {{"why", error.what()}});
        }
        if (!waiting_.empty()) ask_for_turn();
    }

    boost::asio::io_context& io_;
    std::function<void()> turn_;
    std::deque<One> waiting_;
    /// There will be a turn.
    bool asked_ = false;
};

} // namespace interstate::app
