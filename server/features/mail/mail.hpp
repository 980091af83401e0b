#pragma once
// Mail on its way out. It is written here first, sent later by the postman (workers/), at least once, and
// kept for 30 days without its words.
#include "base/described.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/notice.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interstate::store {
class Transaction;
}

namespace interstate::mail {

using Purpose = MailPurpose;

enum class Status {
    queued,
    held,       ///< was queued when the copy was made that we were restored from: the operator decides
    sent,       ///< a mail server has taken it
    failed,     ///< refused for now too often
    bounced,    ///< refused for good, or taken and given back later
    suppressed, ///< not tried: its address gave mail back
    withheld,   ///< not sent: its reader may not see any more what it tells of
    outdated    ///< it came to be useless before a mail server took it
};
INTERSTATE_DESCRIBE_ENUM(Status, queued, held, sent, failed, bounced, suppressed, withheld, outdated)

/// What is said in it: one line, and the same as text and as HTML.
struct Words {
    std::string subject;
    std::string plain;
    std::string html;
    /// A meeting for the reader's calendar (RFC 5545, with its METHOD); empty for none.
    std::string calendar;
};

/// A mail as it is queued.
struct Mail {
    MailId id;
    /// Who it is for; nothing for an address that is nobody's here. Nobody who has left is sent any (INV-33),
    /// and no code to sign in with goes to nobody: see Delivery::for_nobody.
    std::optional<PersonId> person;
    std::string address;
    Purpose purpose = Purpose::sign_in;
    /// What it tells of (Notice::about); nothing where only the reader matters.
    std::optional<Ulid> about = std::nullopt;
    Words words;
    /// Not sent from then on.
    Instant useless_at;
};

/// What a mail server said to a letter, or why none was asked.
enum class Delivery {
    accepted,
    refused_for_now,
    refused_for_good,
    no_such_address, ///< refused for good, and any other mail to that address would be
    no_server,  ///< there is none, it is not who it should be, or it takes nothing from us: no letter's fault
    suppressed, ///< the address gave mail back earlier
    withheld,   ///< the reader may not see any more what it tells of
    for_nobody  ///< a code for an address that nobody has: written only so that asking takes the same for all
};
INTERSTATE_DESCRIBE_ENUM(Delivery, accepted, refused_for_now, refused_for_good, no_such_address, no_server,
                         suppressed, withheld, for_nobody)

/// A mail as the postman takes it.
struct Letter {
    MailId id;
    std::string address;
    Words words;
    Instant made_at;
    Instant useless_at;
    /// Not handed over after all, and why.
    std::optional<Delivery> kept_back = std::nullopt;
};

struct Report {
    MailId id;
    Delivery delivery = Delivery::no_server;
    /// For the operator; one line.
    std::string answer;
};

// ---- rules (rules.cpp) ------------------------------------------------------------------------------------

/// A mail that was refused for now is tried so often.
inline constexpr int most_attempts = 5;
/// How long it then waits, after so many refusals (from 1): five minutes, then four times as long each time.
/// Nothing when there were enough.
std::optional<Millis> pause_after(int attempts);
/// How long all mail waits where there was no server so many times in a row (from 1): 5 seconds, then twice
/// as long each time, at most 10 minutes. However long that lasts, no mail is given up for it.
Millis pause_without_server(int times);

/// Where a mail stands.
struct Fate {
    Status status = Status::queued;
    int attempts = 0;
    Instant next_at;
};
/// What becomes of a queued mail. One that found no server is not counted as tried, but lets others go first:
/// it may be this one that the server does not answer to.
Fate fate_of(const Fate& before, Delivery delivery, Instant now);
/// Asked for by its reader, or about the way they sign in: sent to an address that gave mail back, too.
bool is_asked_for(Purpose purpose);
/// Whether a refusal for good of a recipient (RFC 5321: "550 5.1.1 …") is about that address: not where it
/// says that the mailbox is full, or that the mail server does not want us.
bool is_about_address(std::string_view answer);

// ---- tables (tables.cpp) ----------------------------------------------------------------------------------

void queue(store::Transaction& tx, const Mail& mail, Instant now);
/// What may be sent now, the longest due first: of each address and purpose the oldest only. What its reader
/// may not see any more is among them, kept back (INV-33), and so is what goes to a suppressed address.
std::vector<Letter> due(store::Transaction& tx, Instant now, int limit);
/// Writes down what became of it; the words go once it is over, and what was for nobody goes as a whole. Says
/// nothing of a mail that is over already.
void record(store::Transaction& tx, const Report& report, Instant now);
/// Ends all that waits, as after the restore of an old copy: it may have been sent since that was made.
void end_queued(store::Transaction& tx, Instant now);
/// After a restore: what waits may have been sent since the copy was made, so the operator decides about it.
/// Codes are over.
void hold_queued(store::Transaction& tx, Instant now);
/// How many are held.
int count_held(store::Transaction& tx);
/// What is held waits for the postman again, or is over; gives how many.
int release_held(store::Transaction& tx, Instant now);
int drop_held(store::Transaction& tx, Instant now);
/// Ends what came to be useless; forgets some of what was made 30 days ago.
void tidy(store::Transaction& tx, Instant now);

// ---- who may read it (access_tables.cpp) ------------------------------------------------------------------

/// May this person see at this moment what a mail of this purpose tells of (INV-33)? Where it is about
/// nothing, they must be active.
bool may_read(store::Transaction& tx, const PersonId& person, Purpose purpose,
              const std::optional<Ulid>& about);

/// One line of the operator's list.
struct Entry {
    MailId id;
    std::string address;
    Purpose purpose = Purpose::sign_in;
    std::string subject;
    std::string plain;
    Status status = Status::queued;
    int attempts = 0;
    Instant made_at;
    std::string answer;
};
/// The newest first.
std::vector<Entry> newest(store::Transaction& tx, int limit);
/// What is held, the newest first.
std::vector<Entry> held(store::Transaction& tx, int limit);

} // namespace interstate::mail
