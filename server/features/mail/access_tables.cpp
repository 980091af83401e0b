// Who may read a mail when it is sent: rights change while it waits.
#include "features/mail/mail.hpp"
#include "features/permissions/permissions.hpp"
#include "store/transaction.hpp"

#include <algorithm>

namespace interstate::mail {
namespace {

using permissions::can;
using permissions::Verb;

/// Where the person has access. Who has it in several reads of each what they may read there: what a mail is
/// about is of one.
std::vector<permissions::Standing> places_of(store::Transaction& tx, const PersonId& person) {
    std::vector<permissions::Standing> places;
    for (const auto& collaborative : tx.rows<CollaborativeId>(
             "SELECT s.collaborative FROM seats s JOIN people p ON p.id = s.person AND p.active = 1"
             " WHERE s.person = ? AND s.left_at IS NULL AND s.suspended_at IS NULL",
             person))
        places.push_back(permissions::standing_of(tx, person, collaborative));
    return places;
}

struct OfRequest {
    CollaborativeId collaborative;
    std::optional<OrganisationId> organisation;
    bool waits = false;
};

/// Those who decide about requests of that agency.
bool decides(const permissions::Standing& who, const OfRequest& request) {
    const bool own = request.organisation == who.organisation;
    return request.collaborative == who.collaborative && can(who, Verb::add_people, {.own = own}) &&
           (own || can(who, Verb::admit_members));
}

std::optional<OfRequest> request_of(store::Transaction& tx, const Ulid& id) {
    return tx.row<OfRequest>(
        "SELECT collaborative, organisation, status = 'confirmed' FROM join_requests WHERE id = ?", id);
}

bool is_here(store::Transaction& tx, const permissions::Standing& who, const Ulid& organisation) {
    return tx.any("SELECT 1 FROM organisations WHERE id = ? AND collaborative = ?", organisation,
                  who.collaborative);
}

/// Who left had a seat of the same organisation.
bool sat_together(store::Transaction& tx, const permissions::Standing& who, const Ulid& leaver) {
    return tx.any("SELECT 1 FROM seats WHERE person = ? AND collaborative = ? AND organisation = ?", leaver,
                  who.collaborative, who.organisation);
}

/// The step is still theirs, open, and due on the day that was told; and they want to be told.
bool reminds_of(store::Transaction& tx, const permissions::Standing& who, const Ulid& lane) {
    const auto stream = tx.row<Stream>(
        "SELECT a.stream FROM step_lanes l JOIN action_steps a ON a.id = l.step JOIN people p ON p.id = "
        "l.owner WHERE l.id = ? AND l.owner = ? AND p.step_mails = 1"
        " AND l.status IN ('not_started', 'on_track', 'at_risk', 'blocked')"
        " AND EXISTS (SELECT 1 FROM step_reminders r WHERE r.lane = l.id AND r.due_on = l.due_on)",
        lane, who.person);
    return stream && permissions::may_follow(tx, who, *stream);
}

/// It is still ahead, they may still come, and have not said whether they do.
bool is_waited_for(store::Transaction& tx, const permissions::Standing& who, const Ulid& meeting) {
    return tx.any("SELECT 1 FROM meetings WHERE id = ? AND state = 'announced'", meeting) &&
           !tx.any("SELECT 1 FROM rsvps WHERE meeting = ? AND person = ? AND to_confirm = 0"
                   " AND ended_at IS NULL",
                   meeting, who.person) &&
           permissions::may_follow(tx, who, {StreamKind::meeting, meeting}) &&
           can(who, Verb::rsvp, permissions::target_of_meeting(tx, who, MeetingId{meeting}));
}

bool may_read(store::Transaction& tx, const permissions::Standing& who, Purpose purpose, const Ulid& about) {
    switch (purpose) {
    case Purpose::request_waiting:
    case Purpose::seat_taken: {
        const auto request = request_of(tx, about);
        return request && decides(who, *request) && (request->waits || purpose == Purpose::seat_taken);
    }
    case Purpose::requests_waiting:
        return about == who.collaborative && can(who, Verb::add_people, {.own = true});
    case Purpose::renewal_due:
    case Purpose::renewal_decided:
        return about == who.organisation && can(who, Verb::renew_membership, {.own = true});
    case Purpose::renewal_waiting:
        return can(who, Verb::admit_members) && is_here(tx, who, about);
    case Purpose::meeting:
        return permissions::may_follow(tx, who, {StreamKind::meeting, about});
    case Purpose::answer_wanted:
        return is_waited_for(tx, who, about);
    case Purpose::step_due:
        return reminds_of(tx, who, about);
    case Purpose::handed_over:
        return can(who, Verb::see_extended) && sat_together(tx, who, about);
    case Purpose::invitation:
        // Of before seats were many it names the person.
        return about == who.organisation || about == who.person;
    case Purpose::request_approved: {
        const auto request = request_of(tx, about);
        return request && request->collaborative == who.collaborative;
    }
    default:
        return true; // about the way they sign in
    }
}

} // namespace

bool may_read(store::Transaction& tx, const PersonId& person, Purpose purpose,
              const std::optional<Ulid>& about) {
    if (!about || is_asked_for(purpose))
        return tx.any("SELECT 1 FROM people WHERE id = ? AND active = 1", person);
    return std::ranges::any_of(places_of(tx, person), [&](const permissions::Standing& who) {
        return may_read(tx, who, purpose, *about);
    });
}

} // namespace interstate::mail
