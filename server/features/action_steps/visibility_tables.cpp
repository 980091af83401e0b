// A step that is shown to others than before takes along all that lives with it.
#include "features/action_steps/tables.hpp"
#include "store/journal.hpp"
#include "store/threads.hpp"

#include <set>

namespace interstate::action_steps {
namespace {

void move(const Stream& from, Kind kind, const Ulid& id, Changes& changes) {
    changes.remove(from, kind, id);
    changes.put(kind, id);
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
    store::move_threads(tx, Kind::action_step, step, to, context, changes);
    auto left = move_links(tx, links, context, changes);
    left.insert(from);
    // Also where more people see it now: observers read a series and not what is for members only.
    for (const auto& stream : left) store::raise_floor(tx, stream, store::state_of(tx, stream).head);
}

} // namespace interstate::action_steps
