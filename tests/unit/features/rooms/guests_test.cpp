// Guests of one meeting: the link, who waits, who is let in, and when that ends.
#include "base/secret.hpp"
#include "features/rooms/guests.hpp"
#include "unit/features/rooms/world.hpp"

using namespace interstate;
using namespace interstate::rooms;
using namespace interstate::rooms::testing;

namespace {

std::string hash_of(const GuestLinkMade& made) {
    return secret_hash(made.path.substr(made.path.rfind('/') + 1));
}

/// A link, and one who asks by it with this secret of their browser.
struct Asked {
    std::string link_hash;
    GuestId guest;
};

NewGuest somebody(std::uint8_t number, const char* secret) {
    return {.id = GuestId{Ulid::from({3000}, {number})},
            .name = Text<1, 120>{"Gwen"},
            .affiliation = Text<0, 160>{"WestEd"},
            .secret_hash = secret};
}

Asked asks(World& w) {
    const auto link = hash_of(w.run(MakeGuestLink{w.meeting}, w.fay).value());
    const auto guest = somebody(1, "browser");
    REQUIRE(ask_as_guest(w.tx, link, guest, w.now));
    return {link, guest.id};
}

std::size_t waiting(World& w) {
    return current(w.tx, {StreamKind::hosts, w.meeting}, As<WaitingGuest>{}).size();
}

GuestView seen(World& w) { return guest_view(w.tx, "browser", w.now).value(); }

} // namespace

TEST_CASE("only who runs the room makes a guests' link, and a new one ends the one before") {
    World w;
    CHECK(w.run(MakeGuestLink{w.meeting}, w.ben).error().code == "not_allowed");
    const auto first = hash_of(w.run(MakeGuestLink{w.meeting}, w.fay).value());
    CHECK(invited_by(w.tx, first, w.now)->title == "One");
    const auto second = hash_of(w.run(MakeGuestLink{w.meeting}, w.fay).value());
    CHECK(!invited_by(w.tx, first, w.now));
    CHECK(invited_by(w.tx, second, w.now));
}

TEST_CASE("a guests' link ends two hours after the planned end, with the session, or when somebody ends it") {
    World w;
    const auto made = w.run(MakeGuestLink{w.meeting}, w.fay).value();
    const auto link = hash_of(made);
    CHECK(made.expires_at == w.start + minutes{90} + guest_link_after_end);
    CHECK(!invited_by(w.tx, link, made.expires_at));
    w.open_room();
    CHECK(invited_by(w.tx, link, w.now));
    w.end();
    CHECK(!invited_by(w.tx, link, w.now));
    CHECK(w.run(MakeGuestLink{w.meeting}, w.fay).error().code == "session_over");

    World other;
    const auto asked = asks(other);
    REQUIRE(other.run(EndGuestLink{other.meeting}, other.fay));
    CHECK(!invited_by(other.tx, asked.link_hash, other.now));
    CHECK(waiting(other) == 0);
    CHECK(seen(other).status == GuestStatus::declined);
}

TEST_CASE("who waits is seen by those who run the room, and sees no more than the title") {
    World w;
    w.tx.run("UPDATE meetings SET link = 'https://call.example/1', summary = 'Inside'");
    const auto asked = asks(w);
    CHECK(w.due("receive_guest", w.now) == false); // of the guest, not of the meeting
    CHECK(w.tx.any("SELECT 1 FROM due_items WHERE kind = 'receive_guest' AND target = ?", asked.guest));
    REQUIRE(w.by_server(ReceiveGuest{asked.guest}));
    CHECK(w.was_put(Kind::waiting_guest));
    CHECK(waiting(w) == 1);
    CHECK(!seen(w).inside);
    CHECK(seen(w).link == "");
    CHECK(seen(w).summary == "");
    CHECK(seen(w).agenda.empty());
    CHECK(w.run(ReceiveGuest{asked.guest}, w.fay).error().code == "not_allowed");
}

TEST_CASE("who is let in is on the roster, sees the agenda and the call, and is out when sent out") {
    World w;
    w.tx.run("UPDATE meetings SET link = 'https://call.example/1'");
    const auto asked = asks(w);
    CHECK(w.run(AdmitGuest{asked.guest}, w.ana).error().code == "not_allowed");
    const auto row = w.run(AdmitGuest{asked.guest}, w.fay).value().attendance;
    CHECK(w.run(AdmitGuest{asked.guest}, w.fay).error().code == "decided_already");
    CHECK(w.run(DeclineGuest{asked.guest}, w.fay).error().code == "decided_already");
    CHECK(find(w.tx, row, As<Attendance>{})->name.str() == "Gwen, WestEd");
    CHECK(seen(w).inside);
    CHECK(seen(w).link == "https://call.example/1");
    CHECK(seen(w).agenda.size() == 2);
    CHECK(!seen(w).is_open);
    w.open_room();
    w.next();
    CHECK(seen(w).is_open);
    CHECK(seen(w).agenda.front().current);
    w.pass(minutes{4});
    REQUIRE(w.run(RemoveGuest{w.meeting, row}, w.fay));
    CHECK(find(w.tx, row, As<Attendance>{})->minutes == 4);
    CHECK(!seen(w).inside);
    CHECK(seen(w).link == "");
}

TEST_CASE("who was let in is out when the session is over; who never was in the open room leaves no trace") {
    World w;
    const auto asked = asks(w);
    const auto row = w.run(AdmitGuest{asked.guest}, w.fay).value().attendance;
    w.open_room();
    w.end();
    CHECK(!seen(w).inside);
    CHECK(find(w.tx, row, As<Attendance>{})->minutes == 0);

    World other;
    const auto again = asks(other);
    const auto never = other.run(AdmitGuest{again.guest}, other.fay).value().attendance;
    REQUIRE(other.run(RemoveGuest{other.meeting, never}, other.fay));
    CHECK(!find(other.tx, never, As<Attendance>{}));
    CHECK(!seen(other).inside);
}

TEST_CASE("so many wait at once, and what guests said is forgotten after thirty days") {
    World w;
    const auto link = hash_of(w.run(MakeGuestLink{w.meeting}, w.fay).value());
    for (int i = 0; i < waiting_limit; ++i)
        REQUIRE(ask_as_guest(w.tx, link, somebody(static_cast<std::uint8_t>(i), std::to_string(i).c_str()),
                             w.now));
    const auto refused = ask_as_guest(w.tx, link, somebody(200, "one more"), w.now);
    REQUIRE(!refused);
    CHECK(refused.error() == GuestFault::full);
    CHECK(guest_view(w.tx, "1", w.now));
    CHECK(!guest_view(w.tx, "1", w.now + guest_life));
    CHECK(
        ask_as_guest(w.tx, "no such link", somebody(201, "late"), w.now + guest_life + minutes{1}).error() ==
        GuestFault::over);
    CHECK(w.tx.row<int>("SELECT count(*) FROM guests") == 0);
}

TEST_CASE("a name and an affiliation that do not fit together leave the name") {
    WaitingGuest guest{.name = Text<1, 120>{std::string(100, 'n')},
                       .affiliation = Text<0, 160>{std::string(30, 'a')}};
    CHECK(roster_name(guest).str() == std::string(100, 'n'));
    guest.affiliation = {};
    CHECK(roster_name(guest) == guest.name);
}
