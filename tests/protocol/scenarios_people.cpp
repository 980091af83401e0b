// People, series and meetings.
#include "base/secret.hpp"
#include "protocol/law.hpp"

namespace interstate::tests {
namespace {

Json objective(const char* name) {
    return {{"short_name", name}, {"text", std::string{name} + " in every state"}};
}

std::string code_of(Law& law, const OrganisationId& state) {
    return law.house.one<std::string>("SELECT code FROM organisations WHERE id = ?", state);
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

/// Somebody asks to join for a state, or for an organisation that is not here; the address is confirmed.
std::string asked_to_join(Law& law, const std::optional<OrganisationId>& organisation,
                          const std::string& address) {
    const JoinRequestId id{Ulid::from(law.house.now(), random_bytes())};
    law.house.written([&](store::Transaction& tx) {
        tx.run("INSERT INTO join_requests (id, collaborative, organisation, agency, type, name, address,"
               " address_folded, title, function, statement, status, asked_at, confirmed_at)"
               " VALUES (?, ?, ?, 'An agency', ?, 'Zoë Quill', ?, ?, 'Lead', '', 'We want to', 'confirmed', "
               "?, ?)",
               id, law.cast.collaborative, organisation,
               std::string_view{organisation ? "state_agency" : "partner"}, address, address, law.house.now(),
               law.house.now());
    });
    return id.str();
}

OrganisationId no_member(Law& law) {
    return law.house.one<OrganisationId>(
        "SELECT id FROM organisations o WHERE type = 'state_agency' AND NOT EXISTS"
        " (SELECT 1 FROM memberships m WHERE m.organisation = o.id"
        " AND m.status IN ('active', 'grace')) ORDER BY code LIMIT 1");
}

PersonId an_administrator(Law& law) {
    return law.house.one<PersonId>(
        "SELECT person FROM role_grants WHERE role = 'administrator' ORDER BY person LIMIT 1");
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

const std::vector<Scenario>& scenarios_of_people_and_series() {
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
        {"receive_join_request",
         [](Law& law) {
             law.act({}, "receive_join_request",
                     {{"request", asked_to_join(law, law.cast.state, "zoe@new.example")}});
             law.house.written([&](store::Transaction& tx) {
                 tx.run("INSERT INTO organisation_domains (organisation, domain, confirmed_by, confirmed_at)"
                        " VALUES (?, 'let-in.example', ?, 0)",
                        law.cast.state, law.cast.member);
             });
             const auto let_in = asked_to_join(law, law.cast.state, "quill@let-in.example");
             CHECK(law.act({}, "receive_join_request", {{"request", let_in}}).contains("person"));
             law.act({}, "receive_join_request", {{"request", let_in}});
         }},
        {"approve_join_request",
         [](Law& law) {
             const auto administrator = an_administrator(law);
             law.act(administrator, "approve_join_request",
                     {{"request", asked_to_join(law, law.cast.state, "zoe@new.example")}});
             law.act(administrator, "approve_join_request",
                     {{"request", asked_to_join(law, no_member(law), "first@state.example")},
                      {"tier", "extended"},
                      {"seat_cap", 6}});
             law.act(administrator, "approve_join_request",
                     {{"request", asked_to_join(law, std::nullopt, "new@partner.example")}});
         }},
        {"decline_join_request",
         [](Law& law) {
             law.act(an_administrator(law), "decline_join_request",
                     {{"request", asked_to_join(law, law.cast.state, "zoe@new.example")},
                      {"reason", "Not an agency"}});
         }},
        {"admit_by_domain",
         [](Law& law) {
             const auto lead = law.house.one<PersonId>(
                 "SELECT s.person FROM seats s JOIN role_grants g ON g.person = s.person AND g.role = "
                 "'state_lead'"
                 " JOIN people p ON p.id = s.person AND p.active = 1 ORDER BY s.person LIMIT 1");
             const auto own =
                 law.house.one<OrganisationId>("SELECT organisation FROM seats WHERE person = ?", lead);
             law.act(lead, "admit_by_domain", {{"organisation", own.str()}, {"on", true}});
             law.act(lead, "admit_by_domain", {{"organisation", own.str()}, {"on", false}});
             const auto administrator = an_administrator(law);
             law.act(administrator, "admit_by_domain",
                     {{"organisation", own.str()}, {"on", true}, {"domain", "Schools.Example"}});
             law.act(administrator, "admit_by_domain", {{"organisation", own.str()}, {"on", false}});
         }},
        {"edit_organisation",
         [](Law& law) {
             // Its name stands in a request that waits.
             asked_to_join(law, law.cast.state, "zoe@new.example");
             const auto edit = [&](const PersonId& actor, int revision, const char* name) {
                 return law.act(actor, "edit_organisation",
                                {{"organisation", law.cast.state.str()},
                                 {"revision", revision},
                                 {"full_name", name},
                                 {"short_name", "The state"},
                                 {"zone", "America/Chicago"}});
             };
             CHECK(edit(law.cast.lead, 1, "Its agency")["revision"] == 2);
             CHECK(edit(an_administrator(law), 2, "Its agency of old")["revision"] == 3);
         }},
        {"add_organisation",
         [](Law& law) {
             const auto added = law.act(an_administrator(law), "add_organisation",
                                        {{"collaborative", law.cast.collaborative.str()},
                                         {"type", "ta_provider"},
                                         {"full_name", "A new center for schools"},
                                         {"short_name", "A new center"},
                                         {"zone", "America/Denver"}});
             law.act(an_administrator(law), "edit_organisation",
                     {{"organisation", added["organisation"]},
                      {"revision", 1},
                      {"full_name", "A new center for schools"},
                      {"short_name", "The new center"},
                      {"zone", "America/Denver"},
                      {"type", "federal"}});
         }},
        {"admit_member",
         [](Law& law) {
             const auto administrator = an_administrator(law);
             law.act(administrator, "admit_member",
                     {{"organisation", no_member(law).str()}, {"tier", "extended"}, {"seat_cap", 3}});
             law.act(administrator, "admit_member",
                     {{"organisation", law.cast.state.str()}, {"tier", "extended"}, {"seat_cap", 40}});
             law.act(administrator, "admit_member",
                     {{"organisation", law.cast.state.str()}, {"tier", "core"}, {"seat_cap", 40}});
         }},
        {"suspend_member",
         [](Law& law) {
             const auto administrator = an_administrator(law);
             law.act(administrator, "suspend_member",
                     {{"organisation", law.cast.state.str()}, {"withdrawn", false}});
             law.act(administrator, "admit_member",
                     {{"organisation", law.cast.state.str()}, {"tier", "core"}, {"seat_cap", 40}});
         }},
        {"tend_requests",
         [](Law& law) {
             const Json body{{"collaborative", law.cast.collaborative.str()}};
             const auto asked = asked_to_join(law, law.cast.state, "zoe@new.example");
             law.act({}, "receive_join_request", {{"request", asked}});
             const auto waited = [&](int days) {
                 law.house.written([&](store::Transaction& tx) {
                     tx.run("UPDATE join_requests SET confirmed_at = ? WHERE id = ?",
                            law.house.now() - std::chrono::days{days}, Ulid::parse(asked).value());
                     tx.run("UPDATE rounds SET looked_at = ?", law.house.now() - std::chrono::hours{24});
                 });
             };
             law.act({}, "tend_requests", body);
             waited(8);
             CHECK(law.act({}, "tend_requests", body)["expired"] == 0);
             CHECK(law.house.one<int>("SELECT count(*) FROM join_requests WHERE reminded_at IS NOT NULL") ==
                   1);
             waited(30);
             CHECK(law.act({}, "tend_requests", body)["expired"] == 1);
         }},
        {"turn_year",
         [](Law& law) {
             const Json body{{"collaborative", law.cast.collaborative.str()}};
             const auto run_on = [&](int days_to_end) {
                 law.house.written([&](store::Transaction& tx) {
                     const auto today = local_date(law.house.now(), ZoneName{"America/New_York"});
                     tx.run("UPDATE membership_years SET ends_on = ?, starts_on = ? WHERE status = 'active'",
                            today.plus_days(days_to_end), today.plus_days(days_to_end - 300));
                     tx.run("UPDATE membership_years SET starts_on = ?, ends_on = ? WHERE status = 'open'",
                            today.plus_days(days_to_end + 1), today.plus_days(days_to_end + 300));
                 });
             };
             law.act({}, "turn_year", body);
             run_on(50);
             law.act({}, "turn_year", body);
             CHECK(law.house.one<int>("SELECT count(*) FROM membership_years WHERE status = 'open'") == 1);
             // A demonstration renews by itself; this one does not.
             law.house.written([&](store::Transaction& tx) {
                 tx.run("UPDATE facts_of_store SET value = 'real' WHERE name = 'kind'");
             });
             law.act(an_administrator(law), "renew_membership",
                     {{"organisation", law.cast.state.str()}, {"seat_cap", 40}});
             run_on(-1);
             law.act({}, "turn_year", body);
             CHECK(law.house.one<int>("SELECT count(*) FROM memberships WHERE status = 'active'") == 1);
             CHECK(law.house.one<int>("SELECT count(*) FROM memberships WHERE status = 'grace'") > 10);
             law.house.written([&](store::Transaction& tx) {
                 tx.run("UPDATE membership_years SET grace_days = 0 WHERE status = 'grace'");
             });
             law.act({}, "turn_year", body);
             CHECK(law.house.one<int>("SELECT count(*) FROM memberships WHERE status = 'grace'") == 0);
         }},
        {"renew_membership",
         [](Law& law) {
             const auto set = [&](const char* status) {
                 law.house.written([&](store::Transaction& tx) {
                     tx.run("UPDATE memberships SET status = ? WHERE organisation = ? AND status IN "
                            "('active', 'grace')",
                            std::string_view{status}, law.cast.state);
                 });
             };
             const Json body{{"organisation", law.cast.state.str()}, {"seat_cap", 40}};
             set("grace");
             law.act(an_administrator(law), "renew_membership", body);
             set("expired");
             CHECK(law.act(an_administrator(law), "renew_membership", body)["status"] == "applied");
         }},
        {"edit_year",
         [](Law& law) {
             law.act(an_administrator(law), "edit_year",
                     {{"collaborative", law.cast.collaborative.str()},
                      {"label", law.house.one<std::string>("SELECT year FROM collaboratives")},
                      {"starts_on", "2026-07-01"},
                      {"ends_on", "2027-06-15"},
                      {"grace_days", 14}});
         }},
    };
    return all;
}

} // namespace interstate::tests
