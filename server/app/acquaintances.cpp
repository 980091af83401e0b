#include "app/acquaintances.hpp"

#include <algorithm>
#include <utility>

namespace interstate::app {
namespace {

/// People of one collaborative are told the same; more kinds than this are kept one by one.
constexpr std::size_t shared_receptions = 8;

} // namespace

void Acquaintances::stand_on(std::optional<std::int64_t> grounds) {
    if (grounds && grounds == grounds_) return;
    forget();
    grounds_ = grounds;
}

void Acquaintances::forget() {
    logins_.clear();
    receptions_.clear();
    places_.clear();
    follows_.clear();
    follow_count_ = 0;
}

bool Acquaintances::keeps(std::int64_t grounds) {
    if (grounds_ && grounds < *grounds_) return false;
    stand_on(grounds);
    if (logins_.size() >= limits_.logins || follow_count_ >= limits_.follows ||
        places_.size() >= limits_.streams)
        forget();
    return true;
}

const Acquaintance* Acquaintances::known(const std::string& credential, Shown shown, Instant now) const {
    const auto found = logins_.find(credential);
    if (found == logins_.end() || found->second.shown != shown || found->second.login.is_over(now))
        return nullptr;
    return &found->second;
}

void Acquaintances::meet(std::int64_t grounds, const std::string& credential, Acquaintance found) {
    if (!keeps(grounds)) return;
    found.reception = shared(std::move(found.reception));
    logins_.insert_or_assign(credential, std::move(found));
}

std::shared_ptr<const Reception> Acquaintances::shared(std::shared_ptr<const Reception> reception) {
    for (const auto& known : receptions_)
        if (*known == *reception) return known;
    if (receptions_.size() < shared_receptions) receptions_.push_back(reception);
    return reception;
}

void Acquaintances::used(const std::string& credential, Instant at) {
    const auto found = logins_.find(credential);
    if (found == logins_.end()) return;
    auto& login = found->second.login;
    // A token that is used goes on as it was: it is only told.
    if (login.shown_at) login.shown_at = at;
    if (login.used_at) login.used_at = at;
}

bool Acquaintances::may_follow(const PersonId& person, const Stream& stream) const {
    const auto place = places_.find(stream);
    const auto follows = follows_.find(person);
    return place != places_.end() && follows != follows_.end() &&
           std::ranges::find(follows->second, place->second.number) != follows->second.end();
}

std::optional<Footing> Acquaintances::footing(const Stream& stream) const {
    const auto place = places_.find(stream);
    return place == places_.end() ? std::nullopt : std::optional{place->second.footing};
}

void Acquaintances::allow(std::int64_t grounds, const PersonId& person, const Stream& stream,
                          const Footing& footing) {
    if (!keeps(grounds)) return;
    const auto next = static_cast<std::uint32_t>(places_.size());
    const auto number = places_.try_emplace(stream, Place{next, footing}).first->second.number;
    auto& follows = follows_[person];
    if (std::ranges::find(follows, number) != follows.end()) return;
    follows.push_back(number);
    ++follow_count_;
}

} // namespace interstate::app
