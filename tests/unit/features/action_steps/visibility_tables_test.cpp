// Who sees a step in a real database: what moves with it, links, pages and history.
#include "store/journal.hpp"
#include "unit/features/action_steps/world.hpp"

using namespace interstate;
using namespace interstate::action_steps;
using namespace interstate::action_steps::testing;

TEST_CASE(
    "a step made narrower takes lanes and threads along; what came by query is not named, however much") {
    World world;
    const auto step = world.commit();
    const auto said = world.run(ana, update(step, Status::on_track, "Begun"));
    const auto thread = id<ThreadId>(90);
    const auto post = id<PostId>(91);
    world.tx->run("INSERT INTO threads (id, collaborative, anchor, anchor_id, stream, title, started_by, "
                  "started_at, last_number,"
                  " last_at, last_by, posts, pinned, current) VALUES (?, ?, 'action_step', ?, ?, 'T', ?, 1, "
                  "1, 1, ?, 1, 0, 1)",
                  thread, sdi, step, series_stream, ana, ana);
    world.tx->run("INSERT INTO posts (id, thread, number, author, at, reply_to, text, html, renderer, "
                  "edited_at, revision,"
                  " removed, removed_by) VALUES (?, ?, 1, ?, 1, NULL, 'x', 'x', 1, NULL, 1, 0, NULL)",
                  post, thread, ana);
    store::append(*world.tx, {series_stream, "step_committed"}, Context{.actor = ana},
                  [](auto) { return "old words"; });

    REQUIRE(world.run(ana, EditStep{.step = step, .visibility = Visibility::organisation}));

    const auto lane = current(*world.tx, ohio_stream, As<Lane>{}).at(0).id;
    for (const auto& [kind, which] :
         {std::pair<Kind, Ulid>{Kind::action_step, step}, std::pair<Kind, Ulid>{Kind::lane, lane},
          std::pair<Kind, Ulid>{Kind::thread, thread}}) {
        CHECK(world.removed(series_stream, kind, which));
        CHECK(world.put(kind, which));
    }
    CHECK(!world.put(Kind::post, post));
    CHECK(!world.put(Kind::step_update, said->update));
    CHECK(world.changes.started_over() == std::vector{series_stream});
    CHECK(world.tx->row<Stream>("SELECT stream FROM threads WHERE id = ?", thread) == ohio_stream);
    CHECK(store::state_of(*world.tx, series_stream).floor == 1);
    CHECK(store::events_after(*world.tx, series_stream, 0, 10).empty());
    CHECK(world.run(uma, update(step, Status::on_track)).error().code == "not_allowed");
    CHECK(world.run(fay, EditStep{.step = step, .revision = 2, .title = Text<1, 300>{"Mine"}}).error().code ==
          "not_allowed");
}

TEST_CASE("a step without history and threads moves without anybody starting over") {
    World world;
    const auto step = world.commit();
    REQUIRE(world.run(ana, EditStep{.step = step, .visibility = Visibility::organisation}));
    CHECK(world.changes.started_over().empty());
}

TEST_CASE("naming the same audience again moves nothing") {
    World world;
    const auto step = world.commit();
    REQUIRE(world.run(ana, EditStep{.step = step, .visibility = Visibility::series}));
    CHECK(world.changes.removes().empty());
}

TEST_CASE("a link is shown from both sides, once, and moves with its narrower step") {
    World world;
    const auto ours = world.commit();
    const auto theirs = world.commit(Visibility::members, utah);
    const auto linked = world.run(ana, LinkSteps{.from = ours, .to = theirs});
    REQUIRE(linked);
    CHECK(current(*world.tx, series_stream, As<StepLink>{}).size() == 1);
    CHECK(world.run(uma, LinkSteps{.from = theirs, .to = ours}).error().code == "linked_already");
    CHECK(world.run(ana, LinkSteps{.from = ours, .to = theirs}).error().code == "linked_already");
    REQUIRE(world.run(ana, LinkSteps{.from = ours, .to = theirs, .type = LinkType::adapted_from}));
    REQUIRE(world.run(uma, LinkSteps{.from = theirs, .to = ours, .type = LinkType::adapted_from}));

    REQUIRE(world.run(ana, EditStep{.step = ours, .visibility = Visibility::members}));
    CHECK(current(*world.tx, members_stream, As<StepLink>{}).size() == 3);
    REQUIRE(world.run(uma, UnlinkSteps{.link = linked->link}));
    CHECK(world.run(uma, UnlinkSteps{.link = linked->link}).error().code == "not_allowed");
}

TEST_CASE("a link that nobody could see from both sides goes") {
    World world;
    const auto ours = world.commit();
    const auto theirs = world.commit(Visibility::organisation, utah);
    const auto linked = world.run(uma, LinkSteps{.from = theirs, .to = ours});
    REQUIRE(linked);
    CHECK(current(*world.tx, utah_stream, As<StepLink>{}).size() == 1);
    CHECK(world.run(ana, UnlinkSteps{.link = linked->link}).error().code == "not_allowed");
    CHECK(world.run(ana, LinkSteps{.from = ours, .to = theirs}).error().code == "not_allowed");

    REQUIRE(world.run(ana, EditStep{.step = ours, .visibility = Visibility::organisation}));
    CHECK(world.removed(utah_stream, Kind::step_link, linked->link));
    CHECK(!find(*world.tx, linked->link, As<StepLink>{}));
}

TEST_CASE("two steps within one team are linked there, once in its snapshot") {
    World world;
    const auto one = world.commit(Visibility::organisation);
    const auto other = world.commit(Visibility::organisation);
    REQUIRE(world.run(ana, LinkSteps{.from = one, .to = other, .type = LinkType::peer_review}));
    CHECK(current(*world.tx, ohio_stream, As<StepLink>{}).size() == 1);
}

TEST_CASE("each person finds the steps that they may see") {
    World world;
    const auto team = world.commit(Visibility::organisation);
    const auto shared = world.commit(Visibility::series);
    const auto open = world.commit(Visibility::members, utah);
    const auto seen = [&](const PersonId& who) {
        std::vector<StepId> ids;
        const auto page = world.ask_steps(who);
        REQUIRE(page);
        for (const auto& step : std::get<0>(page->records)) ids.push_back(step.id);
        return ids;
    };
    CHECK(seen(ana) == std::vector{team, shared, open});
    CHECK(seen(uma) == std::vector{shared, open});
    CHECK(seen(fay) == std::vector{shared, open});
    CHECK(seen(oz) == std::vector{shared});
    CHECK(world.ask_steps(id<PersonId>(99)).error().code == "not_allowed");
}

TEST_CASE("steps come in pages by due date, with their lanes and links, under every filter") {
    World world;
    const auto first = world.commit();
    const auto second = world.commit(Visibility::members, utah);
    const auto third = world.commit(Visibility::organisation);
    REQUIRE(world.run(ana, EditStep{.step = first,
                                    .due_on = CivilDate{"2026-11-30"},
                                    .objectives = std::vector{objective},
                                    .principles = std::vector{10}}));
    REQUIRE(world.run(ana, LinkSteps{.from = first, .to = second}));
    REQUIRE(world.run(ana, update(third, Status::completed, "Done")));
    const auto ids = [&](Steps query) {
        const auto page = world.ask_steps(ana, std::move(query));
        REQUIRE(page);
        std::vector<StepId> found;
        for (const auto& step : std::get<0>(page->records)) found.push_back(step.id);
        return found;
    };
    const auto page = world.ask_steps(ana, {.limit = 2});
    REQUIRE(page);
    CHECK(std::get<0>(page->records).size() == 2);
    CHECK(std::get<1>(page->records).size() == 2);
    CHECK(std::get<2>(page->records).size() == 1);
    CHECK(page->next == "2026-12-15 " + second.str());
    CHECK(ids({.cursor = Text<1, 60>{*page->next}, .limit = 2}) == std::vector{third});
    CHECK(ids({.series = series}).size() == 3);
    CHECK(ids({.series = SeriesId{ana}}).empty());
    CHECK(ids({.meeting = session}).size() == 3);
    CHECK(ids({.state = Text<1, 8>{"UT"}}) == std::vector{second});
    CHECK(ids({.status = Status::completed}) == std::vector{third});
    CHECK(ids({.open = true}) == std::vector{first, second});
    CHECK(ids({.open = false}) == std::vector{third});
    CHECK(ids({.overdue = true}).empty());
    CHECK(ids({.owner = uma}) == std::vector{second});
    CHECK(ids({.principle = 10}) == std::vector{first});
    CHECK(ids({.principle = 1}).empty());
    CHECK(ids({.objective = objective}) == std::vector{first});
    world.now += std::int64_t{20} * 24 * 3600 * 1000;
    CHECK(ids({.overdue = true}) == std::vector{first});
    CHECK(ids({.overdue = false}) == std::vector{second, third});
    REQUIRE(world.run(uma, AskForHelp{.step = second, .text = Prose<1, 1000>{"Who has one?"}}));
    CHECK(ids({.help = true}) == std::vector{second});
    CHECK(ids({.help = false}) == std::vector{first, third});
    CHECK(world.ask_steps(ana, {.limit = 201}).error().field == "limit");
    CHECK(world.ask_steps(ana, {.state = Text<1, 8>{"ZZ"}}).error().field == "state");
    CHECK(world.ask_steps(ana, {.cursor = Text<1, 60>{"2026-13-45 nonsense"}}).error().field == "cursor");
}

TEST_CASE("a step's history comes newest first, in pages, to those who see the step") {
    World world;
    const auto step = world.commit(Visibility::organisation);
    for (const auto status : {Status::on_track, Status::at_risk, Status::blocked})
        REQUIRE(world.run(ana, update(step, status)));
    const auto history = [&](const PersonId& who, UpdatesOfStep query) {
        return answer(*world.tx, query, Context{.actor = who, .now = {world.now}});
    };
    const auto page = history(ana, {.step = step, .limit = 2});
    REQUIRE(page);
    REQUIRE(std::get<0>(page->records).size() == 2);
    CHECK(std::get<0>(page->records)[0].to == Status::blocked);
    CHECK(std::get<0>(page->records)[0].author == ana);
    const auto last = history(ana, {.step = step, .cursor = Text<1, 60>{page->next.value()}});
    REQUIRE(last);
    REQUIRE(std::get<0>(last->records).size() == 1);
    CHECK(std::get<0>(last->records)[0].from == Status::not_started);
    CHECK(!last->next);
    CHECK(history(uma, {.step = step}).error().code == "not_allowed");
    CHECK(history(ana, {.step = step, .limit = 0}).error().field == "limit");
    CHECK(history(ana, {.step = step, .cursor = Text<1, 60>{"x"}}).error().field == "cursor");
}
