#include "features/identity/tending.hpp"
#include "store/due_items.hpp"
#include "store/transaction.hpp"

#include <map>

namespace interstate::identity {
namespace {

constexpr int requests_looked_at = 200;
constexpr Millis look_again_after = std::chrono::hours{1};

void expire(store::Transaction& tx, const TendRequests& command, const WaitingRequest& request, Instant now,
            Changes& changes) {
    tx.run("UPDATE join_requests SET status = 'expired', decided_at = ? WHERE id = ?", now, request.id);
    changes.remove({StreamKind::staff, command.collaborative}, Kind::join_request, request.id);
    changes.notify(
        {.purpose = MailPurpose::request_expired,
         .address = tx.row<std::string>("SELECT address FROM join_requests WHERE id = ?", request.id).value(),
         .about = request.id});
}

/// Each who decides hears once of all that wait for them.
void remind(store::Transaction& tx, const TendRequests& command, const std::vector<WaitingRequest>& waiting,
            Instant now, Changes& changes) {
    std::map<PersonId, int> told;
    for (const auto& request : waiting) {
        for (const auto& person : deciders(tx, command.collaborative, request.organisation)) ++told[person];
        tx.run("UPDATE join_requests SET reminded_at = ? WHERE id = ?", now, request.id);
    }
    const auto slug =
        tx.row<std::string>("SELECT slug FROM collaboratives WHERE id = ?", command.collaborative)
            .value_or("");
    for (const auto& [person, count] : told)
        changes.notify({.purpose = MailPurpose::requests_waiting,
                        .person = person,
                        .about = command.collaborative,
                        .link = "/" + slug + "/requests",
                        .detail = std::to_string(count)});
}

/// In the morning of the convener.
Instant next_look(const TendPlan& plan, Instant now) {
    static const ZoneName zone{"America/New_York"};
    if (plan.unsure) return now + look_again_after;
    const auto morning = instant_of(LocalTime{local_date(now, zone).plus_days(1).str() + "T07:00"}, zone);
    return morning.value_or(now + std::chrono::hours{24});
}

} // namespace

TendFacts gather(store::Transaction& tx, const TendRequests& command, const Context&) {
    return {.known = tx.any("SELECT 1 FROM collaboratives WHERE id = ?", command.collaborative),
            .looked_at = tx.row<Instant>("SELECT looked_at FROM rounds WHERE collaborative = ? AND name = ?",
                                         command.collaborative, std::string_view{TendRequests::name}),
            .waiting = tx.rows<WaitingRequest>(
                "SELECT id, organisation, confirmed_at, reminded_at IS NOT NULL FROM join_requests"
                " WHERE collaborative = ? AND status = 'confirmed' ORDER BY confirmed_at LIMIT ?",
                command.collaborative, requests_looked_at)};
}

void record(store::Transaction& tx, const TendRequests& command, const TendFacts& facts,
            const RequestsTended&, const Context& context, Changes& changes) {
    const auto plan = plan_of(facts, context.now);
    for (const auto& request : plan.expire) expire(tx, command, request, context.now, changes);
    remind(tx, command, plan.remind, context.now, changes);
    tx.run("INSERT INTO rounds (collaborative, name, looked_at) VALUES (?, ?, ?)"
           " ON CONFLICT (collaborative, name) DO UPDATE SET looked_at = excluded.looked_at",
           command.collaborative, std::string_view{TendRequests::name}, context.now);
    store::leave_due(tx, {next_look(plan, context.now), TendRequests::name, command.collaborative});
}

} // namespace interstate::identity
