#include "features/identity/join_requests.hpp"
#include "features/identity/sign_in.hpp"
#include "store/due_items.hpp"
#include "store/transaction.hpp"

namespace interstate::identity {
namespace {

constexpr Millis day = std::chrono::days{1};
constexpr int forgotten_at_once = 2000;

void keep(store::Transaction& tx, const NewJoinRequest& request, Instant now) {
    tx.run("INSERT INTO join_requests (id, collaborative, organisation, agency, type, name, address,"
           " address_folded, title, function, statement, status, asked_at)"
           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'submitted', ?)",
           request.id, request.collaborative, request.organisation, request.agency, request.type,
           request.name, request.address, folded_address(request.address.str()), request.title,
           request.function, request.statement, now);
}

void confirm(store::Transaction& tx, const JoinRequestId& request, Instant now) {
    tx.run("UPDATE join_requests SET status = 'confirmed', confirmed_at = ? WHERE id = ? AND status = "
           "'submitted'",
           now, request);
    store::leave_due(tx, {now, ReceiveJoinRequest::name, request});
}

} // namespace

std::expected<void, CodeWait> ask_to_join(store::Transaction& tx, const NewJoinRequest& request,
                                          const NewCode& code, Instant now) {
    if (const auto wait = code_waits_until(tx, code, now)) return std::unexpected(*wait);
    keep(tx, request, now);
    keep_code(tx, code, {.person = std::nullopt, .request = request.id}, now);
    return {};
}

void request_seat(store::Transaction& tx, const NewJoinRequest& request, Instant now) {
    keep(tx, request, now);
    confirm(tx, request.id, now);
}

std::expected<JoinRequestId, CodeFault> confirm_by_code(store::Transaction& tx,
                                                        const std::string& ticket_hash,
                                                        const std::string& code_hash, Instant now,
                                                        Guesser who) {
    auto owner = try_code(tx, CodeFor::joining, ticket_hash, code_hash, now, who);
    if (!owner) return std::unexpected(owner.error());
    confirm(tx, *owner->request, now);
    return *owner->request;
}

std::optional<JoinRequestId> peek_join_link(store::Transaction& tx, const std::string& link_hash,
                                            Instant now) {
    return tx.row<JoinRequestId>(
        "SELECT c.request FROM sign_in_codes c WHERE c.link_hash = ? AND c.request IS NOT NULL"
        " AND c.used_at IS NULL AND c.asked_at > ? AND c.asked_at <= ?",
        link_hash, now - link_life, now);
}

std::optional<JoinRequestId> confirm_by_link(store::Transaction& tx, const std::string& link_hash,
                                             Instant now) {
    const auto request = peek_join_link(tx, link_hash, now);
    if (!request) return std::nullopt;
    tx.run("UPDATE sign_in_codes SET used_at = ? WHERE link_hash = ?", now, link_hash);
    confirm(tx, *request, now);
    return request;
}

void forget_unconfirmed(store::Transaction& tx, Instant now) {
    tx.run("DELETE FROM sign_in_codes WHERE request IN (SELECT id FROM join_requests WHERE status = "
           "'submitted' AND asked_at <= ? LIMIT ?)",
           now - day, forgotten_at_once);
    tx.run("DELETE FROM join_requests WHERE id IN (SELECT id FROM join_requests WHERE status = 'submitted'"
           " AND asked_at <= ? LIMIT ?)",
           now - day, forgotten_at_once);
}

} // namespace interstate::identity
