#pragma once
// Addresses that gave mail back: nothing is sent there unasked until somebody says so.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "features/mail/mail.hpp"
#include "features/permissions/permissions.hpp"

namespace interstate::mail {

// ---- commands ---------------------------------------------------------------------------------------------

/// Mail is sent to this person's address again; by an administrator, or a lead of their agency.
struct LiftSuppression {
    static constexpr const char* name = "lift_suppression";
    PersonId person;
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(LiftSuppression, person, collaborative)
struct SuppressionLifted {
    static constexpr const char* name = "suppression_lifted";
};
INTERSTATE_DESCRIBE_EMPTY(SuppressionLifted)

// ---- queries ----------------------------------------------------------------------------------------------

/// Whether mail to this person's address comes back; for those who may lift it.
struct MailComesBack {
    static constexpr const char* name = "mail_comes_back";
    PersonId person;
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(MailComesBack, person, collaborative)
struct ComesBack {
    /// Absent where mail is taken, as far as anybody knows.
    std::optional<Instant> since;
    /// What a mail server said; empty where mail is taken.
    std::string answer;
};
INTERSTATE_DESCRIBE(ComesBack, since, answer)
Result<ComesBack> answer(store::Transaction&, const MailComesBack&, const Context&);

// ---- rules (suppression_rules.cpp) ------------------------------------------------------------------------

struct LiftFacts {
    permissions::Standing who;
    /// Of the person in the same collaborative.
    permissions::Standing person;
    bool suppressed = false;
};
/// Who adds people to an agency looks after their addresses.
bool may_look_after(const permissions::Standing& who, const permissions::Standing& person);
Result<SuppressionLifted> decide(const LiftSuppression&, const LiftFacts&, const Context&);

// ---- tables (suppression_tables.cpp) ----------------------------------------------------------------------

LiftFacts gather(store::Transaction&, const LiftSuppression&, const Context&);
void record(store::Transaction&, const LiftSuppression&, const LiftFacts&, const SuppressionLifted&,
            const Context&, Changes&);

/// One line of the operator's list.
struct Suppression {
    std::string address;
    Instant since;
    std::string answer;
};
void suppress(store::Transaction& tx, const std::string& address, const std::string& answer, Instant now);
/// Where it is suppressed: gives whether it was.
bool lift(store::Transaction& tx, const std::string& address);
/// The same for the address of a person.
void lift_for(store::Transaction& tx, const PersonId& person);
/// The newest first.
std::vector<Suppression> suppressed(store::Transaction& tx, int limit);
/// After a year an address is tried again.
void forget_suppressed(store::Transaction& tx, Instant now);

} // namespace interstate::mail
