#include "features/erasure/erasure.hpp"
#include "store/journal.hpp"
#include "store/transaction.hpp"

#include <algorithm>
#include <set>

namespace interstate::erasure {
namespace {

/// What is looked for and must be nowhere any more.
struct Named {
    PersonId person;
    std::string name, address, folded;
};

/// Also where they have left.
std::vector<CollaborativeId> seated_in(store::Transaction& tx, const PersonId& person) {
    return tx.rows<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ? ORDER BY collaborative",
                                    person);
}

/// The news of the last week said their name here.
std::vector<Stream> streams_that_named(store::Transaction& tx, const PersonId& person) {
    std::vector<Stream> streams{{StreamKind::person, person}};
    for (const auto& at : seated_in(tx, person))
        for (const auto kind : {StreamKind::extended, StreamKind::collaborative, StreamKind::staff})
            streams.push_back({kind, at});
    for (const auto& meeting :
         tx.rows<Ulid>("SELECT DISTINCT meeting FROM attendance WHERE person = ?", person))
        for (const auto kind : {StreamKind::meeting, StreamKind::present, StreamKind::hosts})
            streams.push_back({kind, meeting});
    return streams;
}

void blank_person(store::Transaction& tx, const Named& named) {
    const auto nobody = "erased " + named.person.str();
    tx.run("UPDATE people SET name = ?, address = 'erased', address_folded = ?, theme = 'system',"
           " density = 'comfortable', shortcuts = 1, last_visit = 0, this_visit = 0, seen_at = 0,"
           " zone = coalesce((SELECT o.zone FROM seats s JOIN organisations o ON o.id = s.organisation"
           " WHERE s.person = people.id ORDER BY s.left_at DESC LIMIT 1), zone) WHERE id = ?",
           former_member, nobody, named.person);
    tx.run("UPDATE seats SET title = '', function = '' WHERE person = ?", named.person);
    tx.run("UPDATE affiliations SET title = '' WHERE person = ?", named.person);
}

void blank_attendance(store::Transaction& tx, const Named& named, Changes& changes) {
    for (const auto& id : tx.rows<Ulid>("UPDATE attendance SET name = ? WHERE person = ? RETURNING id",
                                        former_member, named.person))
        changes.put(Kind::attendance, id);
}

/// A hand-over writes both names into the history of each step (features/identity/hand_over_tables.cpp);
/// words that people write are theirs.
void blank_hand_overs(store::Transaction& tx, const Named& named, Changes& changes) {
    struct Line {
        Ulid id, step;
    };
    for (const auto& line :
         tx.rows<Line>("UPDATE step_updates SET text = replace(text, ?1, ?2) WHERE id > ''"
                       " AND (instr(text, ?1 || ' has left. ') = 1 OR instr(text, ' has left. ' || ?1 ||"
                       " ' owns this step from now on.') > 0) RETURNING id, step",
                       named.name, former_member)) {
        changes.put(Kind::step_update, line.id);
        if (const auto home = tx.row<Stream>("SELECT stream FROM action_steps WHERE id = ?", line.step))
            changes.start_over(*home);
    }
}

std::vector<Ulid> join_requests_of(store::Transaction& tx, const Named& named) {
    auto ids = tx.rows<Ulid>("SELECT id FROM join_requests WHERE person = ?", named.person);
    for (const auto& id :
         tx.rows<Ulid>("SELECT id FROM join_requests WHERE address_folded = ?", named.folded))
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    return ids;
}

void blank_join_requests(store::Transaction& tx, const std::vector<Ulid>& ids, Changes& changes) {
    for (const auto& id : ids) {
        tx.run("UPDATE join_requests SET name = ?, address = 'erased', address_folded = ?, title = '', "
               "function = '',"
               " statement = '', reason = '' WHERE id = ?",
               former_member, "erased " + id.str(), id);
        if (tx.any("SELECT 1 FROM join_requests WHERE id = ? AND status <> 'submitted'", id))
            changes.put(Kind::join_request, id);
    }
}

/// Mail to others that speaks of them: what waits is not sent, and no subject keeps the name.
void forget_in_mail(store::Transaction& tx, const Named& named) {
    tx.run("DELETE FROM mail WHERE address_folded = ?", named.folded);
    tx.run("UPDATE mail SET status = 'outdated', plain = '', html = '', calendar = '' WHERE status = 'queued'"
           " AND next_at > 0 AND (instr(plain, ?1) > 0 OR instr(html, ?1) > 0 OR instr(plain, ?2) > 0)",
           named.name, named.address);
    tx.run("UPDATE mail SET subject = replace(subject, ?1, ?2) WHERE made_at > 0 AND instr(subject, ?1) > 0",
           named.name, former_member);
    tx.run("UPDATE mail SET answer = '' WHERE made_at > 0 AND instr(answer, ?) > 0", named.address);
}

/// What the audit says of before and after, where it names them. The chain keeps the digests.
void forget_in_audit(store::Transaction& tx, const Named& named, const std::vector<Ulid>& requests,
                     Instant now) {
    auto rows = tx.rows<std::int64_t>("SELECT seq FROM audit_people WHERE person = ?", named.person);
    for (const auto& id : requests)
        for (const auto seq : tx.rows<std::int64_t>("SELECT seq FROM audit WHERE target = ?", id))
            rows.push_back(seq);
    for (const auto seq : std::set<std::int64_t>{rows.begin(), rows.end()}) {
        tx.run("INSERT INTO audit_erased (seq, at) VALUES (?, ?) ON CONFLICT (seq) DO NOTHING", seq, now);
        tx.run("DELETE FROM audit_bodies WHERE seq = ?", seq);
    }
}

/// Half an hour at most, and told apart by an address as it was typed.
void forget_half_linked(store::Transaction& tx, const Named& named) {
    for (const auto& ticket : tx.rows<std::string>(
             "SELECT ticket_hash FROM unlinked_identities WHERE begun_at > 0 AND lower(address) = ?",
             named.folded)) {
        tx.run("DELETE FROM sign_in_codes WHERE linking = ?", ticket);
        tx.run("UPDATE half_sign_ins SET linking = NULL WHERE linking = ?", ticket);
        tx.run("DELETE FROM unlinked_identities WHERE ticket_hash = ?", ticket);
    }
}

void delete_rows(store::Transaction& tx, const Named& named) {
    for (const auto& holding : holdings()) {
        if (holding.fate != Fate::goes || std::string_view{holding.column} == "address") continue;
        const bool by_address = std::string_view{holding.column} == "address_folded";
        tx.run("DELETE FROM " + std::string{holding.table} + " WHERE " + holding.column + " = ?",
               by_address ? named.folded : named.person.str());
    }
}

void erase(store::Transaction& tx, const PersonId& person, Instant now, Changes& changes) {
    struct Row {
        std::string name, address, folded;
    };
    const auto row = tx.row<Row>("SELECT name, address, address_folded FROM people WHERE id = ?", person);
    if (!row) return;
    const Named named{person, row->name, row->address, row->folded};
    const auto requests = join_requests_of(tx, named);
    blank_attendance(tx, named, changes);
    blank_join_requests(tx, requests, changes);
    blank_hand_overs(tx, named, changes);
    forget_half_linked(tx, named);
    delete_rows(tx, named);
    forget_in_mail(tx, named);
    forget_in_audit(tx, named, requests, now);
    blank_person(tx, named);
    tx.run("INSERT INTO erasures (person, at) VALUES (?, ?)", person, now);
    for (const auto& at : seated_in(tx, person)) changes.put(Kind::person, person, at);
    changes.put(Kind::settings, person);
    for (const auto& stream : streams_that_named(tx, person)) changes.start_over(stream);
}

} // namespace

ErasureFacts gather(store::Transaction& tx, const ErasePerson& command, const Context& context) {
    struct Row {
        Text<1, 120> name;
        bool active = false, left = false, erased = false, elsewhere = false;
        int holds = 0;
    };
    ErasureFacts facts{.who = permissions::standing_of(tx, context.actor, command.collaborative)};
    const auto row = tx.row<Row>(
        "SELECT p.name, p.active = 1 AND s.left_at IS NULL AND s.suspended_at IS NULL, s.left_at IS NOT NULL,"
        " EXISTS (SELECT 1 FROM erasures WHERE person = p.id),"
        " EXISTS (SELECT 1 FROM seats e WHERE e.person = p.id AND e.collaborative <> s.collaborative"
        " AND e.left_at IS NULL),"
        " (SELECT count(*) FROM step_lanes l WHERE l.owner = p.id"
        " AND l.status NOT IN ('completed', 'set_aside', 'declined'))"
        " FROM people p JOIN seats s ON s.person = p.id WHERE p.id = ? AND s.collaborative = ?",
        command.person, command.collaborative);
    if (!row) return facts;
    facts.known = true;
    facts.name = row->name;
    facts.active = row->active;
    facts.left = row->left;
    facts.erased = row->erased;
    facts.elsewhere = row->elsewhere;
    facts.holds = row->holds;
    return facts;
}

AskingFacts gather(store::Transaction& tx, const AskForErasure& command, const Context& context) {
    return {.who = permissions::standing_of(tx, context.actor, command.collaborative)};
}

void record(store::Transaction& tx, const ErasePerson& command, const ErasureFacts&, const PersonErased&,
            const Context& context, Changes& changes) {
    erase(tx, command.person, context.now, changes);
}

void record(store::Transaction& tx, const AskForErasure& command, const AskingFacts&, const ErasureAsked&,
            const Context& context, Changes& changes) {
    if (command.asks)
        tx.run("INSERT INTO erasure_requests (person, at) VALUES (?, ?) ON CONFLICT (person) DO NOTHING",
               command.person, context.now);
    else
        tx.run("DELETE FROM erasure_requests WHERE person = ?", command.person);
    changes.put(Kind::settings, command.person);
}

Result<ErasureRequestsFound> answer(store::Transaction& tx, const ErasureRequests& query,
                                    const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!who.active) return refuse_not_allowed();
    const bool all = permissions::can(who, permissions::Verb::erase_people);
    ErasureRequestsFound found;
    found.requests = tx.rows<ErasureRequest>(
        "SELECT r.person, r.at FROM erasure_requests r JOIN seats s ON s.person = r.person"
        " WHERE r.person > '' AND s.collaborative = ? AND (? OR r.person = ?) ORDER BY r.at LIMIT 200",
        query.collaborative, all, who.person);
    if (all)
        found.erased = tx.rows<PersonId>("SELECT e.person FROM erasures e JOIN seats s ON s.person = e.person"
                                         " WHERE e.person > '' AND s.collaborative = ? LIMIT 2000",
                                         query.collaborative);
    return found;
}

std::vector<Erased> erasures(store::Transaction& tx) {
    return tx.rows<Erased>("SELECT person, at FROM erasures WHERE person > '' ORDER BY at, person");
}

std::vector<PersonId> erase_again(store::Transaction& tx, const std::vector<Erased>& list,
                                  const Context& context) {
    std::vector<PersonId> done;
    Changes changes;
    for (const auto& one : list) {
        const bool due = tx.any("SELECT 1 FROM people WHERE id = ?", one.person) &&
                         !tx.any("SELECT 1 FROM erasures WHERE person = ?", one.person);
        if (!due) continue;
        // Somebody of an older copy may still have had access in it.
        tx.run("UPDATE people SET active = 0 WHERE id = ?", one.person);
        tx.run("UPDATE seats SET left_at = ?, primary_contact = 0 WHERE person = ? AND left_at IS NULL",
               one.at, one.person);
        tx.run("UPDATE rsvps SET ended_at = ?1 WHERE person = ?2 AND ended_at IS NULL AND meeting IN"
               " (SELECT r.meeting FROM rsvps r JOIN meetings m ON m.id = r.meeting WHERE r.person = ?2"
               " AND m.state IN ('announced', 'live'))",
               one.at, one.person);
        erase(tx, one.person, one.at, changes);
        done.push_back(one.person);
    }
    for (const auto& stream : changes.started_over()) store::start_over(tx, stream, context);
    return done;
}

} // namespace interstate::erasure
