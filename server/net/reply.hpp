#pragma once
// Responses as bytes: security headers on every one, files with caching, compression and ranges.
#include "app/http.hpp"
#include "net/request_head.hpp"
#include "net/static_files.hpp"

namespace interstate::net {

using HttpResponse = boost::beast::http::response<boost::beast::http::string_body>;

/// A page, a redirect or JSON of the app; or the file it names.
HttpResponse reply_of(const HttpRequest& request, const app::Response& response, const StaticFiles& files);

/// A file of the web client, when the request is for one.
std::optional<HttpResponse> file_reply(const HttpRequest& request, std::string_view path,
                                       const StaticFiles& files);

/// A request that was turned away.
HttpResponse bad_request(const BadHead& bad);

} // namespace interstate::net
