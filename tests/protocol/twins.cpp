#include "protocol/twins.hpp"

namespace interstate::tests {
namespace {

/// What belongs to something else is made with a twin of it; who wrote a thing stays who it was.
const std::set<std::string> parents_of_things{"collaboratives", "organisations", "series",
                                              "meetings",       "action_steps",  "step_lanes",
                                              "threads",        "posts",         "attendance"};

std::string quoted(const Ulid& id) { return "'" + id.str() + "'"; }

/// The table in which this id has a row. Of several the thing itself, not what is kept of it beside.
std::optional<std::string> table_of(store::Transaction& tx, const Ulid& id) {
    for (const auto& table : parents_of_things)
        if (tx.any("SELECT 1 FROM " + table + " WHERE id = ?", id)) return table;
    static const std::set<std::string> passed_over{"grounds", "mail"};
    for (const auto& table : tx.rows<std::string>(
             "SELECT m.name FROM sqlite_master m WHERE m.type = 'table' AND m.name NOT LIKE 'removed_%'"
             " AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'id') ORDER BY m.name"))
        if (!passed_over.contains(table) && tx.any("SELECT 1 FROM " + table + " WHERE id = ?", id))
            return table;
    return std::nullopt;
}

std::map<std::string, std::string> parents_in(store::Transaction& tx, const std::string& table) {
    struct Reference {
        std::string column, table;
    };
    std::map<std::string, std::string> parents;
    for (const auto& reference :
         tx.rows<Reference>("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)", table))
        if (parents_of_things.contains(reference.table)) parents[reference.column] = reference.table;
    return parents;
}

} // namespace

std::optional<Ulid> Twins::of(const Ulid& id) {
    if (const auto known = made_.find(id); known != made_.end()) return known->second;
    const auto table = table_of(tx_, id);
    if (!table) return std::nullopt;
    // Everybody here sees who and what is here, and a lead who asks for their agency; what is thrown away has
    // no twin of its own.
    static const std::set<std::string> of_all{"collaboratives", "organisations", "people", "year_goals",
                                              "join_requests"};
    if (*table == "trash" || (where_ == Where::next_door && of_all.contains(*table))) return std::nullopt;
    return copied(*table, id);
}

Ulid Twins::copied(const std::string& table, const Ulid& id) {
    const auto twin = Ulid::from(Instant{9}, {9, 0, static_cast<std::uint8_t>(where_ == Where::yonder),
                                              static_cast<std::uint8_t>(made_.size() + 1)});
    made_[id] = twin;
    const auto parents = parents_in(tx_, table);
    std::string columns, values;
    for (const auto& column : tx_.rows<std::string>("SELECT name FROM pragma_table_info(?)", table)) {
        columns += (columns.empty() ? "" : ", ") + column;
        values += (values.empty() ? "" : ", ") + value_of(table, column, parents, id, twin);
    }
    tx_.run("INSERT INTO " + table + " (" + columns + ") SELECT " + values + " FROM " + table +
            " WHERE id = " + quoted(id));
    if (table == "people")
        tx_.run(
            "INSERT INTO seats (person, collaborative, organisation, title, function, primary_contact)"
            " SELECT ?, collaborative, id, '', '', 0 FROM organisations WHERE id = ?",
            twin,
            of(tx_.row<Ulid>("SELECT organisation FROM seats WHERE person = ? LIMIT 1", id).value()).value());
    return twin;
}

std::string Twins::value_of(const std::string& table, const std::string& column,
                            const std::map<std::string, std::string>& parents, const Ulid& id,
                            const Ulid& twin) {
    if (column == "id") return quoted(twin);
    if (column == "slug" || column == "address" || column == "address_folded" || column == "secret_hash")
        return "'twin-' || " + column;
    const auto own = tx_.row<std::optional<std::string>>("SELECT CAST(" + column + " AS TEXT) FROM " + table +
                                                         " WHERE id = " + quoted(id));
    if (where_ == Where::next_door) {
        if (column == "state" && (table == "series" || table == "meetings")) return "'draft'";
        // A draft in the very series that they know.
        if (table == "meetings" && column == "series") return column;
        if (table == "meetings" && column == "ordinal") return "ordinal + 1000";
        if (table == "action_steps" && column == "visibility") return "'organisation'";
        if (table == "action_steps" && column == "organisation") return quoted(kept_by_);
    }
    if (!own || !*own) return column;
    if (column == "stream") return "'" + stream_of(**own) + "'";
    if (!parents.contains(column) && column != "anchor_id") return column;
    const auto parent = Ulid::parse(**own);
    const auto other = parent ? of(*parent) : std::nullopt;
    return other ? quoted(*other) : column;
}

std::string Twins::stream_of(const std::string& stream) {
    auto other = Stream::parse(stream);
    if (!other) return stream;
    if (where_ == Where::next_door && other->kind == StreamKind::collaborative)
        return Stream{StreamKind::organisation, kept_by_}.name();
    if (const auto subject = of(other->subject)) other->subject = *subject;
    return other->name();
}

} // namespace interstate::tests
