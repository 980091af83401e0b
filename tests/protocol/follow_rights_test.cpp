// Who may follow what, and the moment when one no longer may.
#include "protocol/house.hpp"

using namespace interstate;
using namespace interstate::tests;

TEST_CASE("a stream that one may not follow and one that does not exist are answered alike") {
    House house;
    const auto missing = Ulid::from({1}, {1});
    const auto denied = [&](const PersonId& person, const Stream& stream) {
        Client client{house, person};
        const auto frames = client.follow(stream);
        REQUIRE(frames.size() == 1);
        auto frame = frames[0];
        CHECK(frame["stream"] == stream.name());
        frame.erase("stream");
        return frame;
    };
    const auto nothing = denied(house.cast.member, {StreamKind::series, missing});
    CHECK(nothing == Json{{"t", "unfollowed"}, {"reason", "not_allowed"}});
    const auto& cast = house.cast;
    const std::vector<std::pair<PersonId, Stream>> hidden{
        {cast.outsider, {StreamKind::series, cast.series}},
        {cast.outsider, {StreamKind::meeting, cast.session}},
        {cast.outsider, {StreamKind::present, cast.session}},
        {cast.member, {StreamKind::hosts, cast.session}},
        {cast.member, {StreamKind::moderators, cast.series}},
        {cast.member, {StreamKind::staff, cast.collaborative}},
        {cast.observer, {StreamKind::collaborative, cast.collaborative}},
        {cast.member, {StreamKind::organisation, cast.other_state}},
        {cast.facilitator, {StreamKind::organisation, cast.state}},
        {cast.lead, {StreamKind::person, cast.member}},
        {cast.administrator, {StreamKind::person, cast.member}},
    };
    for (const auto& [person, stream] : hidden) {
        INFO(stream.name());
        CHECK(denied(person, stream) == nothing);
        CHECK(denied(person, {stream.kind, missing}) == nothing);
    }
}

TEST_CASE("everybody may follow what is theirs") {
    House house;
    const auto& cast = house.cast;
    const std::vector<std::pair<PersonId, Stream>> open{
        {cast.observer, {StreamKind::extended, cast.collaborative}},
        {cast.observer, {StreamKind::series, cast.series}},
        {cast.partner, {StreamKind::collaborative, cast.collaborative}},
        {cast.member, {StreamKind::series, cast.series}},
        {cast.member, {StreamKind::meeting, cast.session}},
        {cast.member, {StreamKind::organisation, cast.state}},
        {cast.member, {StreamKind::person, cast.member}},
        {cast.facilitator, {StreamKind::hosts, cast.session}},
        {cast.facilitator, {StreamKind::moderators, cast.series}},
        {cast.administrator, {StreamKind::staff, cast.collaborative}},
    };
    for (const auto& [person, stream] : open) {
        INFO(stream.name());
        Client client{house, person};
        CHECK(client.follow(stream).back()["t"] == "live");
    }
}

TEST_CASE("a draft series is hidden from those it is for until it is published") {
    House house;
    Client staff{house, house.cast.facilitator};
    const auto state =
        house.one<std::string>("SELECT code FROM organisations WHERE id = ?", house.cast.state);
    const auto today = local_date(house.now(), ZoneName{"UTC"});
    const std::string id =
        staff.command("create_series", {{"collaborative", house.cast.collaborative.str()},
                                        {"title", "Draft"},
                                        {"description", ""},
                                        {"objectives", Json::array({{{"short_name", "a"}, {"text", "b"}}})},
                                        {"states", Json::array({state})},
                                        {"starts_on", today.str()},
                                        {"ends_on", today.plus_days(9).str()}})["result"]["series"];
    const Stream stream{StreamKind::series, Ulid::parse(id).value()};
    Client member{house, house.cast.member};
    CHECK(member.follow(stream).back()["t"] == "unfollowed");
    CHECK(staff.follow(stream).back()["t"] == "live");
    REQUIRE(staff.command("publish_series", {{"series", id}})["t"] == "ack");
    CHECK(member.follow(stream).back()["t"] == "live");
}

TEST_CASE("who loses a right while following is unfollowed before anything later is heard") {
    House house;
    Client staff{house, house.cast.facilitator}, member{house, house.cast.member},
        other{house, house.cast.other_lead};
    const auto code = [&](const OrganisationId& state) {
        return house.one<std::string>("SELECT code FROM organisations WHERE id = ?", state);
    };
    const auto today = local_date(house.now(), ZoneName{"UTC"});
    Json body{{"title", "S"},
              {"description", ""},
              {"objectives", Json::array({{{"short_name", "a"}, {"text", "b"}}})},
              {"states", {code(house.cast.state), code(house.cast.other_state)}},
              {"starts_on", today.str()},
              {"ends_on", today.plus_days(9).str()}};
    auto creating = body;
    creating["collaborative"] = house.cast.collaborative.str();
    const std::string id = staff.command("create_series", creating)["result"]["series"];
    REQUIRE(staff.command("publish_series", {{"series", id}})["t"] == "ack");
    const Stream stream{StreamKind::series, Ulid::parse(id).value()};
    CHECK(member.follow(stream).back()["t"] == "live");
    CHECK(other.follow(stream).back()["t"] == "live");
    member.rest();

    // The member's state leaves the series, and a thread begins in it: sent together, so one batch may hold
    // both.
    body["series"] = id;
    body["revision"] = house.one<int>("SELECT revision FROM series WHERE id = ?", id);
    body["states"] = Json::array({code(house.cast.other_state)});
    staff.send({{"t", "command"}, {"id", house.fresh_id().str()}, {"name", "edit_series"}, {"body", body}});
    staff.send(
        {{"t", "command"},
         {"id", house.fresh_id().str()},
         {"name", "start_thread"},
         {"body", {{"anchor", "topic"}, {"anchor_id", id}, {"title", "Not for you"}, {"text", "Secret"}}}});
    const auto heard = member.rest();
    bool unfollowed = false;
    for (const auto& frame : heard) {
        if (frame["t"] == "unfollowed" && frame["stream"] == stream.name()) unfollowed = true;
        CHECK(!(frame["t"] == "event" && frame["stream"] == stream.name()));
        CHECK(frame.dump().find("Secret") == std::string::npos);
    }
    CHECK(unfollowed);
    bool told = false;
    for (const auto& frame : other.rest())
        told = told || (frame["t"] == "event" && frame["name"] == "thread_started");
    CHECK(told);
    CHECK(member.follow(stream).back()["t"] == "unfollowed");
}

TEST_CASE("a right that was taken from the tables is noticed by the next check") {
    House house;
    Client member{house, house.cast.member}, tab{house, house.cast.member}, lead{house, house.cast.lead};
    const Stream stream{StreamKind::series, house.cast.series};
    for (auto* client : {&member, &tab, &lead}) client->follow(stream);
    member.follow({StreamKind::person, house.cast.member});
    house.written([&](store::Transaction& tx) {
        tx.run("DELETE FROM role_grants WHERE person = ?", house.cast.member);
    });
    house.commands.check_rights(house.hub.people());
    CHECK(member.next("unfollowed")["stream"] == stream.name());
    CHECK(tab.next("unfollowed")["stream"] == stream.name());
    const auto thread = [&] {
        Client writer{house, house.cast.lead};
        return writer.command(
            "start_thread",
            {{"anchor", "topic"}, {"anchor_id", house.cast.series.str()}, {"title", "T"}, {"text", "x"}});
    }();
    CHECK(thread["t"] == "ack");
    CHECK(member.rest().empty());
    CHECK(lead.rest().size() == 1);
}

TEST_CASE("an inactive person follows nothing, not even their own stream") {
    House house;
    house.written([&](store::Transaction& tx) {
        tx.run("UPDATE people SET active = 0 WHERE id = ?", house.cast.member);
    });
    Client client{house, house.cast.member};
    for (const Stream& stream : {Stream{StreamKind::person, house.cast.member},
                                 Stream{StreamKind::extended, house.cast.collaborative},
                                 Stream{StreamKind::series, house.cast.series}})
        CHECK(client.follow(stream).back()["t"] == "unfollowed");
}
