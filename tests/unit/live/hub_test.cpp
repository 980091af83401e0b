// Who follows what, and who no longer may.
#include "live/hub.hpp"
#include "support/catch.hpp"

#include <memory>
#include <set>
#include <string>
#include <vector>

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
    hub.publish(series, 1, "x");
    CHECK(count(one.outbox) == 1);
    CHECK(count(two.outbox) == 1);
    CHECK(count(other.outbox) == 0);
    hub.publish({StreamKind::person, ana}, 1, "x");
    CHECK(hub.followers(series) == 2);
}

TEST_CASE("everybody gets the very same bytes") {
    Hub hub;
    Listening one{hub, series, ana}, two{hub, series, ben};
    hub.publish(series, 1, "x");
    const auto first = one.outbox.pop(), second = two.outbox.pop();
    CHECK(first->payload() == "x");
    CHECK(first->payload().data() == second->payload().data());
}

TEST_CASE("what one batch publishes on a stream lies in one place, and goes out together") {
    Hub hub;
    Listening one{hub, series, ana}, two{hub, series, ben};
    for (int seq = 1; seq <= 3; ++seq) hub.publish(series, seq, std::to_string(seq));
    const auto first = one.outbox.take(), second = two.outbox.take();
    CHECK(first->bytes() == "\x81\x01"
                            "1\x81\x01"
                            "2\x81\x01"
                            "3");
    CHECK(first->bytes().data() == second->bytes().data());
    CHECK(one.outbox.empty());
}

TEST_CASE("the next batch lies elsewhere, so that nobody keeps what was long taken") {
    Hub hub;
    Listening one{hub, series, ana};
    hub.publish(series, 1, "1");
    const auto first = one.outbox.take();
    hub.batch_over();
    hub.publish(series, 2, "2");
    const auto second = one.outbox.take();
    CHECK(first->bytes() == "\x81\x01"
                            "1");
    CHECK(second->bytes() == "\x81\x01"
                             "2");
    CHECK(first->bytes().data() + first->size() != second->bytes().data());
}

TEST_CASE("a batch that is long lies in several places, none much longer than is written at once") {
    Hub hub;
    Listening one{hub, series, ana};
    const std::string text(Piece::full_bytes / 4, 'x');
    Outbox whole{10 * Piece::full_bytes};
    Follower all{series, ben, whole};
    hub.join(all);
    all.caught_up(0);
    for (int seq = 1; seq <= 10; ++seq) hub.publish(series, seq, text);
    std::vector<std::size_t> sizes;
    while (const auto stretch = whole.take()) sizes.push_back(stretch->size());
    CHECK(sizes.size() == 3);
    for (const auto size : sizes) CHECK(size < 2 * Piece::full_bytes);
    hub.leave(all);
}

TEST_CASE("streams that take turns in one batch are heard in that order") {
    Hub hub;
    Outbox outbox{1000};
    Follower of_series{series, ana, outbox}, of_meeting{meeting, ana, outbox};
    for (auto* follower : {&of_series, &of_meeting}) {
        hub.join(*follower);
        follower->caught_up(0);
    }
    hub.publish(series, 1, "s1");
    hub.publish(meeting, 1, "m1");
    outbox.push("ack");
    hub.publish(series, 2, "s2");
    hub.publish(series, 3, "s3");
    std::vector<std::string> heard;
    while (const auto frame = outbox.pop()) heard.emplace_back(**frame);
    CHECK(heard == std::vector<std::string>{"s1", "m1", "ack", "s2", "s3"});
}

TEST_CASE("of many who follow, whoever leaves is the one who hears nothing more") {
    Hub hub;
    std::vector<std::unique_ptr<Listening>> all;
    for (int i = 0; i < 5; ++i)
        all.push_back(std::make_unique<Listening>(hub, series, i % 2 == 0 ? ana : ben));
    hub.leave(all[1]->follower);
    hub.leave(all[4]->follower);
    hub.leave(all[0]->follower);
    hub.publish(series, 1, "x");
    std::vector<std::size_t> heard;
    for (const auto& one : all) heard.push_back(count(one->outbox));
    CHECK(heard == std::vector<std::size_t>{0, 0, 1, 1, 0});
    std::set<Follower*> asked;
    const auto nothing = [](const PersonId&, const Stream&) { return false; };
    hub.ask_again(ana, nothing, [&](Follower& follower) { asked.insert(&follower); });
    CHECK(asked == std::set<Follower*>{&all[2]->follower});
    hub.leave(all[2]->follower);
    hub.ask_again(ana, nothing, [&](Follower&) { FAIL("all of hers have left"); });
    CHECK(hub.people() == std::vector<PersonId>{ben});
}

TEST_CASE("who has left hears nothing; leaving twice is harmless") {
    Hub hub;
    Listening one{hub, series, ana};
    hub.leave(one.follower);
    hub.leave(one.follower);
    hub.publish(series, 1, "x");
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
    hub.publish(series, 1, "x");
    CHECK(count(one.outbox) == 0);
    CHECK(count(tab.outbox) == 0);
    CHECK(count(other.outbox) == 1);
    hub.publish(meeting, 1, "x");
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
