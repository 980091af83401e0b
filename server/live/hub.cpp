#include "live/hub.hpp"

#include <algorithm>

namespace interstate::live {

void Hub::join(Follower& follower) {
    auto& followers = by_stream_[follower.stream()].followers;
    // What may fail comes first: nobody is half in.
    if (followers.size() == followers.capacity())
        followers.reserve(std::max<std::size_t>(1, 2 * followers.size()));
    join_person(follower);
    follower.place_ = followers.size();
    followers.push_back(&follower);
    follower.joined_ = true;
}

void Hub::leave(Follower& follower) {
    if (!std::exchange(follower.joined_, false)) return;
    const auto found = by_stream_.find(follower.stream());
    auto& followers = found->second.followers;
    followers[follower.place_] = followers.back();
    followers[follower.place_]->place_ = follower.place_;
    followers.pop_back();
    if (followers.empty()) by_stream_.erase(found);
    leave_person(follower);
}

void Hub::join_person(Follower& follower) {
    const auto [first, alone] = by_person_.insert(&follower);
    if (alone) return;
    follower.before_ = *first;
    follower.next_ = std::exchange((*first)->next_, &follower);
    if (follower.next_) follower.next_->before_ = &follower;
}

void Hub::leave_person(Follower& follower) {
    if (follower.next_) follower.next_->before_ = follower.before_;
    if (follower.before_) {
        follower.before_->next_ = follower.next_;
    } else {
        by_person_.erase(&follower);
        if (follower.next_) by_person_.insert(follower.next_);
    }
    follower.next_ = follower.before_ = nullptr;
}

std::size_t Hub::publish(const Stream& stream, std::int64_t seq, std::string_view bytes) {
    const auto found = by_stream_.find(stream);
    if (found == by_stream_.end()) {
        // Everybody may have gone for a moment only.
        if (recent_.knows(stream)) recent_.add(stream, seq, frame_of(bytes));
        return 0;
    }
    auto& [followers, piece] = found->second;
    if (!piece) published_.push_back(stream);
    if (!piece || piece->full()) piece = new_piece();
    const Frame frame{piece, bytes};
    recent_.add(stream, seq, frame);
    for (std::size_t i = 0; i < followers.size(); ++i) {
        // Thousands are told, and each lies somewhere else: the next ones come near meanwhile.
        if (i + 8 < followers.size()) __builtin_prefetch(followers[i + 8]);
        if (i + 4 < followers.size()) __builtin_prefetch(&followers[i + 4]->outbox());
        followers[i]->news(seq, frame);
    }
    return followers.size();
}

void Hub::batch_over() {
    for (const auto& stream : published_)
        if (const auto found = by_stream_.find(stream); found != by_stream_.end()) found->second.piece = {};
    published_.clear();
}

std::size_t Hub::cue(const Stream& stream, const Frame& frame, const Outbox& speaker) {
    const auto found = by_stream_.find(stream);
    if (found == by_stream_.end()) return 0;
    std::size_t told = 0;
    for (auto* follower : found->second.followers) {
        if (&follower->outbox() == &speaker) continue;
        follower->cue(frame);
        ++told;
    }
    return told;
}

void Hub::ask_again(const PersonId& person,
                    const std::function<bool(const PersonId&, const Stream&)>& allowed,
                    const std::function<void(Follower&)>& denied) {
    const auto first = by_person_.find(person);
    if (first == by_person_.end()) return;
    std::vector<Follower*> followers; // `denied` changes the chain
    for (auto* follower = *first; follower; follower = follower->next_) followers.push_back(follower);
    for (auto* follower : followers)
        if (!allowed(person, follower->stream())) denied(*follower);
}

void Hub::each_of(const Stream& stream, const std::function<void(Follower&)>& told) {
    const auto found = by_stream_.find(stream);
    if (found == by_stream_.end()) return;
    const auto followers = found->second.followers; // `told` changes the list
    for (auto* follower : followers) told(*follower);
}

std::vector<PersonId> Hub::people() const {
    std::vector<PersonId> people;
    people.reserve(by_person_.size());
    for (const auto* first : by_person_) people.push_back(first->person());
    return people;
}

std::size_t Hub::followers(const Stream& stream) const {
    const auto found = by_stream_.find(stream);
    return found == by_stream_.end() ? 0 : found->second.followers.size();
}

} // namespace interstate::live
