// What leaves a row in the audit besides commands, and who takes it along.
#include "features/audit/audit.hpp"
#include "protocol/standing.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

class Audited : public Standing {
  public:
    int rows(const std::string& verb, const std::string& via = "web") {
        return one<int>("SELECT count(*) FROM audit WHERE verb = ? AND via = ?", verb, via);
    }
    app::Response exports(const std::string& cookie, const std::string& more = {}) {
        auto headers = as(cookie);
        headers.emplace("content-type", "application/x-www-form-urlencoded");
        return ask(
            request("POST", "/api/export/audit.csv", headers, "collaborative=" + collaborative.str() + more));
    }
    app::Response suspends(std::multimap<std::string, std::string> headers) {
        return ask(request("POST", "/api/commands/suspend_person", std::move(headers),
                           Json{{"id", Ulid::from(wall_clock(), random_bytes()).str()},
                                {"body", {{"person", member.str()}, {"collaborative", collaborative.str()}}}}
                               .dump()));
    }

    CollaborativeId collaborative =
        one<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ?", member);
    PersonId administrator =
        one<PersonId>("SELECT person FROM role_grants WHERE role = 'administrator' ORDER BY person LIMIT 1");
    std::string administering = sign_in(administrator);
};

} // namespace

TEST_CASE("signing in, signing out and ending sign-ins elsewhere leave rows that name who did it") {
    Audited house;
    CHECK(house
              .ask(house.request("POST", "/sign-in/demonstration", house.as(""),
                                 "person=" + house.member.str()))
              .status == 303);
    CHECK(house.rows("sign_in") == 1);
    const auto other = house.sign_in(house.member);
    CHECK(house.ask(house.request("POST", "/sign-ins/end", house.as(house.secret), "others=1")).status ==
          303);
    CHECK(house.rows("end_sign_ins") == 1);
    CHECK(house.ask(house.request("POST", "/sign-out", house.as(house.secret))).status == 303);
    CHECK(house.ask(house.request("POST", "/sign-out", house.as(house.secret))).status == 303);
    CHECK(house.rows("sign_out") == 1); // who is out is not signed out again
    CHECK(house.one<int>("SELECT count(*) FROM audit WHERE actor = ? AND target = ?", house.member,
                         house.member) == 3);
}

TEST_CASE("a script's command is told from a browser's, with what was before and after; a resend leaves no "
          "second row") {
    Audited house;
    const auto script = house.token(house.administrator);
    CHECK(house.suspends({{"authorization", "Bearer " + script}}).status == 200);
    CHECK(house.rows("suspend_person", "api") == 1);
    CHECK(house.rows("suspend_person", "web") == 0);
    const auto before = Json::parse(house.one<std::string>(
        "SELECT before FROM audit_bodies WHERE seq = (SELECT max(seq) FROM audit_bodies)"));
    const auto after = Json::parse(house.one<std::string>(
        "SELECT after FROM audit_bodies WHERE seq = (SELECT max(seq) FROM audit_bodies)"));
    CHECK(before["active"] == true);
    CHECK(after["record"]["active"] == false);
    CHECK(after["asked"]["person"] == house.member.str());
    CHECK(house.suspends(house.as(house.administering)).status == 409); // a refusal is no deed
    CHECK(house.one<int>("SELECT count(*) FROM audit WHERE verb = 'suspend_person'") == 1);
}

TEST_CASE("the audit is taken along as a table by who may see it, and that is written down first") {
    Audited house;
    CHECK(house.suspends(house.as(house.administering)).status == 200);
    const auto csv = house.exports(house.administering, "&verb=suspend_person&person=&from=0");
    REQUIRE(csv.status == 200);
    CHECK(csv.body.find(" suspended ") != std::string::npos);
    CHECK(csv.body.find("exported the audit") == std::string::npos); // another verb
    CHECK(house.rows("export_audit") == 1);
    CHECK(house.exports(house.administering).body.find(" exported the audit of ") != std::string::npos);
    const auto facilitator = house.sign_in(
        house.one<PersonId>("SELECT person FROM role_grants WHERE role = 'partner' ORDER BY person LIMIT 1"));
    CHECK(house.exports(facilitator).status == 403);
    CHECK(house.exports(house.administering, "&shoe=43").status == 400);
    CHECK(house.rows("export_audit") == 2); // a refusal takes nothing along
    CHECK(house.ask(house.request("GET", "/api/export/audit.csv", house.as(house.administering))).status ==
          404);
}

TEST_CASE("addresses are taken along by staff, and by a lead those of their own agency; each time stands in "
          "the audit") {
    Audited house;
    const auto of_own =
        house.one<OrganisationId>("SELECT organisation FROM seats WHERE person = ?", house.member);
    const auto lead = house.one<PersonId>(
        "SELECT g.person FROM role_grants g JOIN seats s ON s.person = g.person WHERE g.role = 'state_lead'"
        " AND s.left_at IS NULL ORDER BY g.person LIMIT 1");
    const auto of_lead = house.one<OrganisationId>("SELECT organisation FROM seats WHERE person = ?", lead);
    const auto takes = [&](const std::string& cookie, const std::string& more) {
        auto headers = house.as(cookie);
        headers.emplace("content-type", "application/x-www-form-urlencoded");
        return house.ask(house.request("POST", "/api/export/contacts.csv", headers,
                                       "collaborative=" + house.collaborative.str() + more));
    };
    const auto all = takes(house.administering, "");
    REQUIRE(all.status == 200);
    CHECK(std::ranges::count(all.body, '\n') ==
          1 + house.one<int>("SELECT count(*) FROM seats WHERE collaborative = ? AND left_at IS NULL AND"
                             " suspended_at IS NULL",
                             house.collaborative));
    CHECK(all.body.starts_with("\xEF\xBB\xBF"
                               "Agency,Code,Name,Address,Title,What they do,Named contact"));
    CHECK(house.rows("export_contacts") == 1);

    const auto leading = house.sign_in(lead);
    const auto own = takes(leading, "&organisation=" + of_lead.str());
    CHECK(own.status == 200);
    CHECK(std::ranges::count(own.body, '\n') ==
          1 + house.one<int>("SELECT count(*) FROM seats WHERE organisation = ?"
                             " AND left_at IS NULL AND suspended_at IS NULL",
                             of_lead));
    CHECK(own.body.contains(house.one<std::string>("SELECT address FROM people WHERE id = ?", lead)));
    CHECK(takes(leading, "").status == 403);
    CHECK(takes(leading,
                "&organisation=" + house.one<std::string>("SELECT id FROM organisations WHERE code <> ''"
                                                          " AND id <> ? LIMIT 1",
                                                          of_lead))
              .status == 403);
    CHECK(takes(house.secret, "&organisation=" + of_own.str()).status == 403); // a member who is no lead
    CHECK(takes(house.administering, "&organisation=Ohio").status == 400);
    CHECK(house.rows("export_contacts") == 2); // a refusal takes nothing along
}

TEST_CASE("who is suspended or gone is in no list of addresses") {
    Audited house;
    CHECK(house.suspends(house.as(house.administering)).status == 200);
    auto headers = house.as(house.administering);
    headers.emplace("content-type", "application/x-www-form-urlencoded");
    const auto all = house.ask(house.request("POST", "/api/export/contacts.csv", headers,
                                             "collaborative=" + house.collaborative.str()));
    REQUIRE(all.status == 200);
    CHECK_FALSE(
        all.body.contains(house.one<std::string>("SELECT address FROM people WHERE id = ?", house.member)));
}

TEST_CASE("a browser that is refused a download shows a page, a script gets what it can read") {
    Audited house;
    const auto takes = [&](const std::string& accept) {
        auto headers = house.as(house.secret);
        headers.emplace("content-type", "application/x-www-form-urlencoded");
        headers.emplace("accept", accept);
        return house.ask(house.request("POST", "/api/export/contacts.csv", headers,
                                       "collaborative=" + house.collaborative.str()));
    };
    const auto page = takes("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    CHECK(page.status == 403);
    CHECK(page.type.starts_with("text/html"));
    CHECK(page.body.contains("<h1"));
    CHECK_FALSE(page.body.contains("not_allowed"));
    const auto script = takes("*/*");
    CHECK(script.status == 403);
    CHECK(Json::parse(script.body)["code"] == "not_allowed");
}
