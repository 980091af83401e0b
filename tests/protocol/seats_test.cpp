// One person, one account, seats in two collaboratives: each of them gives and takes its own, and hears
// nothing of the other.
#include "features/mail/mail.hpp"
#include "protocol/two_places.hpp"

#include <random>

using namespace interstate;
using namespace interstate::tests;

TEST_CASE("INV-7 an address that is known elsewhere gets a seat here, and the answer does not tell it from a "
          "new one") {
    Two house;
    const auto before = house.seat_in(house.here);
    const auto fresh = house.added_there("New Body, new@body.example, Elsewhere, partner");
    const auto known = house.added_there("Somebody Else, " + house.address() + ", Elsewhere, partner");
    CHECK(known["problem"] == fresh["problem"]);
    CHECK(known["warning"] == fresh["warning"]);
    CHECK(known["link"].get<std::string>().size() == fresh["link"].get<std::string>().size());
    CHECK(known.size() == fresh.size());
    CHECK(house.one<int>("SELECT count(*) FROM seats WHERE person = ?", house.member) == 2);
    // What they have and what they are called is theirs.
    CHECK(house.seat_in(house.here) == before);
    CHECK(house.one<std::string>("SELECT name FROM people WHERE id = ?", house.member) != "Somebody Else");
    CHECK(house.places(house.secret) == std::vector<std::string>{"elsewhere", "sdi"});
    CHECK(house.added_there("Again, " + house.address() + ", Elsewhere, partner")["problem"] != "");
}

TEST_CASE("a link that an administrator of one collaborative was shown opens no other") {
    Two house;
    const auto link = house.added_there("Somebody Else, " + house.address() + ", Elsewhere, partner")["link"]
                          .get<std::string>();
    const auto opens = [&](const std::string& path) {
        return house.ask(house.request("POST", path, {{"origin", "http://localhost:8080"}})).status == 303;
    };
    const auto page = house.ask(house.request("GET", link));
    CHECK(page.status == 200);
    CHECK(page.body.contains("You have a seat in Elsewhere"));
    CHECK(!opens(link));
    const auto renewed = house.does(house.administering_there, "renew_invitation",
                                    house.of(house.member, house.there.collaborative));
    REQUIRE(renewed.status == 200);
    CHECK(!opens(Json::parse(renewed.body)["result"]["link"].get<std::string>()));
    // One who is only there is signed in by it; and is not by one that was shown before they were here too.
    const auto only = house.added_there("New Body, new@body.example, Elsewhere, partner");
    const auto administrator_here = house.does(
        house.administering, "add_people",
        {{"collaborative", house.here.str()}, {"lines", "New Body, new@body.example, CCSSO, partner"}});
    REQUIRE(administrator_here.status == 200);
    CHECK(!opens(only["link"].get<std::string>()));
    const auto alone = house.added_there("Other, other@body.example, Elsewhere, partner");
    CHECK(opens(alone["link"].get<std::string>()));
}

TEST_CASE(
    "a link that was shown while its reader had no other seat opens none that comes afterwards, and nor does "
    "what it opened") {
    Two house;
    house.sits_in_both();
    const auto opened_by = [&](const std::string& path) {
        const auto answer = house.ask(house.request("POST", path, {{"origin", "http://localhost:8080"}}));
        return answer.status == 303;
    };
    const auto renewed = [&] {
        const auto answer = house.does(house.administering_there, "renew_invitation",
                                       house.of(house.member, house.there.collaborative));
        REQUIRE(answer.status == 200);
        return Json::parse(answer.body)["result"]["link"].get<std::string>();
    };
    const auto suspends_here = [&](const char* command) {
        return house.does(house.administering, command, house.of(house.member, house.here)).status == 200;
    };
    REQUIRE(suspends_here("suspend_person"));
    const auto unused = renewed();
    REQUIRE(suspends_here("readmit_person"));
    CHECK(!opened_by(unused));

    REQUIRE(suspends_here("suspend_person"));
    CHECK(opened_by(renewed()));
    const auto others = house.sign_in(house.member);
    REQUIRE(house.is_in(others));
    REQUIRE(suspends_here("readmit_person"));
    CHECK(!house.is_in(others));
    const auto own = house.sign_in(house.member); // by a code, say
    REQUIRE(suspends_here("suspend_person"));
    REQUIRE(suspends_here("readmit_person"));
    CHECK(house.is_in(own)); // it is said once
}

TEST_CASE("nothing of the sessions of another collaborative is told by what somebody can see") {
    Two house;
    house.sits_in_both();
    const auto meeting =
        house.one<MeetingId>("SELECT id FROM meetings WHERE collaborative = ? AND series IS NOT NULL"
                             " AND announced_at IS NOT NULL LIMIT 1",
                             house.here);
    REQUIRE(house
                .does(house.administering, "grant_role",
                      {{"collaborative", house.here.str()},
                       {"person", house.member.str()},
                       {"role", "partner"},
                       {"scope", "meeting"},
                       {"subject", meeting.str()}})
                .status == 200);
    const auto asked = [&](const std::string& cookie, const CollaborativeId& collaborative) {
        auto request = house.request("GET", "/api/queries/access_of_person", house.as(cookie));
        request.query = {{"collaborative", collaborative.str()}, {"person", house.member.str()}};
        return house.ask(std::move(request)).body;
    };
    CHECK(asked(house.administering, house.here).contains(meeting.str()));
    const auto there = asked(house.administering_there, house.there.collaborative);
    CHECK(there.contains("\"places\""));
    CHECK(!there.contains(meeting.str()));
}

TEST_CASE("an invitation that one collaborative mailed holds when another mails one too") {
    Two house;
    house.written([&](store::Transaction& tx) {
        identity::make_invitation(tx, house.member, secret_hash("first"), wall_clock(),
                                  {.collaborative = house.here});
    });
    house.sits_in_both();
    house.written([&](store::Transaction& tx) {
        identity::make_invitation(tx, house.member, secret_hash("second"), wall_clock(),
                                  {.collaborative = house.there.collaborative});
    });
    for (const char* secret : {"first", "second"})
        CHECK(house.seen([&](store::Transaction& tx) {
            return identity::peek_invitation(tx, secret_hash(secret), wall_clock());
        }) == house.member);
}

TEST_CASE("suspending in one collaborative ends what is followed of it at once, and nothing of the other") {
    Two house;
    house.sits_in_both();
    const auto connection = house.open(house.as(house.secret));
    REQUIRE(connection);
    const auto follow = [&](const CollaborativeId& collaborative) {
        const auto stream = "extended/" + collaborative.str();
        (*connection)->receive(Json{{"t", "follow"}, {"stream", stream}}.dump());
        for (;;)
            if (const auto frame = house.next(**connection);
                frame["t"] == "live" && frame["stream"] == stream)
                return stream;
    };
    const auto stream_here = follow(house.here), stream_there = follow(house.there.collaborative);
    REQUIRE(house
                .does(house.administering_there, "suspend_person",
                      house.of(house.member, house.there.collaborative))
                .status == 200);
    for (;;) {
        const auto frame = house.next(**connection);
        if (frame["t"] != "unfollowed") continue;
        CHECK(frame["stream"] == stream_there);
        break;
    }
    CHECK(!(*connection)->outbox().closing());
    CHECK(house.places(house.secret) == std::vector<std::string>{"sdi"});
    CHECK(house.sees(house.here));
    // The last one ends the account.
    REQUIRE(house.does(house.administering, "suspend_person", house.of(house.member, house.here)).status ==
            200);
    CHECK((*connection)->outbox().closed_with() == live::CloseCode::not_welcome);
    CHECK(!house.is_in(house.secret));
    // Whoever gives back gives back their own.
    REQUIRE(house.does(house.administering, "readmit_person", house.of(house.member, house.here)).status ==
            200);
    const auto anew = house.sign_in(house.member);
    CHECK(house.places(anew) == std::vector<std::string>{"sdi"});
    REQUIRE(house
                .does(house.administering_there, "readmit_person",
                      house.of(house.member, house.there.collaborative))
                .status == 200);
    CHECK(house.places(anew) == std::vector<std::string>{"elsewhere", "sdi"});
    house.server.closed(*connection);
}

TEST_CASE("an account that the operator ended comes back to the seat of who gives it back, and to no other") {
    Two house;
    house.sits_in_both();
    house.written(
        [&](store::Transaction& tx) { tx.run("UPDATE people SET active = 0 WHERE id = ?", house.member); });
    CHECK(!house.is_in(house.secret));
    REQUIRE(house
                .does(house.administering_there, "readmit_person",
                      house.of(house.member, house.there.collaborative))
                .status == 200);
    CHECK(house.places(house.sign_in(house.member)) == std::vector<std::string>{"elsewhere"});
    CHECK(!house.sees(house.here));
}

TEST_CASE("a sign-in leads to where somebody was last") {
    Two house;
    house.sits_in_both();
    const auto lands = [&] {
        const auto answer =
            house.ask(house.request("POST", "/sign-in/demonstration", {{"origin", "http://localhost:8080"}},
                                    "person=" + house.member.str()));
        return answer.headers;
    };
    const auto has = [&](const std::string& path) {
        for (const auto& [name, value] : lands())
            if (name == "Location") return value == path;
        return false;
    };
    const auto visits = [&](const CollaborativeId& where) {
        CHECK(house.does(house.secret, "mark_visit", {{"collaborative", where.str()}}).status == 200);
    };
    CHECK(has("/elsewhere")); // the seat is new
    house.ahead += Millis{5000};
    visits(house.here);
    CHECK(has("/sdi"));
    house.ahead += Millis{5000};
    visits(house.there.collaborative);
    CHECK(has("/elsewhere"));
}

TEST_CASE("terms of one collaborative hold up nothing in the other") {
    Two house;
    house.sits_in_both();
    REQUIRE(house
                .does(house.administering_there, "publish_terms",
                      {{"collaborative", house.there.collaborative.str()},
                       {"after", 0},
                       {"text", "Be kind."},
                       {"changes", ""}})
                .status == 200);
    const auto topic = [&](const CollaborativeId& where) {
        return house.code_of(
            house.does(house.secret, "start_thread",
                       {{"anchor", "topic"}, {"anchor_id", where.str()}, {"title", "T"}, {"text", "Words"}}));
    };
    CHECK(topic(house.here).empty());
    CHECK(topic(house.there.collaborative) == "terms_not_accepted");
    CHECK(house.does(house.secret, "edit_profile", {{"bio", "Mine."}}).status == 200);
    CHECK(house
              .does(house.secret, "accept_terms",
                    {{"collaborative", house.there.collaborative.str()}, {"version", 1}})
              .status == 200);
    CHECK(topic(house.there.collaborative).empty());
}

TEST_CASE("what is done to somebody in one collaborative stands in the audit of that one only") {
    Two house;
    house.sits_in_both();
    house.does(house.administering_there, "suspend_person",
               house.of(house.member, house.there.collaborative));
    house.does(house.administering, "suspend_person", house.of(house.member, house.here));
    for (const auto& where : {house.here, house.there.collaborative})
        CHECK(house.one<int>("SELECT count(*) FROM audit WHERE verb = 'suspend_person' AND collaborative = ?",
                             where) == 1);
    // What is told of them in it is what they are there.
    CHECK(house.one<int>("SELECT count(*) FROM audit a JOIN audit_bodies b ON b.seq = a.seq"
                         " WHERE a.verb = 'suspend_person' AND a.collaborative = ? AND (instr(b.after, ?) > 0"
                         " OR instr(b.before, ?) > 0)",
                         house.there.collaborative, house.here, house.here) == 0);
}

TEST_CASE("mail of one collaborative is withheld by leaving it, and by nothing in the other") {
    Two house;
    house.sits_in_both();
    const auto of_here = house.one<OrganisationId>(
        "SELECT organisation FROM seats WHERE person = ? AND collaborative = ?", house.member, house.here);
    const auto reads = [&](mail::Purpose purpose, const Ulid& about) {
        return house.seen(
            [&](store::Transaction& tx) { return mail::may_read(tx, house.member, purpose, about); });
    };
    CHECK(reads(mail::Purpose::invitation, house.there.organisation));
    CHECK(reads(mail::Purpose::invitation, of_here));
    REQUIRE(house
                .does(house.administering_there, "retire_person",
                      house.of(house.member, house.there.collaborative))
                .status == 200);
    CHECK(!reads(mail::Purpose::invitation, house.there.organisation));
    CHECK(reads(mail::Purpose::invitation, of_here));
    CHECK(
        reads(mail::Purpose::meeting, house.one<MeetingId>("SELECT id FROM meetings WHERE series IS NULL AND"
                                                           " state = 'announced' UNION ALL SELECT m.id FROM"
                                                           " meetings m JOIN participations p ON p.series ="
                                                           " m.series WHERE p.organisation = ? AND m.state ="
                                                           " 'announced' LIMIT 1",
                                                           of_here)));
}

TEST_CASE("who left one collaborative is erased only when they have left for good") {
    Two house;
    house.sits_in_both();
    REQUIRE(house
                .does(house.administering_there, "retire_person",
                      house.of(house.member, house.there.collaborative))
                .status == 200);
    CHECK(house.is_in(house.secret));
    auto erases = house.of(house.member, house.there.collaborative);
    erases["confirmation"] = house.one<std::string>("SELECT name FROM people WHERE id = ?", house.member);
    CHECK(house.code_of(house.does(house.administering_there, "erase_person", erases)) == "not_former");
    CHECK(house.one<std::string>("SELECT address FROM people WHERE id = ?", house.member) != "erased");
}

TEST_CASE("INV-5 whatever two administrators do to somebody who sits with both, neither touches or hears the "
          "other's") {
    Two house;
    std::mt19937 chance{20261123};
    const std::array wheres{house.here, house.there.collaborative};
    const std::array cookies{house.administering, house.administering_there};
    const auto heads_of = [&](const CollaborativeId& where) {
        return house.one<std::string>(
            "SELECT group_concat(name || ' ' || head) FROM (SELECT name, head FROM streams WHERE name IN"
            " ('extended/' || ?1, 'collaborative/' || ?1, 'staff/' || ?1) OR name IN"
            " (SELECT 'organisation/' || id FROM organisations WHERE collaborative = ?1) OR name IN"
            " (SELECT 'series/' || id FROM series WHERE collaborative = ?1) ORDER BY name)"
            " UNION ALL SELECT '' LIMIT 1",
            where);
    };
    const auto audit_of = [&](const CollaborativeId& where) {
        return house.one<int>("SELECT count(*) FROM audit WHERE collaborative = ?", where);
    };
    const auto name =
        house.one<std::string>("SELECT name || ' ' || address FROM people WHERE id = ?", house.member);
    const auto address = house.address();
    house.sits_in_both();
    int done = 0;
    for (int i = 0; i < 120; ++i) {
        const auto one = chance() % 2, other = 1 - one;
        const auto seat = house.seat_in(wheres[other]), heads = heads_of(wheres[other]);
        const auto rows = audit_of(wheres[other]);
        const bool saw = house.sees(wheres[other]);
        const auto who = house.of(house.member, wheres[one]);
        std::string command;
        Json body = who;
        switch (chance() % 6) {
        case 0:
            command = "suspend_person";
            break;
        case 1:
            command = "readmit_person";
            break;
        case 2:
            command = "retire_person";
            // Whoever holds something is handed over; here it is enough that it may be refused.
            break;
        case 3:
            command = "name_contact";
            break;
        case 4:
            command = "renew_invitation";
            break;
        default:
            command = "add_people";
            body = {
                {"collaborative", wheres[one].str()},
                {"lines", "Renamed, " + address + (one == 0 ? ", CCSSO, partner" : ", Elsewhere, partner")}};
        }
        INFO(i << " " << command << " in " << one);
        const auto answer = house.does(cookies[one], command, body);
        if (answer.status == 200) ++done;
        CHECK(house.seat_in(wheres[other]) == seat);
        CHECK(heads_of(wheres[other]) == heads);
        CHECK(audit_of(wheres[other]) == rows);
        CHECK(house.sees(wheres[other]) == saw);
        CHECK(house.one<std::string>("SELECT name || ' ' || address FROM people WHERE id = ?",
                                     house.member) == name);
        CHECK(house.one<bool>("SELECT active FROM people WHERE id = ?", house.member) ==
              (house.one<bool>("SELECT EXISTS (SELECT 1 FROM seats WHERE person = ?"
                               " AND left_at IS NULL AND suspended_at IS NULL)",
                               house.member)));
    }
    CHECK(done > 30);
}
