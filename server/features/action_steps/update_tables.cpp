// What happens to a step after it is set: updates, links, help.
#include "features/action_steps/tables.hpp"

namespace interstate::action_steps {

// ---- update_step ----------------------------------------------------------------------------------------

UpdateFacts gather(store::Transaction& tx, const UpdateStep& command, const Context& context) {
    UpdateFacts facts{.of = facts_of_step(tx, command.step, context)};
    const auto lanes = tx.rows<LaneId>("SELECT id FROM step_lanes WHERE step = ? ORDER BY id", command.step);
    for (const auto& lane : lanes)
        if (command.lane ? lane == *command.lane : lanes.size() == 1) facts.lane = find(tx, lane, As<Lane>{});
    return facts;
}

void record(store::Transaction& tx, const UpdateStep& command, const UpdateFacts& facts,
            const StepUpdated& updated, const Context& context, Changes& changes) {
    const auto& lane = *facts.lane;
    tx.run("INSERT INTO step_updates (id, step, lane, author, at, from_status, to_status, text, number)"
           " SELECT ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(number), 0) + 1 FROM step_updates WHERE step = ?",
           updated.update, command.step, lane.id, context.actor, context.now, lane.status, command.status,
           command.text, command.step);
    const bool finished = !is_open(command.status) && command.status != Status::proposed;
    std::optional<Instant> finished_at;
    if (finished) finished_at = lane.status == command.status ? lane.finished_at : context.now;
    tx.run("UPDATE step_lanes SET status = ?, outcome = ?, finished_at = ? WHERE id = ?", command.status,
           finished ? command.text : Prose<0, 600>{}, finished_at, lane.id);
    settle_status(tx, command.step);
    tx.run("UPDATE action_steps SET latest = ?, latest_at = ? WHERE id = ?", command.text, context.now,
           command.step);
    changes.put(Kind::step_update, updated.update);
    changes.put(Kind::lane, lane.id);
    changes.put(Kind::action_step, command.step);
}

// ---- link_steps, unlink_steps ---------------------------------------------------------------------------

LinkFacts gather(store::Transaction& tx, const LinkSteps& command, const Context& context) {
    LinkFacts facts{.from = facts_of_step(tx, command.from, context),
                    .to = facts_of_step(tx, command.to, context)};
    if (!facts.from.step || !facts.to.step) return facts;
    if (facts.from.step->collaborative == facts.to.step->collaborative)
        facts.home = narrower(stream_of(tx, command.from), stream_of(tx, command.to));
    const bool symmetric = command.type == LinkType::joint || command.type == LinkType::same_problem;
    const auto linked = [&](const StepId& from, const StepId& to) {
        return tx.any("SELECT 1 FROM step_links WHERE from_step = ? AND to_step = ? AND type = ?", from, to,
                      command.type);
    };
    facts.linked_already =
        linked(command.from, command.to) || (symmetric && linked(command.to, command.from));
    facts.links = static_cast<int>(
        std::max(links_of_step(tx, command.from).size(), links_of_step(tx, command.to).size()));
    return facts;
}

void record(store::Transaction& tx, const LinkSteps& command, const LinkFacts&, const StepsLinked& linked,
            const Context&, Changes& changes) {
    tx.run("INSERT INTO step_links (id, from_step, to_step, type) VALUES (?, ?, ?, ?)", linked.link,
           command.from, command.to, command.type);
    changes.put(Kind::step_link, linked.link);
}

UnlinkFacts gather(store::Transaction& tx, const UnlinkSteps& command, const Context& context) {
    UnlinkFacts facts;
    const auto row = link_row(tx, command.link);
    if (!row || !row->home() || !context.actor) return facts;
    facts.link = row->link();
    facts.home = *row->home();
    const auto from = facts_of_step(tx, row->from, context);
    facts.who = from.who;
    const auto to = facts_of_step(tx, row->to, context).target;
    facts.target = from.target;
    facts.target.own = from.target.own || to.own;
    if (!facts.target.organisation) facts.target.organisation = to.organisation;
    facts.visible = permissions::may_follow(tx, *context.actor, facts.home);
    return facts;
}

void record(store::Transaction& tx, const UnlinkSteps& command, const UnlinkFacts& facts,
            const StepsUnlinked&, const Context& context, Changes& changes) {
    remove_link(tx, link_row(tx, command.link).value(), facts.home, context);
    changes.remove(facts.home, Kind::step_link, command.link);
}

// ---- ask_for_help, close_help ---------------------------------------------------------------------------

StepFacts gather(store::Transaction& tx, const AskForHelp& command, const Context& context) {
    return facts_of_step(tx, command.step, context);
}

void record(store::Transaction& tx, const AskForHelp& command, const StepFacts&, const HelpAsked&,
            const Context& context, Changes& changes) {
    tx.run("UPDATE action_steps SET help = ?, help_text = ?, help_at = ? WHERE id = ?", HelpState::wanted,
           command.text, context.now, command.step);
    changes.put(Kind::action_step, command.step);
}

StepFacts gather(store::Transaction& tx, const CloseHelp& command, const Context& context) {
    return facts_of_step(tx, command.step, context);
}

void record(store::Transaction& tx, const CloseHelp& command, const StepFacts&, const HelpClosed&,
            const Context&, Changes& changes) {
    tx.run("UPDATE action_steps SET help = ? WHERE id = ?",
           command.answered ? HelpState::answered : HelpState::withdrawn, command.step);
    changes.put(Kind::action_step, command.step);
}

} // namespace interstate::action_steps
