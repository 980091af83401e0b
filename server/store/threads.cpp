#include "store/threads.hpp"

#include "base/trash.hpp"
#include "store/due_items.hpp"

namespace interstate::store {
namespace {

struct Moved {
    ThreadId id;
    CollaborativeId collaborative;
    Stream from;
};

/// Told to its staff for the collaborative, or to who moderates a series for that.
void tell_queue(Transaction& tx, const Ulid& id, const Stream& stream, Changes& changes) {
    tx.run("INSERT INTO flag_queues (id, stream, changes) VALUES (?, ?, 1)"
           " ON CONFLICT (id) DO UPDATE SET changes = flag_queues.changes + 1",
           id, stream);
    changes.put(Kind::flag_queue, id);
}

void end_flags(Transaction& tx, const ThreadId& thread, const Context& context, Changes& changes) {
    struct Row {
        Ulid flag, post;
    };
    for (const auto& one :
         tx.rows<Row>("UPDATE post_flags SET status = 'gone', decided_at = ? WHERE status = 'open'"
                      " AND post IN (SELECT id FROM posts WHERE thread = ?) RETURNING id, post",
                      context.now, thread)) {
        changes.put(Kind::post_flag, one.flag);
        leave_due(tx, {context.now + trash_life, "forget_flags", one.post});
    }
}

/// What waits leaves one queue for another, or for none; what was decided goes along.
void move_flags(Transaction& tx, const Moved& thread, const Stream& to, const Context& context,
                Changes& changes) {
    if (!tx.any("SELECT 1 FROM posts p JOIN post_flags f ON f.post = p.id WHERE p.thread = ?", thread.id))
        return;
    if (!is_moderated(to)) end_flags(tx, thread.id, context, changes);
    tell_flag_queues(tx, thread.collaborative, thread.from, changes);
    if (to.kind == StreamKind::series)
        tell_queue(tx, to.subject, {StreamKind::moderators, to.subject}, changes);
}

} // namespace

bool is_moderated(const Stream& stream) {
    return stream.kind != StreamKind::organisation && stream.kind != StreamKind::meeting;
}

void tell_flag_queues(Transaction& tx, const CollaborativeId& collaborative, const Stream& stream,
                      Changes& changes) {
    tell_queue(tx, collaborative, {StreamKind::staff, collaborative}, changes);
    if (stream.kind == StreamKind::series)
        tell_queue(tx, stream.subject, {StreamKind::moderators, stream.subject}, changes);
}

void move_threads(Transaction& tx, Kind anchor, const Ulid& anchor_id, const Stream& to,
                  const Context& context, Changes& changes) {
    for (const auto& thread :
         tx.rows<Moved>("SELECT id, collaborative, stream FROM threads WHERE anchor = ? AND anchor_id = ?"
                        " AND stream <> ? ORDER BY id",
                        anchor, anchor_id, to)) {
        tx.run("UPDATE threads SET stream = ? WHERE id = ?", to, thread.id);
        changes.remove(thread.from, Kind::thread, thread.id);
        changes.put(Kind::thread, thread.id);
        move_flags(tx, thread, to, context, changes);
    }
}

} // namespace interstate::store
