#include "features/identity/address_list.hpp"
#include "store/transaction.hpp"

#include <algorithm>
#include <tuple>

namespace interstate::identity {

Result<std::vector<AddressLine>> address_lines(store::Transaction& tx, const AddressList& list,
                                               const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, list.collaborative);
    const auto target =
        list.organisation ? permissions::of_organisation(who, *list.organisation) : permissions::Target{};
    if (!can(who, permissions::Verb::export_contacts, target)) return refuse_not_allowed();
    auto lines = tx.rows<AddressLine>(
        "SELECT o.short_name, o.code, p.name, p.address, s.title, s.function, s.primary_contact FROM seats s"
        " JOIN people p ON p.id = s.person AND p.active = 1 JOIN organisations o ON o.id = s.organisation"
        " WHERE s.collaborative = ?1 AND s.left_at IS NULL AND s.suspended_at IS NULL"
        " AND (?2 IS NULL OR s.organisation = ?2) LIMIT ?3",
        list.collaborative, list.organisation, most_addresses);
    std::ranges::sort(lines, {}, [](const AddressLine& line) {
        return std::tuple{line.agency, line.name.str(), line.address.str()};
    });
    return lines;
}

} // namespace interstate::identity
