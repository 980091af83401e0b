// The frames of the live connection, both ways.
#include "wire/frames.hpp"

#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::wire;
using std::string;

namespace {

const Ulid id = Ulid::from({7}, {7});
const Stream series{StreamKind::series, id};

FrameRefusal refused(const string& bytes) {
    const auto frame = decode_frame(bytes);
    if (frame) FAIL("accepted: " << bytes);
    CHECK(!frame.error().refusal.message.empty());
    return frame.error();
}

string with_id(string text) {
    for (auto at = text.find("ID"); at != text.npos; at = text.find("ID")) text.replace(at, 2, id.str());
    return text;
}

} // namespace

TEST_CASE("each frame of a client decodes to what it says") {
    const auto follow =
        decode_frame(with_id(R"({"t":"follow","stream":"series/ID","epoch":"ID","after":41})"));
    REQUIRE(follow);
    CHECK(std::get<FollowFrame>(*follow).stream == series);
    CHECK(std::get<FollowFrame>(*follow).epoch == id);
    CHECK(std::get<FollowFrame>(*follow).after == 41);
    const auto fresh = decode_frame(with_id(R"({"t":"follow","stream":"series/ID","epoch":null})"));
    REQUIRE(fresh);
    CHECK(!std::get<FollowFrame>(*fresh).after);
    CHECK(std::get<UnfollowFrame>(decode_frame(with_id(R"({"t":"unfollow","stream":"series/ID"})")).value())
              .stream == series);
    const auto command =
        decode_frame(with_id(R"({"t":"command","id":"ID","name":"add_post","body":{"a":1}})"));
    REQUIRE(command);
    CHECK(std::get<CommandFrame>(*command).name == "add_post");
    CHECK(std::get<CommandFrame>(*command).body == Json{{"a", 1}});
    CHECK(std::get<QueryFrame>(decode_frame(R"({"t":"query","id":"q1","name":"steps","body":{}})").value())
              .id == "q1");
    CHECK(std::get<PingFrame>(decode_frame(R"({"t":"ping","id":9})").value()).id == 9);
}

TEST_CASE("a frame that is none says which there are") {
    for (const char* bad : {"{}", R"({"t":5})", R"({"t":"hello"})", R"({"t":""})"}) {
        const auto refusal = refused(bad).refusal;
        CHECK(refusal.field == "t");
        CHECK(refusal.allowed == "one of: follow, unfollow, command, query, ping, cue");
    }
}

TEST_CASE("a refused frame is refused under its id, where it has one that can be read") {
    CHECK(refused(R"({"t":"query","id":"q7","name":"steps"})").id == "q7");
    CHECK(refused(R"({"t":"query","id":"q7","name":"steps"})").refusal.field == "body");
    CHECK(refused(with_id(R"({"t":"command","id":"ID","name":5,"body":{}})")).id == id.str());
    CHECK(refused(R"({"t":"command","id":5,"name":"x","body":{}})").id.empty());
    CHECK(refused(R"({"t":"command","id":"short","name":"x","body":{}})").refusal.field == "id");
    CHECK(refused(R"({"t":"query","id":")" + string(65, 'x') + R"(","name":"x","body":{}})").id.empty());
}

TEST_CASE("bodies are objects; nothing else, and nothing beside") {
    for (const char* body : {"[]", "null", "5", "\"x\""})
        CHECK(refused(R"({"t":"query","id":"q","name":"x","body":)" + string{body} + "}").refusal.field ==
              "body");
    CHECK(refused(R"({"t":"ping","id":1,"more":1})").refusal.code == "unknown_member");
    CHECK(refused(with_id(R"({"t":"follow","stream":"series/ID","from":1})")).refusal.code ==
          "unknown_member");
    CHECK(refused(with_id(R"({"t":"unfollow","stream":"series/ID","after":1})")).refusal.code ==
          "unknown_member");
}

TEST_CASE("an unknown member of a frame is named") {
    const auto refusal = refused(R"({"t":"ping","id":1,"more":1})").refusal;
    CHECK(refusal.field == "more");
    CHECK(refusal.allowed == "t, id");
}

TEST_CASE("numbers of a frame are whole and in range") {
    CHECK(refused(R"({"t":"ping","id":1.5})").refusal.field == "id");
    CHECK(refused(R"({"t":"ping","id":18446744073709551615})").refusal.field == "id");
    CHECK(refused(with_id(R"({"t":"follow","stream":"series/ID","after":"1"})")).refusal.field == "after");
    CHECK(decode_frame(
        with_id(R"({"t":"follow","stream":"series/ID","after":-1})"))); // means: behind everything
}

TEST_CASE("the names of commands and queries are bounded") {
    CHECK(
        refused(R"({"t":"query","id":"q","name":")" + string(2000, 'x') + R"(","body":{}})").refusal.field ==
        "name");
}

TEST_CASE("the frames of the server are what the protocol says") {
    CHECK(pong_frame(3, {9}) == R"({"t":"pong","id":3,"now":9})");
    CHECK(live_frame(series, id, 57) ==
          with_id(R"({"t":"live","stream":"series/ID","epoch":"ID","seq":57})"));
    CHECK(unfollowed_frame(series, "not_allowed") ==
          with_id(R"({"t":"unfollowed","stream":"series/ID","reason":"not_allowed"})"));
    CHECK(going_away_frame(std::chrono::milliseconds{1500}) ==
          R"({"t":"going_away","reconnect_after_ms":1500})");
    CHECK(ack_frame(CommandId{id}, {{"series/x", 59}}, R"({"post":1})") ==
          with_id(R"({"t":"ack","id":"ID","positions":{"series/x":59},"result":{"post":1}})"));
    CHECK(ack_frame(CommandId{id}, {}, "") == with_id(R"({"t":"ack","id":"ID","positions":{}})"));
    CHECK(
        refusal_frame(
            "q1", {.code = "too_long", .field = "text", .message = "m", .allowed = "a", .current = "c"}) ==
        R"({"t":"refusal","id":"q1","code":"too_long","field":"text","message":"m","allowed":"a","current":"c"})");
    CHECK(refusal_frame("", {.code = "malformed", .message = "m"}) ==
          R"({"t":"refusal","code":"malformed","message":"m"})");
    CHECK(
        snapshot_frame(series, 4, {{.kind = "post", .id = id, .record = R"({"a":1})"}}, true) ==
        with_id(
            R"({"t":"snapshot","stream":"series/ID","seq":4,"records":[{"kind":"post","id":"ID","record":{"a":1}}],"more":true})"));
    EventText event{.stream = series, .seq = 58, .at = {5}, .name = "arrived", .command = CommandId{id}};
    CHECK(
        event_frame(event) ==
        with_id(
            R"({"t":"event","stream":"series/ID","seq":58,"at":5,"name":"arrived","command":"ID","puts":[]})"));
    event.actor = PersonId{id};
    event.removes = {{"hand", id}};
    CHECK(
        event_frame(event) ==
        with_id(
            R"({"t":"event","stream":"series/ID","seq":58,"at":5,"name":"arrived","actor":"ID","command":"ID",)"
            R"("puts":[],"removes":[{"kind":"hand","id":"ID"}]})"));
    CHECK(
        answer_frame({.id = "q",
                      .records = {{.kind = "post", .id = id, .record = "{}", .stream = series}},
                      .next = "n"}) ==
        with_id(
            R"({"t":"answer","id":"q","positions":{},"records":[{"kind":"post","id":"ID","stream":"series/ID","record":{}}],"next":"n"})"));
}

TEST_CASE("a greeting introduces the person, the epoch and the clock") {
    const auto json =
        Json::parse(greeting_frame({.build = "b", .epoch = id, .person = PersonId{id}, .now = {9}}));
    CHECK(json["t"] == "greeting");
    CHECK(json["protocol"] == 1);
    CHECK(json["epoch"] == id.str());
    CHECK(json["now"] == 9);
    CHECK(json["heartbeat_ms"] == 20000);
}

TEST_CASE("a refusal holds whatever bytes came, and is valid UTF-8") {
    CHECK(count_characters(refusal_frame(string{"\xFF"}, {.code = "c", .message = string{"\xC3"}})));
    // A long name is cut by bytes, maybe within a character.
    const auto refusal = refused(R"({"t":"ping","id":1,")" + string(59, 'x') + R"(ä":1})").refusal;
    CHECK(refusal.field.size() == 60);
    CHECK(count_characters(refusal_frame("", refusal)));
}
