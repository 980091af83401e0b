// A session and a step have one thread of their own, however many begin it at once.
#include "protocol/house.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

Json beginning(const std::string& anchor, const Ulid& id, const std::string& text) {
    return {{"anchor", anchor}, {"anchor_id", id.str()}, {"title", "Talk"}, {"text", text}, {"own", true}};
}

Json frame_of(House& house, const Json& body) {
    return {{"t", "command"}, {"id", house.fresh_id().str()}, {"name", "start_thread"}, {"body", body}};
}

/// A session that nobody wrote about, and a step.
MeetingId fresh_session(House& house) {
    house.written([&](store::Transaction& tx) {
        tx.run("UPDATE threads SET own = 0, anchor_id = ? WHERE anchor = 'meeting' AND anchor_id = ?",
               Ulid::from({9}, {9}), house.cast.session);
    });
    return house.cast.session;
}

} // namespace

TEST_CASE("two people who begin a session's thread at the same moment write in one") {
    House house;
    const auto session = fresh_session(house);
    Client one{house, house.cast.member}, other{house, house.cast.other_lead};
    one.send(frame_of(house, beginning("meeting", session, "Good morning.")));
    other.send(frame_of(house, beginning("meeting", session, "Good morning from us.")));
    const auto first = one.next("ack"), second = other.next("ack");
    const std::string thread = first["result"]["thread"];
    CHECK(second["result"]["thread"] == thread);
    const auto page = one.query("posts_of_thread", {{"thread", thread}});
    REQUIRE(page["records"].size() == 2);
    CHECK(page["records"][0]["record"]["text"] == "Good morning.");
    CHECK(page["records"][1]["record"]["text"] == "Good morning from us.");
    CHECK(house.one<int>("SELECT count(*) FROM threads WHERE anchor_id = ?", session) == 1);
}

TEST_CASE("what was begun while the line was down lands in the thread that others began, once") {
    House house;
    const auto session = fresh_session(house);
    Client here{house, house.cast.other_lead}, back{house, house.cast.member};
    const auto kept = frame_of(house, beginning("meeting", session, "Kept for an hour."));
    const std::string thread =
        here.command("start_thread", beginning("meeting", session, "Hello."))["result"]["thread"];
    here.command("add_post", {{"thread", thread}, {"text", "Anybody?"}});
    back.send(kept);
    const auto ack = back.next("ack");
    back.send(kept); // the ack was lost
    CHECK(back.next("ack") == ack);
    CHECK(ack["result"]["thread"] == thread);
    CHECK(ack["result"]["number"] == 3);
    CHECK(house.one<int>("SELECT posts FROM threads WHERE id = ?", thread) == 3);
    // It stands above what its author has not read.
    CHECK(house.seen([&](store::Transaction& tx) {
        return tx.any("SELECT 1 FROM read_marks WHERE person = ? AND thread = ?", house.cast.member, thread);
    }) == false);
}

TEST_CASE("a further topic of a session does not take its own thread's place") {
    House house;
    const auto session = fresh_session(house);
    Client member{house, house.cast.member};
    auto topic = beginning("meeting", session, "x");
    const std::string own = member.command("start_thread", topic)["result"]["thread"];
    topic.erase("own");
    const std::string further = member.command("start_thread", topic)["result"]["thread"];
    CHECK(further != own);
    topic["own"] = true;
    CHECK(member.command("start_thread", topic)["result"]["thread"] == own);
}

TEST_CASE("the database holds no second own thread, whoever writes it") {
    House house;
    Client member{house, house.cast.member};
    const auto session = fresh_session(house);
    member.command("start_thread", beginning("meeting", session, "x"));
    CHECK_THROWS_AS(house.written([&](store::Transaction& tx) {
        tx.run("UPDATE threads SET own = 1, anchor = 'meeting', anchor_id = ? WHERE anchor = 'topic'",
               session);
    }),
                    store::Failure);
}

TEST_CASE("the demonstration's sessions have one own thread each, the first") {
    House house;
    CHECK(house.one<int>("SELECT count(*) FROM (SELECT DISTINCT anchor, anchor_id FROM threads"
                         " WHERE anchor <> 'topic')") ==
          house.one<int>("SELECT count(*) FROM threads WHERE own = 1"));
}
