#include "pages/layout.hpp"

#include <algorithm>
#include <tuple>

namespace interstate::pages {
namespace {

using html::attribute;
using html::element;
using html::empty;
using html::Html;

/// People of one state; those of no state stand together.
struct Group {
    std::string title;
    std::string code;
    std::vector<const SignInPerson*> people;
};

/// Those who run things first: they are whom most visitors want to be.
int rank_of(const std::string& role) {
    if (role == "Administrator") return 0;
    return role == "Facilitator" ? 1 : 2;
}

std::vector<Group> groups_of(const std::vector<SignInPerson>& people) {
    std::vector<Group> states;
    Group others{.title = "Facilitators, partners, observers", .code = {}, .people = {}};
    for (const auto& person : people) {
        if (person.code.empty()) {
            others.people.push_back(&person);
            continue;
        }
        const auto found = std::ranges::find(states, person.code, &Group::code);
        auto& group =
            found == states.end() ? states.emplace_back(Group{person.organisation, person.code, {}}) : *found;
        group.people.push_back(&person);
    }
    std::ranges::sort(states, {}, &Group::title);
    std::ranges::sort(others.people, {}, [](const SignInPerson* person) {
        return std::tuple{rank_of(person->role), person->name};
    });
    if (!others.people.empty()) states.insert(states.begin(), std::move(others));
    return states;
}

std::string anchor_of(const Group& group) {
    return group.code.empty() ? "people-others" : "people-" + group.code;
}

std::string initials_of(const std::string& name) {
    std::string initials;
    for (std::size_t i = 0; i < name.size() && initials.size() < 2; ++i)
        if ((i == 0 || name[i - 1] == ' ') && static_cast<unsigned char>(name[i]) < 0x80) initials += name[i];
    return initials;
}

Html person_button(const SignInPerson& person) {
    const auto mark =
        person.code.empty()
            ? element("span", {attribute("class", "tile tile--person"), attribute("aria-hidden", "true")},
                      initials_of(person.name))
            : element("span", {attribute("class", "tile"), attribute("aria-hidden", "true")}, person.code);
    const auto where = person.code.empty() ? person.role + ", " + person.organisation : person.role;
    return element("li", {},
                   element("button",
                           {attribute("class", "pick"), attribute("type", "submit"),
                            attribute("name", "person"), attribute("value", person.person.text())},
                           mark,
                           element("span", {attribute("class", "pick__who")}, element("b", {}, person.name),
                                   " ", element("span", {attribute("class", "meta")}, person.title), " ",
                                   element("span", {attribute("class", "meta")}, where)),
                           Html::markup("<svg class=\"icon\" aria-hidden=\"true\" viewBox=\"0 0 20 20\">"
                                        "<path d=\"m7.5 5 5 5-5 5\"/></svg>")));
}

Html group_section(const Group& group) {
    const auto anchor = anchor_of(group);
    Html people;
    for (const auto* person : group.people) people += person_button(*person);
    return element("section", {attribute("class", "group"), attribute("aria-labelledby", anchor)},
                   element("h3", {attribute("id", anchor), attribute("tabindex", "-1")}, group.title),
                   element("ul", {attribute("class", "picks")}, people));
}

Html jumps(const std::vector<Group>& groups) {
    Html tiles;
    for (const auto& group : groups) {
        if (group.code.empty()) continue;
        const auto count = std::to_string(group.people.size());
        tiles += element(
            "li", {},
            element("a", {attribute("class", "tile tile--m"), attribute("href", "#" + anchor_of(group))},
                    element("span", {attribute("aria-hidden", "true")}, group.code),
                    element("span", {attribute("class", "tile__n"), attribute("aria-hidden", "true")}, count),
                    element("span", {attribute("class", "sr")},
                            group.title + ", " + count + (count == "1" ? " person" : " people"))));
    }
    return element("nav", {attribute("aria-label", "States")},
                   element("ul", {attribute("class", "tiles")}, tiles));
}

Html demonstration_people(const SignInPage& page) {
    const auto groups = groups_of(page.people);
    Html sections;
    for (const auto& group : groups) sections += group_section(group);
    return element("section", {attribute("class", "sign__demo"), attribute("aria-labelledby", "somebody")},
                   element("h2", {attribute("id", "somebody")}, "Or be somebody for a while"),
                   element("p", {}, "Choose a person. You see what that person sees."), jumps(groups),
                   element("form",
                           {attribute("class", "stack"), attribute("method", "post"),
                            attribute("action", "/sign-in/demonstration")},
                           empty("input", {attribute("type", "hidden"), attribute("name", "next"),
                                           attribute("value", page.next)}),
                           shared_box("somebody-shared", page.shared),
                           element("div", {attribute("class", "groups")}, sections)));
}

const char* way_in(const SignInPage& page) {
    if (page.by_mail && page.by_agency)
        return "By your agency's own sign-in, your password, or a code of six digits that we mail you.";
    return page.by_mail
               ? "By your password, or by a code of six digits that we mail you."
               : "By your password, or by the link you were sent: it signs you in on this device, once.";
}

Html address_input(const SignInPage& page) {
    return empty("input",
                 {attribute("class", "input"), attribute("id", "address"), attribute("name", "address"),
                  attribute("type", "email"), attribute("autocomplete", "username"),
                  attribute("required", ""), attribute("maxlength", "254"), attribute("value", page.address),
                  attribute("aria-describedby", "address-note")});
}

Html address_form(const SignInPage& page) {
    const auto password = empty("input", {attribute("class", "input"), attribute("id", "password"),
                                          attribute("name", "password"), attribute("type", "password"),
                                          attribute("autocomplete", "current-password"),
                                          attribute("aria-describedby", "password-note")});
    const auto by_mail = element(
        "button",
        {attribute("class", "btn"), attribute("type", "submit"), attribute("formaction", "/sign-in/mail")},
        "Mail me a code");
    const auto by_agency = element(
        "button",
        {attribute("class", "btn"), attribute("type", "submit"), attribute("formaction", "/sign-in/agency")},
        "Use my agency's sign-in");
    return element(
        "form",
        {attribute("class", "stack"), attribute("method", "post"), attribute("action", "/sign-in/password")},
        empty("input",
              {attribute("type", "hidden"), attribute("name", "next"), attribute("value", page.next)}),
        field("address", "Work e-mail", address_input(page), "The one that you were invited with.",
              page.problem),
        field("password", "Password", password,
              page.by_mail ? "Leave it empty if you have none: a code comes by mail instead."
                           : "The one that you set here. Without one, use the link you were sent.",
              page.password_problem),
        shared_box("shared", page.shared), submit("Sign in"), page.by_mail ? by_mail : Html{},
        page.by_agency ? by_agency : Html{});
}

Html help(const SignInPage& page, bool offers) {
    const auto what = element("a", {attribute("href", "/")}, "What this is, and who joins");
    if (page.by_mail)
        return element("p", {attribute("class", "meta")},
                       page.shows_mail
                           ? html::join("The mails of a demonstration stay here: ",
                                        element("a", {attribute("href", "/outgoing-mail")}, "outgoing mail"),
                                        ". ")
                           : Html{},
                       what);
    if (offers) return element("p", {attribute("class", "meta")}, what);
    auto who = page.contact_name.empty() ? html::text("whoever invited you") : html::text(page.contact_name);
    if (!page.contact_address.empty())
        who += html::join(
            ", ", element("a", {attribute("href", "mailto:" + page.contact_address)}, page.contact_address),
            ",");
    return element("p", {attribute("class", "meta")}, "No link, or it is over? Ask ", who, " for a new one. ",
                   what);
}

} // namespace

std::string sign_in_page(const SignInPage& page, const Frame& frame) {
    const bool offers = frame.demonstration && !page.people.empty();
    const auto main = element("div", {attribute("class", "sign__main")}, brand(),
                              element("div", {attribute("class", "stack")}, element("h1", {}, "Sign in"),
                                      element("p", {}, way_in(page))),
                              address_form(page), help(page, offers));
    const auto* title = !page.problem.empty()            ? "Correct the address · Sign in"
                        : !page.password_problem.empty() ? "Correct the password · Sign in"
                                                         : "Sign in";
    return document(title, frame,
                    element("main",
                            {attribute("class", offers ? "sign" : "sign sign--alone"),
                             attribute("id", "main"), attribute("tabindex", "-1")},
                            main, offers ? demonstration_people(page) : Html{}));
}

std::string sign_in_link_page(std::string_view person_name, std::string_view path, const Frame& frame) {
    const auto main = element(
        "div", {attribute("class", "sign__main")}, brand(),
        element("div", {attribute("class", "stack")}, element("h1", {}, "Sign in as ", person_name),
                element("p", {}, "One press signs you in on this device. The link works once.")),
        element("form", {attribute("class", "stack"), attribute("method", "post"), attribute("action", path)},
                shared_box("shared", false),
                element("button", {attribute("class", "btn btn--primary"), attribute("type", "submit")},
                        "Sign in")),
        element("p", {attribute("class", "meta")},
                "Not you? Close this page, and tell who sent you the link."));
    return document("Sign in", frame,
                    element("main",
                            {attribute("class", "sign sign--alone"), attribute("id", "main"),
                             attribute("tabindex", "-1")},
                            main));
}

std::string known_already_page(std::string_view collaborative, const std::string& work, const Frame& frame) {
    const auto main = element(
        "div", {attribute("class", "sign__main")}, brand(),
        element(
            "div", {attribute("class", "stack")}, element("h1", {}, "You have a seat in ", collaborative),
            element(
                "p", {},
                "You have an account on this server already, so this link does not sign you in: sign in as "
                "you always do, and both are there."),
            element("p", {},
                    "You have never signed in? Whoever runs this server can make you a link of your own.")),
        element("p", {},
                element("a",
                        {attribute("class", "btn btn--primary"), attribute("href", "/sign-in?next=" + work)},
                        "Sign in")));
    return document("You have a seat", frame,
                    element("main",
                            {attribute("class", "sign sign--alone"), attribute("id", "main"),
                             attribute("tabindex", "-1")},
                            main));
}

std::string message_page(std::string_view title, std::string_view text, const Frame& frame) {
    const auto main = element(
        "main",
        {attribute("class", "sheet sheet--message"), attribute("id", "main"), attribute("tabindex", "-1")},
        element("h1", {}, title), element("p", {attribute("class", "lead")}, text),
        element("p", {attribute("class", "btns")},
                element("a", {attribute("class", "btn"), attribute("href", "/")}, "To the public page")));
    return document(title, frame, html::join(header(frame, {}), main, footer(frame, {})));
}

} // namespace interstate::pages
