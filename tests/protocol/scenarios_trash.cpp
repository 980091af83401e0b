// What is thrown away, put back and gone for good, of every kind there is.
#include "protocol/law.hpp"

namespace interstate::tests {
namespace {

Json objective(const char* name) { return {{"short_name", name}, {"text", std::string{name} + " first"}}; }

Json series_body(Law& law) {
    return {{"collaborative", law.cast.collaborative.str()},
            {"title", "A draft of a series"},
            {"description", "For later"},
            {"objectives", {objective("Turnover"), objective("Families"), objective("Data")}},
            {"states", {code_of(law, law.cast.state), code_of(law, law.cast.other_state)}},
            {"starts_on", local_date(law.house.now(), ZoneName{"America/New_York"}).str()},
            {"ends_on", local_date(law.house.now(), ZoneName{"America/New_York"}).plus_days(90).str()}};
}

std::string new_series(Law& law) {
    return law.act(law.cast.facilitator, "create_series", series_body(law))["series"];
}

Json item(const char* title) {
    return {{"title", title},    {"minutes", 10}, {"who", "all"},       {"mode", "plenary"},
            {"instruction", ""}, {"capture", ""}, {"next_steps", false}};
}

void set_agenda(Law& law, const std::string& meeting, const Json& items) {
    const auto revision = law.house.one<int>("SELECT revision FROM meetings WHERE id = ?", meeting);
    law.act(law.cast.facilitator, "set_agenda",
            {{"meeting", meeting}, {"revision", revision}, {"items", items}});
}

/// A draft with an agenda and a thread in which two have written, and one flagged what the other wrote.
std::string new_meeting(Law& law, const std::string& series) {
    const std::string meeting =
        law.act(law.cast.facilitator, "schedule_meeting",
                {{"collaborative", law.cast.collaborative.str()},
                 {"series", series},
                 {"type", "session"},
                 {"title", "A draft of a session"},
                 {"starts_local",
                  local_date(law.house.now(), ZoneName{"America/New_York"}).plus_days(1).str() + "T14:00"},
                 {"zone", "America/New_York"},
                 {"minutes", 90},
                 {"link", "https://example.org/x"}})["meeting"];
    set_agenda(law, meeting, {item("Welcome"), item("Data"), item("Close")});
    const std::string thread = law.act(law.cast.facilitator, "start_thread",
                                       {{"anchor", "meeting"},
                                        {"anchor_id", meeting},
                                        {"title", "Among ourselves"},
                                        {"text", "Whom do we ask?"}})["thread"];
    const std::string post =
        law.act(law.cast.other_facilitator, "add_post", {{"thread", thread}, {"text", "Ohio."}})["post"];
    law.act(law.cast.facilitator, "flag_post", {{"post", post}, {"reason", "unkind"}});
    return meeting;
}

/// A draft with all that can hang on one.
std::string filled_series(Law& law) {
    const auto series = new_series(law);
    new_meeting(law, series);
    law.act(law.cast.facilitator, "start_thread",
            {{"anchor", "topic"}, {"anchor_id", series}, {"title", "A topic"}, {"text", "Why this?"}});
    return series;
}

/// Thrown away by one, put back by another, more than once.
void there_and_back(Law& law, const char* discard, const Json& body, const std::string& item) {
    for (int i = 0; i < 2; ++i) {
        law.act(law.cast.facilitator, discard, body);
        law.act(law.cast.other_facilitator, "restore_from_trash", {{"item", item}});
    }
}

/// Those of this kind that lie in the trash, put back one after the other.
void restore_all(Law& law, const PersonId& who, const char* kind) {
    for (const auto& id : law.house.seen([&](store::Transaction& tx) {
             return tx.rows<Ulid>("SELECT id FROM trash WHERE kind = ? ORDER BY id", std::string_view{kind});
         }))
        law.act(who, "restore_from_trash", {{"item", id.str()}});
}

void drop_parts_of_a_series(Law& law, const std::string& series) {
    auto body = series_body(law);
    body.erase("collaborative");
    body["series"] = series;
    body["revision"] = law.house.one<int>("SELECT revision FROM series WHERE id = ?", series);
    body["objectives"] = Json::array({objective("Families")});
    body["states"] = {code_of(law, law.cast.state)};
    law.act(law.cast.facilitator, "edit_series", body);
}

Json step_body(Law& law, const OrganisationId& state, const PersonId& owner) {
    return {{"collaborative", law.cast.collaborative.str()},
            {"series", law.cast.series.str()},
            {"organisation", state.str()},
            {"owner", owner.str()},
            {"title", "Send the survey"},
            {"measure", "Three districts answer"},
            {"due_on", local_date(law.house.now(), ZoneName{"UTC"}).plus_days(20).str()}};
}

void restore_a_link(Law& law) {
    const std::string from =
        law.act(law.cast.member, "commit_step", step_body(law, law.cast.state, law.cast.member))["step"];
    const std::string to = law.act(law.cast.other_lead, "commit_step",
                                   step_body(law, law.cast.other_state, law.cast.other_lead))["step"];
    const std::string link =
        law.act(law.cast.member, "link_steps", {{"from", from}, {"to", to}, {"type", "joint"}})["link"];
    law.act(law.cast.other_lead, "unlink_steps", {{"link", link}});
    law.act(law.cast.member, "restore_from_trash", {{"item", link}});
}

void restore_a_none(Law& law) {
    law.act(law.cast.facilitator, "open_room", {{"meeting", law.cast.session.str()}});
    for (const char* reason : {"Too early", ""})
        law.act(law.cast.member, "record_none",
                {{"meeting", law.cast.session.str()},
                 {"organisation", law.cast.state.str()},
                 {"reason", reason}});
    restore_all(law, law.cast.lead, "no_step");
}

void pass_thirty_days(Law& law) { law.house.ahead += Millis{std::chrono::days{30}}.count(); }

} // namespace

const std::vector<Scenario>& scenarios_of_the_trash() {
    static const std::vector<Scenario> all{
        {"discard_meeting",
         [](Law& law) {
             const auto series = new_series(law), meeting = new_meeting(law, series);
             // Somebody looks at the page of its room.
             law.act({}, "arrive", {{"meeting", meeting}, {"person", law.cast.facilitator.str()}});
             law.act(law.cast.facilitator, "discard_meeting", {{"meeting", meeting}});
             const auto again = new_meeting(law, law.cast.series.str());
             law.act(law.cast.facilitator, "cancel_meeting", {{"meeting", again}, {"reason", "No room"}});
             law.act(law.cast.facilitator, "discard_meeting", {{"meeting", again}});
         }},
        {"discard_series",
         [](Law& law) {
             law.act(law.cast.facilitator, "discard_series", {{"series", filled_series(law)}});
             law.act(law.cast.facilitator, "discard_series", {{"series", new_series(law)}});
         }},
        {"restore_from_trash",
         [](Law& law) {
             const auto series = filled_series(law);
             there_and_back(law, "discard_series", {{"series", series}}, series);
             const auto meeting = new_meeting(law, series);
             there_and_back(law, "discard_meeting", {{"meeting", meeting}}, meeting);
             set_agenda(law, meeting, Json::array({item("Only this")}));
             restore_all(law, law.cast.facilitator, "agenda_item");
             // While it is a draft, and once it is public: a state more is rights more.
             for (const bool published : {false, true}) {
                 if (published) law.act(law.cast.facilitator, "publish_series", {{"series", series}});
                 drop_parts_of_a_series(law, series);
                 restore_all(law, law.cast.facilitator, "objective");
                 restore_all(law, law.cast.facilitator, "participation");
             }
             restore_a_link(law);
             restore_a_none(law);
         }},
        {"empty_trash",
         [](Law& law) {
             const auto series = filled_series(law);
             const auto gone = [&] {
                 return law.house.one<int>("SELECT (SELECT count(*) FROM trash) + (SELECT count(*) FROM"
                                           " removed_series) + (SELECT count(*) FROM removed_meetings) +"
                                           " (SELECT count(*) FROM removed_agenda_items) + (SELECT count(*)"
                                           " FROM threads WHERE title IN ('Among ourselves', 'A topic'))") ==
                        0;
             };
             law.act(law.cast.facilitator, "discard_series", {{"series", series}});
             law.act({}, "empty_trash", {{"item", series}}); // its thirty days are not over
             CHECK(!gone());
             pass_thirty_days(law);
             law.act({}, "empty_trash", {{"item", series}});
             CHECK(gone());
             law.act({}, "empty_trash", {{"item", series}});
             CHECK(law.house.one<int>("SELECT count(*) FROM audit WHERE verb = 'empty_trash'") == 1);
         }},
    };
    return all;
}

} // namespace interstate::tests
