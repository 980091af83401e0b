#include "features/permissions/permissions.hpp"
#include "store/transaction.hpp"

namespace interstate::permissions {

Standing standing_of(store::Transaction& tx, const std::optional<PersonId>& person,
                     const CollaborativeId& collaborative) {
    Standing standing{.collaborative = collaborative};
    if (!person) return standing;
    standing.person = *person;
    struct Seat {
        OrganisationId organisation;
        bool active = false;
    };
    const auto seat =
        tx.row<Seat>("SELECT s.organisation, p.active FROM seats s JOIN people p ON p.id = s.person"
                     " WHERE s.person = ? AND s.collaborative = ?",
                     *person, collaborative);
    if (!seat) return standing;
    standing.organisation = seat->organisation;
    standing.active = seat->active;
    standing.roles =
        tx.rows<Role>("SELECT role FROM role_grants WHERE person = ? AND collaborative = ? ORDER BY role",
                      *person, collaborative);
    return standing;
}

std::optional<CollaborativeId> collaborative_of_series(store::Transaction& tx, const SeriesId& series) {
    return tx.row<CollaborativeId>("SELECT collaborative FROM series WHERE id = ?", series);
}

std::optional<CollaborativeId> collaborative_of_meeting(store::Transaction& tx, const MeetingId& meeting) {
    return tx.row<CollaborativeId>("SELECT collaborative FROM meetings WHERE id = ?", meeting);
}

Target target_of_series(store::Transaction& tx, const Standing& who, const SeriesId& series) {
    return {.in_series = tx.any("SELECT 1 FROM participations WHERE series = ? AND organisation = ?", series,
                                who.organisation)};
}

Target target_of_meeting(store::Transaction& tx, const Standing& who, const MeetingId& meeting) {
    const auto series = tx.row<std::optional<SeriesId>>("SELECT series FROM meetings WHERE id = ?", meeting);
    if (series && *series) return target_of_series(tx, who, **series);
    return {.in_series = series.has_value()};
}

namespace {

bool is_draft_series(store::Transaction& tx, const SeriesId& series) {
    return tx.any("SELECT 1 FROM series WHERE id = ? AND state = 'draft'", series);
}

/// A meeting cancelled before it was announced was never anything but a draft.
bool is_draft_meeting(store::Transaction& tx, const MeetingId& meeting) {
    return tx.any("SELECT 1 FROM meetings WHERE id = ?"
                  " AND (state = 'draft' OR (state = 'cancelled' AND announced_at IS NULL))",
                  meeting);
}

bool may_follow_series(store::Transaction& tx, const PersonId& person, const SeriesId& series) {
    const auto collaborative = collaborative_of_series(tx, series);
    if (!collaborative) return false;
    const auto who = standing_of(tx, person, *collaborative);
    if (is_draft_series(tx, series)) return can(who, Verb::see_staff);
    return can(who, Verb::see_series, target_of_series(tx, who, series));
}

bool may_follow_meeting(store::Transaction& tx, const PersonId& person, StreamKind kind,
                        const MeetingId& meeting) {
    const auto collaborative = collaborative_of_meeting(tx, meeting);
    if (!collaborative) return false;
    const auto who = standing_of(tx, person, *collaborative);
    if (kind == StreamKind::hosts) return can(who, Verb::run_room);
    if (is_draft_meeting(tx, meeting)) return can(who, Verb::see_staff);
    const auto verb = kind == StreamKind::present ? Verb::enter_room : Verb::see_meeting;
    return can(who, verb, target_of_meeting(tx, who, meeting));
}

bool may_follow_organisation(store::Transaction& tx, const PersonId& person,
                             const OrganisationId& organisation) {
    const auto collaborative =
        tx.row<CollaborativeId>("SELECT collaborative FROM organisations WHERE id = ?", organisation);
    if (!collaborative) return false;
    const auto who = standing_of(tx, person, *collaborative);
    return can(who, Verb::see_organisation, {.own = who.organisation == organisation});
}

} // namespace

bool may_follow(store::Transaction& tx, const PersonId& person, const Stream& stream) {
    const auto within = [&](Verb verb) {
        return can(standing_of(tx, person, CollaborativeId{stream.subject}), verb);
    };
    switch (stream.kind) {
    case StreamKind::extended:
        return within(Verb::see_extended);
    case StreamKind::collaborative:
        return within(Verb::see_members);
    case StreamKind::staff:
        return within(Verb::see_staff);
    case StreamKind::series:
        return may_follow_series(tx, person, SeriesId{stream.subject});
    case StreamKind::meeting:
    case StreamKind::present:
    case StreamKind::hosts:
        return may_follow_meeting(tx, person, stream.kind, MeetingId{stream.subject});
    case StreamKind::organisation:
        return may_follow_organisation(tx, person, OrganisationId{stream.subject});
    case StreamKind::person:
        return stream.subject == person && tx.any("SELECT 1 FROM people WHERE id = ? AND active = 1", person);
    }
    return false;
}

std::vector<Stream> streams_seen(store::Transaction& tx, const Standing& who, std::vector<Stream> streams) {
    constexpr int series_limit = 200;
    for (const auto& series : tx.rows<SeriesId>("SELECT id FROM series WHERE collaborative = ?"
                                                " ORDER BY starts_on DESC LIMIT ?",
                                                who.collaborative, series_limit))
        streams.push_back({StreamKind::series, series});
    std::erase_if(streams, [&](const Stream& stream) { return !may_follow(tx, who.person, stream); });
    return streams;
}

} // namespace interstate::permissions
