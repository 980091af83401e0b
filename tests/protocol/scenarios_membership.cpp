// Requests to join, organisations, memberships and years.
#include "base/secret.hpp"
#include "protocol/law.hpp"

namespace interstate::tests {
namespace {

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

} // namespace

const std::vector<Scenario>& scenarios_of_membership() {
    static const std::vector<Scenario> all{
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
        {"decline_renewal",
         [](Law& law) {
             law.house.written([&](store::Transaction& tx) {
                 tx.run("UPDATE memberships SET status = 'expired' WHERE organisation = ?", law.cast.state);
             });
             const auto administrator = an_administrator(law);
             const auto asks = [&] {
                 law.act(administrator, "renew_membership",
                         {{"organisation", law.cast.state.str()}, {"seat_cap", 40}});
             };
             asks();
             law.act(administrator, "decline_renewal",
                     {{"organisation", law.cast.state.str()}, {"reason", "Not this year."}});
             asks();
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
