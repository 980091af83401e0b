// Responses as bytes: files with ranges, caching and compression; headers that protect on every one.
#include "net/reply.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <fstream>

using namespace interstate;
using namespace interstate::net;
using std::string;
namespace http = boost::beast::http;

namespace {

struct Range {
    std::optional<std::pair<std::size_t, std::size_t>> bytes;
    bool unsatisfiable = false;
    bool operator==(const Range&) const = default;
};

Range range(std::string_view header, std::size_t size) {
    Range found;
    if (const auto bytes = byte_range(header, size, found.unsatisfiable))
        found.bytes = {bytes->first, bytes->last};
    return found;
}
Range of(std::size_t first, std::size_t last) { return {.bytes = std::pair{first, last}}; }
const Range whole{};
const Range outside{.unsatisfiable = true};

void write(const std::filesystem::path& path, const string& bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << bytes;
}

HttpRequest asking(const string& target, std::initializer_list<std::pair<http::field, string>> headers = {},
                   http::verb verb = http::verb::get) {
    HttpRequest request{verb, target, 11};
    for (const auto& [name, value] : headers) request.set(name, value);
    return request;
}

struct Site {
    tests::TemporaryFolder folder;
    std::optional<StaticFiles> files;
    Site() {
        write(folder.path() / "index.html", "<!doctype html>");
        write(folder.path() / "assets/app-3f2a.js", "0123456789");
        write(folder.path() / "assets/app-3f2a.js.br", "BR");
        write(folder.path() / "assets/app-3f2a.js.gz", "GZ");
        write(folder.path() / "icon.svg", "<svg/>");
        files.emplace(folder.path());
    }
    HttpResponse get(const string& path, std::initializer_list<std::pair<http::field, string>> headers = {},
                     http::verb verb = http::verb::get) {
        auto reply = file_reply(asking(path, headers, verb), path, *files);
        REQUIRE(reply);
        return std::move(*reply);
    }
};

} // namespace

TEST_CASE("a byte range is what it says, cut at the end of the file") {
    CHECK(range("bytes=0-0", 10) == of(0, 0));
    CHECK(range("bytes=2-5", 10) == of(2, 5));
    CHECK(range("bytes=2-", 10) == of(2, 9));
    CHECK(range("bytes=-3", 10) == of(7, 9));
    CHECK(range("bytes=-30", 10) == of(0, 9));
    CHECK(range("bytes=5-999", 10) == of(5, 9));
    CHECK(range("bytes=9-9", 10) == of(9, 9));
}

TEST_CASE("a range outside the file cannot be satisfied") {
    CHECK(range("bytes=10-", 10) == outside);
    CHECK(range("bytes=10-12", 10) == outside);
    CHECK(range("bytes=-0", 10) == outside);
    CHECK(range("bytes=0-", 0) == outside);
    CHECK(range("bytes=-1", 0) == outside);
}

TEST_CASE("what is no range, or several, is answered with the whole") {
    for (const char* header : {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "items=0-1",
                               "bytes=0-1,3-4", "bytes=0x0-1", "bytes=1", "bytes=99999999999999999999-",
                               "bytes=0-99999999999999999999", "bytes= 0-1", "bytes=--1"}) {
        INFO(header);
        CHECK(range(header, 10) == whole);
    }
}

TEST_CASE("only files that were there at the start are found") {
    Site site;
    CHECK(site.files->size() == 3); // compressed twins belong to their file
    CHECK(site.files->find("assets/app-3f2a.js"));
    for (const char* bad : {"", "nothing", "assets", "assets/", "../index.html", "assets/app-3f2a.js.br",
                            "/index.html", "assets/../index.html"})
        CHECK(!site.files->find(bad));
    write(site.folder.path() / "late.txt", "x");
    CHECK(!site.files->find("late.txt"));
    CHECK(StaticFiles{site.folder.path() / "absent"}.size() == 0);
}

TEST_CASE("a file comes with its type, its tag and its protection") {
    Site site;
    const auto reply = site.get("/assets/app-3f2a.js");
    CHECK(reply.body() == "0123456789");
    CHECK(reply[http::field::content_type] == "text/javascript; charset=utf-8");
    CHECK(reply[http::field::cache_control] == "public, max-age=31536000, immutable");
    CHECK(reply["X-Content-Type-Options"] == "nosniff");
    CHECK(string{reply["Content-Security-Policy"]}.find("default-src 'self'") == 0);
    CHECK(string{reply["Content-Security-Policy"]}.find("unsafe") == string::npos);
    CHECK(site.get("/icon.svg")[http::field::cache_control] == "no-cache");
}

TEST_CASE("who has it already is told so") {
    Site site;
    const string tag{site.get("/icon.svg")[http::field::etag]};
    const auto again = site.get("/icon.svg", {{http::field::if_none_match, tag}});
    CHECK(again.result_int() == 304);
    CHECK(again.body().empty());
    CHECK(again.count(http::field::content_length) == 0);
    const auto head = site.get("/icon.svg", {{http::field::if_none_match, tag}}, http::verb::head);
    CHECK(head.count(http::field::content_length) == 0);
    CHECK(site.get("/icon.svg", {{http::field::if_none_match, "\"other\""}}).result_int() == 200);
}

TEST_CASE("ranges, compression and HEAD") {
    Site site;
    const string path = "/assets/app-3f2a.js";
    const auto part = site.get(path, {{http::field::range, "bytes=2-4"}});
    CHECK(part.result_int() == 206);
    CHECK(part.body() == "234");
    CHECK(part[http::field::content_range] == "bytes 2-4/10");
    const auto none = site.get(path, {{http::field::range, "bytes=10-"}});
    CHECK(none.result_int() == 416);
    CHECK(none[http::field::content_range] == "bytes */10");
    const auto brotli = site.get(path, {{http::field::accept_encoding, "gzip, br"}});
    CHECK(brotli.body() == "BR");
    CHECK(brotli[http::field::content_encoding] == "br");
    CHECK(site.get(path, {{http::field::accept_encoding, "gzip"}}).body() == "GZ");
    const auto head = site.get(path, {}, http::verb::head);
    CHECK(head.body().empty());
    CHECK(head[http::field::content_length] == "10");
}

TEST_CASE("the shell and other methods are the app's, not a file") {
    Site site;
    CHECK(!file_reply(asking("/"), "/", *site.files));
    CHECK(!file_reply(asking("/index.html"), "/index.html", *site.files));
    CHECK(!file_reply(asking("/icon.svg", {}, http::verb::post), "/icon.svg", *site.files));
    const auto shell = reply_of(asking("/sdi"), {.file = "index.html"}, *site.files);
    CHECK(shell.body() == "<!doctype html>");
    CHECK(reply_of(asking("/sdi"), {.file = "missing.html"}, *site.files).result_int() == 503);
}

TEST_CASE("an answer of the app keeps its status, type and headers, and is protected") {
    Site site;
    const auto reply = reply_of(asking("/x"),
                                {.status = 303,
                                 .type = "text/plain",
                                 .body = "b",
                                 .headers = {{"Location", "/"}, {"Cache-Control", "no-store"}}},
                                *site.files);
    CHECK(reply.result_int() == 303);
    CHECK(reply[http::field::location] == "/");
    CHECK(reply[http::field::cache_control] == "no-store");
    CHECK(reply["X-Content-Type-Options"] == "nosniff");
    const auto bad = bad_request({431, "the head is too large"});
    CHECK(bad.result_int() == 431);
    CHECK(!bad.keep_alive());
    CHECK(bad["X-Content-Type-Options"] == "nosniff");
}

TEST_CASE("another version of WebSocket is answered with the one that would do") {
    const auto answer = bad_request({426, "WebSocket version 13 is needed"});
    CHECK(answer[http::field::sec_websocket_version] == "13");
    CHECK(answer[http::field::upgrade] == "websocket");
    CHECK(http::token_list{answer[http::field::connection]}.exists("upgrade"));
    CHECK(http::token_list{answer[http::field::connection]}.exists("close"));
    CHECK(bad_request({400, "no"})[http::field::sec_websocket_version].empty());
}
