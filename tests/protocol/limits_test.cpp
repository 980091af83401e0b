// Every queue has a bound, and what happens at the bound is said.
#include "protocol/posts.hpp"

#include "store/journal.hpp"

using namespace interstate;
using namespace interstate::tests;

TEST_CASE("only so many answers may be outstanding") {
    House house{{.unanswered = 5}};
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    for (int i = 0; i < 8; ++i)
        client.send({{"t", "query"},
                     {"id", std::to_string(i)},
                     {"name", "posts_of_thread"},
                     {"body", {{"thread", thread}}}});
    int refused = 0, answered = 0;
    for (const auto& frame : client.rest()) {
        if (frame["t"] == "answer") ++answered;
        if (frame["t"] != "refusal") continue;
        ++refused;
        CHECK(frame["code"] == "try_again");
        CHECK(frame["allowed"] == "5 at once");
    }
    CHECK(answered == 5);
    CHECK(refused == 3);
    CHECK(client.query("posts_of_thread", {{"thread", thread}})["t"] ==
          "answer"); // once they are answered, go on
    // Refused ones count as answered.
    for (int i = 0; i < 20; ++i)
        CHECK(client.command("no_such_thing", Json::object())["code"] == "unknown_name");
}

TEST_CASE("a flood of frames closes with 1008") {
    House house{{.frames = {.per_second = 1, .burst = 10}}};
    Client client{house, house.cast.member};
    for (int i = 0; i < 30; ++i) client.send({{"t", "ping"}, {"id", i}});
    std::vector<Json> frames;
    while (const auto frame = client.conversation->outbox().pop()) frames.push_back(Json::parse(**frame));
    CHECK(frames.size() == 11);
    CHECK(frames.back()["code"] == "too_many");
    CHECK(client.conversation->outbox().closing() == live::CloseCode::not_welcome);
    client.send({{"t", "ping"}, {"id", 99}});
    CHECK(!client.conversation->outbox().pop());
}

TEST_CASE("frames may come again as time passes") {
    House house{{.frames = {.per_second = 1, .burst = 10}}};
    Client client{house, house.cast.member};
    for (int i = 0; i < 30; ++i) {
        client.send({{"t", "ping"}, {"id", i}});
        house.ahead += 1000;
    }
    CHECK(!client.conversation->outbox().closed());
    house.ahead -= 3'600'000; // a clock that was set back gives and takes nothing
    client.send({{"t", "ping"}, {"id", 1}});
    CHECK(!client.conversation->outbox().closed());
}

TEST_CASE("who reads too slowly is closed with 1013, and loses nothing by it") {
    House house{{.outbox_bytes = 20'000}};
    const auto thread = thread_in_series(house);
    const Stream stream{StreamKind::series, house.cast.series};
    Client slow{house, house.cast.lead}, writer{house, house.cast.member};
    const auto epoch = house.seen([](store::Transaction& tx) { return store::epoch(tx); });
    const auto before = house.head(stream);
    slow.follow(stream, epoch, before);
    for (int i = 0; i < 8; ++i)
        CHECK(writer.command("add_post", post_body(thread, std::string(2'000, 'x')))["t"] == "ack");
    CHECK(slow.conversation->outbox().closing() == live::CloseCode::too_slow);
    Client again{house, house.cast.lead};
    std::vector<std::int64_t> missed;
    again.send({{"t", "follow"}, {"stream", stream.name()}, {"epoch", epoch.str()}, {"after", before + 6}});
    for (const auto& frame : again.rest())
        if (frame["t"] == "event") missed.push_back(frame["seq"]);
    CHECK(missed == std::vector<std::int64_t>{before + 7, before + 8});
}

namespace {

void ask_to_follow(Client& client, const Stream& stream) {
    client.send({{"t", "follow"}, {"stream", stream.name()}});
}

/// Takes what comes until so many streams are live; gives the frames.
std::vector<Json> until_live(Client& client, std::size_t streams) {
    std::vector<Json> all;
    std::size_t live = 0;
    while (live < streams) {
        const auto frames = client.rest();
        REQUIRE(!frames.empty());
        for (const auto& frame : frames) live += frame["t"] == "live" ? 1 : 0;
        all.insert(all.end(), frames.begin(), frames.end());
    }
    return all;
}

std::ptrdiff_t count_of(const std::vector<Json>& frames, const char* type) {
    return std::ranges::count_if(frames, [&](const Json& frame) { return frame["t"] == type; });
}

} // namespace

TEST_CASE("snapshots that do not fit together wait for each other, and the line stays") {
    House house{{.catching_up = 2, .outbox_bytes = 1'000}};
    Client client{house, house.cast.member};
    const std::vector<Stream> streams{{StreamKind::series, house.cast.series},
                                      {StreamKind::collaborative, house.cast.collaborative},
                                      {StreamKind::meeting, house.cast.session},
                                      {StreamKind::organisation, house.cast.state},
                                      {StreamKind::person, house.cast.member}};
    for (const auto& stream : streams) ask_to_follow(client, stream);
    house.settle();
    CHECK(!client.conversation->outbox().closed());
    const auto frames = until_live(client, streams.size());
    CHECK(count_of(frames, "live") == static_cast<std::ptrdiff_t>(streams.size()));
    CHECK(!client.conversation->outbox().closed());
}

TEST_CASE("following again while the past waits brings it once; unfollowing brings nothing more") {
    House house{{.catching_up = 1}};
    Client client{house, house.cast.member};
    const Stream series{StreamKind::series, house.cast.series},
        meeting{StreamKind::meeting, house.cast.session};
    for (int i = 0; i < 3; ++i) {
        ask_to_follow(client, series);
        ask_to_follow(client, meeting);
    }
    CHECK(count_of(until_live(client, 2), "live") == 2);
    CHECK(count_of(client.rest(), "live") == 0);
    ask_to_follow(client, series);
    ask_to_follow(client, meeting);
    house.settle(); // the past of the series waits to be taken
    client.send({{"t", "unfollow"}, {"stream", series.name()}});
    for (const auto& frame : until_live(client, 1)) CHECK(frame["stream"] == meeting.name());
    CHECK(house.hub.followers(series) == 0);
}

TEST_CASE("what is denied while its past waits is not sent") {
    House house;
    Client client{house, house.cast.member};
    const Stream series{StreamKind::series, house.cast.series};
    ask_to_follow(client, series);
    house.settle();
    client.conversation->deny(series);
    const auto frames = client.rest();
    CHECK(count_of(frames, "snapshot") == 0);
    CHECK(count_of(frames, "live") == 0);
    CHECK(count_of(frames, "unfollowed") == 1);
}

TEST_CASE("frames without a message count as those with one") {
    House house{{.frames = {.per_second = 1, .burst = 10}}};
    Client client{house, house.cast.member};
    for (int i = 0; i < 10; ++i) client.conversation->count_frame();
    CHECK(!client.conversation->outbox().closed());
    client.conversation->count_frame();
    CHECK(client.conversation->outbox().closed());
    CHECK(count_of(client.rest(), "refusal") == 1);
    CHECK(client.conversation->outbox().closing() == live::CloseCode::not_welcome);
}
