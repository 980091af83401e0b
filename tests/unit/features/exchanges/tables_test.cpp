// Exchanges in their tables, each command held to the law: snapshot before + changes = snapshot after.
#include "features/exchanges/exchanges.hpp"
#include "support/people.hpp"

using namespace interstate;
using namespace interstate::exchanges;
using namespace interstate::law;

namespace {

struct World {
    MemoryStore memory;
    store::Transaction& tx = memory.tx();
    std::uint8_t seed = 100;

    World() { add_collaborative(tx); }
    template <class Command>
    auto obey(const Command& command, const PersonId& person = facilitator) {
        return run<Series, Objective, Participation>(tx, command, by(person, 5000, ++seed),
                                                     {extended, staff, members});
    }
    SeriesId draft(const char* title = "P2P Exchange") {
        return obey(CreateSeries{.collaborative = collaborative,
                                 .title = Text<1, 200>{title},
                                 .objectives = {objective("One"), objective("Two")},
                                 .states = {Text<1, 8>{"OH"}},
                                 .starts_on = CivilDate{"2026-09-01"},
                                 .ends_on = CivilDate{"2027-05-31"}})
            .decision->series;
    }
    static ObjectiveText objective(const char* name) {
        return {Text<1, 120>{name}, Text<1, 600>{"What we want"}};
    }
};

EditSeries edit_of(const SeriesId& series, int revision, std::vector<Text<1, 8>> states) {
    return {.series = series,
            .revision = revision,
            .title = Text<1, 200>{"Renamed"},
            .objectives = {World::objective("Two"), World::objective("Three"), World::objective("One")},
            .states = std::move(states),
            .starts_on = CivilDate{"2026-09-01"},
            .ends_on = CivilDate{"2027-05-31"}};
}

bool has_access_changed(const Changes& changes, const PersonId& person) {
    return std::ranges::find(changes.access(), person) != changes.access().end();
}

} // namespace

TEST_CASE("a draft lives with the staff, whose standing names it") {
    World world;
    const auto made = world.obey(CreateSeries{.collaborative = collaborative,
                                              .title = Text<1, 200>{"P2P Exchange"},
                                              .objectives = {World::objective("One")},
                                              .states = {Text<1, 8>{"oh"}, Text<1, 8>{"UT"}},
                                              .starts_on = CivilDate{"2026-09-01"},
                                              .ends_on = CivilDate{"2027-05-31"}});
    REQUIRE(made.decision);
    CHECK(snapshot<Series, Objective, Participation>(world.tx, staff).size() == 4);
    CHECK(snapshot<Series>(world.tx, extended).empty());
    CHECK(puts(made.changes, Kind::standing, facilitator));
    CHECK(puts(made.changes, Kind::standing, administrator));
    CHECK(!puts(made.changes, Kind::standing, ohioan));
}

TEST_CASE("a second series of the same title has another slug") {
    World world;
    world.draft();
    CHECK(find(world.tx, world.draft(), As<Series>{})->slug.str() == "p2p-exchange-2");
}

TEST_CASE("publishing moves the series with its parts and changes what its people may follow") {
    World world;
    const auto series = world.draft();
    const auto published = world.obey(PublishSeries{series});
    REQUIRE(published.decision);
    CHECK(snapshot<Series, Objective, Participation>(world.tx, extended).size() == 4);
    CHECK(snapshot<Series, Objective, Participation>(world.tx, staff).empty());
    CHECK(has_access_changed(published.changes, ohioan));
    CHECK(puts(published.changes, Kind::standing, partner));
    CHECK(!has_access_changed(published.changes, utahn));
}

TEST_CASE("an edit keeps objectives and changes the access of the states that come and go") {
    World world;
    const auto series = world.draft();
    const auto one = world.tx.row<ObjectiveId>("SELECT id FROM objectives WHERE short_name = 'One'");
    REQUIRE(world.obey(PublishSeries{series}).decision);
    const auto edited = world.obey(edit_of(series, 1, {Text<1, 8>{"UT"}}));
    REQUIRE(edited.decision);
    CHECK(find(world.tx, *one, As<Objective>{})->ordinal == 3);
    CHECK(has_access_changed(edited.changes, ohioan));
    CHECK(has_access_changed(edited.changes, utahn));
    CHECK(!has_access_changed(edited.changes, partner));
    CHECK(find(world.tx, series, As<Series>{})->slug.str() == "p2p-exchange");
}

TEST_CASE("an edit of a draft changes nobody's access") {
    World world;
    const auto edited = world.obey(edit_of(world.draft(), 1, {Text<1, 8>{"UT"}}));
    REQUIRE(edited.decision);
    CHECK(edited.changes.access().empty());
}

TEST_CASE("a state with steps, and an objective that a session works towards, stay") {
    World world;
    const auto series = world.draft();
    const auto two = world.tx.row<ObjectiveId>("SELECT id FROM objectives WHERE short_name = 'Two'");
    world.tx.run("INSERT INTO action_steps (id, collaborative, series, meeting, organisation, visibility, "
                 "title, measure, detail,"
                 " category, level, horizon, objectives, principles, status, due_on, set_at, set_by, "
                 "on_behalf, help, help_text,"
                 " help_at, latest, latest_at, revision) VALUES (?, ?, ?, NULL, ?, 'series', 't', 'm', '', "
                 "NULL, 'sea',"
                 " 'days_30', ?, '', 'on_track', '2026-12-01', 1, ?, 0, 'none', '', NULL, '', NULL, 1)",
                 made<StepId>(90), collaborative, series, ohio, std::vector{*two}, ohioan);
    CHECK(world.obey(edit_of(series, 1, {Text<1, 8>{"UT"}})).decision.error().field == "states");
    auto without_two = edit_of(series, 1, {Text<1, 8>{"OH"}});
    without_two.objectives = {World::objective("One")};
    CHECK(world.obey(without_two).decision.error().field == "objectives");
    CHECK(world.obey(edit_of(series, 1, {Text<1, 8>{"OH"}})).decision);
}

TEST_CASE("the archive comes in pages, by query only") {
    World world;
    for (int i = 0; i < 25; ++i) {
        const auto series = world.draft();
        REQUIRE(world.obey(PublishSeries{series}).decision);
        world.tx.run("UPDATE series SET current = 0 WHERE id = ?", series);
    }
    CHECK(snapshot<Series, Objective, Participation>(world.tx, extended).empty());
    const auto first = answer(world.tx, SeriesArchive{.collaborative = collaborative}, by(ohioan, 5000, 1));
    REQUIRE(first);
    CHECK(std::get<0>(first->records).size() == 20);
    CHECK(std::get<1>(first->records).size() == 40);
    REQUIRE(first->next);
    const auto rest =
        answer(world.tx, SeriesArchive{collaborative, Text<1, 60>{*first->next}}, by(ohioan, 5000, 1));
    REQUIRE(rest);
    CHECK(std::get<0>(rest->records).size() == 5);
    CHECK(!rest->next);
    CHECK(!answer(world.tx, SeriesArchive{collaborative, Text<1, 60>{"nonsense"}}, by(ohioan, 5000, 1)));
    CHECK(!answer(world.tx, SeriesArchive{.collaborative = collaborative}, by(PersonId{}, 5000, 1)));
}
