// The last events of streams: none is passed over, none comes twice, and memory is bounded.
#include "live/hub.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::live;

namespace {

const Stream talk{StreamKind::series, Ulid::from({1}, {})}, other{StreamKind::series, Ulid::from({2}, {})};

std::string event(std::int64_t seq) { return "event " + std::to_string(seq); }

void add(Recent& recent, std::int64_t from, std::int64_t to, const Stream& stream = talk) {
    for (auto seq = from; seq <= to; ++seq) recent.add(stream, seq, frame_of(event(seq)));
}
std::vector<std::string> events(std::int64_t from, std::int64_t to) {
    std::vector<std::string> all;
    for (auto seq = from; seq <= to; ++seq) all.push_back(event(seq));
    return all;
}
/// What is told after this one; "nothing" where it is not all there.
std::vector<std::string> told(Recent& recent, std::int64_t after, const Stream& stream = talk) {
    auto past = recent.since(stream, after);
    CHECK(recent.reaches(stream, after) == past.has_value());
    if (!past) return {"nothing"};
    std::vector<std::string> all;
    for (auto& stretch : past->frames)
        while (!stretch.empty()) all.emplace_back(stretch.take_first().payload());
    CHECK(past->position == after + static_cast<std::int64_t>(all.size()));
    return all;
}
const std::vector<std::string> nothing{"nothing"};

/// Says in front of each event how many were looked at with it.
struct Looked {
    std::size_t events = 0;
    Recent::Condense condense = [this](const std::vector<std::string_view>& whole) {
        events += whole.size();
        std::vector<std::string> shorter;
        for (const auto text : whole)
            shorter.push_back(std::to_string(whole.size()) + std::string{text.substr(text.find(' '))});
        return shorter;
    };
};

} // namespace

TEST_CASE("what came after a number is told from there, in order") {
    Recent recent;
    add(recent, 5, 9);
    CHECK(told(recent, 4) == events(5, 9));
    CHECK(told(recent, 7) == events(8, 9));
    CHECK(told(recent, 9).empty());
    CHECK(told(recent, 3) == nothing);
    CHECK(told(recent, 10) == nothing);
    CHECK(told(recent, 4, other) == nothing);
}

TEST_CASE("thousands who missed the same are sent to from one place") {
    Recent recent;
    add(recent, 1, 50);
    CHECK(recent.since(talk, 0)->frames.size() == 1);
    add(recent, 51, 60);
    CHECK(recent.since(talk, 10)->frames.size() == 1);
    CHECK(recent.since(talk, 10)->frames.front().bytes().data() ==
          recent.since(talk, 10)->frames.front().bytes().data());
    CHECK(told(recent, 10) == events(11, 60));
}

TEST_CASE("behind a number that was passed over, nothing older is told") {
    Recent recent;
    add(recent, 1, 3);
    recent.since(talk, 0);
    add(recent, 5, 6);
    CHECK(told(recent, 2) == nothing);
    CHECK(told(recent, 3) == nothing);
    CHECK(told(recent, 4) == events(5, 6));
}

TEST_CASE("a number that is there already is not taken again") {
    Recent recent;
    add(recent, 1, 3);
    add(recent, 2, 4);
    CHECK(told(recent, 0) == events(1, 4));
}

TEST_CASE("what a reader found is joined to what was published meanwhile") {
    struct Case {
        std::int64_t published_from, published_to, read_after, read_to;
        /// From where it reaches, and to where.
        std::int64_t reaches, last;
    };
    for (const auto& [from, to, after, head, reaches, last] : {
             Case{1, 0, 10, 15, 10, 15},   // nothing was here
             Case{16, 18, 10, 15, 10, 18}, // right before it
             Case{14, 18, 10, 15, 10, 18}, // it overlaps
             Case{11, 13, 10, 15, 10, 15}, // the reader saw more
             Case{11, 13, 12, 15, 10, 15}, // and began later
             Case{11, 18, 12, 15, 10, 18}, // all of it is here
             Case{17, 18, 10, 15, 16, 18}, // a gap, ours is newer
             Case{11, 12, 14, 15, 10, 12}, // a gap, ours is older and goes on
             Case{11, 15, 15, 15, 10, 15}, // nothing new
         }) {
        Recent recent;
        if (from <= to) add(recent, from, to);
        recent.learn(talk, after, events(after + 1, head));
        CAPTURE(from, to, after, head);
        CHECK(told(recent, reaches) == events(reaches + 1, last));
        CHECK(told(recent, reaches - 1) == nothing);
        CHECK(told(recent, last + 1) == nothing);
        add(recent, last + 1, last + 2);
        CHECK(told(recent, reaches) == events(reaches + 1, last + 2));
    }
}

TEST_CASE("a stream of which only the place is known goes on from there") {
    Recent recent;
    CHECK(!recent.knows(talk));
    recent.learn(talk, 7, {});
    CHECK(recent.knows(talk));
    CHECK(told(recent, 7).empty());
    CHECK(told(recent, 6) == nothing);
    add(recent, 8, 9);
    CHECK(told(recent, 7) == events(8, 9));
}

TEST_CASE("what must be told to nobody any more is forgotten") {
    Recent recent;
    add(recent, 1, 6);
    recent.since(talk, 0);
    recent.forget_until(talk, 4);
    CHECK(told(recent, 3) == nothing);
    CHECK(told(recent, 4) == events(5, 6));
    recent.forget_until(talk, 9);
    CHECK(told(recent, 5) == nothing);
    add(recent, 7, 7);
    CHECK(told(recent, 6) == events(7, 7));
    const auto times = recent.times_forgotten();
    recent.forget();
    CHECK(recent.times_forgotten() == times + 1);
    CHECK(recent.bytes() == 0);
    CHECK(told(recent, 6) == nothing);
}

TEST_CASE("one stream keeps no more than its share") {
    Recent by_count{{.events_of_stream = 8}};
    add(by_count, 1, 100);
    CHECK(told(by_count, 99) == events(100, 100));
    CHECK(told(by_count, 95) == events(96, 100));
    CHECK(told(by_count, 91) == nothing);
    Recent by_size{{.bytes_of_stream = 1000}};
    add(by_size, 1, 100);
    CHECK(told(by_size, 98) == events(99, 100));
    CHECK(told(by_size, 50) == nothing);
    CHECK(by_size.bytes() < 1500);
}

TEST_CASE("all streams together keep no more than the limit, and the one without news leaves first") {
    Recent recent{{.bytes = 4000}};
    add(recent, 1, 3, other);
    add(recent, 1, 3);
    for (std::uint8_t which = 3; which < 40; ++which) {
        const Stream another{StreamKind::series, Ulid::from({which}, {})};
        add(recent, 1, 3, another);
        add(recent, which + 1, which + 1); // has news all the time
        CHECK(recent.bytes() <= 4000);
        CHECK(told(recent, 0, another) == events(1, 3));
    }
    CHECK(!recent.knows(other));
    CHECK(recent.knows(talk));
}

TEST_CASE("a hub keeps the news of those who have gone for a moment") {
    Hub hub;
    Outbox outbox{1000};
    const PersonId person;
    {
        Follower follower{talk, person, outbox};
        hub.join(follower);
        hub.publish(talk, 1, event(1));
        hub.batch_over();
        hub.leave(follower);
    }
    hub.publish(talk, 2, event(2));
    CHECK(told(hub.recent(), 0) == events(1, 2));
    // Nobody was there, and nobody may come.
    hub.publish(other, 1, event(1));
    CHECK(!hub.recent().knows(other));
}

TEST_CASE("who comes back is told with fewer words, however often the same are looked at no more than a few "
          "times") {
    Looked looked;
    Recent recent{{}, looked.condense};
    add(recent, 1, 8);
    const auto whole = recent.bytes();
    CHECK(told(recent, 6) == std::vector<std::string>{"8 7", "8 8"});
    CHECK(recent.bytes() < whole);
    told(recent, 0);
    CHECK(looked.events == 8);
    add(recent, 9, 10); // too few for another look
    CHECK(told(recent, 7) == std::vector<std::string>{"8 8", "event 9", "event 10"});
    CHECK(looked.events == 8);
    add(recent, 11, 11);
    CHECK(told(recent, 9) == std::vector<std::string>{"11 10", "11 11"});
    for (std::int64_t seq = 12; seq <= 1000; ++seq) {
        add(recent, seq, seq);
        told(recent, seq - 1);
    }
    CHECK(looked.events < 6 * 1000);
    recent.forget();
    CHECK(recent.bytes() == 0);
}

TEST_CASE("what a reader found has been condensed, unless it is joined to what was not") {
    Looked looked;
    Recent recent{{}, looked.condense};
    recent.learn(talk, 0, events(1, 8));
    CHECK(told(recent, 0) == events(1, 8));
    CHECK(looked.events == 0);
    add(recent, 9, 12);
    recent.learn(talk, 0, events(1, 13));
    CHECK(told(recent, 12) == std::vector<std::string>{"13 13"});
}

TEST_CASE("what was condensed goes with the oldest when a stream has more than its share") {
    Looked looked;
    Recent recent{{.events_of_stream = 8}, looked.condense};
    for (std::int64_t seq = 1; seq <= 40; ++seq) {
        add(recent, seq, seq);
        told(recent, seq - 1);
        CHECK(recent.reaches(talk, seq - 1));
    }
    recent.forget_until(talk, 40);
    CHECK(told(recent, 40).empty());
    add(recent, 41, 41);
    CHECK(told(recent, 40).size() == 1);
}

TEST_CASE("a line that could not be said with fewer words is as it was") {
    bool breaks = true;
    Recent recent{{}, [&](const std::vector<std::string_view>& whole) {
                      if (breaks) throw std::bad_alloc{};
                      return std::vector<std::string>(whole.begin(), whole.end());
                  }};
    add(recent, 1, 20);
    const auto bytes = recent.bytes();
    CHECK_THROWS_AS(recent.since(talk, 0), std::bad_alloc);
    CHECK(recent.bytes() == bytes);
    breaks = false;
    CHECK(told(recent, 0) == events(1, 20));
}

TEST_CASE("older events are not learned where they would push out others at once") {
    Recent recent{{.events_of_stream = 8}};
    add(recent, 11, 16);
    recent.learn(talk, 8, events(9, 16));
    CHECK(told(recent, 8) == events(9, 16));
    recent.learn(talk, 2, events(3, 16));
    CHECK(told(recent, 2) == nothing);
    CHECK(told(recent, 8) == events(9, 16));
}
