#pragma once
// What an answer tells of, looked at from the outside: every id in it, and whether its reader may follow what
// that id is of.
#include "protocol/house.hpp"

namespace interstate::tests {

/// An id that stands in an answer, and the member that it stands in.
struct Mention {
    std::string member;
    Ulid id;
};

/// Every id in it, however deep.
std::vector<Mention> mentions(const Json& told);
/// The same with one of them, by its place in that list, exchanged for another.
Json with_other(const Json& told, std::size_t place, const Ulid& other);

class Sight {
  public:
    explicit Sight(House& house);

    /// The stream in which whatever has this id is told of; nothing for what is no public record.
    std::optional<Stream> home_of(store::Transaction& tx, const Ulid& id);
    /// It is there, and this person may not follow it.
    bool is_hidden(store::Transaction& tx, const PersonId& person, const Ulid& id);
    /// What an answer tells this person that they may not follow, and what is of nothing that is known, a
    /// line each; but what stands in these members.
    std::string beyond(store::Transaction& tx, const PersonId& person, const Json& told,
                       const std::set<std::string>& but);

  private:
    House& house_;
    std::map<Ulid, Stream> homes_;
};

} // namespace interstate::tests
