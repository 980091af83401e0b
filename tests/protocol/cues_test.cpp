// What matters for a moment only: told to everybody else who is there, and kept nowhere.
#include "protocol/posts.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

Json writing(const Stream& stream, const Json& body = {{"thread", "T"}}) {
    return {{"t", "cue"}, {"stream", stream.name()}, {"name", "writing"}, {"body", body}};
}

Stream series_of(const House& house) { return {StreamKind::series, house.cast.series}; }

std::size_t cues(Client& client) {
    return static_cast<std::size_t>(
        std::ranges::count_if(client.rest(), [](const Json& frame) { return frame["t"] == "cue"; }));
}

} // namespace

TEST_CASE("a cue goes to everybody else who follows the stream, and leaves no trace") {
    House house;
    Client ana{house, house.cast.member}, second_tab{house, house.cast.member}, ben{house, house.cast.lead},
        elsewhere{house, house.cast.lead};
    for (auto* client : {&ana, &second_tab, &ben}) client->follow(series_of(house));
    elsewhere.follow({StreamKind::collaborative, house.cast.collaborative});
    const auto before =
        house.one<int>("SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM receipts)");
    ana.send(writing(series_of(house)));
    const auto heard = ben.next("cue");
    CHECK(heard == Json{{"t", "cue"},
                        {"stream", series_of(house).name()},
                        {"name", "writing"},
                        {"person", house.cast.member.str()},
                        {"body", {{"thread", "T"}}}});
    CHECK(cues(second_tab) == 1);
    CHECK(cues(elsewhere) == 0);
    CHECK(ana.rest().empty()); // no echo, no answer
    CHECK(house.one<int>("SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM receipts)") ==
          before);
}

TEST_CASE("who does not follow a stream is not heard in it") {
    House house;
    Client listener{house, house.cast.lead}, stranger{house, house.cast.outsider},
        leaver{house, house.cast.member};
    listener.follow(series_of(house));
    stranger.follow(series_of(house)); // is told that it may not
    leaver.follow(series_of(house));
    leaver.send({{"t", "unfollow"}, {"stream", series_of(house).name()}});
    stranger.rest();
    for (auto* client : {&stranger, &leaver}) {
        client->send(writing(series_of(house)));
        CHECK(client->rest().empty());
    }
    CHECK(cues(listener) == 0);
}

TEST_CASE("a line that is behind does without cues, and misses no news") {
    House house;
    const auto thread = thread_in_series(house);
    Client ana{house, house.cast.member}, ben{house, house.cast.lead};
    ana.follow(series_of(house));
    ben.follow(series_of(house));
    CHECK(ana.command("add_post", post_body(thread))["t"] == "ack"); // waits in Ben's outbox
    ana.send(writing(series_of(house)));
    const auto waited = ben.rest();
    REQUIRE(waited.size() == 1);
    CHECK(waited.front()["t"] == "event");
    ana.send(writing(series_of(house)));
    CHECK(cues(ben) == 1);
}

TEST_CASE("cues beyond the rate are dropped, and the line stays") {
    House house{{.cues = {.per_second = 1, .burst = 3}}};
    Client ana{house, house.cast.member}, ben{house, house.cast.lead};
    ana.follow(series_of(house));
    ben.follow(series_of(house));
    std::size_t heard = 0;
    for (int i = 0; i < 10; ++i) {
        ana.send(writing(series_of(house)));
        heard += cues(ben);
    }
    CHECK(heard == 3);
    house.ahead += 1000;
    ana.send(writing(series_of(house)));
    CHECK(cues(ben) == 1);
    CHECK(!ana.conversation->outbox().closed());
}

TEST_CASE("a cue that is not one is refused, and says which member is at fault") {
    House house;
    Client ana{house, house.cast.member};
    ana.follow(series_of(house));
    const auto field_of = [&](Json frame) {
        ana.send(frame);
        const auto refusal = ana.next("refusal");
        CHECK(!refusal["message"].get<std::string>().empty());
        return refusal["field"].get<std::string>();
    };
    auto frame = writing(series_of(house));
    for (const char* name : {"", "Writing", "is writing", "w\u00e4"}) {
        frame["name"] = name;
        CHECK(field_of(frame) == "name");
    }
    frame["name"] = std::string(41, 'w');
    CHECK(field_of(frame) == "name");
    CHECK(field_of(writing(series_of(house), Json::array())) == "body");
    CHECK(field_of(writing(series_of(house), {{"text", std::string(500, 'x')}})) == "body");
    frame = writing(series_of(house));
    frame["stream"] = "nowhere";
    CHECK(field_of(frame) == "stream");
    frame = writing(series_of(house));
    frame["seq"] = 1;
    CHECK(field_of(frame) == "seq");
    frame.erase("seq");
    frame.erase("body");
    CHECK(field_of(frame) == "body");
}
