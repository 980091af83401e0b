#include "features/action_steps/reminders.hpp"

namespace interstate::action_steps {
namespace {

/// When people come to work.
std::optional<Instant> morning_of(const CivilDate& day, const ZoneName& zone) {
    return instant_of(LocalTime{day.str() + "T07:00"}, zone);
}

/// Midnight before that day; where the clock skips it, the morning.
Instant begin_of(const CivilDate& day, const ZoneName& zone) {
    const auto midnight = instant_of(LocalTime{day.str() + "T00:00"}, zone);
    return midnight ? *midnight : morning_of(day, zone).value_or(Instant{});
}

/// What this look has to say of a lane: it came due since the look before, and means something still.
std::optional<Reminder> reminder_of(const NearingLane& lane, Instant looked_at, Instant now) {
    const auto came = [&](int days_before) {
        const auto at = morning_of(lane.due_on.plus_days(-days_before), lane.zone);
        return at && *at > looked_at && *at <= now;
    };
    const auto day = begin_of(lane.due_on, lane.zone), end = begin_of(lane.due_on.plus_days(1), lane.zone);
    if (now >= end) return std::nullopt;
    if (now >= day) {
        if (lane.told_on_day || !came(0)) return std::nullopt;
        return Reminder{lane.lane, lane.owner, lane.due_on, 0, end};
    }
    if (lane.told_before || !came(week)) return std::nullopt;
    return Reminder{lane.lane, lane.owner, lane.due_on, week, day};
}

} // namespace

ReminderPlan plan_of(const ReminderFacts& facts, Instant now) {
    ReminderPlan plan;
    if (!facts.looked_at) return plan;
    for (const auto& lane : facts.lanes) {
        const auto reminder = reminder_of(lane, *facts.looked_at, now);
        if (!reminder) continue;
        plan.more = plan.due.size() == most_reminders;
        if (plan.more) break;
        plan.due.push_back(*reminder);
    }
    return plan;
}

Result<OwnersReminded> decide(const RemindOwners&, const ReminderFacts& facts, const Context& context) {
    if (!context.by_system() || !facts.known) return refuse_not_allowed();
    return OwnersReminded{};
}

} // namespace interstate::action_steps
