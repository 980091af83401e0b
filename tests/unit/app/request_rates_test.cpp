// Who may ask how often over plain HTTP.
#include "app/request_rates.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::app;

TEST_CASE("each has a measure of their own") {
    RequestRates rates{{.per_second = 1, .burst = 2}, 10};
    CHECK(!rates.take("ana", {0}));
    CHECK(!rates.take("ana", {0}));
    CHECK(rates.look("ana", {0}) == std::chrono::seconds{1});
    CHECK(rates.take("ana", {0}) == std::chrono::seconds{1});
    CHECK(!rates.take("ben", {0}));
    CHECK(!rates.look("ana", {1000}));
    CHECK(!rates.take("ana", {1000}));
}

TEST_CASE("what costs more than a burst is let through by a full one") {
    RequestRates rates{{.per_second = 1, .burst = 2}, 10};
    CHECK(!rates.take("ana", {0}, 10));
    CHECK(rates.take("ana", {0}) == std::chrono::seconds{1});
}

TEST_CASE("so many are remembered; who asked longest ago is forgotten first") {
    RequestRates rates{{.per_second = 1, .burst = 1}, 2};
    CHECK(!rates.take("ana", {0}));
    CHECK(!rates.take("ben", {0}));
    CHECK(rates.take("ana", {0}));
    for (int i = 0; i < 100; ++i) {
        CHECK(!rates.take("stranger " + std::to_string(i), {0}));
        CHECK(rates.take("ana", {0})); // asks all the time
        CHECK(rates.size() == 2);
    }
    CHECK(!rates.take("ben", {0}));
}

TEST_CASE("one customer of a network is one address") {
    CHECK(network_of("192.0.2.7") == "192.0.2.7");
    CHECK(network_of("::ffff:192.0.2.7") == "192.0.2.7");
    CHECK(network_of("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::");
    CHECK(network_of("2001:db8:1:2::9") == network_of("2001:db8:1:2:ffff::1"));
    CHECK(network_of("2001:db8:1:3::9") != network_of("2001:db8:1:2::9"));
    CHECK(network_of("").empty());
}
