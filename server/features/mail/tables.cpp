#include "base/text.hpp"
#include "features/mail/mail.hpp"
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

} // namespace

void queue(store::Transaction& tx, const Mail& mail, Instant now) {
    tx.run("INSERT INTO mail (id, person, address, address_folded, purpose, subject, plain, html, calendar,"
           " status, made_at, next_at, useless_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?)",
           mail.id, mail.person, mail.address, folded(trimmed(mail.address)), mail.purpose,
           mail.words.subject, mail.words.plain, mail.words.html, mail.words.calendar, now, now,
           mail.useless_at);
}

std::vector<Letter> due(store::Transaction& tx, Instant now, int limit) {
    struct Row {
        MailId id;
        std::string address, subject, plain, html, calendar;
        Instant made_at, useless_at;
    };
    std::vector<Letter> letters;
    for (auto& row : tx.rows<Row>("SELECT m.id, m.address, m.subject, m.plain, m.html, m.calendar, "
                                  "m.made_at, m.useless_at FROM mail m"
                                  " LEFT JOIN people p ON p.id = m.person"
                                  " WHERE m.status = 'queued' AND m.next_at <= ? AND m.useless_at > ?"
                                  " AND (m.person IS NULL OR p.active = 1)"
                                  " AND NOT EXISTS (SELECT 1 FROM mail e WHERE e.status = 'queued' AND "
                                  "e.address_folded = m.address_folded"
                                  " AND e.purpose = m.purpose AND e.id < m.id AND e.useless_at > ?) ORDER BY "
                                  "m.next_at, m.id LIMIT ?",
                                  now, now, now, limit))
        letters.push_back(
            {row.id,
             std::move(row.address),
             {std::move(row.subject), std::move(row.plain), std::move(row.html), std::move(row.calendar)},
             row.made_at,
             row.useless_at});
    return letters;
}

void record(store::Transaction& tx, const Report& report, Instant now) {
    const auto before = tx.row<Fate>(
        "SELECT status, attempts, next_at FROM mail WHERE id = ? AND status = 'queued'", report.id);
    if (!before) return;
    const auto fate = fate_of(*before, report.delivery, now);
    tx.run("UPDATE mail SET status = ?, attempts = ?, next_at = ?, answer = ? WHERE id = ?", fate.status,
           fate.attempts, fate.next_at, report.answer, report.id);
    if (fate.status != Status::queued)
        tx.run(std::string{"UPDATE mail SET "} + without_words + ", ended_at = ? WHERE id = ?", now,
               report.id);
}

void end_queued(store::Transaction& tx, Instant now) { tx.run(end_those + " WHERE status = 'queued'", now); }

void tidy(store::Transaction& tx, Instant now) {
    tx.run(end_those + " WHERE status = 'queued' AND useless_at <= ?", now, now);
    tx.run("DELETE FROM mail WHERE id IN (SELECT id FROM mail WHERE made_at <= ? LIMIT ?)", now - kept,
           forgotten_at_once);
}

std::vector<Entry> newest(store::Transaction& tx, int limit) {
    return tx.rows<Entry>(
        "SELECT id, address, purpose, subject, plain, status, attempts, made_at, answer FROM mail"
        " WHERE made_at > 0 ORDER BY made_at DESC LIMIT ?",
        limit);
}

} // namespace interstate::mail
