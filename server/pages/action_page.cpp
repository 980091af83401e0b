#include "pages/action_page.hpp"

#include "pages/layout.hpp"

namespace interstate::pages {
namespace {

using html::attribute;
using html::element;
using html::empty;
using html::Html;

std::string alone(std::string_view title, const Html& main, const Frame& frame) {
    return document(title, frame,
                    element("main",
                            {attribute("class", "sign sign--alone"), attribute("id", "main"),
                             attribute("tabindex", "-1")},
                            element("div", {attribute("class", "sign__main")}, brand(), main)));
}

Html alert(std::string_view words) {
    return words.empty()
               ? Html{}
               : element("p", {attribute("class", "field__problem"), attribute("role", "alert")}, words);
}

Html radio(html::Literal name, std::string_view value, std::string_view label, bool checked) {
    const std::string id = std::string{name.text()} + "-" + std::string{value};
    const auto input =
        checked
            ? empty("input", {attribute("type", "radio"), attribute("name", name.text()), attribute("id", id),
                              attribute("value", value), attribute("required", ""), attribute("checked", "")})
            : empty("input", {attribute("type", "radio"), attribute("name", name.text()), attribute("id", id),
                              attribute("value", value), attribute("required", "")});
    return element("div", {attribute("class", "check")},
                   element("label", {attribute("for", id)}, input, element("span", {}, label)));
}

Html who(std::string_view reader) {
    return element("p", {attribute("class", "meta")}, "You answer as ", reader,
                   ". Not you? Close this page: nothing has happened.");
}

Html form(std::string_view path, const Html& content) {
    return element("form",
                   {attribute("class", "stack"), attribute("method", "post"), attribute("action", path)},
                   content);
}

/// What is wrong with it is told with it.
Html statuses(const StepUpdatePage& page, const Html& choices) {
    if (page.status_problem.empty())
        return element("fieldset", {attribute("class", "scopes")},
                       element("legend", {}, "How does it stand?"), choices);
    return element("fieldset",
                   {attribute("class", "scopes"), attribute("aria-describedby", "status-problem")},
                   element("legend", {}, "How does it stand?"), choices,
                   element("p",
                           {attribute("class", "field__problem"), attribute("id", "status-problem"),
                            attribute("role", "alert")},
                           page.status_problem));
}

/// Only where there is somewhere to come to; the first is what most say.
Html ways_to_come(const AnswerPage& page) {
    if (page.place.empty() || page.answer == "no") return {};
    return element("fieldset", {attribute("class", "scopes")}, element("legend", {}, "How do you come?"),
                   radio("mode", "in_person", "In person", true), radio("mode", "remote", "Remotely", false));
}

} // namespace

std::string answer_words(std::string_view answer) {
    if (answer == "yes") return "Yes";
    return answer == "no" ? "No" : "Maybe";
}

std::string answer_page(const AnswerPage& page, const Frame& frame) {
    const auto words = answer_words(page.answer);
    const auto when = day_text(page.starts_at, page.zone) + ", " + clock_text(page.starts_at, page.zone) +
                      ", for " + std::to_string(page.minutes) + " minutes";
    const auto facts =
        element("div", {attribute("class", "stack")}, element("h1", {}, page.title),
                page.series.empty() ? Html{} : element("p", {attribute("class", "meta")}, page.series),
                element("p", {attribute("class", "lead")}, when),
                page.place.empty() ? Html{} : element("p", {}, "Where: ", page.place));
    const auto act =
        !page.waits_for.empty()
            ? element("p", {}, page.waits_for)
            : form(page.path, html::join(element("p", {}, "Your answer: ", element("strong", {}, words), "."),
                                         ways_to_come(page), submit("Answer “" + words + "”")));
    return alone((page.problem.empty() ? "" : "Answer again · ") + words + "? · " + page.title,
                 html::join(facts, alert(page.problem), act, who(page.reader)), frame);
}

std::string step_update_page(const StepUpdatePage& page, const Frame& frame) {
    Html choices;
    for (const auto& [word, words] : page.statuses)
        choices += radio("status", word, words, word == page.status);
    const auto text =
        field("text", "In a line or two",
              element("textarea",
                      {attribute("class", "input"), attribute("id", "text"), attribute("name", "text"),
                       attribute("rows", "4"), attribute("maxlength", "600"),
                       attribute("aria-describedby", "text-note")},
                      page.text),
              "What is new, what stands in the way, or what came of it. Whoever sees the step reads it.",
              page.text_problem);
    const auto facts = element("div", {attribute("class", "stack")}, element("h1", {}, page.title),
                               element("p", {attribute("class", "lead")}, "Due on ", date_text(page.due_on)),
                               element("p", {}, "It is done when: ", page.measure));
    const auto act =
        !page.waits_for.empty()
            ? element("p", {}, page.waits_for)
            : form(page.path, html::join(statuses(page, choices), text, submit("Update this step")));
    const bool wrong = !page.status_problem.empty() || !page.text_problem.empty();
    return alone((wrong ? "Correct what you wrote · " : "") + page.title,
                 html::join(facts, act, who(page.reader)), frame);
}

std::string action_done_page(const ActionDonePage& page, const Frame& frame) {
    const auto* title = page.before ? "Done already" : "Thank you";
    return alone(
        title,
        element("div", {attribute("class", "stack")}, element("h1", {}, title),
                element("p", {attribute("class", "lead")}, page.what),
                page.before
                    ? element("p", {}, "This link was used before. Pressing it again has changed nothing.")
                    : Html{},
                page.since.empty() ? Html{} : element("p", {}, page.since),
                element("p", {}, page.more, " ",
                        element("a", {attribute("href", page.address)}, "Open it in Interstate"), ".")),
        frame);
}

std::string action_over_page(const Frame& frame) {
    return alone(
        "This link is over",
        element("div", {attribute("class", "stack")}, element("h1", {}, "This link is over"),
                element("p", {attribute("class", "lead")}, "Nothing can be answered by it any more."),
                element("p", {},
                        "Links in mails hold for a time, and for whoever they were sent to. What is "
                        "open now stands in Interstate: ",
                        element("a", {attribute("href", "/sign-in")}, "sign in"),
                        ", or ask whoever runs the session.")),
        frame);
}

} // namespace interstate::pages
