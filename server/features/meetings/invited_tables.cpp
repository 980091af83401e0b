#include "features/meetings/meetings.hpp"
#include "store/transaction.hpp"

namespace interstate::meetings {

std::vector<PersonId> invited_to(store::Transaction& tx, const MeetingId& meeting) {
    const auto collaborative = permissions::collaborative_of_meeting(tx, meeting);
    if (!collaborative) return {};
    auto people =
        tx.rows<PersonId>("SELECT s.person FROM seats s JOIN people p ON p.id = s.person AND p.active = 1"
                          " WHERE s.collaborative = ? AND s.left_at IS NULL AND s.suspended_at IS NULL ORDER "
                          "BY s.person LIMIT 2000",
                          *collaborative);
    std::erase_if(people, [&](const PersonId& person) {
        const auto who = permissions::standing_of(tx, person, *collaborative);
        return !permissions::can(who, permissions::Verb::raise_hand,
                                 permissions::target_of_meeting(tx, who, meeting));
    });
    return people;
}

void tell_invited(store::Transaction& tx, const MeetingId& meeting, Changes& changes) {
    if (!tx.any("SELECT 1 FROM meetings WHERE id = ? AND announced_at IS NOT NULL"
                " AND state IN ('announced', 'cancelled')",
                meeting))
        return;
    for (const auto& person : invited_to(tx, meeting))
        changes.notify({.purpose = MailPurpose::meeting, .person = person, .about = meeting});
}

} // namespace interstate::meetings
