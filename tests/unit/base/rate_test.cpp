// Tokens that come back with time.
#include "base/rate.hpp"
#include "support/catch.hpp"

using namespace interstate;

TEST_CASE("a burst may come at once, then as many as the rate says") {
    const Rate rate{.per_second = 2, .burst = 4};
    TokenBucket bucket{rate, {0}};
    for (int i = 0; i < 4; ++i) CHECK(bucket.take(rate, {0}));
    CHECK(!bucket.take(rate, {0}));
    CHECK(!bucket.take(rate, {400}));
    CHECK(bucket.take(rate, {500}));
    CHECK(!bucket.take(rate, {500}));
}

TEST_CASE("a pause gives no more than the burst, and a clock set back nothing") {
    const Rate rate{.per_second = 2, .burst = 4};
    TokenBucket bucket{rate, {0}};
    for (int i = 0; i < 4; ++i) CHECK(bucket.take(rate, {3'600'000}));
    CHECK(!bucket.take(rate, {3'600'000}));
    CHECK(!bucket.take(rate, {0}));
}

TEST_CASE("what is too dear takes nothing, and says how long to wait") {
    const Rate rate{.per_second = 2, .burst = 4};
    TokenBucket bucket{rate, {0}};
    CHECK(bucket.take(rate, {0}, 3));
    CHECK(!bucket.take(rate, {0}, 4));
    CHECK(bucket.until(rate, 4) == std::chrono::seconds{2});
    CHECK(bucket.until(rate, 1) == std::chrono::seconds{1});
    CHECK(bucket.take(rate, {0}, 1));
}
