#include "features/audit/audit.hpp"
#include "store/transaction.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace interstate::audit {
namespace {

constexpr int links_at_a_time = 1000;
constexpr const char* link_columns =
    "SELECT seq, at, actor, via, verb, target_kind, target, collaborative, organisation, series, command,"
    " body_digest, prev_hash";

/// Whose a target is.
struct Owner {
    std::optional<CollaborativeId> collaborative;
    std::optional<OrganisationId> organisation;
    std::optional<SeriesId> series;
};

struct Ownership {
    std::string_view kind;
    const char* sql;
};
// A person is of several collaboratives: see below. What has no row here belongs to the collaborative of who
// did it.
constexpr Ownership ownerships[] = {
    {"collaborative", "SELECT id, NULL, NULL FROM collaboratives WHERE id = ?"},
    {"organisation", "SELECT collaborative, id, NULL FROM organisations WHERE id = ?"},
    {"membership", "SELECT collaborative, id, NULL FROM organisations WHERE id = ?"},
    {"year_goals", "SELECT collaborative, NULL, NULL FROM year_goals WHERE id = ?"},
    {"join_request", "SELECT collaborative, organisation, NULL FROM join_requests WHERE id = ?"},
    {"series", "SELECT collaborative, NULL, id FROM series WHERE id = ?"},
    {"meeting", "SELECT collaborative, NULL, series FROM meetings WHERE id = ?"},
    {"room", "SELECT collaborative, NULL, series FROM meetings WHERE id = ?"},
    {"attendance", "SELECT m.collaborative, a.organisation, m.series FROM attendance a"
                   " JOIN meetings m ON m.id = a.meeting WHERE a.id = ?"},
    {"waiting_guest", "SELECT m.collaborative, NULL, m.series FROM guests g"
                      " JOIN meetings m ON m.id = g.meeting WHERE g.id = ?"},
    {"rsvp", "SELECT m.collaborative, r.organisation, m.series FROM rsvps r"
             " JOIN meetings m ON m.id = r.meeting WHERE r.id = ?"},
    {"action_step", "SELECT collaborative, organisation, series FROM action_steps WHERE id = ?"},
    {"thread", "SELECT collaborative, NULL, NULL FROM threads WHERE id = ?"},
    {"post", "SELECT t.collaborative, NULL, NULL FROM posts p JOIN threads t ON t.id = p.thread"
             " WHERE p.id = ?"},
    {"post_flag", "SELECT collaborative, NULL, NULL FROM post_flags WHERE id = ?"},
    {"objective", "SELECT s.collaborative, NULL, s.id FROM objectives o JOIN series s ON s.id = o.series"
                  " WHERE o.id = ?"},
    {"participation", "SELECT s.collaborative, p.organisation, s.id FROM participations p"
                      " JOIN series s ON s.id = p.series WHERE p.id = ?"},
    {"agenda_item", "SELECT m.collaborative, NULL, m.series FROM agenda_items i"
                    " JOIN meetings m ON m.id = i.meeting WHERE i.id = ?"},
    {"step_link", "SELECT a.collaborative, a.organisation, a.series FROM step_links k"
                  " JOIN action_steps a ON a.id = k.from_step WHERE k.id = ?"},
    {"no_step", "SELECT m.collaborative, n.organisation, m.series FROM no_steps n"
                " JOIN meetings m ON m.id = n.meeting WHERE n.id = ?"}};
/// Of what was thrown away just now.
constexpr const char* ownership_in_trash =
    "SELECT collaborative, NULL, CASE kind WHEN 'series' THEN id ELSE part_of END FROM trash WHERE id = ?";

std::optional<Owner> owner_in(store::Transaction& tx, std::string_view kind, const Ulid& id) {
    const auto* const found = std::ranges::find(ownerships, kind, &Ownership::kind);
    if (found == std::end(ownerships)) return std::nullopt;
    if (auto owner = tx.row<Owner>(found->sql, id)) return owner;
    return tx.row<Owner>(ownership_in_trash, id);
}

/// In the collaborative where it was done; what concerns the account is told where they were last at work.
std::optional<Owner> owner_of_person(store::Transaction& tx, const Ulid& person,
                                     const std::optional<CollaborativeId>& where) {
    return tx.row<Owner>("SELECT collaborative, organisation, NULL FROM seats WHERE person = ?1"
                         " AND (?2 IS NULL OR collaborative = ?2)"
                         " ORDER BY left_at IS NOT NULL OR suspended_at IS NOT NULL, used_at DESC LIMIT 1",
                         person, where);
}

Owner owner_of(store::Transaction& tx, const Deed& deed) {
    if (deed.target)
        if (const auto owner = deed.target_kind == "person"
                                   ? owner_of_person(tx, *deed.target, deed.collaborative)
                                   : owner_in(tx, deed.target_kind, *deed.target))
            return *owner;
    if (deed.collaborative) return {.collaborative = deed.collaborative};
    if (deed.actor)
        if (const auto owner = owner_of_person(tx, *deed.actor, {}))
            return {.collaborative = owner->collaborative};
    return {};
}

void add_person(store::Transaction& tx, const PersonId& person, const Link& link) {
    tx.run("INSERT INTO audit_people (person, at, seq) VALUES (?, ?, ?)", person, link.at, link.seq);
}

/// Each once, and those only who are there.
void add_people(store::Transaction& tx, const Deed& deed, const Link& link) {
    std::set<PersonId> named{deed.people.begin(), deed.people.end()};
    if (deed.actor) named.insert(*deed.actor);
    if (deed.target && deed.target_kind == "person") named.insert(PersonId{*deed.target});
    for (const auto& person : named)
        if (tx.any("SELECT 1 FROM people WHERE id = ?", person)) add_person(tx, person, link);
}

struct StoredLink {
    Link link;
    std::string hash;
    std::optional<std::string> salt, before, after;
    bool erased = false;
};

std::vector<StoredLink> links_after(store::Transaction& tx, std::int64_t seq) {
    // The members of the link are columns of the row: read flat, put together here.
    struct Row {
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
        std::string hash;
        std::optional<std::string> salt, before, after;
        bool erased = false;
    };
    std::vector<StoredLink> links;
    for (auto& row : tx.rows<Row>(std::string{link_columns} +
                                      ", hash, (SELECT salt FROM audit_bodies b WHERE b.seq = a.seq),"
                                      " (SELECT before FROM audit_bodies b WHERE b.seq = a.seq),"
                                      " (SELECT after FROM audit_bodies b WHERE b.seq = a.seq),"
                                      " EXISTS (SELECT 1 FROM audit_erased e WHERE e.seq = a.seq)"
                                      " FROM audit a WHERE seq > ? ORDER BY seq LIMIT ?",
                                  seq, links_at_a_time))
        links.push_back({.link = {.seq = row.seq,
                                  .at = row.at,
                                  .actor = row.actor,
                                  .via = row.via,
                                  .verb = std::move(row.verb),
                                  .target_kind = std::move(row.target_kind),
                                  .target = row.target,
                                  .collaborative = row.collaborative,
                                  .organisation = row.organisation,
                                  .series = row.series,
                                  .command = row.command,
                                  .body_digest = std::move(row.body_digest),
                                  .prev_hash = std::move(row.prev_hash)},
                         .hash = std::move(row.hash),
                         .salt = std::move(row.salt),
                         .before = std::move(row.before),
                         .after = std::move(row.after),
                         .erased = row.erased});
    return links;
}

std::string fault_of_body(const StoredLink& one) {
    if (one.salt)
        return digest_of_body(*one.salt, *one.before, *one.after) == one.link.body_digest
                   ? ""
                   : "what it says of before and after was changed";
    return one.erased ? "" : "what it said of before and after is gone, and nobody erased it";
}

std::string fault_of_link(const StoredLink& one, const Head& before) {
    if (one.link.seq != before.seq + 1) return "number " + std::to_string(before.seq + 1) + " is missing";
    const auto number = "number " + std::to_string(one.link.seq) + ": ";
    if (one.link.prev_hash != before.hash) return number + "does not follow from the one before it";
    if (hash_of(one.link) != one.hash) return number + "was changed";
    const auto fault = fault_of_body(one);
    return fault.empty() ? "" : number + fault;
}

} // namespace

Head head(store::Transaction& tx) {
    return tx.row<Head>("SELECT seq, hash FROM audit_head WHERE one = 1").value_or(Head{});
}

void add(store::Transaction& tx, const Deed& deed, Instant now, const std::string& salt) {
    if (std::ranges::find(verbs(), deed.verb, [](const Verb& verb) { return std::string_view{verb.verb}; }) ==
        verbs().end())
        throw std::logic_error{"the audit has no words for " + deed.verb};
    const auto last = head(tx);
    const auto owner = owner_of(tx, deed);
    const Link link{.seq = last.seq + 1,
                    .at = now,
                    .actor = deed.actor,
                    .via = deed.via,
                    .verb = deed.verb,
                    .target_kind = deed.target_kind,
                    .target = deed.target,
                    .collaborative = owner.collaborative,
                    .organisation = owner.organisation,
                    .series = owner.series,
                    .command = deed.command,
                    .body_digest = digest_of_body(salt, deed.before, deed.after),
                    .prev_hash = last.hash};
    const auto hash = hash_of(link);
    tx.run(
        "INSERT INTO audit (seq, at, actor, via, verb, target_kind, target, collaborative, organisation,"
        " series, command, body_digest, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        link.seq, link.at, link.actor, link.via, link.verb, link.target_kind, link.target, link.collaborative,
        link.organisation, link.series, link.command, link.body_digest, link.prev_hash, hash);
    tx.run("INSERT INTO audit_bodies (seq, salt, before, after) VALUES (?, ?, ?, ?)", link.seq, salt,
           deed.before, deed.after);
    tx.run("UPDATE audit_head SET seq = ?, hash = ? WHERE one = 1", link.seq, hash);
    add_people(tx, deed, link);
}

std::string fault_of_chain(store::Transaction& tx) {
    Head before;
    std::vector<StoredLink> some;
    do {
        some = links_after(tx, before.seq);
        for (const auto& one : some) {
            if (const auto fault = fault_of_link(one, before); !fault.empty()) return fault;
            before = {one.link.seq, one.hash};
        }
    } while (!some.empty());
    if (const auto end = head(tx); end.seq != before.seq || end.hash != before.hash)
        return "ends at number " + std::to_string(before.seq) + ", and should at " + std::to_string(end.seq);
    return {};
}

std::string fault_against(store::Transaction& tx, const Head& once) {
    if (once.seq == 0) return {};
    const auto now = tx.row<std::string>("SELECT hash FROM audit WHERE seq = ?", once.seq);
    if (now == once.hash) return {};
    return "number " + std::to_string(once.seq) + (now ? " is another than it was" : " is gone");
}

} // namespace interstate::audit
