#pragma once
// Looks after the logins of open lines: whoever does something there, or is in a room, uses theirs, and one
// that is over closes its lines. Lives on the io thread.
#include "app/commands.hpp"
#include "app/sender.hpp"

#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <string>
#include <vector>

namespace interstate::app {

class LoginWatch {
  public:
    struct Line {
        const Sender& who;
        /// Its time is over in any case.
        bool over = false;
        /// For how long nobody has done anything there.
        Millis idle{0};
    };
    using Tell = std::function<void(const Line&)>;
    /// `each` tells of every open line; `end` closes those of a login or token.
    LoginWatch(boost::asio::io_context& io, Commands& commands, std::function<Instant()> clock,
               Millis interval, std::function<void(const Tell&)> each,
               std::function<void(const std::string&)> end)
        : commands_{commands}, clock_{std::move(clock)}, interval_{interval}, each_{std::move(each)},
          end_{std::move(end)}, next_{io} {}

    void start();
    void stop();

  private:
    struct Login {
        std::string credential;
        Instant last_there;
        bool shared = false;
        /// So long ago that it may be over, unless it is used elsewhere.
        bool left = false;
    };
    void look();
    void write_down(std::vector<Login> logins);

    Commands& commands_;
    std::function<Instant()> clock_;
    Millis interval_;
    std::function<void(const Tell&)> each_;
    std::function<void(const std::string&)> end_;
    boost::asio::steady_timer next_;
    bool stopped_ = false;
};

} // namespace interstate::app
