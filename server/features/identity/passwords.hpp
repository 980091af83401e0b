#pragma once
// Signing in by a password. Passwords arrive here as hashes only (base/password.hpp), but to be judged before
// they are taken. Whether an address is known, or has one, shows in nothing that is answered.
#include "features/identity/identity.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace interstate::identity {

/// In characters of Unicode (NIST SP 800-63B-4, 3.1.1.2: 15 where a password is enough to come in).
inline constexpr std::size_t least_password = 15;
inline constexpr std::size_t most_password = 128;
/// So many characters besides what others would try first.
inline constexpr std::size_t least_of_ones_own = 6;
/// So many tries in a row cost no wait.
inline constexpr int tries_without_wait = 5;
/// After so many in a row that were not right, the password lets in nobody more from a browser that is not
/// known, until the person has come in otherwise (NIST SP 800-63B-4, 3.2.2).
inline constexpr int most_tries = 100;
/// How long a browser that was signed in is known after it was last.
inline constexpr Millis device_life = std::chrono::days{400};
/// A password is set, changed and removed without the present one so long after signing in.
inline constexpr Millis recent_sign_in = std::chrono::minutes{10};

/// What somebody else would try for this person.
struct OwnWords {
    std::string_view name;
    std::string_view address;
};

// ---- rules (passwords_rules.cpp, listed_words.cpp) --------------------------------------------------------

/// What is wrong with a password, in words for its person; empty where nothing is. It is taken as it was
/// typed: no character is required, forbidden, changed or cut off.
std::string fault_of_password(std::string_view password, const OwnWords& own);
/// Whether this stands in the list of words that is built into the program. Lower case.
bool is_listed_word(std::string_view word);
/// How long the next try waits after so many in a row: nothing at first, then a second, and twice as long
/// each time, at most a quarter of an hour. Nothing at all where no further one is taken.
std::optional<Millis> pause_before_password(int tried);

// ---- tables (passwords_tables.cpp) ------------------------------------------------------------------------

/// Somebody shows a password.
struct PasswordTry {
    std::string address;
    /// Of the secret that this browser keeps, or empty.
    std::string device_hash;
    /// Too many come from browsers that nobody knows: only known ones may.
    bool only_known = false;
};
/// What to compare it with.
struct PasswordQuestion {
    /// Nobody for an address that is unknown, or whose person is not active or has no password.
    std::optional<PersonId> person;
    std::string hash;
    /// The browser has signed this person in before.
    bool known_device = false;
};
/// Until when this address must wait in this browser; nothing where it is over for now, whatever the time.
using PasswordWait = std::optional<Instant>;

/// Counts the try before anybody knows how it ends: many at once are counted too. A known browser has a count
/// of its own, so others cannot keep its person away.
std::expected<PasswordQuestion, PasswordWait> ask_for_password(store::Transaction& tx, const PasswordTry& one,
                                                               Instant now);
/// As `ask_for_password`, of a person who is signed in; counted for that login alone.
std::expected<PasswordQuestion, PasswordWait> ask_own_password(store::Transaction& tx, const PersonId& person,
                                                               const std::string& credential, Instant now);
/// The person has come in: their count begins anew, everywhere.
void forget_tries(store::Transaction& tx, const PersonId& person);
/// Nobody has changed it meanwhile, and the person may come in.
bool is_still_password(store::Transaction& tx, const PersonId& person, const std::string& hash);
/// The same password at other costs. Writes nothing when it was changed meanwhile.
void renew_password(store::Transaction& tx, const PersonId& person, const std::string& before,
                    const std::string& hash);
void set_password(store::Transaction& tx, const PersonId& person, const std::string& hash, Instant now);
void remove_password(store::Transaction& tx, const PersonId& person);
/// When it was set; nothing where there is none.
std::optional<Instant> password_set_at(store::Transaction& tx, const PersonId& person);

/// Whether this browser has signed in whoever has the address, with a password or without. Nobody's device is
/// known for an address that nobody has, or for another's.
bool is_known_device(store::Transaction& tx, const std::string& address, const std::string& device_hash,
                     Instant now);
/// This browser has signed the person in.
void know_device(store::Transaction& tx, const PersonId& person, const std::string& device_hash, Instant now);
void forget_devices(store::Transaction& tx, const PersonId& person);
/// Forgets some of the tries that say nothing any more: of a day ago where they were few, of 14 days else.
void forget_password_tries(store::Transaction& tx, Instant now);

} // namespace interstate::identity
