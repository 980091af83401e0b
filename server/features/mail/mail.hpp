#pragma once
// Mail on its way out. It is written here first, sent later by the postman (workers/), at least once, and
// kept for 30 days without its words.
#include "base/described.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace interstate::store {
class Transaction;
}

namespace interstate::mail {

/// What a mail is for. Those of one purpose reach an address in the order in which they were written.
enum class Purpose {
    sign_in, ///< a code and a link
    notice   ///< how the person signs in was changed
};
INTERSTATE_DESCRIBE_ENUM(Purpose, sign_in, notice)

enum class Status {
    queued,
    sent,    ///< a mail server has taken it
    failed,  ///< refused for now too often
    bounced, ///< refused for good
    outdated ///< it came to be useless before a mail server took it
};
INTERSTATE_DESCRIBE_ENUM(Status, queued, sent, failed, bounced, outdated)

/// What is said in it: one line, and the same as text and as HTML.
struct Words {
    std::string subject;
    std::string plain;
    std::string html;
};

/// A mail as it is queued.
struct Mail {
    MailId id;
    /// Who it is for; nothing for an address that is nobody's here. Nobody who has left is sent any (INV-33).
    std::optional<PersonId> person;
    std::string address;
    Purpose purpose = Purpose::sign_in;
    Words words;
    /// Not sent from then on.
    Instant useless_at;
};

/// A mail as the postman takes it.
struct Letter {
    MailId id;
    std::string address;
    Words words;
    Instant made_at;
    Instant useless_at;
};

/// What a mail server said to a letter.
enum class Delivery {
    accepted,
    refused_for_now,
    refused_for_good,
    no_server ///< there is none, it is not who it should be, or it takes nothing from us: no letter's fault
};
INTERSTATE_DESCRIBE_ENUM(Delivery, accepted, refused_for_now, refused_for_good, no_server)

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

// ---- tables (tables.cpp) ----------------------------------------------------------------------------------

void queue(store::Transaction& tx, const Mail& mail, Instant now);
/// What may be sent now, the longest due first: of each address and purpose the oldest only, and nothing to
/// who has left.
std::vector<Letter> due(store::Transaction& tx, Instant now, int limit);
/// Writes down what became of it; the words go once it is over. Says nothing of a mail that is over already.
void record(store::Transaction& tx, const Report& report, Instant now);
/// Ends all that waits, as after a restore: it may have been sent since the copy was made.
void end_queued(store::Transaction& tx, Instant now);
/// Ends what came to be useless; forgets some of what was made 30 days ago.
void tidy(store::Transaction& tx, Instant now);

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

} // namespace interstate::mail
