#include "features/membership/goals.hpp"
#include "store/transaction.hpp"

namespace interstate::membership {
namespace {

constexpr int versions_of_page = 10;
/// More years than any collaborative is old.
constexpr int years_shown = 100;

/// Goals without their lines: those stand in a table of their own.
struct Head {
    YearGoalsId id;
    CollaborativeId collaborative;
    Text<1, 20> year;
    int revision = 1;
    Text<0, 600> overall;
};
constexpr const char* heads =
    "SELECT y.id, y.collaborative, y.year, y.revision, v.overall FROM year_goals y JOIN"
    " year_goals_versions v ON v.year_goals = y.id AND v.revision = y.revision";

std::vector<Goal> lines_of(store::Transaction& tx, const YearGoalsId& id, int revision) {
    return tx.rows<Goal>("SELECT text, part, principles, partners FROM goals WHERE year_goals = ?"
                         " AND revision = ? ORDER BY ordinal LIMIT 100",
                         id, revision);
}

YearGoals whole(store::Transaction& tx, Head head) {
    auto goals = lines_of(tx, head.id, head.revision);
    return {.id = head.id,
            .collaborative = head.collaborative,
            .year = std::move(head.year),
            .revision = head.revision,
            .overall = std::move(head.overall),
            .goals = std::move(goals)};
}

struct Written {
    Instant at;
    std::optional<PersonId> by;
};

void add_version(store::Transaction& tx, const YearGoals& goals, const Written& written) {
    tx.run("INSERT INTO year_goals_versions (year_goals, revision, overall, at, written_by)"
           " VALUES (?, ?, ?, ?, ?)",
           goals.id, goals.revision, goals.overall, written.at, written.by);
    int ordinal = 0;
    for (const auto& goal : goals.goals)
        tx.run("INSERT INTO goals (year_goals, revision, ordinal, part, text, principles, partners)"
               " VALUES (?, ?, ?, ?, ?, ?, ?)",
               goals.id, goals.revision, ++ordinal, goal.part, goal.text, goal.principles, goal.partners);
}

void write(store::Transaction& tx, const YearGoals& goals, const Written& written) {
    tx.run("INSERT INTO year_goals (id, collaborative, year, revision) VALUES (?, ?, ?, ?)"
           " ON CONFLICT (id) DO UPDATE SET revision = excluded.revision",
           goals.id, goals.collaborative, goals.year, goals.revision);
    add_version(tx, goals, written);
}

} // namespace

GoalsFacts gather(store::Transaction& tx, const WriteGoals& command, const Context& context) {
    GoalsFacts facts{.who = permissions::standing_of(tx, context.actor, command.collaborative),
                     .years = years_of(tx, command.collaborative)};
    if (auto head = tx.row<Head>(std::string{heads} + " WHERE y.collaborative = ? AND y.year = ?",
                                 command.collaborative, command.year))
        facts.goals = whole(tx, std::move(*head));
    facts.principles =
        tx.rows<int>("SELECT number FROM principles WHERE collaborative = ? LIMIT 99", command.collaborative);
    facts.partners = tx.rows<OrganisationId>(
        "SELECT id FROM organisations WHERE collaborative = ? AND type <> 'state_agency' LIMIT 1000",
        command.collaborative);
    return facts;
}

void record(store::Transaction& tx, const WriteGoals& command, const GoalsFacts&, const GoalsWritten& written,
            const Context& context, Changes& changes) {
    write(tx,
          {.id = written.goals,
           .collaborative = command.collaborative,
           .year = command.year,
           .revision = written.revision,
           .overall = command.overall,
           .goals = command.goals},
          {context.now, context.actor});
    changes.put(Kind::year_goals, written.goals);
}

void write_first(store::Transaction& tx, const YearGoals& goals, Instant at) {
    write(tx, goals, {at, std::nullopt});
}

Result<GoalsVersions> answer(store::Transaction& tx, const VersionsOfGoals& query, const Context& context) {
    const auto goals = find(tx, query.goals, As<YearGoals>{});
    if (!goals) return refuse_not_allowed();
    const auto who = permissions::standing_of(tx, context.actor, goals->collaborative);
    if (!permissions::can(who, permissions::Verb::admit_members)) return refuse_not_allowed();
    struct Row {
        int revision = 1;
        Instant at;
        std::optional<PersonId> written_by;
        Text<0, 600> overall;
    };
    GoalsVersions found;
    for (auto& row : tx.rows<Row>("SELECT revision, at, written_by, overall FROM year_goals_versions"
                                  " WHERE year_goals = ? AND revision < ? ORDER BY revision DESC LIMIT ?",
                                  goals->id, query.before.value_or(goals->revision), versions_of_page + 1)) {
        if (found.versions.size() == versions_of_page) {
            found.more = true;
            break;
        }
        auto lines = lines_of(tx, goals->id, row.revision);
        found.versions.push_back(
            {row.revision, row.at, row.written_by, std::move(row.overall), std::move(lines)});
    }
    return found;
}

std::vector<YearGoals> goals_of(store::Transaction& tx, const CollaborativeId& collaborative) {
    auto all = current(tx, {StreamKind::extended, collaborative}, As<YearGoals>{});
    std::erase_if(all, [](const YearGoals& one) { return one.overall.empty() && one.goals.empty(); });
    return all;
}

std::optional<YearGoals> find(store::Transaction& tx, const Ulid& id, As<YearGoals>) {
    auto head = tx.row<Head>(std::string{heads} + " WHERE y.id = ?", id);
    if (!head) return std::nullopt;
    return whole(tx, std::move(*head));
}

Stream home(store::Transaction&, const YearGoals& goals) {
    return {StreamKind::extended, goals.collaborative};
}

std::vector<YearGoals> current(store::Transaction& tx, const Stream& stream, As<YearGoals>) {
    if (stream.kind != StreamKind::extended) return {};
    std::vector<YearGoals> all;
    // The newest years, should there ever be more; given in their order.
    for (auto& head :
         tx.rows<Head>(std::string{heads} + " WHERE y.collaborative = ? ORDER BY y.year DESC LIMIT ?",
                       stream.subject, years_shown))
        all.insert(all.begin(), whole(tx, std::move(head)));
    return all;
}

} // namespace interstate::membership
