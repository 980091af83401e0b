// The session in its tables: opening, countdowns, the queue of hands, ending and undoing.
#include "unit/features/rooms/world.hpp"

using namespace interstate;
using namespace interstate::rooms;
using namespace interstate::rooms::testing;

TEST_CASE("going back continues the countdown, and times of items add up without overlap") {
    World w;
    w.open_room();
    w.next();
    CHECK(w.room().current_item == w.first);
    w.pass(minutes{4});
    REQUIRE(w.run(ExtendItem{w.meeting, w.first, 3}, w.fay));
    CHECK(w.remaining() == minutes{9});
    w.next();
    CHECK(w.remaining() == minutes{20});
    CHECK(find(w.tx, w.first, As<ItemRun>{})->seconds == 240);
    w.pass(minutes{1});
    REQUIRE(w.run(PreviousItem{w.meeting, w.second}, w.fay));
    CHECK(w.remaining() == minutes{9});
    CHECK(!find(w.tx, w.first, As<ItemRun>{})->ended_at);
    w.pass(minutes{2});
    CHECK(w.run(NextItem{w.meeting, w.second}, w.fay).error().code == "moved_already");
    w.next();
    CHECK(w.remaining() == minutes{19});
    w.pass(minutes{5});
    CHECK(w.run(NextItem{w.meeting, w.second}, w.fay).error().code == "last_item");
    CHECK(w.room().current_item == w.second);
    w.end();
    const auto runs = current(w.tx, w.stream(), As<ItemRun>{});
    CHECK(runs[0].seconds == 360);
    CHECK(runs[0].added_minutes == 3);
    CHECK(runs[1].seconds == 360);
    CHECK(runs[0].seconds + runs[1].seconds == (w.now - w.start) / seconds{1});
}

TEST_CASE("hands stand in one order, with numbers that are never used again") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.arrive(w.ben);
    CHECK(w.run(RaiseHand{w.meeting, {}}, w.ana)->ordinal == 1);
    CHECK(w.run(RaiseHand{w.meeting, {}}, w.ben)->ordinal == 2);
    const auto again = w.run(RaiseHand{w.meeting, {}}, w.ben);
    CHECK(again->ordinal == 2);
    REQUIRE(w.run(LowerHand{w.meeting, again->hand}, w.ben));
    REQUIRE(w.run(LowerHand{w.meeting, again->hand}, w.ben));
    CHECK(w.run(RaiseHand{w.meeting, {}}, w.ben)->ordinal == 3);
}

TEST_CASE("giving the floor ends the speaker before, and counts the time") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.arrive(w.ben);
    const auto ana = w.run(RaiseHand{w.meeting, {}}, w.ana)->hand;
    const auto ben = w.run(RaiseHand{w.meeting, {}}, w.ben)->hand;
    REQUIRE(w.run(GiveFloor{w.meeting, ana}, w.fay));
    CHECK(w.room().floor == ana);
    w.pass(seconds{90});
    REQUIRE(w.run(GiveFloor{w.meeting, ana}, w.fay));
    REQUIRE(w.run(GiveFloor{w.meeting, ben}, w.fay));
    CHECK(w.row(w.ana)->spoken_seconds == 90);
    REQUIRE(w.hands().size() == 1);
    CHECK(w.hands()[0].state == HandState::speaking);
    w.pass(seconds{30});
    REQUIRE(w.run(LowerHand{w.meeting, ben}, w.ben));
    CHECK(w.row(w.ben)->spoken_seconds == 30);
    CHECK(!w.room().floor);
    CHECK(w.run(GiveFloor{w.meeting, ben}, w.fay).error().code == "not_found");
}

TEST_CASE("who departs lowers the hand, waiting or speaking") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.arrive(w.ben);
    const auto ana = w.run(RaiseHand{w.meeting, {}}, w.ana)->hand;
    w.run(RaiseHand{w.meeting, {}}, w.ben);
    w.run(GiveFloor{w.meeting, ana}, w.fay);
    w.pass(seconds{10});
    const auto line_lost = w.now;
    w.pass(seconds{60});
    w.by_server(Depart{w.meeting, w.ana, line_lost});
    CHECK(w.row(w.ana)->spoken_seconds == 10);
    w.run(LeaveRoom{w.meeting}, w.ben);
    CHECK(w.hands().empty());
}

TEST_CASE("states that were here and have neither a step nor a reason are named") {
    World w;
    w.open_room();
    w.arrive(w.ben);
    w.arrive(w.ana);
    w.pass(minutes{1});
    w.run(LeaveRoom{w.meeting}, w.ana);
    const auto refused = w.run(EndSession{w.meeting}, w.fay);
    CHECK(refused.error().message == "These states have no action step from this session: Alabama, Ohio.");
    CHECK(w.room().state == RoomState::open);
    w.tx.run("INSERT INTO no_steps (id, meeting, organisation, reason) VALUES (?, ?, ?, 'no staff')",
             w.alabama, w.meeting, w.alabama);
    CHECK(w.run(EndSession{w.meeting}, w.fay).error().message ==
          "These states have no action step from this session: Ohio.");
    w.tx.run("DELETE FROM participations WHERE organisation = ?", w.ohio);
    CHECK(w.run(EndSession{w.meeting}, w.fay));
}

TEST_CASE("undoing an ending brings back the item, its countdown and those who were here") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.arrive(w.ben);
    w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, {}, Channel::in_room}, w.fay);
    w.next();
    w.run(RaiseHand{w.meeting, {}}, w.ana);
    w.pass(minutes{6} + Millis{250});
    w.end();
    CHECK(w.stage() == "ended");
    CHECK(w.hands().empty());
    CHECK(!w.room().current_item);
    CHECK(!w.row(w.ana)->here);
    CHECK(w.row(w.ana)->minutes == 6);
    CHECK(w.due("seal_session", w.now + minutes{10}));

    w.pass(minutes{4});
    w.by_server(Depart{w.meeting, w.ben, w.now});
    w.arrive(w.fay);
    w.pass(minutes{4});
    REQUIRE(w.run(UndoEnd{w.meeting}, w.fay));
    CHECK(w.stage() == "live");
    CHECK(w.remaining() == minutes{4} - Millis{250});
    CHECK(w.row(w.ana)->here);
    CHECK(!w.row(w.ben)->here);
    CHECK(w.row(w.fay)->here);
    w.pass(minutes{3});
    w.end();
    CHECK(w.row(w.ana)->minutes == 9);
    CHECK(w.row(w.ben)->minutes == 6);
    CHECK(w.row(w.fay)->minutes == 3);
    CHECK(find(w.tx, w.first, As<ItemRun>{})->seconds == 540);
}

TEST_CASE("the seal of an ending that was undone does nothing, that of the last one ends it for good") {
    World w;
    w.open_room();
    w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, {}, Channel::phone}, w.fay);
    w.end();
    const auto first_seal = w.now + minutes{10};
    w.pass(minutes{1});
    REQUIRE(w.run(UndoEnd{w.meeting}, w.fay));
    w.pass(minutes{1});
    w.end();
    const auto last_seal = w.now + minutes{10};
    w.now = first_seal;
    w.by_server(SealSession{w.meeting});
    CHECK(w.room().undo_until == last_seal);
    w.arrive(w.ana);
    w.now = last_seal;
    w.by_server(SealSession{w.meeting});
    CHECK(!w.room().undo_until);
    CHECK(!w.row(w.ana));
    CHECK(w.run(UndoEnd{w.meeting}, w.fay).error().code == "undo_expired");
    w.arrive(w.ben);
    CHECK(!w.row(w.ben));
    CHECK(!w.tx.any("SELECT 1 FROM attendance WHERE connected = 1"));
}

TEST_CASE("a forgotten room is ended as of when the last person left") {
    World w;
    w.open_room();
    CHECK(w.due("close_abandoned", w.start + minutes{150}));
    w.arrive(w.ana);
    w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, {}, Channel::phone}, w.fay);
    w.next();
    w.pass(minutes{80});
    w.by_server(Depart{w.meeting, w.ana, w.now});
    w.now = w.start + minutes{150};
    CHECK(w.by_server(CloseAbandoned{w.meeting})->ended_at == w.start + minutes{80});
    CHECK(w.stage() == "ended");
    CHECK(w.room().ended_at == w.start + minutes{80});
    CHECK(find(w.tx, w.first, As<ItemRun>{})->seconds == 80 * 60);
    CHECK(w.run(UndoEnd{w.meeting}, w.fay));
}

TEST_CASE("a room in use is looked at again an hour later, also right after a restart") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.now = w.start + minutes{150};
    CHECK(!w.by_server(CloseAbandoned{w.meeting})->ended_at);
    CHECK(w.due("close_abandoned", w.now + minutes{60}));
    w.by_server(CloseStale{});
    w.pass(seconds{5});
    CHECK(!w.by_server(CloseAbandoned{w.meeting})->ended_at);
    CHECK(w.stage() == "live");
}

TEST_CASE("taking over changes the host, opening again changes nothing") {
    World w;
    w.open_room();
    w.open_room();
    CHECK(w.puts.empty());
    w.tx.run("UPDATE role_grants SET role = 'facilitator' WHERE person = ?", w.ben);
    CHECK(w.run(OpenRoom{w.meeting}, w.ben).error().code == "already_open");
    REQUIRE(w.run(TakeOver{w.meeting}, w.ben));
    CHECK(w.room().host == w.ben);
}
