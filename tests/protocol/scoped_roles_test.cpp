// A role in a series, a session or a team: what it opens, and that it ends at once.
#include "protocol/house.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

/// An outsider's state takes no part in the series: nothing of it is theirs but by a role.
class Granting : public House {
  public:
    Json role(const char* role, const char* scope, const Ulid& subject) {
        return {{"collaborative", cast.collaborative.str()},
                {"person", cast.outsider.str()},
                {"role", role},
                {"scope", scope},
                {"subject", subject.str()}};
    }
    Client facilitator{*this, cast.facilitator}, outsider{*this, cast.outsider};
    const Stream series{StreamKind::series, cast.series}, session{StreamKind::meeting, cast.session},
        present{StreamKind::present, cast.session}, hosts{StreamKind::hosts, cast.session},
        team{StreamKind::organisation, cast.state};

    bool follows(const Stream& stream) { return outsider.follow(stream).back()["t"] == "live"; }
    std::string code_of(const char* name, const Json& body) {
        return outsider.command(name, body).value("code", "");
    }
    std::string post() {
        return code_of("start_thread", {{"anchor", "topic"},
                                        {"anchor_id", cast.series.str()},
                                        {"title", "From outside"},
                                        {"text", "Hello"}});
    }
};

} // namespace

TEST_CASE("a partner in one session is in its room, and hears nothing of the series around it") {
    Granting house;
    for (const auto& stream : {house.series, house.session, house.present, house.hosts})
        CHECK(!house.follows(stream));
    REQUIRE(house.facilitator.command("grant_role",
                                      house.role("partner", "meeting", house.cast.session))["t"] == "ack");
    CHECK(house.follows(house.session));
    CHECK(house.follows(house.present));
    CHECK(!house.follows(house.hosts));
    CHECK(!house.follows(house.series));
    CHECK(house.post() == "not_allowed");
    CHECK(house.code_of("open_room", {{"meeting", house.cast.session.str()}}) == "not_allowed");
}

TEST_CASE(
    "a facilitator of a series runs its sessions and edits what is announced; drafts are not shown to them") {
    Granting house;
    const auto draft = house.facilitator.command(
        "schedule_meeting",
        {{"collaborative", house.cast.collaborative.str()},
         {"series", house.cast.series.str()},
         {"type", "session"},
         {"title", "Still a draft"},
         {"starts_local", local_date(house.now(), ZoneName{"UTC"}).plus_days(20).str() + "T10:00"},
         {"zone", "America/New_York"},
         {"minutes", 60}})["result"]["meeting"];
    REQUIRE(house.facilitator.command("grant_role",
                                      house.role("facilitator", "series", house.cast.series))["t"] == "ack");
    for (const auto& stream : {house.series, house.session, house.present, house.hosts})
        CHECK(house.follows(stream));
    CHECK(house.post() == "");
    CHECK(house.code_of("open_room", {{"meeting", house.cast.session.str()}}) == "");
    CHECK(!house.follows({StreamKind::meeting, Ulid::parse(draft.get<std::string>()).value()}));
    CHECK(!house.follows({StreamKind::staff, house.cast.collaborative}));
    const auto edit = [&](const std::string& meeting) {
        return house.code_of(
            "edit_meeting",
            {{"meeting", meeting},
             {"revision", house.one<int>("SELECT revision FROM meetings WHERE id = ?", meeting)},
             {"summary", "By the facilitator of the series"}});
    };
    CHECK(edit(house.cast.session.str()) == "");
    CHECK(edit(draft) == "not_allowed");
    CHECK(house.code_of("announce_meeting", {{"meeting", draft}}) == "not_allowed");
    CHECK(house.code_of("create_series", {{"collaborative", house.cast.collaborative.str()},
                                          {"title", "Mine"},
                                          {"description", ""},
                                          {"objectives", Json::array({{{"short_name", "a"}, {"text", "b"}}})},
                                          {"states", Json::array()},
                                          {"starts_on", "2027-01-01"},
                                          {"ends_on", "2027-02-01"}}) == "not_allowed");
}

TEST_CASE(
    "a member of another state's team works on its steps and is in its series, and not on those of others") {
    Granting house;
    Client lead{house, house.cast.lead};
    const auto commit = [&](const OrganisationId& organisation, const PersonId& owner) {
        return house.code_of("commit_step",
                             {{"collaborative", house.cast.collaborative.str()},
                              {"organisation", organisation.str()},
                              {"owner", owner.str()},
                              {"title", "Coach the coaches"},
                              {"measure", "All of them"},
                              {"due_on", local_date(house.now(), ZoneName{"UTC"}).plus_days(30).str()},
                              {"visibility", "members"}});
    };
    CHECK(!house.follows(house.team));
    CHECK(commit(house.cast.state, house.cast.lead) == "not_allowed");
    REQUIRE(lead.command("grant_role", house.role("state_member", "organisation", house.cast.state))["t"] ==
            "ack");
    CHECK(house.follows(house.team));
    CHECK(house.follows(house.series));
    CHECK(house.follows(house.present));
    CHECK(house.post() == "");
    CHECK(commit(house.cast.state, house.cast.lead) == "");
    CHECK(commit(house.cast.other_state, house.cast.other_lead) == "not_allowed");
    CHECK(house.code_of("grant_role", house.role("state_member", "organisation", house.cast.state)) ==
          "not_allowed");

    // What the team is worth depends on its own membership.
    Client administrator{house, house.cast.administrator};
    REQUIRE(administrator.command("suspend_member", {{"organisation", house.cast.state.str()},
                                                     {"withdrawn", false}})["t"] == "ack");
    std::set<std::string> over;
    for (const auto& frame : house.outsider.rest())
        if (frame["t"] == "unfollowed") over.insert(frame["stream"].get<std::string>());
    CHECK(over == std::set<std::string>{house.team.name(), house.series.name(), house.present.name()});
}

TEST_CASE("a role that is ended is over on open connections, before anything later is heard") {
    Granting house;
    const auto role = house.role("facilitator", "series", house.cast.series);
    REQUIRE(house.facilitator.command("grant_role", role)["t"] == "ack");
    for (const auto& stream : {house.series, house.session, house.hosts}) REQUIRE(house.follows(stream));
    house.outsider.rest();
    house.facilitator.send(
        {{"t", "command"}, {"id", house.fresh_id().str()}, {"name", "end_role"}, {"body", role}});
    house.facilitator.send({{"t", "command"},
                            {"id", house.fresh_id().str()},
                            {"name", "start_thread"},
                            {"body",
                             {{"anchor", "topic"},
                              {"anchor_id", house.cast.series.str()},
                              {"title", "Not for you"},
                              {"text", "Secret"}}}});
    std::set<std::string> over;
    for (const auto& frame : house.outsider.rest()) {
        if (frame["t"] == "unfollowed") over.insert(frame["stream"].get<std::string>());
        CHECK(frame.dump().find("Secret") == std::string::npos);
    }
    CHECK(over == std::set<std::string>{house.series.name(), house.session.name(), house.hosts.name()});
    CHECK(house.post() == "not_allowed");
}

TEST_CASE(
    "a role that was given for a time ends by itself after its last day, and who leaves has none left") {
    Granting house;
    auto role = house.role("partner", "series", house.cast.series);
    const auto last_day = local_date(house.now(), convener_zone()).plus_days(3);
    role["until"] = last_day.str();
    REQUIRE(house.facilitator.command("grant_role", role)["t"] == "ack");
    const auto due = house.one<std::int64_t>("SELECT at FROM due_items WHERE kind = 'end_due_role'");
    CHECK(clock_text({due}, convener_zone()).starts_with("12:00 AM"));
    CHECK(local_date({due}, convener_zone()) == last_day.plus_days(1));
    REQUIRE(house.follows(house.series));
    const auto grant = house.one<std::string>("SELECT id FROM scoped_role_grants");
    house.by_system("end_due_role", {{"grant", grant}});
    CHECK(house.outsider.next("unfollowed")["stream"] == house.series.name());

    role.erase("until");
    role["person"] = house.cast.member.str();
    REQUIRE(house.facilitator.command("grant_role", role)["t"] == "ack");
    Client administrator{house, house.cast.administrator};
    const auto pack = administrator.query(
        "hand_over_pack", {{"person", house.cast.member.str()},
                           {"collaborative", house.cast.collaborative.str()}})["body"]["roles"];
    CHECK(pack[0]["role"] == "partner");
    CHECK(pack[0]["title"] ==
          house.one<std::string>("SELECT title FROM series WHERE id = ?", house.cast.series));
    REQUIRE(administrator.command("retire_person", {{"person", house.cast.member.str()},
                                                    {"collaborative", house.cast.collaborative.str()},
                                                    {"successor", house.cast.lead.str()}})["t"] == "ack");
    CHECK(house.one<int>("SELECT count(*) FROM scoped_role_grants WHERE ended_at IS NULL") == 0);
    CHECK(house.one<int>("SELECT count(*) FROM scoped_role_grants WHERE ended_by = ?",
                         house.cast.administrator) == 1);
}

TEST_CASE("a role of somebody who is suspended is ended too, so that it does not come back with them") {
    Granting house;
    const auto role = house.role("facilitator", "series", house.cast.series);
    REQUIRE(house.facilitator.command("grant_role", role)["t"] == "ack");
    Client administrator{house, house.cast.administrator};
    const Json who{{"person", house.cast.outsider.str()}, {"collaborative", house.cast.collaborative.str()}};
    REQUIRE(administrator.command("suspend_person", who)["t"] == "ack");
    CHECK(house.facilitator.command("grant_role", house.role("partner", "meeting", house.cast.session))
              .value("field", "") == "person");
    CHECK(house.facilitator.command("end_role", role)["t"] == "ack");
    REQUIRE(administrator.command("readmit_person", who)["t"] == "ack");
    Client again{house, house.cast.outsider};
    CHECK(again.follow(house.series).back()["t"] == "unfollowed");
}

TEST_CASE("a facilitator ends no role of a team by calling it one of a session") {
    Granting house;
    Client administrator{house, house.cast.administrator};
    const auto role = house.role("state_member", "organisation", house.cast.state);
    REQUIRE(administrator.command("grant_role", role)["t"] == "ack");
    for (const char* scope : {"meeting", "series"}) {
        auto called = role;
        called["scope"] = scope;
        CHECK(house.facilitator.command("end_role", called)["t"] == "refusal");
    }
    CHECK(house.facilitator.command("end_role", role)["code"] == "not_allowed");
    CHECK(house.one<int>("SELECT count(*) FROM scoped_role_grants WHERE ended_at IS NULL") == 1);
}
