#pragma once
// Mail that a command causes. `record` says whom to tell of what; `app` makes the words and queues the mail
// in the same transaction, so that it leaves if, and only if, what it tells of has happened.
#include "base/described.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"

#include <optional>
#include <string>

namespace interstate {

/// What a mail is for. Those of one purpose reach an address in the order in which they were written.
enum class MailPurpose {
    sign_in,          ///< a code and a link
    confirm_address,  ///< the same, for somebody who asks to join
    invitation,       ///< a link to a seat
    request_waiting,  ///< to who may decide: somebody asks to join
    request_approved, ///< to who asked, with a link
    request_declined, ///< to who asked, with the reason
    seat_taken,       ///< to the contact: a colleague came in by the agency's domain
    renewal_due,      ///< to the leads: the membership year nears its end, or is over
    meeting,          ///< to who is invited: it is announced, moved, changed or cancelled
    renewal_waiting,  ///< to administrators: a state whose membership is over wants to renew
    renewal_decided,  ///< to the leads of such a state: it is a member again, or why not
    requests_waiting, ///< to who may decide: requests to join wait for a week
    request_expired,  ///< to who asked: nobody decided for a month
    step_due,         ///< to the owner of a step: a week before its day, and on it
    handed_over,      ///< to a successor: what is theirs now
    answer_wanted,    ///< to who is invited to a meeting and has not said whether they come
    notice            ///< how the person signs in was changed
};
INTERSTATE_DESCRIBE_ENUM(MailPurpose, sign_in, confirm_address, invitation, request_waiting, request_approved,
                         request_declined, seat_taken, renewal_due, meeting, renewal_waiting, renewal_decided,
                         requests_waiting, request_expired, step_due, handed_over, answer_wanted, notice)

struct Notice {
    MailPurpose purpose = MailPurpose::invitation;
    /// Who is told; nothing for an address that is nobody's here.
    std::optional<PersonId> person;
    /// Where, when there is no person; otherwise theirs is read.
    std::string address;
    /// What it is about: a join request, who left, an organisation (of an invitation: that of the seat), a
    /// meeting, a lane or a collaborative. It is looked at again when the mail is sent: who may not see it
    /// any more gets none (INV-33).
    Ulid about;
    /// A path, with a secret that goes nowhere else where it signs in.
    std::string link;
    /// What else is said; may be empty.
    std::string detail;
    /// Not sent from then on; where absent, in two weeks.
    std::optional<Instant> useless_at;
};

} // namespace interstate
