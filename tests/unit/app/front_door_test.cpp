// Who may come in: Origins, cookies, tokens, and where one may be sent afterwards.
#include "app/front_door.hpp"
#include "support/catch.hpp"

using namespace interstate::app;
using std::string;

namespace {

const FrontDoor here{{.port = 8080}};
const FrontDoor proxied{{.public_url = "https://sdi.example.org", .port = 8080}};
const FrontDoor open{{.port = 8080, .open_host = true}};

Request with(std::multimap<string, string> headers) {
    return {.method = "GET", .path = "/", .headers = std::move(headers)};
}
Request from(const string& origin) { return with({{"origin", origin}, {"host", "lan.example:8080"}}); }

} // namespace

TEST_CASE("on this machine our Origins are loopback with our port") {
    for (const char* good : {"http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"})
        CHECK(here.own_origin(from(good)));
    for (const char* bad : {"http://127.0.0.1", "http://127.0.0.1:8081", "https://127.0.0.1:8080",
                            "http://localhost:8080.evil.example", "null", "", "http://evil.example",
                            "HTTP://LOCALHOST:8080 ", "http://localhost:8080/", "http://lan.example:8080"}) {
        INFO(bad);
        CHECK(!here.own_origin(from(bad)));
    }
}

TEST_CASE("behind a proxy only the public address is ours") {
    CHECK(proxied.own_origin(from("https://sdi.example.org")));
    for (const char* bad :
         {"http://sdi.example.org", "https://sdi.example.org:8443", "https://sdi.example.org.evil.example",
          "http://127.0.0.1:8080", "https://evil.example", "null"})
        CHECK(!proxied.own_origin(from(bad)));
}

TEST_CASE("a public address given in capitals is the same Origin") {
    CHECK(FrontDoor{{.public_url = "https://SDI.example.org"}}.own_origin(from("https://sdi.example.org")));
}

TEST_CASE("two Origins are none") {
    CHECK(!here.own_origin(with({{"origin", "http://localhost:8080"}, {"origin", "http://localhost:8080"}})));
    CHECK(!here.own_origin(with({{"origin", "http://localhost:8080"}, {"origin", "http://evil.example"}})));
    CHECK(!here.may_change(with({{"origin", "http://localhost:8080"},
                                 {"origin", "http://evil.example"},
                                 {"authorization", "Bearer x"}})));
}

TEST_CASE("a demonstration that listens on a network takes the Host's word, and nobody else's") {
    CHECK(open.own_origin(from("http://lan.example:8080")));
    CHECK(!open.own_origin(from("http://evil.example:8080")));
    CHECK(!open.own_origin(with({{"origin", "http://"}})));
    CHECK(!open.own_origin(with({{"origin", "http://a"}, {"host", "a"}, {"host", "b"}})));
}

TEST_CASE("a change comes from our own pages, or from a script that shows a token and no Origin") {
    CHECK(here.may_change(from("http://localhost:8080")));
    CHECK(!here.may_change(from("http://evil.example")));
    CHECK(!here.may_change(with({})));
    CHECK(!here.may_change(with({{"cookie", "interstate_8080=abc"}})));
    CHECK(here.may_change(with({{"authorization", "Bearer abc"}})));
    CHECK(!here.may_change(with({{"authorization", "Bearer abc"}, {"origin", "http://evil.example"}})));
    CHECK(!here.may_change(with({{"authorization", "Basic abc"}})));
    CHECK(!here.may_change(with({{"authorization", "Bearer "}})));
    CHECK(!here.may_change(with({{"authorization", "Bearer " + string(400, 'x')}})));
}

TEST_CASE("our cookie is found among others, once") {
    CHECK(here.cookie_secret(with({{"cookie", "interstate_8080=abc"}})) == "abc");
    CHECK(here.cookie_secret(with({{"cookie", "a=1; interstate_8080=abc; b=2"}})) == "abc");
    CHECK(here.cookie_secret(with({{"cookie", "a=1"}, {"cookie", "interstate_8080=abc"}})) == "abc");
    CHECK(here.cookie_secret(with({{"cookie", "interstate_8080=abc; interstate_8080=planted"}})) == "");
    CHECK(here.cookie_secret(
              with({{"cookie", "interstate_8080=abc"}, {"cookie", "interstate_8080=planted"}})) == "");
    for (const char* bad : {"", ";;; ;", "interstate_80800=abc", "xinterstate_8080=abc", "interstate_8080",
                            "__Host-interstate=abc", "="})
        CHECK(here.cookie_secret(with({{"cookie", bad}})) == "");
    CHECK(here.cookie_secret(with({{"cookie", "interstate_8080=" + string(200, 'x')}})) == "");
}

TEST_CASE(
    "the cookie cannot be read by scripts, nor sent by other sites, nor in the clear where there is TLS") {
    const auto plain = here.set_cookie("abc", false);
    CHECK_THAT(plain, Catch::StartsWith("interstate_8080=abc;") && Catch::Contains("HttpOnly") &&
                          Catch::Contains("SameSite=Lax") && Catch::Contains("Path=/") &&
                          !Catch::Contains("Secure"));
    CHECK_THAT(proxied.set_cookie("abc", false), Catch::StartsWith("__Host-interstate=abc;") &&
                                                     Catch::Contains("; Secure") &&
                                                     !Catch::Contains("Domain"));
    CHECK(proxied.cookie_secret(with({{"cookie", "__Host-interstate=abc"}})) == "abc");
    CHECK_THAT(here.clear_cookie(), Catch::Contains("Max-Age=0"));
}

TEST_CASE("on a computer that others use the cookie goes with the browser; that of a known one stays") {
    CHECK_THAT(here.set_cookie("abc", false), Catch::Contains("Max-Age=5184000"));
    CHECK_THAT(here.set_cookie("abc", true), !Catch::Contains("Max-Age") && Catch::Contains("HttpOnly"));
    CHECK_THAT(proxied.set_device("d"), Catch::StartsWith("__Host-interstate_device=d;") &&
                                            Catch::Contains("Max-Age=34560000") &&
                                            Catch::Contains("; Secure"));
    CHECK(here.device(with({{"cookie", "interstate_8080=a; interstate_8080_device=d"}})) == "d");
}

TEST_CASE("after signing in one is sent to a path of our own, and nowhere else") {
    for (const char* good : {"/", "/sdi/steps", "/sdi/series/a/sessions/3?tab=steps#now"})
        CHECK(safe_next(good) == good);
    for (const string& bad :
         {string{}, string{"//evil.example"}, string{"/\\evil.example"}, string{"\\\\evil.example"},
          string{"https://evil.example"}, string{"javascript:alert(1)"}, string{"/a\r\nSet-Cookie: x=y"},
          string{"/\t/evil.example"}, string{"/a b"}, string{" /a"}, string{"/\xC3\xA4"},
          "/" + string(600, 'a'), string{"/a\0b", 4}}) {
        INFO(bad);
        CHECK(safe_next(bad) == "/");
    }
}

TEST_CASE("forms decode as browsers write them") {
    using Fields = std::vector<std::pair<string, string>>;
    CHECK(form_fields("a=1&b=x+y%21&c") == Fields{{"a", "1"}, {"b", "x y!"}, {"c", ""}});
    CHECK(form_fields("").empty());
    CHECK(form_fields("a=%zz%4") == Fields{{"a", "%zz%4"}});
    CHECK(form_fields("&&=&")[2] == std::pair<string, string>{"", ""});
    string many;
    for (int i = 0; i < 1000; ++i) many += "a=1&";
    CHECK(form_fields(many).size() == 64);
}
