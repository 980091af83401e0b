#include "pages/layout.hpp"

#include <optional>

namespace interstate::pages {

/// Made at build time by embed_files.cmake.
std::optional<std::string_view> embedded(std::string_view name);

using html::element;
using html::empty;
using html::Html;

Html brand() {
    return element(
        "a", {{"class", "brand"}, {"href", "/"}},
        Html::markup(
            "<svg aria-hidden=\"true\" viewBox=\"0 0 30 20\"><rect x=\"1\" y=\"1\" width=\"18\" height=\"18\""
            " rx=\"4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/><rect x=\"11\" y=\"1\""
            " width=\"18\" height=\"18\" rx=\"4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>"
            "<path class=\"brand__lens\" d=\"M12 2h6v16h-6z\"/></svg>"),
        "Interstate");
}

Html notice(const Frame& frame) {
    if (!frame.demonstration) return {};
    return element("aside", {{"class", "demo"}, {"aria-label", "Notice"}},
                   element("p", {}, element("strong", {}, "Demonstration."),
                           " People, statements and dates are invented; no agency has said or done this."));
}

std::string document(std::string_view title, const Frame& frame, const Html& body) {
    const auto head = element(
        "head", {}, empty("meta", {{"charset", "utf-8"}}),
        empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
        empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}}),
        frame.demonstration ? empty("meta", {{"name", "robots"}, {"content", "noindex"}}) : Html{},
        element("title", {}, title, " · Interstate"), empty("link", {{"rel", "icon"}, {"href", "/icon.svg"}}),
        empty("link", {{"rel", "stylesheet"}, {"href", "/pages.css"}}));
    const auto page =
        element("html", {{"lang", "en-US"}}, head,
                element("body", {{"class", frame.demonstration ? "is-demonstration" : "is-real"}},
                        element("a", {{"class", "skip"}, {"href", "#main"}}, "Skip to content"),
                        notice(frame), body));
    return "<!doctype html>\n" + page.str() + "\n";
}

Html header(const Frame& frame, const Html& links) {
    const auto way_in = frame.work.empty()
                            ? element("a", {{"class", "btn btn--s"}, {"href", "/sign-in"}}, "Sign in")
                            : element("a", {{"class", "btn btn--s"}, {"href", frame.work}}, "To your work");
    const auto nav = links.empty()
                         ? Html{}
                         : element("nav", {{"class", "top__nav"}, {"aria-label", "On this page"}}, links);
    return element("header", {{"class", "top"}}, brand(), nav,
                   element("div", {{"class", "top__end"}}, way_in));
}

Html field(std::string_view id, std::string_view label, const Html& input, std::string_view hint,
           std::string_view problem) {
    const auto note_id = std::string{id} + "-note";
    const auto note =
        problem.empty()
            ? element("p", {{"class", "meta"}, {"id", note_id}}, hint)
            : element("p", {{"class", "field__problem"}, {"id", note_id}, {"role", "alert"}}, problem);
    return element("div", {{"class", problem.empty() ? "field" : "field field--problem"}},
                   element("label", {{"for", std::string{id}}}, label), input, note);
}

Html shared_box(std::string_view id, bool checked) {
    const auto note_id = std::string{id} + "-note";
    const auto box = checked ? empty("input", {{"type", "checkbox"},
                                               {"name", "shared"},
                                               {"value", "1"},
                                               {"id", std::string{id}},
                                               {"aria-describedby", note_id},
                                               {"checked", ""}})
                             : empty("input", {{"type", "checkbox"},
                                               {"name", "shared"},
                                               {"value", "1"},
                                               {"id", std::string{id}},
                                               {"aria-describedby", note_id}});
    return element("div", {{"class", "check"}},
                   element("label", {{"for", std::string{id}}}, box, " This is a shared computer"),
                   element("p", {{"class", "meta"}, {"id", note_id}},
                           "Nothing is kept on it, and you are signed out after half an hour without you."));
}

Html submit(std::string_view words) {
    return element("button", {{"class", "btn btn--primary"}, {"type", "submit"}}, words);
}

Html footer(const Frame& frame, std::string_view attribution) {
    return element("footer", {{"class", "foot"}},
                   attribution.empty() ? Html{} : element("p", {{"class", "meta"}}, attribution),
                   frame.demonstration ? element("p", {{"class", "meta"}},
                                                 "This is a demonstration, not a product of CCSSO or of the"
                                                 " U.S. Department of Education.")
                                       : Html{});
}

std::string_view stylesheet() { return embedded("pages.css").value_or(std::string_view{}); }

std::string robots_txt(bool demonstration) {
    if (demonstration) return "User-agent: *\nDisallow: /\n";
    return "User-agent: *\nAllow: /$\nAllow: /pages.css\nDisallow: /\n";
}

} // namespace interstate::pages
