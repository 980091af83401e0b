#pragma once
// Who may come in: Origins, cookies, tokens. One place decides for pages, requests and the live connection.
#include "app/http.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace interstate::app {

struct FrontDoorSettings {
    /// "https://sdi.example.org", or empty: then plain http on this machine.
    std::string public_url;
    int port = 8080;
    /// Listening beyond loopback without a public URL: only in demonstration mode, and the Host header
    /// decides.
    bool open_host = false;
};

class FrontDoor {
  public:
    explicit FrontDoor(FrontDoorSettings settings);

    /// True when the request has exactly one Origin and it is ours.
    [[nodiscard]] bool own_origin(const Request& request) const;
    /// True when a request that changes something comes from our own pages, or from a script with a token and
    /// no Origin.
    [[nodiscard]] bool may_change(const Request& request) const;

    /// The secret in our cookie; empty when there is none.
    [[nodiscard]] std::string cookie_secret(const Request& request) const;
    /// The token of a script; empty when there is none.
    [[nodiscard]] static std::string bearer_secret(const Request& request);
    /// On a computer that others use it goes when the browser is closed.
    [[nodiscard]] std::string set_cookie(const std::string& secret, bool shared) const;
    [[nodiscard]] std::string clear_cookie() const;
    /// The secret of a browser in which somebody has signed in before; empty when there is none.
    [[nodiscard]] std::string device(const Request& request) const;
    [[nodiscard]] std::string set_device(const std::string& secret) const;
    /// The secret of a browser that asked for a code by mail, for as long as the code is good.
    [[nodiscard]] std::string ticket(const Request& request) const;
    [[nodiscard]] std::string set_ticket(const std::string& secret, std::chrono::seconds life) const;
    /// The secret of a browser that has shown the first factor, for as long as the second one is waited for.
    [[nodiscard]] std::string half(const Request& request) const;
    [[nodiscard]] std::string set_half(const std::string& secret, std::chrono::seconds life) const;
    /// The secret of a guest of one meeting, until its link ends.
    [[nodiscard]] std::string guest(const Request& request) const;
    [[nodiscard]] std::string set_guest(const std::string& secret, std::chrono::seconds life) const;
    /// The secret of a browser that is sent to an agency's provider, and then of what it brings back.
    [[nodiscard]] std::string agency(const Request& request) const;
    [[nodiscard]] std::string set_agency(const std::string& secret, std::chrono::seconds life) const;
    /// Where this server is reached, for links.
    [[nodiscard]] std::string base_url() const;

  private:
    [[nodiscard]] bool secure() const { return settings_.public_url.starts_with("https://"); }
    [[nodiscard]] std::string cookie_name() const;
    [[nodiscard]] std::string ticket_name() const { return cookie_name() + "_ticket"; }
    [[nodiscard]] std::string half_name() const { return cookie_name() + "_half"; }
    [[nodiscard]] std::string guest_name() const { return cookie_name() + "_guest"; }
    [[nodiscard]] std::string agency_name() const { return cookie_name() + "_agency"; }
    [[nodiscard]] std::string device_name() const { return cookie_name() + "_device"; }
    [[nodiscard]] std::string cookie(const std::string& name, const std::string& value,
                                     std::optional<std::chrono::seconds> life) const;
    FrontDoorSettings settings_;
    std::vector<std::string> origins_;
};

/// A path of our own to go to after signing in; "/" for anything else.
std::string safe_next(const std::string& next);

/// Decodes a form body (application/x-www-form-urlencoded), at most 64 fields.
std::vector<std::pair<std::string, std::string>> form_fields(std::string_view body);

} // namespace interstate::app
