// A step that is shown to others than before takes along all that lives with it. So this writes what
// features/discussions reads: where threads are at home, and flags that nobody decides about any more.
#include "base/trash.hpp"
#include "features/action_steps/tables.hpp"
#include "store/due_items.hpp"
#include "store/journal.hpp"

#include <set>

namespace interstate::action_steps {
namespace {

void move(const Stream& from, Kind kind, const Ulid& id, Changes& changes) {
    changes.remove(from, kind, id);
    changes.put(kind, id);
}

/// Nobody moderates what only one state's team reads: what was flagged there waits for nobody.
void close_flags(store::Transaction& tx, const ThreadId& thread, const Stream& from, const Context& context,
                 Changes& changes) {
    struct Row {
        Ulid flag, post;
    };
    const auto closed =
        tx.rows<Row>("UPDATE post_flags SET status = 'gone', decided_at = ? WHERE status = 'open'"
                     " AND post IN (SELECT id FROM posts WHERE thread = ?) RETURNING id, post",
                     context.now, thread);
    if (closed.empty()) return;
    for (const auto& one : closed) {
        changes.put(Kind::post_flag, one.flag);
        store::leave_due(tx, {context.now + trash_life, "forget_flags", one.post});
    }
    for (const auto& queue :
         tx.rows<Ulid>("UPDATE flag_queues SET changes = changes + 1 WHERE id = ?"
                       " OR id = (SELECT collaborative FROM threads WHERE id = ?) RETURNING id",
                       from.subject, thread))
        changes.put(Kind::flag_queue, queue);
}

/// Their posts come by query: nobody knows how many there are, so they are not named.
void move_threads(store::Transaction& tx, const StepId& step, const Stream& from, const Stream& to,
                  const Context& context, Changes& changes) {
    const auto threads = tx.rows<ThreadId>(
        "SELECT id FROM threads WHERE anchor = 'action_step' AND anchor_id = ? ORDER BY id", step);
    for (const auto& thread : threads) {
        tx.run("UPDATE threads SET stream = ? WHERE id = ?", to, thread);
        move(from, Kind::thread, thread, changes);
        if (to.kind == StreamKind::organisation) close_flags(tx, thread, from, context, changes);
    }
}

/// Something of the step came by query: its history, or posts.
bool has_more(store::Transaction& tx, const StepId& step) {
    return tx.any("SELECT 1 FROM step_updates WHERE step = ?", step) ||
           tx.any("SELECT 1 FROM threads WHERE anchor = 'action_step' AND anchor_id = ?", step);
}

/// `before`: the links of the step with the homes they had.
std::set<Stream> move_links(store::Transaction& tx, const std::vector<LinkRow>& before,
                            const Context& context, Changes& changes) {
    std::set<Stream> left;
    for (const auto& old : before) {
        const auto old_home = old.home();
        const auto new_home = link_row(tx, old.id).value().home();
        if (new_home == old_home) continue;
        if (old_home) {
            left.insert(*old_home);
            changes.remove(*old_home, Kind::step_link, old.id);
        }
        // Who narrows a step may not know of a link that only others see: it goes without a word, and lies in
        // the trash for whoever sees both steps.
        if (new_home)
            changes.put(Kind::step_link, old.id);
        else
            remove_link(tx, old, old_home.value_or(old.from_home), context);
    }
    return left;
}

} // namespace

void change_visibility(store::Transaction& tx, const StepId& step, Visibility visibility,
                       const Context& context, Changes& changes) {
    const auto from = stream_of(tx, step);
    const auto links = links_of_step(tx, step);
    tx.run("UPDATE action_steps SET visibility = ? WHERE id = ?", visibility, step);
    changes.put(Kind::action_step, step);
    const auto to = stream_of(tx, step);
    if (from == to) return;
    move(from, Kind::action_step, step, changes);
    for (const auto& lane : tx.rows<LaneId>("SELECT id FROM step_lanes WHERE step = ? ORDER BY id", step))
        move(from, Kind::lane, lane, changes);
    if (has_more(tx, step)) changes.start_over(from);
    move_threads(tx, step, from, to, context, changes);
    auto left = move_links(tx, links, context, changes);
    left.insert(from);
    // Also where more people see it now: observers read a series and not what is for members only.
    for (const auto& stream : left) store::raise_floor(tx, stream, store::state_of(tx, stream).head);
}

} // namespace interstate::action_steps
