// Commands and queries over a conversation: once, in order, bounded, and each answered.
#include "protocol/posts.hpp"

#include "store/journal.hpp"
#include "store/receipts.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

/// The heads of all streams: a command that left no trace changes none.
std::string heads(House& house) {
    return house.seen([](store::Transaction& tx) {
        struct Head {
            std::string name;
            std::int64_t head = 0;
        };
        std::string all;
        for (const auto& one : tx.rows<Head>("SELECT name, head FROM streams ORDER BY name"))
            all += one.name + " " + std::to_string(one.head) + "\n";
        return all + std::to_string(*tx.row<int>("SELECT count(*) FROM receipts"));
    });
}

} // namespace

TEST_CASE("the same command again has the same ack and no second effect") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    const auto id = house.fresh_id().str();
    const auto first = client.command("add_post", post_body(thread), id);
    REQUIRE(first["t"] == "ack");
    const auto before = heads(house);
    CHECK(client.command("add_post", post_body(thread), id) == first);
    Client other_tab{house, house.cast.member};
    CHECK(other_tab.command("add_post", {{"text", "More"}, {"thread", thread}}, id) ==
          first); // the order of members is no content
    CHECK(posts(house, thread) == 2);
    CHECK(heads(house) == before);
}

TEST_CASE("a resend that comes together with the first is one command") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    const auto id = house.fresh_id().str();
    for (int i = 0; i < 5; ++i)
        client.send({{"t", "command"}, {"id", id}, {"name", "add_post"}, {"body", post_body(thread)}});
    const auto first = client.next("ack");
    for (int i = 1; i < 5; ++i) CHECK(client.next("ack") == first);
    CHECK(posts(house, thread) == 2);
}

TEST_CASE("the same id with other content or another name is refused and changes nothing") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    const auto id = house.fresh_id().str();
    client.command("add_post", post_body(thread), id);
    const auto before = heads(house);
    const auto refusal = client.command("add_post", post_body(thread, "Other"), id);
    CHECK(refusal["code"] == "id_reused");
    CHECK(refusal["field"] == "id");
    CHECK(client.command("mark_read", {{"thread", thread}, {"number", 1}}, id)["code"] == "id_reused");
    CHECK(heads(house) == before);
}

TEST_CASE("two people may have made the same id") {
    House house;
    const auto thread = thread_in_series(house);
    const auto id = house.fresh_id().str();
    Client one{house, house.cast.member}, two{house, house.cast.lead};
    CHECK(one.command("add_post", post_body(thread), id)["t"] == "ack");
    CHECK(two.command("add_post", post_body(thread, "Mine"), id)["t"] == "ack");
    CHECK(posts(house, thread) == 3);
}

TEST_CASE("an id older than receipts are kept is refused") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    const auto id_at = [&](Instant at) { return Ulid::from(at, {1, 2, 3}).str(); };
    const auto old = client.command("add_post", post_body(thread),
                                    id_at(house.now() - store::receipt_life - std::chrono::minutes{1}));
    CHECK(old["code"] == "id_expired");
    CHECK(old["field"] == "id");
    CHECK(client.command("add_post", post_body(thread),
                         id_at(house.now() - store::receipt_life + std::chrono::minutes{1}))["t"] == "ack");
    CHECK(posts(house, thread) == 2);
}

TEST_CASE("a refusal leaves no trace, and its id is free") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    const auto before = heads(house);
    const auto id = house.fresh_id().str();
    const auto refusal = client.command(
        "add_post", {{"thread", thread}, {"text", "Well"}, {"reply_to", Ulid::from({1}, {1}).str()}}, id);
    CHECK(refusal["t"] == "refusal");
    CHECK(heads(house) == before);
    CHECK(client.command("add_post", post_body(thread), id)["t"] == "ack");
}

TEST_CASE("a COMMIT that failed and yet is on the disk is acknowledged, once, and its news goes out") {
    House house;
    const auto thread = thread_in_series(house);
    const Stream stream{StreamKind::series, house.cast.series};
    Client client{house, house.cast.member}, reader{house, house.cast.lead};
    reader.follow(stream);
    house.faulty.next_commit = NextCommit::fails_done;
    const auto id = house.fresh_id().str();
    const auto ack = client.command("add_post", post_body(thread), id);
    REQUIRE(ack["t"] == "ack");
    CHECK(reader.next("event")["seq"] == ack["positions"][stream.name()]);
    CHECK(client.command("add_post", post_body(thread), id) == ack);
    CHECK(posts(house, thread) == 2);
    CHECK(reader.rest().empty());
}

TEST_CASE("a COMMIT that was undone is answered with try_again; the same command then happens once, without "
          "a gap") {
    House house;
    const auto thread = thread_in_series(house);
    const Stream stream{StreamKind::series, house.cast.series};
    Client client{house, house.cast.member}, reader{house, house.cast.lead};
    reader.follow(stream);
    const auto before = house.head(stream);
    house.faulty.next_commit = NextCommit::fails_undone;
    const auto id = house.fresh_id().str();
    CHECK(client.command("add_post", post_body(thread), id)["code"] == "try_again");
    CHECK(reader.rest().empty()); // nothing is published that is not committed
    CHECK(house.head(stream) == before);
    const auto ack = client.command("add_post", post_body(thread), id);
    CHECK(ack["positions"][stream.name()] == before + 1);
    CHECK(reader.next("event")["seq"] == before + 1);
    CHECK(posts(house, thread) == 2);
}

TEST_CASE("an observer reads and does not post") {
    House house;
    const auto thread = thread_in_series(house);
    Client observer{house, house.cast.observer};
    const auto before = heads(house);
    const auto refusal = observer.command("add_post", post_body(thread));
    CHECK(refusal["code"] == "not_allowed");
    CHECK(observer.command("start_thread", {{"anchor", "topic"},
                                            {"anchor_id", house.cast.series.str()},
                                            {"title", "T"},
                                            {"text", "x"}})["code"] == "not_allowed");
    CHECK(heads(house) == before);
    const auto page = observer.query("posts_of_thread", {{"thread", thread}});
    CHECK(page["t"] == "answer");
    CHECK(page["records"].size() == 1);
}

TEST_CASE("what is hidden and what is missing are refused alike, in commands and queries") {
    House house;
    const auto thread = thread_in_series(house);
    const auto missing = Ulid::from({1}, {1}).str();
    Client outsider{house, house.cast.outsider};
    const auto alike = [](Json one, Json other) {
        for (auto* frame : {&one, &other}) frame->erase("id");
        CHECK(one == other);
        CHECK(one["t"] == "refusal");
    };
    alike(outsider.command("add_post", post_body(thread)), outsider.command("add_post", post_body(missing)));
    alike(outsider.command("mark_read", {{"thread", thread}, {"number", 1}}),
          outsider.command("mark_read", {{"thread", missing}, {"number", 1}}));
    alike(outsider.query("posts_of_thread", {{"thread", thread}}),
          outsider.query("posts_of_thread", {{"thread", missing}}));
    alike(outsider.command("raise_hand", {{"meeting", house.cast.session.str()}}),
          outsider.command("raise_hand", {{"meeting", missing}}));
}

TEST_CASE("a preview shows what the post will show, and keeps nothing") {
    House house;
    const auto thread = thread_in_series(house);
    Client writer{house, house.cast.member};
    const std::string text = "**Two dates.** <script>alert(1)</script>";
    const auto before = posts(house, thread);
    const auto preview = writer.query("preview_markdown", {{"text", text}});
    CHECK(posts(house, thread) == before);
    writer.command("add_post", post_body(thread, text));
    const auto page = writer.query("posts_of_thread", {{"thread", thread}});
    CHECK(preview["body"]["html"] == page["records"].back()["record"]["html"]);
    CHECK(preview["body"]["html"].get<std::string>().contains("<strong>Two dates.</strong>"));
    CHECK(writer.query("preview_markdown", {{"text", " "}})["field"] == "text");
}

TEST_CASE("no command of the server may come from a person") {
    House house;
    const auto session = house.cast.session.str(), person = house.cast.member.str();
    const std::vector<std::pair<std::string, Json>> own{
        {"arrive", {{"meeting", session}, {"person", person}}},
        {"depart", {{"meeting", session}, {"person", person}, {"at", 5}}},
        {"heartbeat", {{"meeting", session}, {"here", {person}}}},
        {"close_stale", Json::object()},
        {"seal_session", {{"meeting", session}}},
        {"close_abandoned", {{"meeting", session}}},
        {"ensure_session", {{"series", house.cast.series.str()}}}};
    for (const auto& who : {house.cast.member, house.cast.facilitator, house.cast.administrator}) {
        Client client{house, who};
        const auto before = heads(house);
        for (const auto& [name, body] : own) {
            INFO(name);
            CHECK(client.command(name, body)["code"] == "not_allowed");
        }
        CHECK(heads(house) == before);
    }
}

TEST_CASE("nobody who is no longer active, and nobody without a role, changes anything") {
    House house;
    const auto thread = thread_in_series(house);
    house.written([&](store::Transaction& tx) {
        tx.run("UPDATE people SET active = 0 WHERE id = ?", house.cast.member);
        tx.run("DELETE FROM role_grants WHERE person = ?", house.cast.lead);
    });
    for (const auto& who : {house.cast.member, house.cast.lead}) {
        Client client{house, who};
        CHECK(client.command("add_post", post_body(thread))["code"] == "not_allowed");
        CHECK(client.query("posts_of_thread", {{"thread", thread}})["code"] == "not_allowed");
    }
}

TEST_CASE("a refusal by the codec names the field and what it may hold") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    const auto empty = client.command("add_post", post_body(thread, " "));
    CHECK(empty["code"] == "empty");
    CHECK(empty["field"] == "text");
    CHECK(empty["allowed"] == "1 to 20000 characters");
    const auto unknown = client.command("add_posts", post_body(thread));
    CHECK(unknown["code"] == "unknown_name");
    CHECK(unknown["field"] == "name");
    CHECK(unknown["allowed"].get<std::string>().find("add_post") != std::string::npos);
    CHECK(client.query("everything", Json::object())["code"] == "unknown_name");
    CHECK(client.command("add_post", {{"thread", thread}, {"text", "x"}, {"html", "<b>"}})["field"] ==
          "html");
}

TEST_CASE("every command refuses an empty body and a strange member without falling over") {
    House house;
    Client client{house, house.cast.facilitator};
    for (const auto& name : house.registry.command_names()) {
        INFO(name);
        CHECK(client.command(name, {{"a_member_that_nobody_knows", 1}})["t"] == "refusal");
    }
    for (const auto& name : house.registry.query_names()) {
        INFO(name);
        CHECK(client.query(name, {{"a_member_that_nobody_knows", 1}})["t"] == "refusal");
    }
}

TEST_CASE("bytes that are no frame are answered, and the conversation goes on") {
    House house;
    Client client{house, house.cast.member};
    for (const std::string& bytes :
         {std::string{}, std::string{"x"}, std::string{"[]"}, std::string{"{}"}, std::string{"\xFF\xFE"},
          std::string(300'000, '['), std::string{R"({"t":"command"})"},
          std::string{R"({"t":"ping","id":1e400})"}}) {
        client.conversation->receive(bytes);
        CHECK(client.next()["t"] == "refusal");
    }
    client.send({{"t", "ping"}, {"id", 7}});
    const auto pong = client.next();
    CHECK(pong["t"] == "pong");
    CHECK(pong["id"] == 7);
}

TEST_CASE("the answer comes after the news that it is about") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    client.follow({StreamKind::series, house.cast.series});
    for (int i = 0; i < 10; ++i) {
        const auto ack = client.command("add_post", post_body(thread));
        REQUIRE(client.passed.size() == 1);
        CHECK(client.passed[0]["seq"] == ack["positions"]["series/" + house.cast.series.str()]);
        client.passed.clear();
    }
}

TEST_CASE("a person's commands happen in the order they were sent") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    for (int i = 0; i < 40; ++i)
        client.send({{"t", "command"},
                     {"id", house.fresh_id().str()},
                     {"name", "add_post"},
                     {"body", post_body(thread, std::to_string(i))}});
    for (int i = 0; i < 40; ++i) CHECK(client.next("ack")["result"]["number"] == i + 2);
    CHECK(house.one<std::string>("SELECT text FROM posts WHERE thread = ? AND number = 41", thread) == "39");
}

TEST_CASE("a secret is shown once: the ack of a resend is without it") {
    House house;
    Client staff{house, house.cast.facilitator};
    const auto id = house.fresh_id().str();
    const Json body{{"person", house.cast.member.str()}, {"collaborative", house.cast.collaborative.str()}};
    const auto first = staff.command("renew_invitation", body, id);
    REQUIRE(first["t"] == "ack");
    const std::string link = first["result"]["link"];
    CHECK(link.size() > 40);
    const auto again = staff.command("renew_invitation", body, id);
    CHECK(again["t"] == "ack");
    CHECK(!again.contains("result"));
    const auto secret = link.substr(link.rfind('/') + 1);
    for (const char* sql : {"SELECT count(*) FROM receipts WHERE instr(outcome, ?)",
                            "SELECT count(*) FROM journal WHERE instr(payload, ?)"})
        CHECK(house.one<int>(sql, secret) == 0);
}

TEST_CASE("answers say where their streams stand, and pages meet without gap or double") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    for (int i = 0; i < 9; ++i) client.command("add_post", post_body(thread));
    std::vector<int> numbers;
    Json body{{"thread", thread}, {"limit", 4}};
    for (;;) {
        const auto page = client.query("posts_of_thread", body);
        REQUIRE(page["t"] == "answer");
        CHECK(page["positions"]["series/" + house.cast.series.str()] ==
              house.head({StreamKind::series, house.cast.series}));
        for (const auto& record : page["records"]) numbers.push_back(record["record"]["number"]);
        if (!page.contains("next")) break;
        body["cursor"] = page["next"];
    }
    std::ranges::sort(numbers);
    CHECK(numbers == std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
}

TEST_CASE("a conversation that has ended hears and says nothing") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    client.send({{"t", "command"},
                 {"id", house.fresh_id().str()},
                 {"name", "add_post"},
                 {"body", post_body(thread)}});
    client.send({{"t", "follow"}, {"stream", "series/" + house.cast.series.str()}});
    client.conversation->end();
    CHECK(client.rest().empty());
    client.send({{"t", "ping"}, {"id", 1}});
    CHECK(client.rest().empty());
    CHECK(posts(house, thread) == 2); // what was taken is done all the same
    CHECK(house.hub.followers({StreamKind::series, house.cast.series}) == 0);
}

TEST_CASE("after stopping, commands and queries are told to try again") {
    House house;
    const auto thread = thread_in_series(house);
    Client client{house, house.cast.member};
    house.commands.stop();
    house.queries.stop();
    CHECK(client.command("add_post", post_body(thread))["code"] == "try_again");
    CHECK(client.query("posts_of_thread", {{"thread", thread}})["code"] == "try_again");
}
