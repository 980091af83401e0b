// The goals of years: from files into their tables, and from there to the public page.
#include "content/goals.hpp"

#include "base/log.hpp"
#include "base/secret.hpp"
#include "features/membership/goals.hpp"

#include <algorithm>
#include <map>

namespace interstate::content {
namespace {

using membership::Goal;
using membership::YearGoals;
using Principles = std::vector<int>;

const Instant founding{1'546'300'800'000}; // January 1, 2019

Principles principles_of(store::Transaction& tx, const CollaborativeId& collaborative) {
    return tx.rows<int>("SELECT number FROM principles WHERE collaborative = ? LIMIT 99", collaborative);
}

// ---- from a file ------------------------------------------------------------------------------------------

Goal goal_of(const Record& record, const Principles& known) {
    Goal goal{.text = record.get<Text<1, 600>>("text"),
              .part = record.maybe<bool>("part").value_or(false),
              .principles = record.get<Principles>("principles"),
              .partners = {}};
    for (const int number : goal.principles)
        if (std::ranges::find(known, number) == known.end() ||
            std::ranges::count(goal.principles, number) > 1)
            record.origin().fail("“principles” has the numbers of the ten principles, each once");
    return goal;
}

YearGoals goals_of_file(const Record& record, const Principles& known) {
    YearGoals goals{.year = record.get<Text<1, 20>>("year"), .overall = record.get<Text<0, 600>>("overall")};
    for (const auto& each : record.records("goals")) goals.goals.push_back(goal_of(each, known));
    if (goals.goals.size() > membership::goals_limit)
        record.origin().fail("“goals” has more than " + std::to_string(membership::goals_limit));
    if (!goals.goals.empty() && goals.goals.front().part)
        record.origin().fail("the first of the “goals” is no “part”");
    return goals;
}

// ---- from what a collaborative said about itself ----------------------------------------------------------

/// Nothing bounded it then: what is longer ends with an ellipsis, lines become one.
template <std::size_t Min, std::size_t Max>
std::optional<Text<Min, Max>> fitted(std::string text) {
    for (auto& byte : text)
        if (static_cast<unsigned char>(byte) < ' ' || byte == '\x7F') byte = ' ';
    const auto starts = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    std::size_t characters = 0, cut = text.size();
    for (std::size_t i = 0; i < text.size(); ++i)
        if (starts(text[i]) && ++characters == Max) cut = i;
    if (characters > Max) text = text.substr(0, cut) + "…";
    return Text<Min, Max>::parse(text);
}

YearGoals goals_of_before(const Record& record, const Principles& known) {
    YearGoals goals{.year = record.get<Text<1, 20>>("year"),
                    .overall = fitted<0, 600>(record.text("overall")).value_or(Text<0, 600>{})};
    for (const auto& each : record.records("goals")) {
        auto text = fitted<1, 600>(each.text("text"));
        if (!text || goals.goals.size() == membership::goals_limit) continue;
        Goal goal{.text = std::move(*text), .part = false, .principles = {}, .partners = {}};
        for (const int number : each.get<Principles>("principles"))
            if (std::ranges::find(known, number) != known.end() &&
                std::ranges::find(goal.principles, number) == goal.principles.end())
                goal.principles.push_back(number);
        goals.goals.push_back(std::move(goal));
    }
    return goals;
}

void move_goals(store::Transaction& tx, const CollaborativeId& collaborative, const Record& about,
                Instant now) {
    const auto known = principles_of(tx, collaborative);
    for (const auto& record : about.records("goals")) {
        try {
            auto goals = goals_of_before(record, known);
            if (tx.any("SELECT 1 FROM year_goals WHERE collaborative = ? AND year = ?", collaborative,
                       goals.year))
                continue;
            goals.id = membership::YearGoalsId{Ulid::from(now, random_bytes())};
            goals.collaborative = collaborative;
            membership::write_first(tx, goals, now);
        } catch (const ContentError& error) { // it was on no page either
            log::warning("goals_not_moved", {{"what", error.what()}});
        }
    }
}

// ---- to the public page -----------------------------------------------------------------------------------

struct Names {
    std::map<int, std::string> principles;
    std::map<OrganisationId, std::string> organisations;
};

Names names_of(store::Transaction& tx, const CollaborativeId& collaborative) {
    struct Principle {
        int number = 1;
        std::string title;
    };
    struct Organisation {
        OrganisationId id;
        std::string name;
    };
    Names names;
    for (auto& one : tx.rows<Principle>(
             "SELECT number, title FROM principles WHERE collaborative = ? LIMIT 99", collaborative))
        names.principles[one.number] = std::move(one.title);
    for (auto& one : tx.rows<Organisation>("SELECT id, name FROM organisations WHERE collaborative = ?"
                                           " AND type <> 'state_agency' LIMIT 1000",
                                           collaborative))
        names.organisations[one.id] = std::move(one.name);
    return names;
}

pages::GoalsPart part_of(const YearGoals& goals, const Names& names) {
    pages::GoalsPart part{.year = goals.year.str(), .overall = goals.overall.str(), .goals = {}};
    for (const auto& goal : goals.goals) {
        auto& line = part.goals.emplace_back();
        line.text = goal.text.str();
        line.part = goal.part;
        for (const int number : goal.principles)
            if (const auto title = names.principles.find(number); title != names.principles.end())
                line.principles.push_back({number, title->second});
        for (const auto& partner : goal.partners)
            if (const auto name = names.organisations.find(partner); name != names.organisations.end())
                line.partners.push_back(name->second);
    }
    return part;
}

} // namespace

void write_goals(Load& load, const Record& facts) {
    const auto records = facts.records("goals");
    if (records.empty()) facts.origin().fail("“goals” is empty");
    const auto known = principles_of(load.tx, load.collaborative);
    for (const auto& record : records) {
        auto goals = goals_of_file(record, known);
        goals.id =
            load.ids.make<membership::YearGoalsId>(founding, "goals", goals.year.str(), record.origin());
        goals.collaborative = load.collaborative;
        membership::write_first(load.tx, goals, load.context.now);
    }
}

void read_goals(store::Transaction& tx, const CollaborativeId& collaborative, pages::PublicPage& page) {
    const auto all = membership::goals_of(tx, collaborative);
    const auto names = names_of(tx, collaborative);
    const auto ahead = std::ranges::upper_bound(
        all, page.year, {}, [](const YearGoals& goals) -> const std::string& { return goals.year.str(); });
    if (ahead != all.begin()) page.goals = part_of(*std::prev(ahead), names);
    if (ahead != all.end()) page.goals_ahead = part_of(*ahead, names);
}

int settle_goals(store::Transaction& tx, Instant now) {
    struct Row {
        CollaborativeId id;
        std::string about;
    };
    int settled = 0;
    for (const auto& row : tx.rows<Row>("SELECT id, about FROM collaboratives ORDER BY id LIMIT 100")) {
        auto json = wire::parse_object(row.about);
        if (!json || !json->contains("goals") || !json->at("goals").is_array()) continue;
        move_goals(tx, row.id, Record{*json, {"the database", "collaborative " + row.id.str()}}, now);
        json->erase("goals");
        tx.run("UPDATE collaboratives SET about = ? WHERE id = ?", wire::dump(*json), row.id);
        ++settled;
    }
    return settled;
}

} // namespace interstate::content
