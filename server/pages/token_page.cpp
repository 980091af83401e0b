#include "pages/layout.hpp"

namespace interstate::pages {
namespace {

using html::attribute;
using html::element;
using html::empty;
using html::Html;

Html name_field(const NewTokenPage& page) {
    const auto input = empty(
        "input", {attribute("class", "input"), attribute("id", "name"), attribute("name", "name"),
                  attribute("maxlength", "80"), attribute("required", ""), attribute("value", page.name),
                  attribute("autocomplete", "off"), attribute("aria-describedby", "name-note")});
    return field("name", "What it is for", input, "So that you know it again: “Weekly export”.",
                 page.name_problem);
}

Html days_field(const NewTokenPage& page) {
    Html options;
    for (const auto& [days, words] :
         {std::pair{"7", "A week"}, {"30", "30 days"}, {"90", "90 days"}, {"365", "A year"}}) {
        const auto value = attribute("value", days);
        options += page.days == days ? element("option", {value, attribute("selected", "")}, words)
                                     : element("option", {value}, words);
    }
    const auto select = element("select",
                                {attribute("class", "input"), attribute("id", "days"),
                                 attribute("name", "days"), attribute("aria-describedby", "days-note")},
                                options);
    return field("days", "Good for", select, "It ends sooner when you end it, or your access ends.",
                 page.days_problem);
}

Html scope_box(const ScopeChoice& scope) {
    const auto id = "scope-" + scope.word;
    const auto box = scope.chosen ? empty("input", {attribute("type", "checkbox"), attribute("id", id),
                                                    attribute("name", scope.word), attribute("value", "1"),
                                                    attribute("checked", "")})
                                  : empty("input", {attribute("type", "checkbox"), attribute("id", id),
                                                    attribute("name", scope.word), attribute("value", "1")});
    return element("div", {attribute("class", "check")},
                   element("label", {attribute("for", id)}, box, " " + scope.word),
                   element("p", {attribute("class", "meta")}, scope.meaning));
}

Html scopes_field(const NewTokenPage& page) {
    Html boxes;
    for (const auto& scope : page.scopes) boxes += scope_box(scope);
    const auto note =
        page.scopes_problem.empty()
            ? element("p", {attribute("class", "meta"), attribute("id", "scopes-note")},
                      "Choose as little as the script needs.")
            : element("p", {attribute("class", "field__problem"), attribute("id", "scopes-note")},
                      page.scopes_problem);
    return element("fieldset", {attribute("class", "scopes"), attribute("aria-describedby", "scopes-note")},
                   element("legend", {}, "What it may do"), boxes, note);
}

Html back() {
    return element("p", {attribute("class", "meta")},
                   element("a", {attribute("href", "/sign-ins")}, "Where you are signed in"));
}

std::string sheet(std::string_view title, std::string_view heading, const Html& content, const Frame& frame) {
    return document(title, frame,
                    element("main",
                            {attribute("class", "sign sign--alone"), attribute("id", "main"),
                             attribute("tabindex", "-1")},
                            element("div", {attribute("class", "sign__main")}, brand(),
                                    element("h1", {}, heading), content, back())));
}

} // namespace

std::string new_token_page(const NewTokenPage& page, const Frame& frame) {
    constexpr auto heading = "Make a token";
    if (page.sign_in_first)
        return sheet(
            heading, heading,
            element("p", {},
                    "You have been signed in for a while. Sign in anew, then make it: so nobody else "
                    "can who finds your computer open. ",
                    element("a", {attribute("href", "/sign-in?next=/sign-ins/tokens")}, "Sign in anew"), "."),
            frame);
    const auto problem =
        page.problem.empty()
            ? Html{}
            : element("p", {attribute("class", "field__problem"), attribute("role", "alert")}, page.problem);
    const auto form = element(
        "form",
        {attribute("class", "stack"), attribute("method", "post"), attribute("action", "/sign-ins/tokens")},
        name_field(page), scopes_field(page), days_field(page), submit("Make the token"));
    const auto intro = element("p", {},
                               "For a script of yours that reads or writes here. It never may more than you, "
                               "and changes nothing about how you sign in.");
    const bool wrong = !page.problem.empty() || !page.name_problem.empty() || !page.days_problem.empty() ||
                       !page.scopes_problem.empty();
    return sheet(wrong ? std::string{"Correct it · "} + heading : heading, heading,
                 html::join(intro, problem, form), frame);
}

std::string token_made_page(const TokenMadePage& page, const Frame& frame) {
    const auto heading = "Your token";
    const auto content = html::join(
        element("p", {}, "This is “", page.name,
                "”. Copy it now: it is shown this once, and kept here only "
                "as a digest."),
        element("p", {},
                element("code", {attribute("class", "secret"), attribute("id", "token")}, page.secret)),
        element("p", {attribute("class", "meta")},
                "For: " + page.scopes + ". Good until " + page.until + "."),
        element("p", {},
                "A script sends it in each request: ", element("code", {}, "Authorization: Bearer TOKEN"),
                ". Whoever has it can use it: keep it as you keep a password, and end it here when it is not "
                "needed any more."));
    return sheet(heading, heading, content, frame);
}

} // namespace interstate::pages
