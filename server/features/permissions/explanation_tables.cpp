#include "features/permissions/explanation.hpp"
#include "features/permissions/grants.hpp"
#include "store/transaction.hpp"

namespace interstate::permissions {
namespace {

constexpr int series_limit = 200;
constexpr int meeting_limit = 50;

/// A place of one kind, as the collaborative has it once.
PlaceSeen place(const Standing& who, PlaceType type, Verb verb) {
    auto why = explain(who, verb, {}, "that");
    return {
        .type = type, .subject = who.collaborative, .seen = why.allowed, .because = std::move(why.because)};
}

struct PlaceRow {
    Ulid id;
    std::string title;
    bool draft = false;
};

/// `verb` decides, unless it is a draft.
Explanation explain_place(const Standing& who, Verb verb, bool draft, const Target& target,
                          std::string_view thing) {
    if (!draft) return explain(who, verb, target, thing);
    auto why = explain(who, Verb::see_staff, {}, thing);
    why.because = "It is a draft. " + why.because;
    return why;
}

PlaceSeen place(const Standing& who, PlaceType type, Verb verb, PlaceRow row, const Target& target,
                std::string_view thing) {
    auto why = explain_place(who, verb, row.draft, target, thing);
    return {.type = type,
            .subject = row.id,
            .title = std::move(row.title),
            .seen = why.allowed,
            .because = std::move(why.because)};
}

void add_series(store::Transaction& tx, const Standing& who, std::vector<PlaceSeen>& places) {
    for (auto& row :
         tx.rows<PlaceRow>("SELECT s.id, s.title, s.state = 'draft' FROM series s WHERE s.collaborative = ?"
                           " ORDER BY s.starts_on DESC LIMIT ?",
                           who.collaborative, series_limit)) {
        const auto target = target_of_series(tx, who, SeriesId{row.id});
        places.push_back(
            place(who, PlaceType::series, Verb::see_series, std::move(row), target, "this series"));
    }
}

/// Those outside any series, and those in which they are something of their own.
void add_meetings(store::Transaction& tx, const Standing& who, std::vector<PlaceSeen>& places) {
    for (auto& row : tx.rows<PlaceRow>(
             "SELECT m.id, m.title, m.state = 'draft' OR (m.state = 'cancelled' AND m.announced_at IS NULL)"
             " FROM meetings m WHERE m.id IN"
             " (SELECT subject FROM scoped_role_grants WHERE person = ?1 AND collaborative = ?2"
             " AND ended_at IS NULL)"
             " OR m.id IN (SELECT id FROM meetings WHERE collaborative = ?2 AND series IS NULL"
             " ORDER BY starts_at DESC LIMIT ?3) ORDER BY m.starts_at DESC",
             who.person, who.collaborative, meeting_limit)) {
        const auto target = target_of_meeting(tx, who, MeetingId{row.id});
        places.push_back(
            place(who, PlaceType::meeting, Verb::see_meeting, std::move(row), target, "this session"));
    }
}

/// Their own team, and those in which they are something besides.
void add_teams(store::Transaction& tx, const Standing& who, std::string_view own,
               std::vector<PlaceSeen>& places) {
    const auto add = [&](const OrganisationId& organisation, std::string title) {
        auto why = explain(who, Verb::see_organisation, of_organisation(who, organisation), title);
        places.push_back({.type = PlaceType::organisation,
                          .subject = organisation,
                          .title = std::move(title),
                          .seen = why.allowed,
                          .because = std::move(why.because)});
    };
    add(who.organisation, std::string{own});
    for (const auto& part : who.within)
        if (part.scope == RoleScope::organisation) add(OrganisationId{part.subject}, title_of(tx, part));
}

std::string name_of(store::Transaction& tx, const OrganisationId& organisation) {
    return tx.row<std::string>("SELECT short_name FROM organisations WHERE id = ?", organisation)
        .value_or("");
}

} // namespace

Result<AccessFound> answer(store::Transaction& tx, const AccessOfPerson& query, const Context& context) {
    const auto asks = standing_of(tx, context.actor, query.collaborative);
    if (!can(asks, Verb::explain_access)) return refuse_not_allowed();
    if (!tx.any("SELECT 1 FROM seats WHERE person = ? AND collaborative = ?", query.person,
                query.collaborative))
        return refuse_not_allowed();

    const auto who = standing_of(tx, query.person, query.collaborative);
    const auto organisation = name_of(tx, who.organisation);
    AccessFound found{.grounds = grounds_of(who, organisation), .roles = who.roles, .within = who.within};
    for (const auto& part : who.within) found.grounds.push_back(ground_of(part, title_of(tx, part)));
    auto& places = found.places;
    places.push_back(place(who, PlaceType::names, Verb::see_extended));
    places.push_back(place(who, PlaceType::directory, Verb::see_members));
    places.push_back(place(who, PlaceType::staff, Verb::see_staff));
    add_series(tx, who, places);
    add_meetings(tx, who, places);
    if (who.active) {
        add_teams(tx, who, organisation, places);
        auto others = explain(who, Verb::see_organisation, {}, "another organization's");
        places.push_back({.type = PlaceType::organisation,
                          .subject = who.collaborative,
                          .seen = others.allowed,
                          .because = std::move(others.because)});
    }
    for (const auto& rule : rules()) found.deeds.push_back(deed(who, rule.verb));
    return found;
}

// ---- viewers_of -------------------------------------------------------------------------------------------

namespace {

constexpr int viewers_limit = 1000;

/// What a stream is of.
struct Subject {
    std::string title;
    bool draft = false;
};

Subject subject_of(store::Transaction& tx, const Stream& stream) {
    switch (stream.kind) {
    case StreamKind::series:
        return tx.row<Subject>("SELECT title, state = 'draft' FROM series WHERE id = ?", stream.subject)
            .value_or(Subject{});
    case StreamKind::meeting:
        return tx
            .row<Subject>("SELECT title, state = 'draft' OR (state = 'cancelled' AND announced_at IS NULL)"
                          " FROM meetings WHERE id = ?",
                          stream.subject)
            .value_or(Subject{});
    case StreamKind::organisation:
        return {name_of(tx, OrganisationId{stream.subject})};
    default:
        return {};
    }
}

/// As `may_follow` decides; nothing for streams in which nothing stands that people would ask about.
std::optional<Explanation> explain_stream(store::Transaction& tx, const Standing& who, const Stream& stream,
                                          const Subject& subject) {
    switch (stream.kind) {
    case StreamKind::extended:
        return explain(who, Verb::see_extended, {}, "that");
    case StreamKind::collaborative:
        return explain(who, Verb::see_members, {}, "that");
    case StreamKind::staff:
        return explain(who, Verb::see_staff, {}, "that");
    case StreamKind::series:
        return explain_place(who, Verb::see_series, subject.draft,
                             target_of_series(tx, who, SeriesId{stream.subject}), "this series");
    case StreamKind::meeting:
        return explain_place(who, Verb::see_meeting, subject.draft,
                             target_of_meeting(tx, who, MeetingId{stream.subject}), "this session");
    case StreamKind::organisation:
        return explain(who, Verb::see_organisation, of_organisation(who, OrganisationId{stream.subject}),
                       subject.title);
    default:
        return std::nullopt;
    }
}

} // namespace

Result<ViewersFound> answer(store::Transaction& tx, const ViewersOf& query, const Context& context) {
    const auto asks = standing_of(tx, context.actor, query.collaborative);
    if (!can(asks, Verb::explain_access) || !may_follow(tx, asks, query.stream)) return refuse_not_allowed();
    const auto subject = subject_of(tx, query.stream);
    ViewersFound found{.title = subject.title};
    for (const auto& person :
         tx.rows<PersonId>("SELECT s.person FROM seats s JOIN people p ON p.id = s.person"
                           " WHERE s.collaborative = ? AND s.left_at IS NULL ORDER BY p.name, p.id",
                           query.collaborative)) {
        if (++found.count > viewers_limit) continue;
        auto why = explain_stream(tx, standing_of(tx, person, query.collaborative), query.stream, subject);
        if (!why)
            return refuse_field("unknown", "stream", "That is nothing which people see a page of.",
                                "extended, collaborative, staff, series, meeting or organisation");
        found.people.push_back({person, why->allowed, std::move(why->because)});
    }
    return found;
}

} // namespace interstate::permissions
