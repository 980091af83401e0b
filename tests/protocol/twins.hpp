#pragma once
// Things that are there and that somebody may not know of: a row like one that they know, made where they see
// nothing.
#include "protocol/house.hpp"

namespace interstate::tests {

/// Where a twin is made.
enum class Where {
    yonder,   ///< in a collaborative in which nobody of the house has a seat
    next_door ///< in this one: in a draft, or kept by the team of another state
};

/// Makes twins inside of one transaction.
class Twins {
  public:
    Twins(store::Transaction& tx, Where where, OrganisationId kept_by)
        : tx_{tx}, where_{where}, kept_by_{kept_by} {}

    /// The twin of whatever has this id; nothing for what has no row of its own, or none that can be hidden
    /// there.
    std::optional<Ulid> of(const Ulid& id);

  private:
    Ulid copied(const std::string& table, const Ulid& id);
    /// A value of a column, as the twin has it; SQL.
    std::string value_of(const std::string& table, const std::string& column,
                         const std::map<std::string, std::string>& parents, const Ulid& id, const Ulid& twin);
    std::string stream_of(const std::string& stream);

    store::Transaction& tx_;
    Where where_;
    OrganisationId kept_by_;
    std::map<Ulid, Ulid> made_;
};

} // namespace interstate::tests
