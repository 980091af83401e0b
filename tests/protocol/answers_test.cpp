// Answers to invitations, in the app and from the mail.
#include "features/identity/leaving.hpp"
#include "features/mail/mail.hpp"
#include "protocol/standing.hpp"

#include <array>
#include <random>

using namespace interstate;
using namespace interstate::tests;

namespace {

/// The demonstration: its mail waits in the outbox, so that the links can be read there.
class Answering : public Standing {
  public:
    app::Response does(const PersonId& person, const std::string& name, Json body) {
        return ask(request(
            "POST", "/api/commands/" + name, as(sign_in(person)),
            Json{{"id", Ulid::from(wall_clock() + ahead, random_bytes()).str()}, {"body", std::move(body)}}
                .dump()));
    }
    std::string code_of(const app::Response& response) {
        return response.status == 200 ? "" : Json::parse(response.body).value("code", "?");
    }
    std::string edits(Json what) {
        what["meeting"] = meeting.str();
        what["revision"] = one<int>("SELECT revision FROM meetings WHERE id = ?", meeting);
        return code_of(does(facilitator, "edit_meeting", std::move(what)));
    }
    std::string says(const PersonId& person, const std::string& answer, const Json& more = Json::object()) {
        Json body{{"meeting", meeting.str()}, {"answer", answer}};
        body.update(more);
        return code_of(does(person, "answer_invitation", body));
    }
    std::string said(const PersonId& person) {
        return seen([&](store::Transaction& tx) {
            return tx
                .row<std::string>("SELECT answer || CASE to_confirm WHEN 1 THEN '?' ELSE '' END || ' '"
                                  " || source FROM rsvps WHERE meeting = ? AND person = ?"
                                  " AND ended_at IS NULL",
                                  meeting, person)
                .value_or("");
        });
    }
    /// The paths of the links in the newest mail of this purpose to the person, in their order.
    std::vector<std::string> links(const PersonId& person, const char* purpose = "meeting") {
        const auto text = one<std::string>("SELECT plain FROM mail WHERE person = ? AND purpose = ?"
                                           " ORDER BY id DESC LIMIT 1",
                                           person, std::string_view{purpose});
        std::vector<std::string> paths;
        for (auto at = text.find("/answer/"); at != text.npos; at = text.find("/answer/", at + 1))
            paths.push_back(text.substr(at, text.find('\n', at) - at));
        return paths;
    }
    app::Response presses(const std::string& path, const std::string& form = "") {
        return ask(request("POST", path, {{"origin", "http://localhost:8080"}}, form));
    }
    app::Response looks(const std::string& path, const std::string& method = "GET") {
        return ask(request(method, path));
    }
    int mails(const char* purpose) {
        return one<int>("SELECT count(*) FROM mail WHERE purpose = ?", std::string_view{purpose});
    }

    const Cast cast = [] { return House{}.cast; }();
    MeetingId meeting = cast.session;
    PersonId facilitator = cast.facilitator;
};

/// It moves by an hour, which is mailed, with links.
void move(Answering& house, int hour = 15) {
    const auto zone = house.one<ZoneName>("SELECT zone FROM meetings WHERE id = ?", house.meeting);
    const auto day = local_date(wall_clock() + house.ahead + std::chrono::days{2}, zone);
    CHECK(house.edits({{"starts_local", day.str() + "T" + std::to_string(hour) + ":00"}}).empty());
}

} // namespace

TEST_CASE(
    "an answer is asked again when the time changes, and keeps what was said; a title changes nothing") {
    Answering house;
    CHECK(house.says(house.cast.member, "yes").empty());
    CHECK(house.said(house.cast.member) == "yes app");
    CHECK(house.edits({{"title", "The same without a typo"}}).empty());
    CHECK(house.said(house.cast.member) == "yes app");
    move(house);
    CHECK(house.said(house.cast.member) == "yes? app");
    CHECK(house.says(house.cast.member, "no").empty());
    CHECK(house.said(house.cast.member) == "no app");
}

TEST_CASE("whoever was to come in person is asked again when the place changes, and nobody else") {
    Answering house;
    CHECK(house.says(house.cast.member, "yes", {{"mode", "in_person"}}) == "no_place");
    CHECK(house.edits({{"place", "Washington, D.C."}}).empty());
    CHECK(house.says(house.cast.member, "yes", {{"mode", "in_person"}}).empty());
    CHECK(house.says(house.cast.lead, "yes", {{"mode", "remote"}}).empty());
    CHECK(house.edits({{"place", ""}}).empty());
    CHECK(house.said(house.cast.member) == "yes? app");
    CHECK(house.said(house.cast.lead) == "yes app");
}

TEST_CASE("a lead answers for their people, and sees them; not those of another state") {
    Answering house;
    const Json other{{"person", house.cast.other_lead.str()}}, own{{"person", house.cast.member.str()}};
    CHECK(house.says(house.cast.lead, "maybe", own).empty());
    CHECK(house.says(house.cast.lead, "maybe", other) == "not_allowed");
    CHECK(house.says(house.cast.member, "maybe", {{"person", house.cast.lead.str()}}) == "not_allowed");
    auto asked =
        house.request("GET", "/api/queries/answers_of_meeting", house.as(house.sign_in(house.cast.lead)));
    asked.query = {{"meeting", house.meeting.str()}};
    const auto list = Json::parse(house.ask(asked).body)["body"];
    CHECK(list["may_remind"] == false);
    bool found = false;
    for (const auto& one : list["people"]) {
        CHECK(one["organisation"] == house.cast.state.str());
        if (one["person"] != house.cast.member.str()) continue;
        found = true;
        CHECK(one["answer"] == "maybe");
        CHECK(one["answered_by"] == house.cast.lead.str());
    }
    CHECK(found);
}

TEST_CASE("the silent alone are reminded, and those whose answer is of another time; once in 48 hours") {
    Answering house;
    CHECK(house.says(house.cast.member, "no").empty());
    const Json body{{"meeting", house.meeting.str()}};
    CHECK(house.code_of(house.does(house.cast.lead, "remind_silent", body)) == "not_allowed");
    CHECK(house.does(house.facilitator, "remind_silent", body).status == 200);
    const auto asked = house.mails("answer_wanted");
    CHECK(asked > 10);
    CHECK(house.one<int>("SELECT count(*) FROM mail WHERE purpose = 'answer_wanted' AND person = ?",
                         house.cast.member) == 0);
    CHECK(house.one<int>("SELECT count(DISTINCT person) FROM mail WHERE purpose = 'answer_wanted'") == asked);
    const auto early = house.does(house.facilitator, "remind_silent", body);
    CHECK(house.code_of(early) == "too_early");
    CHECK(Json::parse(early.body)["allowed"].get<std::string>().contains("UTC on"));
    CHECK(house.mails("answer_wanted") == asked);
    house.ahead = std::chrono::hours{49};
    move(house);
    CHECK(house.does(house.facilitator, "remind_silent", body).status == 200);
    CHECK(house.mails("answer_wanted") == 2 * asked + 1);
}

TEST_CASE("INV-34 GET and HEAD change nothing; a link does its deed by POST once, and says so after that") {
    Answering house;
    move(house);
    const auto links = house.links(house.cast.member);
    REQUIRE(links.size() == 3);
    for (int i = 0; i < 5; ++i) {
        const auto page = house.looks(links[0]);
        CHECK(page.status == 200);
        CHECK(page.body.contains("method=\"post\""));
        CHECK(!page.body.contains("<script"));
    }
    for (int i = 0; i < 2; ++i) CHECK(house.looks(links[0], "HEAD").status == 200);
    CHECK(house.said(house.cast.member).empty());
    CHECK(house.one<int>("SELECT count(*) FROM action_links WHERE used_at IS NOT NULL") == 0);

    const auto done = house.presses(links[0]);
    CHECK(done.status == 200);
    CHECK(done.body.contains("You answered “Yes”"));
    for (const auto& [name, value] : done.headers) CHECK(name != "Set-Cookie");
    CHECK(house.said(house.cast.member) == "yes mail_link");
    const auto rows = house.one<int>("SELECT count(*) FROM audit");
    CHECK(house.one<std::string>("SELECT via FROM audit WHERE seq = ?", rows) == "mail_link");
    CHECK(house.one<PersonId>("SELECT actor FROM audit WHERE seq = ?", rows) == house.cast.member);

    const auto again = house.presses(links[0]);
    CHECK(again.status == 200);
    CHECK(again.body.contains("Pressing it again has changed nothing"));
    CHECK(house.one<int>("SELECT count(*) FROM audit") == rows);

    CHECK(house.presses(links[2]).body.contains("You answered “No”"));
    CHECK(house.said(house.cast.member) == "no mail_link");
    const auto since = house.presses(links[0]);
    CHECK(since.body.contains("Since then you said “No”"));
    CHECK(house.said(house.cast.member) == "no mail_link");
}

TEST_CASE("INV-34 through any course of looking and pressing each link does its deed once, the first time") {
    Answering house;
    move(house);
    const auto links = house.links(house.cast.member);
    REQUIRE(links.size() == 3);
    const std::vector<std::string> deeds{"yes mail_link", "maybe mail_link", "no mail_link"};
    std::mt19937 chance{2026};
    std::set<std::size_t> pressed;
    std::string said;
    int rows = house.one<int>("SELECT count(*) FROM audit");
    for (int step = 0; step < 200; ++step) {
        const auto link = chance() % links.size();
        INFO("step " << step << ", link " << link);
        switch (chance() % 4) {
        case 0:
            CHECK(house.looks(links[link]).status == 200);
            break;
        case 1:
            CHECK(house.looks(links[link], "HEAD").status == 200);
            break;
        case 2:
            // The same answer by the app stands, and no link changes it back.
            if (pressed.size() < links.size()) continue;
            CHECK(house.says(house.cast.member, "maybe").empty());
            said = house.said(house.cast.member);
            rows = house.one<int>("SELECT count(*) FROM audit");
            break;
        default:
            CHECK(house.presses(links[link]).status == 200);
            if (pressed.insert(link).second) {
                said = deeds[link];
                ++rows;
            }
        }
        CHECK(house.said(house.cast.member) == said);
        CHECK(house.one<int>("SELECT count(*) FROM audit") == rows);
    }
    CHECK(pressed.size() == links.size());
}

TEST_CASE("a link that is over, forged, or of somebody without access has one page, which tells nothing") {
    Answering house;
    move(house);
    const auto links = house.links(house.cast.member);
    const auto forged = house.looks("/answer/nothing");
    CHECK(forged.status == 410);
    const auto is_over = [&] {
        const auto look = house.looks(links[0]), press = house.presses(links[0]);
        return look.status == 410 && press.status == 410 && look.body == forged.body &&
               press.body == forged.body && house.said(house.cast.member).empty();
    };
    const auto with = [&](const char* change, const char* back, const auto&... values) {
        INFO(change);
        house.written([&](store::Transaction& tx) { tx.run(change, values...); });
        CHECK(is_over());
        house.written([&](store::Transaction& tx) { tx.run(back, values...); });
    };
    with("UPDATE people SET active = 0 WHERE id = ?", "UPDATE people SET active = 1 WHERE id = ?",
         house.cast.member);
    with("UPDATE seats SET suspended_at = 1 WHERE person = ?",
         "UPDATE seats SET suspended_at = NULL WHERE person = ?", house.cast.member);
    with("UPDATE seats SET left_at = 1 WHERE person = ?", "UPDATE seats SET left_at = NULL WHERE person = ?",
         house.cast.member);
    for (const char* change : {"UPDATE meetings SET state = 'cancelled' WHERE id = ?",
                               "UPDATE meetings SET state = 'ended' WHERE id = ?",
                               "UPDATE meetings SET state = 'draft' WHERE id = ?"})
        with(change, "UPDATE meetings SET state = 'announced' WHERE id = ?", house.meeting);
    house.ahead = std::chrono::days{30};
    CHECK(is_over());
    house.ahead = Millis{0};
    CHECK(house.presses(links[0]).status == 200);
}

TEST_CASE("a form from elsewhere answers nothing") {
    Answering house;
    move(house);
    const auto link = house.links(house.cast.member).front();
    CHECK(house.ask(house.request("POST", link, {{"origin", "https://evil.example"}})).status == 403);
    CHECK(house.ask(house.request("POST", link)).status == 403);
    CHECK(house.said(house.cast.member).empty());
}

TEST_CASE("whoever owes the terms of use is told so, and the link holds until they have accepted them") {
    Answering house;
    move(house);
    const auto link = house.links(house.cast.member).front();
    CHECK(house
              .does(house.cast.administrator, "publish_terms",
                    {{"collaborative", house.cast.collaborative.str()},
                     {"after", 0},
                     {"text", "Be kind."},
                     {"changes", ""}})
              .status == 200);
    CHECK(house.looks(link).body.contains("new terms of use"));
    const auto pressed = house.presses(link);
    CHECK(pressed.status == 403);
    CHECK(pressed.body.contains("new terms of use"));
    CHECK(house.said(house.cast.member).empty());
    CHECK(house
              .does(house.cast.member, "accept_terms",
                    {{"collaborative", house.cast.collaborative.str()}, {"version", 1}})
              .status == 200);
    CHECK(house.presses(link).status == 200);
    CHECK(house.said(house.cast.member) == "yes mail_link");
}

TEST_CASE("where there is a place, a link asks how they come") {
    Answering house;
    move(house);
    CHECK(house.edits({{"place", "Washington, D.C."}}).empty());
    const auto link = house.links(house.cast.member).front();
    CHECK(house.looks(link).body.contains("value=\"in_person\""));
    CHECK(house.presses(link, "mode=by_train").status == 422);
    CHECK(house.said(house.cast.member).empty());
    CHECK(house.presses(link, "mode=remote").status == 200);
    CHECK(house.one<std::string>("SELECT mode FROM rsvps WHERE person = ?", house.cast.member) == "remote");
}

TEST_CASE("no secret of a link is in the database once its mail went out") {
    Answering house;
    move(house);
    const auto link = house.links(house.cast.member).front();
    house.written([&](store::Transaction& tx) {
        for (const auto& id : tx.rows<MailId>("SELECT id FROM mail WHERE status = 'queued'"))
            mail::record(tx, {id, mail::Delivery::accepted, "250 ok"}, wall_clock());
    });
    const auto secret = link.substr(link.rfind('/') + 1);
    CHECK(house.one<int>("SELECT count(*) FROM mail WHERE instr(plain || html || calendar, ?) > 0", secret) ==
          0);
    CHECK(house.one<int>("SELECT count(*) FROM action_links WHERE secret_hash = ?", secret) == 0);
    CHECK(house.one<int>("SELECT count(*) FROM action_links WHERE secret_hash = ?", secret_hash(secret)) ==
          1);
    CHECK(house.presses(link).status == 200);
}

TEST_CASE("N10 answers of a leaver end, the successor is asked, and what was said stays written") {
    Answering house;
    move(house);
    CHECK(house.says(house.cast.member, "yes").empty());
    const Json body{{"person", house.cast.member.str()}, {"collaborative", house.cast.collaborative.str()}};
    auto asked = house.request("GET", "/api/queries/hand_over_pack",
                               house.as(house.sign_in(house.cast.administrator)));
    asked.query = {{"person", house.cast.member.str()}, {"collaborative", house.cast.collaborative.str()}};
    const auto pack = Json::parse(house.ask(asked).body)["body"];
    REQUIRE(pack["answers"].size() == 1);
    CHECK(pack["answers"][0]["answer"] == "yes");
    auto retire = body;
    retire["successor"] = house.cast.lead.str();
    CHECK(house.does(house.cast.administrator, "retire_person", retire).status == 200);
    CHECK(house.said(house.cast.member).empty());
    CHECK(house.one<std::string>("SELECT answer FROM rsvps WHERE person = ? AND ended_at IS NOT NULL",
                                 house.cast.member) == "yes");
    const auto name = house.one<std::string>("SELECT name FROM people WHERE id = ?", house.cast.member);
    CHECK(house
              .one<std::string>("SELECT plain FROM mail WHERE purpose = 'answer_wanted' AND person = ?",
                                house.cast.lead)
              .contains(name + " has left, and was to come to"));
    CHECK(house.mails("answer_wanted") == 1);
    CHECK(house.seen([](store::Transaction& tx) { return identity::open_without_holder(tx).size(); }) == 0);
    CHECK(house.presses(house.links(house.cast.lead, "answer_wanted").front()).status == 200);
    CHECK(house.said(house.cast.lead) == "yes mail_link");
}

TEST_CASE("N10 what somebody said of a session whose time is over, without a room, is asked of nobody") {
    Answering house;
    move(house);
    CHECK(house.says(house.cast.member, "yes").empty());
    house.ahead += std::chrono::days{4};
    CHECK(house.says(house.cast.lead, "yes") == "ended");
    const Json body{{"person", house.cast.member.str()},
                    {"collaborative", house.cast.collaborative.str()},
                    {"successor", house.cast.lead.str()}};
    CHECK(house.does(house.cast.administrator, "retire_person", body).status == 200);
    CHECK(house.mails("answer_wanted") == 0);
    // It stands with the session, as its attendance does.
    CHECK(house.said(house.cast.member) == "yes app");
}
