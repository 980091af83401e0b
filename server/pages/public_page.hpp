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
    /// A part of the nearest goal before it that is none.
    bool part = false;
    std::vector<PrincipleLine> principles;
    /// Names of organisations.
    std::vector<std::string> partners;
};
INTERSTATE_DESCRIBE(GoalLine, text, part, principles, partners)

/// The goals of one membership year.
struct GoalsPart {
    std::string year;
    /// Empty where none is written.
    std::string overall;
    std::vector<GoalLine> goals;
};
INTERSTATE_DESCRIBE(GoalsPart, year, overall, goals)

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
    /// May be of an older year, and the page says so.
    std::optional<GoalsPart> goals;
    /// Of a year that is to come.
    std::optional<GoalsPart> goals_ahead;
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
INTERSTATE_DESCRIBE(PublicPage, join, name, short_name, description, convener, year, goals, goals_ahead,
                    partners, who_joins, documents, meetings, series, states, contact, attribution)

} // namespace interstate::pages
