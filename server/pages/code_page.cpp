#include "pages/layout.hpp"

namespace interstate::pages {
namespace {

using html::attribute;
using html::element;
using html::empty;
using html::Html;

Html code_form(const CodePage& page) {
    const auto input =
        empty("input", {attribute("class", "input input--code"), attribute("id", "code"),
                        attribute("name", "code"), attribute("inputmode", "numeric"),
                        attribute("autocomplete", "one-time-code"), attribute("required", ""),
                        attribute("maxlength", "20"), attribute("aria-describedby", "code-note")});
    return element(
        "form",
        {attribute("class", "stack"), attribute("method", "post"), attribute("action", "/sign-in/code")},
        empty("input",
              {attribute("type", "hidden"), attribute("name", "next"), attribute("value", page.next)}),
        field("code", "Code", input, "Six digits, in the mail's subject too.", page.problem),
        shared_box("shared", page.shared), submit("Sign in"));
}

Html another(const CodePage& page) {
    const auto mails =
        page.shows_mail
            ? html::join("This is a demonstration: its mails stay here, as ",
                         element("a", {attribute("href", "/outgoing-mail")}, "outgoing mail"), ". ")
            : html::text("It can take a minute; look among the unwanted mail too. ");
    return element("p", {attribute("class", "meta")}, page.over ? Html{} : mails,
                   element("a",
                           {attribute("href", "/sign-in?next=" + html::parameter(page.next) +
                                                  (page.shared ? "&shared=1" : ""))},
                           "Ask for another code"));
}

} // namespace

std::string code_page(const CodePage& page, const Frame& frame) {
    const auto words = page.over
                           ? html::text(page.problem)
                           : html::text("If the address is known here, a code is on its way to it. It is "
                                        "good for 15 minutes; the link in the same mail does the same.");
    const auto main =
        element("div", {attribute("class", "sign__main")}, brand(),
                element("div", {attribute("class", "stack")},
                        element("h1", {}, page.over ? "This code is over" : "Look at your mail"),
                        element("p", {}, words)),
                page.over ? Html{} : code_form(page), another(page));
    const auto* title = page.over              ? "This code is over · Sign in"
                        : page.problem.empty() ? "Look at your mail"
                                               : "Correct the code · Sign in";
    return document(title, frame,
                    element("main",
                            {attribute("class", "sign sign--alone"), attribute("id", "main"),
                             attribute("tabindex", "-1")},
                            main));
}

std::string outgoing_mail_page(const std::vector<OutgoingMail>& mails, const Frame& frame) {
    Html list;
    for (const auto& mail : mails)
        list += element("li", {attribute("class", "mail")}, element("h2", {}, mail.subject),
                        element("p", {attribute("class", "meta")}, "To ", mail.to, " · ", mail.made_at, " · ",
                                mail.status),
                        mail.plain.empty() ? Html{} : element("pre", {}, mail.plain));
    const auto main = element(
        "main", {attribute("class", "sheet"), attribute("id", "main"), attribute("tabindex", "-1")},
        element("div", {attribute("class", "stack")}, element("h1", {}, "Outgoing mail"),
                element("p", {attribute("class", "lead")},
                        "This demonstration has no mail server. What would be mailed stands here, and its "
                        "words go once it is of no use.")),
        mails.empty() ? element("p", {}, "Nothing was mailed yet.")
                      : element("ul", {attribute("class", "mails")}, list));
    return document("Outgoing mail", frame, html::join(header(frame, {}), main, footer(frame, {})));
}

} // namespace interstate::pages
