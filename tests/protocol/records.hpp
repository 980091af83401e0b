#pragma once
// A package of records, asked for and opened.
#include "protocol/standing.hpp"

#include <map>

namespace interstate::tests {

class Recorded : public Standing {
  public:
    explicit Recorded(std::size_t most_bytes = std::size_t{64} * 1024 * 1024);

    /// A request for all there is of an organization but for what is said otherwise; an empty text leaves a
    /// field out.
    app::Request asked(std::map<std::string, std::string> more, const OrganisationId& of);
    app::Response takes(const std::string& cookie, std::map<std::string, std::string> more = {},
                        std::optional<OrganisationId> of = {});
    int rows(const std::string& verb) { return one<int>("SELECT count(*) FROM audit WHERE verb = ?", verb); }
    /// A command by the API, done.
    Json does(const std::string& cookie, const std::string& name, const Json& body);

    CollaborativeId collaborative = one<CollaborativeId>("SELECT id FROM collaboratives");
    PersonId administrator =
        one<PersonId>("SELECT person FROM role_grants WHERE role = 'administrator' ORDER BY person LIMIT 1");
    /// Of the state that has most to say.
    PersonId lead;
    OrganisationId state, other;
    std::string administering, leading;

  private:
    int asked_before_ = 0;
};

/// The files of a package by their names.
std::map<std::string, std::string> files_of(const app::Response& response);
/// The rows of a table of it.
Json table_of(const std::map<std::string, std::string>& files, const std::string& name);

} // namespace interstate::tests
