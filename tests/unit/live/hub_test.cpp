// Who follows what, and who no longer may.
#include "live/hub.hpp"
#include "support/catch.hpp"

#include <set>

using namespace interstate;
using namespace interstate::live;

namespace {

const Stream series{StreamKind::series, Ulid::from({1}, {1})};
const Stream meeting{StreamKind::meeting, Ulid::from({1}, {1})};
const PersonId ana{Ulid::from({1}, {2})};
const PersonId ben{Ulid::from({1}, {3})};

std::size_t count(Outbox& outbox) {
    std::size_t frames = 0;
    while (outbox.pop()) ++frames;
    return frames;
}

struct Listening {
    Outbox outbox{1000};
    Follower follower;
    Listening(Hub& hub, const Stream& stream, const PersonId& person) : follower{stream, person, outbox} {
        hub.join(follower);
        follower.caught_up(0);
    }
};

} // namespace

TEST_CASE("an event reaches everybody who follows its stream, and nobody else") {
    Hub hub;
    Listening one{hub, series, ana}, two{hub, series, ben}, other{hub, meeting, ana};
    hub.publish(series, 1, frame_of("x"));
    CHECK(count(one.outbox) == 1);
    CHECK(count(two.outbox) == 1);
    CHECK(count(other.outbox) == 0);
    hub.publish({StreamKind::person, ana}, 1, frame_of("x"));
    CHECK(hub.followers(series) == 2);
}

TEST_CASE("everybody gets the very same bytes") {
    Hub hub;
    Listening one{hub, series, ana}, two{hub, series, ben};
    const auto frame = frame_of("x");
    hub.publish(series, 1, frame);
    CHECK(one.outbox.pop()->get() == frame.get());
    CHECK(two.outbox.pop()->get() == frame.get());
}

TEST_CASE("who has left hears nothing; leaving twice is harmless") {
    Hub hub;
    Listening one{hub, series, ana};
    hub.leave(one.follower);
    hub.leave(one.follower);
    hub.publish(series, 1, frame_of("x"));
    CHECK(count(one.outbox) == 0);
    CHECK(hub.followers(series) == 0);
    CHECK(hub.people().empty());
}

TEST_CASE("rights are asked for everything that the person follows, on every connection") {
    Hub hub;
    Listening one{hub, series, ana}, tab{hub, series, ana}, room{hub, meeting, ana}, other{hub, series, ben};
    std::set<Follower*> denied;
    hub.ask_again(
        ana, [](const PersonId&, const Stream& stream) { return stream.kind != StreamKind::series; },
        [&](Follower& follower) {
            denied.insert(&follower);
            hub.leave(follower); // as a conversation does
        });
    CHECK(denied == std::set<Follower*>{&one.follower, &tab.follower});
    hub.publish(series, 1, frame_of("x"));
    CHECK(count(one.outbox) == 0);
    CHECK(count(tab.outbox) == 0);
    CHECK(count(other.outbox) == 1);
    hub.publish(meeting, 1, frame_of("x"));
    CHECK(count(room.outbox) == 1);
    hub.ask_again(
        PersonId{}, [](const PersonId&, const Stream&) { return false; }, [](Follower&) { FAIL("nobody"); });
}

TEST_CASE("people are counted once, whatever they follow") {
    Hub hub;
    Listening one{hub, series, ana}, two{hub, meeting, ana}, three{hub, series, ben};
    const auto people = hub.people();
    CHECK(std::set<PersonId>(people.begin(), people.end()) == std::set<PersonId>{ana, ben});
    CHECK(people.size() == 2);
}
