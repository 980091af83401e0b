#pragma once
// Meetings: P2P sessions, webinars, convenings; their times and agendas.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "features/permissions/permissions.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::meetings {

enum class MeetingKind { session, webinar, convening, one_to_one, check_in, planning };
INTERSTATE_DESCRIBE_ENUM(MeetingKind, session, webinar, convening, one_to_one, check_in, planning)

/// draft -> announced -> live -> ended; draft or announced -> cancelled.
enum class MeetingState { draft, announced, live, ended, cancelled };
INTERSTATE_DESCRIBE_ENUM(MeetingState, draft, announced, live, ended, cancelled)

/// Home: staff until it is announced, then extended. Those of earlier years come by query only.
struct Meeting {
    static constexpr Kind kind = Kind::meeting;
    MeetingId id;
    CollaborativeId collaborative;
    std::optional<SeriesId> series;
    /// Its number in the series, from 1; 0 outside a series.
    int ordinal = 0;
    MeetingKind type = MeetingKind::session;
    MeetingState state = MeetingState::draft;
    Text<1, 200> title;
    Prose<0, 4000> summary;
    /// The host's wall clock and zone; `starts_at` is derived from them and stored.
    LocalTime starts_local;
    ZoneName zone;
    Instant starts_at;
    /// Planned length: 5 to 480, up to 7 days for a convening.
    int minutes = 90;
    Text<0, 200> place;
    /// Objectives it works towards, principles it touches, states that present.
    std::vector<ObjectiveId> objectives;
    std::vector<int> principles;
    std::vector<std::string> presenting;
    /// Markdown lines: what to do before, and by when.
    Prose<0, 4000> pre_work;
    /// Markdown lines: links and files.
    Prose<0, 4000> materials;
    /// What was said: main points, kept after the session.
    Prose<0, 8000> outcome;
    /// Set when its date, time or zone changed after the announcement.
    std::optional<Instant> moved_at;
    Text<0, 500> cancel_reason;
    int revision = 1;
    /// In the running membership year.
    bool current = true;
};
INTERSTATE_DESCRIBE(Meeting, id, collaborative, series, ordinal, type, state, title, summary, starts_local,
                    zone, starts_at, minutes, place, objectives, principles, presenting, pre_work, materials,
                    outcome, moved_at, cancel_reason, revision, current)

/// How to get in by other means, for those invited. Id: that of the meeting. Home: meeting.
struct MeetingLink {
    static constexpr Kind kind = Kind::meeting_link;
    MeetingId id;
    /// https only; Zoom, Teams or the like.
    Text<0, 500> link;
    Text<0, 200> dial_in;
};
INTERSTATE_DESCRIBE(MeetingLink, id, link, dial_in)

/// Who speaks and how (deploy/content/protocols.json "modes").
enum class ItemMode { plenary, breakout, individual, fishbowl, small };
INTERSTATE_DESCRIBE_ENUM(ItemMode, plenary, breakout, individual, fishbowl, small)

/// Home: meeting.
struct AgendaItem {
    static constexpr Kind kind = Kind::agenda_item;
    AgendaItemId id;
    MeetingId meeting;
    int ordinal = 1;
    Text<1, 200> title;
    /// 1 to 480.
    int minutes = 5;
    /// Who speaks, in words ("presenter", "all").
    Text<0, 80> who;
    ItemMode mode = ItemMode::plenary;
    Prose<0, 1000> instruction;
    /// What is written down here; empty for nothing.
    Text<0, 120> capture;
    /// In this item every state writes its next steps.
    bool next_steps = false;
};
INTERSTATE_DESCRIBE(AgendaItem, id, meeting, ordinal, title, minutes, who, mode, instruction, capture,
                    next_steps)

/// Makes a draft. In a series it takes the next number; a series has at most 12 meetings. A wall-clock time
/// that daylight saving skips is refused, one that comes twice is the first of the two.
struct ScheduleMeeting {
    static constexpr const char* name = "schedule_meeting";
    CollaborativeId collaborative;
    std::optional<SeriesId> series;
    MeetingKind type = MeetingKind::session;
    Text<1, 200> title;
    LocalTime starts_local;
    ZoneName zone;
    int minutes = 90;
    std::optional<Prose<0, 4000>> summary;
    std::optional<Text<0, 200>> place;
    std::optional<Text<0, 500>> link;
    std::optional<Text<0, 200>> dial_in;
    std::optional<Prose<0, 4000>> pre_work;
    std::optional<Prose<0, 4000>> materials;
    std::optional<std::vector<ObjectiveId>> objectives;
    std::optional<std::vector<int>> principles;
};
INTERSTATE_DESCRIBE(ScheduleMeeting, collaborative, series, type, title, starts_local, zone, minutes, summary,
                    place, link, dial_in, pre_work, materials, objectives, principles)
struct MeetingScheduled {
    static constexpr const char* name = "meeting_scheduled";
    MeetingId meeting;
    int ordinal = 0;
};
INTERSTATE_DESCRIBE(MeetingScheduled, meeting, ordinal)

/// Changes what is given; names the revision it saw. While live, date, time, zone and length stay; once ended
/// only the summary, pre-work, materials and outcome may change.
struct EditMeeting {
    static constexpr const char* name = "edit_meeting";
    MeetingId meeting;
    int revision = 1;
    std::optional<Text<1, 200>> title;
    std::optional<LocalTime> starts_local;
    std::optional<ZoneName> zone;
    std::optional<int> minutes;
    std::optional<Prose<0, 4000>> summary;
    std::optional<Text<0, 200>> place;
    std::optional<Text<0, 500>> link;
    std::optional<Text<0, 200>> dial_in;
    std::optional<Prose<0, 4000>> pre_work;
    std::optional<Prose<0, 4000>> materials;
    std::optional<Prose<0, 8000>> outcome;
    std::optional<std::vector<ObjectiveId>> objectives;
    std::optional<std::vector<int>> principles;
};
INTERSTATE_DESCRIBE(EditMeeting, meeting, revision, title, starts_local, zone, minutes, summary, place, link,
                    dial_in, pre_work, materials, outcome, objectives, principles)
struct MeetingEdited {
    static constexpr const char* name = "meeting_edited";
    int revision = 1;
    /// Its date, time or zone changed after the announcement.
    bool moved = false;
};
INTERSTATE_DESCRIBE(MeetingEdited, revision, moved)

struct AgendaLine {
    /// Keeps an item that is there already; absent for a new one.
    std::optional<AgendaItemId> id;
    Text<1, 200> title;
    int minutes = 5;
    Text<0, 80> who;
    ItemMode mode = ItemMode::plenary;
    Prose<0, 1000> instruction;
    Text<0, 120> capture;
    bool next_steps = false;
};
INTERSTATE_DESCRIBE(AgendaLine, id, title, minutes, who, mode, instruction, capture, next_steps)

/// Replaces the agenda: 1 to 40 items of 1 to 480 minutes. In a live room an item that has begun keeps its
/// place and its title; in one that has ended nothing changes.
struct SetAgenda {
    static constexpr const char* name = "set_agenda";
    MeetingId meeting;
    int revision = 1;
    std::vector<AgendaLine> items;
};
INTERSTATE_DESCRIBE(SetAgenda, meeting, revision, items)
struct AgendaSet {
    static constexpr const char* name = "agenda_set";
    int revision = 1;
    int total_minutes = 0;
};
INTERSTATE_DESCRIBE(AgendaSet, revision, total_minutes)

/// A draft becomes visible to those invited, its threads too. Needs an end in the future, an agenda, and a
/// series that is published.
struct AnnounceMeeting {
    static constexpr const char* name = "announce_meeting";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(AnnounceMeeting, meeting)
struct MeetingAnnounced {
    static constexpr const char* name = "meeting_announced";
};
INTERSTATE_DESCRIBE_EMPTY(MeetingAnnounced)

/// A draft or an announced meeting will not happen. A draft stays with those who may see drafts.
struct CancelMeeting {
    static constexpr const char* name = "cancel_meeting";
    MeetingId meeting;
    Text<1, 500> reason;
};
INTERSTATE_DESCRIBE(CancelMeeting, meeting, reason)
struct MeetingCancelled {
    static constexpr const char* name = "meeting_cancelled";
};
INTERSTATE_DESCRIBE_EMPTY(MeetingCancelled)

/// All meetings of a series in their order, also those of earlier years.
struct MeetingsOfSeries {
    static constexpr const char* name = "meetings_of_series";
    SeriesId series;
};
INTERSTATE_DESCRIBE(MeetingsOfSeries, series)

// ---- rules (rules.cpp) ------------------------------------------------------------------------------------

/// What a meeting needs to know of its series.
struct SeriesPlace {
    CollaborativeId collaborative;
    bool draft = false;
    bool current = true;
    /// The highest number that a meeting of it has.
    int last_ordinal = 0;
    std::vector<ObjectiveId> objectives;
};
struct HeldItem {
    AgendaItemId id;
    int ordinal = 1;
    std::string title;
    /// The room has been at it.
    bool begun = false;
};
struct MeetingFacts {
    permissions::Standing who;
    /// Absent when a new one is made, or there is none.
    std::optional<Meeting> meeting;
    /// Of that meeting.
    permissions::Target target;
    /// Only who sees drafts knows of it.
    bool hidden = false;
    /// Absent outside a series, or when the series named is none.
    std::optional<SeriesPlace> series;
    /// The agenda in its order.
    std::vector<HeldItem> items;
};

/// The meeting as the edit leaves it, `starts_at` derived anew (INV-8); nothing when its time does not exist.
std::optional<Meeting> edited(const EditMeeting&, const Meeting&, const Context&);

Result<MeetingScheduled> decide(const ScheduleMeeting&, const MeetingFacts&, const Context&);
Result<MeetingEdited> decide(const EditMeeting&, const MeetingFacts&, const Context&);
Result<AgendaSet> decide(const SetAgenda&, const MeetingFacts&, const Context&);
Result<MeetingAnnounced> decide(const AnnounceMeeting&, const MeetingFacts&, const Context&);
Result<MeetingCancelled> decide(const CancelMeeting&, const MeetingFacts&, const Context&);

// ---- tables (tables.cpp) ----------------------------------------------------------------------------------

MeetingFacts gather(store::Transaction&, const ScheduleMeeting&, const Context&);
MeetingFacts gather(store::Transaction&, const EditMeeting&, const Context&);
MeetingFacts gather(store::Transaction&, const SetAgenda&, const Context&);
MeetingFacts gather(store::Transaction&, const AnnounceMeeting&, const Context&);
MeetingFacts gather(store::Transaction&, const CancelMeeting&, const Context&);

void record(store::Transaction&, const ScheduleMeeting&, const MeetingFacts&, const MeetingScheduled&,
            const Context&, Changes&);
void record(store::Transaction&, const EditMeeting&, const MeetingFacts&, const MeetingEdited&,
            const Context&, Changes&);
void record(store::Transaction&, const SetAgenda&, const MeetingFacts&, const AgendaSet&, const Context&,
            Changes&);
void record(store::Transaction&, const AnnounceMeeting&, const MeetingFacts&, const MeetingAnnounced&,
            const Context&, Changes&);
void record(store::Transaction&, const CancelMeeting&, const MeetingFacts&, const MeetingCancelled&,
            const Context&, Changes&);

Result<Page<Meeting>> answer(store::Transaction&, const MeetingsOfSeries&, const Context&);

std::optional<Meeting> find(store::Transaction&, const Ulid&, As<Meeting>);
std::optional<MeetingLink> find(store::Transaction&, const Ulid&, As<MeetingLink>);
std::optional<AgendaItem> find(store::Transaction&, const Ulid&, As<AgendaItem>);
Stream home(store::Transaction&, const Meeting&);
Stream home(store::Transaction&, const MeetingLink&);
Stream home(store::Transaction&, const AgendaItem&);
std::vector<Meeting> current(store::Transaction&, const Stream&, As<Meeting>);
std::vector<MeetingLink> current(store::Transaction&, const Stream&, As<MeetingLink>);
std::vector<AgendaItem> current(store::Transaction&, const Stream&, As<AgendaItem>);

// ---- who is told by mail (invited_tables.cpp) -------------------------------------------------------------

/// Everybody who may take part in it: of a series, people of its states; otherwise of all members. At most
/// 2,000.
std::vector<PersonId> invited_to(store::Transaction& tx, const MeetingId& meeting);
/// They are mailed how the meeting stands now; nobody for one that was never announced (INV-11).
void tell_invited(store::Transaction& tx, const MeetingId& meeting, Changes& changes);

} // namespace interstate::meetings
