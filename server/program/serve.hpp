#pragma once
// `interstate serve`: everything that listens.
#include "program/data_folder.hpp"
#include "workers/mail_server.hpp"
#include "workers/provider.hpp"

#include <filesystem>
#include <string>

namespace interstate {

struct ServeOptions {
    std::filesystem::path data = "data";
    /// The built web client.
    std::filesystem::path web = "web/dist";
    /// Where to listen; plain http beyond loopback only in demonstration mode or behind a proxy with
    /// `public_url`.
    std::string listen = "127.0.0.1";
    unsigned short port = 8080;
    std::string public_url;
    /// Addresses of proxies whose X-Forwarded-For says who asks, with commas between.
    std::string trusted_proxy;
    /// Frames a second that one connection may send.
    double frames_per_second = 100;
    /// Plain HTTP requests a second: of one network address, of one signed-in person.
    double requests_per_second = 200;
    double requests_per_person = 50;
    int presence_grace_s = 60;
    /// Who may read /metrics; empty: this very machine.
    std::string metrics_token;
    /// How mail leaves; none does while it names no server.
    workers::MailServerSettings mail{.from_name = "Interstate"};
    /// How agencies' providers of identities are asked; where their secrets lie follows from `data`.
    workers::ProviderSettings providers = {};
    int provider_patience_s = 8;
    /// Passwords that were stolen elsewhere: SHA-1, ordered by hash. Empty: none is refused for that.
    std::filesystem::path breached_passwords;
    /// Only warnings in the log.
    bool quiet = false;
};

/// How agencies' providers are asked for this data folder.
workers::ProviderSettings provider_settings_of(const ServeOptions& options);

/// Why data of this kind may not be served so, and what to do; empty where it may.
std::string misfit(const ServeOptions& options, DataKind kind);

/// Serves until SIGTERM or SIGINT. Throws std::exception, in words for the operator, when it cannot begin.
void serve(const ServeOptions& options);

} // namespace interstate
