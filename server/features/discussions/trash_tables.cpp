// What was removed: it lies in the trash for thirty days, can be put back, and then its texts go for good.
#include "base/markdown.hpp"
#include "features/discussions/discussions.hpp"
#include "store/transaction.hpp"

namespace interstate::discussions {
namespace {

constexpr int trash_limit = 200;
constexpr const char* removed_columns =
    "SELECT p.id, p.thread, t.title, p.author, p.at, p.removed_by, p.edited_at, t.stream,"
    " (SELECT v.text FROM post_versions v WHERE v.post = p.id ORDER BY v.revision DESC LIMIT 1)"
    " FROM posts p JOIN threads t ON t.id = p.thread";

struct Row {
    PostId post;
    ThreadId thread;
    std::string title;
    PersonId author;
    Instant at;
    std::optional<PersonId> removed_by;
    Instant removed_at;
    Stream stream;
    std::optional<Prose<0, 20000>> text;
};

RemovedFacts facts_of(store::Transaction& tx, const PostId& post, const Context& context) {
    return {.post = facts_of_post(tx, post, context),
            .text = tx.row<PostText>(
                "SELECT text FROM post_versions WHERE post = ? ORDER BY revision DESC LIMIT 1", post)};
}

} // namespace

RemovedFacts gather(store::Transaction& tx, const RestorePost& command, const Context& context) {
    return facts_of(tx, command.post, context);
}
RemovedFacts gather(store::Transaction& tx, const EmptyPost& command, const Context& context) {
    return facts_of(tx, command.post, context);
}

void record(store::Transaction& tx, const RestorePost& command, const RemovedFacts& facts,
            const PostRestored&, const Context& context, Changes& changes) {
    // Its version stays: by its instants a later removal finds the news that said it.
    tx.run("UPDATE posts SET text = ?, html = ?, renderer = ?, edited_at = ?, revision = revision + 1, "
           "removed = 0,"
           " removed_by = NULL WHERE id = ?",
           *facts.text, render_markdown(facts.text->str()), markdown_version, context.now, command.post);
    tx.run("UPDATE threads SET posts = posts + 1 WHERE id = ?", facts.post.post->thread);
    changes.put(Kind::post, command.post);
    changes.put(Kind::thread, facts.post.post->thread);
}

void record(store::Transaction& tx, const EmptyPost& command, const RemovedFacts& facts, const PostEmptied&,
            const Context& context, Changes&) {
    const auto& post = *facts.post.post;
    // Put back meanwhile, or removed again since: then it has thirty days from then.
    if (!post.removed || context.now < post.edited_at.value_or(post.at) + trash_life) return;
    tx.run("DELETE FROM post_versions WHERE post = ?", command.post);
}

Result<TrashFound> answer(store::Transaction& tx, const Trash& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!permissions::can(who, permissions::Verb::see_extended)) return refuse_not_allowed();
    const auto oldest = context.now - trash_life;
    // Who moderates in a part only: what they may not put back is left out below.
    const bool moderates = permissions::can(who, permissions::Verb::moderate) || !who.within.empty();
    const auto rows =
        moderates
            ? tx.rows<Row>(std::string{removed_columns} +
                               " WHERE p.removed = 1 AND p.edited_at > ? AND t.collaborative = ?"
                               " ORDER BY p.edited_at DESC, p.id DESC LIMIT ?",
                           oldest, query.collaborative, trash_limit)
            : tx.rows<Row>(
                  std::string{removed_columns} +
                      " WHERE p.removed = 1 AND p.author = ? AND p.edited_at > ? AND t.collaborative = ?"
                      " ORDER BY p.edited_at DESC LIMIT ?",
                  who.person, oldest, query.collaborative, trash_limit);
    TrashFound found;
    for (const auto& row : rows) {
        if (!row.text || !permissions::may_follow(tx, who, row.stream)) continue;
        const Post post{.author = row.author, .removed_by = row.removed_by};
        const auto target = permissions::target_of_stream(tx, who, row.stream);
        if (row.author != who.person && !permissions::can(who, permissions::Verb::moderate, target)) continue;
        found.posts.push_back({.post = row.post,
                               .thread = row.thread,
                               .title = row.title,
                               .author = row.author,
                               .at = row.at,
                               .removed_by = row.removed_by,
                               .removed_at = row.removed_at,
                               .gone_at = row.removed_at + trash_life,
                               .text = *row.text,
                               .restorable = may_restore(post, who, target)});
    }
    return found;
}

} // namespace interstate::discussions
