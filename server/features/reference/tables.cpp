#include "features/reference/reference.hpp"
#include "store/transaction.hpp"

namespace interstate::reference {
namespace {

constexpr const char* principle_columns =
    "SELECT id, collaborative, number, title, tagline, summary, state_roles, attribution FROM principles";

/// A protocol without its steps: those stand in a table of their own.
struct Head {
    Ulid id;
    CollaborativeId collaborative;
    Text<1, 60> key;
    Text<1, 120> title;
    Prose<0, 1000> purpose;
    Prose<0, 1000> use_when;
    int minutes = 0;
    Prose<0, 1000> credit;
};
constexpr const char* head_columns =
    "SELECT id, collaborative, key, title, purpose, use_when, minutes, credit FROM protocols";

std::string with(const char* columns, const char* rest) { return std::string{columns} + rest; }

Protocol whole(store::Transaction& tx, Head head) {
    auto steps =
        tx.rows<ProtocolStep>("SELECT title, minutes, who, mode, instruction, capture FROM protocol_steps"
                              " WHERE protocol = ? ORDER BY ordinal LIMIT 40",
                              head.id);
    return {head.id,
            head.collaborative,
            std::move(head.key),
            std::move(head.title),
            std::move(head.purpose),
            std::move(head.use_when),
            head.minutes,
            std::move(head.credit),
            std::move(steps)};
}

} // namespace

std::optional<Principle> find(store::Transaction& tx, const Ulid& id, As<Principle>) {
    return tx.row<Principle>(with(principle_columns, " WHERE id = ?"), id);
}
std::optional<Protocol> find(store::Transaction& tx, const Ulid& id, As<Protocol>) {
    auto head = tx.row<Head>(with(head_columns, " WHERE id = ?"), id);
    if (!head) return std::nullopt;
    return whole(tx, std::move(*head));
}

Stream home(store::Transaction&, const Principle& principle) {
    return {StreamKind::extended, principle.collaborative};
}
Stream home(store::Transaction&, const Protocol& protocol) {
    return {StreamKind::staff, protocol.collaborative};
}

std::vector<Principle> current(store::Transaction& tx, const Stream& stream, As<Principle>) {
    if (stream.kind != StreamKind::extended) return {};
    return tx.rows<Principle>(with(principle_columns, " WHERE collaborative = ? ORDER BY number LIMIT 99"),
                              stream.subject);
}
std::vector<Protocol> current(store::Transaction& tx, const Stream& stream, As<Protocol>) {
    if (stream.kind != StreamKind::staff) return {};
    std::vector<Protocol> protocols;
    for (auto& head :
         tx.rows<Head>(with(head_columns, " WHERE collaborative = ? ORDER BY key LIMIT 100"), stream.subject))
        protocols.push_back(whole(tx, std::move(head)));
    return protocols;
}

} // namespace interstate::reference
