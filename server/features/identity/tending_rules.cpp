#include "features/identity/tending.hpp"

namespace interstate::identity {
namespace {

/// Looks come once a day; after more than that nobody knows whether the computer was off or its clock is
/// wrong.
constexpr Millis unwatched = std::chrono::hours{26};

} // namespace

TendPlan plan_of(const TendFacts& facts, Instant now) {
    TendPlan plan{.unsure = !facts.looked_at || now < *facts.looked_at || now - *facts.looked_at > unwatched};
    if (plan.unsure) return plan;
    for (const auto& request : facts.waiting) {
        const auto waited = now - request.confirmed_at;
        if (waited >= request_life)
            plan.expire.push_back(request);
        else if (waited >= decider_reminded_after && !request.reminded)
            plan.remind.push_back(request);
    }
    return plan;
}

Result<RequestsTended> decide(const TendRequests&, const TendFacts& facts, const Context& context) {
    if (!context.by_system() || !facts.known) return refuse_not_allowed();
    return RequestsTended{static_cast<int>(plan_of(facts, context.now).expire.size())};
}

} // namespace interstate::identity
