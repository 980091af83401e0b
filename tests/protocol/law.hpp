#pragma once
// The law: snapshot before + changes = snapshot after, for every stream there is, after every command.
#include "protocol/house.hpp"

namespace interstate::tests {

/// Plays commands in a house of its own, and holds each of them to the law.
class Law {
  public:
    Law();

    /// A record as it is; the same one is not parsed or compared twice.
    struct Record {
        std::shared_ptr<const Json> json;
        static Record of(Json json) { return {std::make_shared<const Json>(std::move(json))}; }
        bool operator==(const Record& other) const { return json == other.json || *json == *other.json; }
    };

    /// A command that must be done: gives its result. `actor` is empty for the server's own.
    Json act(const std::optional<PersonId>& actor, const std::string& name, const Json& body);
    /// The first of the names that events had since the last command, for the scenario's own checks.
    [[nodiscard]] const std::set<std::string>& events() const { return events_; }
    [[nodiscard]] bool has_done(const std::string& name) const { return done_.contains(name); }
    /// Each command of this name is tried first by the same person as somebody who has left.
    void try_as_departed(const std::string& name) { tried_as_departed_ = name; }

    /// Called before each command of this name, with who sends it and its body.
    using Look = std::function<void(const std::optional<PersonId>&, const Json&)>;
    void look_before(const std::string& name, Look look) {
        looked_at_ = name;
        look_ = std::move(look);
    }

    House house;
    const Cast& cast = house.cast;

  private:
    /// The records of a stream by kind and id.
    using Records = std::map<std::pair<std::string, std::string>, Record>;
    struct Followed {
        std::int64_t position = 0;
        Records records;
    };
    void refuse_departed(const PersonId& actor, const std::string& name, const Json& body);
    void follow_new_streams(store::Transaction& tx);
    void apply_news(store::Transaction& tx, const std::optional<PersonId>& actor, const Json& reply);
    /// The events of the journal after a number.
    static std::vector<std::string> kept(store::Transaction& tx, const Stream& stream, std::int64_t after);
    void apply(store::Transaction& tx, Followed& followed, const Json& event);
    void compare(store::Transaction& tx);
    Records snapshot(store::Transaction& tx, const Stream& stream);
    std::vector<Stream> every_stream(store::Transaction& tx);

    std::map<Stream, Followed> streams_;
    /// Follows everything, to see that what is broadcast are the very bytes of the journal.
    PersonId nobody_;
    live::Outbox outbox_{256 * 1024 * 1024};
    std::map<Stream, std::unique_ptr<live::Follower>> followers_;
    std::set<std::string> done_, events_;
    std::string tried_as_departed_, looked_at_;
    Look look_;
};

/// "OH" of a state.
std::string code_of(Law& law, const OrganisationId& state);

/// One command's way through the law: what came before it, then the command itself.
struct Scenario {
    const char* command;
    void (*play)(Law&);
};

const std::vector<Scenario>& scenarios_of_answers();
const std::vector<Scenario>& scenarios_of_flags();
const std::vector<Scenario>& scenarios_of_membership();
const std::vector<Scenario>& scenarios_of_people();
const std::vector<Scenario>& scenarios_of_profiles_and_terms();
const std::vector<Scenario>& scenarios_of_roles();
const std::vector<Scenario>& scenarios_of_rooms();
const std::vector<Scenario>& scenarios_of_series();
const std::vector<Scenario>& scenarios_of_steps_and_threads();
const std::vector<Scenario>& scenarios_of_the_trash();

} // namespace interstate::tests
