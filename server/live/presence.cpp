#include "live/presence.hpp"

namespace interstate::live {

Presence::Presence(boost::asio::io_context& io, std::chrono::seconds grace, Listener listener)
    : io_{io}, grace_{grace}, listener_{std::move(listener)} {}

void Presence::enter(const MeetingId& meeting, const PersonId& person) {
    auto& place = places_[{meeting, person}];
    place.grace.reset();
    if (++place.connections == 1) listener_.arrived(meeting, person);
}

void Presence::leave(const MeetingId& meeting, const PersonId& person) {
    const auto found = places_.find({meeting, person});
    if (found == places_.end() || --found->second.connections > 0) return;
    auto& timer = found->second.grace;
    timer = std::make_unique<boost::asio::steady_timer>(io_, grace_);
    timer->async_wait([this, key = found->first, at = wall_clock()](const boost::system::error_code& error) {
        const auto place = places_.find(key);
        if (error || place == places_.end() || place->second.connections > 0) return; // came back
        places_.erase(place);
        listener_.departed(key.first, key.second, at);
    });
}

std::map<MeetingId, std::vector<PersonId>> Presence::here() const {
    std::map<MeetingId, std::vector<PersonId>> rooms;
    for (const auto& [key, place] : places_)
        if (place.connections > 0) rooms[key.first].push_back(key.second);
    return rooms;
}

} // namespace interstate::live
