#include "features/membership/membership.hpp"
#include "store/transaction.hpp"

namespace interstate::membership {
namespace {

constexpr const char* collaborative_columns =
    "SELECT c.id, c.slug, c.name, c.short_name, c.year, y.ends_on, y.grace_days,"
    " (SELECT n.label FROM membership_years n WHERE n.collaborative = c.id AND n.status = 'open'"
    " AND n.starts_on > y.ends_on ORDER BY n.starts_on LIMIT 1)"
    " FROM collaboratives c LEFT JOIN membership_years y ON y.collaborative = c.id AND y.label = c.year";

struct CollaborativeRow {
    CollaborativeId id;
    Text<1, 40> slug;
    Text<1, 200> name;
    Text<1, 40> short_name;
    Text<1, 20> year;
    std::optional<CivilDate> ends_on;
    std::optional<int> grace_days;
    std::optional<Text<1, 20>> next_year;
};

Collaborative collaborative_of(CollaborativeRow row) {
    const auto grace =
        row.ends_on && row.grace_days ? std::optional{row.ends_on->plus_days(*row.grace_days)} : std::nullopt;
    return {row.id,
            std::move(row.slug),
            std::move(row.name),
            std::move(row.short_name),
            std::move(row.year),
            row.ends_on,
            grace,
            std::move(row.next_year)};
}
constexpr const char* organisation_columns =
    "SELECT o.id, o.collaborative, o.type, o.name, o.code, o.short_name, o.zone, o.tile_column, o.tile_row,"
    " EXISTS (SELECT 1 FROM memberships m WHERE m.organisation = o.id AND m.status IN ('active', 'grace')), "
    "o.revision"
    " FROM organisations o";

std::string with(const char* columns, const char* rest) { return std::string{columns} + rest; }

} // namespace

std::optional<Collaborative> find(store::Transaction& tx, const Ulid& id, As<Collaborative>) {
    auto row = tx.row<CollaborativeRow>(with(collaborative_columns, " WHERE c.id = ?"), id);
    return row ? std::optional{collaborative_of(std::move(*row))} : std::nullopt;
}
std::optional<Organisation> find(store::Transaction& tx, const Ulid& id, As<Organisation>) {
    return tx.row<Organisation>(with(organisation_columns, " WHERE o.id = ?"), id);
}

Stream home(store::Transaction&, const Collaborative& collaborative) {
    return {StreamKind::extended, collaborative.id};
}
Stream home(store::Transaction&, const Organisation& organisation) {
    return {StreamKind::extended, organisation.collaborative};
}

std::vector<Collaborative> current(store::Transaction& tx, const Stream& stream, As<Collaborative>) {
    if (stream.kind != StreamKind::extended) return {};
    auto found = find(tx, stream.subject, As<Collaborative>{});
    return found ? std::vector{std::move(*found)} : std::vector<Collaborative>{};
}
std::vector<Organisation> current(store::Transaction& tx, const Stream& stream, As<Organisation>) {
    if (stream.kind != StreamKind::extended) return {};
    return tx.rows<Organisation>(
        with(organisation_columns, " WHERE o.collaborative = ? ORDER BY o.short_name, o.id LIMIT 1000"),
        stream.subject);
}

} // namespace interstate::membership
