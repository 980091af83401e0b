#pragma once
// What a collaborative wants of a membership year: one sentence, and goals in an order.
#include "features/membership/years.hpp"

namespace interstate::membership {

using YearGoalsId = Id<struct YearGoalsTag>;

/// So many goals, parts among them, and so many principles and partners of each.
inline constexpr std::size_t goals_limit = 20;
inline constexpr std::size_t ties_limit = 10;

struct Goal {
    Text<1, 600> text;
    /// A part of the nearest goal before it that is none.
    bool part = false;
    /// Numbers of principles it works towards, each once.
    std::vector<int> principles;
    /// Organisations that work on it beside the states, each once.
    std::vector<OrganisationId> partners;
    bool operator==(const Goal&) const = default;
};
INTERSTATE_DESCRIBE(Goal, text, part, principles, partners)

/// The goals of one year as they stand. With neither a sentence nor a goal they were taken away: the year has
/// none of its own. Home: extended.
struct YearGoals {
    static constexpr Kind kind = Kind::year_goals;
    YearGoalsId id;
    CollaborativeId collaborative;
    /// "2026-2027".
    Text<1, 20> year;
    /// Rises each time they are written; whoever writes names the one they saw.
    int revision = 1;
    Text<0, 600> overall;
    std::vector<Goal> goals;
};
INTERSTATE_DESCRIBE(YearGoals, id, collaborative, year, revision, overall, goals)

// ---- commands ---------------------------------------------------------------------------------------------

/// Says anew what the goals of a year are, all of them; by an administrator. The earlier ones stay in the
/// history. Nothing at all takes them away.
struct WriteGoals {
    static constexpr const char* name = "write_goals";
    CollaborativeId collaborative;
    /// One that is not over.
    Text<1, 20> year;
    /// 0 where there were none yet.
    int revision = 0;
    Text<0, 600> overall;
    /// At most 20.
    std::vector<Goal> goals;
};
INTERSTATE_DESCRIBE(WriteGoals, collaborative, year, revision, overall, goals)
struct GoalsWritten {
    static constexpr const char* name = "goals_written";
    YearGoalsId goals;
    int revision = 1;
};
INTERSTATE_DESCRIBE(GoalsWritten, goals, revision)

// ---- queries ----------------------------------------------------------------------------------------------

/// Earlier goals of a year, the newest first, 10 at a time; for administrators.
struct VersionsOfGoals {
    static constexpr const char* name = "versions_of_goals";
    YearGoalsId goals;
    /// Those before this revision; absent for those before the one that stands.
    std::optional<int> before;
};
INTERSTATE_DESCRIBE(VersionsOfGoals, goals, before)
struct GoalsVersion {
    int revision = 1;
    Instant at;
    /// Nobody where it came with the collaborative.
    std::optional<PersonId> written_by;
    Text<0, 600> overall;
    std::vector<Goal> goals;
};
INTERSTATE_DESCRIBE(GoalsVersion, revision, at, written_by, overall, goals)
struct GoalsVersions {
    std::vector<GoalsVersion> versions;
    /// There are older ones.
    bool more = false;
};
INTERSTATE_DESCRIBE(GoalsVersions, versions, more)
Result<GoalsVersions> answer(store::Transaction&, const VersionsOfGoals&, const Context&);

// ---- rules (goals_rules.cpp) ------------------------------------------------------------------------------

struct GoalsFacts {
    permissions::Standing who;
    std::vector<Year> years;
    /// Absent where none were written for the year yet.
    std::optional<YearGoals> goals;
    /// What a goal may name: principles of the collaborative, and its organisations that are no state.
    std::vector<int> principles;
    std::vector<OrganisationId> partners;
};

Result<GoalsWritten> decide(const WriteGoals&, const GoalsFacts&, const Context&);

// ---- tables (goals_tables.cpp) ----------------------------------------------------------------------------

GoalsFacts gather(store::Transaction&, const WriteGoals&, const Context&);
void record(store::Transaction&, const WriteGoals&, const GoalsFacts&, const GoalsWritten&, const Context&,
            Changes&);
/// Where content is loaded: the first of a year, written by nobody.
void write_first(store::Transaction&, const YearGoals&, Instant at);
/// All of a collaborative that say something, the earliest year first.
std::vector<YearGoals> goals_of(store::Transaction&, const CollaborativeId&);

std::optional<YearGoals> find(store::Transaction&, const Ulid&, As<YearGoals>);
Stream home(store::Transaction&, const YearGoals&);
std::vector<YearGoals> current(store::Transaction&, const Stream&, As<YearGoals>);

} // namespace interstate::membership
