#include "app/allowances.hpp"

#include <algorithm>

namespace interstate::app {

std::optional<Millis> Allowances::take(const std::string& who, Instant now) {
    auto& taken = entry_of(who).taken;
    // A clock that was set back makes nobody wait longer than the span.
    for (auto& at : taken) at = std::min(at, now);
    std::erase_if(taken, [&](Instant at) { return at + allowance_.span <= now; });
    if (taken.size() >= allowance_.most) return taken.front() + allowance_.span - now;
    taken.push_back(now);
    return std::nullopt;
}

void Allowances::give_back(const std::string& who) {
    const auto found = by_name_.find(who);
    if (found != by_name_.end() && !found->second->taken.empty()) found->second->taken.pop_back();
}

Allowances::Entry& Allowances::entry_of(const std::string& who) {
    if (const auto found = by_name_.find(who); found != by_name_.end()) {
        entries_.splice(entries_.begin(), entries_, found->second);
        return *found->second;
    }
    if (by_name_.size() >= remembered_) {
        by_name_.erase(entries_.back().who);
        entries_.pop_back();
    }
    entries_.push_front({who, {}});
    by_name_.emplace(who, entries_.begin());
    return entries_.front();
}

} // namespace interstate::app
