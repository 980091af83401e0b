#pragma once
// The live room: one agenda pointer, one queue, who is here. All of it survives a killed server. Here is what
// its rules look at and what is written; the records and commands are in rooms_records.hpp.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "features/permissions/permissions.hpp"
#include "features/rooms/rooms_records.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::rooms {

// ---- rules (rules.cpp) ----------------------------------------------------------------------------------

/// The states of a meeting, as the table of meetings spells them.
enum class Stage { draft, announced, live, ended, cancelled };
INTERSTATE_DESCRIBE_ENUM(Stage, draft, announced, live, ended, cancelled)

struct MeetingFacts {
    CollaborativeId collaborative;
    std::optional<SeriesId> series;
    Stage stage = Stage::draft;
    Instant starts_at;
    /// Planned length.
    int minutes = 0;

    [[nodiscard]] Instant planned_end() const { return starts_at + std::chrono::minutes{minutes}; }
};

/// Who asks, about which meeting, and how its room stands.
struct Scene {
    permissions::Standing who;
    permissions::Target target;
    std::optional<MeetingFacts> meeting;
    /// Absent until the room is opened for the first time.
    std::optional<Room> room;
};
struct OpeningFacts {
    Scene scene;
    bool has_agenda = false;
};
struct ItemFacts {
    Scene scene;
    /// The item to move to; absent at the end of the agenda in that direction.
    std::optional<AgendaItemId> neighbour;
};
struct HandFacts {
    Scene scene;
    /// The row of the roster whose hand it is.
    std::optional<Attendance> owner;
    std::optional<Hand> hand;
    int last_ordinal = 0;
};
struct GuestFacts {
    Scene scene;
    /// The state that was named, if it takes part.
    std::optional<OrganisationId> organisation;
    /// The codes that could have been named.
    std::string states;
    int guests = 0;
};
struct RosterFacts {
    Scene scene;
    /// The row that the command is about.
    std::optional<Attendance> row;
    /// Connected, though the room may be closed or ended.
    bool connected = false;
    /// Begin of the stay that has not ended.
    std::optional<Instant> staying_since;
    /// For the person who arrives: may follow `present/ID`.
    bool may_enter = false;
};
struct EndingFacts {
    Scene scene;
    /// Names of states that were here and have neither a step from this session nor a reason for none;
    /// sorted.
    std::vector<std::string> without_step;
};
struct AbandonmentFacts {
    Scene scene;
    bool anybody_here = false;
    /// When the last stay of a person ended.
    std::optional<Instant> last_here_at;
};
struct NoFacts {};

/// One stretch of time in the room.
struct Stay {
    Instant joined_at;
    Instant left_at;
};
/// Whole minutes of the union of all stays: time that overlaps counts once.
int minutes_of(std::vector<Stay> stays);
/// The most minutes that a correction may set: the real length or the planned one, whichever is longer.
int longest_attendance(const MeetingFacts& meeting, const Room& room, Instant now);

Result<RoomOpened> decide(const OpenRoom&, const OpeningFacts&, const Context&);
Result<RoomTakenOver> decide(const TakeOver&, const Scene&, const Context&);
Result<ItemMoved> decide(const NextItem&, const ItemFacts&, const Context&);
Result<ItemMoved> decide(const PreviousItem&, const ItemFacts&, const Context&);
Result<ItemExtended> decide(const ExtendItem&, const Scene&, const Context&);
Result<HandRaised> decide(const RaiseHand&, const HandFacts&, const Context&);
Result<HandLowered> decide(const LowerHand&, const HandFacts&, const Context&);
Result<FloorGiven> decide(const GiveFloor&, const HandFacts&, const Context&);
Result<GuestAdded> decide(const AddGuest&, const GuestFacts&, const Context&);
Result<GuestRemoved> decide(const RemoveGuest&, const RosterFacts&, const Context&);
Result<Departed> decide(const LeaveRoom&, const RosterFacts&, const Context&);
Result<Arrived> decide(const Arrive&, const RosterFacts&, const Context&);
Result<Departed> decide(const Depart&, const RosterFacts&, const Context&);
Result<HeartBeaten> decide(const Heartbeat&, const Scene&, const Context&);
Result<SessionEnded> decide(const EndSession&, const EndingFacts&, const Context&);
Result<EndUndone> decide(const UndoEnd&, const Scene&, const Context&);
Result<AttendanceCorrected> decide(const CorrectAttendance&, const RosterFacts&, const Context&);
Result<StaleClosed> decide(const CloseStale&, const NoFacts&, const Context&);
Result<SessionSealed> decide(const SealSession&, const Scene&, const Context&);
Result<AbandonmentChecked> decide(const CloseAbandoned&, const AbandonmentFacts&, const Context&);

// ---- tables (tables.cpp and one file for each group of verbs) --------------------------------------------

OpeningFacts gather(store::Transaction&, const OpenRoom&, const Context&);
Scene gather(store::Transaction&, const TakeOver&, const Context&);
ItemFacts gather(store::Transaction&, const NextItem&, const Context&);
ItemFacts gather(store::Transaction&, const PreviousItem&, const Context&);
Scene gather(store::Transaction&, const ExtendItem&, const Context&);
HandFacts gather(store::Transaction&, const RaiseHand&, const Context&);
HandFacts gather(store::Transaction&, const LowerHand&, const Context&);
HandFacts gather(store::Transaction&, const GiveFloor&, const Context&);
GuestFacts gather(store::Transaction&, const AddGuest&, const Context&);
RosterFacts gather(store::Transaction&, const RemoveGuest&, const Context&);
RosterFacts gather(store::Transaction&, const LeaveRoom&, const Context&);
RosterFacts gather(store::Transaction&, const Arrive&, const Context&);
RosterFacts gather(store::Transaction&, const Depart&, const Context&);
Scene gather(store::Transaction&, const Heartbeat&, const Context&);
EndingFacts gather(store::Transaction&, const EndSession&, const Context&);
Scene gather(store::Transaction&, const UndoEnd&, const Context&);
RosterFacts gather(store::Transaction&, const CorrectAttendance&, const Context&);
NoFacts gather(store::Transaction&, const CloseStale&, const Context&);
Scene gather(store::Transaction&, const SealSession&, const Context&);
AbandonmentFacts gather(store::Transaction&, const CloseAbandoned&, const Context&);

void record(store::Transaction&, const OpenRoom&, const OpeningFacts&, const RoomOpened&, const Context&,
            Changes&);
void record(store::Transaction&, const TakeOver&, const Scene&, const RoomTakenOver&, const Context&,
            Changes&);
void record(store::Transaction&, const NextItem&, const ItemFacts&, const ItemMoved&, const Context&,
            Changes&);
void record(store::Transaction&, const PreviousItem&, const ItemFacts&, const ItemMoved&, const Context&,
            Changes&);
void record(store::Transaction&, const ExtendItem&, const Scene&, const ItemExtended&, const Context&,
            Changes&);
void record(store::Transaction&, const RaiseHand&, const HandFacts&, const HandRaised&, const Context&,
            Changes&);
void record(store::Transaction&, const LowerHand&, const HandFacts&, const HandLowered&, const Context&,
            Changes&);
void record(store::Transaction&, const GiveFloor&, const HandFacts&, const FloorGiven&, const Context&,
            Changes&);
void record(store::Transaction&, const AddGuest&, const GuestFacts&, const GuestAdded&, const Context&,
            Changes&);
void record(store::Transaction&, const RemoveGuest&, const RosterFacts&, const GuestRemoved&, const Context&,
            Changes&);
void record(store::Transaction&, const LeaveRoom&, const RosterFacts&, const Departed&, const Context&,
            Changes&);
void record(store::Transaction&, const Arrive&, const RosterFacts&, const Arrived&, const Context&, Changes&);
void record(store::Transaction&, const Depart&, const RosterFacts&, const Departed&, const Context&,
            Changes&);
void record(store::Transaction&, const Heartbeat&, const Scene&, const HeartBeaten&, const Context&,
            Changes&);
void record(store::Transaction&, const EndSession&, const EndingFacts&, const SessionEnded&, const Context&,
            Changes&);
void record(store::Transaction&, const UndoEnd&, const Scene&, const EndUndone&, const Context&, Changes&);
void record(store::Transaction&, const CorrectAttendance&, const RosterFacts&, const AttendanceCorrected&,
            const Context&, Changes&);
void record(store::Transaction&, const CloseStale&, const NoFacts&, const StaleClosed&, const Context&,
            Changes&);
void record(store::Transaction&, const SealSession&, const Scene&, const SessionSealed&, const Context&,
            Changes&);
void record(store::Transaction&, const CloseAbandoned&, const AbandonmentFacts&, const AbandonmentChecked&,
            const Context&, Changes&);

std::optional<Room> find(store::Transaction&, const Ulid&, As<Room>);
std::optional<ItemRun> find(store::Transaction&, const Ulid&, As<ItemRun>);
std::optional<Hand> find(store::Transaction&, const Ulid&, As<Hand>);
std::optional<Attendance> find(store::Transaction&, const Ulid&, As<Attendance>);
Stream home(store::Transaction&, const Room&);
Stream home(store::Transaction&, const ItemRun&);
Stream home(store::Transaction&, const Hand&);
Stream home(store::Transaction&, const Attendance&);
std::vector<Room> current(store::Transaction&, const Stream&, As<Room>);
std::vector<ItemRun> current(store::Transaction&, const Stream&, As<ItemRun>);
std::vector<Hand> current(store::Transaction&, const Stream&, As<Hand>);
std::vector<Attendance> current(store::Transaction&, const Stream&, As<Attendance>);

} // namespace interstate::rooms
