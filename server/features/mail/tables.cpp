#include "base/text.hpp"
#include "features/mail/mail.hpp"
#include "features/mail/suppression.hpp"
#include "store/transaction.hpp"

namespace interstate::mail {
namespace {

constexpr Millis kept = std::chrono::days{30};
constexpr int forgotten_at_once = 2000;
/// The code stands in the subject too.
constexpr const char* without_words = "plain = '', html = '', calendar = '', subject = CASE purpose WHEN "
                                      "'sign_in' THEN 'A code to sign in' ELSE subject END";
const std::string end_those =
    std::string{"UPDATE mail SET status = 'outdated', "} + without_words + ", ended_at = ?";

/// Codes for addresses that nobody has (Delivery::for_nobody).
constexpr const char* delete_for_nobody =
    "DELETE FROM mail WHERE status = 'queued' AND purpose = 'sign_in' AND person IS NULL";

} // namespace

void queue(store::Transaction& tx, const Mail& mail, Instant now) {
    tx.run("INSERT INTO mail (id, person, address, address_folded, purpose, about, subject, plain, html,"
           " calendar, status, made_at, next_at, useless_at)"
           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?)",
           mail.id, mail.person, mail.address, folded(trimmed(mail.address)), mail.purpose, mail.about,
           mail.words.subject, mail.words.plain, mail.words.html, mail.words.calendar, now, now,
           mail.useless_at);
}

std::vector<Letter> due(store::Transaction& tx, Instant now, int limit) {
    struct Row {
        MailId id;
        std::string address, subject, plain, html, calendar;
        Instant made_at, useless_at;
        std::optional<PersonId> person;
        Purpose purpose = Purpose::sign_in;
        std::optional<Ulid> about;
        bool suppressed = false;
    };
    const auto kept_back = [&](const Row& row) -> std::optional<Delivery> {
        if (!row.person && row.purpose == Purpose::sign_in) return Delivery::for_nobody;
        if (row.person && !may_read(tx, *row.person, row.purpose, row.about)) return Delivery::withheld;
        if (row.suppressed && !is_asked_for(row.purpose)) return Delivery::suppressed;
        return std::nullopt;
    };
    std::vector<Letter> letters;
    for (auto& row : tx.rows<Row>("SELECT m.id, m.address, m.subject, m.plain, m.html, m.calendar, "
                                  "m.made_at, m.useless_at, m.person, m.purpose, m.about,"
                                  " EXISTS (SELECT 1 FROM suppressed_addresses s"
                                  " WHERE s.address_folded = m.address_folded) FROM mail m"
                                  " WHERE m.status = 'queued' AND m.next_at <= ? AND m.useless_at > ?"
                                  " AND NOT EXISTS (SELECT 1 FROM mail e WHERE e.status = 'queued' AND "
                                  "e.address_folded = m.address_folded"
                                  " AND e.purpose = m.purpose AND e.id < m.id AND e.useless_at > ?) ORDER BY "
                                  "m.next_at, m.id LIMIT ?",
                                  now, now, now, limit)) {
        const auto why = kept_back(row);
        letters.push_back(
            {row.id,
             std::move(row.address),
             {std::move(row.subject), std::move(row.plain), std::move(row.html), std::move(row.calendar)},
             row.made_at,
             row.useless_at,
             why});
    }
    return letters;
}

void record(store::Transaction& tx, const Report& report, Instant now) {
    const auto before = tx.row<Fate>(
        "SELECT status, attempts, next_at FROM mail WHERE id = ? AND status = 'queued'", report.id);
    if (!before) return;
    if (report.delivery == Delivery::for_nobody) {
        tx.run("DELETE FROM mail WHERE id = ?", report.id);
        return;
    }
    const auto fate = fate_of(*before, report.delivery, now);
    tx.run("UPDATE mail SET status = ?, attempts = ?, next_at = ?, answer = ? WHERE id = ?", fate.status,
           fate.attempts, fate.next_at, report.answer, report.id);
    if (report.delivery == Delivery::no_such_address)
        suppress(tx,
                 tx.row<std::string>("SELECT address_folded FROM mail WHERE id = ?", report.id).value_or(""),
                 report.answer, now);
    if (fate.status != Status::queued)
        tx.run(std::string{"UPDATE mail SET "} + without_words + ", ended_at = ? WHERE id = ?", now,
               report.id);
}

void end_queued(store::Transaction& tx, Instant now) {
    tx.run(delete_for_nobody);
    tx.run(end_those + " WHERE status = 'queued'", now);
}

void hold_queued(store::Transaction& tx, Instant now) {
    tx.run(delete_for_nobody);
    tx.run(end_those + " WHERE status = 'queued' AND purpose IN ('sign_in', 'confirm_address')", now);
    tx.run("UPDATE mail SET status = 'held' WHERE status = 'queued'");
}

int count_held(store::Transaction& tx) {
    return tx.row<int>("SELECT count(*) FROM mail WHERE status = 'held'").value_or(0);
}

int release_held(store::Transaction& tx, Instant now) {
    const int held = count_held(tx);
    tx.run("UPDATE mail SET status = 'queued', next_at = ? WHERE status = 'held'", now);
    return held;
}

int drop_held(store::Transaction& tx, Instant now) {
    const int held = count_held(tx);
    tx.run(end_those + " WHERE status = 'held'", now);
    return held;
}

void tidy(store::Transaction& tx, Instant now) {
    tx.run(std::string{delete_for_nobody} + " AND useless_at <= ?", now);
    tx.run(end_those + " WHERE status IN ('queued', 'held') AND useless_at <= ?", now, now);
    tx.run("DELETE FROM mail WHERE id IN (SELECT id FROM mail WHERE made_at <= ? LIMIT ?)", now - kept,
           forgotten_at_once);
    forget_suppressed(tx, now);
}

std::vector<Entry> newest(store::Transaction& tx, int limit) {
    return tx.rows<Entry>(
        "SELECT id, address, purpose, subject, plain, status, attempts, made_at, answer FROM mail"
        " WHERE made_at > 0 AND NOT (status = 'queued' AND purpose = 'sign_in' AND person IS NULL) ORDER BY "
        "made_at DESC LIMIT ?",
        limit);
}

std::vector<Entry> held(store::Transaction& tx, int limit) {
    return tx.rows<Entry>("SELECT id, address, purpose, subject, plain, status, attempts, made_at, answer"
                          " FROM mail WHERE status = 'held' ORDER BY made_at DESC LIMIT ?",
                          limit);
}

} // namespace interstate::mail
