#pragma once
// Whom one may write to: everybody with access, as rows of a table.
#include "features/identity/identity.hpp"

#include <optional>
#include <string>
#include <vector>

namespace interstate::identity {

struct AddressList {
    CollaborativeId collaborative;
    /// Of its people only. A lead may ask for their own organisation's, and for no others.
    std::optional<OrganisationId> organisation;
};
INTERSTATE_DESCRIBE(AddressList, collaborative, organisation)

struct AddressLine {
    std::string agency;
    /// Of a state; empty for others.
    std::string code;
    PersonName name;
    MailAddress address;
    std::string title;
    /// A word of JobFunction, or empty.
    std::string function;
    bool primary_contact = false;
};

/// What goes into one table.
inline constexpr int most_addresses = 20'000;

/// By agency and name; whoever was suspended or has left is in none; at most `most_addresses`. Refused where
/// Verb::export_contacts is not given.
Result<std::vector<AddressLine>> address_lines(store::Transaction&, const AddressList&, const Context&);

} // namespace interstate::identity
