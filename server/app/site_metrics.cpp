// GET /metrics: figures for the operator's Prometheus. For others it is not there.
#include "app/site.hpp"
#include "base/secret.hpp"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <array>

namespace interstate::app {
namespace {

bool is_loopback(const std::string& address) {
    boost::system::error_code wrong;
    const auto parsed = boost::asio::ip::make_address(address, wrong);
    return !wrong && parsed.is_loopback();
}

/// Somebody else stands behind whoever asks.
bool came_through_proxy(const Request& request) {
    constexpr std::array<const char*, 4> traces{"forwarded", "x-forwarded-for", "x-real-ip", "via"};
    return std::ranges::any_of(traces, [&](const char* name) { return request.headers.contains(name); });
}

} // namespace

bool Site::may_read_metrics() const {
    const auto& token = server_.settings_.metrics_token;
    if (token.empty()) return is_loopback(request_.remote) && !came_through_proxy(request_);
    // Digests of equal length: how long it takes to compare tells nothing of the token.
    return secret_hash(FrontDoor::bearer_secret(request_)) == secret_hash(token);
}

void Site::metrics() {
    if (!may_read_metrics()) return not_found();
    reply({.type = "text/plain; version=0.0.4; charset=utf-8",
           .body = server_.metrics_.text(server_.standings()),
           .headers = {{"Cache-Control", "no-store"}}});
}

} // namespace interstate::app
