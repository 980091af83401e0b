// Committing, updating and editing in a real database: invariants, help, and "none, because".
#include "unit/features/action_steps/world.hpp"

#include <random>

using namespace interstate;
using namespace interstate::action_steps;
using namespace interstate::action_steps::testing;

TEST_CASE("INV-21: a committed step has a lane with an owner of its state and a due date") {
    World world;
    const auto step = world.commit();
    const auto lanes = current(*world.tx, series_stream, As<Lane>{});
    REQUIRE(lanes.size() == 1);
    CHECK(lanes[0].step == step);
    CHECK(lanes[0].organisation == ohio);
    CHECK(lanes[0].owner == ana);
    CHECK(lanes[0].due_on == CivilDate{"2026-12-15"});
    CHECK(world.step(step).horizon == Horizon::days_30);
    CHECK(!world.step(step).on_behalf);
}

TEST_CASE("a facilitator's step for a state is marked so, and its owner is of that state") {
    World world;
    CommitStep command{.collaborative = sdi,
                       .series = series,
                       .organisation = utah,
                       .owner = fay,
                       .title = Text<1, 300>{"T"},
                       .measure = Text<1, 600>{"M"},
                       .due_on = CivilDate{"2027-06-01"},
                       .objectives = std::vector{objective},
                       .principles = std::vector{3, 7}};
    CHECK(world.run(fay, command).error().field == "owner");
    command.owner = uma;
    const auto committed = world.run(fay, command);
    REQUIRE(committed);
    const auto step = world.step(committed->step);
    CHECK(step.on_behalf);
    CHECK(step.horizon == Horizon::longer);
    CHECK(step.objectives == std::vector{objective});
    CHECK(step.principles == std::vector{3, 7});
    CHECK(world.run(oz, command).error().code == "not_allowed");
}

TEST_CASE("a step outside any series is for all members") {
    World world;
    const auto committed = world.run(ana, CommitStep{.collaborative = sdi,
                                                     .organisation = ohio,
                                                     .owner = ana,
                                                     .title = Text<1, 300>{"T"},
                                                     .measure = Text<1, 600>{"M"},
                                                     .due_on = CivilDate{"2027-01-01"}});
    REQUIRE(committed);
    CHECK(home(*world.tx, world.step(committed->step)) == members_stream);
}

TEST_CASE(
    "INV-24: each change of a lane has one update, and replaying the updates yields the present state") {
    World world;
    std::mt19937 random{24};
    std::vector<StepId> steps;
    std::map<LaneId, Status> begun;
    for (int i = 0; i < 3; ++i) {
        steps.push_back(world.commit());
        world.ask(steps.back(), utah, uma);
    }
    for (const auto& lane : current(*world.tx, series_stream, As<Lane>{})) begun[lane.id] = lane.status;
    const auto lanes = current(*world.tx, series_stream, As<Lane>{});
    std::int64_t accepted = 0;
    for (int i = 0; i < 400; ++i) {
        const auto& lane = lanes[random() % lanes.size()];
        UpdateStep command{.step = lane.step, .lane = lane.id, .status = static_cast<Status>(random() % 8)};
        if (random() % 3 != 0) command.text = Prose<0, 600>{"What happened"};
        if (random() % 4 == 0) world.now -= 1000; // several updates in one millisecond
        if (world.run(lane.organisation == ohio ? ana : uma, command)) ++accepted;
    }
    CHECK(accepted > 50);
    auto replayed = begun;
    struct Change {
        LaneId lane;
        Status from = Status::not_started;
        Status to = Status::not_started;
    };
    std::int64_t told = 0;
    for (const auto& step : steps)
        for (const auto& change : world.tx->rows<Change>(
                 "SELECT lane, from_status, to_status FROM step_updates WHERE step = ? ORDER BY number",
                 step)) {
            CHECK(replayed[change.lane] == change.from);
            replayed[change.lane] = change.to;
            ++told;
        }
    CHECK(told == accepted);
    for (const auto& lane : current(*world.tx, series_stream, As<Lane>{}))
        CHECK(replayed[lane.id] == lane.status);
    for (const auto& step : steps) {
        std::vector<Status> of_step;
        for (const auto& lane : current(*world.tx, series_stream, As<Lane>{}))
            if (lane.step == step) of_step.push_back(lane.status);
        CHECK(world.step(step).status == status_of(of_step));
    }
}

TEST_CASE("finishing keeps what came of it, opening again clears it, the last update shows on the step") {
    World world;
    const auto step = world.commit();
    REQUIRE(world.run(ana, update(step, Status::completed, "Two districts use it")));
    auto lane = current(*world.tx, series_stream, As<Lane>{}).at(0);
    CHECK(lane.outcome.str() == "Two districts use it");
    CHECK(lane.finished_at == Instant{world.now});
    CHECK(world.step(step).status == Status::completed);
    CHECK(world.step(step).latest_at == Instant{world.now});
    const auto finished = world.now;
    REQUIRE(world.run(ana, update(step, Status::completed, "Three districts use it")));
    lane = current(*world.tx, series_stream, As<Lane>{}).at(0);
    CHECK(lane.outcome.str() == "Three districts use it");
    CHECK(lane.finished_at == Instant{finished});
    REQUIRE(world.run(ana, update(step, Status::on_track, "One stopped")));
    lane = current(*world.tx, series_stream, As<Lane>{}).at(0);
    CHECK(lane.outcome.empty());
    CHECK(!lane.finished_at);
    CHECK(world.step(step).latest.str() == "One stopped");
    CHECK(world.step(step).revision == 1);
}

TEST_CASE("an asked state accepts or declines its own lane") {
    World world;
    const auto step = world.commit();
    const auto lane = world.ask(step, utah, uma);
    UpdateStep command{.step = step, .lane = lane, .status = Status::on_track};
    CHECK(world.run(ana, command).error().code == "not_allowed");
    CHECK(world.run(uma, UpdateStep{.step = step, .status = Status::on_track}).error().field == "lane");
    REQUIRE(world.run(uma, command));
    CHECK(world.step(step).status == Status::not_started);
}

TEST_CASE("an edit changes what is given, the owner's lane too, and no more") {
    World world;
    const auto step = world.commit();
    REQUIRE(world.run(ana, EditStep{.step = step,
                                    .title = Text<1, 300>{"Better words"},
                                    .due_on = CivilDate{"2027-01-31"},
                                    .category = Category::communication}));
    const auto edited = world.step(step);
    CHECK(edited.title.str() == "Better words");
    CHECK(edited.measure.str() == "Two districts used it");
    CHECK(edited.category == Category::communication);
    CHECK(edited.revision == 2);
    CHECK(current(*world.tx, series_stream, As<Lane>{}).at(0).due_on == CivilDate{"2027-01-31"});
    CHECK(world.run(uma, EditStep{.step = step, .revision = 2, .title = Text<1, 300>{"Mine"}}).error().code ==
          "not_allowed");
}

TEST_CASE("help is asked and answered on the step itself") {
    World world;
    const auto step = world.commit();
    CHECK(world.run(uma, AskForHelp{.step = step, .text = Prose<1, 1000>{"Anyone?"}}).error().code ==
          "not_allowed");
    REQUIRE(world.run(ana, AskForHelp{.step = step, .text = Prose<1, 1000>{"Who has a template?"}}));
    CHECK(world.step(step).help == HelpState::wanted);
    CHECK(world.step(step).help_at == Instant{world.now});
    REQUIRE(world.run(fay, CloseHelp{.step = step, .answered = false}));
    CHECK(world.step(step).help == HelpState::withdrawn);
    CHECK(world.step(step).help_text.str() == "Who has a template?");
}

TEST_CASE("none is said once for a state and session, taken back by nothing or by a step") {
    World world;
    const auto none = [](const char* reason) {
        return RecordNone{.meeting = session, .organisation = ohio, .reason = Text<0, 300>{reason}};
    };
    REQUIRE(world.run(fay, none("Budget talks first")));
    REQUIRE(world.run(ana, none("Waiting for the board")));
    CHECK(current(*world.tx, session_stream, As<NoStep>{}).size() == 1);
    CHECK(world.run(uma, none("They do not want to")).error().code == "not_allowed");
    REQUIRE(world.run(ana, none("")));
    CHECK(current(*world.tx, session_stream, As<NoStep>{}).empty());
    REQUIRE(world.run(ana, none("")));
    REQUIRE(world.run(ana, none("Again")));
    world.commit();
    CHECK(current(*world.tx, session_stream, As<NoStep>{}).empty());
    CHECK(world.run(ana, none("Again")).error().code == "has_step");
}
