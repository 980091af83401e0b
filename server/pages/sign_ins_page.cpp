#include "pages/layout.hpp"

#include <array>
#include <utility>

namespace interstate::pages {
namespace {

using html::attribute;
using html::element;
using html::empty;
using html::Html;
using Words = std::pair<std::string_view, std::string_view>;

/// The first whose mark is in the text: browsers name those whose kin they are, themselves last.
template <std::size_t N>
std::string_view word_for(std::string_view text, const std::array<Words, N>& words) {
    for (const auto& [mark, word] : words)
        if (text.contains(mark)) return word;
    return {};
}

Html end_form(std::string_view name, std::string_view value, std::string_view words,
              std::string_view of_what) {
    return element(
        "form", {attribute("method", "post"), attribute("action", "/sign-ins/end")},
        empty("input", {attribute("type", "hidden"), attribute("name", name), attribute("value", value)}),
        element("button", {attribute("class", "btn btn--s"), attribute("type", "submit")}, words,
                element("span", {attribute("class", "sr")}, of_what)));
}

Html line(const SignInLine& one, std::string_view end_word) {
    const auto times = one.last.empty() ? "Made " + one.since
                                        : "Since " + one.since + (one.by.empty() ? "" : ", " + one.by) +
                                              " · last used " + one.last;
    return element(
        "li", {attribute("class", "login")},
        element("p", {}, element("b", {}, one.what),
                one.shared ? element("span", {attribute("class", "meta")}, " · shared computer") : Html{},
                element("span", {attribute("class", "meta login__times")}, times)),
        one.here ? element("p", {attribute("class", "meta")}, "This browser")
                 : end_form("key", one.key, end_word, " of " + one.what + ", since " + one.since));
}

Html list(const std::vector<SignInLine>& lines, std::string_view end_word) {
    Html items;
    for (const auto& one : lines) items += line(one, end_word);
    return element("ul", {attribute("class", "logins")}, items);
}

Html token(const TokenLine& one) {
    const auto times = "Made " + one.since + " · good until " + one.until + " · " +
                       (one.last.empty() ? std::string{"never used"} : "last used " + one.last);
    return element("li", {attribute("class", "login")},
                   element("p", {}, element("b", {}, one.what),
                           element("span", {attribute("class", "meta login__times")}, "For: " + one.scopes),
                           element("span", {attribute("class", "meta login__times")}, times)),
                   end_form("key", one.key, "End the token", " “" + one.what + "”, made " + one.since));
}

Html tokens(const SignInsPage& page) {
    Html items;
    for (const auto& one : page.tokens) items += token(one);
    const auto there = page.tokens.empty() ? element("p", {attribute("class", "meta")}, "There is none.")
                                           : element("ul", {attribute("class", "logins")}, items);
    return element(
        "section", {attribute("class", "stack"), attribute("aria-labelledby", "tokens")},
        element("h2", {attribute("id", "tokens")}, "Tokens of scripts"),
        element("p", {},
                "A script that shows a token does things in your name: what you may do, and of it only what "
                "the token is for."),
        there,
        element("p", {},
                element("a", {attribute("class", "btn btn--s"), attribute("href", "/sign-ins/tokens")},
                        "Make a token")));
}

/// `act` is where it leads, in words.
Html way(std::string_view name, std::string_view words, std::string_view address, std::string_view act) {
    return element("li", {attribute("class", "login")},
                   element("p", {}, element("b", {}, name),
                           element("span", {attribute("class", "meta login__times")}, words)),
                   element("a", {attribute("class", "btn btn--s"), attribute("href", address)}, act));
}

Html agencies(const SignInsPage& page) {
    Html items;
    for (const auto& one : page.agencies)
        items += element(
            "li", {attribute("class", "login")},
            element("p", {}, element("b", {}, "The sign-in of ", one.what),
                    element("span", {attribute("class", "meta login__times")},
                            "Linked " + one.since + ". It signs you in here too.")),
            element("form", {attribute("method", "post"), attribute("action", "/sign-ins/agency/remove")},
                    empty("input", {attribute("type", "hidden"), attribute("name", "key"),
                                    attribute("value", one.key)}),
                    element("button", {attribute("class", "btn btn--s"), attribute("type", "submit")},
                            "Unlink it", element("span", {attribute("class", "sr")}, " of ", one.what))));
    return items;
}

Html ways_in(const SignInsPage& page) {
    const bool password = !page.password_since.empty(), second = !page.second_factor_since.empty();
    const auto password_words =
        password ? "Set " + page.password_since + "." : "There is none: a code or a link signs you in.";
    const auto second_words = second ? "On since " + page.second_factor_since + ". " +
                                           std::to_string(page.recovery_codes) + " recovery codes left."
                                     : "There is none. With one, signing in takes your telephone too.";
    return element("section", {attribute("class", "stack"), attribute("aria-labelledby", "ways-in")},
                   element("h2", {attribute("id", "ways-in")}, "How you sign in"),
                   element("ul", {attribute("class", "logins")},
                           way("Password", password_words, "/sign-ins/password",
                               password ? "Change or remove it" : "Set a password"),
                           way("Second factor", second_words, "/sign-ins/second-factor",
                               second ? "Renew or remove it" : "Set up a second factor"),
                           agencies(page)));
}

} // namespace

std::string device_words(std::string_view agent) {
    static constexpr std::array browsers{Words{"Edg/", "Edge"},        Words{"OPR/", "Opera"},
                                         Words{"Firefox/", "Firefox"}, Words{"FxiOS/", "Firefox"},
                                         Words{"CriOS/", "Chrome"},    Words{"Chrome/", "Chrome"},
                                         Words{"Safari/", "Safari"}};
    static constexpr std::array systems{Words{"iPhone", "an iPhone"},  Words{"iPad", "an iPad"},
                                        Words{"Android", "Android"},   Words{"Windows", "Windows"},
                                        Words{"CrOS", "a Chromebook"}, Words{"Mac OS X", "a Mac"},
                                        Words{"Linux", "Linux"}};
    const auto browser = word_for(agent, browsers), system = word_for(agent, systems);
    std::string words{browser.empty() ? "An unknown browser" : browser};
    return system.empty() ? words : words + " on " + std::string{system};
}

std::string sign_ins_page(const SignInsPage& page, const Frame& frame) {
    const auto others = page.sign_ins.size() > 1
                            ? end_form("others", "1", "Sign out everywhere else", "")
                            : element("p", {attribute("class", "meta")}, "Nowhere else.");
    const auto main = element(
        "main", {attribute("class", "sheet"), attribute("id", "main"), attribute("tabindex", "-1")},
        element(
            "div", {attribute("class", "stack")}, element("h1", {}, "Where you are signed in"),
            element("p", {attribute("class", "lead")},
                    "Is there one that you do not know, or no longer have? Sign out there: it can do nothing "
                    "here from then on. What it kept on its own disk stays there.")),
        list(page.sign_ins, "Sign out"), others, ways_in(page), tokens(page));
    return document("Where you are signed in", frame, html::join(header(frame, {}), main, footer(frame, {})));
}

} // namespace interstate::pages
