#pragma once
// Lines that were accepted and have said nothing yet. One whose first bytes are a whole, sound upgrade goes
// straight to its conversation: thousands may come back at once. Any other is served as HTTP.
#include "net/descriptor.hpp"
#include "net/http_session.hpp"
#include "net/line_set.hpp"

#include <boost/asio/steady_timer.hpp>

#include <array>
#include <chrono>
#include <string>
#include <unordered_map>

namespace interstate::net {

class Arrivals {
  public:
    /// Throws boost::system::system_error when the system has no descriptor left.
    explicit Arrivals(Served served);
    Arrivals(const Arrivals&) = delete;
    Arrivals& operator=(const Arrivals&) = delete;

    /// A line that was accepted just now and does not block. `remote` is its other end. Never throws: a line
    /// that cannot be served is closed.
    void take(Descriptor line, std::string remote);

  private:
    struct Silent {
        Descriptor line;
        std::string remote;
        std::chrono::steady_clock::time_point since;
    };
    /// True when it has said something, or has ended.
    bool hear(Descriptor& line, const std::string& remote);
    void lead(Descriptor line, const std::string& remote, std::string_view said);
    void keep_waiting(Descriptor line, std::string remote);
    bool hear_ready();
    void look_at_the_clock();

    Served served_;
    boost::asio::steady_timer clock_;
    LineSet lines_;
    std::unordered_map<int, Silent> silent_;
    bool looking_ = false;
    /// As much as the head of a request may be.
    std::array<char, 16UL * 1024> buffer_{};
};

} // namespace interstate::net
