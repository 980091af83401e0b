#pragma once
// The audit: who did what, when, by which way, to whom or what. A row is written in the transaction of what
// it tells of, and never changed. Each holds the hash of the one before it; what was there before and after
// stands apart, behind a salted digest, so that it can be erased and the chain still holds.
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "features/permissions/permissions.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace interstate::store {
class Transaction;
}

namespace interstate::audit {

/// The number of the migration that made its tables.
inline constexpr int first_schema = 17;

/// By which way something was done.
enum class Via {
    web,          ///< somebody in a browser
    api,          ///< a script with somebody's token
    mail_link,    ///< somebody by a link in a mail, without a sign-in
    command_line, ///< somebody on the server's machine
    system        ///< the server itself: time passed, or somebody unknown asked
};
INTERSTATE_DESCRIBE_ENUM(Via, web, api, mail_link, command_line, system)

/// What is to be written.
struct Deed {
    /// Nobody where the server itself acts, and on the machine.
    std::optional<PersonId> actor;
    Via via = Via::system;
    /// The name of a command, or one of the others in `verbs`.
    std::string verb;
    /// A word of Kind, and which one of them.
    std::string target_kind;
    std::optional<Ulid> target;
    std::optional<CommandId> command = {};
    /// JSON texts; empty for nothing.
    std::string before = {}, after = {};
    /// Everybody whom it names besides actor and target.
    std::vector<PersonId> people = {};
    /// In which it was done, where that is said: a person's deed, or one to a person, is of one
    /// collaborative.
    std::optional<CollaborativeId> collaborative = {};
};

/// Writes a row at the end of the chain. `salt` is a fresh secret. Throws std::logic_error for a verb that
/// has no words: it could not be read later.
void add(store::Transaction& tx, const Deed& deed, Instant now, const std::string& salt);

/// What is known of a verb for people: "suspended {}", with the target in the place of the braces; without
/// them for what people do with themselves only.
struct Verb {
    const char* verb;
    const char* words;
};
/// All that can be written, by their names.
const std::vector<Verb>& verbs();

// ---- the chain --------------------------------------------------------------------------------------------

/// A row as the chain is made of it.
struct Link {
    std::int64_t seq = 0;
    Instant at;
    std::optional<PersonId> actor;
    Via via = Via::system;
    std::string verb;
    std::string target_kind;
    std::optional<Ulid> target;
    std::optional<CollaborativeId> collaborative;
    std::optional<OrganisationId> organisation;
    std::optional<SeriesId> series;
    std::optional<CommandId> command;
    std::string body_digest;
    std::string prev_hash;
};
/// 64 lower-case hexadecimal characters. Each member with its length, so that none can pass for two.
std::string hash_of(const Link& link);
std::string digest_of_body(const std::string& salt, const std::string& before, const std::string& after);

/// Where the chain ends: 0 and nothing for an empty one.
struct Head {
    std::int64_t seq = 0;
    std::string hash;
};
Head head(store::Transaction& tx);

/// Reads the whole chain: what is wrong, with the number of the row; empty when all of it holds.
std::string fault_of_chain(store::Transaction& tx);
/// Whether the chain still holds what it ended with once, as a copy remembers it: who cuts off its end and
/// says that it ends there, or writes all of it anew, is found out so.
std::string fault_against(store::Transaction& tx, const Head& once);

// ---- queries ----------------------------------------------------------------------------------------------

/// What was done, the newest first: all of it for administrators, of their own organisation for leads, of
/// series and their meetings for facilitators. With `mine`, for everybody: what they did themselves and what
/// was done to their account.
struct AuditTrail {
    static constexpr const char* name = "audit_trail";
    CollaborativeId collaborative;
    /// Who did it, or whom it names.
    std::optional<PersonId> person;
    std::optional<Text<1, 60>> verb;
    std::optional<Ulid> target;
    /// From this instant on, and before that one.
    std::optional<Instant> from, until;
    std::optional<bool> mine;
    std::optional<Text<1, 60>> cursor;
    /// 1 to 200; 50 when absent.
    std::optional<int> limit;
};
INTERSTATE_DESCRIBE(AuditTrail, collaborative, person, verb, target, from, until, mine, cursor, limit)

struct AuditLine {
    int seq = 0;
    Instant at;
    std::optional<PersonId> actor;
    Via via = Via::system;
    std::string verb;
    std::string target_kind;
    std::optional<Ulid> target;
    std::string actor_name;
    std::string target_name;
    /// "Dana Reyes suspended Lee Park."
    std::string sentence;
};
INTERSTATE_DESCRIBE(AuditLine, seq, at, actor, via, verb, target_kind, target, actor_name, target_name,
                    sentence)
/// A verb that can be asked for, and its words without a target.
struct AuditVerb {
    std::string verb;
    std::string words;
};
INTERSTATE_DESCRIBE(AuditVerb, verb, words)
struct AuditLines {
    std::vector<AuditLine> lines;
    std::optional<std::string> next;
    /// With the first page only.
    std::vector<AuditVerb> verbs;
};
INTERSTATE_DESCRIBE(AuditLines, lines, next, verbs)
Result<AuditLines> answer(store::Transaction&, const AuditTrail&, const Context&);

/// What was there before and after, for whoever sees the row by more than its being about themselves.
struct AuditBody {
    static constexpr const char* name = "audit_body";
    CollaborativeId collaborative;
    int seq = 0;
};
INTERSTATE_DESCRIBE(AuditBody, collaborative, seq)
struct AuditBodyFound {
    /// JSON texts; empty for nothing.
    std::string before, after;
    bool erased = false;
    std::string hash;
};
INTERSTATE_DESCRIBE(AuditBodyFound, before, after, erased, hash)
Result<AuditBodyFound> answer(store::Transaction&, const AuditBody&, const Context&);

/// What was done to an organisation, its people and its things from one instant on and before another, the
/// first first, until `take` says false. How people sign in, and what they
/// asked for as persons, is not among it. Asks for no right.
void read_of_organisation(store::Transaction& tx, const OrganisationId& organisation, Instant from,
                          Instant until, const std::function<bool(const AuditLine&)>& take);

// ---- rules (rules.cpp) ------------------------------------------------------------------------------------

/// "Dana Reyes suspended Lee Park."
std::string sentence_of(const std::string& actor, const std::string& verb, const std::string& target);
/// Who acted where no person did.
std::string name_of(Via via);

} // namespace interstate::audit
