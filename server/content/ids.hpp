#pragma once
// Ids of loaded things: the time of the thing, and digits that follow from its key alone, so that files can
// name each other.
#include "content/source.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace interstate::content {

class Ids {
  public:
    explicit Ids(std::string seed) : seed_{std::move(seed)} {}

    /// A fresh id for a key of this kind. The same key twice: ContentError.
    template <class IdType>
    IdType make(Instant at, std::string_view kind, const std::string& key, const Origin& origin) {
        return IdType{add(at, name(kind, key), origin)};
    }
    /// Takes over an id that stands in the database already.
    void adopt(std::string_view kind, const std::string& key, const Ulid& id) {
        made_.emplace(name(kind, key), id);
    }
    /// The id of a key that was made. Unknown: ContentError, because `origin` names what is not there.
    template <class IdType>
    [[nodiscard]] IdType of(std::string_view kind, const std::string& key, const Origin& origin) const {
        const auto found = made_.find(name(kind, key));
        if (found == made_.end())
            origin.fail("names the " + std::string{kind} + " “" + key + "”, which is not there");
        return IdType{found->second};
    }

  private:
    static std::string name(std::string_view kind, const std::string& key) {
        return std::string{kind} + ":" + key;
    }
    Ulid add(Instant at, const std::string& name, const Origin& origin);

    std::string seed_;
    std::unordered_map<std::string, Ulid> made_;
};

/// A number that follows from a text alone; the same on every machine.
std::uint64_t scattered(std::string_view text);

} // namespace interstate::content
