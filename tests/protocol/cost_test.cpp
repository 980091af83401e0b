// What a post costs does not grow with the thread: 10^3 or 10^5 posts, the database looks at the same few
// rows.
#include "protocol/cost.hpp"
#include "protocol/house.hpp"
#include "store/journal.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

constexpr int small_thread = 1'000;
constexpr int large_thread = 100'000;
/// A tree of 10^5 entries is a level deeper than one of 10^3: a little more is flat.
constexpr double flat = 1.2;

void grow(House& house, const std::string& thread, int from, int to) {
    house.written([&](store::Transaction& tx) {
        IdSource ids{house.now(), {7}};
        for (int number = from + 1; number <= to; ++number)
            tx.run(
                "INSERT INTO posts (id, thread, number, author, at, text, html, renderer, revision, removed)"
                " VALUES (?, ?, ?, ?, ?, 'x', '<p>x</p>', 1, 1, 0)",
                ids.next<struct PostTag>(), thread, number, house.cast.member, house.now());
        tx.run("UPDATE threads SET last_number = ?, posts = ? WHERE id = ?", to, to, thread);
    });
}

template <class Action>
std::int64_t cost(House& house, const char* what, const Action& action) {
    house.settle();
    action(); // statements are prepared, caches warm
    const WorkCount count;
    action();
    house.settle();
    INFO(what << "\n" << count.dearest());
    CHECK(count.scanned() == 0);
    return count.steps();
}

} // namespace

TEST_CASE("the cost of a post, a page of posts, an edit and a reading mark is flat from 10^3 to 10^5 posts") {
    WorkCount::prepare();
    House house;
    Client client{house, house.cast.member};
    const auto ack = client.command(
        "start_thread",
        {{"anchor", "topic"}, {"anchor_id", house.cast.series.str()}, {"title", "T"}, {"text", "First"}});
    const std::string thread = ack["result"]["thread"], post = ack["result"]["post"];
    int revision = 0;

    const auto measured = [&] {
        std::map<std::string, std::int64_t> costs;
        const auto done = [&](const Json& reply) { CHECK((reply["t"] == "ack" || reply["t"] == "answer")); };
        costs["add_post"] = cost(house, "add_post", [&] {
            done(client.command("add_post", {{"thread", thread}, {"text", "One more"}}));
        });
        costs["add_post in answer"] = cost(house, "add_post in answer", [&] {
            done(client.command("add_post", {{"thread", thread}, {"text", "To you"}, {"reply_to", post}}));
        });
        costs["edit_post"] = cost(house, "edit_post", [&] {
            done(client.command("edit_post", {{"post", post}, {"revision", ++revision}, {"text", "Edited"}}));
        });
        costs["mark_read"] = cost(house, "mark_read", [&] {
            const auto number = house.one<int>("SELECT last_number FROM threads WHERE id = ?", thread);
            done(client.command("mark_read", {{"thread", thread}, {"number", number}}));
        });
        costs["first page"] = cost(house, "first page", [&] {
            done(client.query("posts_of_thread", {{"thread", thread}, {"limit", 50}}));
        });
        costs["page in the middle"] = cost(house, "page in the middle", [&] {
            done(client.query("posts_of_thread", {{"thread", thread}, {"limit", 50}, {"from_number", 500}}));
        });
        costs["snapshot of the series"] = cost(
            house, "snapshot of the series", [&] { client.follow({StreamKind::series, house.cast.series}); });
        return costs;
    };
    grow(house, thread, 1, small_thread);
    const auto small = measured();
    grow(house, thread, house.one<int>("SELECT last_number FROM threads WHERE id = ?", thread), large_thread);
    const auto large = measured();
    for (const auto& [what, steps] : small) {
        INFO(what << ": " << steps << " steps at 10^3, " << large.at(what) << " at 10^5");
        CHECK(static_cast<double>(large.at(what)) <= static_cast<double>(steps) * flat);
        CHECK(steps > 0);
    }
}

TEST_CASE("what it costs to come back does not grow with the journal") {
    WorkCount::prepare();
    House house;
    const Stream stream{StreamKind::series, house.cast.series};
    const auto add = [&](int events) {
        house.written([&](store::Transaction& tx) {
            for (int i = 0; i < events; ++i)
                store::append(tx, {stream, "noise"}, Context{.now = house.now()},
                              [](std::int64_t) { return std::string{R"({"t":"event"})"}; });
        });
    };
    Client client{house, house.cast.member};
    const auto epoch = house.seen([](store::Transaction& tx) { return store::epoch(tx); });
    const auto back = [&] {
        house.hub.recent().forget(); // what is known from memory costs nothing that could grow
        client.follow(stream, epoch, house.head(stream) - 20);
    };
    add(1'000);
    const auto small = cost(house, "come back", back);
    add(30'000);
    const auto large = cost(house, "come back", back);
    CHECK(static_cast<double>(large) <= static_cast<double>(small) * flat);
}
