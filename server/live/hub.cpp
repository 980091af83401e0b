#include "live/hub.hpp"

#include <algorithm>

namespace interstate::live {
namespace {

template <class Map, class Key>
void forget(Map& map, const Key& key, Follower* follower) {
    const auto found = map.find(key);
    if (found == map.end()) return;
    std::erase(found->second, follower);
    if (found->second.empty()) map.erase(found);
}

} // namespace

void Hub::join(Follower& follower) {
    by_stream_[follower.stream()].push_back(&follower);
    by_person_[follower.person()].push_back(&follower);
}

void Hub::leave(Follower& follower) {
    forget(by_stream_, follower.stream(), &follower);
    forget(by_person_, follower.person(), &follower);
}

std::size_t Hub::publish(const Stream& stream, std::int64_t seq, const Frame& frame) {
    const auto found = by_stream_.find(stream);
    if (found == by_stream_.end()) return 0;
    for (auto* follower : found->second) follower->news(seq, frame);
    return found->second.size();
}

std::size_t Hub::cue(const Stream& stream, const Frame& frame, const Outbox& speaker) {
    const auto found = by_stream_.find(stream);
    if (found == by_stream_.end()) return 0;
    std::size_t told = 0;
    for (auto* follower : found->second) {
        if (&follower->outbox() == &speaker) continue;
        follower->cue(frame);
        ++told;
    }
    return told;
}

void Hub::ask_again(const PersonId& person,
                    const std::function<bool(const PersonId&, const Stream&)>& allowed,
                    const std::function<void(Follower&)>& denied) {
    const auto found = by_person_.find(person);
    if (found == by_person_.end()) return;
    const auto followers = found->second; // `denied` changes the list
    for (auto* follower : followers)
        if (!allowed(person, follower->stream())) denied(*follower);
}

void Hub::each_of(const Stream& stream, const std::function<void(Follower&)>& told) {
    const auto found = by_stream_.find(stream);
    if (found == by_stream_.end()) return;
    const auto followers = found->second; // `told` changes the list
    for (auto* follower : followers) told(*follower);
}

std::vector<PersonId> Hub::people() const {
    std::vector<PersonId> people;
    for (const auto& [person, unused] : by_person_) people.push_back(person);
    return people;
}

std::size_t Hub::followers(const Stream& stream) const {
    const auto found = by_stream_.find(stream);
    return found == by_stream_.end() ? 0 : found->second.size();
}

} // namespace interstate::live
