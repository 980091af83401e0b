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
    House house{{.frames_per_second = 1, .frames_burst = 10}};
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
    House house{{.frames_per_second = 1, .frames_burst = 10}};
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
