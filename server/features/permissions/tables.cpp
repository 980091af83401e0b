#include "features/permissions/permissions.hpp"
#include "store/transaction.hpp"

namespace interstate::permissions {
namespace {

std::vector<RoleWithin> roles_within(store::Transaction& tx, const PersonId& person,
                                     const CollaborativeId& collaborative) {
    struct Row {
        Role role = Role::observer;
        RoleScope scope = RoleScope::meeting;
        Ulid subject;
        std::optional<Footing> footing;
        std::optional<Tier> tier;
    };
    std::vector<RoleWithin> all;
    for (const auto& row : tx.rows<Row>(
             "SELECT g.role, g.scope, g.subject, m.status, m.tier FROM scoped_role_grants g"
             " LEFT JOIN memberships m ON g.scope = 'organisation' AND m.organisation = g.subject"
             " AND m.status IN ('active', 'grace')"
             " WHERE g.person = ? AND g.collaborative = ? AND g.ended_at IS NULL ORDER BY g.subject, g.role",
             person, collaborative))
        all.push_back({row.role, row.scope, row.subject, row.footing.value_or(Footing::none),
                       row.tier.value_or(Tier::extended)});
    return all;
}

} // namespace

Standing standing_of(store::Transaction& tx, const std::optional<PersonId>& person,
                     const CollaborativeId& collaborative) {
    Standing standing{.collaborative = collaborative};
    if (!person) return standing;
    standing.person = *person;
    struct SeatAndRole {
        OrganisationId organisation;
        bool active = false;
        std::optional<Role> role;
        std::optional<Footing> footing;
        std::optional<Tier> tier;
        bool has_part = false;
    };
    bool has_part = false;
    for (const auto& one : tx.rows<SeatAndRole>(
             "SELECT s.organisation, p.active = 1 AND s.suspended_at IS NULL, r.role, m.status, m.tier,"
             " EXISTS (SELECT 1 FROM scoped_role_grants g WHERE g.person = s.person"
             " AND g.collaborative = s.collaborative AND g.ended_at IS NULL) FROM seats s"
             " JOIN people p ON p.id = s.person"
             " LEFT JOIN role_grants r ON r.person = s.person AND r.collaborative = s.collaborative"
             " LEFT JOIN memberships m ON m.organisation = s.organisation AND m.status IN ('active', 'grace')"
             " WHERE s.person = ? AND s.collaborative = ? AND s.left_at IS NULL ORDER BY r.role",
             *person, collaborative)) {
        standing.organisation = one.organisation;
        standing.active = one.active;
        standing.footing = one.footing.value_or(Footing::none);
        standing.tier = one.tier.value_or(Tier::extended);
        if (one.role) standing.roles.push_back(*one.role);
        has_part = one.has_part && one.active;
    }
    // Few have one.
    if (has_part) standing.within = roles_within(tx, *person, collaborative);
    return standing;
}

std::optional<CollaborativeId> collaborative_of_series(store::Transaction& tx, const SeriesId& series) {
    return tx.row<CollaborativeId>("SELECT collaborative FROM series WHERE id = ?", series);
}

std::optional<CollaborativeId> collaborative_of_meeting(store::Transaction& tx, const MeetingId& meeting) {
    return tx.row<CollaborativeId>("SELECT collaborative FROM meetings WHERE id = ?", meeting);
}

namespace {

bool takes_part(store::Transaction& tx, const Ulid& organisation, const SeriesId& series) {
    return tx.any("SELECT 1 FROM participations WHERE series = ? AND organisation = ?", series, organisation);
}

/// Of those in which the person has a role, beside their own.
std::optional<OrganisationId> team_in(store::Transaction& tx, const Standing& who, const SeriesId& series) {
    for (const auto& part : who.within)
        if (part.scope == RoleScope::organisation && takes_part(tx, part.subject, series))
            return OrganisationId{part.subject};
    return std::nullopt;
}

} // namespace

std::vector<PersonId> team_of(store::Transaction& tx, const OrganisationId& organisation) {
    return tx.rows<PersonId>("SELECT person FROM seats WHERE organisation = ?1 AND left_at IS NULL"
                             " UNION SELECT person FROM scoped_role_grants WHERE subject = ?1"
                             " AND ended_at IS NULL ORDER BY person",
                             organisation);
}

Target target_of_series(store::Transaction& tx, const Standing& who, const SeriesId& series) {
    return {.in_series = takes_part(tx, who.organisation, series),
            .organisation = team_in(tx, who, series),
            .series = series};
}

Target target_of_meeting(store::Transaction& tx, const Standing& who, const MeetingId& meeting) {
    const auto series = tx.row<std::optional<SeriesId>>("SELECT series FROM meetings WHERE id = ?", meeting);
    Target target{.in_series = series.has_value()};
    if (series && *series) target = target_of_series(tx, who, **series);
    target.meeting = meeting;
    return target;
}

Target target_of_stream(store::Transaction& tx, const Standing& who, const Stream& stream) {
    Target target;
    switch (stream.kind) {
    case StreamKind::organisation:
        target = of_organisation(who, OrganisationId{stream.subject});
        break;
    case StreamKind::series:
        target.series = SeriesId{stream.subject};
        break;
    case StreamKind::meeting:
        target = target_of_meeting(tx, who, MeetingId{stream.subject});
        break;
    default:
        break;
    }
    target.in_series = may_follow(tx, who, stream);
    return target;
}

namespace {

/// Of a series or a meeting, what decides who may follow its streams.
struct Place {
    CollaborativeId collaborative;
    /// Nobody but those who prepare it knows of it.
    bool draft = false;
    /// The person's organisation takes part, or everybody does.
    bool takes_part = false;
    /// That it is, or is of.
    std::optional<SeriesId> series;
    std::optional<MeetingId> meeting;
};

std::optional<Place> place_of_series(store::Transaction& tx, const Standing& who, const Ulid& series) {
    return tx.row<Place>("SELECT s.collaborative, s.state = 'draft',"
                         " EXISTS (SELECT 1 FROM participations WHERE series = s.id AND organisation = ?),"
                         " s.id, NULL FROM series s WHERE s.id = ?",
                         who.organisation, series);
}

/// A meeting cancelled before it was announced was never anything but a draft.
std::optional<Place> place_of_meeting(store::Transaction& tx, const Standing& who, const Ulid& meeting) {
    return tx.row<Place>(
        "SELECT m.collaborative, m.state = 'draft' OR (m.state = 'cancelled' AND m.announced_at IS NULL),"
        " m.series IS NULL OR"
        " EXISTS (SELECT 1 FROM participations WHERE series = m.series AND organisation = ?),"
        " m.series, m.id FROM meetings m WHERE m.id = ?",
        who.organisation, meeting);
}

bool may_see(store::Transaction& tx, const Standing& who, const std::optional<Place>& place, Verb verb) {
    if (!place || place->collaborative != who.collaborative) return false;
    if (place->draft) return can(who, Verb::see_staff);
    return can(who, verb,
               {.in_series = place->takes_part,
                .organisation = place->series ? team_in(tx, who, *place->series) : std::nullopt,
                .series = place->series,
                .meeting = place->meeting});
}

bool may_see_organisation(store::Transaction& tx, const Standing& who, const Ulid& organisation) {
    return tx.any("SELECT 1 FROM organisations WHERE id = ? AND collaborative = ?", organisation,
                  who.collaborative) &&
           can(who, Verb::see_organisation, of_organisation(who, OrganisationId{organisation}));
}

bool is_active(store::Transaction& tx, const PersonId& person) {
    return tx.any("SELECT 1 FROM people WHERE id = ? AND active = 1", person);
}

/// Whose standing decides about a stream; nothing for a stream of nothing.
std::optional<CollaborativeId> collaborative_of(store::Transaction& tx, const Stream& stream) {
    switch (stream.kind) {
    case StreamKind::extended:
    case StreamKind::collaborative:
    case StreamKind::staff:
        return CollaborativeId{stream.subject};
    case StreamKind::series:
    case StreamKind::moderators:
        return collaborative_of_series(tx, SeriesId{stream.subject});
    case StreamKind::meeting:
    case StreamKind::present:
    case StreamKind::hosts:
        return collaborative_of_meeting(tx, MeetingId{stream.subject});
    case StreamKind::organisation:
        return tx.row<CollaborativeId>("SELECT collaborative FROM organisations WHERE id = ?",
                                       stream.subject);
    case StreamKind::person:
        break;
    }
    return std::nullopt;
}

} // namespace

bool may_follow(store::Transaction& tx, const Standing& who, const Stream& stream) {
    const auto within = [&](Verb verb) { return stream.subject == who.collaborative && can(who, verb); };
    switch (stream.kind) {
    case StreamKind::extended:
        return within(Verb::see_extended);
    case StreamKind::collaborative:
        return within(Verb::see_members);
    case StreamKind::staff:
        return within(Verb::see_staff);
    case StreamKind::series:
        return may_see(tx, who, place_of_series(tx, who, stream.subject), Verb::see_series);
    case StreamKind::meeting:
        return may_see(tx, who, place_of_meeting(tx, who, stream.subject), Verb::see_meeting);
    case StreamKind::present:
        return may_see(tx, who, place_of_meeting(tx, who, stream.subject), Verb::enter_room);
    case StreamKind::hosts:
        return may_see(tx, who, place_of_meeting(tx, who, stream.subject), Verb::run_room);
    case StreamKind::moderators:
        return may_see(tx, who, place_of_series(tx, who, stream.subject), Verb::moderate);
    case StreamKind::organisation:
        return may_see_organisation(tx, who, stream.subject);
    case StreamKind::person:
        return stream.subject == who.person && is_active(tx, who.person);
    }
    return false;
}

bool may_follow(store::Transaction& tx, const PersonId& person, const Stream& stream) {
    if (stream.kind == StreamKind::person) return stream.subject == person && is_active(tx, person);
    const auto collaborative = collaborative_of(tx, stream);
    return collaborative && may_follow(tx, standing_of(tx, person, *collaborative), stream);
}

std::vector<Stream> streams_seen(store::Transaction& tx, const Standing& who, std::vector<Stream> streams) {
    constexpr int series_limit = 200;
    for (const auto& series : tx.rows<SeriesId>("SELECT id FROM series WHERE collaborative = ?"
                                                " ORDER BY starts_on DESC LIMIT ?",
                                                who.collaborative, series_limit))
        streams.push_back({StreamKind::series, series});
    for (const auto& part : who.within)
        if (part.scope == RoleScope::organisation)
            streams.push_back({StreamKind::organisation, part.subject});
    std::erase_if(streams, [&](const Stream& stream) { return !may_follow(tx, who, stream); });
    return streams;
}

} // namespace interstate::permissions
