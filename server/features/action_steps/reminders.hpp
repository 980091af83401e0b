#pragma once
// The owner of a step is told by mail a week before it is due, and on the day, in the morning of their zone.
#include "features/action_steps/action_steps.hpp"

namespace interstate::action_steps {

/// By the server, each hour: tells owners whose morning has come since it looked last. The first look tells
/// nobody.
struct RemindOwners {
    static constexpr const char* name = "remind_owners";
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(RemindOwners, collaborative)
struct OwnersReminded {
    static constexpr const char* name = "owners_reminded";
};
INTERSTATE_DESCRIBE_EMPTY(OwnersReminded)

/// An open lane whose day is near; its owner wants to be told.
struct NearingLane {
    LaneId lane;
    PersonId owner;
    ZoneName zone;
    CivilDate due_on;
    /// Told already for this due date.
    bool told_before = false, told_on_day = false;
};
struct ReminderFacts {
    bool known = false;
    /// Absent before the first look, and after a restore.
    std::optional<Instant> looked_at;
    std::vector<NearingLane> lanes;
};

// ---- rules (reminders_rules.cpp) --------------------------------------------------------------------------

inline constexpr int week = 7;
/// So many in one look; the others follow a minute later.
inline constexpr std::size_t most_reminders = 200;

struct Reminder {
    LaneId lane;
    PersonId owner;
    CivilDate due_on;
    /// 7 or 0.
    int days_before = 0;
    /// From then on it says nothing any more: the day itself, or its end.
    Instant useless_at;
};
struct ReminderPlan {
    /// At most `most_reminders`.
    std::vector<Reminder> due;
    bool more = false;
};
ReminderPlan plan_of(const ReminderFacts& facts, Instant now);

Result<OwnersReminded> decide(const RemindOwners&, const ReminderFacts&, const Context&);

// ---- tables (reminders_tables.cpp) ------------------------------------------------------------------------

ReminderFacts gather(store::Transaction&, const RemindOwners&, const Context&);
void record(store::Transaction&, const RemindOwners&, const ReminderFacts&, const OwnersReminded&,
            const Context&, Changes&);

} // namespace interstate::action_steps
