#include "features/action_steps/reminders.hpp"
#include "store/due_items.hpp"
#include "store/transaction.hpp"

namespace interstate::action_steps {
namespace {

constexpr Millis hour = std::chrono::hours{1}, minute = std::chrono::minutes{1};
/// Days around the week, so that every zone's is among them.
constexpr int days_of_zones = 2;
constexpr int lanes_looked_at = 20'000;
/// A due date that is moved back is told of once nevertheless.
constexpr int reminders_kept_days = 60;
constexpr int forgotten_at_once = 2000;

std::vector<NearingLane> nearing(store::Transaction& tx, const CollaborativeId& collaborative, Instant now) {
    const auto today = local_date(now, ZoneName{});
    return tx.rows<NearingLane>(
        "SELECT l.id, l.owner, p.zone, l.due_on,"
        " EXISTS (SELECT 1 FROM step_reminders r WHERE r.lane = l.id AND r.due_on = l.due_on"
        " AND r.days_before = 7),"
        " EXISTS (SELECT 1 FROM step_reminders r WHERE r.lane = l.id AND r.due_on = l.due_on"
        " AND r.days_before = 0)"
        " FROM step_lanes l JOIN people p ON p.id = l.owner AND p.active = 1 AND p.step_mails = 1"
        " JOIN action_steps a ON a.id = l.step AND a.collaborative = ?"
        " JOIN seats s ON s.person = l.owner AND s.collaborative = a.collaborative AND s.left_at IS NULL"
        " AND s.suspended_at IS NULL"
        " WHERE l.status IN ('not_started', 'on_track', 'at_risk', 'blocked')"
        " AND l.due_on BETWEEN ? AND ? ORDER BY l.due_on, l.id LIMIT ?",
        collaborative, today.plus_days(-days_of_zones), today.plus_days(week + days_of_zones),
        lanes_looked_at);
}

std::string path_of(store::Transaction& tx, const CollaborativeId& collaborative, const LaneId& lane) {
    return "/" +
           tx.row<std::string>("SELECT slug FROM collaboratives WHERE id = ?", collaborative).value_or("") +
           "/steps/" + tx.row<Ulid>("SELECT step FROM step_lanes WHERE id = ?", lane).value().str();
}

/// A clock that was ahead and is right again finds no look in what it takes for the past.
void write_look(store::Transaction& tx, const CollaborativeId& collaborative, Instant now) {
    tx.run("INSERT INTO rounds (collaborative, name, looked_at) VALUES (?, ?, ?)"
           " ON CONFLICT (collaborative, name) DO UPDATE SET looked_at = excluded.looked_at",
           collaborative, std::string_view{RemindOwners::name}, now);
}

void forget(store::Transaction& tx, Instant now) {
    tx.run("DELETE FROM step_reminders WHERE (lane, due_on, days_before) IN"
           " (SELECT lane, due_on, days_before FROM step_reminders WHERE due_on < ? LIMIT ?)",
           local_date(now, ZoneName{}).plus_days(-reminders_kept_days), forgotten_at_once);
}

/// At the next full hour: mornings begin with one.
Instant next_hour(Instant now) { return {(now.ms / hour.count() + 1) * hour.count()}; }

} // namespace

ReminderFacts gather(store::Transaction& tx, const RemindOwners& command, const Context& context) {
    return {.known = tx.any("SELECT 1 FROM collaboratives WHERE id = ?", command.collaborative),
            .looked_at = tx.row<Instant>("SELECT looked_at FROM rounds WHERE collaborative = ? AND name = ?",
                                         command.collaborative, std::string_view{RemindOwners::name}),
            .lanes = nearing(tx, command.collaborative, context.now)};
}

void record(store::Transaction& tx, const RemindOwners& command, const ReminderFacts& facts,
            const OwnersReminded&, const Context& context, Changes& changes) {
    const auto plan = plan_of(facts, context.now);
    for (const auto& reminder : plan.due) {
        tx.run("INSERT INTO step_reminders (lane, due_on, days_before) VALUES (?, ?, ?)"
               " ON CONFLICT (lane, due_on, days_before) DO NOTHING",
               reminder.lane, reminder.due_on, reminder.days_before);
        changes.notify({.purpose = MailPurpose::step_due,
                        .person = reminder.owner,
                        .about = reminder.lane,
                        .link = path_of(tx, command.collaborative, reminder.lane),
                        .useless_at = reminder.useless_at});
    }
    forget(tx, context.now);
    if (!plan.more) write_look(tx, command.collaborative, context.now);
    store::leave_due(tx, {plan.more ? context.now + minute : next_hour(context.now), RemindOwners::name,
                          command.collaborative});
}

} // namespace interstate::action_steps
