#pragma once
// A random walk of everything that gives, takes and moves seats, in several states of one house, with what
// must hold looked at after each step.
#include "protocol/house.hpp"

#include <random>

namespace interstate::tests {

class SeatsWalk {
  public:
    explicit SeatsWalk(unsigned seed);

    /// One command that chance picks, by somebody whom chance picks; it may be refused. Then everything that
    /// must hold is looked at.
    void step();

    /// What did not hold, by the invariant's name, a line each.
    [[nodiscard]] const std::map<std::string, std::vector<std::string>>& faults() const { return faults_; }
    /// How often each command was done, and each refusal was given, as "add_people" and "add_people seats".
    [[nodiscard]] const std::map<std::string, int>& done() const { return done_; }

  private:
    void paste();
    void ask_to_join();
    void decide_request();
    void admit_by_domain();
    void suspend_or_readmit();
    void retire();
    void name_contact();
    void change_membership();
    void change_role();
    void move_year();

    Json command(const std::optional<PersonId>& actor, const std::string& name, const Json& body);
    void note(const std::string& name, const Json& reply);
    void look(const std::string& did);

    std::size_t below(std::size_t count) {
        return std::uniform_int_distribution<std::size_t>{0, count - 1}(chance_);
    }
    template <class T>
    const T& one_of(const std::vector<T>& choices) {
        return choices[below(choices.size())];
    }
    OrganisationId a_state() { return one_of(states_); }
    /// Somebody who has or had a seat there.
    PersonId somebody_of(const OrganisationId& state, bool with_access = false);
    /// An administrator, or somebody of the state.
    PersonId decider(const OrganisationId& state);
    std::string code_of(const OrganisationId& state);
    /// An address that somebody has, or nobody yet.
    std::string an_address();
    /// The same address, in other letters.
    std::string disguised(const std::string& address);

    unsigned seed_;
    std::mt19937 chance_;
    House house_;
    std::vector<OrganisationId> states_;
    std::map<OrganisationId, std::optional<PersonId>> contacts_;
    std::map<std::string, int> caps_;
    int steps_ = 0, addresses_ = 0;
    std::map<std::string, std::vector<std::string>> faults_;
    std::map<std::string, int> done_;
};

/// What does not hold of seats and people, by the invariant's name, in the words of the tables alone.
std::map<std::string, std::vector<std::string>> faults_of_seats(store::Transaction& tx);
/// The contact of an organisation who has access; nothing for a vacancy.
std::optional<PersonId> contact_of(store::Transaction& tx, const OrganisationId& organisation);

} // namespace interstate::tests
