#pragma once
// Guests of one meeting, by its link and without an account: they ask, and somebody who runs the room lets
// them in. From then on they are guests on the roster like those who come by phone.
#include "base/zone.hpp"
#include "features/rooms/rooms.hpp"

#include <expected>

namespace interstate::rooms {

/// A link is good until so long after the planned end.
inline constexpr Millis guest_link_after_end = std::chrono::hours{2};
/// So many wait at once in one meeting.
inline constexpr int waiting_limit = 50;
/// What guests said of themselves is forgotten after so long; their rows of the roster stay.
inline constexpr Millis guest_life = std::chrono::days{30};

/// Somebody who asks to come in; gone once that is decided. Home: hosts.
struct WaitingGuest {
    static constexpr Kind kind = Kind::waiting_guest;
    GuestId id;
    MeetingId meeting;
    Text<1, 120> name;
    /// Where they are from, as they say.
    Text<0, 160> affiliation;
    Instant asked_at;
};
INTERSTATE_DESCRIBE(WaitingGuest, id, meeting, name, affiliation, asked_at)

// ---- commands -------------------------------------------------------------------------------------------

/// Makes the meeting's link for guests; the one before it ends.
struct MakeGuestLink {
    static constexpr const char* name = "make_guest_link";
    static constexpr bool secret_result = true;
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(MakeGuestLink, meeting)
struct GuestLinkMade {
    static constexpr const char* name = "guest_link_made";
    /// "/guest/link/…", shown once.
    std::string path;
    Instant expires_at;
};
INTERSTATE_DESCRIBE(GuestLinkMade, path, expires_at)

/// Nobody new comes by the link, and whoever waits is turned away; who was let in stays.
struct EndGuestLink {
    static constexpr const char* name = "end_guest_link";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(EndGuestLink, meeting)
struct GuestLinkEnded {
    static constexpr const char* name = "guest_link_ended";
};
INTERSTATE_DESCRIBE_EMPTY(GuestLinkEnded)

/// By the server: somebody asks, by the link.
struct ReceiveGuest {
    static constexpr const char* name = "receive_guest";
    GuestId guest;
};
INTERSTATE_DESCRIBE(ReceiveGuest, guest)
struct GuestReceived {
    static constexpr const char* name = "guest_received";
};
INTERSTATE_DESCRIBE_EMPTY(GuestReceived)

/// Lets somebody in who waits: they are on the roster from now on, and `remove_guest` ends that.
struct AdmitGuest {
    static constexpr const char* name = "admit_guest";
    GuestId guest;
};
INTERSTATE_DESCRIBE(AdmitGuest, guest)
struct GuestAdmitted {
    static constexpr const char* name = "guest_admitted";
    AttendanceId attendance;
};
INTERSTATE_DESCRIBE(GuestAdmitted, attendance)

struct DeclineGuest {
    static constexpr const char* name = "decline_guest";
    GuestId guest;
};
INTERSTATE_DESCRIBE(DeclineGuest, guest)
struct GuestDeclined {
    static constexpr const char* name = "guest_declined";
};
INTERSTATE_DESCRIBE_EMPTY(GuestDeclined)

// ---- queries --------------------------------------------------------------------------------------------

/// Whether a meeting has a link for guests; for those who may make one.
struct GuestLinkOf {
    static constexpr const char* name = "guest_link";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(GuestLinkOf, meeting)
struct GuestLinkFound {
    /// Absent without a link that is good.
    std::optional<Instant> expires_at;
};
INTERSTATE_DESCRIBE(GuestLinkFound, expires_at)
Result<GuestLinkFound> answer(store::Transaction&, const GuestLinkOf&, const Context&);

// ---- rules (guests_rules.cpp) ---------------------------------------------------------------------------

enum class GuestStatus { waiting, admitted, declined };
INTERSTATE_DESCRIBE_ENUM(GuestStatus, waiting, admitted, declined)

struct WaitingFacts {
    Scene scene;
    std::optional<WaitingGuest> guest;
    GuestStatus status = GuestStatus::waiting;
    /// On the roster already.
    int guests = 0;
};

/// What a guest of the meeting is to the table of rights.
permissions::Standing guest_standing(const CollaborativeId& collaborative);
/// The name on the roster: with the affiliation where both fit.
Text<1, 120> roster_name(const WaitingGuest& guest);

Result<GuestLinkMade> decide(const MakeGuestLink&, const Scene&, const Context&);
Result<GuestLinkEnded> decide(const EndGuestLink&, const Scene&, const Context&);
Result<GuestReceived> decide(const ReceiveGuest&, const WaitingFacts&, const Context&);
Result<GuestAdmitted> decide(const AdmitGuest&, const WaitingFacts&, const Context&);
Result<GuestDeclined> decide(const DeclineGuest&, const WaitingFacts&, const Context&);

// ---- tables (guests_tables.cpp) -------------------------------------------------------------------------

Scene gather(store::Transaction&, const MakeGuestLink&, const Context&);
Scene gather(store::Transaction&, const EndGuestLink&, const Context&);
WaitingFacts gather(store::Transaction&, const ReceiveGuest&, const Context&);
WaitingFacts gather(store::Transaction&, const AdmitGuest&, const Context&);
WaitingFacts gather(store::Transaction&, const DeclineGuest&, const Context&);
void record(store::Transaction&, const MakeGuestLink&, const Scene&, const GuestLinkMade&, const Context&,
            Changes&);
void record(store::Transaction&, const EndGuestLink&, const Scene&, const GuestLinkEnded&, const Context&,
            Changes&);
void record(store::Transaction&, const ReceiveGuest&, const WaitingFacts&, const GuestReceived&,
            const Context&, Changes&);
void record(store::Transaction&, const AdmitGuest&, const WaitingFacts&, const GuestAdmitted&, const Context&,
            Changes&);
void record(store::Transaction&, const DeclineGuest&, const WaitingFacts&, const GuestDeclined&,
            const Context&, Changes&);

/// Only who waits.
std::optional<WaitingGuest> find(store::Transaction&, const Ulid&, As<WaitingGuest>);
Stream home(store::Transaction&, const WaitingGuest&);
std::vector<WaitingGuest> current(store::Transaction&, const Stream&, As<WaitingGuest>);

// ---- the guests' own pages: no commands, since nobody is signed in (guest_pages_tables.cpp)
// ----------------

/// What stands on the link's page, before anybody asked.
struct GuestInvitation {
    MeetingId meeting;
    std::string title;
    Instant starts_at;
    int minutes = 0;
    ZoneName zone;
};
/// Of a link that is good.
std::optional<GuestInvitation> invited_by(store::Transaction& tx, const std::string& link_hash, Instant now);

/// What somebody typed, checked.
struct NewGuest {
    GuestId id;
    Text<1, 120> name;
    Text<0, 160> affiliation;
    /// Of the secret that their browser keeps.
    std::string secret_hash;
};
enum class GuestFault {
    over, ///< the link is no good, or not any more
    full  ///< `waiting_limit`
};
/// Keeps it, and leaves it for the server to receive, within a second. Gives how long the browser may keep
/// its secret.
std::expected<Millis, GuestFault> ask_as_guest(store::Transaction& tx, const std::string& link_hash,
                                               const NewGuest& guest, Instant now);

struct GuestAgendaItem {
    std::string title;
    int minutes = 0;
    bool current = false;
};
/// What a guest sees now. Only who is let in sees more than the title and the time.
struct GuestView {
    GuestInvitation meeting;
    GuestStatus status = GuestStatus::waiting;
    /// Let in, and neither sent out nor the session over.
    bool inside = false;
    std::string name;
    std::string summary, link, dial_in;
    std::vector<GuestAgendaItem> agenda;
    bool is_open = false;
};
/// Nothing for a browser that nobody asked in, or long ago.
std::optional<GuestView> guest_view(store::Transaction& tx, const std::string& secret_hash, Instant now);

} // namespace interstate::rooms
