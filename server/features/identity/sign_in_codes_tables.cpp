#include "features/identity/sign_in_codes.hpp"

#include "features/identity/passwords.hpp"
#include "features/identity/sign_in.hpp"
#include "store/transaction.hpp"

namespace interstate::identity {
namespace {

constexpr Millis day = std::chrono::days{1};
constexpr int forgotten_at_once = 2000;

/// Until when this address must wait; nothing when it need not.
std::optional<Instant> must_wait(store::Transaction& tx, const std::string& address, Instant now) {
    struct Asked {
        int times = 0;
        std::optional<Instant> last;
    };
    const auto asked = tx.row<Asked>(
        "SELECT count(*), max(asked_at) FROM sign_in_codes WHERE address_folded = ? AND asked_at > ?"
        " AND asked_at <= ?",
        address, now - day, now);
    if (!asked || !asked->last) return std::nullopt;
    const auto again_at = *asked->last + pause_between_codes(asked->times);
    return again_at > now ? std::optional{again_at} : std::nullopt;
}

/// Until when everybody must wait; nothing when they need not.
std::optional<Instant> all_must_wait(store::Transaction& tx, Instant now) {
    constexpr Millis hour = std::chrono::hours{1};
    // That one goes first: when it is an hour old, another may be made.
    const auto first =
        tx.row<Instant>("SELECT asked_at FROM sign_in_codes WHERE asked_at > ? AND asked_at <= ?"
                        " ORDER BY asked_at DESC LIMIT 1 OFFSET ?",
                        now - hour, now, most_codes_an_hour - 1);
    return first ? std::optional{*first + hour} : std::nullopt;
}

/// Strangers have got too many wrong of those that are for the same, whoever they are for.
bool guessing_is_under_way(store::Transaction& tx, bool joining, bool linking, Instant now) {
    return tx.row<int>("SELECT coalesce(sum(wrong), 0) FROM sign_in_codes WHERE wrong > 0 AND asked_at > ?"
                       " AND asked_at <= ? AND (request IS NOT NULL) = ? AND (linking IS NOT NULL) = ?",
                       now - day, now, joining, linking)
               .value_or(0) >= most_wrong_codes_a_day;
}

} // namespace

std::optional<CodeWait> code_waits_until(store::Transaction& tx, const NewCode& code, Instant now) {
    if (code.of_known_device) return std::nullopt;
    if (const auto until = must_wait(tx, folded_address(code.address), now)) return CodeWait{*until, false};
    if (const auto until = all_must_wait(tx, now)) return CodeWait{*until, true};
    return std::nullopt;
}

void keep_code(store::Transaction& tx, const NewCode& code, const CodeOwner& owner, Instant now) {
    tx.run("INSERT INTO sign_in_codes (ticket_hash, address_folded, person, request, linking, code_hash,"
           " link_hash, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
           code.ticket_hash, folded_address(code.address), owner.person, owner.request, owner.linking,
           code.code_hash, code.link_hash, now);
}

std::expected<std::optional<CodeRecipient>, CodeWait> ask_for_code(store::Transaction& tx,
                                                                   const NewCode& code, Instant now) {
    if (const auto wait = code_waits_until(tx, code, now)) return std::unexpected(*wait);
    auto recipient =
        tx.row<CodeRecipient>("SELECT id, name, address FROM people WHERE address_folded = ? AND active = 1",
                              folded_address(code.address));
    keep_code(tx, code,
              {.person = recipient ? std::optional{recipient->person} : std::nullopt, .request = {}}, now);
    return recipient;
}

std::expected<CodeOwner, CodeFault> try_code(store::Transaction& tx, CodeFor what,
                                             const std::string& ticket_hash, const std::string& code_hash,
                                             Instant now, Guesser who) {
    struct Row {
        std::optional<PersonId> person;
        std::optional<JoinRequestId> request;
        std::optional<std::string> linking;
        std::string address, code_hash;
        int wrong = 0;
    };
    const auto row =
        tx.row<Row>("SELECT CASE WHEN p.active = 1 THEN c.person END, c.request, c.linking, c.address_folded,"
                    " c.code_hash, c.wrong FROM sign_in_codes c LEFT JOIN people p ON p.id = c.person"
                    " WHERE c.ticket_hash = ? AND c.used_at IS NULL AND c.asked_at > ? AND c.asked_at <= ?",
                    ticket_hash, now - code_life, now);
    if (!row || row->wrong >= most_wrong_codes) return std::unexpected(CodeFault::over);
    if (who == Guesser::stranger &&
        guessing_is_under_way(tx, row->request.has_value(), row->linking.has_value(), now))
        return std::unexpected(CodeFault::over);
    const bool fits = what == CodeFor::joining   ? row->request.has_value()
                      : what == CodeFor::linking ? row->linking.has_value()
                                                 : row->person.has_value();
    if (fits && row->code_hash == code_hash) {
        tx.run("UPDATE sign_in_codes SET used_at = ? WHERE ticket_hash = ?", now, ticket_hash);
        return CodeOwner{row->person, row->request, row->linking, row->address};
    }
    // Those of known devices are bounded at the door: counted here, members would stop everybody else.
    if (who == Guesser::known_device) return std::unexpected(CodeFault::wrong);
    tx.run("UPDATE sign_in_codes SET wrong = wrong + 1 WHERE ticket_hash = ?", ticket_hash);
    return std::unexpected(row->wrong + 1 < most_wrong_codes ? CodeFault::wrong : CodeFault::over);
}

std::expected<PersonId, CodeFault> use_code(store::Transaction& tx, const std::string& ticket_hash,
                                            const std::string& code_hash, Instant now, Guesser who) {
    const auto owner = try_code(tx, CodeFor::signing_in, ticket_hash, code_hash, now, who);
    if (!owner) return std::unexpected(owner.error());
    return *owner->person;
}

bool is_code_of_known_device(store::Transaction& tx, const std::string& ticket_hash,
                             const std::string& device_hash, Instant now) {
    const auto address =
        tx.row<std::string>("SELECT address_folded FROM sign_in_codes WHERE ticket_hash = ?", ticket_hash);
    return address && is_known_device(tx, *address, device_hash, now);
}

std::optional<PersonId> peek_link(store::Transaction& tx, const std::string& link_hash, Instant now) {
    if (const auto invited = peek_invitation(tx, link_hash, now)) return invited;
    return tx.row<PersonId>(
        "SELECT c.person FROM sign_in_codes c JOIN people p ON p.id = c.person WHERE c.link_hash = ?"
        " AND c.used_at IS NULL AND c.asked_at > ? AND c.asked_at <= ? AND p.active = 1",
        link_hash, now - link_life, now);
}

std::optional<PersonId> use_link(store::Transaction& tx, const std::string& link_hash, Instant now) {
    if (const auto invited = use_invitation(tx, link_hash, now)) return invited;
    const auto person = peek_link(tx, link_hash, now);
    if (person) tx.run("UPDATE sign_in_codes SET used_at = ? WHERE link_hash = ?", now, link_hash);
    return person;
}

void end_codes(store::Transaction& tx) { tx.run("DELETE FROM sign_in_codes"); }

void forget_codes(store::Transaction& tx, Instant now) {
    tx.run("DELETE FROM sign_in_codes WHERE ticket_hash IN"
           " (SELECT ticket_hash FROM sign_in_codes WHERE asked_at <= ? LIMIT ?)",
           now - day, forgotten_at_once);
}

} // namespace interstate::identity
