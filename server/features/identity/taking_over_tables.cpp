// What ties somebody to the work of others, and is nobody's duty: their place in topics
// (features/discussions), what they offer and want help with, drafts that they began (features/exchanges,
// features/meetings).
#include "features/identity/profiles.hpp"
#include "features/identity/sign_in.hpp"
#include "store/transaction.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

constexpr int drafts_shown = 100;

/// How far they read it; where they only wrote in it, up to their last post.
constexpr const char* followed_columns =
    "SELECT t.id, t.stream, t.title, coalesce((SELECT m.number FROM read_marks m WHERE m.person = ?1"
    " AND m.thread = t.id), (SELECT max(p.number) FROM posts p WHERE p.thread = t.id AND p.author = ?1), 0)"
    " FROM threads t WHERE ";

std::vector<Followed> followed_by(store::Transaction& tx, const PersonId& person,
                                  const CollaborativeId& collaborative) {
    auto all = tx.rows<Followed>(
        std::string{followed_columns} +
            "t.collaborative = ?2 AND t.current = 1 AND t.id IN (SELECT thread FROM read_marks WHERE person "
            "= ?1"
            " UNION SELECT id FROM threads WHERE started_by = ?1) ORDER BY t.last_at DESC, t.id",
        person, collaborative);
    // Who wrote without having read is found by the threads: posts have no index by author, on purpose.
    const auto who = permissions::standing_of(tx, person, collaborative);
    for (const auto& stream : permissions::streams_seen(tx, who,
                                                        {{StreamKind::extended, collaborative},
                                                         {StreamKind::collaborative, collaborative},
                                                         {StreamKind::organisation, who.organisation}}))
        for (auto& one :
             tx.rows<Followed>(std::string{followed_columns} +
                                   "t.stream = ?2 AND t.current = 1 AND EXISTS (SELECT 1 FROM posts p"
                                   " WHERE p.thread = t.id AND p.author = ?1) ORDER BY t.last_at DESC, t.id",
                               person, stream))
            if (std::ranges::find(all, one.thread, &Followed::thread) == all.end())
                all.push_back(std::move(one));
    return all;
}

Entries entries_shown(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative) {
    auto profile = find(tx, person, collaborative, As<Profile>{});
    return profile ? Entries{std::move(profile->offers), std::move(profile->wants)} : Entries{};
}

/// Where they read on their own, that stands: what they did not see themselves stays new to them.
void pass_topics(store::Transaction& tx, const RetirePerson& command, const LeavingFacts& facts,
                 const Context& context, Changes& changes) {
    for (const auto& topic : facts.readable)
        if (const auto mark = tx.row<Ulid>("INSERT INTO read_marks (id, person, thread, number)"
                                           " VALUES (?, ?, ?, ?) ON CONFLICT (person, thread) DO NOTHING"
                                           " RETURNING id",
                                           context.new_id<Id<struct ReadMarkTag>>(), command.successor,
                                           topic.thread, topic.number))
            changes.put(Kind::read_mark, *mark);
}

} // namespace

void gather_ties(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
                 const std::optional<PersonId>& successor, LeavingFacts& facts) {
    facts.followed = followed_by(tx, person, collaborative);
    facts.entries = entries_shown(tx, person, collaborative);
    if (!successor) return;
    const auto who = permissions::standing_of(tx, successor, collaborative);
    for (const auto& topic : facts.followed)
        if (permissions::may_follow(tx, who, topic.stream)) facts.readable.push_back(topic);
    if (places_of(tx, *successor).size() != 1) return;
    auto own = find(tx, *successor, As<OwnProfile>{});
    facts.of_successor = own ? Entries{std::move(own->offers), std::move(own->wants)} : Entries{};
}

void pass_ties(store::Transaction& tx, const RetirePerson& command, const LeavingFacts& facts,
               const Context& context, Changes& changes) {
    pass_topics(tx, command, facts, context, changes);
    if (facts.of_successor && !facts.entries.empty())
        set_entries(tx, *command.successor, command.collaborative,
                    taken_over(*facts.of_successor, facts.entries), changes);
    if (places_of(tx, command.person).empty())
        tx.run("DELETE FROM profile_entries WHERE person = ?", command.person);
}

std::vector<BegunDraft> drafts_begun_by(store::Transaction& tx, const PersonId& person,
                                        const permissions::Standing& reader) {
    if (!permissions::can(reader, permissions::Verb::see_staff)) return {};
    return tx.rows<BegunDraft>(
        "SELECT 'series', s.id, s.title FROM audit a JOIN series s ON s.id = a.target AND s.state = 'draft'"
        " WHERE a.actor = ?1 AND a.verb = 'create_series' AND s.collaborative = ?2"
        " UNION SELECT 'session', m.id, m.title FROM audit a JOIN meetings m ON m.id = a.target"
        " AND m.state = 'draft' WHERE a.actor = ?1 AND a.verb = 'schedule_meeting' AND m.collaborative = ?2"
        " ORDER BY 3 LIMIT ?3",
        person, reader.collaborative, drafts_shown);
}

} // namespace interstate::identity
