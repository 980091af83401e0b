// The pages behind links in mails: a form only where something can be done, and nothing of others unescaped.
#include "pages/action_page.hpp"
#include "pages/mails.hpp"
#include "pages/meeting_mail.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::pages;

namespace {

constexpr const char* nasty = "<script>alert(\"1\")</script> & 'x'";

bool holds(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

AnswerPage answer(const std::string& said) {
    return {.path = "/answer/secret",
            .reader = nasty,
            .title = nasty,
            .series = nasty,
            .starts_at = {1'800'000'000'000},
            .zone = ZoneName{"America/New_York"},
            .answer = said};
}

MeetingMail meeting_mail_of(MeetingNews news) {
    return {.news = news,
            .reader = "Ana",
            .reader_address = "ana@agency.example",
            .reader_zone = ZoneName{"America/New_York"},
            .id = "01J00000000000000000000000",
            .title = "Rural schools",
            .starts_at = {1'800'000'000'000},
            .zone = ZoneName{"America/New_York"},
            .yes_link = "https://sdi.example/answer/a",
            .maybe_link = "https://sdi.example/answer/b",
            .no_link = "https://sdi.example/answer/c",
            .address = "https://sdi.example/sdi/meetings/1",
            .from = "interstate@agency.example"};
}

} // namespace

TEST_CASE("the page of an answer has a button, no script and nothing unescaped") {
    auto page = answer("yes");
    page.place = page.problem = nasty;
    const auto html = answer_page(page, {});
    CHECK(!holds(html, "<script>"));
    CHECK(holds(html, "method=\"post\" action=\"/answer/secret\""));
    CHECK(holds(html, "value=\"in_person\""));
    CHECK(holds(html, "Answer “Yes”"));
}

TEST_CASE("who does not come, or where there is no place, is not asked how they come") {
    CHECK(!holds(answer_page(answer("maybe"), {}), "in_person"));
    auto page = answer("no");
    page.place = "Washington, D.C.";
    CHECK(!holds(answer_page(page, {}), "in_person"));
}

TEST_CASE("what waits for something has no button") {
    auto page = answer("yes");
    page.waits_for = "There are new terms of use.";
    CHECK(!holds(answer_page(page, {}), "<form"));
    const StepUpdatePage step{.path = "/answer/secret",
                              .reader = "Ana",
                              .title = "A step",
                              .due_on = CivilDate{"2026-12-01"},
                              .statuses = {{"blocked", "Blocked"}},
                              .waits_for = "There are new terms of use."};
    CHECK(!holds(step_update_page(step, {}), "<form"));
}

TEST_CASE("a step keeps what was chosen and written, with what is wrong beside it") {
    const StepUpdatePage page{.path = "/answer/secret",
                              .reader = nasty,
                              .title = nasty,
                              .measure = nasty,
                              .due_on = CivilDate{"2026-12-01"},
                              .statuses = {{"on_track", "On track"}, {"blocked", "Blocked"}},
                              .status = "blocked",
                              .text = nasty,
                              .text_problem = "Say what came of it."};
    const auto html = step_update_page(page, {});
    CHECK(!holds(html, "<script>"));
    CHECK(holds(html, "value=\"blocked\" required=\"\" checked=\"\""));
    CHECK(holds(html, "alert(&quot;1&quot;)"));
    CHECK(holds(html, "Say what came of it."));
}

TEST_CASE("a mail about a meeting has its links in both forms, by their words in HTML") {
    const auto words = meeting_mail(meeting_mail_of(MeetingNews::announced));
    CHECK(holds(words.plain, "Yes, I come: https://sdi.example/answer/a\n"));
    CHECK(holds(words.html, "<a href=\"https://sdi.example/answer/c\">No, I do not come</a>"));
    CHECK(!words.calendar.empty());
    auto mail = meeting_mail_of(MeetingNews::answer_wanted);
    mail.instead_of = "Bo";
    const auto wanted = meeting_mail(mail);
    CHECK(wanted.calendar.empty());
    CHECK(holds(wanted.plain, "Bo has left, and was to come to “Rural schools”."));
}
