#pragma once
// A mail that was taken and came back later: what a mail server says of it (RFC 3464), as it is piped to
// `interstate bounce`. Anybody can send us one, so it counts only for a mail that we sent to that very
// address.
#include "features/mail/mail.hpp"

namespace interstate::mail {

/// Longer ones are not read.
inline constexpr std::size_t longest_returned = std::size_t{1} << 20U;

struct Returned {
    /// Of the mail that came back: our Message-ID is made of it.
    MailId id;
    /// Folded addresses that it could not be brought to for good: as they were given, and as they were tried.
    std::vector<std::string> addresses;
    /// "5.1.1 smtp; 550 nobody here": one line of printable ASCII.
    std::string answer;
};
/// Nothing for any other message: a delay, a receipt, an answer of somebody who is away.
std::optional<Returned> read_returned(std::string_view message);

/// Ends that mail as bounced, and suppresses its address where that is what the answer is about. False, and
/// nothing is done, where we sent no such mail to that address in the last 30 days, or it came back already.
bool record_returned(store::Transaction& tx, const Returned& returned, Instant now);

} // namespace interstate::mail
