#include "features/exchanges/exchanges.hpp"
#include "store/transaction.hpp"
#include "store/trash.hpp"

#include <algorithm>

namespace interstate::exchanges {
namespace {

constexpr int archive_page = 20;

constexpr const char* series_columns = "SELECT s.id, s.collaborative, s.slug, s.title, s.description, "
                                       "s.state, s.starts_on, s.ends_on, s.current, s.revision"
                                       " FROM series s";
constexpr const char* objective_columns = "SELECT o.id, o.series, o.ordinal, o.short_name, o.text FROM "
                                          "objectives o JOIN series s ON s.id = o.series";
constexpr const char* participation_columns =
    "SELECT p.id, p.series, p.organisation FROM participations p JOIN series s ON s.id = p.series";

std::string with(std::string_view columns, std::string_view rest) {
    return std::string{columns} + std::string{rest};
}

/// Which series belong to the snapshot of a stream; nothing for streams that hold none.
const char* snapshot_filter(StreamKind kind) {
    if (kind == StreamKind::extended)
        return " WHERE s.collaborative = ? AND s.state <> 'draft' AND s.current = 1";
    if (kind == StreamKind::staff) return " WHERE s.collaborative = ? AND s.state = 'draft'";
    return nullptr;
}

Stream home_of(const CollaborativeId& collaborative, bool draft) {
    return {draft ? StreamKind::staff : StreamKind::extended, collaborative};
}

Stream home_of_series(store::Transaction& tx, const SeriesId& series) {
    return home(tx, find(tx, series, As<Series>{}).value());
}

// ---- facts

std::vector<HeldObjective> held_objectives(store::Transaction& tx, const SeriesId& series) {
    return tx.rows<HeldObjective>("SELECT o.id, o.ordinal, o.short_name, o.text,"
                                  " EXISTS (SELECT 1 FROM meetings m WHERE m.series = o.series AND "
                                  "m.objectives LIKE '%' || o.id || '%')"
                                  " OR EXISTS (SELECT 1 FROM action_steps a WHERE a.series = o.series AND "
                                  "a.objectives LIKE '%' || o.id || '%')"
                                  " FROM objectives o WHERE o.series = ? ORDER BY o.ordinal",
                                  series);
}

std::vector<HeldPlace> held_places(store::Transaction& tx, const SeriesId& series) {
    return tx.rows<HeldPlace>(
        "SELECT p.id, p.organisation, o.code,"
        " EXISTS (SELECT 1 FROM action_steps a WHERE a.series = p.series AND a.organisation = p.organisation)"
        " OR EXISTS (SELECT 1 FROM step_lanes l JOIN action_steps a ON a.id = l.step"
        " WHERE l.organisation = p.organisation AND a.series = p.series)"
        " OR EXISTS (SELECT 1 FROM meetings m JOIN attendance t ON t.meeting = m.id"
        " WHERE m.series = p.series AND t.organisation = p.organisation)"
        " FROM participations p JOIN organisations o ON o.id = p.organisation WHERE p.series = ? ORDER BY "
        "p.id",
        series);
}

std::vector<StateChoice> states_of(store::Transaction& tx, const CollaborativeId& collaborative) {
    return tx.rows<StateChoice>(
        "SELECT o.id, o.code, EXISTS (SELECT 1 FROM memberships m WHERE m.organisation = o.id"
        " AND m.status IN ('active', 'grace') AND m.status = 'active' AND m.tier = 'core')"
        " FROM organisations o WHERE o.collaborative = ? AND o.code <> '' ORDER BY o.code",
        collaborative);
}

SeriesFacts facts_of(store::Transaction& tx, const SeriesId& id, const Context& context) {
    SeriesFacts facts;
    facts.series = find(tx, id, As<Series>{});
    if (!facts.series) return facts;
    facts.who = permissions::standing_of(tx, context.actor, facts.series->collaborative);
    return facts;
}

// ---- writing

void add_objective(store::Transaction& tx, const SeriesId& series, int ordinal, const ObjectiveText& text,
                   const Context& context, Changes& changes) {
    const auto id = context.new_id<ObjectiveId>();
    tx.run("INSERT INTO objectives (id, series, ordinal, short_name, text) VALUES (?, ?, ?, ?, ?)", id,
           series, ordinal, text.short_name, text.text);
    changes.put(Kind::objective, id);
}

void add_place(store::Transaction& tx, const SeriesId& series, const OrganisationId& organisation,
               const Context& context, Changes& changes) {
    const auto id = context.new_id<ParticipationId>();
    tx.run("INSERT INTO participations (id, series, organisation) VALUES (?, ?, ?)", id, series,
           organisation);
    changes.put(Kind::participation, id);
}

/// A draft is news to those who may see drafts: the series they may follow are part of their standing.
void put_standing_of_staff(store::Transaction& tx, const CollaborativeId& collaborative, Changes& changes) {
    const auto staff =
        tx.rows<PersonId>("SELECT DISTINCT g.person FROM seats s JOIN role_grants g ON g.person = s.person"
                          " AND g.collaborative = s.collaborative WHERE s.collaborative = ?"
                          " AND g.role IN ('administrator', 'facilitator') ORDER BY g.person",
                          collaborative);
    for (const auto& person : staff) changes.put(Kind::standing, person, collaborative);
}

void change_access(const std::vector<PersonId>& people, const CollaborativeId& collaborative,
                   Changes& changes) {
    for (const auto& person : people) {
        changes.access_changed(person);
        changes.put(Kind::standing, person, collaborative);
    }
}

void change_access_of_state(store::Transaction& tx, const OrganisationId& organisation,
                            const CollaborativeId& collaborative, Changes& changes) {
    change_access(permissions::team_of(tx, organisation), collaborative, changes);
}

/// A part of the series as an entry of the trash.
store::Removed removed_part(Kind kind, const Ulid& id, const Series& series, const Stream& home) {
    return {.id = id,
            .collaborative = series.collaborative,
            .kind = kind,
            .part_of = series.id,
            .stream = home,
            .title = {},
            .place = series.title.str()};
}

void remove_objective(store::Transaction& tx, const HeldObjective& dropped, store::Removed removed,
                      const Context& context) {
    removed.title = dropped.short_name;
    removed.text = dropped.text;
    store::remove_one(tx, store::objective_shelf, removed, context);
}

void remove_place(store::Transaction& tx, const HeldPlace& dropped, store::Removed removed,
                  const Context& context) {
    removed.title =
        tx.row<std::string>("SELECT short_name FROM organisations WHERE id = ?", dropped.organisation)
            .value();
    store::remove_one(tx, store::participation_shelf, removed, context);
}

void edit_objectives(store::Transaction& tx, const EditSeries& command, const EditPlan& plan,
                     const Series& series, const Stream& home, const Context& context, Changes& changes) {
    for (const auto& dropped : plan.dropped_objectives) {
        remove_objective(tx, dropped, removed_part(Kind::objective, dropped.id, series, home), context);
        changes.remove(home, Kind::objective, dropped.id);
    }
    // Out of the way first: (series, ordinal) is unique at every moment.
    tx.run("UPDATE objectives SET ordinal = -ordinal WHERE series = ?", command.series);
    for (std::size_t i = 0; i < command.objectives.size(); ++i) {
        const auto& text = command.objectives[i];
        const int ordinal = static_cast<int>(i) + 1;
        if (!plan.objectives[i]) {
            add_objective(tx, command.series, ordinal, text, context, changes);
            continue;
        }
        tx.run("UPDATE objectives SET ordinal = ?, short_name = ?, text = ? WHERE id = ?", ordinal,
               text.short_name, text.text, *plan.objectives[i]);
        changes.put(Kind::objective, *plan.objectives[i]);
    }
}

void edit_states(store::Transaction& tx, const EditSeries& command, const EditPlan& plan,
                 const Series& series, const Stream& home, const Context& context, Changes& changes) {
    const bool published = series.state != SeriesState::draft;
    for (const auto& dropped : plan.dropped_places) {
        remove_place(tx, dropped, removed_part(Kind::participation, dropped.id, series, home), context);
        changes.remove(home, Kind::participation, dropped.id);
        if (published) change_access_of_state(tx, dropped.organisation, series.collaborative, changes);
    }
    for (const auto& added : plan.added_states) {
        add_place(tx, command.series, added.organisation, context, changes);
        if (published) change_access_of_state(tx, added.organisation, series.collaborative, changes);
    }
}

} // namespace

// ---- create_series --------------------------------------------------------------------------------------

SeriesFacts gather(store::Transaction& tx, const CreateSeries& command, const Context& context) {
    SeriesFacts facts;
    facts.who = permissions::standing_of(tx, context.actor, command.collaborative);
    facts.states = states_of(tx, command.collaborative);
    // A draft in the trash keeps its address.
    facts.slugs =
        tx.rows<std::string>("SELECT slug FROM series WHERE collaborative = ?1"
                             " UNION SELECT slug FROM removed_series WHERE collaborative = ?1 ORDER BY 1",
                             command.collaborative);
    return facts;
}

void record(store::Transaction& tx, const CreateSeries& command, const SeriesFacts& facts,
            const SeriesCreated& created, const Context& context, Changes& changes) {
    tx.run("INSERT INTO series (id, collaborative, slug, title, description, state, starts_on, ends_on, "
           "current, revision)"
           " VALUES (?, ?, ?, ?, ?, 'draft', ?, ?, 1, 1)",
           created.series, command.collaborative, created.slug, command.title, command.description,
           command.starts_on, command.ends_on);
    changes.put(Kind::series, created.series);
    for (std::size_t i = 0; i < command.objectives.size(); ++i)
        add_objective(tx, created.series, static_cast<int>(i) + 1, command.objectives[i], context, changes);
    const EditSeries as_edit{.states = command.states};
    for (const auto& state : plan_of(as_edit, facts).added_states)
        add_place(tx, created.series, state.organisation, context, changes);
    put_standing_of_staff(tx, command.collaborative, changes);
}

// ---- edit_series ----------------------------------------------------------------------------------------

SeriesFacts gather(store::Transaction& tx, const EditSeries& command, const Context& context) {
    auto facts = facts_of(tx, command.series, context);
    if (!facts.series) return facts;
    facts.states = states_of(tx, facts.series->collaborative);
    facts.objectives = held_objectives(tx, command.series);
    facts.places = held_places(tx, command.series);
    return facts;
}

void record(store::Transaction& tx, const EditSeries& command, const SeriesFacts& facts,
            const SeriesEdited& edited, const Context& context, Changes& changes) {
    tx.run(
        "UPDATE series SET title = ?, description = ?, starts_on = ?, ends_on = ?, revision = ? WHERE id = ?",
        command.title, command.description, command.starts_on, command.ends_on, edited.revision,
        command.series);
    changes.put(Kind::series, command.series);
    const auto plan = plan_of(command, facts);
    const auto stream = home(tx, *facts.series);
    edit_objectives(tx, command, plan, *facts.series, stream, context, changes);
    edit_states(tx, command, plan, *facts.series, stream, context, changes);
}

// ---- publish_series -------------------------------------------------------------------------------------

SeriesFacts gather(store::Transaction& tx, const PublishSeries& command, const Context& context) {
    return facts_of(tx, command.series, context);
}

void record(store::Transaction& tx, const PublishSeries& command, const SeriesFacts& facts,
            const SeriesPublished&, const Context&, Changes& changes) {
    // Its meetings stay where they are: in a draft series none can have been announced.
    const auto drafts = home(tx, *facts.series);
    tx.run("UPDATE series SET state = 'running' WHERE id = ?", command.series);
    const auto move = [&](Kind kind, const Ulid& id) {
        changes.remove(drafts, kind, id);
        changes.put(kind, id);
    };
    move(Kind::series, command.series);
    for (const auto& id :
         tx.rows<Ulid>("SELECT id FROM objectives WHERE series = ? ORDER BY ordinal", command.series))
        move(Kind::objective, id);
    for (const auto& id : tx.rows<Ulid>(
             "SELECT id FROM participations WHERE series = ? ORDER BY organisation", command.series))
        move(Kind::participation, id);
    change_access(tx.rows<PersonId>(
                      "SELECT s.person FROM participations p JOIN seats s ON s.organisation = p.organisation"
                      " WHERE p.series = ?1"
                      " UNION SELECT g.person FROM participations p JOIN scoped_role_grants g"
                      " ON g.subject = p.organisation AND g.ended_at IS NULL WHERE p.series = ?1"
                      " UNION SELECT g.person FROM seats s JOIN role_grants g ON g.person = s.person"
                      " AND g.collaborative = s.collaborative WHERE s.collaborative = ?2"
                      " AND g.role IN ('partner', 'observer') ORDER BY 1",
                      command.series, facts.series->collaborative),
                  facts.series->collaborative, changes);
}

// ---- series_archive -------------------------------------------------------------------------------------

Result<Page<Series, Objective, Participation>> answer(store::Transaction& tx, const SeriesArchive& query,
                                                      const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!permissions::can(who, permissions::Verb::see_extended)) return refuse_not_allowed();
    std::string before_day = "9999-12-31", before_id;
    if (query.cursor) {
        const auto& text = query.cursor->str();
        const auto blank = text.find(' ');
        if (blank == text.npos || !CivilDate::parse(text.substr(0, blank)) ||
            !Ulid::parse(text.substr(blank + 1)))
            return refuse_field("malformed", "cursor", "This cursor was not made here.",
                                "the `next` of an answer");
        before_day = text.substr(0, blank);
        before_id = text.substr(blank + 1);
    }
    auto list = tx.rows<Series>(with(series_columns,
                                     " WHERE s.collaborative = ? AND s.current = 0 AND s.state <> 'draft'"
                                     " AND (s.starts_on < ? OR (s.starts_on = ? AND s.id < ?))"
                                     " ORDER BY s.starts_on DESC, s.id DESC LIMIT ?"),
                                query.collaborative, before_day, before_day, before_id, archive_page + 1);
    Page<Series, Objective, Participation> page;
    if (static_cast<int>(list.size()) > archive_page) {
        list.pop_back();
        page.next = list.back().starts_on.str() + " " + list.back().id.str();
    }
    auto& [series, objectives, participations] = page.records;
    for (const auto& one : list) {
        for (auto& o :
             tx.rows<Objective>(with(objective_columns, " WHERE o.series = ? ORDER BY o.ordinal"), one.id))
            objectives.push_back(std::move(o));
        for (auto& p :
             tx.rows<Participation>(with(participation_columns, " WHERE p.series = ? ORDER BY p.id"), one.id))
            participations.push_back(std::move(p));
    }
    series = std::move(list);
    return page;
}

// ---- records --------------------------------------------------------------------------------------------

std::optional<Series> find(store::Transaction& tx, const Ulid& id, As<Series>) {
    return tx.row<Series>(with(series_columns, " WHERE s.id = ?"), id);
}
std::optional<Objective> find(store::Transaction& tx, const Ulid& id, As<Objective>) {
    return tx.row<Objective>(with(objective_columns, " WHERE o.id = ?"), id);
}
std::optional<Participation> find(store::Transaction& tx, const Ulid& id, As<Participation>) {
    return tx.row<Participation>(with(participation_columns, " WHERE p.id = ?"), id);
}

Stream home(store::Transaction&, const Series& series) {
    return home_of(series.collaborative, series.state == SeriesState::draft);
}
Stream home(store::Transaction& tx, const Objective& objective) {
    return home_of_series(tx, objective.series);
}
Stream home(store::Transaction& tx, const Participation& participation) {
    return home_of_series(tx, participation.series);
}

std::vector<Series> current(store::Transaction& tx, const Stream& stream, As<Series>) {
    const auto* filter = snapshot_filter(stream.kind);
    if (!filter) return {};
    return tx.rows<Series>(with(series_columns, with(filter, " ORDER BY s.starts_on, s.id LIMIT 500")),
                           stream.subject);
}
std::vector<Objective> current(store::Transaction& tx, const Stream& stream, As<Objective>) {
    const auto* filter = snapshot_filter(stream.kind);
    if (!filter) return {};
    return tx.rows<Objective>(
        with(objective_columns, with(filter, " ORDER BY o.series, o.ordinal LIMIT 4000")), stream.subject);
}
std::vector<Participation> current(store::Transaction& tx, const Stream& stream, As<Participation>) {
    const auto* filter = snapshot_filter(stream.kind);
    if (!filter) return {};
    return tx.rows<Participation>(
        with(participation_columns, with(filter, " ORDER BY p.series, p.id LIMIT 29000")), stream.subject);
}

} // namespace interstate::exchanges
