// What is taken out of a step's or a session's surroundings lies in the trash.
#include "features/action_steps/tables.hpp"

namespace interstate::action_steps {

void remove_link(store::Transaction& tx, const LinkRow& link, const Stream& home, const Context& context) {
    const auto from = find(tx, link.from, As<ActionStep>{}).value();
    const auto to = find(tx, link.to, As<ActionStep>{}).value();
    store::remove_one(tx, store::step_link_shelf,
                      {.id = link.id,
                       .collaborative = from.collaborative,
                       .kind = Kind::step_link,
                       .part_of = link.from,
                       .stream = home,
                       .title = to.title.str(),
                       .place = from.title.str()},
                      context);
}

void remove_none(store::Transaction& tx, const MeetingId& meeting, const Ulid& none, const Context& context,
                 Changes& changes) {
    struct Row {
        CollaborativeId collaborative;
        std::string state, title, reason;
    };
    const auto row = tx.row<Row>("SELECT m.collaborative, o.short_name, m.title, n.reason FROM no_steps n"
                                 " JOIN meetings m ON m.id = n.meeting"
                                 " JOIN organisations o ON o.id = n.organisation WHERE n.id = ?",
                                 none)
                         .value();
    const Stream home{StreamKind::meeting, meeting};
    store::remove_one(tx, store::no_step_shelf,
                      {.id = none,
                       .collaborative = row.collaborative,
                       .kind = Kind::no_step,
                       .part_of = meeting,
                       .stream = home,
                       .title = row.state,
                       .place = row.title,
                       .text = row.reason},
                      context);
    changes.remove(home, Kind::no_step, none);
}

} // namespace interstate::action_steps
