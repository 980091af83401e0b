// Who asks, when a proxy stands between: only what our own proxy says counts.
#include "net/trusted_proxies.hpp"

#include "support/catch.hpp"

#include <stdexcept>

using namespace interstate::net;
using std::string;

namespace {

/// A request with these X-Forwarded-For lines.
HttpRequest said(std::initializer_list<string> lines) {
    HttpRequest request;
    for (const auto& line : lines) request.insert("X-Forwarded-For", line);
    return request;
}

const TrustedProxies own{"127.0.0.1, ::1,10.1.2.3"};

} // namespace

TEST_CASE("without a trusted proxy the other end is who asks, whatever it says") {
    CHECK(TrustedProxies{}.client_of("127.0.0.1", said({"192.0.2.1"})) == "127.0.0.1");
    CHECK(TrustedProxies{""}.client_of("127.0.0.1", said({"192.0.2.1"})) == "127.0.0.1");
}

TEST_CASE("a stranger is not believed") {
    CHECK(own.client_of("192.0.2.9", said({"192.0.2.1"})) == "192.0.2.9");
    CHECK(own.client_of("127.0.0.2", said({"192.0.2.1"})) == "127.0.0.2");
    CHECK(own.client_of("", said({"192.0.2.1"})) == "");
}

TEST_CASE("what our proxy says last counts, and what was invented before it does not") {
    CHECK(own.client_of("127.0.0.1", said({"192.0.2.1"})) == "192.0.2.1");
    CHECK(own.client_of("::1", said({"2001:db8::7"})) == "2001:db8::7");
    CHECK(own.client_of("127.0.0.1", said({"198.51.100.66, 192.0.2.1"})) == "192.0.2.1");
    CHECK(own.client_of("127.0.0.1", said({"198.51.100.66", "192.0.2.1"})) == "192.0.2.1");
    CHECK(own.client_of("127.0.0.1", said({"127.0.0.1,192.0.2.1"})) == "192.0.2.1");
}

TEST_CASE("proxies behind each other are all passed over") {
    CHECK(own.client_of("127.0.0.1", said({"198.51.100.66, 192.0.2.1, 10.1.2.3"})) == "192.0.2.1");
    CHECK(own.client_of("127.0.0.1", said({"192.0.2.1", "10.1.2.3 "})) == "192.0.2.1");
    CHECK(own.client_of("127.0.0.1", said({"10.1.2.3"})) == "10.1.2.3");
}

TEST_CASE("a port, brackets and IPv4 inside IPv6 are understood") {
    CHECK(own.client_of("127.0.0.1", said({"192.0.2.1:4711"})) == "192.0.2.1");
    CHECK(own.client_of("127.0.0.1", said({"[2001:db8::7]:4711"})) == "2001:db8::7");
    CHECK(own.client_of("127.0.0.1", said({"[2001:db8::7]"})) == "2001:db8::7");
    CHECK(own.client_of("::ffff:127.0.0.1", said({"::ffff:192.0.2.1"})) == "192.0.2.1");
}

TEST_CASE("what cannot be read leaves the proxy that said it") {
    for (const char* nonsense :
         {"", "unknown", "_hidden", "192.0.2", "[", "[]", "]", ":", "192.0.2.1 192.0.2.2"})
        CHECK(own.client_of("127.0.0.1", said({nonsense})) == "127.0.0.1");
    CHECK(own.client_of("127.0.0.1", said({})) == "127.0.0.1");
    CHECK(own.client_of("127.0.0.1", said({"192.0.2.1,"})) == "127.0.0.1");
    CHECK(own.client_of("127.0.0.1", said({"192.0.2.1, nobody, 10.1.2.3"})) == "10.1.2.3");
}

TEST_CASE("a long row of proxies has an end") {
    string row = "192.0.2.1";
    for (int i = 0; i < 3000; ++i) row += ",127.0.0.1";
    CHECK(own.client_of("127.0.0.1", said({row})) == "127.0.0.1");
}

TEST_CASE("Forwarded is not read") {
    auto request = said({});
    request.insert("Forwarded", "for=192.0.2.1");
    CHECK(own.client_of("127.0.0.1", request) == "127.0.0.1");
}

TEST_CASE("what is no address is refused by name") {
    for (const char* wrong : {"localhost", "10.0.0.0/8", "127.0.0.1,,::1", "127.0.0.1;::1"})
        CHECK_THROWS_AS(TrustedProxies{wrong}, std::invalid_argument);
    try {
        TrustedProxies{"127.0.0.1, proxy"};
    } catch (const std::invalid_argument& error) {
        CHECK(string{error.what()}.starts_with("“proxy” is no network address"));
    }
}
