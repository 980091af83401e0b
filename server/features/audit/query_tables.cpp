// Who may see which rows, and what they say.
#include "features/audit/audit.hpp"
#include "store/transaction.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace interstate::audit {
namespace {

using permissions::can;

constexpr int page_limit = 200;
constexpr int lines_of_a_page = 50;

/// Where a page begins: after this row, the newest first.
struct After {
    std::int64_t at = std::numeric_limits<std::int64_t>::max();
    std::int64_t seq = std::numeric_limits<std::int64_t>::max();
};

std::optional<After> parse_cursor(std::string_view text) {
    After after;
    const auto blank = text.find(' ');
    if (blank == text.npos) return std::nullopt;
    const auto number = [](std::string_view digits, std::int64_t& out) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
        return error == std::errc{} && end == digits.data() + digits.size();
    };
    if (!number(text.substr(0, blank), after.at) || !number(text.substr(blank + 1), after.seq))
        return std::nullopt;
    return after;
}

/// Which rows somebody sees.
struct Scope {
    bool all = false;
    bool series = false;
    std::optional<OrganisationId> organisation;
    /// Who has a role in single series that shows theirs.
    std::optional<PersonId> of_parts;

    [[nodiscard]] bool any() const { return all || series || organisation || of_parts; }
};

bool shows_its_rows(const permissions::Standing& who, const permissions::RoleWithin& part) {
    return part.scope == permissions::RoleScope::series &&
           can(who, permissions::Verb::see_audit, {.series = SeriesId{part.subject}});
}

Scope scope_of(const permissions::Standing& who) {
    using enum permissions::Verb;
    if (can(who, see_audit)) return {.all = true};
    Scope scope{.series = can(who, see_audit, {.in_series = true})};
    if (can(who, see_audit, {.own = true})) scope.organisation = who.organisation;
    if (std::ranges::any_of(who.within, [&](const auto& part) { return shows_its_rows(who, part); }))
        scope.of_parts = who.person;
    return scope;
}

struct Row {
    std::int64_t seq = 0;
    Instant at;
    std::optional<PersonId> actor;
    Via via = Via::system;
    std::string verb;
    std::string target_kind;
    std::optional<Ulid> target;
    std::optional<std::string> actor_name;
};

constexpr const char* columns = "SELECT a.seq, a.at, a.actor, a.via, a.verb, a.target_kind, a.target,"
                                " (SELECT name FROM people WHERE id = a.actor)";
/// The single series of which ?13 sees the rows, by the one role that shows them (permissions/rules.cpp).
const std::string series_of_parts =
    "(SELECT r.subject FROM scoped_role_grants r WHERE r.person = ?13 AND r.scope = 'series'"
    " AND r.role = 'facilitator' AND r.ended_at IS NULL)";
/// What holds for every row of an answer, however it was found. ?1 collaborative, ?2 and ?3 cursor, ?4 from,
/// ?5 verb, ?6 target, ?7 all, ?8 organisation, ?9 series, ?10 person, ?11 mine, ?12 limit, ?13 whose parts.
const std::string conditions = " AND a.collaborative = ?1 AND a.at >= ?4 AND (?5 IS NULL OR a.verb = ?5) "
                               "AND (?6 IS NULL OR a.target = ?6)"
                               " AND (?11 OR ?7 OR a.organisation = ?8 OR (?9 AND a.series IS NOT NULL)"
                               " OR a.series IN " +
                               series_of_parts +
                               ")"
                               " AND (?10 IS NULL OR NOT ?11 OR a.actor = ?10 OR a.target = ?10)";
constexpr const char* order = " ORDER BY a.at DESC, a.seq DESC LIMIT ?12";

/// The narrowest way in, each by an index of its own in the order of the answer.
std::string way_in(const AuditTrail& query, const Scope& scope) {
    if (query.person)
        return " FROM audit_people p JOIN audit a ON a.seq = p.seq"
               " WHERE p.person = ?10 AND (p.at, p.seq) < (?2, ?3)";
    if (query.target) return " FROM audit a WHERE a.target = ?6 AND (a.at, a.seq) < (?2, ?3)";
    if (query.verb)
        return " FROM audit a"
               " WHERE a.collaborative = ?1 AND a.verb = ?5 AND (a.at, a.seq) < (?2, ?3)";
    if (!scope.all && !scope.series && scope.of_parts)
        return " FROM audit a WHERE a.seq IN (SELECT seq FROM audit WHERE series IN " + series_of_parts +
               " UNION ALL SELECT seq FROM audit WHERE organisation = ?8) AND (a.at, a.seq) < (?2, ?3)";
    if (!scope.all && !scope.series)
        return " FROM audit a"
               " WHERE a.organisation = ?8 AND (a.at, a.seq) < (?2, ?3)";
    if (!scope.all && !scope.organisation)
        return " FROM audit a"
               " WHERE a.collaborative = ?1 AND a.series IS NOT NULL AND (a.at, a.seq) < (?2, ?3)";
    return " FROM audit a"
           " WHERE a.collaborative = ?1 AND (a.at, a.seq) < (?2, ?3)";
}

std::vector<Row> rows_of(store::Transaction& tx, const AuditTrail& query, const Scope& scope, After after,
                         int limit) {
    if (query.until && query.until->ms <= after.at) after = {query.until->ms, 0};
    const std::string sorted = query.person ? " ORDER BY p.at DESC, p.seq DESC LIMIT ?12" : order;
    std::optional<std::string> verb;
    if (query.verb) verb = query.verb->str();
    return tx.rows<Row>(columns + way_in(query, scope) + conditions + sorted, query.collaborative, after.at,
                        after.seq, query.from.value_or(Instant{}), verb, query.target, scope.all,
                        scope.organisation, scope.series, query.person, query.mine.value_or(false), limit,
                        scope.of_parts);
}

struct Naming {
    std::string_view kind;
    const char* sql;
};
constexpr Naming namings[] = {
    {"collaborative", "SELECT short_name FROM collaboratives WHERE id = ?"},
    {"organisation", "SELECT short_name FROM organisations WHERE id = ?"},
    {"membership", "SELECT short_name FROM organisations WHERE id = ?"},
    {"year_goals", "SELECT y.year || ' in ' || c.short_name FROM year_goals y JOIN collaboratives c"
                   " ON c.id = y.collaborative WHERE y.id = ?"},
    {"person", "SELECT name FROM people WHERE id = ?"},
    {"join_request", "SELECT name || ' (' || agency || ')' FROM join_requests WHERE id = ?"},
    {"series", "SELECT '“' || title || '”' FROM series WHERE id = ?"},
    {"meeting", "SELECT '“' || title || '”' FROM meetings WHERE id = ?"},
    {"room", "SELECT '“' || title || '”' FROM meetings WHERE id = ?"},
    {"attendance", "SELECT a.name || ' in “' || m.title || '”' FROM attendance a"
                   " JOIN meetings m ON m.id = a.meeting WHERE a.id = ?"},
    {"waiting_guest", "SELECT g.name || ' in “' || m.title || '”' FROM guests g"
                      " JOIN meetings m ON m.id = g.meeting WHERE g.id = ?"},
    {"rsvp", "SELECT 'the invitation of ' || p.name || ' to “' || m.title || '”' FROM rsvps r"
             " JOIN meetings m ON m.id = r.meeting JOIN people p ON p.id = r.person WHERE r.id = ?"},
    {"action_step", "SELECT '“' || title || '”' FROM action_steps WHERE id = ?"},
    {"thread", "SELECT '“' || title || '”' FROM threads WHERE id = ?"},
    {"post", "SELECT '“' || t.title || '”' FROM posts p JOIN threads t ON t.id = p.thread WHERE p.id = ?"},
    {"objective", "SELECT 'the objective “' || o.short_name || '” of “' || s.title || '”' FROM objectives o"
                  " JOIN series s ON s.id = o.series WHERE o.id = ?"},
    {"participation", "SELECT o.short_name || ' in “' || s.title || '”' FROM participations p"
                      " JOIN organisations o ON o.id = p.organisation JOIN series s ON s.id = p.series"
                      " WHERE p.id = ?"},
    {"agenda_item", "SELECT '“' || i.title || '” on the agenda of “' || m.title || '”' FROM agenda_items i"
                    " JOIN meetings m ON m.id = i.meeting WHERE i.id = ?"},
    {"step_link", "SELECT 'the link of “' || a.title || '” to “' || b.title || '”' FROM step_links k"
                  " JOIN action_steps a ON a.id = k.from_step JOIN action_steps b ON b.id = k.to_step"
                  " WHERE k.id = ?"},
    {"no_step",
     "SELECT 'a reason for no step of ' || o.short_name || ' in “' || m.title || '”' FROM no_steps n"
     " JOIN organisations o ON o.id = n.organisation JOIN meetings m ON m.id = n.meeting"
     " WHERE n.id = ?"}};
constexpr const char* name_in_trash = "SELECT '“' || title || '”' FROM trash WHERE id = ?";

std::string name_of_target(store::Transaction& tx, const Row& row) {
    const auto* const found = std::ranges::find(namings, row.target_kind, &Naming::kind);
    if (found == std::end(namings) || !row.target) return {};
    if (auto name = tx.row<std::string>(found->sql, *row.target)) return *name;
    return tx.row<std::string>(name_in_trash, *row.target).value_or("");
}

AuditLine line_of(store::Transaction& tx, const Row& row) {
    AuditLine line{.seq = static_cast<int>(row.seq),
                   .at = row.at,
                   .actor = row.actor,
                   .via = row.via,
                   .verb = row.verb,
                   .target_kind = row.target_kind,
                   .target = row.target,
                   .actor_name = row.actor_name.value_or(name_of(row.via)),
                   .target_name = name_of_target(tx, row),
                   .sentence = {}};
    const bool oneself = row.actor && row.target == Ulid{*row.actor};
    line.sentence = sentence_of(line.actor_name, line.verb, oneself ? "themselves" : line.target_name);
    return line;
}

/// "signed in as …", for a list to choose from.
std::vector<AuditVerb> choices() {
    std::vector<AuditVerb> all;
    for (const auto& verb : verbs()) {
        std::string words = verb.words;
        if (const auto place = words.find("{}"); place != words.npos) words.replace(place, 2, "…");
        all.push_back({verb.verb, words});
    }
    return all;
}

/// How people sign in, and what they asked for as persons, is not their organization's.
constexpr std::array verbs_of_a_person{"sign_in",         "sign_out",         "end_sign_ins",
                                       "change_way_in",   "sign_out_person",  "reset_second_factor",
                                       "make_token",      "renew_invitation", "invite_person",
                                       "ask_for_erasure", "export_own",       "flag_post"};

} // namespace

void read_of_organisation(store::Transaction& tx, const OrganisationId& organisation, Instant from,
                          Instant until, const std::function<bool(const AuditLine&)>& take) {
    const std::string next = std::string{columns} +
                             " FROM audit a WHERE a.organisation = ? AND (a.at, a.seq) > (?, ?) AND a.at < ?"
                             " ORDER BY a.at, a.seq LIMIT ?";
    After after{.at = from.ms, .seq = 0};
    for (;;) {
        const auto rows = tx.rows<Row>(next, organisation, after.at, after.seq, until, page_limit);
        for (const auto& row : rows)
            if (std::ranges::find(verbs_of_a_person, row.verb) == verbs_of_a_person.end() &&
                !take(line_of(tx, row)))
                return;
        if (rows.size() < page_limit) return;
        after = {.at = rows.back().at.ms, .seq = rows.back().seq};
    }
}

Result<AuditLines> answer(store::Transaction& tx, const AuditTrail& asked, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, asked.collaborative);
    auto query = asked;
    const bool mine = query.mine.value_or(false);
    const auto scope = scope_of(who);
    if (!who.active || (!mine && !scope.any())) return refuse_not_allowed();
    if (mine) query.person = who.person;
    const int limit = query.limit.value_or(lines_of_a_page);
    if (limit < 1 || limit > page_limit)
        return refuse_field("out_of_bounds", "limit", "That is no page.",
                            "1 to " + std::to_string(page_limit));
    const auto after = query.cursor ? parse_cursor(query.cursor->str()) : After{};
    if (!after)
        return refuse_field("malformed", "cursor", "This cursor was not made here.",
                            "the `next` of an answer");
    auto rows = rows_of(tx, query, scope, *after, limit + 1);
    AuditLines found;
    if (static_cast<int>(rows.size()) > limit) {
        rows.pop_back();
        found.next = std::to_string(rows.back().at.ms) + " " + std::to_string(rows.back().seq);
    }
    for (const auto& row : rows) found.lines.push_back(line_of(tx, row));
    if (!query.cursor) found.verbs = choices();
    return found;
}

Result<AuditBodyFound> answer(store::Transaction& tx, const AuditBody& query, const Context& context) {
    struct Place {
        CollaborativeId collaborative;
        std::optional<OrganisationId> organisation;
        std::optional<SeriesId> series;
        std::string hash;
    };
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    const auto scope = scope_of(who);
    const auto place = tx.row<Place>("SELECT collaborative, organisation, series, hash FROM "
                                     "audit WHERE seq = ? AND collaborative = ?",
                                     query.seq, query.collaborative);
    const bool seen =
        place && (scope.all || (scope.series && place->series) ||
                  (place->series && can(who, permissions::Verb::see_audit, {.series = *place->series})) ||
                  (scope.organisation && scope.organisation == place->organisation));
    if (!seen) return refuse_not_allowed();
    struct Body {
        std::string before, after;
    };
    const auto body = tx.row<Body>("SELECT before, after FROM audit_bodies WHERE seq = ?", query.seq);
    if (!body) return AuditBodyFound{.before = {}, .after = {}, .erased = true, .hash = place->hash};
    return AuditBodyFound{.before = body->before, .after = body->after, .hash = place->hash};
}

} // namespace interstate::audit
