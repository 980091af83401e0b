// Any bytes as the head of a request, the way net/http_session.cpp takes them.
#include "net/request_head.hpp"
#include "app/front_door.hpp"
#include "base/text.hpp"
#include "fuzz/must.hpp"
#include "net/static_files.hpp"

#include <boost/beast/http/parser.hpp>

using namespace interstate;
namespace http = boost::beast::http;

namespace {

void look_at(const app::Request& request) {
    must(request.path.starts_with('/'), "a path begins with a slash");
    must(request.path.find("//") == request.path.npos && request.path.find('\\') == request.path.npos,
         "a path has no empty part and no backslash");
    must((request.path + "/").find("/../") == request.path.npos &&
             (request.path + "/").find("/./") == request.path.npos,
         "a path does not climb");
    must(count_characters(request.path).has_value() && !has_controls(request.path, false), "a path is text");
    for (const auto& [name, value] : request.query)
        must(count_characters(name).has_value() && count_characters(value).has_value(),
             "parameters are text");

    static const app::FrontDoor door{{.port = 8080}};
    static const app::FrontDoor open{{.port = 8080, .open_host = true}};
    if (door.own_origin(request))
        must(request.headers.count("origin") == 1 &&
                 request.headers.find("origin")->second.ends_with(":8080"),
             "an Origin of ours is one");
    if (open.may_change(request)) must(request.headers.count("origin") <= 1, "two Origins change nothing");
    must(door.cookie_secret(request).size() <= 128, "a secret is short");
    const auto next = app::safe_next(request.parameter("next"));
    must(next.starts_with('/') && !next.starts_with("//") && !next.starts_with("/\\"),
         "after signing in one stays here");
    must(app::form_fields(request.body).size() <= 64, "forms are bounded");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto end = bytes.find("\r\n\r\n");
    if (end == bytes.npos || end > 16 * 1024) return 0;
    if (!net::check_raw_head(bytes.substr(0, end + 4))) return 0;
    http::request_parser<http::string_body> parser;
    parser.header_limit(16 * 1024);
    parser.body_limit(256 * 1024);
    parser.eager(true);
    boost::beast::error_code wrong;
    parser.put(boost::asio::buffer(bytes.data(), bytes.size()), wrong);
    if ((wrong && wrong != http::error::need_more) || !parser.is_header_done()) return 0;
    const auto request = parser.release();
    if (!net::check_fields(request)) return 0;
    (void)net::check_upgrade(request);
    if (const auto asked = net::request_of(request, "::1")) look_at(*asked);

    const auto range = request[http::field::range];
    bool unsatisfiable = false;
    for (const std::size_t length : {std::size_t{0}, std::size_t{1}, std::size_t{1000}})
        if (const auto found = net::byte_range({range.data(), range.size()}, length, unsatisfiable))
            must(found->first <= found->last && found->last < length, "a range lies in the file");
    return 0;
}
