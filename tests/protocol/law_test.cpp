// Snapshot before + changes = snapshot after, for every command that there is.
#include "features/audit/audit.hpp"
#include "protocol/law.hpp"
#include "protocol/matrix.hpp"

#include <algorithm>

using namespace interstate;
using namespace interstate::tests;

namespace {

std::vector<Scenario> all_scenarios() {
    std::vector<Scenario> all;
    for (const auto* some :
         {&scenarios_of_answers(), &scenarios_of_flags(), &scenarios_of_membership(), &scenarios_of_people(),
          &scenarios_of_profiles_and_terms(), &scenarios_of_roles(), &scenarios_of_rooms(),
          &scenarios_of_series(), &scenarios_of_steps_and_threads(), &scenarios_of_the_trash()})
        all.insert(all.end(), some->begin(), some->end());
    return all;
}

/// A command with a row in the audit has left one that names its actor; what the journal tells has none.
void check_audit(Law& law, const std::string& command) {
    const auto rows = law.house.one<int>("SELECT count(*) FROM audit WHERE verb = ?", command);
    const auto audited = app::Registry::everything().audited(command);
    CHECK((rows > 0) == (audited == app::Audited::by_row));
    CHECK(law.house.one<int>("SELECT count(*) FROM audit WHERE actor IS NULL AND via <> 'system'") == 0);
    CHECK(law.house.one<int>("SELECT count(*) FROM audit WHERE command IS NULL") == 0);
    CHECK(law.house.one<int>("SELECT count(*) FROM audit a WHERE EXISTS"
                             " (SELECT 1 FROM audit b WHERE b.command = a.command AND b.seq > a.seq)") == 0);
    CHECK(law.house.seen([](store::Transaction& tx) { return audit::fault_of_chain(tx); }) == "");
}

} // namespace

TEST_CASE("INV-36 of every command it is said whether the audit or the journal tells of it") {
    for (const auto& name : app::Registry::everything().command_names()) {
        INFO(name << ": say by_row(kind, &Command::subject) or by_journal where it is registered, and give it"
                     " words in server/features/audit/rules.cpp if it has a row");
        const auto audited = app::Registry::everything().audited(name);
        CHECK(audited != app::Audited::undecided);
        const bool worded =
            std::ranges::any_of(audit::verbs(), [&](const auto& verb) { return verb.verb == name; });
        CHECK((worded || audited != app::Audited::by_row));
    }
}

TEST_CASE("every command that is registered has a scenario") {
    std::set<std::string> played;
    for (const auto& scenario : all_scenarios()) played.insert(scenario.command);
    for (const auto& name : app::Registry::everything().command_names()) {
        INFO(name << " needs a scenario in tests/protocol/scenarios_*.cpp");
        CHECK(played.contains(name));
    }
}

TEST_CASE("whoever applies the events holds what a fresh snapshot holds; INV-29 and only whom the table lets "
          "in does anything") {
    for (const auto& scenario : all_scenarios()) {
        DYNAMIC_SECTION(scenario.command) {
            if (!app::Registry::everything().command(scenario.command, Json::object()) &&
                app::Registry::everything().command(scenario.command, Json::object()).error().code ==
                    "unknown_name")
                return; // another test says so
            Law law;
            law.try_as_departed(scenario.command);
            std::set<std::string> tried;
            law.look_before(scenario.command, [&](const std::optional<PersonId>& actor, const Json& body) {
                if (tried.insert(line_of(law, scenario.command, body)).second)
                    try_with_everybody(law, scenario.command, actor, body);
            });
            scenario.play(law);
            CHECK(law.has_done(scenario.command));
            check_audit(law, scenario.command);
        }
    }
}
