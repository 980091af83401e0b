#include "features/membership/membership.hpp"
#include "store/transaction.hpp"

namespace interstate::membership {
namespace {

constexpr const char* collaborative_columns = "SELECT id, slug, name, short_name, year FROM collaboratives";
constexpr const char* organisation_columns =
    "SELECT o.id, o.collaborative, o.type, o.name, o.code, o.short_name, o.zone, o.tile_column, o.tile_row,"
    " EXISTS (SELECT 1 FROM memberships m WHERE m.organisation = o.id AND m.status IN ('active', 'grace'))"
    " FROM organisations o";

std::string with(const char* columns, const char* rest) { return std::string{columns} + rest; }

} // namespace

std::optional<Collaborative> find(store::Transaction& tx, const Ulid& id, As<Collaborative>) {
    return tx.row<Collaborative>(with(collaborative_columns, " WHERE id = ?"), id);
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
    return tx.rows<Collaborative>(with(collaborative_columns, " WHERE id = ?"), stream.subject);
}
std::vector<Organisation> current(store::Transaction& tx, const Stream& stream, As<Organisation>) {
    if (stream.kind != StreamKind::extended) return {};
    return tx.rows<Organisation>(
        with(organisation_columns, " WHERE o.collaborative = ? ORDER BY o.short_name, o.id LIMIT 1000"),
        stream.subject);
}

} // namespace interstate::membership
