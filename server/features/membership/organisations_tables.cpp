// What an organisation is called stands also in requests to join it that wait (features/identity).
#include "features/membership/organisations.hpp"
#include "store/transaction.hpp"

namespace interstate::membership {
namespace {

OrganisationFacts facts_in(store::Transaction& tx, const CollaborativeId& collaborative,
                           const Context& context) {
    return {.who = permissions::standing_of(tx, context.actor, collaborative),
            .organisation = {},
            .named = tx.rows<NamedOrganisation>("SELECT id, name, code, short_name FROM organisations"
                                                " WHERE collaborative = ? ORDER BY short_name LIMIT ?",
                                                collaborative, most_organisations)};
}

} // namespace

OrganisationFacts gather(store::Transaction& tx, const EditOrganisation& command, const Context& context) {
    auto organisation = find(tx, command.organisation, As<Organisation>{});
    if (!organisation) return {};
    auto facts = facts_in(tx, organisation->collaborative, context);
    facts.organisation = std::move(organisation);
    return facts;
}

OrganisationFacts gather(store::Transaction& tx, const AddOrganisation& command, const Context& context) {
    return facts_in(tx, command.collaborative, context);
}

void record(store::Transaction& tx, const EditOrganisation& command, const OrganisationFacts& facts,
            const OrganisationEdited& edited, const Context&, Changes& changes) {
    tx.run("UPDATE organisations SET name = ?, short_name = ?, zone = ?, type = ?, revision = ? WHERE id = ?",
           command.full_name, command.short_name, command.zone,
           command.type.value_or(facts.organisation->type), edited.revision, command.organisation);
    changes.put(Kind::organisation, command.organisation);
    for (const auto& request : tx.rows<JoinRequestId>(
             "SELECT id FROM join_requests WHERE collaborative = ? AND status = 'confirmed'"
             " AND organisation = ? ORDER BY confirmed_at",
             facts.organisation->collaborative, command.organisation))
        changes.put(Kind::join_request, request);
}

void record(store::Transaction& tx, const AddOrganisation& command, const OrganisationFacts&,
            const OrganisationAdded& added, const Context&, Changes& changes) {
    tx.run("INSERT INTO organisations (id, collaborative, type, name, code, short_name, zone, tile_column,"
           " tile_row) VALUES (?, ?, ?, ?, '', ?, ?, -1, -1)",
           added.organisation, command.collaborative, command.type, command.full_name, command.short_name,
           command.zone);
    changes.put(Kind::organisation, added.organisation);
}

} // namespace interstate::membership
