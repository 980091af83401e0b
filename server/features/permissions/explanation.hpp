#pragma once
// Why somebody can see or do something, or cannot: the very rules that decide, said in sentences.
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "features/permissions/permissions.hpp"

namespace interstate::permissions {

/// What a place is, for people who read of it.
enum class PlaceType {
    names,        ///< names, dates and series of the collaborative
    directory,    ///< contact data, topics of members
    staff,        ///< drafts, invitations
    series,       ///< steps and threads of a series
    meeting,      ///< one outside any series
    organisation, ///< what one organisation keeps to its team
    own           ///< one's own read marks and settings
};
INTERSTATE_DESCRIBE_ENUM(PlaceType, names, directory, staff, series, meeting, organisation, own)

/// The words of a deed, as in "may … ": "write posts".
std::string_view words_for(Verb verb);
std::string_view words_for(Role role);

// ---- queries ----------------------------------------------------------------------------------------------

/// What a person can see and do now, and which rule decides each time; for administrators.
struct AccessOfPerson {
    static constexpr const char* name = "access_of_person";
    CollaborativeId collaborative;
    PersonId person;
};
INTERSTATE_DESCRIBE(AccessOfPerson, collaborative, person)

/// One place, seen or not.
struct PlaceSeen {
    PlaceType type = PlaceType::names;
    /// Of the series, meeting or organisation.
    Ulid subject;
    /// Its name; empty for what the collaborative has one of.
    std::string title;
    bool seen = false;
    /// A sentence.
    std::string because;
};
INTERSTATE_DESCRIBE(PlaceSeen, type, subject, title, seen, because)

/// One row of the table of verbs.
struct DeedAllowed {
    Verb verb = Verb::see_extended;
    /// How far the widest of the person's roles reaches; `none` for what is not allowed.
    Reach reach = Reach::none;
    std::string because;
};
INTERSTATE_DESCRIBE(DeedAllowed, verb, reach, because)

struct AccessFound {
    /// A sentence each: the seat, the roles, the membership on which they rest.
    std::vector<std::string> grounds;
    /// In the whole collaborative, and in parts of it.
    std::vector<Role> roles;
    std::vector<RoleWithin> within;
    /// The newest 200 series and the newest 50 meetings outside any.
    std::vector<PlaceSeen> places;
    std::vector<DeedAllowed> deeds;
};
INTERSTATE_DESCRIBE(AccessFound, grounds, roles, within, places, deeds)
Result<AccessFound> answer(store::Transaction&, const AccessOfPerson&, const Context&);

/// Who can see what stands in a stream, everybody with a seat, and which rule decides each time; for
/// administrators who see it themselves.
struct ViewersOf {
    static constexpr const char* name = "viewers_of";
    CollaborativeId collaborative;
    /// Of a topic, step, series or session: "series/01J…". Not one of a person, nor of those in a room.
    Stream stream;
};
INTERSTATE_DESCRIBE(ViewersOf, collaborative, stream)
struct Viewer {
    PersonId person;
    bool sees = false;
    /// A sentence.
    std::string because;
};
INTERSTATE_DESCRIBE(Viewer, person, sees, because)
struct ViewersFound {
    /// Of the series, session or organisation; empty for what is the collaborative's.
    std::string title;
    /// By name; at most 1000.
    std::vector<Viewer> people;
    /// How many have a seat.
    int count = 0;
};
INTERSTATE_DESCRIBE(ViewersFound, title, people, count)
Result<ViewersFound> answer(store::Transaction&, const ViewersOf&, const Context&);

// ---- rules (explanation_rules.cpp) ------------------------------------------------------------------------

/// The answer of `can`, and the sentence that says why. The same rule decides both.
struct Explanation {
    bool allowed = false;
    std::string because;
};
/// `thing` is what the sentence calls the target, as in "Ohio takes part in … ": "this series".
Explanation explain(const Standing& who, Verb verb, const Target& target, std::string_view thing);

/// For a verb without a target: how far the widest role reaches, and why.
DeedAllowed deed(const Standing& who, Verb verb);

/// The seat, the roles and the membership of a standing, a sentence each.
std::vector<std::string> grounds_of(const Standing& who, std::string_view organisation);

/// A role in a part, as a sentence.
std::string ground_of(const RoleWithin& part, std::string_view title);

/// The table of verbs in Markdown, as the administrators' guide shows it.
std::string table_for_guide();

} // namespace interstate::permissions
