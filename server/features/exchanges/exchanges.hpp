#pragma once
// Peer-to-peer exchange series: what it is for, who takes part.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "features/permissions/permissions.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::exchanges {

enum class SeriesState { draft, running, completed };
INTERSTATE_DESCRIBE_ENUM(SeriesState, draft, running, completed)

/// Home: staff while a draft, then extended. Those of earlier years come by query only.
struct Series {
    static constexpr Kind kind = Kind::series;
    SeriesId id;
    CollaborativeId collaborative;
    /// In addresses; never changes.
    Text<1, 80> slug;
    Text<1, 200> title;
    Prose<0, 4000> description;
    SeriesState state = SeriesState::draft;
    CivilDate starts_on;
    CivilDate ends_on;
    /// In the running membership year; older ones are the archive.
    bool current = true;
    /// Rises with each edit; an edit names the one it saw.
    int revision = 1;
};
INTERSTATE_DESCRIBE(Series, id, collaborative, slug, title, description, state, starts_on, ends_on, current,
                    revision)

/// Home: that of its series.
struct Objective {
    static constexpr Kind kind = Kind::objective;
    ObjectiveId id;
    SeriesId series;
    int ordinal = 1;
    Text<1, 120> short_name;
    Text<1, 600> text;
};
INTERSTATE_DESCRIBE(Objective, id, series, ordinal, short_name, text)

/// A state's place in a series. Home: that of its series.
struct Participation {
    static constexpr Kind kind = Kind::participation;
    ParticipationId id;
    SeriesId series;
    OrganisationId organisation;
};
INTERSTATE_DESCRIBE(Participation, id, series, organisation)

struct ObjectiveText {
    Text<1, 120> short_name;
    Text<1, 600> text;
};
INTERSTATE_DESCRIBE(ObjectiveText, short_name, text)

/// Makes a draft, seen by facilitators only.
struct CreateSeries {
    static constexpr const char* name = "create_series";
    CollaborativeId collaborative;
    Text<1, 200> title;
    Prose<0, 4000> description;
    /// 1 to 8.
    std::vector<ObjectiveText> objectives;
    /// State codes, 1 to 58, each once.
    std::vector<Text<1, 8>> states;
    CivilDate starts_on;
    CivilDate ends_on;
};
INTERSTATE_DESCRIBE(CreateSeries, collaborative, title, description, objectives, states, starts_on, ends_on)
struct SeriesCreated {
    static constexpr const char* name = "series_created";
    SeriesId series;
    std::string slug;
};
INTERSTATE_DESCRIBE(SeriesCreated, series, slug)

/// Replaces what the series says of itself; names the revision it saw. An objective with the short name or
/// the text of an earlier one keeps its id, any other that of its place. What is in use stays: a state with
/// steps or attendance, an objective that a session or a step works towards.
struct EditSeries {
    static constexpr const char* name = "edit_series";
    SeriesId series;
    int revision = 1;
    Text<1, 200> title;
    Prose<0, 4000> description;
    std::vector<ObjectiveText> objectives;
    std::vector<Text<1, 8>> states;
    CivilDate starts_on;
    CivilDate ends_on;
};
INTERSTATE_DESCRIBE(EditSeries, series, revision, title, description, objectives, states, starts_on, ends_on)
struct SeriesEdited {
    static constexpr const char* name = "series_edited";
    int revision = 1;
};
INTERSTATE_DESCRIBE(SeriesEdited, revision)

/// A draft becomes visible to everybody in the collaborative.
struct PublishSeries {
    static constexpr const char* name = "publish_series";
    SeriesId series;
};
INTERSTATE_DESCRIBE(PublishSeries, series)
struct SeriesPublished {
    static constexpr const char* name = "series_published";
};
INTERSTATE_DESCRIBE_EMPTY(SeriesPublished)

/// Series of earlier years with their objectives and states, newest first, 20 a page.
struct SeriesArchive {
    static constexpr const char* name = "series_archive";
    CollaborativeId collaborative;
    std::optional<Text<1, 60>> cursor;
};
INTERSTATE_DESCRIBE(SeriesArchive, collaborative, cursor)

// ---- rules (rules.cpp) ------------------------------------------------------------------------------------

/// A state that a series may name.
struct StateChoice {
    OrganisationId organisation;
    std::string code;
    /// A core member of this year: only those come into a series; who is in one stays.
    bool core_member = true;
};
struct HeldObjective {
    ObjectiveId id;
    int ordinal = 1;
    std::string short_name;
    std::string text;
    /// A meeting or a step works towards it.
    bool in_use = false;
};
struct HeldPlace {
    ParticipationId id;
    OrganisationId organisation;
    std::string code;
    /// The state has steps or attendance in the series.
    bool in_use = false;
};
struct SeriesFacts {
    permissions::Standing who;
    /// Absent when a new one is made, or there is none.
    std::optional<Series> series;
    std::vector<StateChoice> states;
    /// Slugs of the collaborative that are taken.
    std::vector<std::string> slugs;
    /// In their order.
    std::vector<HeldObjective> objectives;
    std::vector<HeldPlace> places;
};

/// An address word of a title: ASCII lower-case letters, digits and hyphens, at most 80, with -2, -3… when
/// taken.
std::string slug_of(std::string_view title, const std::vector<std::string>& taken);

/// What an edit does to the parts of a series.
struct EditPlan {
    /// For each objective of the command the id it keeps; absent for a new one.
    std::vector<std::optional<ObjectiveId>> objectives;
    std::vector<HeldObjective> dropped_objectives;
    std::vector<StateChoice> added_states;
    std::vector<HeldPlace> dropped_places;
};
EditPlan plan_of(const EditSeries&, const SeriesFacts&);

Result<SeriesCreated> decide(const CreateSeries&, const SeriesFacts&, const Context&);
Result<SeriesEdited> decide(const EditSeries&, const SeriesFacts&, const Context&);
Result<SeriesPublished> decide(const PublishSeries&, const SeriesFacts&, const Context&);

// ---- tables (tables.cpp) ----------------------------------------------------------------------------------

SeriesFacts gather(store::Transaction&, const CreateSeries&, const Context&);
SeriesFacts gather(store::Transaction&, const EditSeries&, const Context&);
SeriesFacts gather(store::Transaction&, const PublishSeries&, const Context&);

void record(store::Transaction&, const CreateSeries&, const SeriesFacts&, const SeriesCreated&,
            const Context&, Changes&);
void record(store::Transaction&, const EditSeries&, const SeriesFacts&, const SeriesEdited&, const Context&,
            Changes&);
void record(store::Transaction&, const PublishSeries&, const SeriesFacts&, const SeriesPublished&,
            const Context&, Changes&);

Result<Page<Series, Objective, Participation>> answer(store::Transaction&, const SeriesArchive&,
                                                      const Context&);

std::optional<Series> find(store::Transaction&, const Ulid&, As<Series>);
std::optional<Objective> find(store::Transaction&, const Ulid&, As<Objective>);
std::optional<Participation> find(store::Transaction&, const Ulid&, As<Participation>);
Stream home(store::Transaction&, const Series&);
Stream home(store::Transaction&, const Objective&);
Stream home(store::Transaction&, const Participation&);
std::vector<Series> current(store::Transaction&, const Stream&, As<Series>);
std::vector<Objective> current(store::Transaction&, const Stream&, As<Objective>);
std::vector<Participation> current(store::Transaction&, const Stream&, As<Participation>);

} // namespace interstate::exchanges
