// Requests to join that wait: who decides is reminded once, after a week; after 30 days a request is closed.
#include "features/identity/tending.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::identity;

namespace {

const Instant now{1'800'000'000'000};

TendPlan plan(Millis waited, bool reminded = false,
              std::optional<Instant> looked_at = now - std::chrono::days{1}) {
    return plan_of({.known = true,
                    .looked_at = looked_at,
                    .waiting = {{.confirmed_at = now - waited, .reminded = reminded}}},
                   now);
}

} // namespace

TEST_CASE("a request is reminded of after a week, once, and closed after 30 days") {
    using std::chrono::days;
    CHECK(plan(days{6}).remind.empty());
    CHECK(plan(days{7}).remind.size() == 1);
    CHECK(plan(days{8}, true).remind.empty());
    CHECK(plan(days{29}).expire.empty());
    CHECK(plan(days{30}, true).expire.size() == 1);
    CHECK(plan(days{40}).remind.empty());
}

TEST_CASE("nothing ends by a clock that may be wrong: it is looked again in an hour") {
    using std::chrono::days;
    for (const auto& looked_at :
         {std::optional<Instant>{}, std::optional{now - days{2}}, std::optional{now + days{1}}}) {
        const auto unsure = plan(days{40}, false, looked_at);
        CHECK((unsure.unsure && unsure.expire.empty() && unsure.remind.empty()));
    }
}

TEST_CASE("only the server tends requests") {
    CHECK(decide(TendRequests{}, {.known = true}, Context{.now = now}));
    CHECK(!decide(TendRequests{}, {.known = true}, Context{.actor = PersonId{}, .now = now}));
}
