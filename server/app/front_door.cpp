#include "app/front_door.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace interstate::app {
namespace {

constexpr std::size_t field_limit = 64;
/// The absolute limit of a login; the server ends it earlier when idle.
constexpr std::chrono::days cookie_life{60};
/// The longest that browsers keep one.
constexpr std::chrono::days device_life{400};

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string form_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+')
            out += ' ';
        else if (text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
            out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
            i += 2;
        } else
            out += text[i];
    }
    return out;
}

/// The value of the only cookie of this name; empty when there is none, or more than one.
std::string cookie_value(const Request& request, const std::string& name) {
    const auto wanted = name + "=";
    std::string found;
    const auto [begin, end] = request.headers.equal_range("cookie");
    for (auto it = begin; it != end; ++it) {
        std::string_view rest = it->second;
        while (!rest.empty()) {
            const auto part = rest.substr(0, rest.find(';'));
            rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            const auto start = part.find_first_not_of(' ');
            if (start == part.npos || !part.substr(start).starts_with(wanted)) continue;
            if (!found.empty()) return {}; // two of them: somebody planted one
            found = part.substr(start + wanted.size());
        }
    }
    return found.size() <= 128 ? found : std::string{};
}

} // namespace

FrontDoor::FrontDoor(FrontDoorSettings settings) : settings_{std::move(settings)} {
    if (!settings_.public_url.empty()) {
        settings_.public_url = folded(settings_.public_url); // as browsers write an Origin
        origins_.push_back(settings_.public_url);
        return;
    }
    const auto port = ":" + std::to_string(settings_.port);
    for (const char* host : {"http://127.0.0.1", "http://localhost", "http://[::1]"})
        origins_.push_back(host + port);
}

bool FrontDoor::own_origin(const Request& request) const {
    const auto origin = request.header("origin");
    if (origin.empty()) return false;
    if (std::ranges::find(origins_, origin) != origins_.end()) return true;
    return settings_.open_host && !request.header("host").empty() &&
           origin == "http://" + request.header("host");
}

bool FrontDoor::may_change(const Request& request) const {
    if (request.headers.contains("origin")) return own_origin(request);
    return !bearer_secret(request).empty();
}

std::string FrontDoor::cookie_name() const {
    return secure() ? "__Host-interstate" : "interstate_" + std::to_string(settings_.port);
}

std::string FrontDoor::cookie_secret(const Request& request) const {
    return cookie_value(request, cookie_name());
}

std::string FrontDoor::ticket(const Request& request) const { return cookie_value(request, ticket_name()); }

std::string FrontDoor::bearer_secret(const Request& request) {
    const auto header = request.header("authorization");
    constexpr std::string_view scheme = "Bearer ";
    if (!header.starts_with(scheme) || header.size() > 256) return {};
    return header.substr(scheme.size());
}

std::string FrontDoor::cookie(const std::string& name, const std::string& value,
                              std::optional<std::chrono::seconds> life) const {
    return name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" +
           (life ? "; Max-Age=" + std::to_string(life->count()) : "") + (secure() ? "; Secure" : "");
}

std::string FrontDoor::set_cookie(const std::string& secret, bool shared) const {
    return cookie(cookie_name(), secret,
                  shared ? std::nullopt : std::optional<std::chrono::seconds>{cookie_life});
}

std::string FrontDoor::device(const Request& request) const { return cookie_value(request, device_name()); }

std::string FrontDoor::set_device(const std::string& secret) const {
    return cookie(device_name(), secret, device_life);
}

std::string FrontDoor::clear_cookie() const { return cookie(cookie_name(), {}, std::chrono::seconds{0}); }

std::string FrontDoor::set_ticket(const std::string& secret, std::chrono::seconds life) const {
    return cookie(ticket_name(), secret, life);
}

std::string FrontDoor::guest(const Request& request) const { return cookie_value(request, guest_name()); }

std::string FrontDoor::set_guest(const std::string& secret, std::chrono::seconds life) const {
    return cookie(guest_name(), secret, life);
}

std::string FrontDoor::half(const Request& request) const { return cookie_value(request, half_name()); }

std::string FrontDoor::set_half(const std::string& secret, std::chrono::seconds life) const {
    return cookie(half_name(), secret, life);
}

std::string FrontDoor::agency(const Request& request) const { return cookie_value(request, agency_name()); }

std::string FrontDoor::set_agency(const std::string& secret, std::chrono::seconds life) const {
    return cookie(agency_name(), secret, life);
}

std::string FrontDoor::base_url() const {
    return settings_.public_url.empty() ? "http://127.0.0.1:" + std::to_string(settings_.port)
                                        : settings_.public_url;
}

std::string safe_next(const std::string& next) {
    const bool local = next.starts_with('/') && !next.starts_with("//") && next.find('\\') == next.npos;
    const bool printable = std::ranges::all_of(next, [](char c) { return c > ' ' && c < 127; });
    return local && printable && next.size() < 500 ? next : "/";
}

std::vector<std::pair<std::string, std::string>> form_fields(std::string_view body) {
    std::vector<std::pair<std::string, std::string>> fields;
    while (!body.empty() && fields.size() < field_limit) {
        const auto part = body.substr(0, body.find('&'));
        body.remove_prefix(std::min(body.size(), part.size() + 1));
        const auto equals = part.find('=');
        fields.emplace_back(form_decoded(part.substr(0, equals)),
                            equals == part.npos ? "" : form_decoded(part.substr(equals + 1)));
    }
    return fields;
}

} // namespace interstate::app
