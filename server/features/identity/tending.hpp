#pragma once
// Requests to join that wait: those who decide are reminded after a week, and after 30 days a request
// expires.
#include "features/identity/join_requests.hpp"

namespace interstate::identity {

/// By the server, each morning.
struct TendRequests {
    static constexpr const char* name = "tend_requests";
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(TendRequests, collaborative)
struct RequestsTended {
    static constexpr const char* name = "requests_tended";
    int expired = 0;
};
INTERSTATE_DESCRIBE(RequestsTended, expired)

inline constexpr Millis request_life = std::chrono::days{30};
inline constexpr Millis decider_reminded_after = std::chrono::days{7};

/// One that waits for who decides.
struct WaitingRequest {
    JoinRequestId id;
    std::optional<OrganisationId> organisation;
    Instant confirmed_at;
    bool reminded = false;
};
struct TendFacts {
    bool known = false;
    /// Absent before the first look, and after a restore.
    std::optional<Instant> looked_at;
    /// The longest waiting first.
    std::vector<WaitingRequest> waiting;
};

// ---- rules (tending_rules.cpp) ----------------------------------------------------------------------------

struct TendPlan {
    /// The clock may be wrong: it is looked again in an hour, and nothing ends before.
    bool unsure = false;
    std::vector<WaitingRequest> expire, remind;
};
TendPlan plan_of(const TendFacts& facts, Instant now);

Result<RequestsTended> decide(const TendRequests&, const TendFacts&, const Context&);

// ---- tables (tending_tables.cpp) --------------------------------------------------------------------------

TendFacts gather(store::Transaction&, const TendRequests&, const Context&);
void record(store::Transaction&, const TendRequests&, const TendFacts&, const RequestsTended&, const Context&,
            Changes&);

} // namespace interstate::identity
