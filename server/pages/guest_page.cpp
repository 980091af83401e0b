#include "pages/guest_page.hpp"

#include "pages/layout.hpp"

#include <utility>

namespace interstate::pages {

std::optional<std::string_view> embedded(std::string_view name);

namespace {

using html::attribute;
using html::element;
using html::empty;
using html::Html;

Html when(const GuestMeeting& meeting) {
    return element("p", {attribute("class", "lead")}, day_text(meeting.starts_at, meeting.zone), ", ",
                   clock_text(meeting.starts_at, meeting.zone), ", for ", std::to_string(meeting.minutes),
                   " minutes");
}

std::string alone(std::string_view title, const Html& main, const Frame& frame) {
    return document(title, frame,
                    element("main",
                            {attribute("class", "sign sign--alone"), attribute("id", "main"),
                             attribute("tabindex", "-1")},
                            element("div", {attribute("class", "sign__main")}, brand(), main)));
}

Html text_field(html::Literal name, std::string_view label, std::string_view typed, std::string_view hint,
                std::string_view problem, html::Literal autocomplete, html::Literal length) {
    const std::string id = "guest-" + std::string{name.text()};
    return field(
        id, label,
        empty("input",
              {attribute("class", "input"), attribute("id", id), attribute("name", name.text()),
               attribute("type", "text"), attribute("value", typed), attribute("maxlength", length.text()),
               attribute("autocomplete", autocomplete.text()), attribute("aria-describedby", id + "-note")}),
        hint, problem);
}

Html again(std::string_view words) {
    return element("p", {}, element("a", {attribute("href", "/guest"), attribute("class", "btn")}, words));
}

/// What changes is said politely; when the page itself is another one, a link to it appears.
Html how_it_stands(const GuestPage& page) {
    return html::join(
        element("p", {attribute("id", "guest-now"), attribute("role", "status")}, guest_now_words(page)),
        element("div", {attribute("id", "guest-again"), attribute("hidden", "")}, again("Show what is new")),
        element("noscript", {}, again("Look again")));
}

Html agenda(const GuestPage& page) {
    Html items;
    for (const auto& line : page.agenda)
        items += element(
            "li", {}, line.current ? element("b", {}, line.title, " (now)") : html::text(line.title),
            element("span", {attribute("class", "meta")}, " ", std::to_string(line.minutes), " minutes"));
    return page.agenda.empty() ? Html{} : html::join(element("h2", {}, "Agenda"), element("ol", {}, items));
}

Html way_in(const GuestPage& page) {
    Html ways;
    if (!page.link.empty())
        ways += element("p", {},
                        element("a",
                                {attribute("class", "btn btn--primary"), attribute("href", page.link),
                                 attribute("rel", "noreferrer")},
                                "Join the call"));
    if (!page.dial_in.empty()) ways += element("p", {}, "By phone: ", page.dial_in);
    return ways;
}

Html inside(const GuestPage& page) {
    return html::join(page.summary.empty() ? Html{} : element("p", {}, page.summary), way_in(page),
                      agenda(page));
}

} // namespace

std::string guest_form_page(const GuestForm& form, const Frame& frame) {
    const bool wrong =
        !form.problem.empty() || !form.name_problem.empty() || !form.affiliation_problem.empty();
    const auto problem =
        !wrong ? Html{}
               : element("p", {attribute("class", "field__problem"), attribute("role", "alert")},
                         form.problem.empty() ? "Something is missing or wrong below. Nothing was sent."
                                              : form.problem);
    return alone(
        (wrong ? "Correct what you typed · " : "") + form.meeting.title,
        html::join(
            element(
                "div", {attribute("class", "stack")}, element("h1", {}, form.meeting.title),
                when(form.meeting),
                element(
                    "p", {},
                    "You are invited as a guest. Say who you are; whoever runs the session lets you in.")),
            problem,
            element(
                "form",
                {attribute("class", "stack"), attribute("method", "post"), attribute("action", form.path)},
                text_field("name", "Your name", form.name, "Everybody in the session sees it.",
                           form.name_problem, "name", "120"),
                text_field("affiliation", "Where you are from", form.affiliation,
                           "Your organization, if you come for one.", form.affiliation_problem,
                           "organization", "160"),
                submit("Ask to come in"))),
        frame);
}

std::string guest_now_words(const GuestPage& page) {
    switch (page.state) {
    case GuestState::waiting:
        return "You wait to be let in. Whoever runs the session sees your name.";
    case GuestState::over:
        return "You are not in this session: it is over, or whoever runs it has decided so.";
    case GuestState::inside:
        break;
    }
    if (!page.is_open) return "You are let in. The session has not begun.";
    for (const auto& line : page.agenda)
        if (line.current) return "You are in. Now: " + line.title;
    return "You are in. The session is open.";
}

std::string_view guest_state_word(GuestState state) {
    switch (state) {
    case GuestState::waiting:
        return "waiting";
    case GuestState::inside:
        return "inside";
    case GuestState::over:
        return "over";
    }
    std::unreachable();
}

std::string guest_page(const GuestPage& page, const Frame& frame) {
    const auto main =
        element("div", {attribute("class", "stack"), attribute("data-now", guest_state_word(page.state))},
                element("h1", {}, page.meeting.title), when(page.meeting),
                element("p", {attribute("class", "meta")}, "You are here as ", page.name, "."),
                how_it_stands(page), page.state == GuestState::inside ? inside(page) : Html{});
    const auto script =
        page.state == GuestState::over
            ? Html{}
            : element("script", {attribute("type", "module"), attribute("src", "/guest.js")}, "");
    const auto* state = page.state == GuestState::waiting  ? "Waiting · "
                        : page.state == GuestState::inside ? "Guest · "
                                                           : "Over · ";
    return alone(state + page.meeting.title, html::join(main, script), frame);
}

std::string_view guest_script() { return embedded("guest.js").value_or(std::string_view{}); }

} // namespace interstate::pages
