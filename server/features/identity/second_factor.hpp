#pragma once
// The second factor: codes of a telephone (base/one_time_code.hpp), and recovery codes for the day without
// it. Asked for after whatever else somebody signs in by.
#include "features/identity/sign_in.hpp"

#include <expected>
#include <string>
#include <vector>

namespace interstate::identity {

/// Between the first factor and the second one: long enough to find an app for the telephone.
inline constexpr Millis half_sign_in_life = std::chrono::minutes{30};
/// So many wrong codes may be typed in it; then the first factor is shown anew.
inline constexpr int most_wrong_in_half = 5;
/// A secret that is shown to be set up is another one afterwards.
inline constexpr Millis offer_life = std::chrono::hours{1};
inline constexpr std::size_t recovery_codes_made = 10;

/// What stands between the first factor and a login.
enum class SecondStep {
    none,
    show,  ///< there is a second factor
    set_up ///< there is none, and this person must have one (administrators and facilitators, in real use)
};
enum class SecondFault {
    wrong, ///< more may be tried
    wait,  ///< wrong ones were tried too often
    over   ///< there is none, or in this half sign-in no more may be tried
};
struct HalfSignIn {
    PersonId person;
    bool shared = false;
    /// Where to go afterwards.
    std::string next;
    SecondStep step = SecondStep::show;
    /// How the first factor was shown.
    SignInBy by = {};
    /// What is linked once the second one is shown too (providers.hpp).
    std::optional<std::string> linking = {};
};
struct SecondFactor {
    Instant since;
    /// Recovery codes that are still good.
    int recovery_codes = 0;
};

// ---- rules (second_factor_rules.cpp) ----------------------------------------------------------------------

/// As it is compared: without blanks and dashes, in lower case.
std::string cleaned_code(std::string_view typed);
/// Which 30 seconds this code is of: those of `now`, or the ones before or after, since clocks differ.
/// Nothing where it is of none of these, or not after `last_step`: no code is taken twice.
std::optional<std::int64_t> step_of_code(const std::string& secret, std::string_view code,
                                         std::int64_t last_step, Instant now);
/// How long the next try waits after so many in a row: nothing at first, then a second, and twice as long
/// each time, at most an hour.
Millis pause_before_code(int tried);

// ---- tables (second_factor_tables.cpp) --------------------------------------------------------------------

SecondStep second_step_of(store::Transaction& tx, const PersonId& person);

void begin_half(store::Transaction& tx, const std::string& ticket_hash, const HalfSignIn& half, Instant now);
/// Nothing where it is over, or its person may not come in any more.
std::optional<HalfSignIn> half_of(store::Transaction& tx, const std::string& ticket_hash, Instant now);
/// Counts a wrong code; false when no more may be tried.
bool count_wrong_in_half(store::Transaction& tx, const std::string& ticket_hash);
void end_half(store::Transaction& tx, const std::string& ticket_hash);
void end_halves(store::Transaction& tx, const PersonId& person);
/// Forgets some of those that are over.
void forget_halves(store::Transaction& tx, Instant now);

/// The secret to set up, the same for as long as it is offered. Nothing for who has a second factor.
std::optional<std::string> offer_second_factor(store::Transaction& tx, const PersonId& person, Instant now);
/// The secret that is offered to set up now; nothing where none is, or a second factor is on.
std::optional<std::string> offered_second_factor(store::Transaction& tx, const PersonId& person, Instant now);
/// It is on from now, with these recovery codes, if the code is of the secret that was offered.
std::expected<void, SecondFault> confirm_second_factor(store::Transaction& tx, const PersonId& person,
                                                       std::string_view typed,
                                                       const std::vector<std::string>& recovery_codes,
                                                       Instant now);
/// A code of the telephone, or a recovery code: that one is used up.
std::expected<void, SecondFault> use_second_factor(store::Transaction& tx, const PersonId& person,
                                                   std::string_view typed, Instant now);
std::optional<SecondFactor> second_factor_of(store::Transaction& tx, const PersonId& person);
/// Instead of those that are left. They are kept as digests.
void set_recovery_codes(store::Transaction& tx, const PersonId& person,
                        const std::vector<std::string>& codes);
/// The recovery codes go with it.
void remove_second_factor(store::Transaction& tx, const PersonId& person);
/// After a restore: what was used since the copy would be good again. The telephones' codes of now are over,
/// and so are recovery codes and half sign-ins.
void end_used_codes(store::Transaction& tx, Instant now);

} // namespace interstate::identity
