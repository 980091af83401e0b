#include "pages/join_page.hpp"

#include "pages/join_seat_page.hpp"
#include "pages/layout.hpp"

namespace interstate::pages {
namespace {

using html::attribute;
using html::Attributes;
using html::element;
using html::empty;
using html::Html;

const std::string& of(const std::map<std::string, std::string>& texts, const std::string& name) {
    static const std::string nothing;
    const auto found = texts.find(name);
    return found == texts.end() ? nothing : found->second;
}

/// The text fields of the form, in their order.
struct Input {
    html::Literal name, label, hint, autocomplete, type, length;
};

Html text_field(const JoinPage& page, const Input& input) {
    const std::string name{input.name.text()};
    const auto typed = of(page.typed, name);
    const auto id = "join-" + name;
    return field(id, input.label.text(),
                 empty("input", {attribute("class", "input"), attribute("id", id), attribute("name", name),
                                 attribute("type", input.type.text()), attribute("value", typed),
                                 attribute("maxlength", input.length.text()),
                                 attribute("autocomplete", input.autocomplete.text()),
                                 attribute("aria-describedby", id + "-note")}),
                 input.hint.text(), of(page.problems, name));
}

Html option(const std::string& value, const std::string& words, const std::string& chosen) {
    return value == chosen ? element("option", {attribute("value", value), attribute("selected", "")}, words)
                           : element("option", {attribute("value", value)}, words);
}

Html options(const std::vector<std::pair<std::string, std::string>>& choices, const std::string& chosen) {
    Html all;
    for (const auto& [value, words] : choices) all += option(value, words, chosen);
    return all;
}

Html select_field(const JoinPage& page, const std::string& name, std::string_view label, const Html& choices,
                  std::string_view hint) {
    const auto id = "join-" + name;
    return field(id, label,
                 element("select",
                         {attribute("class", "input"), attribute("id", id), attribute("name", name),
                          attribute("aria-describedby", id + "-note")},
                         choices),
                 hint, of(page.problems, name));
}

Html agency_fields(const JoinPage& page) {
    const auto& chosen = of(page.typed, "organisation");
    const auto choices = html::join(
        option("", "Choose your agency", chosen),
        element("optgroup", {attribute("label", "States and jurisdictions")}, options(page.states, chosen)),
        page.others.empty()
            ? Html{}
            : element("optgroup", {attribute("label", "Partners and centers")}, options(page.others, chosen)),
        option("other", "Another organization", chosen));
    static const std::vector<std::pair<std::string, std::string>> types{
        {"partner", "Partner"},
        {"ta_provider", "Comprehensive center or technical assistance"},
        {"federal", "Federal office or funder"}};
    return html::join(
        select_field(page, "organisation", "Agency", choices, "The agency that you work for."),
        element(
            "fieldset", {attribute("class", "stack")}, element("legend", {}, "If it is another organization"),
            text_field(page, {"agency", "Its name", "As it writes itself.", "organization", "text", "200"}),
            select_field(page, "type", "What it is", options(types, of(page.typed, "type")), "")));
}

Html statement_field(const JoinPage& page) {
    return field(
        "join-statement", "What brings you here",
        element("textarea",
                {attribute("class", "input"), attribute("id", "join-statement"),
                 attribute("name", "statement"), attribute("rows", "6"), attribute("maxlength", "4000"),
                 attribute("aria-describedby", "join-statement-note")},
                of(page.typed, "statement")),
        "What you work on, and what you hope to bring and find. Who decides reads this.",
        of(page.problems, "statement"));
}

Html problem_summary(const JoinPage& page) {
    if (page.problems.empty()) return {};
    const auto& general = of(page.problems, "");
    return element("p", {attribute("class", "field__problem"), attribute("role", "alert")},
                   general.empty() ? "Something is missing or wrong below. Nothing was sent." : general);
}

std::string alone(std::string_view title, const Html& main, const Frame& frame) {
    return document(title, frame,
                    element("main",
                            {attribute("class", "sign sign--alone"), attribute("id", "main"),
                             attribute("tabindex", "-1")},
                            element("div", {attribute("class", "sign__main")}, brand(), main)));
}

Html where_mails_are(const CodePage& page) {
    return page.shows_mail
               ? html::join("This is a demonstration: its mails stay here, as ",
                            element("a", {attribute("href", "/outgoing-mail")}, "outgoing mail"), ".")
               : html::text("It can take a minute; look among the unwanted mail too.");
}

std::string done(std::string_view title, std::string_view words, const Html& way, const Frame& frame) {
    return alone(title, html::join(element("h1", {}, title), element("p", {}, words), element("p", {}, way)),
                 frame);
}

} // namespace

const std::vector<std::pair<std::string, std::string>>& functions() {
    static const std::vector<std::pair<std::string, std::string>> all{
        {"school_improvement_lead", "School improvement lead"},
        {"title_i_director", "Title I director"},
        {"school_leadership", "School leadership"},
        {"deputy_superintendent", "Deputy superintendent"},
        {"associate_superintendent", "Associate superintendent"},
        {"principal_supervisor", "Principal supervisor"},
        {"family_engagement", "Family and community engagement"},
        {"accountability_data", "Accountability and data"},
        {"federal_programs", "Other federal programs"},
        {"ta_provider", "Technical assistance provider"},
        {"comprehensive_center", "Comprehensive Center staff"},
        {"subject_expert", "Subject matter expert"}};
    return all;
}

std::string join_page(const JoinPage& page, const Frame& frame) {
    auto choices = option("", "Something else", of(page.typed, "function"));
    choices += options(functions(), of(page.typed, "function"));
    const auto form = element(
        "form",
        {attribute("class", "stack"), attribute("method", "post"), attribute("action", "/join"),
         attribute("novalidate", "")},
        empty("input", {attribute("type", "hidden"), attribute("name", "collaborative"),
                        attribute("value", page.slug())}),
        agency_fields(page),
        text_field(page, {"name", "Your name", "As you want to be called.", "name", "text", "120"}),
        text_field(page, {"address", "Your work mail address", "A code goes there, to confirm it.", "email",
                          "email", "254"}),
        text_field(page, {"title", "Your title", "May stay empty.", "organization-title", "text", "160"}),
        select_field(page, "function", "What you do there", choices, ""), statement_field(page),
        submit("Send me the code"));
    return alone(page.problems.empty() ? "Ask to join" : "Correct your request · Ask to join",
                 html::join(element("div", {attribute("class", "stack")},
                                    element("h1", {}, "Ask to join ", page.collaborative),
                                    element("p", {},
                                            "No account is needed. You confirm your address with a code; "
                                            "then somebody reads this and answers by mail."),
                                    problem_summary(page)),
                            form),
                 frame);
}

std::string join_choice_page(const std::vector<std::pair<std::string, std::string>>& collaboratives,
                             const Frame& frame) {
    html::Html choices;
    for (const auto& [name, slug] : collaboratives)
        choices += element("li", {}, element("a", {attribute("href", "/join?collaborative=" + slug)}, name));
    return alone("Ask to join",
                 html::join(element("h1", {}, "Ask to join"),
                            element("p", {}, "Several collaboratives are here. Which one is it?"),
                            element("ul", {attribute("class", "stack")}, choices)),
                 frame);
}

std::string join_code_page(const CodePage& page, const Frame& frame) {
    const auto again =
        element("p", {attribute("class", "meta")}, element("a", {attribute("href", "/join")}, "Begin again"));
    if (page.over)
        return alone(
            "This code is over · Ask to join",
            html::join(element("h1", {}, "This code is over"), element("p", {}, page.problem), again), frame);
    const auto input =
        empty("input", {attribute("class", "input input--code"), attribute("id", "code"),
                        attribute("name", "code"), attribute("inputmode", "numeric"),
                        attribute("autocomplete", "one-time-code"), attribute("required", ""),
                        attribute("maxlength", "20"), attribute("aria-describedby", "code-note")});
    return alone(
        page.problem.empty() ? "Confirm your address" : "Correct the code · Ask to join",
        html::join(
            element("div", {attribute("class", "stack")}, element("h1", {}, "Confirm your address"),
                    element("p", {},
                            "A code is on its way to it, good for 15 minutes; the link in "
                            "the same mail does the same.")),
            element(
                "form",
                {attribute("class", "stack"), attribute("method", "post"), attribute("action", "/join/code")},
                field("code", "Code", input, "Six digits, in the mail's subject too.", page.problem),
                submit("Confirm")),
            element("p", {attribute("class", "meta")}, where_mails_are(page)), again),
        frame);
}

std::string join_link_page(std::string_view path, const Frame& frame) {
    return alone("Confirm your address",
                 html::join(element("h1", {}, "Confirm your address"),
                            element("p", {}, "Your request to join goes to who decides once you press this."),
                            element("form", {attribute("method", "post"), attribute("action", path)},
                                    submit("Confirm"))),
                 frame);
}

std::string join_done_page(const Frame& frame) {
    return done("Your request is on its way",
                "Your address is confirmed. Who decides has been told, and answers by mail: with a link that "
                "lets you in, or with the reason why not.",
                element("a", {attribute("href", "/")}, "Back to the first page"), frame);
}

std::string join_seat_page(JoinSeat seat, const Frame& frame) {
    const auto sign_in = element("a", {attribute("href", "/sign-in")}, "Sign in");
    if (seat == JoinSeat::let_in)
        return done("You are in",
                    "Your address is confirmed, and your agency lets it in: the seat is yours. A mail with a "
                    "link that signs you in is on its way, too.",
                    sign_in, frame);
    return done(
        "You have a seat already",
        "Your address is confirmed, and it has a seat here: sign in with it. Who decides has what you "
        "wrote, and may answer by mail.",
        sign_in, frame);
}

} // namespace interstate::pages
