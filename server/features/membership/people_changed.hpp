#pragma once
// A membership has changed: what its organisation is shown as, and the rights of everybody who has a seat.
#include "base/changes.hpp"

#include <string>

namespace interstate::store {
class Transaction;
}

namespace interstate::membership {

void people_changed(store::Transaction& tx, const OrganisationId& organisation, Changes& changes);
/// Mails the leads of a state, with the address of their agency's page.
void tell_leads(store::Transaction& tx, const OrganisationId& organisation, MailPurpose purpose,
                const std::string& detail, Changes& changes);

} // namespace interstate::membership
