#include "base/text.hpp"
#include "features/mail/returned.hpp"
#include "features/mail/suppression.hpp"
#include "store/transaction.hpp"

#include <algorithm>

namespace interstate::mail {
namespace {

constexpr Millis kept = std::chrono::days{365};
constexpr Millis can_come_back = std::chrono::days{30};
constexpr int forgotten_at_once = 2000;

std::string address_of(store::Transaction& tx, const PersonId& person) {
    return tx.row<std::string>("SELECT address_folded FROM people WHERE id = ?", person).value_or("");
}

std::optional<ComesBack> found(store::Transaction& tx, const PersonId& person) {
    return tx.row<ComesBack>("SELECT since, answer FROM suppressed_addresses WHERE address_folded = ?",
                             address_of(tx, person));
}

} // namespace

LiftFacts gather(store::Transaction& tx, const LiftSuppression& command, const Context& context) {
    return {.who = permissions::standing_of(tx, context.actor, command.collaborative),
            .person = permissions::standing_of(tx, command.person, command.collaborative),
            .suppressed = found(tx, command.person).has_value()};
}

void record(store::Transaction& tx, const LiftSuppression& command, const LiftFacts&,
            const SuppressionLifted&, const Context&, Changes&) {
    lift(tx, address_of(tx, command.person));
}

Result<ComesBack> answer(store::Transaction& tx, const MailComesBack& query, const Context& context) {
    if (!may_look_after(permissions::standing_of(tx, context.actor, query.collaborative),
                        permissions::standing_of(tx, query.person, query.collaborative)))
        return refuse_not_allowed();
    return found(tx, query.person).value_or(ComesBack{});
}

void suppress(store::Transaction& tx, const std::string& address, const std::string& answer, Instant now) {
    tx.run("INSERT INTO suppressed_addresses (address_folded, since, answer) VALUES (?, ?, ?)"
           " ON CONFLICT (address_folded) DO UPDATE SET since = excluded.since, answer = excluded.answer",
           folded(trimmed(address)), now, answer);
}

bool lift(store::Transaction& tx, const std::string& address) {
    const auto key = folded(trimmed(address));
    if (!tx.any("SELECT 1 FROM suppressed_addresses WHERE address_folded = ?", key)) return false;
    tx.run("DELETE FROM suppressed_addresses WHERE address_folded = ?", key);
    return true;
}

bool record_returned(store::Transaction& tx, const Returned& returned, Instant now) {
    const auto address = tx.row<std::string>(
        "SELECT address_folded FROM mail WHERE id = ? AND status = 'sent' AND made_at > ?", returned.id,
        now - can_come_back);
    if (!address || std::ranges::find(returned.addresses, *address) == returned.addresses.end()) return false;
    tx.run("UPDATE mail SET status = 'bounced', answer = ? WHERE id = ?", returned.answer, returned.id);
    if (is_about_address(returned.answer)) suppress(tx, *address, returned.answer, now);
    return true;
}

void lift_for(store::Transaction& tx, const PersonId& person) { lift(tx, address_of(tx, person)); }

std::vector<Suppression> suppressed(store::Transaction& tx, int limit) {
    return tx.rows<Suppression>("SELECT address_folded, since, answer FROM suppressed_addresses"
                                " WHERE since > 0 ORDER BY since DESC LIMIT ?",
                                limit);
}

void forget_suppressed(store::Transaction& tx, Instant now) {
    tx.run("DELETE FROM suppressed_addresses WHERE address_folded IN"
           " (SELECT address_folded FROM suppressed_addresses WHERE since <= ? LIMIT ?)",
           now - kept, forgotten_at_once);
}

} // namespace interstate::mail
