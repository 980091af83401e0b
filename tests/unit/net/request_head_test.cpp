// What must hold of a request before anything else looks at it.
#include "net/request_head.hpp"

#include "support/catch.hpp"

#include <boost/beast/http/parser.hpp>

using namespace interstate;
using namespace interstate::net;
using std::string;
namespace http = boost::beast::http;

namespace {

/// A request as it comes from the socket; the target and headers are given, a Host is added.
HttpRequest request(const string& head_lines, const string& target = "/", const string& method = "GET") {
    http::request_parser<http::string_body> parser;
    parser.eager(true);
    boost::beast::error_code error;
    const auto bytes = method + " " + target + " HTTP/1.1\r\nHost: a\r\n" + head_lines + "\r\n";
    parser.put(boost::asio::buffer(bytes), error);
    if (error) FAIL("Beast refused already: " << error.message());
    return parser.release();
}

const string upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";

} // namespace

TEST_CASE("a sound head passes") {
    CHECK(check_raw_head("GET / HTTP/1.1\r\nHost: a\r\nX: b c\r\n\r\n"));
    CHECK(check_fields(request("")));
}

TEST_CASE("folded lines, lone line ends and NULs do not") {
    for (const string& bad :
         {string{"GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n"},
          string{"GET / HTTP/1.1\r\nHost: a\r\n\tfolded\r\n\r\n"}, string{"GET / HTTP/1.1\nHost: a\r\n\r\n"},
          string{"GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n"}, string{"\n"},
          string{"GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 29}}) {
        const auto checked = check_raw_head(bad);
        REQUIRE(!checked);
        CHECK(checked.error().status == 400);
        CHECK(!checked.error().why.empty());
    }
}

TEST_CASE("a carriage return alone ends no line") {
    CHECK(!check_raw_head("GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n"));
}

TEST_CASE("exactly one Host, one length, one way to say how long") {
    HttpRequest none;
    CHECK(!check_fields(none));
    CHECK(!check_fields(request("Host: b\r\n")));
    CHECK(!check_fields(request("Authorization: Bearer a\r\nAuthorization: Bearer b\r\n")));
    auto both = request("");
    both.insert(http::field::content_length, "1");
    CHECK(check_fields(both));
    both.insert(http::field::transfer_encoding, "chunked");
    CHECK(!check_fields(both));
    auto twice = request("");
    twice.insert(http::field::content_length, "1");
    twice.insert(http::field::content_length, "1");
    CHECK(!check_fields(twice));
}

TEST_CASE("an upgrade has version 13 and one key of 16 bytes") {
    const string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    CHECK(check_upgrade(request(upgrade + key)));
    for (const string& bad :
         {string{}, string{"Sec-WebSocket-Key: \r\n"}, string{"Sec-WebSocket-Key: short\r\n"}, key + key,
          string{"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=\r\n"},
          string{"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZSE=\r\n"},
          string{"Sec-WebSocket-Key: dGhlIHNhbXBs!!Bub25jZQ==\r\n"}}) {
        INFO(bad);
        CHECK(!check_upgrade(request(upgrade + bad)));
    }
    CHECK(check_upgrade(
              request("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\n" + key))
              .error()
              .status == 426);
    CHECK(check_upgrade(request("Upgrade: websocket\r\nConnection: Upgrade\r\n" + key)).error().status ==
          426);
    CHECK(!check_upgrade(request(upgrade + key, "/", "POST")));
    CHECK(!check_upgrade(request("Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" + key)));
    CHECK(!check_upgrade(
        request("Upgrade: h2c\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" + key)));
}

TEST_CASE("the app gets a decoded path and parameters in their order") {
    const auto got =
        request_of(request("X-Thing: b\r\nx-thing: c\r\n", "/a%20b/%C3%BC?x=1+2&y=%26&x=3&flag&&=e"), "::1");
    REQUIRE(got);
    CHECK(got->path == "/a b/ü");
    using Pairs = std::vector<std::pair<string, string>>;
    CHECK(got->query == Pairs{{"x", "1 2"}, {"y", "&"}, {"x", "3"}, {"flag", ""}, {"", "e"}});
    CHECK(got->headers.count("x-thing") == 2);
    CHECK(got->header("x-thing").empty()); // twice is none
    CHECK(got->header("host") == "a");
    CHECK(got->remote == "::1");
    CHECK(got->parameter("y") == "&");
}

TEST_CASE("no path leaves the house") {
    for (const char* bad :
         {"/../etc/passwd", "/a/../../b", "/%2e%2e/etc", "/a/%2E%2e",  "/./a",      "/a/..", "//evil",
          "/a//b",          "/a%5cb",     "/a%2f..%2fb", "/a%00b",     "/a%0d%0ab", "/a%zz", "/a%",
          "/a%2",           "/%ff",       "/%c3",        "/%ed%a0%80", "a",         "*",     "http://evil/a",
          "/a?x=%00",       "/a?x=%zz"}) {
        INFO(bad);
        const auto got = request_of(request("", bad), "");
        REQUIRE(!got);
        CHECK(got.error().status == 400);
    }
    for (const char* good : {"/", "/a", "/a/", "/.well-known/x", "/a..b", "/a.", "/...", "/a%3Fb"}) {
        INFO(good);
        CHECK(request_of(request("", good), ""));
    }
}

TEST_CASE("addresses and parameters are bounded") {
    CHECK(request_of(request("", "/" + string(4096, 'a')), "").error().status == 414);
    string many = "/?";
    for (int i = 0; i < 65; ++i) many += "a&";
    CHECK(!request_of(request("", many), ""));
}
