// Snapshot before + changes = snapshot after, for every command that there is.
#include "protocol/law.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

std::vector<Scenario> all_scenarios() {
    std::vector<Scenario> all;
    for (const auto* some : {&scenarios_of_people_and_series(), &scenarios_of_profiles_and_terms(),
                             &scenarios_of_rooms(), &scenarios_of_steps_and_threads()})
        all.insert(all.end(), some->begin(), some->end());
    return all;
}

} // namespace

TEST_CASE("every command that is registered has a scenario") {
    std::set<std::string> played;
    for (const auto& scenario : all_scenarios()) played.insert(scenario.command);
    for (const auto& name : app::Registry::everything().command_names()) {
        INFO(name << " needs a scenario in tests/protocol/scenarios_*.cpp");
        CHECK(played.contains(name));
    }
}

TEST_CASE("whoever applies the events holds what a fresh snapshot holds; who has left does nothing") {
    for (const auto& scenario : all_scenarios()) {
        DYNAMIC_SECTION(scenario.command) {
            if (!app::Registry::everything().command(scenario.command, Json::object()) &&
                app::Registry::everything().command(scenario.command, Json::object()).error().code ==
                    "unknown_name")
                return; // another test says so
            Law law;
            law.try_as_departed(scenario.command);
            scenario.play(law);
            CHECK(law.has_done(scenario.command));
        }
    }
}
