#include "pages/layout.hpp"

#include <algorithm>
#include <array>

namespace interstate::pages {
namespace {

using html::attribute;
using html::element;
using html::Html;

/// The tile map of the stylesheet has so many places.
constexpr int map_columns = 11;
constexpr int map_rows = 9;

/// "2026-2027" as people write it.
std::string year_text(const std::string& year) {
    const auto dash = year.find('-');
    return dash == year.npos ? year : year.substr(0, dash) + "–" + year.substr(dash + 1);
}

/// Numbers that stand at the beginning of a heading.
std::string count_text(std::size_t count) {
    constexpr std::array<const char*, 21> words{
        "No",       "One",     "Two",     "Three",     "Four",     "Five",     "Six",
        "Seven",    "Eight",   "Nine",    "Ten",       "Eleven",   "Twelve",   "Thirteen",
        "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty"};
    return count < words.size() ? words.at(count) : std::to_string(count);
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return count_text(count) + " " + (count == 1 ? one : many);
}

template <class T, class Make>
Html list_of(const std::vector<T>& things, Make make) {
    Html items;
    for (const auto& thing : things) items += make(thing);
    return items;
}

Html paragraph(std::string_view text) { return element("p", {}, text); }

/// A ruled section: its name hangs in the margin, the content stands right of it.
Html section(html::Literal id, std::string_view heading, std::string_view margin_note, const Html& body) {
    const std::string anchor{id.text()};
    return element(
        "section", {attribute("class", "sec"), attribute("aria-labelledby", anchor)},
        element("div", {attribute("class", "sec__head")}, element("h2", {attribute("id", anchor)}, heading),
                margin_note.empty() ? Html{} : element("p", {attribute("class", "meta")}, margin_note)),
        element("div", {attribute("class", "sec__body")}, body));
}

// ---- the head of the page -------------------------------------------------------------------------------

Html tile(const StateTile& state) {
    const auto place = "tile tile--map c" + std::to_string(state.column) + " r" + std::to_string(state.row);
    if (!state.member)
        return element("li", {attribute("class", place + " tile--out"), attribute("aria-hidden", "true")});
    return element("li", {attribute("class", place + " tile--in")},
                   element("span", {attribute("aria-hidden", "true")}, state.code),
                   element("span", {attribute("class", "sr")}, state.name));
}

std::vector<StateTile> members_of(const PublicPage& page) {
    std::vector<StateTile> members;
    std::ranges::copy_if(page.states, std::back_inserter(members), &StateTile::member);
    return members;
}

Html tile_map(const PublicPage& page, std::size_t members) {
    const auto on_map = [](const StateTile& state) {
        return state.column >= 0 && state.column < map_columns && state.row >= 0 && state.row < map_rows;
    };
    std::vector<StateTile> states;
    std::ranges::copy_if(page.states, std::back_inserter(states), on_map);
    if (members == 0) return {};
    return element("ul",
                   {attribute("class", "usmap"),
                    attribute("aria-label", counted(members, "member state", "member states"))},
                   list_of(states, tile));
}

Html hero(const PublicPage& page, std::size_t members, bool joins) {
    return element(
        "div", {attribute("class", "hero")},
        element("div", {attribute("class", "hero__words")},
                element("p", {attribute("class", "meta")}, page.name, ", ", year_text(page.year)),
                element("h1", {}, "States improving schools, together"),
                element("p", {attribute("class", "lead")}, page.description),
                element("p", {attribute("class", "btns no-print")},
                        element("a",
                                {attribute("class", "btn btn--primary"),
                                 attribute("href", joins ? page.join : "#ask")},
                                "Ask to join"),
                        page.series ? element("a", {attribute("class", "btn"), attribute("href", "#series")},
                                              "See the exchange series")
                                    : Html{})),
        tile_map(page, members));
}

// ---- sections -------------------------------------------------------------------------------------------

Html principles_of(const GoalLine& goal) {
    const auto principle = [](const PrincipleLine& line) {
        return element("li", {}, element("b", {}, "Principle " + std::to_string(line.number)), " ",
                       line.title);
    };
    if (goal.principles.empty()) return {};
    return element("ul", {attribute("class", "ties"), attribute("aria-label", "Principles it works towards")},
                   list_of(goal.principles, principle));
}

Html partners_of(const GoalLine& goal) {
    if (goal.partners.empty()) return {};
    std::string names;
    for (const auto& name : goal.partners) names += (names.empty() ? "" : ", ") + name;
    return element("p", {attribute("class", "meta")}, "With ", element("b", {}, names));
}

Html goal_list(const GoalsPart& part) {
    Html items;
    for (auto goal = part.goals.begin(); goal != part.goals.end();) {
        auto body = html::join(paragraph(goal->text), principles_of(*goal), partners_of(*goal));
        Html parts;
        for (++goal; goal != part.goals.end() && goal->part; ++goal)
            parts += element("li", {}, paragraph(goal->text), principles_of(*goal), partners_of(*goal));
        if (!parts.empty()) body += element("ol", {attribute("class", "goals goals--parts")}, parts);
        items += element("li", {}, body);
    }
    return items.empty() ? Html{} : element("ol", {attribute("class", "goals")}, items);
}

Html goals_of(const GoalsPart& part) {
    const auto lead =
        part.overall.empty() ? Html{} : element("p", {attribute("class", "lead")}, part.overall);
    return html::join(lead, goal_list(part));
}

Html goals(const PublicPage& page) {
    const bool own = page.goals && page.goals->year == page.year;
    const auto note = own          ? year_text(page.year)
                      : page.goals ? "Set for " + year_text(page.goals->year) + ". Goals for " +
                                         year_text(page.year) + " are not published yet."
                                   : "";
    auto body = page.goals ? goals_of(*page.goals)
                           : paragraph("Goals for " + year_text(page.year) + " are not published yet.");
    if (page.goals_ahead)
        body += html::join(element("h3", {}, "Goals for " + year_text(page.goals_ahead->year)),
                           goals_of(*page.goals_ahead));
    return section("goals", "This year’s goals", note, body);
}

Html partners(const PublicPage& page) {
    const auto line = [](const std::string& name) { return element("li", {}, name); };
    return section("partners", "Partners", "Who works on the goals with the states",
                   element("ul", {attribute("class", "plain")}, list_of(page.partners, line)));
}

/// One column of a table: its heading, and how its cells stand.
struct Column {
    std::string heading;
    std::string cell_class;
    /// The cell that names its row.
    bool names_row = false;
};

// On a phone the stylesheet makes each row an entry; the roles say that it is a table all the same.
Html table_row(const std::vector<Column>& columns, const std::vector<Html>& cells) {
    Html row;
    for (std::size_t i = 0; i < columns.size(); ++i)
        row += columns[i].names_row
                   ? element("th", {attribute("scope", "row"), attribute("role", "rowheader")}, cells[i])
                   : element("td", {attribute("class", columns[i].cell_class), attribute("role", "cell")},
                             cells[i]);
    return element("tr", {attribute("role", "row")}, row);
}

Html table(html::Literal id, std::string_view caption, const std::vector<Column>& columns, const Html& rows) {
    const auto heading = [](const Column& column) {
        return element("th",
                       {attribute("scope", "col"), attribute("role", "columnheader"),
                        attribute("class", column.cell_class)},
                       column.heading);
    };
    return element("div",
                   {attribute("class", "scroll-x"), attribute("tabindex", "0"), attribute("role", "region"),
                    attribute("aria-labelledby", id.text())},
                   element("table", {attribute("role", "table"), attribute("aria-labelledby", id.text())},
                           element("caption", {attribute("id", id.text())}, caption),
                           element("thead", {attribute("role", "rowgroup")},
                                   element("tr", {attribute("role", "row")}, list_of(columns, heading))),
                           element("tbody", {attribute("role", "rowgroup")}, rows)));
}

Html sessions(const SeriesPart& series) {
    const std::vector<Column> columns{
        {"No.", "num"}, {"Topic", "", true}, {"Date", "nowrap"}, {"Status", "nowrap"}};
    const auto row = [&](const SessionLine& session) {
        return table_row(columns, {Html{std::to_string(session.ordinal)}, Html{session.title},
                                   Html{session.day}, Html{session.state}});
    };
    return table("sessions", counted(series.sessions.size(), "session", "sessions"), columns,
                 list_of(series.sessions, row));
}

Html series(const PublicPage& page) {
    if (!page.series)
        return section("series", "Exchange series", "",
                       paragraph("No series has been published for this membership year yet."));
    const auto objective = [](const ObjectiveLine& line) {
        return element("li", {}, element("h4", {}, line.short_name), paragraph(line.text));
    };
    const auto& part = *page.series;
    auto body = element("h3", {}, part.title);
    body += element("p", {attribute("class", "measure")}, part.description);
    if (!part.sessions.empty()) body += sessions(part);
    body += element("h3", {}, counted(part.objectives.size(), "objective", "objectives"));
    body += element("ol", {attribute("class", "objectives")}, list_of(part.objectives, objective));
    return section("series", "Exchange series", part.dates, body);
}

Html meetings(const PublicPage& page) {
    if (page.meetings.empty())
        return section("meetings", "Meeting dates", "", paragraph("No dates are announced."));
    const std::vector<Column> columns{
        {"Date", "nowrap"}, {"Begins", "nowrap"}, {"Meeting", "", true}, {"Where", ""}};
    const auto row = [&](const MeetingLine& meeting) {
        const auto what =
            html::join(element("span", {attribute("class", "meta")}, meeting.type), " ", meeting.title);
        return table_row(columns, {Html{meeting.day}, Html{meeting.time}, what, Html{meeting.place}});
    };
    return section("meetings", "Meeting dates", "In the host’s time",
                   table("dates", "Ahead, the nearest first", columns, list_of(page.meetings, row)));
}

Html states(const PublicPage& page, const std::vector<StateTile>& members) {
    const auto heading = members.empty() ? "Member states" : counted(members.size(), "state", "states");
    const auto note = "Members in " + year_text(page.year);
    if (members.empty())
        return section("states", heading, note,
                       paragraph("No state has joined for this membership year yet."));
    const auto line = [](const StateTile& state) {
        return element("li", {},
                       element("span", {attribute("class", "tile tile--s"), attribute("aria-hidden", "true")},
                               state.code),
                       " ", state.name);
    };
    return section("states", heading, note,
                   element("ul", {attribute("class", "columns columns--tiles")}, list_of(members, line)));
}

Html who_joins(const PublicPage& page) {
    const auto line = [](const std::string& label) { return element("li", {}, label); };
    auto body = element(
        "p", {attribute("class", "measure")},
        "A state education agency joins for a membership year, July 1 to June 30, and names its people:");
    body += element("ul", {attribute("class", "columns")}, list_of(page.who_joins, line));
    return section("join", "Who joins", "", body);
}

Html documents(const PublicPage& page) {
    const auto line = [](const std::string& title) { return element("li", {}, title); };
    return section("documents", "Documents", "From the convener; ask for a copy",
                   element("ul", {attribute("class", "plain")}, list_of(page.documents, line)));
}

Html whom_to_ask(const PublicPage& page) {
    auto body = element("p", {attribute("class", "measure")}, "The collaborative is convened by the ",
                        page.convener, ".");
    if (page.contact)
        body += element(
            "p", {attribute("class", "measure")}, "Ask ", element("b", {}, page.contact->name), ", ",
            page.contact->title, ", at ",
            element("a", {attribute("href", "mailto:" + page.contact->address)}, page.contact->address),
            ": about joining, about the meetings, and for the documents.");
    else
        body += element(
            "p", {attribute("class", "measure")},
            "Ask the convener about joining, about the meetings, and for the documents: ",
            element(
                "a",
                {attribute("href", "https://ccsso.org/school-and-district-improvement-sdi-collaborative")},
                "ccsso.org"),
            ".");
    return section("ask", "Whom to ask", "", body);
}

} // namespace

std::string public_page(const PublicPage& page, const Frame& frame) {
    const auto members = members_of(page);
    auto links = element("a", {attribute("href", "#goals")}, "Goals");
    links += element("a", {attribute("href", "#series")}, "Exchange series");
    links += element("a", {attribute("href", "#meetings")}, "Meetings");
    links += element("a", {attribute("href", frame.joins ? page.join : "#ask")}, "Join");
    const auto main =
        element("main", {attribute("class", "sheet"), attribute("id", "main"), attribute("tabindex", "-1")},
                hero(page, members.size(), frame.joins), goals(page), partners(page), series(page),
                meetings(page), states(page, members), who_joins(page), documents(page), whom_to_ask(page));
    return document(page.name, frame,
                    html::join(header(frame, links), main, footer(frame, page.attribution)));
}

std::string collaboratives_page(const std::vector<CollaborativeLine>& collaboratives, const Frame& frame) {
    const auto line = [](const CollaborativeLine& one) {
        return element("li", {}, element("a", {attribute("href", one.address)}, one.name));
    };
    const auto main = element(
        "main", {attribute("class", "sheet"), attribute("id", "main"), attribute("tabindex", "-1")},
        element("h1", {}, "Collaboratives"),
        element("p", {attribute("class", "lead")}, "Each has members, people and meetings of its own."),
        element("ul", {attribute("class", "plain")}, list_of(collaboratives, line)));
    return document("Collaboratives", frame, html::join(header(frame, {}), main, footer(frame, {})));
}

} // namespace interstate::pages
