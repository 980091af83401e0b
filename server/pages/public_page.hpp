#pragma once
// The public page: what the collaborative is, for everybody who comes by.
#include "base/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace interstate::pages {

struct PrincipleLine {
    int number = 1;
    std::string title;
};
INTERSTATE_DESCRIBE(PrincipleLine, number, title)

struct GoalLine {
    std::string text;
    std::vector<PrincipleLine> principles;
};
INTERSTATE_DESCRIBE(GoalLine, text, principles)

struct MeetingLine {
    std::string title;
    /// "Session 4", "Webinar", "Convening".
    std::string type;
    /// "Thursday, December 3, 2026", and "2:00 PM EST".
    std::string day;
    std::string time;
    std::string place;
};
INTERSTATE_DESCRIBE(MeetingLine, title, type, day, time, place)

struct SessionLine {
    int ordinal = 1;
    std::string title;
    std::string day;
    /// "Held", "Today", "Ahead", "Live now", "Cancelled".
    std::string state;
};
INTERSTATE_DESCRIBE(SessionLine, ordinal, title, day, state)

struct ObjectiveLine {
    std::string short_name;
    std::string text;
};
INTERSTATE_DESCRIBE(ObjectiveLine, short_name, text)

struct SeriesPart {
    std::string title;
    std::string description;
    /// "May 1, 2019 to February 28, 2020".
    std::string dates;
    std::vector<SessionLine> sessions;
    std::vector<ObjectiveLine> objectives;
};
INTERSTATE_DESCRIBE(SeriesPart, title, description, dates, sessions, objectives)

struct StateTile {
    std::string code;
    std::string name;
    /// Place on the tile map, zero-based.
    int column = 0;
    int row = 0;
    bool member = false;
};
INTERSTATE_DESCRIBE(StateTile, code, name, column, row, member)

/// Whom to ask.
struct ContactLine {
    std::string name;
    std::string title;
    std::string address;
};
INTERSTATE_DESCRIBE(ContactLine, name, title, address)

/// One of several collaboratives, on the page that lists them.
struct CollaborativeLine {
    std::string name;
    /// "/about/sdi".
    std::string address;
};

struct PublicPage {
    /// Where one asks to join.
    std::string join = "/join";
    std::string name;
    std::string short_name;
    std::string description;
    std::string convener;
    /// The membership year that runs, for example "2026-2027".
    std::string year;
    /// The membership year that the goals were set for; may be an older one, and the page says so.
    std::string goals_year;
    std::string goals_overall;
    std::vector<GoalLine> goals;
    /// Organisations that work on it beside the states.
    std::vector<std::string> partners;
    std::vector<std::string> who_joins;
    std::vector<std::string> documents;
    /// Those ahead, the nearest first.
    std::vector<MeetingLine> meetings;
    std::optional<SeriesPart> series;
    /// All jurisdictions, for the map; the members among them, for the list.
    std::vector<StateTile> states;
    std::optional<ContactLine> contact;
    /// Credit for the principles' titles.
    std::string attribution;
};
INTERSTATE_DESCRIBE(PublicPage, join, name, short_name, description, convener, year, goals_year,
                    goals_overall, goals, partners, who_joins, documents, meetings, series, states, contact,
                    attribution)

} // namespace interstate::pages
