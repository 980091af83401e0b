// What people say of themselves, and the terms of use.
#include "protocol/law.hpp"

namespace interstate::tests {
namespace {

Json entry(const char* text, int principle) { return {{"text", text}, {"principle", principle}}; }

} // namespace

const std::vector<Scenario>& scenarios_of_profiles_and_terms() {
    static const std::vector<Scenario> all{
        {"edit_profile",
         [](Law& law) {
             const auto edit = [&](const PersonId& person, const Json& body) {
                 law.act(person, "edit_profile", body);
             };
             edit(law.cast.member, {{"pronouns", "they/them"},
                                    {"phone", "(614) 555-0142"},
                                    {"functions", {"accountability_data", "title_i_director"}},
                                    {"offers", {entry("A rubric", 6), {{"text", "An ear"}}}},
                                    {"wants", {entry("A budget", 3)}},
                                    {"access_needs", "Captions"}});
             edit(law.cast.member, {{"person_name", "Another Name"},
                                    {"zone", "Pacific/Honolulu"},
                                    {"offers", {entry("Something else", 1)}},
                                    {"access_needs", ""}});
             edit(law.cast.observer, {{"bio", "I look on"}, {"access_needs", "A large print"}});
             // Who is suspended is not found; who is let back in, is.
             edit(law.cast.member, {{"access_needs", "Captions"}});
             const Json who{{"person", law.cast.member.str()},
                            {"collaborative", law.cast.collaborative.str()}};
             law.act(law.cast.administrator, "suspend_person", who);
             law.act(law.cast.administrator, "readmit_person", who);
             auto leaving = who;
             leaving["successor"] = law.cast.lead.str();
             law.act(law.cast.administrator, "retire_person", leaving);
             law.act(law.cast.administrator, "readmit_person", who);
         }},
        {"name_function",
         [](Law& law) {
             const auto name = [&](const PersonId& actor, const PersonId& person, const char* function) {
                 law.act(actor, "name_function",
                         {{"person", person.str()},
                          {"collaborative", law.cast.collaborative.str()},
                          {"function", function}});
             };
             name(law.cast.lead, law.cast.member, "title_i_director");
             law.act(law.cast.member, "edit_profile",
                     {{"functions", {"title_i_director", "accountability_data", "school_leadership"}}});
             name(law.cast.lead, law.cast.member, "district_leader");
             name(law.cast.administrator, law.cast.member, "accountability_data");
             CHECK(law.house.one<std::string>("SELECT functions FROM profiles WHERE person = ?",
                                              law.cast.member) ==
                   "accountability_data district_leader title_i_director");
         }},
        {"publish_terms",
         [](Law& law) {
             const auto publish = [&](int after) {
                 law.act(law.cast.administrator, "publish_terms",
                         {{"collaborative", law.cast.collaborative.str()},
                          {"after", after},
                          {"text", "# Terms\n\nBe kind."},
                          {"changes", after == 0 ? "" : "Kinder"}});
             };
             publish(0);
             law.act(law.cast.administrator, "accept_terms",
                     {{"collaborative", law.cast.collaborative.str()}, {"version", 1}});
             publish(1);
         }},
        {"accept_terms",
         [](Law& law) {
             law.act(law.cast.administrator, "publish_terms",
                     {{"collaborative", law.cast.collaborative.str()},
                      {"after", 0},
                      {"text", "Be kind."},
                      {"changes", ""}});
             const Json body{{"collaborative", law.cast.collaborative.str()}, {"version", 1}};
             law.act(law.cast.member, "accept_terms", body);
             law.act(law.cast.member, "accept_terms", body);
             law.act(law.cast.observer, "accept_terms", body);
         }},
        {"write_goals",
         [](Law& law) {
             const auto partner = law.house.one<OrganisationId>(
                 "SELECT id FROM organisations WHERE type <> 'state_agency' ORDER BY id LIMIT 1");
             const auto goal = [](const char* text, bool part, Json principles, Json partners) {
                 return Json{{"text", text},
                             {"part", part},
                             {"principles", std::move(principles)},
                             {"partners", std::move(partners)}};
             };
             const auto none = Json::array();
             Json body{{"collaborative", law.cast.collaborative.str()},
                       {"year", law.house.one<std::string>("SELECT year FROM collaboratives")},
                       {"revision", 0},
                       {"overall", "Help each other."},
                       {"goals",
                        Json::array({goal("Meet", false, Json::array({1, 10}), Json::array({partner.str()})),
                                     goal("In person", true, none, none)})}};
             CHECK(law.act(law.cast.administrator, "write_goals", body)["revision"] == 1);
             body["revision"] = 1;
             body["goals"] = Json::array({goal("In person", false, none, none)});
             CHECK(law.act(law.cast.administrator, "write_goals", body)["revision"] == 2);
             body["revision"] = 2;
             body["overall"] = "";
             body["goals"] = none;
             CHECK(law.act(law.cast.administrator, "write_goals", body)["revision"] == 3);
             CHECK(law.house.one<int>("SELECT count(*) FROM goals WHERE text = 'In person'") == 2);
         }},
    };
    return all;
}

} // namespace interstate::tests
