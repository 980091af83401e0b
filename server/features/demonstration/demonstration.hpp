#pragma once
// The demonstration keeps its promise: there is always a session to join today.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/zone.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::demonstration {

/// The word of the due item that asks for it; its target is the series.
inline constexpr const char* ensure_session_due = "ensure_session";
/// No series has more sessions.
inline constexpr int sessions_limit = 12;
/// How often it looks: a session that was ended is followed by another within the hour.
inline constexpr Millis look_every = std::chrono::hours{1};

/// By the server only. When no session of the series is left today (announced or live, by the host's
/// calendar), one that nobody opened is moved to today; else another is added, up to `sessions_limit`; else
/// one outside the series.
struct EnsureSession {
    static constexpr const char* name = "ensure_session";
    SeriesId series;
};
INTERSTATE_DESCRIBE(EnsureSession, series)
struct SessionEnsured {
    static constexpr const char* name = "session_ensured";
    /// The meeting made or moved; nothing when one was left.
    std::optional<MeetingId> meeting;
};
INTERSTATE_DESCRIBE(SessionEnsured, meeting)

// ---- rules (rules.cpp) ------------------------------------------------------------------------------------

struct Facts {
    /// The series is there, running and current: otherwise its days of demonstration are over.
    bool running = false;
    /// One is left today.
    bool left_today = false;
    /// The earliest announced session of an earlier day that nobody opened.
    std::optional<MeetingId> missed;
    /// The session whose words and agenda a new one copies: the last that has an agenda with next steps.
    std::optional<MeetingId> model;
    int highest_ordinal = 0;
};

/// What `record` is to do; the same facts and context give the same.
enum class Way { leave, move, add, add_outside };
Way way_of(const Facts& facts);

/// When to look again: within the hour, and just after midnight in New York, when yesterday's session is
/// over.
Instant next_look(Instant now);

/// The next full quarter hour in New York, as long as it is still today there; else the last one of today.
LocalTime next_start(Instant now);

Result<SessionEnsured> decide(const EnsureSession&, const Facts&, const Context&);

// ---- tables (tables.cpp) ----------------------------------------------------------------------------------

Facts gather(store::Transaction&, const EnsureSession&, const Context&);
void record(store::Transaction&, const EnsureSession&, const Facts&, const SessionEnsured&, const Context&,
            Changes&);

} // namespace interstate::demonstration
