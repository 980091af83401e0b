#pragma once
// Peer-to-peer exchange series: what it is for, who takes part.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::exchanges {

enum class SeriesState { draft, running, completed };
INTERSTATE_DESCRIBE_ENUM(SeriesState, draft, running, completed)

/// Home: staff while a draft, then extended.
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

/// Replaces what the series says of itself. A state that has steps or attendance in it cannot be taken out.
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

} // namespace interstate::exchanges
