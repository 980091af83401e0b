// Conversations by long poll: batches and posts with numbers, who waits, what ends.
#include "app/polls.hpp"

#include "protocol/house.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

using namespace std::chrono_literals;

/// One line of an answer each.
std::vector<Json> lines_of(const app::Response& response) {
    std::vector<Json> lines;
    std::string_view rest{response.body};
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        lines.push_back(Json::parse(line));
    }
    return lines;
}

using Answer = std::shared_ptr<std::optional<app::Response>>;

class Door {
  public:
    explicit Door(app::PollLimits limits = {}, app::ConversationLimits conversations = {})
        : house{conversations}, polls{house.io, limits, [this](const auto& conversation) {
                                          conversation->end();
                                          closed.push_back(conversation);
                                      }} {}

    /// A connection by poll, and what the request that opened it was answered.
    std::shared_ptr<app::Poll> open(const PersonId& person, Json* head = nullptr) {
        auto conversation =
            std::make_shared<app::Conversation>(house.around, app::Sender{person, "credential"});
        conversation->greet({.person = person, .now = house.now()});
        const auto response = polls.open(conversation);
        if (!response) return nullptr;
        const auto lines = lines_of(*response);
        REQUIRE(lines.size() == 2);
        CHECK(lines[1]["t"] == "greeting");
        if (head) *head = lines[0];
        auto poll = polls.find(lines[0]["id"], "credential");
        REQUIRE(poll);
        return poll;
    }
    Answer wait(const std::shared_ptr<app::Poll>& poll, std::int64_t after) {
        auto answer = std::make_shared<std::optional<app::Response>>();
        polls.wait(poll, after, [answer](app::Response response) { *answer = std::move(response); });
        return answer;
    }
    std::vector<Json> waited(const Answer& answer) {
        house.until([&] { return answer->has_value(); });
        return lines_of(**answer);
    }
    void say(const std::shared_ptr<app::Poll>& poll, const std::string& lines) {
        CHECK(polls.take(poll, poll->taken + 1, lines).status == 200);
    }

    House house;
    std::vector<std::shared_ptr<app::Conversation>> closed;
    app::Polls polls;
};

std::string ping(int id) { return Json{{"t", "ping"}, {"id", id}}.dump(); }

} // namespace

TEST_CASE("a poll waits for news, and its batch is kept until the next one confirms it") {
    Door door;
    Json head;
    const auto poll = door.open(door.house.cast.member, &head);
    CHECK(head["t"] == "polling");
    CHECK(head["id"].get<std::string>().size() == 43);
    const auto first = door.wait(poll, 0);
    door.house.settle();
    CHECK(!first->has_value());
    door.say(poll, ping(1) + "\n" + ping(2));
    const auto batch = door.waited(first);
    REQUIRE(batch.size() == 3);
    CHECK(batch[0] == Json{{"t", "batch"}, {"number", 1}});
    CHECK(batch[2]["id"] == 2);
    for (int time = 0; time < 3; ++time) { // the answer got lost
        const auto again = door.wait(poll, 0);
        CHECK(lines_of(**again) == batch);
    }
    door.say(poll, ping(3));
    const auto next = door.waited(door.wait(poll, 1));
    REQUIRE(next.size() == 2);
    CHECK(next[0]["number"] == 2);
    CHECK(next[1]["id"] == 3);
    CHECK((**first).headers ==
          std::vector<std::pair<std::string, std::string>>{{"Cache-Control", "no-store"}});
}

TEST_CASE("a number that is neither the last batch nor the one before is refused and changes nothing") {
    Door door;
    const auto poll = door.open(door.house.cast.member);
    for (const std::int64_t after : {1, 7}) {
        const auto answer = door.wait(poll, after);
        CHECK((**answer).status == 400);
        CHECK(lines_of(**answer)[0]["field"] == "after");
        CHECK(lines_of(**answer)[0]["allowed"] == "0");
    }
    for (const std::int64_t number : {0, 2, 9}) {
        const auto answer = door.polls.take(poll, number, ping(1));
        CHECK(answer.status == 400);
        CHECK(lines_of(answer)[0]["field"] == "number");
    }
    door.say(poll, ping(5));
    CHECK(door.waited(door.wait(poll, 0))[1]["id"] == 5);
}

TEST_CASE("a post that comes again has no second effect") {
    Door door;
    const auto poll = door.open(door.house.cast.member);
    for (int time = 0; time < 3; ++time) CHECK(door.polls.take(poll, 1, ping(1)).status == 200);
    CHECK(door.polls.take(poll, 2, ping(2)).status == 200);
    const auto batch = door.waited(door.wait(poll, 0));
    REQUIRE(batch.size() == 3);
    CHECK(batch[1]["id"] == 1);
    CHECK(batch[2]["id"] == 2);
}

TEST_CASE("what one commit made durable comes in one batch, with the acknowledgement last") {
    Door door;
    const auto& cast = door.house.cast;
    const auto poll = door.open(cast.member);
    const Stream series{StreamKind::series, cast.series};
    door.say(poll, Json{{"t", "follow"}, {"stream", series.name()}}.dump());
    for (std::int64_t after = 0; door.waited(door.wait(poll, after)).back()["t"] != "live";)
        after = poll->batch;
    const auto waiting = door.wait(poll, poll->batch);
    const Json body{{"anchor", "topic"}, {"anchor_id", cast.series.str()}, {"title", "T"}, {"text", "x"}};
    const auto id = door.house.fresh_id().str();
    door.say(poll, Json{{"t", "command"}, {"id", id}, {"name", "start_thread"}, {"body", body}}.dump());
    const auto batch = door.waited(waiting);
    REQUIRE(batch.size() == 3);
    CHECK(batch[1]["t"] == "event");
    CHECK(batch[2]["t"] == "ack");
}

TEST_CASE("one request waits: a second one ends the first") {
    Door door;
    const auto poll = door.open(door.house.cast.member);
    const auto first = door.wait(poll, 0), second = door.wait(poll, 0);
    REQUIRE(first->has_value());
    CHECK((**first).status == 409);
    CHECK(!second->has_value());
    door.say(poll, ping(1));
    CHECK(door.waited(second)[1]["id"] == 1);
}

TEST_CASE("who waits long is answered empty, and the number stays") {
    Door door{{.wait = 20ms, .idle = 10s, .look_every = 5ms}};
    const auto poll = door.open(door.house.cast.member);
    for (int time = 0; time < 3; ++time)
        CHECK(door.waited(door.wait(poll, 0)) == std::vector{Json{{"t", "batch"}, {"number", 0}}});
}

TEST_CASE("a connection that nobody asks is over, and has left its rooms; one that waits is not") {
    Door door{{.wait = 10s, .idle = 50ms, .look_every = 5ms}};
    const auto& cast = door.house.cast;
    const auto left = door.open(cast.member), stays = door.open(cast.lead);
    const Stream present{StreamKind::present, cast.session};
    door.say(left, Json{{"t", "follow"}, {"stream", present.name()}}.dump());
    const auto waiting = door.wait(stays, 0);
    door.house.until([&] { return !door.closed.empty(); });
    CHECK(door.closed == std::vector{left->conversation});
    CHECK(door.house.hub.followers(present) == 0);
    CHECK(!door.polls.find(left->id, "credential"));
    CHECK(door.polls.find(stays->id, "credential"));
    CHECK(!waiting->has_value());
}

TEST_CASE("an id is worth nothing with another login") {
    Door door;
    const auto poll = door.open(door.house.cast.member);
    CHECK(!door.polls.find(poll->id, "another"));
    CHECK(!door.polls.find(poll->id, ""));
    CHECK(!door.polls.find("", "credential"));
}

TEST_CASE("a login that ends closes with 1008 at once, and the connection is gone") {
    Door door;
    const auto poll = door.open(door.house.cast.member);
    const auto waiting = door.wait(poll, 0);
    poll->conversation->outbox().close(live::CloseCode::not_welcome);
    CHECK(door.waited(waiting) == std::vector{Json{{"t", "batch"}, {"number", 1}, {"close", 1008}}});
    CHECK(!door.polls.find(poll->id, "credential"));
    CHECK(door.closed.size() == 1);
}

TEST_CASE("closed while nobody waits: the rooms are left now, and the code is told to who asks") {
    Door door;
    const auto& cast = door.house.cast;
    const auto poll = door.open(cast.member);
    const Stream series{StreamKind::series, cast.series};
    door.say(poll, Json{{"t", "follow"}, {"stream", series.name()}}.dump());
    door.house.settle();
    CHECK(door.house.hub.followers(series) == 1);
    poll->conversation->outbox().close(live::CloseCode::too_slow);
    door.house.until([&] { return door.house.hub.followers(series) == 0; });
    CHECK(door.waited(door.wait(poll, 0)).front()["close"] == 1013);
    CHECK(door.polls.size() == 0);
}

TEST_CASE("who ends it is told, and so is the request that waits") {
    Door door;
    const auto poll = door.open(door.house.cast.member);
    const auto waiting = door.wait(poll, 0);
    CHECK(lines_of(door.polls.end(poll))[0]["t"] == "ended");
    REQUIRE(waiting->has_value());
    CHECK(lines_of(**waiting)[0]["close"] == 1000);
    CHECK(door.polls.size() == 0);
    CHECK(door.closed.size() == 1);
}

TEST_CASE("of one login only some requests wait; the one that waits longest makes room") {
    Door door{{.waiting_of_login = 2, .pause = 1500ms}};
    const auto& cast = door.house.cast;
    const auto a = door.open(cast.member), b = door.open(cast.member), c = door.open(cast.member);
    const auto first = door.wait(a, 0), second = door.wait(b, 0), third = door.wait(c, 0);
    REQUIRE(first->has_value());
    CHECK(lines_of(**first) == std::vector{Json{{"t", "batch"}, {"number", 0}, {"pause_ms", 1500}}});
    CHECK(!second->has_value());
    CHECK(!third->has_value());
    door.say(a, ping(1)); // waits in its outbox until it asks
    CHECK(door.waited(door.wait(a, 0))[1]["id"] == 1);
    CHECK(!second->has_value());
}

TEST_CASE("a person has so many connections by poll and no more, until one of them is over") {
    Door door{{.of_person = 3}};
    const auto& cast = door.house.cast;
    const auto first = door.open(cast.member);
    REQUIRE(door.open(cast.member));
    REQUIRE(door.open(cast.member));
    CHECK(!door.open(cast.member));
    CHECK(door.open(cast.lead));
    door.polls.end(first);
    CHECK(door.open(cast.member));
}

TEST_CASE("requests that bring nothing count as frames; who takes what we send may ask as often as we send") {
    Door door{{}, {.frames = {.per_second = 1, .burst = 30}}};
    SECTION("asking again and again for the same") {
        const auto poll = door.open(door.house.cast.member);
        door.say(poll, ping(1));
        door.waited(door.wait(poll, 0));
        for (int time = 0; time < 40; ++time) door.wait(poll, 0);
        const auto last = door.waited(door.wait(poll, 1));
        CHECK(last.back()["code"] == "too_many");
        CHECK(last.front()["close"] == 1008);
    }
    SECTION("a hundred batches of news") {
        const auto poll = door.open(door.house.cast.member);
        for (int time = 0; time < 100; ++time) {
            poll->conversation->outbox().push("{\"t\":\"news\"}");
            CHECK(door.waited(door.wait(poll, poll->batch)).back()["t"] == "news");
        }
    }
    SECTION("empty posts") {
        const auto poll = door.open(door.house.cast.member);
        for (int time = 0; time < 40; ++time) door.polls.take(poll, time + 1, "");
        CHECK(door.waited(door.wait(poll, 0)).front()["close"] == 1008);
    }
}

TEST_CASE("a batch is bounded, and what follows comes with the next") {
    Door door{{.batch_bytes = 100}};
    const auto poll = door.open(door.house.cast.member);
    for (int one = 0; one < 5; ++one)
        poll->conversation->outbox().push(Json{{"t", "news"}, {"text", std::string(60, 'x')}}.dump());
    std::vector<std::size_t> sizes;
    while (poll->batch < 3) sizes.push_back(door.waited(door.wait(poll, poll->batch)).size() - 1);
    CHECK(sizes == std::vector<std::size_t>{2, 2, 1});
    CHECK(!door.wait(poll, 3)->has_value());
    CHECK(poll->unconfirmed.empty());
    CHECK(poll->unconfirmed.capacity() == 0);
}

TEST_CASE("a client that asks for nothing any more costs no more than the limit of what may wait") {
    Door door{{}, {.outbox_bytes = 10'000}};
    const auto poll = door.open(door.house.cast.member);
    for (int one = 0; one < 200; ++one) poll->conversation->outbox().push(std::string(100, 'x'));
    door.house.until([&] { return poll->conversation->ended(); });
    CHECK(door.waited(door.wait(poll, 0)) ==
          std::vector{Json{{"t", "batch"}, {"number", 1}, {"close", 1013}}});
}
