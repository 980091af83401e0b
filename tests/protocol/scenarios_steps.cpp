// Action steps, threads and mail.
#include "protocol/law.hpp"

namespace interstate::tests {
namespace {

Json step_body(Law& law) {
    return {{"collaborative", law.cast.collaborative.str()},
            {"series", law.cast.series.str()},
            {"meeting", law.cast.session.str()},
            {"organisation", law.cast.state.str()},
            {"owner", law.cast.member.str()},
            {"title", "Send the survey"},
            {"measure", "Three districts answer"},
            {"due_on", local_date(law.house.now(), ZoneName{"UTC"}).plus_days(20).str()}};
}

std::string new_step(Law& law) { return law.act(law.cast.member, "commit_step", step_body(law))["step"]; }

std::string other_step(Law& law) {
    auto body = step_body(law);
    body["organisation"] = law.cast.other_state.str();
    body["owner"] = law.cast.other_lead.str();
    body.erase("meeting");
    return law.act(law.cast.other_lead, "commit_step", body)["step"];
}

int revision_of(Law& law, const std::string& step) {
    return law.house.one<int>("SELECT revision FROM action_steps WHERE id = ?", step);
}

void make_visible_to(Law& law, const std::string& step, const char* whom) {
    law.act(law.cast.member, "edit_step",
            {{"step", step}, {"revision", revision_of(law, step)}, {"visibility", whom}});
}

struct Begun {
    std::string thread, post;
};

Begun new_thread(Law& law, const char* anchor, const std::string& id) {
    const auto result =
        law.act(law.cast.member, "start_thread",
                {{"anchor", anchor}, {"anchor_id", id}, {"title", "How did it go?"}, {"text", "Tell us."}});
    return {result["thread"], result["post"]};
}

Begun in_series(Law& law) { return new_thread(law, "topic", law.cast.series.str()); }

} // namespace

const std::vector<Scenario>& scenarios_of_steps_and_threads() {
    static const std::vector<Scenario> all{
        {"lift_suppression",
         [](Law& law) {
             law.house.written([&](store::Transaction& tx) {
                 tx.run("INSERT INTO suppressed_addresses (address_folded, since, answer)"
                        " SELECT address_folded, 1, '550 nobody here' FROM people WHERE id = ?",
                        law.cast.member);
             });
             law.act(law.cast.lead, "lift_suppression",
                     {{"person", law.cast.member.str()}, {"collaborative", law.cast.collaborative.str()}});
             CHECK(law.house.one<int>("SELECT count(*) FROM suppressed_addresses") == 0);
         }},
        {"remind_owners",
         [](Law& law) {
             const Json body{{"collaborative", law.cast.collaborative.str()}};
             auto near = step_body(law);
             near["due_on"] = local_date(law.house.now(), ZoneName{"UTC"}).plus_days(5).str();
             const std::string step = law.act(law.cast.member, "commit_step", near)["step"];
             const auto mails = [&] {
                 return law.house.one<int>("SELECT count(*) FROM mail m JOIN step_lanes l ON l.id = m.about"
                                           " WHERE m.purpose = 'step_due' AND l.step = ?",
                                           Ulid::parse(step).value());
             };
             // Its morning of a week before was two days ago; the first look tells nobody.
             law.act({}, "remind_owners", body);
             CHECK(mails() == 0);
             for (int i = 0; i < 2; ++i) {
                 law.house.written([&](store::Transaction& tx) {
                     tx.run("UPDATE rounds SET looked_at = ?", law.house.now() - std::chrono::days{5});
                 });
                 law.act({}, "remind_owners", body);
                 CHECK(mails() == 1);
             }
         }},
        {"commit_step",
         [](Law& law) {
             law.act(law.cast.facilitator, "open_room", {{"meeting", law.cast.session.str()}});
             law.act(law.cast.member, "record_none",
                     {{"meeting", law.cast.session.str()},
                      {"organisation", law.cast.state.str()},
                      {"reason", "Too early"}});
             new_step(law); // takes the none back
             auto body = step_body(law);
             body["visibility"] = "organisation";
             law.act(law.cast.facilitator, "commit_step", body);
             body = step_body(law);
             body.erase("series");
             body.erase("meeting");
             law.act(law.cast.member, "commit_step", body);
         }},
        {"edit_step",
         [](Law& law) {
             const auto step = new_step(law), other = other_step(law);
             law.act(law.cast.member, "link_steps",
                     {{"from", step}, {"to", other}, {"type", "same_problem"}});
             new_thread(law, "action_step", step);
             law.act(law.cast.member, "edit_step",
                     {{"step", step},
                      {"revision", 1},
                      {"title", "Send the long survey"},
                      {"owner", law.cast.lead.str()},
                      {"due_on", local_date(law.house.now(), ZoneName{"UTC"}).plus_days(40).str()},
                      {"principles", {3, 1}}});
             // Through every home and back, with its thread, lane and link.
             for (const char* whom :
                  {"members", "organisation", "members", "series", "organisation", "series"})
                 make_visible_to(law, step, whom);
         }},
        {"update_step",
         [](Law& law) {
             const auto step = new_step(law);
             for (const char* status :
                  {"on_track", "at_risk", "blocked", "completed", "on_track", "set_aside"})
                 law.act(law.cast.member, "update_step",
                         {{"step", step}, {"status", status}, {"text", std::string{"Now "} + status}});
         }},
        {"link_steps",
         [](Law& law) {
             const auto step = new_step(law), other = other_step(law);
             law.act(law.cast.member, "link_steps", {{"from", step}, {"to", other}, {"type", "joint"}});
             law.act(law.cast.other_lead, "link_steps",
                     {{"from", other}, {"to", step}, {"type", "adapted_from"}});
         }},
        {"unlink_steps",
         [](Law& law) {
             const auto step = new_step(law), other = other_step(law);
             const std::string link = law.act(law.cast.member, "link_steps",
                                              {{"from", step}, {"to", other}, {"type", "joint"}})["link"];
             law.act(law.cast.other_lead, "unlink_steps", {{"link", link}});
         }},
        {"ask_for_help",
         [](Law& law) {
             const auto step = new_step(law);
             law.act(law.cast.member, "ask_for_help", {{"step", step}, {"text", "Who has a survey?"}});
         }},
        {"close_help",
         [](Law& law) {
             const auto step = new_step(law);
             for (const bool answered : {true, false}) {
                 law.act(law.cast.member, "ask_for_help", {{"step", step}, {"text", "Who has a survey?"}});
                 law.act(law.cast.member, "close_help", {{"step", step}, {"answered", answered}});
             }
         }},
        {"record_none",
         [](Law& law) {
             law.act(law.cast.facilitator, "open_room", {{"meeting", law.cast.session.str()}});
             for (const char* reason : {"Too early", "Nothing fits", ""})
                 law.act(law.cast.member, "record_none",
                         {{"meeting", law.cast.session.str()},
                          {"organisation", law.cast.state.str()},
                          {"reason", reason}});
         }},
        {"start_thread",
         [](Law& law) {
             in_series(law);
             new_thread(law, "topic", law.cast.collaborative.str());
             new_thread(law, "meeting", law.cast.session.str());
             const auto step = new_step(law);
             new_thread(law, "action_step", step);
             make_visible_to(law, step, "organisation");
             new_thread(law, "action_step", step);
             // In the step's own thread, which is there.
             law.act(law.cast.lead, "start_thread",
                     {{"anchor", "action_step"},
                      {"anchor_id", step},
                      {"title", "Mine"},
                      {"text", "And me."},
                      {"own", true}});
             CHECK(law.events().contains("post_added"));
         }},
        {"add_post",
         [](Law& law) {
             const auto begun = in_series(law);
             law.act(law.cast.partner, "add_post",
                     {{"thread", begun.thread}, {"text", "Well."}, {"reply_to", begun.post}});
             CHECK(law.events().contains("post_added"));
         }},
        {"edit_post",
         [](Law& law) {
             law.act(law.cast.member, "edit_post",
                     {{"post", in_series(law).post}, {"revision", 1}, {"text", "Tell us **all**."}});
         }},
        {"remove_post",
         [](Law& law) {
             const auto begun = in_series(law);
             const std::string answer =
                 law.act(law.cast.partner, "add_post", {{"thread", begun.thread}, {"text", "Well."}})["post"];
             for (const auto& post : {answer, begun.post})
                 law.act(law.cast.other_lead, "flag_post", {{"post", post}, {"reason", "unkind"}});
             law.act(law.cast.facilitator, "remove_post", {{"post", answer}});
             law.act(law.cast.member, "remove_post", {{"post", begun.post}});
         }},
        {"restore_post",
         [](Law& law) {
             const auto begun = in_series(law);
             // By its author, and what a facilitator removed by another; then it is removed again.
             law.act(law.cast.member, "remove_post", {{"post", begun.post}});
             law.act(law.cast.member, "restore_post", {{"post", begun.post}});
             law.act(law.cast.facilitator, "remove_post", {{"post", begun.post}});
             law.act(law.cast.other_facilitator, "restore_post", {{"post", begun.post}});
             law.act(law.cast.member, "remove_post", {{"post", begun.post}});
         }},
        {"empty_post",
         [](Law& law) {
             const auto begun = in_series(law);
             law.act(law.cast.member, "remove_post", {{"post", begun.post}});
             const auto versions = [&] {
                 return law.house.one<int>("SELECT count(*) FROM post_versions WHERE post = ?", begun.post);
             };
             law.act({}, "empty_post", {{"post", begun.post}});
             CHECK(versions() == 1); // its thirty days are not over
             law.house.ahead += Millis{std::chrono::days{30}}.count();
             law.act({}, "empty_post", {{"post", begun.post}});
             CHECK(versions() == 0);
         }},
        {"mark_read",
         [](Law& law) {
             const auto begun = in_series(law);
             law.act(law.cast.partner, "mark_read", {{"thread", begun.thread}, {"number", 1}});
         }},
    };
    return all;
}

} // namespace interstate::tests
