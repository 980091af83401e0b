#include "features/identity/passwords.hpp"

#include "base/secret.hpp"
#include "features/identity/sign_in.hpp"
#include "store/transaction.hpp"

namespace interstate::identity {
namespace {

constexpr int forgotten_at_once = 2000;
constexpr Millis few_tries_kept = std::chrono::days{1};
constexpr Millis tries_kept = std::chrono::days{14};
/// Of one person; the one that was used longest ago is forgotten first.
constexpr int most_devices = 50;

struct Tried {
    int tried = 0;
    Instant tried_at;
};

/// Counts one more, or says until when it must wait.
std::expected<void, PasswordWait> count(store::Transaction& tx, const std::string& address,
                                        const std::string& device_hash, Instant now) {
    const auto before =
        tx.row<Tried>(
              "SELECT tried, tried_at FROM password_tries WHERE address_folded = ? AND device_hash = ?",
              address, device_hash)
            .value_or(Tried{});
    const auto pause = pause_before_password(before.tried);
    if (!pause) return std::unexpected(PasswordWait{});
    // A clock that was set back makes nobody wait longer than the pause.
    const auto again_at = std::min(before.tried_at, now) + *pause;
    if (before.tried > 0 && again_at > now) return std::unexpected(PasswordWait{again_at});
    tx.run("INSERT INTO password_tries (address_folded, device_hash, tried, tried_at) VALUES (?, ?, 1, ?)"
           " ON CONFLICT (address_folded, device_hash) DO UPDATE SET tried = tried + 1, tried_at = "
           "excluded.tried_at",
           address, device_hash, now);
    return {};
}

PasswordQuestion question_of(store::Transaction& tx, const std::string& address) {
    struct Row {
        PersonId person;
        std::string hash;
    };
    const auto row = tx.row<Row>("SELECT p.id, w.hash FROM people p JOIN passwords w ON w.person = p.id"
                                 " WHERE p.address_folded = ? AND p.active = 1",
                                 address);
    return row ? PasswordQuestion{row->person, row->hash} : PasswordQuestion{};
}

std::optional<std::string> address_of(store::Transaction& tx, const PersonId& person) {
    return tx.row<std::string>("SELECT address_folded FROM people WHERE id = ? AND active = 1", person);
}

} // namespace

std::expected<PasswordQuestion, PasswordWait> ask_for_password(store::Transaction& tx, const PasswordTry& one,
                                                               Instant now) {
    const auto address = folded_address(one.address);
    const bool known = is_known_device(tx, address, one.device_hash, now);
    if (!known && one.only_known) return std::unexpected(PasswordWait{now + std::chrono::minutes{1}});
    if (const auto counted = count(tx, address, known ? one.device_hash : std::string{}, now); !counted)
        return std::unexpected(counted.error());
    auto question = question_of(tx, address);
    question.known_device = known;
    return question;
}

std::expected<PasswordQuestion, PasswordWait> ask_own_password(store::Transaction& tx, const PersonId& person,
                                                               const std::string& credential, Instant now) {
    const auto address = address_of(tx, person).value_or("");
    if (const auto counted = count(tx, address, secret_hash(credential), now); !counted)
        return std::unexpected(counted.error());
    auto question = question_of(tx, address);
    question.known_device = true;
    return question;
}

void forget_tries(store::Transaction& tx, const PersonId& person) {
    tx.run(
        "DELETE FROM password_tries WHERE address_folded = (SELECT address_folded FROM people WHERE id = ?)",
        person);
}

bool is_still_password(store::Transaction& tx, const PersonId& person, const std::string& hash) {
    return tx.any("SELECT 1 FROM passwords w JOIN people p ON p.id = w.person"
                  " WHERE w.person = ? AND w.hash = ? AND p.active = 1",
                  person, hash);
}

void renew_password(store::Transaction& tx, const PersonId& person, const std::string& before,
                    const std::string& hash) {
    tx.run("UPDATE passwords SET hash = ? WHERE person = ? AND hash = ?", hash, person, before);
}

void set_password(store::Transaction& tx, const PersonId& person, const std::string& hash, Instant now) {
    tx.run("INSERT INTO passwords (person, hash, changed_at) VALUES (?, ?, ?)"
           " ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at",
           person, hash, now);
}

void remove_password(store::Transaction& tx, const PersonId& person) {
    tx.run("DELETE FROM passwords WHERE person = ?", person);
}

std::optional<Instant> password_set_at(store::Transaction& tx, const PersonId& person) {
    return tx.row<Instant>("SELECT changed_at FROM passwords WHERE person = ?", person);
}

bool is_known_device(store::Transaction& tx, const std::string& address, const std::string& device_hash,
                     Instant now) {
    return tx.any("SELECT 1 FROM people p JOIN known_devices d ON d.person = p.id AND d.device_hash = ?"
                  " WHERE p.address_folded = ? AND p.active = 1 AND d.used_at > ?",
                  device_hash, folded_address(address), now - device_life);
}

void know_device(store::Transaction& tx, const PersonId& person, const std::string& device_hash,
                 Instant now) {
    tx.run(
        "DELETE FROM known_devices WHERE person = ? AND device_hash IN (SELECT device_hash FROM known_devices"
        " WHERE person = ? AND device_hash <> ? ORDER BY used_at DESC LIMIT -1 OFFSET ?)",
        person, person, device_hash, most_devices - 1);
    tx.run("INSERT INTO known_devices (person, device_hash, used_at) VALUES (?, ?, ?)"
           " ON CONFLICT (person, device_hash) DO UPDATE SET used_at = excluded.used_at",
           person, device_hash, now);
}

void forget_devices(store::Transaction& tx, const PersonId& person) {
    tx.run("DELETE FROM known_devices WHERE person = ?", person);
}

void forget_password_tries(store::Transaction& tx, Instant now) {
    static_assert(tries_without_wait == 5, "the index of the few says so too");
    const std::string forget = "DELETE FROM password_tries WHERE (address_folded, device_hash) IN"
                               " (SELECT address_folded, device_hash FROM password_tries WHERE ";
    tx.run(forget + "tried <= 5 AND tried_at <= ? LIMIT ?)", now - few_tries_kept, forgotten_at_once);
    tx.run(forget + "tried_at <= ? LIMIT ?)", now - tries_kept, forgotten_at_once);
}

} // namespace interstate::identity
