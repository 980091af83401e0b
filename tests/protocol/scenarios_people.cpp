// People.
#include "protocol/law.hpp"

namespace interstate::tests {

const std::vector<Scenario>& scenarios_of_people() {
    static const std::vector<Scenario> all{
        {"change_settings",
         [](Law& law) {
             law.act(law.cast.member, "change_settings",
                     {{"zone", "Pacific/Honolulu"}, {"theme", "dark"}, {"shortcuts", false}});
         }},
        {"mark_visit",
         [](Law& law) {
             law.act(law.cast.member, "mark_visit", Json::object());
             law.house.ahead += 3'600'000;
             law.act(law.cast.member, "mark_visit", Json::object());
         }},
        {"add_people",
         [](Law& law) {
             const auto result =
                 law.act(law.cast.facilitator, "add_people",
                         {{"collaborative", law.cast.collaborative.str()},
                          {"lines", "Nia New, nia@agency.example, " + code_of(law, law.cast.state) +
                                        "\nno address\nPia Partner, pia@agency.example, CCSSO, partner"}});
             CHECK(result["lines"].size() == 3);
         }},
        {"renew_invitation",
         [](Law& law) {
             law.act(law.cast.facilitator, "renew_invitation",
                     {{"person", law.cast.member.str()}, {"collaborative", law.cast.collaborative.str()}});
         }},
        {"suspend_person",
         [](Law& law) {
             law.act(law.cast.administrator, "suspend_person",
                     {{"person", law.cast.member.str()}, {"collaborative", law.cast.collaborative.str()}});
         }},
        {"sign_out_person",
         [](Law& law) {
             law.act(law.cast.administrator, "sign_out_person",
                     {{"person", law.cast.member.str()}, {"collaborative", law.cast.collaborative.str()}});
         }},
        {"readmit_person",
         [](Law& law) {
             const Json body{{"person", law.cast.member.str()},
                             {"collaborative", law.cast.collaborative.str()}};
             law.act(law.cast.administrator, "suspend_person", body);
             law.act(law.cast.administrator, "readmit_person", body);
         }},
        {"retire_person",
         [](Law& law) {
             // The last but one leaves, and comes back; who took over leaves on their own.
             const auto collaborative = law.cast.collaborative.str();
             const auto leave = [&](const PersonId& actor, const PersonId& person,
                                    const PersonId& successor) {
                 return law.act(actor, "retire_person",
                                {{"person", person.str()},
                                 {"collaborative", collaborative},
                                 {"successor", successor.str()}});
             };
             const auto open =
                 law.house.one<int>("SELECT count(*) FROM step_lanes WHERE owner = ? AND status NOT IN"
                                    " ('completed', 'set_aside', 'declined')",
                                    law.cast.lead);
             CHECK(open > 0);
             law.act(law.cast.lead, "edit_profile",
                     {{"offers", {{{"text", "Mentoring new leads"}, {"principle", 3}}}},
                      {"wants", {{{"text", "Rural turnover"}}}}});
             // A topic that the successor never opened.
             law.act(law.cast.lead, "start_thread",
                     {{"anchor", "topic"},
                      {"anchor_id", collaborative},
                      {"title", "What a lead reads"},
                      {"text", "In the team"}});
             const auto retired = leave(law.cast.administrator, law.cast.lead, law.cast.member);
             CHECK(retired["steps"] == open);
             CHECK(retired["topics"] > 0);
             CHECK(law.house.one<int>("SELECT m.number FROM read_marks m JOIN threads t ON t.id = m.thread"
                                      " WHERE m.person = ? AND t.title = 'What a lead reads'",
                                      law.cast.member) == 1);
             CHECK(retired["entries"] == 2);
             law.act(law.cast.administrator, "readmit_person",
                     {{"person", law.cast.lead.str()}, {"collaborative", collaborative}});
             leave(law.cast.member, law.cast.member, law.cast.lead);
             // Somebody who hosts a room: another of the convener goes on, or nobody.
             law.act(law.cast.other_facilitator, "open_room", {{"meeting", law.cast.session.str()}});
             law.act(law.cast.administrator, "retire_person",
                     {{"person", law.cast.other_facilitator.str()}, {"collaborative", collaborative}});
             CHECK(law.house.one<int>("SELECT host IS NULL FROM rooms WHERE id = ?", law.cast.session));
         }},
        {"ask_for_erasure",
         [](Law& law) {
             for (const bool asks : {true, true, false})
                 law.act(law.cast.member, "ask_for_erasure",
                         {{"person", law.cast.member.str()},
                          {"collaborative", law.cast.collaborative.str()},
                          {"asks", asks}});
         }},
        {"erase_person",
         [](Law& law) {
             // Who asked to join once, owned steps, was in sessions and wrote.
             const auto collaborative = law.cast.collaborative.str();
             const auto name =
                 law.house.one<std::string>("SELECT name FROM people WHERE id = ?", law.cast.lead);
             law.act(law.cast.administrator, "retire_person",
                     {{"person", law.cast.lead.str()},
                      {"collaborative", collaborative},
                      {"successor", law.cast.member.str()}});
             law.act(
                 law.cast.administrator, "erase_person",
                 {{"person", law.cast.lead.str()}, {"collaborative", collaborative}, {"confirmation", name}});
             CHECK(law.house.one<std::string>("SELECT name FROM people WHERE id = ?", law.cast.lead) ==
                   "Former member");
         }},
        {"name_contact",
         [](Law& law) {
             const auto name = [&](const PersonId& actor, const PersonId& person) {
                 law.act(actor, "name_contact",
                         {{"person", person.str()}, {"collaborative", law.cast.collaborative.str()}});
             };
             name(law.cast.administrator, law.cast.member);
             name(law.cast.member, law.cast.lead);
             law.act(law.cast.administrator, "suspend_person",
                     {{"person", law.cast.lead.str()}, {"collaborative", law.cast.collaborative.str()}});
             name(law.cast.administrator, law.cast.member);
         }},
        {"welcome_person",
         [](Law& law) { law.act(std::nullopt, "welcome_person", {{"person", law.cast.member.str()}}); }},
    };
    return all;
}

} // namespace interstate::tests
