#include "features/identity/second_factor.hpp"

#include "base/one_time_code.hpp"
#include "base/secret.hpp"
#include "store/transaction.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

constexpr int forgotten_at_once = 2000;
constexpr std::size_t telephone_code = 6;

struct Factor {
    std::string secret;
    Instant made_at;
    std::optional<Instant> confirmed_at;
    std::int64_t last_step = 0;
    int tried = 0;
    Instant tried_at;
};

std::optional<Factor> factor_of(store::Transaction& tx, const PersonId& person) {
    return tx.row<Factor>("SELECT secret, made_at, confirmed_at, last_step, tried, tried_at FROM "
                          "second_factors WHERE person = ?",
                          person);
}

bool must_have_one(store::Transaction& tx, const PersonId& person) {
    return tx.any(std::string{"SELECT 1 FROM people p WHERE p.id = ? AND"
                              " EXISTS (SELECT 1 FROM facts_of_store WHERE name = 'kind' AND value = 'real')"
                              " AND "} +
                      administers_or_facilitates,
                  person);
}

bool must_wait(const Factor& factor, Instant now) {
    // A clock that was set back makes nobody wait longer than the pause.
    return factor.tried > 0 && std::min(factor.tried_at, now) + pause_before_code(factor.tried) > now;
}

/// Takes the telephone's code; what was tried in a row begins anew.
bool take_code(store::Transaction& tx, const PersonId& person, const Factor& factor, std::string_view code,
               Instant now) {
    const auto step = step_of_code(factor.secret, code, factor.last_step, now);
    if (!step) return false;
    tx.run("UPDATE second_factors SET last_step = ?, tried = 0 WHERE person = ?", *step, person);
    return true;
}

bool take_recovery_code(store::Transaction& tx, const PersonId& person, const std::string& code,
                        Instant now) {
    const auto taken = tx.run("UPDATE recovery_codes SET used_at = ? WHERE person = ? AND code_hash = ?"
                              " AND used_at IS NULL",
                              now, person, secret_hash(code));
    if (taken > 0) tx.run("UPDATE second_factors SET tried = 0 WHERE person = ?", person);
    return taken > 0;
}

std::unexpected<SecondFault> count_wrong(store::Transaction& tx, const PersonId& person, Instant now) {
    tx.run("UPDATE second_factors SET tried = tried + 1, tried_at = ? WHERE person = ?", now, person);
    return std::unexpected(SecondFault::wrong);
}

} // namespace

SecondStep second_step_of(store::Transaction& tx, const PersonId& person) {
    if (tx.any("SELECT 1 FROM second_factors WHERE person = ? AND confirmed_at IS NOT NULL", person))
        return SecondStep::show;
    return must_have_one(tx, person) ? SecondStep::set_up : SecondStep::none;
}

// ---- half sign-ins ----------------------------------------------------------------------------------------

void begin_half(store::Transaction& tx, const std::string& ticket_hash, const HalfSignIn& half, Instant now) {
    tx.run("INSERT INTO half_sign_ins (ticket_hash, person, begun_at, shared, next, way, agency,"
           " linking) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
           ticket_hash, half.person, now, half.shared, half.next, half.by.way, half.by.agency, half.linking);
}

std::optional<HalfSignIn> half_of(store::Transaction& tx, const std::string& ticket_hash, Instant now) {
    struct Row {
        PersonId person;
        bool shared = false;
        std::string next;
        SignInWay way = SignInWay::unknown;
        std::optional<OrganisationId> agency;
        std::optional<std::string> linking;
    };
    const auto row = tx.row<Row>("SELECT h.person, h.shared, h.next, h.way, h.agency, h.linking"
                                 " FROM half_sign_ins h"
                                 " JOIN people p ON p.id = h.person WHERE h.ticket_hash = ? AND p.active = 1"
                                 " AND h.begun_at > ? AND h.begun_at <= ? AND h.wrong < ?",
                                 ticket_hash, now - half_sign_in_life, now, most_wrong_in_half);
    if (!row) return std::nullopt;
    return HalfSignIn{.person = row->person,
                      .shared = row->shared,
                      .next = row->next,
                      .step = second_step_of(tx, row->person),
                      .by = {row->way, row->agency},
                      .linking = row->linking};
}

bool count_wrong_in_half(store::Transaction& tx, const std::string& ticket_hash) {
    return tx.row<int>("UPDATE half_sign_ins SET wrong = wrong + 1 WHERE ticket_hash = ? RETURNING wrong",
                       ticket_hash)
               .value_or(most_wrong_in_half) < most_wrong_in_half;
}

void end_half(store::Transaction& tx, const std::string& ticket_hash) {
    tx.run("DELETE FROM half_sign_ins WHERE ticket_hash = ?", ticket_hash);
}

void end_halves(store::Transaction& tx, const PersonId& person) {
    tx.run("DELETE FROM half_sign_ins WHERE person = ?", person);
}

void forget_halves(store::Transaction& tx, Instant now) {
    tx.run("DELETE FROM half_sign_ins WHERE ticket_hash IN"
           " (SELECT ticket_hash FROM half_sign_ins WHERE begun_at <= ? LIMIT ?)",
           now - half_sign_in_life, forgotten_at_once);
}

// ---- the factor -------------------------------------------------------------------------------------------

std::optional<std::string> offered_second_factor(store::Transaction& tx, const PersonId& person,
                                                 Instant now) {
    const auto there = factor_of(tx, person);
    if (!there || there->confirmed_at || there->made_at > now || there->made_at <= now - offer_life)
        return std::nullopt;
    return there->secret;
}

std::optional<std::string> offer_second_factor(store::Transaction& tx, const PersonId& person, Instant now) {
    if (auto there = offered_second_factor(tx, person, now)) return there;
    if (second_factor_of(tx, person)) return std::nullopt;
    auto secret = random_code_secret();
    tx.run("INSERT INTO second_factors (person, secret, made_at, confirmed_at, last_step) VALUES (?, ?, ?, "
           "NULL, 0)"
           " ON CONFLICT (person) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at, "
           "last_step = 0,"
           " tried = 0",
           person, secret, now);
    return secret;
}

std::expected<void, SecondFault> confirm_second_factor(store::Transaction& tx, const PersonId& person,
                                                       std::string_view typed,
                                                       const std::vector<std::string>& recovery_codes,
                                                       Instant now) {
    const auto factor = factor_of(tx, person);
    if (!factor || factor->confirmed_at || factor->made_at <= now - offer_life)
        return std::unexpected(SecondFault::over);
    if (must_wait(*factor, now)) return std::unexpected(SecondFault::wait);
    if (!take_code(tx, person, *factor, cleaned_code(typed), now)) return count_wrong(tx, person, now);
    tx.run("UPDATE second_factors SET confirmed_at = ? WHERE person = ?", now, person);
    set_recovery_codes(tx, person, recovery_codes);
    return {};
}

std::expected<void, SecondFault> use_second_factor(store::Transaction& tx, const PersonId& person,
                                                   std::string_view typed, Instant now) {
    const auto factor = factor_of(tx, person);
    if (!factor || !factor->confirmed_at) return std::unexpected(SecondFault::over);
    if (must_wait(*factor, now)) return std::unexpected(SecondFault::wait);
    const auto code = cleaned_code(typed);
    const bool right = code.size() == telephone_code ? take_code(tx, person, *factor, code, now)
                                                     : take_recovery_code(tx, person, code, now);
    if (!right) return count_wrong(tx, person, now);
    return {};
}

std::optional<SecondFactor> second_factor_of(store::Transaction& tx, const PersonId& person) {
    return tx.row<SecondFactor>(
        "SELECT f.confirmed_at, (SELECT count(*) FROM recovery_codes r WHERE r.person = f.person"
        " AND r.used_at IS NULL) FROM second_factors f WHERE f.person = ? AND f.confirmed_at IS NOT NULL",
        person);
}

void set_recovery_codes(store::Transaction& tx, const PersonId& person,
                        const std::vector<std::string>& codes) {
    tx.run("DELETE FROM recovery_codes WHERE person = ?", person);
    for (const auto& code : codes)
        tx.run("INSERT INTO recovery_codes (person, code_hash, used_at) VALUES (?, ?, NULL)", person,
               secret_hash(cleaned_code(code)));
}

void remove_second_factor(store::Transaction& tx, const PersonId& person) {
    tx.run("DELETE FROM recovery_codes WHERE person = ?", person);
    tx.run("DELETE FROM second_factors WHERE person = ?", person);
}

void end_used_codes(store::Transaction& tx, Instant now) {
    constexpr int after_now = 1; // a clock may be ahead by one step
    tx.run("UPDATE second_factors SET last_step = ? WHERE last_step < ?", code_step(now) + after_now,
           code_step(now) + after_now);
    tx.run("DELETE FROM recovery_codes");
    tx.run("DELETE FROM half_sign_ins");
}

} // namespace interstate::identity
