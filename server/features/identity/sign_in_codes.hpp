#pragma once
// Signing in by a code that is mailed. Whether an address is known shows in nothing that is answered. Secrets
// arrive here as digests only (base/secret.hpp).
#include "features/identity/identity.hpp"

#include <expected>

namespace interstate::identity {

/// How long a code can be used, and the link beside it: longer than an address ever waits for the next
/// (`pause_between_codes`), so that nobody is locked out by others who ask for codes in their place.
inline constexpr Millis code_life = std::chrono::minutes{15};
inline constexpr Millis link_life = std::chrono::hours{2};
/// So many wrong codes may be tried with one ticket: five of a million.
inline constexpr int most_wrong_codes = 5;
/// So many wrong codes a day are taken from all strangers together, of each kind apart (CodeFor); beyond that
/// only links work until the day is over. Whoever guesses all day, whatever addresses they know, has 200 of a
/// million tries: one hit in thirteen years. Known devices go on, and are counted in another place: the front
/// door bounds what one device, and one network, may get wrong (app/allowances.hpp).
inline constexpr int most_wrong_codes_a_day = 200;
/// So many codes an hour are made for everybody together: six hundred people, three times.
inline constexpr int most_codes_an_hour = 2000;

/// What the front door has made for somebody who asks.
struct NewCode {
    std::string address;
    std::string ticket_hash;
    std::string code_hash;
    std::string link_hash;
    /// Asked for by a device that is known for the address, within what it may ask for by itself: it waits
    /// for nobody.
    bool of_known_device = false;
};
/// Until when somebody must wait for another code.
struct CodeWait {
    Instant until;
    /// Not for this address alone: too many are made for everybody.
    bool everybody = false;
};
/// To whom the code is to be mailed.
struct CodeRecipient {
    PersonId person;
    PersonName name;
    MailAddress address;
};
enum class CodeFault {
    wrong, ///< more may be tried
    over   ///< used, expired, or tried too often; or there never was one
};

/// Whose a code is: a person's who signs in, somebody's who asks to join, somebody's who links an identity
/// (providers.hpp), or nobody's.
struct CodeOwner {
    std::optional<PersonId> person;
    std::optional<JoinRequestId> request;
    std::optional<std::string> linking = {};
    /// To which it went, as addresses are compared; told of one that was found right.
    std::string address = {};
};
enum class CodeFor { signing_in, joining, linking };
/// Who tries one: strangers are stopped where too many were wrong, whoever tried them.
enum class Guesser { stranger, known_device };

// ---- rules (sign_in_codes_rules.cpp) ----------------------------------------------------------------------

/// How long an address waits after so many codes within a day (from 1): 30 seconds, then twice as long each
/// time, at most an hour: some thirty mails a day.
Millis pause_between_codes(int asked);

// ---- tables (sign_in_codes_tables.cpp) -----------------------------------------------------------------

/// Keeps the new code; earlier ones stay good. Gives to whom it is to be mailed: nobody for an address that
/// is unknown, or whose person is not active. Where the address, or everybody, must wait, nothing is kept,
/// and the error says until when: for unknown addresses too.
std::expected<std::optional<CodeRecipient>, CodeWait> ask_for_code(store::Transaction& tx,
                                                                   const NewCode& code, Instant now);
/// Until when this code must wait, for its address or for everybody; nothing when it need not.
std::optional<CodeWait> code_waits_until(store::Transaction& tx, const NewCode& code, Instant now);
void keep_code(store::Transaction& tx, const NewCode& code, const CodeOwner& owner, Instant now);
/// Whose code this is, if it is for that. Uses it up; a stranger's wrong one counts.
std::expected<CodeOwner, CodeFault> try_code(store::Transaction& tx, CodeFor what,
                                             const std::string& ticket_hash, const std::string& code_hash,
                                             Instant now, Guesser who = Guesser::stranger);
/// Whose code this is who signs in. Uses it up; a stranger's wrong one counts.
std::expected<PersonId, CodeFault> use_code(store::Transaction& tx, const std::string& ticket_hash,
                                            const std::string& code_hash, Instant now,
                                            Guesser who = Guesser::stranger);
/// Whether the code that was asked for with this ticket went to an address that the device is known for.
bool is_code_of_known_device(store::Transaction& tx, const std::string& ticket_hash,
                             const std::string& device_hash, Instant now);
/// Whose link this is, beside a code or of an invitation, while it can still be used. Uses nothing up: a mail
/// scanner that opens links does no harm.
std::optional<PersonId> peek_link(store::Transaction& tx, const std::string& link_hash, Instant now);
/// Uses the link up; nothing when it is unknown, used, over, or its person is no longer active.
std::optional<PersonId> use_link(store::Transaction& tx, const std::string& link_hash, Instant now);
/// Ends every code and link of one, as after a restore: what was used since the copy would be good again.
void end_codes(store::Transaction& tx);
/// Forgets some of what was asked for a day ago.
void forget_codes(store::Transaction& tx, Instant now);

} // namespace interstate::identity
