#pragma once
// Links in mails that do one thing for one person, without a sign-in (N15). Looking at one changes nothing;
// pressing its button does what it says, once, and after that it says what was done (INV-34). It gives no
// session. The secret is in the mail only: here is its digest.
#include "base/described.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace interstate::store {
class Transaction;
}

namespace interstate::action_links {

/// What is done by it.
enum class ActionVerb {
    answer_yes, ///< of a meeting
    answer_maybe,
    answer_no,
    update_step ///< of a lane, by its owner
};
INTERSTATE_DESCRIBE_ENUM(ActionVerb, answer_yes, answer_maybe, answer_no, update_step)

/// Where a link leads: the secret stands behind it.
inline constexpr std::string_view path = "/answer/";
/// A step can be updated by its link for so long after its due date.
inline constexpr Millis step_link_after_due = std::chrono::days{30};
/// So many that are over are forgotten with each new one.
inline constexpr int forgotten_at_once = 20;

struct ActionLink {
    PersonId person;
    ActionVerb verb = ActionVerb::answer_yes;
    /// The meeting or lane.
    Ulid target;
    std::optional<Instant> used_at;
    /// What was said by it: a word of the answer, or of the step's status. Empty for nothing yet.
    std::string answered;
};

struct NewLink {
    std::string secret_hash;
    PersonId person;
    ActionVerb verb = ActionVerb::answer_yes;
    Ulid target;
    Instant expires_at;
};

void make(store::Transaction& tx, const NewLink& link, Instant now);
/// Nothing for one that was never made, or that is over by its time.
std::optional<ActionLink> look_at(store::Transaction& tx, const std::string& secret_hash, Instant now);
/// What it is about is still the person's to answer: of a step, the part that they own.
bool is_theirs(store::Transaction& tx, const ActionLink& link);
/// There is still something to do by it: a finished step is not opened again by a mail.
bool is_open(store::Transaction& tx, const ActionLink& link);
/// Once; what was said.
void use(store::Transaction& tx, const std::string& secret_hash, std::string_view answered, Instant now);

} // namespace interstate::action_links
