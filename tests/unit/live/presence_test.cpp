// Who is in a room: people, not connections; a lost line is forgiven for a while.
#include "live/presence.hpp"
#include "support/catch.hpp"

#include <boost/asio/post.hpp>

using namespace interstate;
using namespace interstate::live;

namespace {

const MeetingId room{Ulid::from({1}, {1})};
const MeetingId other_room{Ulid::from({1}, {9})};
const PersonId ana{Ulid::from({1}, {2})};
const PersonId ben{Ulid::from({1}, {3})};

struct Door {
    boost::asio::io_context io;
    std::vector<std::pair<MeetingId, PersonId>> arrived, departed;
    Presence presence;
    explicit Door(std::chrono::seconds grace)
        : presence{io,
                   grace,
                   {.arrived = [this](const MeetingId& m, const PersonId& p) { arrived.emplace_back(m, p); },
                    .departed = [this](const MeetingId& m, const PersonId& p,
                                       Instant) { departed.emplace_back(m, p); }}} {}
    /// Lets whatever is due happen.
    void turn() {
        io.restart();
        io.run();
    }
    void poll() {
        io.restart();
        io.poll();
    }
};

} // namespace

TEST_CASE("a person arrives once, however many connections") {
    Door door{std::chrono::seconds{0}};
    door.presence.enter(room, ana);
    door.presence.enter(room, ana);
    CHECK(door.arrived.size() == 1);
    CHECK(door.presence.here().at(room) == std::vector<PersonId>{ana});
    door.presence.leave(room, ana);
    door.turn();
    CHECK(door.departed.empty());
    door.presence.leave(room, ana);
    door.turn();
    CHECK(door.departed == std::vector{std::pair{room, ana}});
    CHECK(door.presence.here().empty());
}

TEST_CASE("who comes back within the grace never left") {
    Door door{std::chrono::seconds{3600}};
    door.presence.enter(room, ana);
    door.presence.leave(room, ana);
    CHECK(door.presence.here().empty()); // no heartbeat for an empty chair
    door.presence.enter(room, ana);
    door.poll();
    CHECK(door.departed.empty());
    CHECK(door.presence.here().at(room).size() == 1);
}

TEST_CASE("who comes back within the grace does not arrive again, or the second arrival changes nothing") {
    Door door{std::chrono::seconds{3600}};
    door.presence.enter(room, ana);
    door.presence.leave(room, ana);
    door.presence.enter(room, ana);
    door.presence.leave(room, ana);
    door.poll();
    CHECK(door.departed.empty());
}

TEST_CASE("a grace that had run out as the person came back does not end the new stay") {
    Door door{std::chrono::seconds{0}};
    door.presence.enter(room, ana);
    // The timer has rung, its handler waits in the queue behind the handler that lets the person in again.
    boost::asio::post(door.io, [&] { door.presence.leave(room, ana); });
    door.io.run_one();
    boost::asio::post(door.io, [&] { door.presence.enter(room, ana); });
    door.turn();
    CHECK(door.departed.empty());
    CHECK(door.presence.here().at(room).size() == 1);
}

TEST_CASE("rooms and people are counted apart") {
    Door door{std::chrono::seconds{0}};
    door.presence.enter(room, ana);
    door.presence.enter(room, ben);
    door.presence.enter(other_room, ana);
    CHECK(door.arrived.size() == 3);
    CHECK(door.presence.here().size() == 2);
    door.presence.leave(room, ana);
    door.turn();
    CHECK(door.departed == std::vector{std::pair{room, ana}});
    CHECK(door.presence.here().at(room) == std::vector<PersonId>{ben});
}

TEST_CASE("leaving a room that nobody entered is harmless, also twice") {
    Door door{std::chrono::seconds{0}};
    door.presence.leave(room, ana);
    door.presence.enter(room, ana);
    door.presence.leave(room, ana);
    door.presence.leave(room, ana);
    door.turn();
    CHECK(door.departed.size() == 1);
    door.presence.enter(room, ana);
    CHECK(door.arrived.size() == 2);
    CHECK(door.presence.here().at(room).size() == 1);
}
