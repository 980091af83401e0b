// Following: what was missed, a snapshot, then the news.
#include "protocol/house.hpp"

#include "store/journal.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

struct Thread {
    std::string id;
    Stream stream;
};

/// A thread in the series, begun by the member.
Thread thread_in_series(House& house) {
    Client writer{house, house.cast.member};
    const auto ack = writer.command(
        "start_thread",
        {{"anchor", "topic"}, {"anchor_id", house.cast.series.str()}, {"title", "T"}, {"text", "First"}});
    REQUIRE(ack["t"] == "ack");
    return {ack["result"]["thread"], {StreamKind::series, house.cast.series}};
}

Json post(Client& client, const Thread& thread, const std::string& text = "More") {
    return client.command("add_post", {{"thread", thread.id}, {"text", text}});
}

std::vector<std::int64_t> numbers(const std::vector<Json>& frames) {
    std::vector<std::int64_t> seqs;
    for (const auto& frame : frames)
        if (frame["t"] == "event") seqs.push_back(frame["seq"]);
    return seqs;
}

Ulid epoch_of(House& house) {
    return house.seen([](store::Transaction& tx) { return store::epoch(tx); });
}

std::map<std::string, Json> records_of(const std::vector<Json>& frames) {
    std::map<std::string, Json> records;
    for (const auto& frame : frames)
        if (frame["t"] == "snapshot")
            for (const auto& record : frame["records"])
                records[record["kind"].get<std::string>() + " " + record["id"].get<std::string>()] =
                    record["record"];
    return records;
}

using Numbers = std::vector<std::int64_t>;

} // namespace

TEST_CASE("who comes new gets a snapshot in parts, then live, then the news") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.lead};
    const Stream extended{StreamKind::extended, house.cast.collaborative};
    const auto frames = client.follow(extended);
    REQUIRE(frames.size() >= 2);
    for (std::size_t i = 0; i + 1 < frames.size(); ++i) {
        CHECK(frames[i]["t"] == "snapshot");
        CHECK(frames[i]["more"] == (i + 2 < frames.size()));
        CHECK(frames[i]["records"].size() <= app::Queries::snapshot_part);
        CHECK(frames[i]["seq"] == house.head(extended));
    }
    CHECK(frames.back()["epoch"] == epoch_of(house).str());
    CHECK(frames.back()["seq"] == house.head(extended));

    client.follow(thread.stream);
    Client writer{house, house.cast.member};
    const auto ack = post(writer, thread);
    const auto event = client.next("event");
    CHECK(event["seq"] == ack["positions"][thread.stream.name()]);
    CHECK(event["name"] == "post_added");
    CHECK(event["actor"] == house.cast.member.str());
}

TEST_CASE("who comes back with (epoch, after) gets exactly what was missed") {
    House house;
    const auto thread = thread_in_series(house);
    Client writer{house, house.cast.member};
    const auto left_at = house.head(thread.stream);
    for (int i = 0; i < 5; ++i) post(writer, thread);
    Client client{house, house.cast.lead};
    const auto frames = client.follow(thread.stream, epoch_of(house), left_at);
    CHECK(numbers(frames) == Numbers{left_at + 1, left_at + 2, left_at + 3, left_at + 4, left_at + 5});
    CHECK(records_of(frames).empty());
    CHECK(frames.back()["seq"] == left_at + 5);
    post(writer, thread);
    CHECK(client.next("event")["seq"] == left_at + 6);
}

TEST_CASE("who has missed nothing gets nothing") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.lead};
    CHECK(client.follow(thread.stream, epoch_of(house), house.head(thread.stream)).size() == 1);
}

TEST_CASE("the bytes that are missed are the bytes that were live") {
    House house;
    const auto thread = thread_in_series(house);
    Client there{house, house.cast.lead};
    there.follow(thread.stream);
    const auto before = house.head(thread.stream);
    Client writer{house, house.cast.member};
    post(writer, thread, "Grüße 🎉 \"quoted\"");
    house.settle();
    const auto live = there.conversation->outbox().pop();
    Client late{house, house.cast.lead};
    late.send({{"t", "follow"},
               {"stream", thread.stream.name()},
               {"epoch", epoch_of(house).str()},
               {"after", before}});
    house.settle();
    const auto missed = late.conversation->outbox().pop();
    REQUIRE((live && missed));
    CHECK(**live == **missed);
}

TEST_CASE("who comes back hears of a thread's head with the first and the last of its posts") {
    House house;
    const auto thread = thread_in_series(house);
    Client writer{house, house.cast.member}, there{house, house.cast.lead};
    const auto left_at = house.head(thread.stream);
    const auto posts_from = [&](bool memory) {
        INFO((memory ? "from memory" : "from the journal"));
        CHECK(house.hub.recent().reaches(thread.stream, left_at) == memory);
        Client client{house, house.cast.lead};
        std::vector<std::vector<std::string>> kinds;
        for (const auto& frame : client.follow(thread.stream, epoch_of(house), left_at))
            if (frame["t"] == "event")
                for (auto& now = kinds.emplace_back(); const auto& put : frame["puts"])
                    now.push_back(put["kind"]);
        return kinds;
    };
    for (int i = 0; i < 4; ++i) post(writer, thread);
    const std::vector<std::string> whole{"post", "thread"}, rest{"post"};
    CHECK(posts_from(false) == std::vector{whole, rest, rest, whole});
    there.follow(thread.stream);
    for (int i = 0; i < 3; ++i) post(writer, thread);
    CHECK(posts_from(true) == std::vector{whole, rest, rest, rest, rest, rest, whole});
}

TEST_CASE("who cannot be told what they missed comes again, and those who ask after them are answered") {
    House house;
    const auto thread = thread_in_series(house);
    Client writer{house, house.cast.member}, there{house, house.cast.lead};
    there.follow(thread.stream);
    const auto left_at = house.head(thread.stream);
    for (int i = 0; i < 3; ++i) post(writer, thread);
    house.condensing_fails = true;
    Client first{house, house.cast.lead}, second{house, house.cast.lead};
    for (auto* client : {&first, &second}) {
        client->send({{"t", "follow"},
                      {"stream", thread.stream.name()},
                      {"epoch", epoch_of(house).str()},
                      {"after", left_at}});
        house.settle();
        CHECK(client->conversation->outbox().closed_with() == live::CloseCode::too_slow);
    }
    house.condensing_fails = false;
    Client again{house, house.cast.lead};
    CHECK(numbers(again.follow(thread.stream, epoch_of(house), left_at)).size() == 3);
}

TEST_CASE("whoever is too far behind, ahead, below the floor, or of another epoch gets a snapshot") {
    House house;
    const auto thread = thread_in_series(house);
    Client writer{house, house.cast.member};
    for (int i = 0; i < 3; ++i) post(writer, thread);
    const auto head = house.head(thread.stream);
    Client client{house, house.cast.lead};
    const auto fresh = [&](std::optional<Ulid> epoch, std::optional<std::int64_t> after) {
        const auto frames = client.follow(thread.stream, epoch, after);
        CHECK(numbers(frames).empty());
        return !records_of(frames).empty() && frames.back()["seq"] == head;
    };
    const auto epoch = epoch_of(house);
    SECTION("ahead of the server") { CHECK(fresh(epoch, head + 1)); }
    SECTION("a number and no epoch") { CHECK(fresh({}, head - 1)); }
    SECTION("an epoch and no number") { CHECK(fresh(epoch, {})); }
    SECTION("another epoch") { CHECK(fresh(Ulid::from({1}, {1}), head - 1)); }
    SECTION("a number below zero") { CHECK(fresh(epoch, -1)); }
    SECTION("below the floor") {
        house.written([&](store::Transaction& tx) { store::raise_floor(tx, thread.stream, head - 1); });
        CHECK(fresh(epoch, head - 2));
        CHECK(numbers(client.follow(thread.stream, epoch, head - 1)) == Numbers{head});
    }
    SECTION("too far behind") {
        house.written([&](store::Transaction& tx) {
            for (int i = 0; i < app::Queries::replay_limit; ++i)
                store::append(tx, {thread.stream, "noise"}, Context{.now = house.now()},
                              [](std::int64_t) { return std::string{R"({"t":"event","seq":0})"}; });
        });
        const auto frames = client.follow(thread.stream, epoch, head - 1);
        CHECK(!records_of(frames).empty());
        CHECK(client.follow(thread.stream, epoch, head).size() == app::Queries::replay_limit + 1);
    }
    SECTION("a restored backup has another epoch") {
        house.written([](store::Transaction& tx) { store::set_epoch(tx, Ulid::from({9}, {9})); });
        CHECK(fresh(epoch, head - 1));
        CHECK(client.follow(thread.stream)[0]["t"] == "snapshot");
    }
}

TEST_CASE("news that comes while the past is read is neither lost nor doubled") {
    House house;
    const auto thread = thread_in_series(house);
    const auto before = house.head(thread.stream);
    Client writer{house, house.cast.member}, client{house, house.cast.lead};
    // Posts and follows race: the follow is read on another thread while posts are committed and published.
    std::vector<std::int64_t> seen;
    const auto epoch = epoch_of(house);
    for (int round = 0; round < 10; ++round) {
        for (int i = 0; i < 3; ++i)
            writer.send({{"t", "command"},
                         {"id", house.fresh_id().str()},
                         {"name", "add_post"},
                         {"body", {{"thread", thread.id}, {"text", "x"}}}});
        const auto after = seen.empty() ? before : seen.back();
        client.send({{"t", "unfollow"}, {"stream", thread.stream.name()}});
        client.send(
            {{"t", "follow"}, {"stream", thread.stream.name()}, {"epoch", epoch.str()}, {"after", after}});
        for (const auto& frame : client.rest())
            if (frame["t"] == "event") seen.push_back(frame["seq"]);
    }
    Numbers expected;
    for (auto seq = before + 1; seq <= house.head(thread.stream); ++seq) expected.push_back(seq);
    CHECK(seen == expected);
    CHECK(expected.size() == 30);
}

TEST_CASE("what a removed post said is not replayed, and only who has not heard it starts over") {
    House house;
    const auto thread = thread_in_series(house);
    const auto epoch = epoch_of(house);
    Client writer{house, house.cast.member}, late{house, house.cast.lead};
    const auto before = house.head(thread.stream);
    const auto removed = post(writer, thread, "Secret at first")["result"]["post"];
    house.ahead += 5;
    const auto kept = post(writer, thread, "Something else")["result"]["post"];
    house.ahead += 5;
    for (int revision = 1; revision <= 2; ++revision) {
        REQUIRE(writer.command("edit_post", {{"post", removed},
                                             {"revision", revision},
                                             {"text", "Secret " + std::to_string(revision)}})["t"] == "ack");
        house.ahead += 5;
    }
    const auto last_said = house.head(thread.stream);
    REQUIRE(writer.command("edit_post", {{"post", kept}, {"revision", 1}, {"text", "Else again"}})["t"] ==
            "ack");
    REQUIRE(writer.command("remove_post", {{"post", removed}})["t"] == "ack");
    for (auto after = before; after <= house.head(thread.stream); ++after) {
        const auto frames = late.follow(thread.stream, epoch, after);
        CHECK(Json(frames).dump().find("Secret") == std::string::npos);
        CHECK(records_of(frames).empty() == (after >= last_said));
        if (after < last_said) continue;
        Numbers missed;
        for (auto seq = after + 1; seq <= last_said + 2; ++seq) missed.push_back(seq);
        CHECK(numbers(frames) == missed);
    }
    CHECK(house.one<int>("SELECT count(*) FROM journal WHERE payload LIKE '%Secret%'") == 0);
}

TEST_CASE("an unfollowed stream is silent") {
    House house;
    const auto thread = thread_in_series(house);
    Client writer{house, house.cast.member}, client{house, house.cast.lead};
    client.follow(thread.stream);
    client.send({{"t", "unfollow"}, {"stream", thread.stream.name()}});
    post(writer, thread);
    CHECK(client.rest().empty());
    client.send({{"t", "unfollow"}, {"stream", thread.stream.name()}}); // twice is harmless
    CHECK(client.rest().empty());
}

TEST_CASE("following the room is being in it; the last line that goes is leaving it") {
    House house;
    const Stream present{StreamKind::present, house.cast.session},
        meeting{StreamKind::meeting, house.cast.session};
    Client watcher{house, house.cast.lead};
    watcher.follow(meeting);
    {
        Client one{house, house.cast.member}, two{house, house.cast.member};
        one.follow(present);
        two.follow(present);
        house.settle();
        CHECK(house.at_the_door == std::vector<std::string>{"arrived " + house.cast.member.str()});
        CHECK(watcher.next("event")["name"] == "arrived");
    }
    house.until([&] { return house.at_the_door.size() == 2; });
    house.settle();
    CHECK(house.at_the_door.back() == "departed " + house.cast.member.str());
    // Who may not be there is not, and nobody hears of the attempt.
    Client outsider{house, house.cast.outsider};
    CHECK(outsider.follow(present).back()["t"] == "unfollowed");
    house.settle();
    CHECK(house.at_the_door.size() == 2);
}

TEST_CASE("following again starts afresh, and a hundred streams are enough") {
    House house{{.streams = 3}};
    Client client{house, house.cast.facilitator};
    const Stream series{StreamKind::series, house.cast.series};
    client.follow(series);
    client.follow({StreamKind::extended, house.cast.collaborative});
    client.follow({StreamKind::collaborative, house.cast.collaborative});
    CHECK(client.follow(series).back()["t"] == "live"); // no more than before
    const auto refused = client.follow({StreamKind::staff, house.cast.collaborative});
    CHECK(refused.back()["reason"] == "too_many");
}
