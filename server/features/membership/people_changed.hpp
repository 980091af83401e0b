#pragma once
// A membership has changed: what its organisation is shown as, and the rights of everybody who has a seat.
#include "base/changes.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::membership {

void people_changed(store::Transaction& tx, const OrganisationId& organisation, Changes& changes);

} // namespace interstate::membership
