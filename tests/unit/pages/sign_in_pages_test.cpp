// The pages of signing in, and what is mailed for it: nothing that people write becomes markup, and the same
// is said to all.
#include "pages/agency_page.hpp"
#include "pages/mails.hpp"
#include "pages/pages.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::pages;

namespace {

constexpr const char* nasty = "<script>alert(\"1\")</script> & 'x'";

} // namespace

TEST_CASE("nothing that people write becomes markup on the pages of signing in") {
    for (const auto& page :
         {sign_in_page({.next = nasty, .by_mail = true, .address = nasty, .problem = nasty}, {}),
          sign_in_page({.next = nasty, .password_problem = nasty}, {}),
          password_page({.address = nasty, .problem = nasty}, {}),
          password_page({.address = nasty, .there = true, .asks_present = true, .present_problem = nasty},
                        {}),
          notice_mail({.name = nasty, .what = nasty, .where = nasty, .base_url = "https://x.example"}).html,
          code_page({.next = nasty, .problem = nasty}, {}),
          code_page({.next = nasty, .problem = nasty, .over = true}, {}),
          sign_ins_page({.sign_ins = {{nasty, nasty, nasty, nasty}, {nasty, nasty, nasty, nasty, true}},
                         .tokens = {{nasty, nasty, nasty, nasty, nasty, nasty}}},
                        {}),
          new_token_page({.name = nasty,
                          .days = nasty,
                          .scopes = {{"read", nasty}},
                          .problem = nasty,
                          .name_problem = nasty,
                          .scopes_problem = nasty},
                         {}),
          token_made_page({.name = nasty, .secret = nasty, .until = nasty, .scopes = nasty}, {}),
          agency_leave_page({.agency = nasty, .address = "https://x.example/"}, {}),
          agency_problem_page({.title = nasty, .text = nasty, .next = nasty, .address = nasty}, {}),
          agency_link_page({.agency = nasty, .address = nasty, .name = nasty, .problem = nasty}, {}),
          agency_code_page({.agency = nasty, .problem = nasty}, {}),
          sign_ins_page({.sign_ins = {{.by = nasty}}, .agencies = {{nasty, nasty, nasty, nasty}}}, {}),
          link_code_mail({.code = "123456", .agency = nasty, .base_url = nasty}).html,
          outgoing_mail_page({{nasty, nasty, nasty, nasty, nasty}}, {}),
          sign_in_mail({.name = nasty, .code = "123456", .link = nasty, .base_url = nasty}).html}) {
        CHECK(!page.contains("<script"));
        CHECK(page.contains("&lt;script"));
    }
}

TEST_CASE("a mail says the same as text and as HTML: the code first, and the link") {
    const auto words = sign_in_mail({.name = "Ann",
                                     .code = "012345",
                                     .link = "https://x.example/sign-in/link/abc",
                                     .base_url = "https://x.example"});
    CHECK(words.subject.starts_with("012345"));
    for (const auto& body : {words.plain, words.html}) {
        CHECK(body.find("012345") < body.find("https://x.example/sign-in/link/abc"));
        CHECK(body.contains("15 minutes"));
    }
    CHECK(!words.html.contains("<img"));
}

TEST_CASE("a browser is said in words, by what is its own in what it says of itself") {
    constexpr const char* edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
                                 "Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0";
    constexpr const char* phone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Version/18.1 Mobile/15E148 Safari/604.1";
    CHECK(device_words(edge) == "Edge on Windows");
    CHECK(device_words(phone) == "Safari on an iPhone");
    CHECK(device_words("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0") ==
          "Firefox on Linux");
    CHECK(device_words("") == "An unknown browser");
}

TEST_CASE("browsers keep and fill in passwords: what each field is for is said, and nothing is cut off") {
    const auto page = sign_in_page({.by_mail = true}, {});
    CHECK(page.contains("autocomplete=\"username\""));
    CHECK(page.contains("autocomplete=\"current-password\""));
    const auto setting =
        password_page({.address = "ann@agency.example", .there = true, .asks_present = true}, {});
    CHECK(setting.contains("autocomplete=\"current-password\""));
    CHECK(setting.contains("autocomplete=\"new-password\""));
    CHECK(setting.contains("value=\"ann@agency.example\""));
    CHECK(!setting.contains("maxlength"));
}

TEST_CASE("every way of signing in asks whether others use the computer") {
    for (const auto& page : {sign_in_page({.by_mail = true}, {}), sign_in_page({}, {}),
                             sign_in_link_page("Ann", "/sign-in/link/x"), code_page({}, {})})
        CHECK(page.contains("name=\"shared\""));
    CHECK(!code_page({}, {}).contains(" checked"));
    CHECK(code_page({.shared = true}, {}).contains(" checked"));
}

TEST_CASE("without a mail server no code is offered") {
    CHECK(sign_in_page({.by_mail = true}, {}).contains("/sign-in/mail"));
    CHECK(!sign_in_page({}, {}).contains("/sign-in/mail"));
}

TEST_CASE("the last login has no button, and others have one each and one for all") {
    const auto alone = sign_ins_page({.sign_ins = {{"k", "Firefox", "a", "b", true}}}, {});
    CHECK(!alone.contains("<form"));
    const auto two =
        sign_ins_page({.sign_ins = {{"k", "Firefox", "a", "b", true}, {"l", "Edge", "a", "b"}}}, {});
    CHECK(two.contains("value=\"l\""));
    CHECK(!two.contains("value=\"k\""));
    CHECK(two.contains("Sign out everywhere else"));
}

TEST_CASE("the way to an agency leads to an address of the web only, and back to a path of ours") {
    CHECK(agency_leave_page({.agency = "Ohio", .address = "https://x.example/a?b=c&d=e"}, {})
              .contains("href=\"https://x.example/a?b=c&amp;d=e\""));
    CHECK(agency_leave_page({.agency = "Ohio", .address = "javascript:alert(1)"}, {}).contains("href=\"#\""));
    const auto page =
        agency_problem_page({.title = "T", .text = "T", .next = "/sdi&x=y", .shared = true}, {});
    CHECK(page.contains("/sign-in?next=/sdi%26x%3Dy&amp;shared=1"));
    CHECK(!page.contains("Mail me a code"));
}

TEST_CASE("the sign-in page offers an agency's sign-in where some agency has one, whatever was typed") {
    CHECK(!sign_in_page({.by_mail = true}, {}).contains("/sign-in/agency"));
    CHECK(sign_in_page({.by_mail = true, .by_agency = true}, {}).contains("formaction=\"/sign-in/agency\""));
}
