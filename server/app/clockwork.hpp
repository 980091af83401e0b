#pragma once
// What the server does by itself: due items, the minute's heartbeat, forgetting what is old.
#include "app/commands.hpp"
#include "app/queries.hpp"
#include "live/presence.hpp"
#include "store/due_items.hpp"

#include <boost/asio/steady_timer.hpp>

namespace interstate::app {

class Clockwork {
  public:
    Clockwork(boost::asio::io_context& io, Commands& commands, Queries& queries, live::Presence& presence,
              live::Hub& hub, const Registry& registry, std::function<Instant()> clock);

    /// Closes what a killed server left open, then keeps time until `stop`.
    void start();
    void stop();

    /// Issues one of the server's own commands; `done` is told when it was answered.
    void issue(
        const std::string& name, const wire::Json& body, const CommandId& id,
        std::function<void()> done = [] {});

  private:
    void every_second();
    void every_minute();
    void do_due_items();
    void do_due(const store::DueItem& item);
    /// The wall clock against the one that nobody sets.
    void notice_a_jump();
    /// Items that a clock which was ahead has put off: what only looks whether there is something to do is
    /// done now.
    void do_what_was_put_off();
    /// In bites, so that commands come in between, until nothing old is left.
    void forget_old();

    boost::asio::io_context& io_;
    Commands& commands_;
    Queries& queries_;
    live::Presence& presence_;
    live::Hub& hub_;
    const Registry& registry_;
    std::function<Instant()> clock_;
    boost::asio::steady_timer second_;
    int seconds_ = 0;
    bool looking_ = false;
    Instant wall_;
    std::chrono::steady_clock::time_point steady_;
};

} // namespace interstate::app
