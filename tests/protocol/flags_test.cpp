// Flags of posts: who hears of them, how they end, and that nobody learns who flagged.
#include "features/erasure/erasure.hpp"
#include "protocol/house.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

class Flagging : public House {
  public:
    std::string post(Client& by, const Ulid& where, const std::string& text = "Jamie Example, grade 7") {
        return by.command("start_thread", {{"anchor", "topic"},
                                           {"anchor_id", where.str()},
                                           {"title", "Attendance"},
                                           {"text", text}})["result"]["post"];
    }
    std::string step_of(Client& lead, const char* visibility) {
        return lead.command("commit_step",
                            {{"collaborative", cast.collaborative.str()},
                             {"organisation", cast.state.str()},
                             {"series", cast.series.str()},
                             {"title", "Ask families"},
                             {"measure", "Half answer"},
                             {"owner", cast.lead.str()},
                             {"due_on", local_date(now(), ZoneName{"America/New_York"}).plus_days(20).str()},
                             {"visibility", visibility}})["result"]["step"];
    }
    std::string post_about(Client& by, const std::string& step) {
        return by.command("start_thread", {{"anchor", "action_step"},
                                           {"anchor_id", step},
                                           {"title", "How"},
                                           {"text", "Jamie Example"}})["result"]["post"];
    }
    Json flag(Client& by, const std::string& post, const char* reason = "private_details") {
        return by.command("flag_post", {{"post", post}, {"reason", reason}, {"words", "Names a pupil"}});
    }
    Json keep(Client& by, const std::string& post, int revision = 1) {
        return by.command("keep_flagged_post",
                          {{"post", post}, {"revision", revision}, {"answer", "An invented name."}});
    }
    Json take_away(Client& by, const std::string& post) {
        return by.command("take_away_post", {{"post", post},
                                             {"revision", 1},
                                             {"reason", "private_details"},
                                             {"words", "Please leave out names."}});
    }
    Json queue(Client& by) {
        return by.query("flagged_posts", {{"collaborative", cast.collaborative.str()}})["body"];
    }
    /// The records of a kind that a person holds.
    std::vector<Json> own(const PersonId& person, const std::string& kind) {
        Client fresh{*this, person};
        std::vector<Json> found;
        for (const auto& frame : fresh.follow({StreamKind::person, person}))
            if (frame["t"] == "snapshot")
                for (const auto& one : frame["records"])
                    if (one["kind"] == kind) found.push_back(one["record"]);
        return found;
    }
    std::string status() {
        return one<std::string>("SELECT status FROM post_flags ORDER BY id DESC LIMIT 1");
    }
    Json role(const char* role, const char* scope, const Ulid& subject) {
        return {{"collaborative", cast.collaborative.str()},
                {"person", cast.outsider.str()},
                {"role", role},
                {"scope", scope},
                {"subject", subject.str()}};
    }

    Client member{*this, cast.member}, other_lead{*this, cast.other_lead}, observer{*this, cast.observer},
        facilitator{*this, cast.facilitator}, other_facilitator{*this, cast.other_facilitator},
        administrator{*this, cast.administrator}, outsider{*this, cast.outsider};
    const Stream series{StreamKind::series, cast.series}, staff{StreamKind::staff, cast.collaborative},
        moderators{StreamKind::moderators, cast.series};
};

} // namespace

TEST_CASE(
    "who flags a post sees that they did, who moderates sees it in the queue, and nobody else anything") {
    Flagging house;
    const auto post = house.post(house.member, house.cast.series);
    house.member.follow(house.series);
    house.member.follow({StreamKind::person, house.cast.member});
    const auto series = house.head(house.series);
    const auto author = house.head({StreamKind::person, house.cast.member});
    REQUIRE(house.flag(house.other_lead, post)["t"] == "ack");
    REQUIRE(house.flag(house.observer, post, "unkind")["t"] == "ack");

    CHECK(house.head(house.series) == series);
    CHECK(house.head({StreamKind::person, house.cast.member}) == author);
    CHECK(house.own(house.cast.member, "post_flag").empty());
    const auto mine = house.own(house.cast.other_lead, "post_flag");
    REQUIRE(mine.size() == 1);
    CHECK(mine[0]["status"] == "open");
    CHECK(mine[0]["words"] == "Names a pupil");

    const auto waiting = house.queue(house.facilitator)["waiting"];
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0]["post"] == post);
    CHECK(waiting[0]["count"] == 2);
    CHECK(waiting[0]["flags"][0]["flagged_by"] == house.cast.other_lead.str());
    CHECK(waiting[0]["flags"][1]["reason"] == "unkind");
    for (auto* nobody : {&house.member, &house.other_lead, &house.observer})
        CHECK(nobody->query("flagged_posts", {{"collaborative", house.cast.collaborative.str()}})["code"] ==
              "not_allowed");
}

TEST_CASE("what ends the flags of a post names nobody who flagged it, to its author either") {
    Flagging house;
    const auto post = house.post(house.member, house.cast.series);
    REQUIRE(house.flag(house.other_lead, post)["t"] == "ack");
    const auto id = house.fresh_id().str();
    const auto ack = house.member.command("remove_post", {{"post", post}}, id);
    REQUIRE(ack["t"] == "ack");
    CHECK(!ack["positions"].empty());
    CHECK(ack.dump().find(house.cast.other_lead.str()) == std::string::npos);
    CHECK(house.member.command("remove_post", {{"post", post}}, id) == ack);
    CHECK(house.own(house.cast.other_lead, "post_flag")[0]["status"] == "gone");
}

TEST_CASE("the staff's news says that the queue changed, and not who flagged or what") {
    Flagging house;
    const auto post = house.post(house.member, house.cast.series);
    house.facilitator.follow(house.staff);
    house.facilitator.follow(house.moderators);
    REQUIRE(house.flag(house.other_lead, post)["t"] == "ack");
    for (int i = 0; i < 2; ++i) {
        const auto event = house.facilitator.next("event");
        const auto text = event.dump();
        CHECK(event["name"] == "post_flagged");
        CHECK(event["puts"].size() == 1);
        CHECK(event["puts"][0]["kind"] == "flag_queue");
        CHECK(!event.contains("actor"));
        CHECK(text.find(house.cast.other_lead.str()) == std::string::npos);
        CHECK(text.find(post) == std::string::npos);
        CHECK(text.find("Names a pupil") == std::string::npos);
    }
}

TEST_CASE("a moderator is told nothing of flags of their own posts, and decides none") {
    Flagging house;
    const auto post = house.post(house.facilitator, house.cast.series);
    REQUIRE(house.flag(house.other_lead, post)["t"] == "ack");
    CHECK(house.queue(house.facilitator)["waiting"].empty());
    CHECK(house.keep(house.facilitator, post)["code"] == "not_allowed");
    CHECK(house.take_away(house.facilitator, post)["code"] == "not_allowed");
    CHECK(house.queue(house.other_facilitator)["waiting"].size() == 1);
    CHECK(house.keep(house.other_facilitator, post)["t"] == "ack");
    CHECK(house.queue(house.facilitator)["decided"].empty());
    CHECK(house.queue(house.other_facilitator)["decided"].size() == 1);
}

TEST_CASE("keeping ends every flag of the post and tells those who flagged; the author hears nothing") {
    Flagging house;
    const auto post = house.post(house.member, house.cast.series);
    house.flag(house.other_lead, post);
    house.flag(house.observer, post);
    const auto author = house.head({StreamKind::person, house.cast.member});
    house.observer.follow({StreamKind::person, house.cast.observer});
    REQUIRE(house.keep(house.facilitator, post)["t"] == "ack");
    const auto told = house.observer.next("event");
    CHECK(told["puts"][0]["record"]["status"] == "kept");
    CHECK(told.dump().find(house.cast.facilitator.str()) == std::string::npos);
    for (const auto& who : {house.cast.other_lead, house.cast.observer}) {
        const auto mine = house.own(who, "post_flag");
        REQUIRE(mine.size() == 1);
        CHECK(mine[0]["status"] == "kept");
        CHECK(mine[0]["answer"] == "An invented name.");
        CHECK(mine[0].dump().find(house.cast.facilitator.str()) == std::string::npos);
    }
    CHECK(house.head({StreamKind::person, house.cast.member}) == author);
    CHECK(house.queue(house.facilitator)["waiting"].empty());
    // It may be flagged again.
    CHECK(house.flag(house.other_lead, post)["t"] == "ack");
}

TEST_CASE(
    "INV-37 taking away is the removal that there is: in the trash, the author told why, and restorable") {
    Flagging house;
    const auto post = house.post(house.member, house.cast.series);
    house.flag(house.other_lead, post);
    house.observer.follow(house.series);
    REQUIRE(house.take_away(house.facilitator, post)["t"] == "ack");
    CHECK(house.observer.next("event")["name"] == "post_removed");
    CHECK(house.one<bool>("SELECT removed FROM posts WHERE id = ?", post));
    const auto told = house.own(house.cast.member, "taken_post");
    REQUIRE(told.size() == 1);
    CHECK(told[0]["reason"] == "private_details");
    CHECK(told[0]["words"] == "Please leave out names.");
    CHECK(told[0].dump().find(house.cast.other_lead.str()) == std::string::npos);
    CHECK(house.own(house.cast.other_lead, "post_flag")[0]["status"] == "removed");
    CHECK(house.member.command("restore_post", {{"post", post}})["code"] == "not_allowed");

    REQUIRE(house.other_facilitator.command("restore_post", {{"post", post}})["t"] == "ack");
    CHECK(house.own(house.cast.member, "taken_post").empty());
    CHECK(house.status() == "removed");
    CHECK(house.queue(house.facilitator)["waiting"].empty());
}

TEST_CASE("of two who decide at once the second is told that it was decided") {
    Flagging house;
    const auto kept = house.post(house.member, house.cast.series);
    house.flag(house.other_lead, kept);
    REQUIRE(house.keep(house.facilitator, kept)["t"] == "ack");
    CHECK(house.take_away(house.other_facilitator, kept)["code"] == "decided_already");
    CHECK(!house.one<bool>("SELECT removed FROM posts WHERE id = ?", kept));
    const auto taken = house.post(house.member, house.cast.series);
    house.flag(house.other_lead, taken);
    REQUIRE(house.take_away(house.facilitator, taken)["t"] == "ack");
    CHECK(house.keep(house.other_facilitator, taken)["code"] == "decided_already");
}

TEST_CASE("flags end by themselves when their post goes another way") {
    Flagging house;
    const auto by_author = house.post(house.member, house.cast.series);
    house.flag(house.other_lead, by_author);
    house.member.command("remove_post", {{"post", by_author}});
    CHECK(house.status() == "gone");
    CHECK(house.own(house.cast.member, "taken_post").empty());
    CHECK(house.keep(house.facilitator, by_author)["code"] == "decided_already");

    const auto by_staff = house.post(house.member, house.cast.series);
    house.flag(house.other_lead, by_staff, "unkind");
    house.facilitator.command("remove_post", {{"post", by_staff}});
    CHECK(house.status() == "removed");
    CHECK(house.own(house.cast.member, "taken_post")[0]["reason"] == "unkind");
}

TEST_CASE("where one state's team alone reads nobody moderates: nothing is flagged, and what was, ends") {
    Flagging house;
    Client lead{house, house.cast.lead};
    const auto step = house.step_of(lead, "series");
    const auto post = house.post_about(lead, step);
    REQUIRE(house.flag(house.other_lead, post)["t"] == "ack");
    REQUIRE(lead.command("edit_step",
                         {{"step", step}, {"revision", 1}, {"visibility", "organisation"}})["t"] == "ack");
    CHECK(house.status() == "gone");
    CHECK(house.queue(house.facilitator)["waiting"].empty());
    CHECK(house.flag(house.member, post)["code"] == "not_moderated");
    CHECK(house.flag(house.other_lead, post)["code"] == "not_allowed");
}

TEST_CASE("a topic that moves takes its flags into the queue of those who moderate there") {
    Flagging house;
    Client lead{house, house.cast.lead};
    const auto step = house.step_of(lead, "members");
    const auto post = house.post_about(lead, step);
    REQUIRE(house.flag(house.other_lead, post)["t"] == "ack");
    REQUIRE(house.facilitator.command("grant_role",
                                      house.role("facilitator", "series", house.cast.series))["t"] == "ack");
    house.facilitator.follow(house.staff);
    house.outsider.follow(house.moderators);
    CHECK(house.queue(house.outsider)["waiting"].empty());
    const auto shown_to = [&](const char* visibility, int revision) {
        REQUIRE(lead.command("edit_step",
                             {{"step", step}, {"revision", revision}, {"visibility", visibility}})["t"] ==
                "ack");
    };
    shown_to("series", 1);
    CHECK(house.outsider.next("event")["puts"][0]["kind"] == "flag_queue");
    CHECK(house.facilitator.next("event")["puts"][0]["kind"] == "flag_queue");
    CHECK(house.queue(house.outsider)["waiting"].size() == 1);
    shown_to("members", 2);
    CHECK(house.outsider.next("event")["puts"][0]["kind"] == "flag_queue");
    CHECK(house.queue(house.outsider)["waiting"].empty());
    CHECK(house.queue(house.facilitator)["waiting"].size() == 1);
}

TEST_CASE(
    "who facilitates one series decides there and nowhere else, hears of it, and no longer when that ends") {
    Flagging house;
    const auto there = house.post(house.member, house.cast.series);
    const auto elsewhere = house.post(house.member, house.cast.collaborative);
    house.flag(house.other_lead, there);
    house.flag(house.other_lead, elsewhere);
    CHECK(house.outsider.follow(house.moderators).back()["t"] == "unfollowed");
    const auto granted = house.role("facilitator", "series", house.cast.series);
    REQUIRE(house.facilitator.command("grant_role", granted)["t"] == "ack");
    const auto waiting = house.queue(house.outsider)["waiting"];
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0]["post"] == there);
    CHECK(house.keep(house.outsider, elsewhere)["code"] == "not_allowed");
    CHECK(house.outsider.follow(house.moderators).back()["t"] == "live");
    REQUIRE(house.flag(house.observer, there)["t"] == "ack");
    CHECK(house.outsider.next("event")["puts"][0]["kind"] == "flag_queue");
    CHECK(house.keep(house.outsider, there)["t"] == "ack");

    REQUIRE(house.facilitator.command("end_role", granted)["t"] == "ack");
    CHECK(house.outsider.query("flagged_posts",
                               {{"collaborative", house.cast.collaborative.str()}})["code"] == "not_allowed");
    CHECK(house.queue(house.facilitator)["waiting"].size() == 1);
}

TEST_CASE("twenty flags of one person wait and no more; those that are decided make room") {
    Flagging house;
    std::vector<std::string> posts;
    for (int i = 0; i < 21; ++i) posts.push_back(house.post(house.member, house.cast.series));
    for (int i = 0; i < 20; ++i) REQUIRE(house.flag(house.other_lead, posts[i])["t"] == "ack");
    CHECK(house.flag(house.other_lead, posts[20])["code"] == "too_many");
    CHECK(house.flag(house.other_lead, posts[0])["code"] == "flagged_already");
    house.keep(house.facilitator, posts[0]);
    CHECK(house.flag(house.other_lead, posts[20])["t"] == "ack");
}

TEST_CASE("INV-36 the audit says who flagged and who decided, and nothing of what was said") {
    Flagging house;
    const auto post = house.post(house.member, house.cast.series);
    house.flag(house.other_lead, post);
    house.take_away(house.facilitator, post);
    const auto rows = [&](const char* verb, const PersonId& actor) {
        return house.one<int>("SELECT count(*) FROM audit WHERE verb = ? AND actor = ?",
                              std::string_view{verb}, actor);
    };
    CHECK(rows("flag_post", house.cast.other_lead) == 1);
    CHECK(rows("take_away_post", house.cast.facilitator) == 1);
    CHECK(house.one<int>("SELECT count(*) FROM audit_bodies b JOIN audit a ON a.seq = b.seq WHERE a.verb IN"
                         " ('flag_post', 'take_away_post') AND (instr(b.after, 'pupil') > 0"
                         " OR instr(b.after, 'names') > 0 OR instr(b.before, 'pupil') > 0)") == 0);
    // Which post it was, not even the topic, nobody reads there.
    for (const auto& line :
         house.administrator.query("audit_trail", {{"collaborative", house.cast.collaborative.str()},
                                                   {"limit", 200}})["body"]["lines"])
        if (line["verb"] == "flag_post")
            CHECK(line["sentence"].get<std::string>().ends_with(" reported a post."));
    // The author looks at what was done of theirs, and finds nobody.
    const auto mine = house.member.query(
        "audit_trail", {{"collaborative", house.cast.collaborative.str()}, {"mine", true}, {"limit", 200}});
    REQUIRE(mine["body"].contains("lines"));
    CHECK(mine["body"]["lines"].dump().find("reported a post") == std::string::npos);
}

TEST_CASE("what is stored about somebody has their own flags, and none of others") {
    Flagging house;
    const auto post = house.post(house.member, house.cast.series);
    house.flag(house.other_lead, post);
    house.take_away(house.facilitator, post);
    const auto rows = [&](const PersonId& person, const char* table) {
        std::string all;
        for (const auto& section :
             house.seen([&](store::Transaction& tx) { return erasure::stored_about(tx, person); }))
            if (section.table == table)
                for (const auto& row : section.rows)
                    for (const auto& value : row) all += value.value_or("") + "|";
        return all;
    };
    CHECK(rows(house.cast.other_lead, "post_flags").find("Names a pupil") != std::string::npos);
    CHECK(rows(house.cast.member, "post_flags").empty());
    CHECK(rows(house.cast.member, "taken_posts").find("Please leave out names.") != std::string::npos);
    const auto decided = rows(house.cast.facilitator, "post_flags");
    CHECK(decided.find(post) != std::string::npos);
    CHECK(decided.find(house.cast.other_lead.str()) == std::string::npos);
}

TEST_CASE("a flag of somebody who left or was suspended waits on, and is decided") {
    Flagging house;
    const auto post = house.post(house.member, house.cast.series);
    house.flag(house.other_lead, post);
    house.written([&](store::Transaction& tx) {
        tx.run("UPDATE people SET active = 0 WHERE id = ?", house.cast.other_lead);
    });
    CHECK(house.queue(house.facilitator)["waiting"].size() == 1);
    CHECK(house.keep(house.facilitator, post)["t"] == "ack");
}

TEST_CASE("thirty days after a decision nothing is left of the flags but the audit") {
    Flagging house;
    const auto post = house.post(house.member, house.cast.series);
    house.flag(house.other_lead, post);
    house.take_away(house.facilitator, post);
    const auto left = [&] {
        return house.one<int>(
            "SELECT (SELECT count(*) FROM post_flags) + (SELECT count(*) FROM taken_posts)");
    };
    house.ahead += Millis{std::chrono::days{29}}.count();
    house.do_what_is_due("forget_flags", "post");
    CHECK(left() == 2);
    house.ahead += Millis{std::chrono::days{1}}.count();
    house.do_what_is_due("forget_flags", "post");
    CHECK(left() == 0);
    CHECK(house.own(house.cast.member, "taken_post").empty());
    CHECK(house.own(house.cast.other_lead, "post_flag").empty());
}
