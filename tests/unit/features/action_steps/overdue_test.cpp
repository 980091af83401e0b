// A due date is a day where the state that set it is: overdue begins when that day is over there.
#include "unit/features/action_steps/world.hpp"

using namespace interstate;
using namespace interstate::action_steps;
using namespace interstate::action_steps::testing;

namespace {

/// Open steps that are overdue for this person at a moment of New York's clock.
std::vector<StepId> overdue_at(World& world, const PersonId& who, const char* new_york) {
    world.now = instant_of(LocalTime{new_york}, ZoneName{"America/New_York"}).value().ms;
    const auto page = world.ask_steps(who, {.overdue = true});
    REQUIRE(page);
    std::vector<StepId> found;
    for (const auto& step : std::get<0>(page->records)) found.push_back(step.id);
    return found;
}

} // namespace

TEST_CASE("overdue begins at the midnight of the state that set the step, whoever asks") {
    World world;
    world.tx->run("UPDATE organisations SET zone = 'America/New_York' WHERE id = ?", ohio);
    world.tx->run("UPDATE organisations SET zone = 'Pacific/Honolulu' WHERE id = ?", utah);
    const auto east = world.commit(Visibility::members);
    const auto islands = world.commit(Visibility::members, utah);
    world.tx->run("UPDATE action_steps SET due_on = '2026-12-10'");
    for (const auto& who : {ana, uma}) {
        // Nothing at 7 in the evening of New York, though the day is over in UTC.
        CHECK(overdue_at(world, who, "2026-12-10T19:30").empty());
        CHECK(overdue_at(world, who, "2026-12-10T23:59").empty());
        CHECK(overdue_at(world, who, "2026-12-11T00:00") == std::vector{east});
        // Honolulu is five hours behind in winter.
        CHECK(overdue_at(world, who, "2026-12-11T04:59") == std::vector{east});
        CHECK(overdue_at(world, who, "2026-12-11T05:00") == std::vector{east, islands});
    }
}
