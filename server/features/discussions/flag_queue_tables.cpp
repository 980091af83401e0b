// What waits for who moderates, and what was decided lately.
#include "features/discussions/flags.hpp"
#include "store/transaction.hpp"

#include <algorithm>
#include <map>

namespace interstate::discussions {
namespace {

using permissions::can;
using permissions::Verb;

/// What others decide, and what one wrote oneself, is passed over: bounded too.
constexpr int posts_looked_at = 2000;
constexpr std::size_t posts_shown = 100;
constexpr int flags_shown = 20;

/// There is a place where this person moderates.
bool moderates(const permissions::Standing& who) {
    return can(who, Verb::moderate) ||
           std::ranges::any_of(who.within, [&](const permissions::RoleWithin& part) {
               return part.scope == permissions::RoleScope::series &&
                      can(who, Verb::moderate, {.series = SeriesId{part.subject}});
           });
}

/// What of the collaborative is for this person to decide; streams are asked about once.
class Desk {
  public:
    Desk(store::Transaction& tx, const permissions::Standing& who) : tx_{tx}, who_{who} {}

    bool is_for(const Stream& stream, const PersonId& author) {
        if (author == who_.person) return false;
        const auto [known, fresh] = decides_.try_emplace(stream, false);
        if (fresh)
            known->second = permissions::may_follow(tx_, who_, stream) &&
                            can(who_, Verb::moderate, permissions::target_of_stream(tx_, who_, stream));
        return known->second;
    }

  private:
    store::Transaction& tx_;
    const permissions::Standing& who_;
    std::map<Stream, bool> decides_;
};

struct Waiting {
    PostId post;
    Stream stream;
    PersonId author;
    int count = 0;
};

FlaggedPost flagged_post(store::Transaction& tx, const Waiting& waiting) {
    struct Row {
        ThreadId thread;
        ThreadTitle title;
        int number = 1;
        Instant at;
        std::optional<Instant> edited_at;
        int revision = 1;
        std::string html;
    };
    auto row = tx.row<Row>("SELECT p.thread, t.title, p.number, p.at, p.edited_at, p.revision, p.html"
                           " FROM posts p JOIN threads t ON t.id = p.thread WHERE p.id = ?",
                           waiting.post)
                   .value();
    return {.post = waiting.post,
            .thread = row.thread,
            .title = std::move(row.title),
            .stream = waiting.stream,
            .number = row.number,
            .author = waiting.author,
            .at = row.at,
            .edited_at = row.edited_at,
            .revision = row.revision,
            .html = std::move(row.html),
            .count = waiting.count,
            .flags = tx.rows<Flag>("SELECT id, flagged_by, flagged_at, reason, words FROM post_flags"
                                   " WHERE post = ? AND status = 'open' ORDER BY flagged_at, id LIMIT ?",
                                   waiting.post, flags_shown)};
}

std::vector<FlaggedPost> waiting_for(store::Transaction& tx, const CollaborativeId& collaborative,
                                     Desk& desk) {
    std::vector<FlaggedPost> found;
    for (const auto& one : tx.rows<Waiting>(
             "SELECT f.post, t.stream, p.author, count(*) FROM post_flags f JOIN posts p ON p.id = f.post"
             " JOIN threads t ON t.id = p.thread WHERE f.collaborative = ? AND f.status = 'open'"
             " GROUP BY f.post, t.stream, p.author ORDER BY min(f.flagged_at), f.post LIMIT ?",
             collaborative, posts_looked_at))
        if (found.size() < posts_shown && desk.is_for(one.stream, one.author))
            found.push_back(flagged_post(tx, one));
    return found;
}

std::vector<DecidedPost> decided_in(store::Transaction& tx, const CollaborativeId& collaborative,
                                    Desk& desk) {
    struct Row {
        PostId post;
        ThreadId thread;
        ThreadTitle title;
        Stream stream;
        int number = 1;
        PersonId author;
        FlagStatus outcome = FlagStatus::kept;
        Instant decided_at;
        std::optional<PersonId> decided_by;
        int count = 0;
    };
    std::vector<DecidedPost> found;
    for (auto& row : tx.rows<Row>(
             "SELECT f.post, p.thread, t.title, t.stream, p.number, p.author, f.status, f.decided_at,"
             " f.decided_by, count(*) FROM post_flags f JOIN posts p ON p.id = f.post"
             " JOIN threads t ON t.id = p.thread WHERE f.collaborative = ? AND f.decided_by IS NOT NULL"
             " AND f.decided_at > 0 GROUP BY f.post, p.thread, t.title, t.stream, p.number, p.author,"
             " f.status, f.decided_at, f.decided_by ORDER BY f.decided_at DESC, f.post LIMIT ?",
             collaborative, posts_looked_at))
        if (found.size() < posts_shown && desk.is_for(row.stream, row.author))
            found.push_back({row.post, row.thread, std::move(row.title), row.number, row.author, row.outcome,
                             row.decided_at, row.decided_by, row.count});
    return found;
}

} // namespace

Result<FlaggedPostsFound> answer(store::Transaction& tx, const FlaggedPosts& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!moderates(who)) return refuse_not_allowed();
    Desk desk{tx, who};
    return FlaggedPostsFound{.waiting = waiting_for(tx, query.collaborative, desk),
                             .decided = decided_in(tx, query.collaborative, desk)};
}

} // namespace interstate::discussions
