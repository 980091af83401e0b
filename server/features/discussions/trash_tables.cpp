// What was removed: it lies in the trash for thirty days, can be put back, and then its texts go for good.
#include "base/markdown.hpp"
#include "features/discussions/flags.hpp"
#include "store/transaction.hpp"

namespace interstate::discussions {
namespace {

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
    forget_taken(tx, command.post, changes);
}

void record(store::Transaction& tx, const EmptyPost&, const RemovedFacts&, const PostEmptied& emptied,
            const Context&, Changes&) {
    if (emptied.post) tx.run("DELETE FROM post_versions WHERE post = ?", *emptied.post);
}

} // namespace interstate::discussions
