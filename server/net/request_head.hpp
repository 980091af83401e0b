#pragma once
// What must hold of a request before anything else looks at it. Beast lets some of this through.
#include "app/http.hpp"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <expected>
#include <string>
#include <string_view>

namespace interstate::net {

using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;

/// Why a request is turned away before it is understood.
struct BadHead {
    int status;
    std::string why;
};

/// Looks at the raw head: no folded lines, no lone line ends, no NUL (RFC 9112, section 5.2).
std::expected<void, BadHead> check_raw_head(std::string_view head);

/// Exactly one Host; not both a length and a transfer coding; not two lengths.
std::expected<void, BadHead> check_fields(const HttpRequest& request);

/// A complete upgrade: version 13 and one key of 16 bytes in base 64 (RFC 6455, section 4.2.1).
std::expected<void, BadHead> check_upgrade(const HttpRequest& request);

/// As the app sees it; `client` is the address that asks. Refuses a target with dots, backslashes, control
/// characters or broken escapes.
std::expected<app::Request, BadHead> request_of(const HttpRequest& request, const std::string& client);

} // namespace interstate::net
