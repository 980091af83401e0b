#pragma once
// Who is connected to which room, counted in people: two tabs are one person. A lost line is forgiven for a
// minute.
#include "base/id.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace interstate::live {

class Presence {
  public:
    /// Told of arrivals and departures. `at` is when the last connection went.
    struct Listener {
        std::function<void(const MeetingId&, const PersonId&)> arrived;
        std::function<void(const MeetingId&, const PersonId&, Instant at)> departed;
    };

    Presence(boost::asio::io_context& io, std::chrono::seconds grace, Listener listener);

    void enter(const MeetingId& meeting, const PersonId& person);
    void leave(const MeetingId& meeting, const PersonId& person);

    /// The people connected to each room, for the heartbeat.
    [[nodiscard]] std::map<MeetingId, std::vector<PersonId>> here() const;

  private:
    struct Place {
        int connections = 0;
        std::unique_ptr<boost::asio::steady_timer> grace;
    };
    boost::asio::io_context& io_;
    std::chrono::seconds grace_;
    Listener listener_;
    std::map<std::pair<MeetingId, PersonId>, Place> places_;
};

} // namespace interstate::live
