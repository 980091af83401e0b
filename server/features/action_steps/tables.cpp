// Records: how they are found, where they are at home, what of them is in a snapshot.
#include "features/action_steps/tables.hpp"

namespace interstate::action_steps {
namespace {

/// Steps in the snapshot of a stream: those with the latest due dates.
constexpr int current_limit = 2000;
constexpr int archive_limit = 500;

constexpr const char* step_columns = "SELECT id, collaborative, series, meeting, organisation, visibility, "
                                     "title, measure, detail, category, level,"
                                     " horizon, objectives, principles, status, due_on, set_at, set_by, "
                                     "on_behalf, help, help_text, help_at, latest,"
                                     " latest_at, revision FROM action_steps";
constexpr const char* lane_columns = "SELECT l.id, l.step, l.organisation, l.owner, l.due_on, l.status, "
                                     "l.outcome, l.finished_at FROM step_lanes l";
constexpr const char* link_columns =
    "SELECT k.id, k.from_step, k.to_step, k.type, a.stream, b.stream FROM step_links k"
    " JOIN action_steps a ON a.id = k.from_step JOIN action_steps b ON b.id = k.to_step";

std::string with(const char* columns, const char* rest) { return std::string{columns} + rest; }

bool holds_steps(const Stream& stream) {
    return stream.kind == StreamKind::series || stream.kind == StreamKind::collaborative ||
           stream.kind == StreamKind::organisation;
}

int limit_of(store::Transaction& tx, const Stream& stream) {
    const bool archived = stream.kind == StreamKind::series &&
                          tx.any("SELECT 1 FROM series WHERE id = ? AND current = 0", stream.subject);
    return archived ? archive_limit : current_limit;
}

} // namespace

StepFacts facts_of_step(store::Transaction& tx, const StepId& id, const Context& context) {
    StepFacts facts;
    facts.step = find(tx, id, As<ActionStep>{});
    if (!facts.step || !context.actor) return facts;
    facts.who = permissions::standing_of(tx, context.actor, facts.step->collaborative);
    const auto stream = stream_of(tx, id);
    facts.visible = permissions::may_follow(tx, facts.who, stream);
    facts.target = permissions::target_of_stream(tx, facts.who, stream);
    const auto takes_part = [&](const Ulid& organisation) {
        return facts.step->organisation == organisation ||
               tx.any("SELECT 1 FROM step_lanes WHERE step = ? AND organisation = ?", id, organisation);
    };
    facts.target.own = takes_part(facts.who.organisation);
    facts.target.organisation.reset();
    for (const auto& part : facts.who.within)
        if (part.scope == permissions::RoleScope::organisation && takes_part(part.subject))
            facts.target.organisation = OrganisationId{part.subject};
    return facts;
}

Stream stream_of(store::Transaction& tx, const StepId& step) {
    return tx.row<Stream>("SELECT stream FROM action_steps WHERE id = ?", step).value();
}

std::vector<LinkRow> links_of_step(store::Transaction& tx, const StepId& step) {
    auto links = tx.rows<LinkRow>(with(link_columns, " WHERE k.from_step = ? ORDER BY k.id"), step);
    const auto back = tx.rows<LinkRow>(with(link_columns, " WHERE k.to_step = ? ORDER BY k.id"), step);
    links.insert(links.end(), back.begin(), back.end());
    return links;
}

std::optional<LinkRow> link_row(store::Transaction& tx, const Ulid& link) {
    return tx.row<LinkRow>(with(link_columns, " WHERE k.id = ?"), link);
}

std::vector<ObjectiveId> objectives_of(store::Transaction& tx, const std::optional<SeriesId>& series) {
    if (!series) return {};
    return tx.rows<ObjectiveId>("SELECT id FROM objectives WHERE series = ? ORDER BY ordinal", *series);
}

bool belongs_to(store::Transaction& tx, const PersonId& person, const OrganisationId& organisation) {
    return tx.any("SELECT 1 FROM seats s JOIN people p ON p.id = s.person"
                  " WHERE s.person = ? AND s.organisation = ? AND s.left_at IS NULL AND p.active = 1",
                  person, organisation);
}

void settle_status(store::Transaction& tx, const StepId& step) {
    const auto lanes = tx.rows<Status>("SELECT status FROM step_lanes WHERE step = ?", step);
    tx.run("UPDATE action_steps SET status = ? WHERE id = ?", status_of(lanes), step);
}

std::optional<ActionStep> find(store::Transaction& tx, const Ulid& id, As<ActionStep>) {
    return tx.row<ActionStep>(with(step_columns, " WHERE id = ?"), id);
}
std::optional<Lane> find(store::Transaction& tx, const Ulid& id, As<Lane>) {
    return tx.row<Lane>(with(lane_columns, " WHERE l.id = ?"), id);
}
std::optional<StepUpdate> find(store::Transaction& tx, const Ulid& id, As<StepUpdate>) {
    return tx.row<StepUpdate>(
        "SELECT id, step, lane, author, at, from_status, to_status, text FROM step_updates"
        " WHERE id = ?",
        id);
}
std::optional<StepLink> find(store::Transaction& tx, const Ulid& id, As<StepLink>) {
    return tx.row<StepLink>("SELECT id, from_step, to_step, type FROM step_links WHERE id = ?", id);
}
std::optional<NoStep> find(store::Transaction& tx, const Ulid& id, As<NoStep>) {
    return tx.row<NoStep>("SELECT id, meeting, organisation, reason FROM no_steps WHERE id = ?", id);
}

Stream home(store::Transaction& tx, const ActionStep& step) { return stream_of(tx, step.id); }
Stream home(store::Transaction& tx, const Lane& lane) { return stream_of(tx, lane.step); }
Stream home(store::Transaction& tx, const StepUpdate& update) { return stream_of(tx, update.step); }
Stream home(store::Transaction& tx, const StepLink& link) {
    return narrower(stream_of(tx, link.from), stream_of(tx, link.to)).value();
}
Stream home(store::Transaction&, const NoStep& none) { return {StreamKind::meeting, none.meeting}; }

std::vector<ActionStep> current(store::Transaction& tx, const Stream& stream, As<ActionStep>) {
    if (!holds_steps(stream)) return {};
    return tx.rows<ActionStep>(with(step_columns, " WHERE stream = ? ORDER BY due_on DESC, id DESC LIMIT ?"),
                               stream, limit_of(tx, stream));
}
std::vector<Lane> current(store::Transaction& tx, const Stream& stream, As<Lane>) {
    if (!holds_steps(stream)) return {};
    return tx.rows<Lane>(with(lane_columns, " WHERE l.step IN (SELECT id FROM action_steps WHERE stream = ?"
                                            " ORDER BY due_on DESC, id DESC LIMIT ?) ORDER BY l.step, l.id"),
                         stream, limit_of(tx, stream));
}
std::vector<StepUpdate> current(store::Transaction&, const Stream&, As<StepUpdate>) {
    return {};
} // come by query
std::vector<StepLink> current(store::Transaction& tx, const Stream& stream, As<StepLink>) {
    if (!holds_steps(stream)) return {};
    // At home here: one end lives in this stream, the other in this or a wider one.
    const char* from_here = " WHERE k.from_step IN (SELECT id FROM action_steps WHERE stream = ?"
                            " ORDER BY due_on DESC, id DESC LIMIT ?) ORDER BY k.id";
    const char* to_here = " WHERE k.to_step IN (SELECT id FROM action_steps WHERE stream = ?"
                          " ORDER BY due_on DESC, id DESC LIMIT ?) AND a.stream <> b.stream ORDER BY k.id";
    std::vector<StepLink> links;
    for (const char* where : {from_here, to_here})
        for (const auto& row : tx.rows<LinkRow>(with(link_columns, where), stream, limit_of(tx, stream)))
            if (row.home() == stream) links.push_back(row.link());
    return links;
}
std::vector<NoStep> current(store::Transaction& tx, const Stream& stream, As<NoStep>) {
    if (stream.kind != StreamKind::meeting) return {};
    return tx.rows<NoStep>(
        "SELECT id, meeting, organisation, reason FROM no_steps WHERE meeting = ? ORDER BY organisation",
        stream.subject);
}

} // namespace interstate::action_steps
