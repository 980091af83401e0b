#include "features/demonstration/demonstration.hpp"

#include <algorithm>

namespace interstate::demonstration {

Way way_of(const Facts& facts) {
    if (!facts.running || facts.left_today) return Way::leave;
    if (facts.missed) return Way::move;
    if (!facts.model) return Way::leave;
    return facts.highest_ordinal < sessions_limit ? Way::add : Way::add_outside;
}

Instant next_look(Instant now) {
    const ZoneName host_zone{"America/New_York"};
    const LocalTime after_midnight{local_date(now, host_zone).plus_days(1).str() + "T00:05"};
    return std::min(now + look_every, instant_of(after_midnight, host_zone).value());
}

LocalTime next_start(Instant now) {
    constexpr std::int64_t quarter = 15 * 60 * 1000;
    const ZoneName host_zone{"America/New_York"};
    const auto next = local_time({(now.ms / quarter + 1) * quarter}, host_zone);
    const auto today = local_date(now, host_zone);
    return next.date() == today ? next : LocalTime{today.str() + "T23:45"};
}

Result<SessionEnsured> decide(const EnsureSession&, const Facts& facts, const Context& context) {
    if (!context.by_system()) return refuse_not_allowed();
    switch (way_of(facts)) {
    case Way::leave:
        return SessionEnsured{};
    case Way::move:
        return SessionEnsured{facts.missed};
    case Way::add:
    case Way::add_outside:
        return SessionEnsured{context.new_id<MeetingId>()};
    }
    return SessionEnsured{};
}

} // namespace interstate::demonstration
