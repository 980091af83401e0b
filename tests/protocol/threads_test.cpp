// Which threads a person finds, those of archived series too; and what becomes of many posts when a step
// moves.
#include "features/permissions/permissions.hpp"
#include "protocol/house.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

std::set<std::string> ids_of(const Json& answer) {
    REQUIRE(answer["t"] == "answer");
    std::set<std::string> ids;
    for (const auto& put : answer["records"]) ids.insert(put["id"].get<std::string>());
    return ids;
}

Json asking(House& house, Json more = Json::object()) {
    more["collaborative"] = house.cast.collaborative.str();
    return more;
}

Json step_of(House& house) {
    return {{"collaborative", house.cast.collaborative.str()},
            {"series", house.cast.series.str()},
            {"organisation", house.cast.state.str()},
            {"owner", house.cast.member.str()},
            {"title", "Send the survey"},
            {"measure", "Three districts answer"},
            {"due_on", local_date(house.now(), ZoneName{"UTC"}).plus_days(20).str()}};
}

} // namespace

TEST_CASE("the topics of an archived series are found and read by who may see the series") {
    House house;
    const auto archived = house.one<ThreadId>(
        "SELECT id FROM threads WHERE current = 0 AND stream LIKE 'series/%' ORDER BY id LIMIT 1");
    const auto series = house.one<Stream>("SELECT stream FROM threads WHERE id = ?", archived);
    const auto title = house.one<std::string>("SELECT title FROM threads WHERE id = ?", archived);
    Client partner{house, house.cast.partner};
    const auto found =
        partner.query("threads", asking(house, {{"archived", true}, {"text", title.substr(0, 12)}}));
    CHECK(ids_of(found).contains(archived.str()));
    CHECK(found["positions"].contains(series.name()));
    CHECK(ids_of(partner.query("threads", asking(house, {{"thread", archived.str()}}))).size() == 1);
    CHECK(!partner.query("posts_of_thread", {{"thread", archived.str()}})["records"].empty());
    // Who may not see the series does not learn that there are any.
    const auto outsider = house.cast.outsider;
    const bool takes_part =
        house.seen([&](store::Transaction& tx) { return permissions::may_follow(tx, outsider, series); });
    REQUIRE(!takes_part);
    Client other{house, outsider};
    const Json its{{"series", series.subject.str()}};
    CHECK(ids_of(other.query("threads", asking(house, its))).empty());
    CHECK(ids_of(other.query("threads", asking(house, {{"thread", archived.str()}}))).empty());
}

TEST_CASE("threads come newest first, in pages, each once") {
    House house;
    Client partner{house, house.cast.partner};
    const auto all = ids_of(partner.query("threads", asking(house, {{"limit", 200}})));
    std::set<std::string> paged;
    auto last = std::numeric_limits<std::int64_t>::max();
    for (Json body = asking(house, {{"limit", 7}});;) {
        const auto page = partner.query("threads", body);
        for (const auto& put : page["records"]) {
            CHECK(paged.insert(put["id"].get<std::string>()).second);
            CHECK(put["record"]["last_at"].get<std::int64_t>() <= last);
            last = put["record"]["last_at"].get<std::int64_t>();
        }
        if (!page.contains("next")) break;
        body["cursor"] = page["next"];
    }
    CHECK(paged == all);
    CHECK(partner.query("threads", asking(house, {{"limit", 0}}))["field"] == "limit");
    CHECK(partner.query("threads", asking(house, {{"cursor", "x"}}))["field"] == "cursor");
}

TEST_CASE("a step with very many posts moves in a small event, and its readers start over") {
    House house;
    Client lead{house, house.cast.lead}, other{house, house.cast.other_lead};
    const std::string id = lead.command("commit_step", step_of(house))["result"]["step"];
    const std::string thread = lead.command("start_thread", {{"anchor", "action_step"},
                                                             {"anchor_id", id},
                                                             {"title", "Much to say"},
                                                             {"text", "One"}})["result"]["thread"];
    house.written([&](store::Transaction& tx) {
        for (int number = 2; number <= 3000; ++number)
            tx.run("INSERT INTO posts (id, thread, number, author, at, reply_to, text, html, renderer,"
                   " edited_at, revision, removed, removed_by)"
                   " VALUES (?, ?, ?, ?, 1, NULL, 'Words', 'Words', 1, NULL, 1, 0, NULL)",
                   Ulid::from({number}, {7}), thread, number, house.cast.lead);
        tx.run("UPDATE threads SET last_number = 3000, posts = 3000 WHERE id = ?", thread);
    });
    const Stream series{StreamKind::series, house.cast.series},
        team{StreamKind::organisation, house.cast.state};
    other.follow(series);
    lead.follow(team);
    REQUIRE(lead.command("edit_step", {{"step", id}, {"revision", 1}, {"visibility", "organisation"}})["t"] ==
            "ack");

    const auto left = other.next("event");
    CHECK(left.dump().size() < 4096);
    CHECK(left["removes"].size() == 3); // the step, its lane, its thread
    const auto snapshot = other.next("snapshot");
    CHECK(snapshot["stream"] == series.name());
    CHECK(snapshot["seq"] >= left["seq"]);
    CHECK(other.next("live")["stream"] == series.name());
    CHECK(other.query("posts_of_thread", {{"thread", thread}})["code"] == "not_allowed");

    CHECK(lead.query("posts_of_thread", {{"thread", thread}, {"limit", 200}})["records"].size() == 200);
    bool moved = false;
    for (const auto& frame : lead.passed)
        if (frame["t"] == "event" && frame["stream"] == team.name()) {
            CHECK(frame["puts"].size() == 3);
            CHECK(frame.dump().size() < 16 * 1024);
            moved = true;
        }
    CHECK(moved);
    // The line goes on: the next event follows the snapshot without a gap.
    lead.command(
        "start_thread",
        {{"anchor", "topic"}, {"anchor_id", house.cast.series.str()}, {"title", "T"}, {"text", "x"}});
    CHECK(other.next("event")["seq"] == snapshot["seq"].get<int>() + 1);
}

TEST_CASE("who was away while a step was narrowed keeps nothing of it, wherever they stopped") {
    House house;
    Client lead{house, house.cast.lead};
    const std::string id = lead.command("commit_step", step_of(house))["result"]["step"];
    const std::string thread = lead.command("start_thread", {{"anchor", "action_step"},
                                                             {"anchor_id", id},
                                                             {"title", "Between us"},
                                                             {"text", "Words"}})["result"]["thread"];
    const Stream series{StreamKind::series, house.cast.series};
    const auto head = [&] {
        return house.seen([&](store::Transaction& tx) { return store::state_of(tx, series).head; });
    };
    const auto epoch = house.seen([](store::Transaction& tx) { return store::epoch(tx); });
    const auto before = head();
    const auto reply =
        lead.command("edit_step", {{"step", id}, {"revision", 1}, {"visibility", "organisation"}});
    REQUIRE(reply["t"] == "ack");
    const std::int64_t told = reply["positions"][series.name()];
    CHECK(told == before + 1);

    for (const auto stopped : {before, told}) {
        Client back{house, house.cast.other_lead};
        CHECK(back.follow(series, epoch, stopped)[0]["t"] == "snapshot");
    }
    Client current{house, house.cast.other_lead};
    CHECK(current.follow(series, epoch, head())[0]["t"] == "live");
}
