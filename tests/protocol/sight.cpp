#include "protocol/sight.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

namespace interstate::tests {
namespace {

/// Calls it with each text that is an id, and the member it stands in.
void walk(Json& value, const std::string& member, const std::function<void(const std::string&, Json&)>& see) {
    if (value.is_object())
        for (auto& [name, each] : value.items()) walk(each, name, see);
    else if (value.is_array())
        for (auto& each : value) walk(each, member, see);
    else if (value.is_string() && Ulid::parse(value.get<std::string>()))
        see(member, value);
}

} // namespace

std::vector<Mention> mentions(const Json& told) {
    std::vector<Mention> all;
    auto copy = told;
    walk(copy, "", [&](const std::string& member, Json& value) {
        all.push_back({member, Ulid::parse(value.get<std::string>()).value()});
    });
    return all;
}

Json with_other(const Json& told, std::size_t place, const Ulid& other) {
    auto copy = told;
    std::size_t at = 0;
    walk(copy, "", [&](const std::string&, Json& value) {
        if (at++ == place) value = other.str();
    });
    return copy;
}

Sight::Sight(House& house) : house_{house} {}

std::optional<Stream> Sight::home_of(store::Transaction& tx, const Ulid& id) {
    if (const auto known = homes_.find(id); known != homes_.end()) return known->second;
    std::optional<Stream> home;
    const auto collaboratives = tx.rows<CollaborativeId>("SELECT id FROM collaboratives");
    // The first kind is the thing itself; others under the same id tell of it.
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Kind>>([&](auto kind) {
        for (const auto& within : collaboratives)
            if (!home)
                if (const auto found = house_.registry.find(tx, kind.value, id, within)) home = found->home;
    });
    // What is made for a moment, inside of a transaction, has ids of the first second: those come again.
    if (home && id.time().ms > 1000) homes_.emplace(id, *home);
    return home;
}

bool Sight::is_hidden(store::Transaction& tx, const PersonId& person, const Ulid& id) {
    const auto home = home_of(tx, id);
    return home && !permissions::may_follow(tx, person, *home);
}

std::string Sight::beyond(store::Transaction& tx, const PersonId& person, const Json& told,
                          const std::set<std::string>& but) {
    std::set<std::string> lines;
    std::map<Stream, bool> may;
    for (const auto& [member, id] : mentions(told)) {
        if (id == person || but.contains(member)) continue;
        const auto home = home_of(tx, id);
        if (!home) {
            lines.insert(member + " is of nothing that is known: " + id.str());
            continue;
        }
        if (!may.contains(*home)) may[*home] = permissions::may_follow(tx, person, *home);
        if (!may[*home]) lines.insert(member + " is of " + home->name() + ": " + id.str());
    }
    std::string all;
    for (const auto& line : lines) all += line + "\n";
    return all;
}

} // namespace interstate::tests
