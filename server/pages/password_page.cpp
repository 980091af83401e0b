#include "pages/layout.hpp"

namespace interstate::pages {
namespace {

using html::attribute;
using html::element;
using html::empty;
using html::Html;

/// No bound on its length: a browser would cut off what is pasted without a word.
Html password_input(std::string_view name, std::string_view autocomplete) {
    return empty("input",
                 {attribute("class", "input"), attribute("id", name), attribute("name", name),
                  attribute("type", "password"), attribute("autocomplete", autocomplete),
                  attribute("required", ""), attribute("aria-describedby", std::string{name} + "-note")});
}

/// So that the browser's own list of passwords knows whose it is.
Html whose(const PasswordPage& page) {
    const auto input =
        empty("input", {attribute("class", "input"), attribute("id", "address"), attribute("type", "email"),
                        attribute("autocomplete", "username"), attribute("readonly", ""),
                        attribute("value", page.address), attribute("aria-describedby", "address-note")});
    return field("address", "Work e-mail", input, "You sign in with it.", {});
}

Html present(const PasswordPage& page) {
    if (!page.asks_present) return {};
    return field("present", "Present password", password_input("present", "current-password"),
                 "Or sign in anew by a code or link: then it is not asked for.", page.present_problem);
}

Html set_form(const PasswordPage& page) {
    return element(
        "form",
        {attribute("class", "stack"), attribute("method", "post"), attribute("action", "/sign-ins/password")},
        whose(page), present(page),
        field("password", "New password", password_input("password", "new-password"),
              "15 to 128 characters of any kind, blanks too. A few words that only you put together "
              "are easy to remember.",
              page.problem),
        field("again", "The same again", password_input("again", "new-password"),
              "Everywhere else you are signed out then.", {}),
        submit(page.there ? "Change the password" : "Set the password"));
}

Html remove_form(const PasswordPage& page) {
    if (!page.there || page.asks_present) return {};
    return element(
        "form", {attribute("method", "post"), attribute("action", "/sign-ins/password/remove")},
        element("button", {attribute("class", "btn"), attribute("type", "submit")}, "Remove the password"));
}

} // namespace

std::string password_page(const PasswordPage& page, const Frame& frame) {
    const auto title = page.there ? "Change the password" : "Set a password";
    const auto back = element("p", {attribute("class", "meta")},
                              element("a", {attribute("href", "/sign-ins")}, "Where you are signed in"));
    const auto anew = element(
        "p", {attribute("class", page.asks_present ? "meta" : "")},
        page.sign_in_first ? "You have been signed in for a while. Sign in anew, then set it: so nobody "
                             "else can who finds your computer open. "
                           : "",
        element("a", {attribute("href", "/sign-in?next=/sign-ins/password")}, "Sign in anew"),
        page.asks_present ? " to remove the password, or to change it without the present one." : ".");
    const auto main = element("div", {attribute("class", "sign__main")}, brand(), element("h1", {}, title),
                              page.sign_in_first ? Html{} : html::join(set_form(page), remove_form(page)),
                              page.sign_in_first || page.asks_present ? anew : Html{}, back);
    const bool wrong = !page.problem.empty() || !page.present_problem.empty();
    return document(wrong ? std::string{"Correct it · "} + title : title, frame,
                    element("main",
                            {attribute("class", "sign sign--alone"), attribute("id", "main"),
                             attribute("tabindex", "-1")},
                            main));
}

} // namespace interstate::pages
