#pragma once
// Who is let in to what, tried out with every role, near and far, under every membership.
#include "features/permissions/permissions.hpp"
#include "protocol/law.hpp"

#include <functional>

namespace interstate::tests {

/// Somebody who tries: a person of the house, made what is wanted inside a transaction that is rolled back.
struct Persona {
    PersonId person;
    /// Instead of the roles they have; as they are where it is not there.
    std::optional<permissions::Role> role = {};
    permissions::Footing footing = permissions::Footing::active;
    permissions::Tier tier = permissions::Tier::core;
    /// A role in a part besides; in a team, with that membership of it.
    std::optional<permissions::RoleWithin> within = {};
};

/// Makes the person what the persona is.
void become(store::Transaction& tx, const Persona& persona);

/// Tries one thing with everybody, and says who is let in, in the words of the tables below.
class Matrix {
  public:
    /// Lets the persona try, inside a transaction that is rolled back: nothing where it is let in, the
    /// refusal where it is kept out.
    using Try = std::function<std::optional<Refusal>(store::Transaction&, const PersonId&)>;

    /// `own`: the organisation whose thing it is; a state. `self`: who did it in the scenario, nobody for the
    /// server's own.
    Matrix(House& house, OrganisationId own, std::optional<PersonId> self);

    /// One row: administrator facilitator partner observer, lead and member of the own state, of another that
    /// takes part in the series, of one that does not, an observer who facilitates the series, one who leads
    /// the own state's team, who did it; then what the state's membership must be at least ("-" where no
    /// state's role is let in).
    std::string row(const Try& attempt);
    /// Each of these is kept out, whatever it is: who left, who was suspended, an administrator of another
    /// collaborative. Says who was not.
    std::string strangers_let_in(const Try& attempt);
    /// The refusals of those who are kept out.
    [[nodiscard]] const std::vector<std::pair<Persona, Refusal>>& kept_out() const { return kept_out_; }
    std::optional<Refusal> tried(const Persona& persona, const Try& attempt);
    /// Another of the own organisation.
    [[nodiscard]] const PersonId& colleague() const { return colleague_; }

  private:
    bool let_in(const Persona& persona, const Try& attempt);
    std::string least_membership(const std::vector<PersonId>& people, const Try& attempt);
    PersonId another(const OrganisationId& organisation);

    House& house_;
    std::unique_ptr<store::Connection> connection_;
    OrganisationId own_;
    std::optional<PersonId> self_;
    PersonId staff_, colleague_;
    std::vector<std::pair<Persona, Refusal>> kept_out_;
};

/// The table by its first words; tells of a line that stands there twice.
std::map<std::string, std::string> rows_of(const char* table);

/// The line of the table for a command with this body: a role is given by others where it holds elsewhere,
/// and others put back a session than a state's step.
std::string line_of(Law& law, const std::string& name, const Json& body);

/// INV-29: holds a command of the law's scenario to its line in the table (command_matrix_test.cpp), before
/// it is done.
void try_with_everybody(Law& law, const std::string& name, const std::optional<PersonId>& actor,
                        const Json& body);

} // namespace interstate::tests
