// What one holds goes to another. The owner of a step, the host of a room and the history are other features'
// tables: a seat that is left without them would leave what is open without anybody.
#include "features/identity/join_requests.hpp"
#include "features/identity/leaving.hpp"
#include "store/transaction.hpp"

namespace interstate::identity {
namespace {

PersonName name_of(store::Transaction& tx, const PersonId& person) {
    return tx.row<PersonName>("SELECT name FROM people WHERE id = ?", person).value();
}

void pass_steps(store::Transaction& tx, const RetirePerson& command, const LeavingFacts& facts,
                const Context& context, Changes& changes) {
    struct Row {
        LaneId lane;
        StepId step;
        std::string status;
    };
    const auto words = facts.name.str() + " has left. " + name_of(tx, *command.successor).str() +
                       " owns this step from now on.";
    for (const auto& row : tx.rows<Row>("SELECT id, step, status FROM step_lanes WHERE owner = ?"
                                        " AND organisation = ? AND status NOT IN ('completed', 'set_aside',"
                                        " 'declined') ORDER BY step, id",
                                        command.person, facts.organisation)) {
        const auto update = context.new_id<StepUpdateId>();
        tx.run(
            "INSERT INTO step_updates (id, step, lane, author, at, from_status, to_status, text, number)"
            " SELECT ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(number), 0) + 1 FROM step_updates WHERE step = ?",
            update, row.step, row.lane, context.actor, context.now, row.status, row.status, words, row.step);
        tx.run("UPDATE step_lanes SET owner = ? WHERE id = ?", command.successor, row.lane);
        // An edit that still names the old owner is shown what changed.
        tx.run("UPDATE action_steps SET revision = revision + 1 WHERE id = ?", row.step);
        changes.put(Kind::step_update, update);
        changes.put(Kind::lane, row.lane);
        changes.put(Kind::action_step, row.step);
    }
}

void pass_rooms(store::Transaction& tx, const RetirePerson& command, Changes& changes) {
    std::optional<PersonId> host;
    if (command.successor &&
        permissions::can(permissions::standing_of(tx, command.successor, command.collaborative),
                         permissions::Verb::run_room))
        host = command.successor;
    for (const auto& room :
         tx.rows<MeetingId>("SELECT r.id FROM rooms r JOIN meetings m ON m.id = r.id WHERE r.host = ?"
                            " AND r.state = 'open' AND m.collaborative = ?",
                            command.person, command.collaborative)) {
        tx.run("UPDATE rooms SET host = ? WHERE id = ?", host, room);
        changes.put(Kind::room, room);
    }
}

/// To come, or under way.
void end_answers(store::Transaction& tx, const RetirePerson& command, const LeavingFacts& facts,
                 const Context& context, Changes& changes) {
    struct Row {
        RsvpId id;
        MeetingId meeting;
        std::string answer;
    };
    for (const auto& row :
         tx.rows<Row>("UPDATE rsvps SET ended_at = ?1 WHERE person = ?2 AND ended_at IS NULL"
                      " AND meeting IN (SELECT m.id FROM rsvps r JOIN meetings m"
                      " ON m.id = r.meeting WHERE r.person = ?2 AND m.collaborative = ?3"
                      " AND (m.state = 'live' OR (m.state = 'announced'"
                      " AND m.starts_at + m.minutes * 60000 > ?1))) RETURNING id, meeting, answer",
                      context.now, command.person, command.collaborative)) {
        changes.remove({StreamKind::person, command.person}, Kind::rsvp, row.id);
        changes.put(Kind::rsvp_counts, row.meeting);
        if (!command.successor || row.answer == "no") continue;
        if (tx.any("SELECT 1 FROM rsvps WHERE meeting = ? AND person = ? AND ended_at IS NULL"
                   " AND to_confirm = 0",
                   row.meeting, command.successor))
            continue;
        const auto ends_at = tx.row<Instant>("SELECT starts_at + minutes * 60000 FROM meetings WHERE id = ?"
                                             " AND state = 'announced'",
                                             row.meeting);
        if (ends_at)
            changes.notify({.purpose = MailPurpose::answer_wanted,
                            .person = command.successor,
                            .about = row.meeting,
                            .detail = facts.name.str(),
                            .useless_at = ends_at});
    }
}

/// Only who leads and reads mail there vouches for a domain.
void pass_domain(store::Transaction& tx, const RetirePerson& command, const LeavingFacts& facts,
                 const Context& context) {
    for (const auto& domain :
         tx.rows<std::string>("SELECT domain FROM organisation_domains WHERE organisation = ? AND"
                              " confirmed_by = ?",
                              facts.organisation, command.person)) {
        const auto address =
            tx.row<std::string>("SELECT p.address_folded FROM people p JOIN role_grants g ON g.person = p.id"
                                " AND g.collaborative = ? AND g.role = 'state_lead' WHERE p.id = ?",
                                command.collaborative, command.successor);
        if (address && domain_of(*address) == domain)
            tx.run("UPDATE organisation_domains SET confirmed_by = ?, confirmed_at = ?"
                   " WHERE organisation = ? AND domain = ?",
                   command.successor, context.now, facts.organisation, domain);
        else
            tx.run("DELETE FROM organisation_domains WHERE organisation = ? AND domain = ?",
                   facts.organisation, domain);
    }
}

/// An administrator's word for the domain of another agency is an administrator's still: of who succeeds, of
/// who retires them, or of another; where all others are suspended it ends.
void pass_word(store::Transaction& tx, const RetirePerson& command, const LeavingFacts& facts,
               const Context& context) {
    const auto confirmed = tx.rows<OrganisationId>(
        "SELECT d.organisation FROM organisation_domains d JOIN organisations o ON o.id = d.organisation"
        " WHERE d.confirmed_by = ? AND d.organisation <> ? AND o.collaborative = ?",
        command.person, facts.organisation, command.collaborative);
    if (confirmed.empty()) return;
    const auto administrator = tx.row<PersonId>(
        "SELECT s.person FROM role_grants g JOIN seats s ON s.person = g.person"
        " AND s.collaborative = g.collaborative AND s.left_at IS NULL AND s.suspended_at IS NULL"
        " JOIN people p ON p.id = s.person AND p.active = 1"
        " WHERE s.collaborative = ?1 AND g.role = 'administrator' AND s.person <> ?2"
        " ORDER BY s.person IS NOT ?3, s.person IS NOT ?4, s.person LIMIT 1",
        command.collaborative, command.person, command.successor, context.actor);
    for (const auto& organisation : confirmed)
        if (administrator)
            tx.run("UPDATE organisation_domains SET confirmed_by = ? WHERE organisation = ? AND confirmed_by "
                   "= ?",
                   *administrator, organisation, command.person);
        else
            tx.run("DELETE FROM organisation_domains WHERE organisation = ? AND confirmed_by = ?",
                   organisation, command.person);
}

void change_role(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
                 Role from, Role to) {
    tx.run("DELETE FROM role_grants WHERE person = ? AND collaborative = ? AND role = ?", person,
           collaborative, from);
    tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, ?, ?)"
           " ON CONFLICT (person, collaborative, role) DO UPDATE SET role = excluded.role",
           person, to, collaborative);
}

} // namespace

void pass_duty(store::Transaction& tx, const CollaborativeId& collaborative,
               const std::optional<PersonId>& from, const std::optional<PersonId>& to, bool contact,
               bool lead) {
    const auto is_contact = [&](const PersonId& person, bool contact_now) {
        tx.run("UPDATE seats SET primary_contact = ? WHERE person = ? AND collaborative = ?", contact_now,
               person, collaborative);
    };
    // First the one, then the other: an organisation has one contact (INV-3).
    if (contact && from) is_contact(*from, false);
    if (contact && to) is_contact(*to, true);
    if (!lead) return;
    if (from && tx.any("SELECT 1 FROM role_grants WHERE person = ? AND collaborative = ?"
                       " AND role = 'state_lead'",
                       *from, collaborative))
        change_role(tx, *from, collaborative, Role::state_lead, Role::state_member);
    if (to) change_role(tx, *to, collaborative, Role::state_member, Role::state_lead);
}

void hand_over(store::Transaction& tx, const RetirePerson& command, const LeavingFacts& facts,
               const Context& context, Changes& changes) {
    if (command.successor) pass_steps(tx, command, facts, context, changes);
    pass_rooms(tx, command, changes);
    end_answers(tx, command, facts, context, changes);
    pass_domain(tx, command, facts, context);
    pass_word(tx, command, facts, context);
}

std::vector<Unheld> open_without_holder(store::Transaction& tx) {
    // Who has access there: the same six times, since a common table would be read anew each time too.
    const std::string holds =
        " EXISTS (SELECT 1 FROM seats s JOIN people p ON p.id = s.person AND p.active = 1"
        " WHERE s.left_at IS NULL AND s.suspended_at IS NULL AND s.person = ";
    const std::string seated = " EXISTS (SELECT 1 FROM seats s WHERE s.left_at IS NULL AND s.person = ";
    std::vector<Unheld> all;
    const auto look = [&](const std::string& sql) {
        for (auto& one : tx.rows<Unheld>(sql + " LIMIT 1000")) all.push_back(std::move(one));
    };
    look("SELECT 'step', a.title, h.name," + seated + "l.owner AND s.organisation = l.organisation)" +
         " FROM step_lanes l JOIN action_steps a ON a.id = l.step JOIN people h ON h.id = l.owner"
         " WHERE l.status NOT IN ('completed', 'set_aside', 'declined') AND NOT" +
         holds + "l.owner AND s.organisation = l.organisation)");
    look("SELECT 'contact', o.name, h.name, c.left_at IS NULL FROM seats c JOIN organisations o"
         " ON o.id = c.organisation JOIN people h ON h.id = c.person"
         " WHERE c.primary_contact = 1 AND c.left_at IS NULL AND NOT" +
         holds + "c.person AND s.collaborative = c.collaborative)");
    look("SELECT 'domain', d.domain, h.name," + seated +
         "d.confirmed_by AND s.collaborative = o.collaborative) FROM organisation_domains d"
         " JOIN organisations o ON o.id = d.organisation JOIN people h ON h.id = d.confirmed_by WHERE NOT" +
         holds + "d.confirmed_by AND s.collaborative = o.collaborative)");
    look("SELECT 'room', m.title, h.name," + seated +
         "r.host AND s.collaborative = m.collaborative) FROM rooms r JOIN meetings m ON m.id = r.id JOIN "
         "people h ON h.id = r.host"
         " WHERE r.state = 'open' AND NOT" +
         holds + "r.host AND s.collaborative = m.collaborative)");
    look("SELECT 'answer to the invitation to', m.title, h.name," + seated +
         "a.person AND s.collaborative = m.collaborative) FROM rsvps a JOIN meetings m ON m.id = a.meeting"
         " JOIN people h ON h.id = a.person WHERE a.ended_at IS NULL AND (m.state = 'live'"
         " OR (m.state = 'announced' AND m.starts_at + m.minutes * 60000 > unixepoch() * 1000))"
         " AND NOT" +
         holds + "a.person AND s.collaborative = m.collaborative)");
    look("SELECT CASE e.side WHEN 'offers' THEN 'offer' ELSE 'wish for help with' END, e.text, h.name," +
         seated + "e.person) FROM profile_entries e JOIN people h ON h.id = e.person WHERE NOT" + holds +
         "e.person)");
    return all;
}

} // namespace interstate::identity
