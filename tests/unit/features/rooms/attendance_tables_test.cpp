// The roster in its tables: stays, guests, corrections, and who is here after a restart.
#include "unit/features/rooms/world.hpp"

using namespace interstate;
using namespace interstate::rooms;
using namespace interstate::rooms::testing;

TEST_CASE("waiting before the room opens is seen and does not count") {
    World w;
    w.arrive(w.ana);
    CHECK(w.row(w.ana)->here);
    CHECK(!w.row(w.ana)->first_here_at);
    w.pass(minutes{5});
    w.open_room();
    CHECK(w.was_put(Kind::meeting));
    CHECK(w.stage() == "live");
    CHECK(w.row(w.ana)->first_here_at == w.now);
    w.pass(minutes{7});
    w.by_server(Depart{w.meeting, w.ana, w.now});
    CHECK(w.row(w.ana)->minutes == 7);
    CHECK(!w.row(w.ana)->here);
    CHECK(w.row(w.ana)->last_here_at == w.now);
}

TEST_CASE("who waits and goes before the room opens is not on the roster") {
    World w;
    w.arrive(w.ana);
    w.by_server(Depart{w.meeting, w.ana, w.now});
    CHECK(!w.row(w.ana));
}

TEST_CASE("several stays add up, and the minute of grace does not count") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.pass(minutes{3});
    const auto line_lost = w.now;
    w.pass(minutes{1});
    w.by_server(Depart{w.meeting, w.ana, line_lost});
    w.pass(minutes{6});
    w.arrive(w.ana);
    w.arrive(w.ana);
    w.pass(minutes{4});
    w.run(LeaveRoom{w.meeting}, w.ana);
    CHECK(w.row(w.ana)->minutes == 7);
    w.by_server(Depart{w.meeting, w.ana, w.now});
    CHECK(w.row(w.ana)->minutes == 7);
}

TEST_CASE("a departure from before the present stay is old news") {
    World w;
    w.open_room();
    const auto line_lost = w.now;
    w.pass(minutes{2});
    w.arrive(w.ana);
    w.by_server(Depart{w.meeting, w.ana, line_lost});
    CHECK(w.row(w.ana)->here);
}

TEST_CASE("a heartbeat is news when whole minutes have changed") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.pass(seconds{59});
    w.by_server(Heartbeat{w.meeting, {w.ana}});
    CHECK(w.puts.empty());
    w.pass(seconds{1});
    w.by_server(Heartbeat{w.meeting, {w.ana}});
    CHECK(w.row(w.ana)->minutes == 1);
    w.pass(minutes{5});
    w.by_server(Heartbeat{w.meeting, {w.ben}});
    CHECK(w.row(w.ana)->minutes == 1);
}

TEST_CASE("a stranger to the series does not arrive") {
    World w;
    w.tx.run("DELETE FROM participations WHERE organisation = ?", w.alabama);
    CHECK(w.by_server(Arrive{w.meeting, w.ana}).error().code == "not_allowed");
    CHECK(!w.row(w.ana));
}

TEST_CASE("a restart ends stays at the last beat; queue, item, countdown and guests are as before") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    const auto guest =
        w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, Text<1, 8>{"oh"}, Channel::phone}, w.fay)->attendance;
    w.next();
    w.run(RaiseHand{w.meeting, {}}, w.ana);
    w.pass(minutes{2});
    w.by_server(Heartbeat{w.meeting, {w.ana}});
    w.pass(seconds{40});
    const auto left = w.remaining();
    const auto item = w.room().current_item;
    REQUIRE(w.by_server(CloseStale{}));
    CHECK(!w.row(w.ana)->here);
    CHECK(w.row(w.ana)->minutes == 2);
    CHECK(w.row(w.ana)->last_here_at == w.start + minutes{2});
    CHECK(find(w.tx, guest, As<Attendance>{})->here);
    CHECK(find(w.tx, guest, As<Attendance>{})->organisation == w.ohio);
    CHECK(w.remaining() == left);
    CHECK(w.room().current_item == item);
    CHECK(w.hands().size() == 1);
    w.pass(seconds{20});
    w.arrive(w.ana);
    w.pass(minutes{2});
    w.by_server(Heartbeat{w.meeting, {w.ana}});
    CHECK(w.hands().size() == 1);
    CHECK(w.row(w.ana)->minutes == 4);
    CHECK(find(w.tx, guest, As<Attendance>{})->minutes == 5);
}

TEST_CASE("a clock that is set while people are here adds no minutes and takes none") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.pass(minutes{3});
    w.by_server(Heartbeat{w.meeting, {w.ana}});
    for (const std::chrono::days jump : {std::chrono::days{400}, std::chrono::days{-4050}}) {
        w.pass(jump);
        w.by_server(Heartbeat{w.meeting, {w.ana}});
        w.pass(minutes{2});
        w.by_server(Heartbeat{w.meeting, {w.ana}});
        CHECK(w.row(w.ana)->here);
    }
    CHECK(w.row(w.ana)->minutes == 7);
    w.by_server(Depart{w.meeting, w.ana, w.now});
    CHECK(!w.row(w.ana)->here);
    CHECK(w.row(w.ana)->minutes == 7);
}

TEST_CASE("a stay that ends by a clock that was just set ends at its last beat") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.pass(minutes{3});
    w.by_server(Heartbeat{w.meeting, {w.ana}});
    w.pass(std::chrono::days{400});
    w.run(LeaveRoom{w.meeting}, w.ana);
    CHECK(w.row(w.ana)->minutes == 3);
}

TEST_CASE("the hand of somebody who does not come back after a restart goes after a minute") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.arrive(w.ben);
    w.run(RaiseHand{w.meeting, {}}, w.ana);
    REQUIRE(w.run(GiveFloor{w.meeting, w.hands()[0].id}, w.fay));
    w.pass(seconds{30});
    w.by_server(Heartbeat{w.meeting, {w.ana, w.ben}});
    w.by_server(CloseStale{});
    w.arrive(w.ben);
    w.pass(seconds{59});
    w.by_server(Heartbeat{w.meeting, {w.ben}});
    CHECK(w.hands().size() == 1);
    w.pass(seconds{1});
    w.by_server(Heartbeat{w.meeting, {w.ben}});
    CHECK(w.hands().empty());
    CHECK(!w.room().floor);
    CHECK(w.row(w.ana)->spoken_seconds == 30);
}

TEST_CASE("a correction stands beside what was measured and can be taken back") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.pass(minutes{5});
    w.end();
    const auto row = w.row(w.ana)->id;
    REQUIRE(w.run(CorrectAttendance{w.meeting, row, 60, Text<0, 300>{"by phone before"}}, w.fay));
    CHECK(w.row(w.ana)->corrected_minutes == 60);
    CHECK(w.row(w.ana)->minutes == 5);
    REQUIRE(w.run(CorrectAttendance{w.meeting, row, {}, {}}, w.fay));
    CHECK(!w.row(w.ana)->corrected_minutes);
}

TEST_CASE(
    "a guest who goes stays on the roster with the minutes, and may be of a state that takes part only") {
    World w;
    w.open_room();
    const auto refused =
        w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, Text<1, 8>{"TX"}, Channel::phone}, w.fay);
    CHECK(refused.error().allowed == "AL, OH");
    const auto guest =
        w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, Text<1, 8>{"AL"}, Channel::phone}, w.fay)->attendance;
    REQUIRE(w.run(RaiseHand{w.meeting, guest}, w.fay));
    w.pass(minutes{12});
    REQUIRE(w.run(RemoveGuest{w.meeting, guest}, w.fay));
    CHECK(w.hands().empty());
    CHECK(find(w.tx, guest, As<Attendance>{})->minutes == 12);
    CHECK(!find(w.tx, guest, As<Attendance>{})->here);
}
