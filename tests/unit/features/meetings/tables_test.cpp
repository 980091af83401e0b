// Meetings in their tables, each command held to the law: snapshot before + changes = snapshot after.
#include "features/meetings/meetings.hpp"
#include "support/people.hpp"

using namespace interstate;
using namespace interstate::meetings;
using namespace interstate::law;

namespace {

const auto series = made<SeriesId>(40);
const auto objective = made<ObjectiveId>(41);
const auto thread = made<ThreadId>(42);

struct World {
    MemoryStore memory;
    store::Transaction& tx = memory.tx();
    std::uint8_t seed = 100;

    World() {
        add_collaborative(tx);
        tx.run("INSERT INTO series (id, collaborative, slug, title, description, state, starts_on, ends_on, "
               "current, revision)"
               " VALUES (?, ?, 's', 'S', '', 'running', '2026-09-01', '2027-05-31', 1, 1)",
               series, collaborative);
        tx.run(
            "INSERT INTO objectives (id, series, ordinal, short_name, text) VALUES (?, ?, 1, 'One', 'Text')",
            objective, series);
    }
    template <class Command>
    auto obey(const Command& command, const MeetingId& meeting = {}, const PersonId& person = facilitator) {
        return run<Meeting, MeetingLink, AgendaItem>(tx, command, by(person, 5000, ++seed),
                                                     {extended, staff, {StreamKind::meeting, meeting}});
    }
    MeetingId draft() {
        const auto made = obey(ScheduleMeeting{.collaborative = collaborative,
                                               .series = series,
                                               .title = Text<1, 200>{"Session"},
                                               .starts_local = LocalTime{"2026-11-24T13:00"},
                                               .zone = ZoneName{"America/New_York"},
                                               .link = Text<0, 500>{"https://zoom.us/j/1"},
                                               .objectives = std::vector{objective}});
        return made.decision.value().meeting;
    }
    MeetingId with_agenda() {
        const auto meeting = draft();
        REQUIRE(obey(agenda(meeting, 1, {line("Opening"), line("Work"), line("Closing")}), meeting).decision);
        return meeting;
    }
    MeetingId announced() {
        const auto meeting = with_agenda();
        REQUIRE(obey(AnnounceMeeting{meeting}, meeting).decision);
        return meeting;
    }
    std::vector<AgendaItemId> items(const MeetingId& meeting) {
        return tx.rows<AgendaItemId>("SELECT id FROM agenda_items WHERE meeting = ? ORDER BY ordinal",
                                     meeting);
    }
    static AgendaLine line(const char* title, std::optional<AgendaItemId> id = {}) {
        return {.id = id, .title = Text<1, 200>{title}, .minutes = 10};
    }
    static SetAgenda agenda(const MeetingId& meeting, int revision, std::vector<AgendaLine> lines) {
        return {.meeting = meeting, .revision = revision, .items = std::move(lines)};
    }
};

} // namespace

TEST_CASE("a draft is for the staff; sessions are numbered in their series") {
    World world;
    world.draft();
    const auto second = find(world.tx, world.draft(), As<Meeting>{});
    REQUIRE(second);
    CHECK(second->ordinal == 2);
    CHECK(second->starts_at == instant_of(second->starts_local, second->zone));
    CHECK(second->objectives == std::vector{objective});
    CHECK(snapshot<Meeting>(world.tx, staff).size() == 2);
    CHECK(snapshot<Meeting>(world.tx, extended).empty());
}

TEST_CASE("an edit writes what is given and leaves the rest") {
    World world;
    const auto meeting = world.announced();
    const auto edited = world.obey(EditMeeting{.meeting = meeting,
                                               .revision = 2,
                                               .starts_local = LocalTime{"2026-11-25T13:00"},
                                               .dial_in = Text<0, 200>{"555 0100"}},
                                   meeting);
    REQUIRE(edited.decision);
    const auto now = find(world.tx, meeting, As<Meeting>{});
    CHECK(now->title.str() == "Session");
    CHECK(now->revision == 3);
    CHECK(now->moved_at == Instant{5000});
    CHECK(now->starts_at == instant_of(now->starts_local, now->zone));
    const auto link = find(world.tx, meeting, As<MeetingLink>{});
    CHECK(link->link.str() == "https://zoom.us/j/1");
    CHECK(link->dial_in.str() == "555 0100");
}

TEST_CASE("an agenda is reordered, shortened and lengthened, and items keep their ids") {
    World world;
    const auto meeting = world.with_agenda();
    const auto items = world.items(meeting);
    const auto set = world.obey(World::agenda(meeting, 2,
                                              {World::line("Closing first", items[2]), World::line("New"),
                                               World::line("Opening", items[0])}),
                                meeting);
    REQUIRE(set.decision);
    const auto now = world.items(meeting);
    REQUIRE(now.size() == 3);
    CHECK(now[0] == items[2]);
    CHECK(now[2] == items[0]);
}

TEST_CASE("an item that the room has been at keeps its place") {
    World world;
    const auto meeting = world.announced();
    const auto items = world.items(meeting);
    world.tx.run("INSERT INTO item_runs (id, meeting, started_at, ended_at, used_ms, added_minutes) VALUES "
                 "(?, ?, 1, NULL, 0, 0)",
                 items[0], meeting);
    world.tx.run("UPDATE meetings SET state = 'live' WHERE id = ?", meeting);
    CHECK(world.obey(World::agenda(meeting, 2, {World::line("Closing", items[2])}), meeting)
              .decision.error()
              .code == "item_begun");
    CHECK(world
              .obey(World::agenda(meeting, 2,
                                  {World::line("Opening", items[0]), World::line("Closing", items[2])}),
                    meeting)
              .decision);
}

TEST_CASE("announcing moves the meeting and its threads to those invited") {
    World world;
    const auto meeting = world.with_agenda();
    world.tx.run("INSERT INTO threads (id, collaborative, anchor, anchor_id, stream, title, started_by, "
                 "started_at, last_number,"
                 " last_at, last_by, posts, pinned, current) VALUES (?, ?, 'meeting', ?, ?, 'T', ?, 1, 1, 1, "
                 "NULL, 1, 0, 1)",
                 thread, collaborative, meeting, staff, facilitator);
    const auto announced = world.obey(AnnounceMeeting{meeting}, meeting);
    REQUIRE(announced.decision);
    CHECK(snapshot<Meeting>(world.tx, staff).empty());
    CHECK(snapshot<Meeting>(world.tx, extended).size() == 1);
    CHECK(world.tx.row<Stream>("SELECT stream FROM threads WHERE id = ?", thread) ==
          Stream{StreamKind::series, series});
    CHECK(puts(announced.changes, Kind::thread, thread));
    CHECK(std::ranges::find(announced.changes.removes(), Changes::Remove{staff, Kind::thread, thread}) !=
          announced.changes.removes().end());
}

TEST_CASE("an announced meeting is cancelled before everybody, a draft before the staff only") {
    World world;
    const auto announced = world.announced();
    const auto draft = world.draft();
    REQUIRE(world.obey(CancelMeeting{announced, Text<1, 500>{"Snow"}}, announced).decision);
    REQUIRE(world.obey(CancelMeeting{draft, Text<1, 500>{"Never mind"}}, draft).decision);
    CHECK(snapshot<Meeting>(world.tx, extended).size() == 1);
    CHECK(snapshot<Meeting>(world.tx, staff).size() == 1);
    CHECK(find(world.tx, announced, As<Meeting>{})->cancel_reason.str() == "Snow");
}

TEST_CASE("the meetings of a series: all for the staff, without drafts for others, none for strangers") {
    World world;
    world.announced();
    world.draft();
    const auto count = [&](const PersonId& person) {
        const auto page = answer(world.tx, MeetingsOfSeries{series}, by(person, 5000, 1));
        return page ? static_cast<int>(std::get<0>(page->records).size()) : -1;
    };
    CHECK(count(facilitator) == 2);
    CHECK(count(ohioan) == 1);
    CHECK(count(PersonId{}) == -1);
    world.tx.run("UPDATE meetings SET current = 0");
    CHECK(count(ohioan) == 1);
    CHECK(snapshot<Meeting>(world.tx, extended).empty());
    world.tx.run("UPDATE series SET state = 'draft'");
    CHECK(count(ohioan) == -1);
}
