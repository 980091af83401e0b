// Series and meetings.
#include "protocol/law.hpp"

namespace interstate::tests {
namespace {

Json objective(const char* name) {
    return {{"short_name", name}, {"text", std::string{name} + " in every state"}};
}

Json series_body(Law& law) {
    return {{"collaborative", law.cast.collaborative.str()},
            {"title", "A new series"},
            {"description", ""},
            {"objectives", {objective("Turnover"), objective("Families")}},
            {"states", {code_of(law, law.cast.state), code_of(law, law.cast.other_state)}},
            {"starts_on", local_date(law.house.now(), ZoneName{"America/New_York"}).str()},
            {"ends_on", local_date(law.house.now(), ZoneName{"America/New_York"}).plus_days(90).str()}};
}

std::string new_series(Law& law) {
    return law.act(law.cast.facilitator, "create_series", series_body(law))["series"];
}

std::string tomorrow(Law& law) {
    return local_date(law.house.now(), ZoneName{"America/New_York"}).plus_days(1).str() + "T14:00";
}

std::string new_meeting(Law& law, const std::string& series) {
    return law.act(law.cast.facilitator, "schedule_meeting",
                   {{"collaborative", law.cast.collaborative.str()},
                    {"series", series},
                    {"type", "session"},
                    {"title", "A session"},
                    {"starts_local", tomorrow(law)},
                    {"zone", "America/New_York"},
                    {"minutes", 90},
                    {"link", "https://example.org/x"}})["meeting"];
}

Json agenda(const std::string& meeting, int revision) {
    const auto item = [](const char* title, bool next_steps) {
        return Json{{"title", title},          {"minutes", 10},     {"who", "all"},
                    {"mode", "plenary"},       {"instruction", ""}, {"capture", ""},
                    {"next_steps", next_steps}};
    };
    return {{"meeting", meeting},
            {"revision", revision},
            {"items", {item("Welcome", false), item("Next steps", true)}}};
}

int revision_of(Law& law, const std::string& meeting) {
    return law.house.one<int>("SELECT revision FROM meetings WHERE id = ?", meeting);
}

/// A published series with one announced session.
std::string announced_meeting(Law& law) {
    const auto series = new_series(law);
    const auto meeting = new_meeting(law, series);
    law.act(law.cast.facilitator, "set_agenda", agenda(meeting, revision_of(law, meeting)));
    law.act(law.cast.facilitator, "publish_series", {{"series", series}});
    law.act(law.cast.facilitator, "announce_meeting", {{"meeting", meeting}});
    return meeting;
}

} // namespace

const std::vector<Scenario>& scenarios_of_series() {
    static const std::vector<Scenario> all{
        {"create_series", [](Law& law) { new_series(law); }},
        {"edit_series",
         [](Law& law) {
             const auto series = new_series(law);
             auto body = series_body(law);
             body.erase("collaborative");
             body["series"] = series;
             body["revision"] = 1;
             body["title"] = "Renamed";
             body["objectives"] = {objective("Families"), objective("Coaching"), objective("Data")};
             body["states"] = {code_of(law, law.cast.other_state)};
             law.act(law.cast.facilitator, "edit_series", body);
             // And once it is public: a state less is rights less.
             law.act(law.cast.facilitator, "publish_series", {{"series", series}});
             body["revision"] = law.house.one<int>("SELECT revision FROM series WHERE id = ?", series);
             body["states"] = {code_of(law, law.cast.state)};
             law.act(law.cast.facilitator, "edit_series", body);
         }},
        {"publish_series",
         [](Law& law) {
             const auto series = new_series(law);
             new_meeting(law, series);
             law.act(law.cast.facilitator, "publish_series", {{"series", series}});
         }},
        {"schedule_meeting",
         [](Law& law) {
             new_meeting(law, new_series(law));
             new_meeting(law, law.cast.series.str());
         }},
        {"edit_meeting",
         [](Law& law) {
             const auto meeting = announced_meeting(law);
             law.act(law.cast.facilitator, "edit_meeting",
                     {{"meeting", meeting},
                      {"revision", revision_of(law, meeting)},
                      {"title", "Moved"},
                      {"zone", "Pacific/Honolulu"},
                      {"link", "https://example.org/y"},
                      {"minutes", 60},
                      {"summary", "What it is about"}});
         }},
        {"set_agenda",
         [](Law& law) {
             const auto meeting = announced_meeting(law);
             auto body = agenda(meeting, revision_of(law, meeting));
             body["items"] = Json::array({body["items"][1]});
             law.act(law.cast.facilitator, "set_agenda", body);
         }},
        {"announce_meeting",
         [](Law& law) {
             const auto meeting = new_meeting(law, law.cast.series.str());
             law.act(law.cast.facilitator, "set_agenda", agenda(meeting, revision_of(law, meeting)));
             law.act(law.cast.facilitator, "start_thread",
                     {{"anchor", "meeting"},
                      {"anchor_id", meeting},
                      {"title", "Before"},
                      {"text", "For facilitators so far"}});
             law.act(law.cast.facilitator, "announce_meeting", {{"meeting", meeting}});
         }},
        {"cancel_meeting",
         [](Law& law) {
             law.act(law.cast.facilitator, "cancel_meeting",
                     {{"meeting", announced_meeting(law)}, {"reason", "Snow"}});
             law.act(law.cast.facilitator, "cancel_meeting",
                     {{"meeting", new_meeting(law, law.cast.series.str())}, {"reason", "Never announced"}});
         }},
        {"ensure_session",
         [](Law& law) {
             law.act({}, "ensure_session", {{"series", law.cast.series.str()}});
             // Tomorrow the session of today was missed.
             law.house.ahead += std::chrono::milliseconds{std::chrono::hours{30}}.count();
             law.act({}, "ensure_session", {{"series", law.cast.series.str()}});
         }},
    };
    return all;
}

} // namespace interstate::tests
