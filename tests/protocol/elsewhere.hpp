#pragma once
// A second collaborative on the server, beside that of the demonstration.
#include "base/id.hpp"
#include "features/permissions/permissions.hpp"
#include "store/transaction.hpp"

namespace interstate::tests {

/// Its slug is `elsewhere`; its one organisation is a convener, whose administrator is its only person.
struct Elsewhere {
    CollaborativeId collaborative;
    OrganisationId organisation;
    PersonId administrator;
};
Elsewhere add_elsewhere(store::Transaction& tx);
/// A seat there with this role, for somebody who has one here.
void seat_elsewhere(store::Transaction& tx, const Elsewhere& there, const PersonId& person,
                    permissions::Role role);

} // namespace interstate::tests
