// Questions: a step's history, and steps by due date with all filters of the table.
#include "features/action_steps/tables.hpp"

#include <algorithm>
#include <limits>

namespace interstate::action_steps {
namespace {

constexpr int page_limit = 200;
constexpr int updates_of_a_page = 50;
constexpr int steps_of_a_page = 100;

std::unexpected<Refusal> no_such_page() {
    return refuse_field("out_of_bounds", "limit", "That is no page.", "1 to " + std::to_string(page_limit));
}
std::unexpected<Refusal> foreign_cursor() {
    return refuse_field("malformed", "cursor", "This cursor was not made here.", "the `next` of an answer");
}

/// Where a page begins: after this step.
struct After {
    std::string due_on;
    Ulid id;
};

std::optional<After> parse_cursor(const std::string& text) {
    constexpr std::size_t date_length = 10;
    if (text.size() != date_length + 1 + Ulid::length || text[date_length] != ' ') return std::nullopt;
    const auto date = CivilDate::parse(text.substr(0, date_length));
    const auto id = Ulid::parse(std::string_view{text}.substr(date_length + 1));
    if (!date || !id) return std::nullopt;
    return After{date->str(), *id};
}

/// The streams with steps that this person may follow, one query each.
std::vector<Stream> streams_of(store::Transaction& tx, const permissions::Standing& who) {
    return permissions::streams_seen(
        tx, who,
        {{StreamKind::collaborative, who.collaborative}, {StreamKind::organisation, who.organisation}});
}

/// What day it is in each zone of the collaborative's organisations: " America/New_York=2026-11-21 …".
std::string days_by_zone(store::Transaction& tx, const CollaborativeId& collaborative, Instant now) {
    std::string days = " ";
    for (const auto& zone :
         tx.rows<ZoneName>("SELECT DISTINCT zone FROM organisations WHERE collaborative = ?", collaborative))
        days += std::string{zone.str()} + "=" + local_date(now, zone).str() + " ";
    return days;
}

/// Steps of one stream after the cursor, in the order of its index.
std::vector<ActionStep> steps_in(store::Transaction& tx, const Stream& stream, const Steps& query,
                                 const After& after, const std::string& days,
                                 const std::optional<OrganisationId>& state, int limit) {
    return tx.rows<ActionStep>(
        "SELECT id, collaborative, series, meeting, organisation, visibility, title, measure, detail, "
        "category, level,"
        " horizon, objectives, principles, status, due_on, set_at, set_by, on_behalf, help, help_text, "
        "help_at, latest,"
        " latest_at, revision FROM action_steps s WHERE stream = ?1 AND (due_on, id) > (?2, ?3)"
        " AND (?4 IS NULL OR series = ?4) AND (?5 IS NULL OR meeting = ?5) AND (?6 IS NULL OR status = ?6)"
        " AND (?7 IS NULL OR ?7 = (status NOT IN ('completed', 'set_aside', 'declined')))"
        " AND (?8 IS NULL OR ?8 = (status NOT IN ('completed', 'set_aside', 'declined')"
        " AND (SELECT s.due_on < substr(?9, instr(?9, ' ' || o.zone || '=') + length(o.zone) + 2, 10)"
        " FROM organisations o WHERE o.id = s.organisation)))"
        " AND (?10 IS NULL OR organisation = ?10"
        " OR EXISTS (SELECT 1 FROM step_lanes l WHERE l.step = s.id AND l.organisation = ?10))"
        " AND (?11 IS NULL OR EXISTS (SELECT 1 FROM step_lanes l WHERE l.step = s.id AND l.owner = ?11))"
        " AND (?12 IS NULL OR instr(' ' || principles || ' ', ' ' || ?12 || ' ') > 0)"
        " AND (?13 IS NULL OR instr(' ' || objectives || ' ', ' ' || ?13 || ' ') > 0)"
        " AND (?14 IS NULL OR ?14 = (help = 'wanted'))"
        " ORDER BY due_on, id LIMIT ?15",
        stream, after.due_on, after.id, query.series, query.meeting, query.status, query.open, query.overdue,
        days, state, query.owner, query.principle, query.objective, query.help, limit);
}

std::vector<Lane> lanes_of(store::Transaction& tx, const std::vector<ActionStep>& steps) {
    std::vector<Lane> lanes;
    for (const auto& step : steps)
        for (auto& lane :
             tx.rows<Lane>("SELECT id, step, organisation, owner, due_on, status, outcome, finished_at"
                           " FROM step_lanes WHERE step = ? ORDER BY id",
                           step.id))
            lanes.push_back(std::move(lane));
    return lanes;
}

/// Each once, also where both its steps are on the page; only those whose home the person may follow.
std::vector<StepLink> links_of(store::Transaction& tx, const std::vector<ActionStep>& steps,
                               const std::vector<Stream>& seen) {
    std::vector<StepLink> links;
    for (const auto& step : steps)
        for (const auto& row : links_of_step(tx, step.id))
            if (const auto home = row.home(); home && std::ranges::find(seen, *home) != seen.end())
                links.push_back(row.link());
    std::ranges::sort(links, {}, &StepLink::id);
    const auto doubles = std::ranges::unique(links, {}, &StepLink::id);
    links.erase(doubles.begin(), doubles.end());
    return links;
}

} // namespace

Result<Page<StepUpdate>> answer(store::Transaction& tx, const UpdatesOfStep& query, const Context& context) {
    if (!facts_of_step(tx, query.step, context).visible) return refuse_not_allowed();
    const int limit = query.limit.value_or(updates_of_a_page);
    if (limit < 1 || limit > page_limit) return no_such_page();
    std::optional<int> before;
    if (query.cursor) {
        const auto& text = query.cursor->str();
        if (text.size() > 9 || text.find_first_not_of("0123456789") != text.npos) return foreign_cursor();
        before = std::stoi(text);
    }
    struct Numbered {
        int number = 0;
        StepUpdateId id;
    };
    auto found = tx.rows<Numbered>("SELECT number, id FROM step_updates WHERE step = ? AND number < ?"
                                   " ORDER BY number DESC LIMIT ?",
                                   query.step, before.value_or(std::numeric_limits<int>::max()), limit + 1);
    Page<StepUpdate> page;
    if (static_cast<int>(found.size()) > limit) {
        found.pop_back();
        page.next = std::to_string(found.back().number);
    }
    for (const auto& one : found)
        std::get<0>(page.records).push_back(find(tx, one.id, As<StepUpdate>{}).value());
    return page;
}

Result<Page<ActionStep, Lane, StepLink>> answer(store::Transaction& tx, const Steps& query,
                                                const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!permissions::can(who, permissions::Verb::see_extended)) return refuse_not_allowed();
    const int limit = query.limit.value_or(steps_of_a_page);
    if (limit < 1 || limit > page_limit) return no_such_page();
    const auto after = query.cursor ? parse_cursor(query.cursor->str()) : After{};
    if (!after) return foreign_cursor();
    std::optional<OrganisationId> state;
    if (query.state) {
        state = tx.row<OrganisationId>(
            "SELECT id FROM organisations WHERE collaborative = ? AND code = ? AND code <> ''",
            query.collaborative, *query.state);
        if (!state)
            return refuse_field("not_found", "state", "No state here has this code.", "a code such as OH");
    }
    const auto seen = streams_of(tx, who);
    const auto days = days_by_zone(tx, query.collaborative, context.now);
    Page<ActionStep, Lane, StepLink> page;
    auto& [steps, lanes, links] = page.records;
    for (const auto& stream : seen)
        for (auto& step : steps_in(tx, stream, query, *after, days, state, limit + 1))
            steps.push_back(std::move(step));
    std::ranges::sort(steps, {}, [](const ActionStep& step) { return std::pair{step.due_on, step.id}; });
    if (static_cast<int>(steps.size()) > limit) {
        steps.resize(static_cast<std::size_t>(limit));
        page.next = steps.back().due_on.str() + " " + steps.back().id.str();
    }
    lanes = lanes_of(tx, steps);
    links = links_of(tx, steps, seen);
    return page;
}

} // namespace interstate::action_steps
