// The server's own pages: nothing unescaped gets in, and every section is there.
#include "pages/html.hpp"
#include "pages/pages.hpp"
#include "support/catch.hpp"

#include <map>

using namespace interstate;
using namespace interstate::pages;

namespace {

constexpr const char* nasty = "<script>alert(\"1\")</script> & 'x'";

bool holds(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

/// Every text in it is an attack.
PublicPage nasty_page() {
    PublicPage page{
        .name = nasty, .short_name = nasty, .description = nasty, .convener = nasty, .year = nasty};
    page.goals = {
        nasty, nasty, {{nasty, false, {{1, nasty}}, {nasty}}, {nasty, true, {{1, nasty}}, {nasty}}}};
    page.goals_ahead = page.goals;
    page.partners = page.who_joins = page.documents = {nasty};
    page.meetings = {{nasty, nasty, nasty, nasty, nasty}};
    page.series = SeriesPart{nasty, nasty, nasty, {{1, nasty, nasty, nasty}}, {{nasty, nasty}}};
    page.states = {{nasty, nasty, 1, 1, true}};
    page.contact = ContactLine{nasty, nasty, nasty};
    page.attribution = nasty;
    return page;
}

PublicPage small_page() {
    PublicPage page{.name = "School and District Improvement (SDI) Collaborative",
                    .short_name = "SDI",
                    .description = "A membership group.",
                    .convener = "Council of Chief State School Officers (CCSSO)",
                    .year = "2026-2027"};
    page.goals = {"2019-2020",
                  "Advance equity.",
                  {{"Write a paper.",
                    false,
                    {{2, "Make decisions on what best serves each and every student"}},
                    {"Demo Foundation"}},
                   {"A first draft.", true, {}, {}}}};
    page.partners = {"Demo Technical Assistance Network"};
    page.who_joins = {"Title I directors"};
    page.documents = {"Roadmap"};
    page.meetings = {{"Resource reviews", "Webinar", "Wednesday, December 2, 2026", "3:00 PM EST", "Online"}};
    page.series = SeriesPart{"P2P",
                             "Carried on.",
                             "September to January",
                             {{1, "Frameworks", "Thursday", "Held"}},
                             {{"Partnerships", "Build."}}};
    page.states = {{"OH", "Ohio", 6, 3, true}, {"TX", "Texas", 3, 7, false}};
    page.contact = ContactLine{"Verity Langholm", "Facilitator", "verity@convener.example"};
    page.attribution = "Based on the Principles.";
    return page;
}

SignInPage people() {
    return {.next = "/sdi/today",
            .people = {
                {PersonId{Ulid::from({1000}, {1})}, "Verity Langholm", "Series lead facilitator",
                 "Demo Facilitation Team", "", "Facilitator"},
                {PersonId{Ulid::from({1000}, {2})}, "Ana Ohio", "Lead", "Ohio", "OH", "State lead"},
                {PersonId{Ulid::from({1000}, {3})}, "Ben Alaska", "Member", "Alaska", "AK", "State member"},
                {PersonId{Ulid::from({1000}, {4})}, "Cy Ohio", "Member", "Ohio", "OH", "State member"}}};
}

std::size_t count_of(const std::string& page, std::string_view part) {
    std::size_t count = 0;
    for (auto at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) ++count;
    return count;
}

} // namespace

TEST_CASE("text is escaped wherever it stands") {
    using namespace html;
    CHECK(text(nasty).str() == "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;");
    CHECK(element("p", {attribute("title", "\"><b>")}, "<i>").str() ==
          "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;i&gt;</p>");
    CHECK(element("p", {}, std::string{"<"}, element("b", {}, "&")).str() == "<p>&lt;<b>&amp;</b></p>");
}

TEST_CASE("an address leads nowhere unless its scheme is known") {
    using namespace html;
    for (const char* bad : {"javascript:alert(1)", " javascript:alert(1)", "data:text/html,x",
                            "//evil.example", "/\\evil.example", "x"})
        CHECK(element("a", {attribute("href", bad)}).str() == "<a href=\"#\"></a>");
    for (const char* good : {"/sign-in", "#ask", "https://ccsso.org", "mailto:a@b.example"})
        CHECK(holds(element("a", {attribute("href", good)}).str(), good));
}

TEST_CASE("no page lets markup in") {
    const Frame frame{.demonstration = true};
    auto sign_in = people();
    for (auto& person : sign_in.people)
        person.name = person.title = person.organisation = person.code = person.role = nasty;
    sign_in.next = sign_in.contact_name = sign_in.contact_address = nasty;
    for (const auto& page : {public_page(nasty_page(), frame), sign_in_page(sign_in, frame),
                             sign_in_link_page(nasty, nasty, frame), message_page(nasty, nasty, frame)}) {
        CHECK(!holds(page, "<script"));
        CHECK(!holds(page, "'x'"));
    }
}

TEST_CASE("no page needs a script or a style of its own") {
    const Frame frame{.demonstration = true};
    for (const auto& page :
         {public_page(small_page(), frame), sign_in_page(people(), frame),
          sign_in_link_page("Ana", "/sign-in/link/x"), message_page("Not found", "There is nothing here.")}) {
        CHECK(!holds(page, "<script"));
        CHECK(!holds(page, "style="));
        CHECK(!holds(page, "onclick"));
        CHECK(holds(page, "<html lang=\"en-US\">"));
        CHECK(holds(page, "href=\"#main\""));
        CHECK(count_of(page, "<main ") == 1);
        CHECK(count_of(page, "<h1>") == 1);
    }
}

TEST_CASE("the public page has all its sections") {
    const auto page = public_page(small_page(), {});
    for (const char* part : {"A membership group.",
                             "This year’s goals",
                             "Principle 2",
                             "Make decisions on what best serves",
                             "Partners",
                             "Demo Technical Assistance Network",
                             "Exchange series",
                             "One session",
                             "Frameworks",
                             "One objective",
                             "Build.",
                             "Meeting dates",
                             "3:00 PM EST",
                             "One state",
                             "Ohio",
                             "Who joins",
                             "Title I directors",
                             "Documents",
                             "Roadmap",
                             "Whom to ask",
                             "mailto:verity@convener.example",
                             "Based on the Principles."})
        CHECK(holds(page, part));
    CHECK(count_of(page, "<caption") == 2);
    CHECK(count_of(page, "scope=\"row\"") == 2);
    CHECK(holds(page, "tile--map c6 r3 tile--in"));
}

TEST_CASE("goals of an older year say so") {
    auto page = small_page();
    CHECK(holds(public_page(page, {}), "Set for 2019–2020"));
    page.goals->year = page.year;
    CHECK(!holds(public_page(page, {}), "not published yet"));
    page.goals.reset();
    CHECK(holds(public_page(page, {}), "Goals for 2026–2027 are not published yet."));
}

TEST_CASE("a goal says whom it is done with and what its parts are, and the next year's goals stand below") {
    auto page = small_page();
    CHECK(holds(public_page(page, {}), "With <b>Demo Foundation</b>"));
    CHECK(
        holds(public_page(page, {}), "<ol class=\"goals goals--parts\"><li><p>A first draft.</p></li></ol>"));
    CHECK(!holds(public_page(page, {}), "Goals for 2027–2028"));
    page.goals_ahead = {"2027-2028", "", {{"Meet.", false, {}, {}}}};
    CHECK(holds(public_page(page, {}), "<h3>Goals for 2027–2028</h3><ol class=\"goals\"><li><p>Meet.</p>"));
}

TEST_CASE("an installation without members and series says so") {
    auto page = small_page();
    page.series.reset();
    page.meetings.clear();
    page.contact.reset();
    for (auto& state : page.states) state.member = false;
    const auto html = public_page(page, {});
    CHECK(holds(html, "No series has been published"));
    CHECK(holds(html, "No dates are announced"));
    CHECK(holds(html, "No state has joined"));
    CHECK(holds(html, "ccsso.org"));
}

TEST_CASE("a demonstration says so on every page, and sends robots away") {
    const Frame demonstration{.demonstration = true};
    for (const auto& page : {public_page(small_page(), demonstration), sign_in_page(people(), demonstration),
                             sign_in_link_page("Ana", "/sign-in/link/x", demonstration),
                             message_page("Oh", "No.", demonstration)}) {
        CHECK(holds(page, "<strong>Demonstration.</strong>"));
        CHECK(holds(page, "noindex"));
    }
    CHECK(!holds(public_page(small_page(), {}), "Demonstration."));
    CHECK(robots_txt(true) == "User-agent: *\nDisallow: /\n");
    CHECK(holds(robots_txt(false), "Allow: /$"));
}

TEST_CASE("demonstration people stand by state, one button each") {
    const auto page = sign_in_page(people(), {.demonstration = true});
    CHECK(count_of(page, "action=\"/sign-in/demonstration\"") == 1);
    CHECK(count_of(page, "name=\"person\"") == 4);
    CHECK(count_of(page, "name=\"next\" value=\"/sdi/today\"") == 2);
    CHECK(page.find("Facilitators, partners") < page.find(">Alaska<"));
    CHECK(page.find(">Alaska<") < page.find(">Ohio<"));
    CHECK(count_of(page, "<h3 ") == 3);
}

TEST_CASE("a real installation offers nobody") {
    const auto page = sign_in_page(people(), {});
    CHECK(!holds(page, "/sign-in/demonstration"));
    CHECK(holds(page, "the link you were sent"));
}

TEST_CASE("a sign-in link is used by a button, not by being opened") {
    const auto page = sign_in_link_page("Ana Ohio", "/sign-in/link/abc");
    CHECK(holds(page, "method=\"post\" action=\"/sign-in/link/abc\">"));
    CHECK(holds(page, "Sign in as Ana Ohio"));
}

TEST_CASE("the stylesheet is built in") { CHECK(holds(std::string{stylesheet()}, "@media print")); }
