#include "features/membership/goals.hpp"

#include <algorithm>

namespace interstate::membership {
namespace {

using Fault = std::optional<Refusal>;

Fault fault(const char* code, const std::string& field, const std::string& message,
            const std::string& allowed) {
    return refuse_field(code, field, message, allowed).error();
}

template <class T>
bool each_once(const std::vector<T>& list) {
    return std::ranges::all_of(list, [&](const T& one) { return std::ranges::count(list, one) == 1; });
}
template <class T>
bool all_among(const std::vector<T>& list, const std::vector<T>& known) {
    return std::ranges::all_of(list,
                               [&](const T& one) { return std::ranges::find(known, one) != known.end(); });
}
template <class T>
bool fits(const std::vector<T>& list, const std::vector<T>& known) {
    return list.size() <= ties_limit && each_once(list) && all_among(list, known);
}

Fault year_fault(const WriteGoals& command, const GoalsFacts& facts) {
    const auto year = std::ranges::find(facts.years, command.year, &Year::label);
    if (year == facts.years.end())
        return fault("not_found", "year", "There is no such membership year.", "a year that is here");
    if (year->status == YearStatus::closed)
        return fault("over", "year", "This year is over: its goals stay as they were.",
                     "a year that runs or is to come");
    return std::nullopt;
}

/// `field` is of one goal: "goals[2]".
Fault goal_fault(const Goal& goal, const std::string& field, const GoalsFacts& facts) {
    const auto most = std::to_string(ties_limit);
    if (!fits(goal.principles, facts.principles))
        return fault("not_found", field + ".principles", "Each principle of a goal is one of those here.",
                     "numbers of principles, each once, at most " + most);
    if (!fits(goal.partners, facts.partners))
        return fault("not_found", field + ".partners",
                     "Each partner of a goal is an organization of this collaborative.",
                     "organizations that are no state, each once, at most " + most);
    return std::nullopt;
}

Fault goals_fault(const WriteGoals& command, const GoalsFacts& facts) {
    if (command.goals.size() > goals_limit)
        return fault("out_of_bounds", "goals",
                     "There are " + std::to_string(command.goals.size()) + " goals here.",
                     "at most " + std::to_string(goals_limit));
    if (!command.goals.empty() && command.goals.front().part)
        return fault("out_of_bounds", "goals[0].part", "The first goal is no part of another.",
                     "a part below the goal it belongs to");
    for (std::size_t i = 0; i < command.goals.size(); ++i)
        if (auto found = goal_fault(command.goals[i], "goals[" + std::to_string(i) + "]", facts))
            return found;
    return std::nullopt;
}

std::string text_of(const YearGoals& goals) {
    std::string text = goals.overall.str();
    for (const auto& goal : goals.goals) text += (goal.part ? "\n  – " : "\n• ") + goal.text.str();
    return text;
}

} // namespace

Result<GoalsWritten> decide(const WriteGoals& command, const GoalsFacts& facts, const Context& context) {
    if (!permissions::can(facts.who, permissions::Verb::admit_members)) return refuse_not_allowed();
    if (auto found = year_fault(command, facts)) return std::unexpected(std::move(*found));
    if (auto found = goals_fault(command, facts)) return std::unexpected(std::move(*found));
    const int stands = facts.goals ? facts.goals->revision : 0;
    if (command.revision != stands)
        return std::unexpected(Refusal{.code = "changed_since",
                                       .field = "revision",
                                       .message = "The goals were changed meanwhile; here is what stands.",
                                       .current = facts.goals ? text_of(*facts.goals) : ""});
    if (stands == 0 && command.overall.empty() && command.goals.empty())
        return refuse_field("out_of_bounds", "overall", "Nothing is written here.",
                            "a sentence or a goal, or both");
    return GoalsWritten{facts.goals ? facts.goals->id : context.new_id<YearGoalsId>(), stands + 1};
}

} // namespace interstate::membership
