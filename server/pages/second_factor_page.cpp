#include "pages/layout.hpp"
#include "pages/qr.hpp"

namespace interstate::pages {
namespace {

using html::attribute;
using html::element;
using html::empty;
using html::Html;

constexpr const char* without_force = "Signing in then takes a code of your telephone too, which nobody has "
                                      "who only found out your password or "
                                      "reads your mail.";

Html code_field(std::string_view label, std::string_view hint, std::string_view problem) {
    const auto input = empty("input", {attribute("class", "input input--code"), attribute("id", "code"),
                                       attribute("name", "code"), attribute("autocomplete", "one-time-code"),
                                       attribute("autocapitalize", "none"), attribute("spellcheck", "false"),
                                       attribute("required", ""), attribute("maxlength", "40"),
                                       attribute("aria-describedby", "code-note")});
    return field("code", label, input, hint, problem);
}

/// "ABCD EFGH …", as people type it.
std::string in_fours(std::string_view secret) {
    std::string text;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += ' ';
        text += secret[i];
    }
    return text;
}

std::string alone(std::string_view title, const Frame& frame, const Html& content) {
    return document(title, frame,
                    element("main",
                            {attribute("class", "sign sign--alone"), attribute("id", "main"),
                             attribute("tabindex", "-1")},
                            element("div", {attribute("class", "sign__main")}, brand(), content)));
}

Html back() {
    return element("p", {attribute("class", "meta")},
                   element("a", {attribute("href", "/sign-ins")}, "Where you are signed in"));
}

} // namespace

std::string second_factor_page(const SecondFactorPage& page, const Frame& frame) {
    const auto content = html::join(
        element("div", {attribute("class", "stack")}, element("h1", {}, "Your second factor"),
                element("p", {},
                        "Open the app on your telephone and type the code that it shows for Interstate.")),
        element("form",
                {attribute("class", "stack"), attribute("method", "post"),
                 attribute("action", "/sign-in/second-factor")},
                code_field("Code", "Six digits; or one of your recovery codes.", page.problem),
                submit("Go on")),
        element("p", {attribute("class", "meta")},
                "Neither the telephone nor a recovery code at hand? Ask whoever runs this server to end the "
                "second "
                "factor. ",
                element("a", {attribute("href", "/sign-in")}, "Begin anew")));
    return alone(page.problem.empty() ? "Your second factor" : "Correct the code · Your second factor", frame,
                 content);
}

std::string second_factor_over_page(const Frame& frame) {
    return alone(
        "Sign in anew", frame,
        html::join(
            element("div", {attribute("class", "stack")}, element("h1", {}, "Sign in anew"),
                    element("p", {},
                            "It took longer than half an hour, or wrong codes were typed too often. "
                            "Nothing else is lost.")),
            element("p", {attribute("class", "btns")},
                    element("a", {attribute("class", "btn btn--primary"), attribute("href", "/sign-in")},
                            "To the sign-in page"))));
}

std::string second_factor_offer_page(const SecondFactorOffer& page, const Frame& frame) {
    const auto* action = page.forced ? "/sign-in/second-factor" : "/sign-ins/second-factor";
    const auto address = "otpauth://totp/Interstate:" + html::parameter(page.address) +
                         "?secret=" + page.secret + "&issuer=Interstate&algorithm=SHA1&digits=6&period=30";
    const std::string why =
        page.forced
            ? "What you may do here can touch everybody’s work. So signing in takes a second thing: a "
              "code of your telephone, which nobody has who only found out your password or reads your "
              "mail. Set it up once, now."
            : without_force;
    const auto content = html::join(
        element("div", {attribute("class", "stack")}, element("h1", {}, "Set up a second factor"),
                element("p", {}, why)),
        element("ol", {attribute("class", "steps")},
                element("li", {},
                        "Open an authenticator app on your telephone: the one of your agency, or any that "
                        "makes codes by time."),
                element("li", {}, "Let it read this picture:",
                        qr_code(address, "QR code for an authenticator app; the same as the letters below"),
                        element("p", {}, "or type these letters there, for Interstate:"),
                        element("p", {},
                                element("code", {attribute("class", "letters")}, in_fours(page.secret)))),
                element("li", {}, "Type the code that it shows now.")),
        element("form",
                {attribute("class", "stack"), attribute("method", "post"), attribute("action", action)},
                code_field("Code", "Six digits, others every half minute.", page.problem),
                submit("Switch it on")),
        page.forced
            ? element("p", {attribute("class", "meta")},
                      element("a", {attribute("href", "/sign-in")}, "Not now: back to the sign-in page"))
            : back());
    return alone(page.problem.empty() ? "Set up a second factor"
                                      : "Correct the code · Set up a second factor",
                 frame, content);
}

std::string recovery_codes_page(const RecoveryCodesPage& page, const Frame& frame) {
    Html list;
    for (const auto& code : page.codes)
        list += element("li", {}, element("code", {attribute("class", "letters")}, code));
    const auto content = html::join(
        element(
            "div", {attribute("class", "stack")}, element("h1", {}, "Your recovery codes"),
            element("p", {},
                    "For the day without the telephone: each signs you in once instead of its code. They are "
                    "shown now and never again. Print them, or keep them where you keep your passwords.")),
        element("ul", {attribute("class", "recovery")}, list),
        element("p", {attribute("class", "btns no-print")},
                element("a", {attribute("class", "btn btn--primary"), attribute("href", page.next)},
                        "I have kept them: go on")));
    return alone("Your recovery codes", frame, content);
}

std::string own_second_factor_page(const OwnSecondFactorPage& page, const Frame& frame) {
    const auto left = std::to_string(page.recovery_codes) + " of your recovery codes " +
                      (page.recovery_codes == 1 ? "is" : "are") + " still good.";
    const auto content =
        html::join(element("div", {attribute("class", "stack")}, element("h1", {}, "Your second factor"),
                           element("p", {}, "On since " + page.since + ". " + left)),
                   element("form",
                           {attribute("class", "stack"), attribute("method", "post"),
                            attribute("action", "/sign-ins/second-factor/codes")},
                           code_field("Code", "Of your telephone, now; or a recovery code.", page.problem),
                           submit("Make new recovery codes"),
                           element("button",
                                   {attribute("class", "btn"), attribute("type", "submit"),
                                    attribute("formaction", "/sign-ins/second-factor/remove")},
                                   "Remove the second factor")),
                   element("p", {attribute("class", "meta")},
                           "A new telephone? Remove it, then set it up again there. Who must have one is "
                           "asked to at the next "
                           "page."),
                   back());
    return alone(page.problem.empty() ? "Your second factor" : "Correct the code · Your second factor", frame,
                 content);
}

std::string second_factor_begin_page(const Frame& frame) {
    return alone(
        "Set up a second factor", frame,
        html::join(element("div", {attribute("class", "stack")}, element("h1", {}, "Set up a second factor"),
                           element("p", {}, without_force),
                           element("p", {}, "Have your telephone at hand, with an app that makes codes.")),
                   element("form",
                           {attribute("class", "stack"), attribute("method", "post"),
                            attribute("action", "/sign-ins/second-factor/begin")},
                           submit("Begin")),
                   back()));
}

std::string second_factor_sign_in_page(const Frame& frame) {
    return alone(
        "Set up a second factor", frame,
        html::join(
            element("div", {attribute("class", "stack")}, element("h1", {}, "Set up a second factor"),
                    element("p", {},
                            "You have been signed in for a while. Sign in anew, then set it up: so nobody "
                            "else can who finds your computer open.")),
            element("p", {attribute("class", "btns")},
                    element("a",
                            {attribute("class", "btn btn--primary"),
                             attribute("href", "/sign-in?next=/sign-ins/second-factor")},
                            "Sign in anew")),
            back()));
}

} // namespace interstate::pages
