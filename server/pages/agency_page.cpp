#include "pages/agency_page.hpp"

#include "pages/layout.hpp"

namespace interstate::pages {
namespace {

using html::attribute;
using html::element;
using html::empty;
using html::Html;

Html hidden(std::string_view name, std::string_view value) {
    return empty("input", {attribute("type", "hidden"), attribute("name", name), attribute("value", value)});
}

/// A page of one thing: its heading, a sentence, and what to do.
std::string page_of(std::string_view title, std::string_view heading, std::string_view words,
                    const Html& rest, const Frame& frame) {
    const auto main = element(
        "div", {attribute("class", "sign__main")}, brand(),
        element("div", {attribute("class", "stack")}, element("h1", {}, heading), element("p", {}, words)),
        rest);
    return document(title, frame,
                    element("main",
                            {attribute("class", "sign sign--alone"), attribute("id", "main"),
                             attribute("tabindex", "-1")},
                            main));
}

std::string sign_in_address(const AgencyProblem& page) {
    return "/sign-in?next=" + html::parameter(page.next) + (page.shared ? "&shared=1" : "");
}

Html mail_form(const AgencyProblem& page) {
    if (page.address.empty()) return {};
    return element(
        "form",
        {attribute("class", "stack"), attribute("method", "post"), attribute("action", "/sign-in/mail")},
        hidden("address", page.address), hidden("next", page.next),
        page.shared ? hidden("shared", "1") : Html{}, submit("Mail me a code"));
}

} // namespace

std::string agency_leave_page(const AgencyLeave& page, const Frame& frame) {
    const auto on = element("p", {attribute("class", "btns")},
                            element("a",
                                    {attribute("class", "btn btn--primary"), attribute("href", page.address),
                                     attribute("rel", "noreferrer")},
                                    "Go on"));
    return page_of("On the way to your agency", "On the way to the sign-in of " + page.agency,
                   "You sign in there, and come back here. If nothing happens, go on yourself.", on, frame);
}

std::string agency_problem_page(const AgencyProblem& page, const Frame& frame) {
    const auto otherwise = element("a",
                                   {attribute("class", page.address.empty() ? "btn btn--primary" : "btn"),
                                    attribute("href", sign_in_address(page))},
                                   "Back to signing in");
    return page_of(page.title, page.title, page.text,
                   html::join(mail_form(page), element("p", {attribute("class", "btns")}, otherwise)), frame);
}

std::string agency_link_page(const AgencyLinkPage& page, const Frame& frame) {
    const auto address =
        empty("input", {attribute("class", "input"), attribute("id", "address"), attribute("name", "address"),
                        attribute("type", "email"), attribute("autocomplete", "email"),
                        attribute("required", ""), attribute("maxlength", "254"),
                        attribute("value", page.address), attribute("aria-describedby", "address-note")});
    const auto name =
        empty("input", {attribute("class", "input"), attribute("id", "name"), attribute("name", "name"),
                        attribute("type", "text"), attribute("autocomplete", "name"),
                        attribute("required", ""), attribute("maxlength", "120"),
                        attribute("value", page.name), attribute("aria-describedby", "name-note")});
    const auto form = element(
        "form",
        {attribute("class", "stack"), attribute("method", "post"),
         attribute("action", "/sign-in/agency/link")},
        field("address", "Work e-mail", address, "The one that you were invited with, if you were.",
              page.problem),
        field("name", "Your name", name, "For your lead, if you have no seat yet.", page.name_problem),
        submit("Mail me a code"));
    const bool wrong = !page.problem.empty() || !page.name_problem.empty();
    return page_of(wrong ? "Correct it · Your address" : "Your address", "Who are you here?",
                   "You have signed in by the sign-in of " + page.agency +
                       " for the first time. Once, we mail a code to your address; from then on that sign-in "
                       "is enough.",
                   form, frame);
}

std::string agency_code_page(const AgencyCodePage& page, const Frame& frame) {
    const auto input =
        empty("input", {attribute("class", "input input--code"), attribute("id", "code"),
                        attribute("name", "code"), attribute("inputmode", "numeric"),
                        attribute("autocomplete", "one-time-code"), attribute("required", ""),
                        attribute("maxlength", "20"), attribute("aria-describedby", "code-note")});
    const auto form =
        element("form",
                {attribute("class", "stack"), attribute("method", "post"),
                 attribute("action", "/sign-in/agency/code")},
                field("code", "Code", input, "Six digits, in the mail's subject too.", page.problem),
                submit("Confirm my address"));
    const auto mails =
        page.shows_mail
            ? html::join("This is a demonstration: its mails stay here, as ",
                         element("a", {attribute("href", "/outgoing-mail")}, "outgoing mail"), ". ")
            : html::text("It can take a minute; look among the unwanted mail too. ");
    const auto another = element(
        "p", {attribute("class", "meta")}, mails,
        element("a", {attribute("href", "/sign-in/agency/link")}, "Another address, or another code"));
    return page_of(page.problem.empty() ? "Look at your mail" : "Correct the code · Look at your mail",
                   "Look at your mail", "A code is on its way to you. It is good for 15 minutes.",
                   html::join(form, another), frame);
}

} // namespace interstate::pages
