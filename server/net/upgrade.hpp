#pragma once
// The way from HTTP to a live connection: what a sound request for it is, and what it is answered.
#include "net/http_session.hpp"
#include "net/request_head.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace interstate::net {

/// Where the app speaks live.
inline constexpr std::string_view live_path = "/api/live";

/// A request that may become a live connection, if the app lets it in.
struct Upgrade {
    app::Request asked;
    /// For a refusal, which is answered as HTTP.
    HttpRequest request;
    /// The head of our answer, as it goes out.
    std::string acceptance;
    /// What came behind the request.
    std::string early;
};

/// Another upgrade than ours is passed over, and the request answered as it stands (RFC 9110, section 7.8).
bool is_upgrade(const HttpRequest& request);

/// The answer to a sound request for an upgrade (RFC 6455, section 4.2.2), as it goes out.
std::string acceptance_of(const HttpRequest& request);

/// The upgrade that these bytes begin with, whole and sound by every check that a request goes through.
/// Nothing for all others: whoever serves HTTP says what is wrong with them, or waits for the rest.
/// `remote` is the other end of the line.
std::optional<Upgrade> upgrade_in(std::string_view bytes, const std::string& remote,
                                  const TrustedProxies& proxies);

/// Asks the app to let it in, and leads the line to its conversation, or answers why not. The line waits for
/// nothing else meanwhile.
void lead(Descriptor line, Upgrade upgrade, const Served& served);

} // namespace interstate::net
