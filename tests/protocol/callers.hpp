#pragma once
// Everybody who may ask the server something over HTTP, each with a login of their own.
#include "protocol/standing.hpp"

namespace interstate::tests {

/// Somebody who asks.
struct Caller {
    std::string name;
    /// Nobody for a visitor without a login.
    std::optional<PersonId> person = {};
};

/// New people in every role and membership, and those who have no place here. Each asks from a network of
/// their own and as nobody else does: what is tried here is not how often.
class Callers {
  public:
    explicit Callers(Standing& standing);

    /// Each signs in anew: some of what is asked signs out.
    void sign_in();
    /// The answers to all of them, who ask at the same time.
    std::vector<app::Response> answers(const app::Request& request);
    /// The answer to one of them.
    app::Response answer(const Caller& caller, app::Request request);
    /// The same by a token that may do everything.
    app::Response answer_by_token(const Caller& caller, app::Request request);

    [[nodiscard]] const std::vector<Caller>& all() const { return all_; }
    /// The state of the one called "own", of "part" which takes part in the same series, of "far" which does
    /// not.
    OrganisationId own, part, far;
    CollaborativeId collaborative;
    SeriesId series;
    /// A session of the series that was held, with its attendance.
    MeetingId held;
    /// One that was not announced.
    MeetingId draft;

  private:
    PersonId add(store::Transaction& tx, const std::string& name, const OrganisationId& organisation,
                 std::string_view role);
    void add_people_of_states(store::Transaction& tx);
    void add_strangers(store::Transaction& tx);
    app::Request from_elsewhere(app::Request request);
    app::Request as(const Caller& caller, app::Request request);

    Standing& standing_;
    std::vector<Caller> all_;
    std::map<std::string, std::string> secrets_, tokens_;
    OrganisationId convener_;
    int networks_ = 0;
};

} // namespace interstate::tests
