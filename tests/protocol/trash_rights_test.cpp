// What lies in the trash is for those who saw it; what comes back finds its place, or says what is in the
// way.
#include "base/secret.hpp"
#include "protocol/house.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

class Rights {
  public:
    Json objective(const std::string& name) { return {{"short_name", name}, {"text", name + " first"}}; }
    std::string code_of(const OrganisationId& state) {
        return house.one<std::string>("SELECT code FROM organisations WHERE id = ?", state);
    }
    std::string make_series(const std::vector<OrganisationId>& states) {
        Json codes = Json::array();
        for (const auto& state : states) codes.push_back(code_of(state));
        return facilitator.command("create_series", {{"collaborative", house.cast.collaborative.str()},
                                                     {"title", "Attendance"},
                                                     {"description", ""},
                                                     {"objectives", {objective("One")}},
                                                     {"states", codes},
                                                     {"starts_on", "2026-09-01"},
                                                     {"ends_on", "2027-06-30"}})["result"]["series"];
    }
    std::string make_meeting(const std::string& series) {
        return facilitator.command("schedule_meeting", {{"collaborative", house.cast.collaborative.str()},
                                                        {"series", series},
                                                        {"type", "session"},
                                                        {"title", "A session"},
                                                        {"starts_local", "2027-03-01T14:00"},
                                                        {"zone", "America/New_York"},
                                                        {"minutes", 90}})["result"]["meeting"];
    }
    Json with_states(const std::string& series, const std::vector<OrganisationId>& states,
                     const std::vector<std::string>& aims = {"One"}) {
        Json body{{"series", series},
                  {"revision", house.one<int>("SELECT revision FROM series WHERE id = ?", series)},
                  {"title", "Attendance"},
                  {"description", ""},
                  {"objectives", Json::array()},
                  {"states", Json::array()},
                  {"starts_on", "2026-09-01"},
                  {"ends_on", "2027-06-30"}};
        for (const auto& state : states) body["states"].push_back(code_of(state));
        for (const auto& aim : aims) body["objectives"].push_back(objective(aim));
        return facilitator.command("edit_series", body);
    }
    std::string removed(const char* kind) {
        return house.one<std::string>("SELECT id FROM trash WHERE kind = ?", std::string_view{kind});
    }
    Json restore(Client& client, const std::string& item) {
        return client.command("restore_from_trash", {{"item", item}});
    }
    std::set<std::string> listed(Client& client) {
        std::set<std::string> items;
        for (const auto& one :
             client.query("trash", {{"collaborative", house.cast.collaborative.str()}})["body"]["items"])
            items.insert(one["item"].get<std::string>());
        return items;
    }
    int ordinal_of(const std::string& meeting) {
        return house.one<int>("SELECT ordinal FROM meetings WHERE id = ?", meeting);
    }

    House house;
    Client facilitator{house, house.cast.facilitator}, member{house, house.cast.member},
        other_lead{house, house.cast.other_lead}, partner{house, house.cast.partner},
        outsider{house, house.cast.outsider};
};

} // namespace

TEST_CASE("INV-37 a state that is put back into a series sees all of it again, and what it wrote holds") {
    Rights r;
    const auto series = r.make_series({r.house.cast.state, r.house.cast.other_state});
    CHECK(r.facilitator.command("publish_series", {{"series", series}})["t"] == "ack");
    const std::string thread =
        r.member.command("start_thread", {{"anchor", "topic"},
                                          {"anchor_id", series},
                                          {"title", "T"},
                                          {"text", "What we tried"}})["result"]["thread"];
    const auto read = [&](Client& client) {
        const auto answer = client.query("posts_of_thread", {{"thread", thread}});
        return answer["t"] == "refusal" ? "nothing"
                                        : answer["records"][0]["record"]["text"].get<std::string>();
    };
    CHECK(read(r.member) == "What we tried");
    CHECK(r.with_states(series, {r.house.cast.other_state})["t"] == "ack");
    CHECK(read(r.member) == "nothing");
    CHECK(read(r.other_lead) == "What we tried"); // it never went for the others
    const auto place = r.removed("participation");
    CHECK(r.listed(r.facilitator).contains(place));
    for (auto* client : {&r.member, &r.partner, &r.outsider}) {
        CHECK(r.listed(*client).empty());
        CHECK(r.restore(*client, place)["code"] == "not_allowed");
    }
    CHECK(r.restore(r.facilitator, place)["t"] == "ack");
    CHECK(read(r.member) == "What we tried");
    CHECK(r.member.command("add_post", {{"thread", thread}, {"text", "And again"}})["t"] == "ack");
    CHECK(r.restore(r.facilitator, place)["code"] == "not_allowed"); // it lies there no more
}

TEST_CASE("INV-37 what is there again is not put back a second time, and nothing is overwritten") {
    Rights r;
    const auto& cast = r.house.cast;
    const auto series = r.make_series({cast.state, cast.other_state});
    CHECK(r.with_states(series, {cast.other_state})["t"] == "ack");
    const auto place = r.removed("participation");
    CHECK(r.with_states(series, {cast.state, cast.other_state})["t"] == "ack");
    CHECK(r.restore(r.facilitator, place)["code"] == "there_already");
    CHECK(r.house.one<int>("SELECT count(*) FROM participations WHERE series = ?", series) == 2);
    CHECK(r.with_states(series, {cast.other_state})["t"] == "ack");
    CHECK(r.restore(r.facilitator, place)["t"] == "ack");
}

TEST_CASE(
    "INV-37 an address stays with its series in the trash, and a number that is given away is not taken "
    "back") {
    Rights r;
    const auto series = r.make_series({r.house.cast.state});
    CHECK(r.facilitator.command("discard_series", {{"series", series}})["t"] == "ack");
    const auto other = r.make_series({r.house.cast.state});
    CHECK(r.restore(r.facilitator, series)["t"] == "ack");
    const auto slug = [&](const std::string& id) {
        return r.house.one<std::string>("SELECT slug FROM series WHERE id = ?", id);
    };
    CHECK(slug(series) == "attendance");
    CHECK(slug(other) == "attendance-2");

    const auto first = r.make_meeting(series), second = r.make_meeting(series);
    CHECK(r.facilitator.command("discard_meeting", {{"meeting", first}})["t"] == "ack");
    CHECK(r.restore(r.facilitator, first)["t"] == "ack");
    CHECK(r.ordinal_of(first) == 1);
    CHECK(r.facilitator.command("discard_meeting", {{"meeting", second}})["t"] == "ack");
    const auto third = r.make_meeting(series);
    CHECK(r.ordinal_of(third) == 2);
    CHECK(r.restore(r.facilitator, second)["t"] == "ack");
    CHECK(r.ordinal_of(second) == 3);
}

TEST_CASE("INV-37 what was written about a draft is read by nobody while that lies in the trash") {
    Rights r;
    const auto series = r.make_series({r.house.cast.state}), meeting = r.make_meeting(series);
    for (const auto& [anchor, id] : {std::pair{"topic", series}, std::pair{"meeting", meeting}})
        CHECK(r.facilitator.command("start_thread", {{"anchor", anchor},
                                                     {"anchor_id", id},
                                                     {"title", "Unheard of"},
                                                     {"text", "Among us"}})["t"] == "ack");
    const auto readable = [&] {
        int found = 0;
        for (const auto& thread : r.house.seen([&](store::Transaction& tx) {
                 return tx.rows<Ulid>("SELECT id FROM threads WHERE title = 'Unheard of' ORDER BY id");
             }))
            found += r.facilitator.query("posts_of_thread", {{"thread", thread.str()}})["t"] != "refusal";
        const auto list = r.facilitator.query(
            "threads", {{"collaborative", r.house.cast.collaborative.str()}, {"text", "Unheard of"}});
        CHECK(static_cast<int>(list["records"].size()) == found);
        return found;
    };
    CHECK(readable() == 2);
    CHECK(r.facilitator.command("discard_series", {{"series", series}})["t"] == "ack");
    CHECK(readable() == 0);
    CHECK(r.facilitator.follow({StreamKind::meeting, Ulid::parse(meeting).value()}).back()["t"] ==
          "unfollowed");
    CHECK(r.restore(r.facilitator, series)["t"] == "ack");
    CHECK(readable() == 2);
    CHECK(r.facilitator.follow({StreamKind::meeting, Ulid::parse(meeting).value()}).back()["t"] == "live");
}

TEST_CASE(
    "INV-37 a tie that went because a step was narrowed is named to nobody who does not see both steps") {
    Rights r;
    const auto& cast = r.house.cast;
    const auto commit = [&](Client& client, const OrganisationId& state, const PersonId& owner) {
        return client
            .command("commit_step",
                     {{"collaborative", cast.collaborative.str()},
                      {"series", cast.series.str()},
                      {"organisation", state.str()},
                      {"owner", owner.str()},
                      {"title", "Send the survey"},
                      {"measure", "Three answer"},
                      {"due_on",
                       local_date(r.house.now(), ZoneName{"UTC"}).plus_days(20).str()}})["result"]["step"]
            .get<std::string>();
    };
    const auto ours = commit(r.member, cast.state, cast.member),
               theirs = commit(r.other_lead, cast.other_state, cast.other_lead);
    const auto show = [&](Client& client, const std::string& step, const char* whom) {
        return client.command(
            "edit_step",
            {{"step", step},
             {"revision", r.house.one<int>("SELECT revision FROM action_steps WHERE id = ?", step)},
             {"visibility", whom}});
    };
    const std::string link =
        r.member.command("link_steps", {{"from", ours}, {"to", theirs}, {"type", "joint"}})["result"]["link"];
    for (auto* step : {&ours, &theirs})
        CHECK(show(step == &ours ? r.member : r.other_lead, *step, "organisation")["t"] == "ack");
    CHECK(r.removed("step_link") == link);
    for (auto* client : {&r.member, &r.other_lead, &r.facilitator}) {
        CHECK(!r.listed(*client).contains(link));
        CHECK(r.restore(*client, link)["code"] == "not_allowed");
    }
    CHECK(show(r.other_lead, theirs, "series")["t"] == "ack");
    CHECK(r.listed(r.member).contains(link));
    CHECK(!r.listed(r.other_lead).contains(link));
    CHECK(r.restore(r.member, link)["t"] == "ack");
    CHECK(show(r.member, ours, "series")["t"] == "ack");
}

TEST_CASE("INV-37 a facilitator of one series puts back what went from it, and nothing of another") {
    Rights r;
    const auto& cast = r.house.cast;
    const auto theirs = r.make_series({cast.state, cast.other_state});
    const auto other = r.make_series({cast.state, cast.other_state});
    for (const auto& series : {theirs, other}) {
        CHECK(r.facilitator.command("publish_series", {{"series", series}})["t"] == "ack");
        CHECK(r.with_states(series, {cast.other_state})["t"] == "ack");
    }
    const auto place_in = [&](const std::string& series) {
        return r.house.one<std::string>("SELECT id FROM trash WHERE kind = 'participation' AND part_of = ?",
                                        series);
    };
    const auto place = place_in(theirs), elsewhere = place_in(other);
    CHECK(r.restore(r.outsider, place)["code"] == "not_allowed");
    REQUIRE(r.facilitator.command("grant_role", {{"collaborative", cast.collaborative.str()},
                                                 {"person", cast.outsider.str()},
                                                 {"role", "facilitator"},
                                                 {"scope", "series"},
                                                 {"subject", theirs}})["t"] == "ack");
    CHECK(r.listed(r.outsider) == std::set{place});
    CHECK(r.restore(r.outsider, elsewhere)["code"] == "not_allowed");
    CHECK(r.restore(r.outsider, place)["t"] == "ack");
    CHECK(r.listed(r.outsider).empty());
}

TEST_CASE("who works in the team of a state goes from a series with it at once, and comes back with it") {
    Rights r;
    const auto& cast = r.house.cast;
    Client administrator{r.house, cast.administrator};
    const auto series = r.make_series({cast.state, cast.other_state});
    CHECK(r.facilitator.command("publish_series", {{"series", series}})["t"] == "ack");
    REQUIRE(administrator.command("grant_role", {{"collaborative", cast.collaborative.str()},
                                                 {"person", cast.outsider.str()},
                                                 {"role", "state_member"},
                                                 {"scope", "organisation"},
                                                 {"subject", cast.state.str()}})["t"] == "ack");
    const Stream stream{StreamKind::series, *Ulid::parse(series)}, own{StreamKind::person, cast.outsider};
    const auto is_mine = [&] {
        Client again{r.house, cast.outsider};
        return Json(again.follow(own)).dump().contains(series);
    };
    const auto is_said_to_be_seen = [&] {
        const auto answer =
            administrator.query("access_of_person", {{"collaborative", cast.collaborative.str()},
                                                     {"person", cast.outsider.str()}})["body"];
        for (const auto& place : answer["places"])
            if (place["subject"] == series) return place["seen"].get<bool>();
        return false;
    };
    REQUIRE(r.outsider.follow(stream).back()["t"] == "live");
    CHECK(is_mine());
    CHECK(is_said_to_be_seen());
    CHECK(r.with_states(series, {cast.other_state})["t"] == "ack");
    CHECK(r.outsider.next("unfollowed")["stream"] == stream.name());
    CHECK_FALSE(is_mine());
    CHECK_FALSE(is_said_to_be_seen());
    r.outsider.follow(own);
    CHECK(r.restore(r.facilitator, r.removed("participation"))["t"] == "ack");
    CHECK(r.outsider.next("event")["stream"] == own.name()); // their standing, without having asked
    CHECK(r.outsider.follow(stream).back()["t"] == "live");
}

TEST_CASE(
    "INV-37 a session that is put back works towards no objective that its series has left out meanwhile") {
    Rights r;
    const auto& cast = r.house.cast;
    const auto series = r.make_series({cast.state, cast.other_state});
    CHECK(r.with_states(series, {cast.state, cast.other_state}, {"One", "Another"})["t"] == "ack");
    const auto objective =
        r.house.one<std::string>("SELECT id FROM objectives WHERE series = ? AND ordinal = 2", series);
    const auto meeting = r.make_meeting(series);
    REQUIRE(
        r.facilitator.command("edit_meeting", {{"meeting", meeting},
                                               {"revision", r.house.one<int>("SELECT revision FROM meetings"
                                                                             " WHERE id = ?",
                                                                             meeting)},
                                               {"objectives", {objective}}})["t"] == "ack");
    REQUIRE(r.facilitator.command("discard_meeting", {{"meeting", meeting}})["t"] == "ack");
    CHECK(r.with_states(series, {cast.state, cast.other_state})["t"] == "ack");
    REQUIRE(r.house.one<int>("SELECT count(*) FROM objectives WHERE id = ?", objective) == 0);
    CHECK(r.restore(r.facilitator, meeting)["t"] == "ack");
    CHECK_FALSE(r.house.one<std::string>("SELECT objectives FROM meetings WHERE id = ?", meeting)
                    .contains(objective));
}

TEST_CASE("INV-37 what lies in the trash of a part is found behind any number of others") {
    Rights r;
    const auto& cast = r.house.cast;
    const auto theirs = r.make_series({cast.state, cast.other_state});
    CHECK(r.facilitator.command("publish_series", {{"series", theirs}})["t"] == "ack");
    CHECK(r.with_states(theirs, {cast.other_state})["t"] == "ack");
    const auto place = r.removed("participation");
    r.house.written([&](store::Transaction& tx) {
        for (int i = 0; i < 450; ++i)
            tx.run(
                "INSERT INTO trash (id, collaborative, kind, part_of, stream, title, place, text, removed_by,"
                " removed_at) VALUES (?, ?, 'series', NULL, ?, '', '', '', NULL, ?)",
                Ulid::from(r.house.now(), random_bytes()), cast.collaborative,
                Stream{StreamKind::staff, cast.collaborative}, r.house.now());
    });
    REQUIRE(r.facilitator.command("grant_role", {{"collaborative", cast.collaborative.str()},
                                                 {"person", cast.outsider.str()},
                                                 {"role", "facilitator"},
                                                 {"scope", "series"},
                                                 {"subject", theirs}})["t"] == "ack");
    CHECK(r.listed(r.outsider) == std::set{place});
}
