#include "program/serve.hpp"

#include "app/server.hpp"
#include "base/load_zones.hpp"
#include "base/log.hpp"
#include "net/listener.hpp"
#include "program/backup.hpp"
#include "program/build_name.hpp"
#include "program/data_folder.hpp"
#include "program/erasure_list.hpp"
#include "program/notify.hpp"
#include "program/provider_command.hpp"
#include "store/precedence.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <csignal>
#include <stdexcept>

namespace interstate {
namespace {

/// Connections get so long to take the farewell.
constexpr std::chrono::seconds farewell{3};

bool is_loopback(const std::string& address) { return address == "127.0.0.1" || address == "::1"; }

/// Four seconds' worth may come at once, as with frames.
Rate burst_of(double per_second) { return {.per_second = per_second, .burst = per_second * 4}; }

app::ServerSettings settings_of(const ServeOptions& options, unsigned short port, DataKind kind) {
    app::ServerSettings settings;
    settings.front_door = {.public_url = options.public_url,
                           .port = port,
                           .open_host = kind == DataKind::demonstration && options.public_url.empty() &&
                                        !is_loopback(options.listen)};
    settings.limits.frames = burst_of(options.frames_per_second);
    settings.requests = {.of_address = burst_of(options.requests_per_second),
                         .of_person = burst_of(options.requests_per_person)};
    settings.presence_grace = std::chrono::seconds{options.presence_grace_s};
    settings.demonstration = kind == DataKind::demonstration;
    settings.build = build_name;
    settings.metrics_token = options.metrics_token;
    if (!options.mail.url.empty()) settings.mail_server = options.mail;
    settings.providers = provider_settings_of(options);
    settings.passwords.breached = workers::BreachedPasswords{options.breached_passwords};
    return settings;
}

/// Ends when everybody has gone, at the latest when the farewell is over.
void leave(boost::asio::io_context& io, app::Server& server, boost::asio::steady_timer& timer,
           std::chrono::steady_clock::time_point latest) {
    if (server.connections() == 0 || std::chrono::steady_clock::now() >= latest) return io.stop();
    timer.expires_after(std::chrono::milliseconds{20});
    timer.async_wait([&io, &server, &timer, latest](const boost::system::error_code&) {
        leave(io, server, timer, latest);
    });
}

/// The one place where whatever a handler throws ends: it is written down, and everybody else goes on.
void run(boost::asio::io_context& io) {
    store::go_first();
    for (;;) {
        try {
            io.run();
            return;
        } catch (const std::exception& error) {
            log::warning("handler_failed", {{"why", error.what()}});
        }
    }
}

} // namespace

workers::ProviderSettings provider_settings_of(const ServeOptions& options) {
    auto settings = options.providers;
    settings.secrets = secrets_of_providers(options.data);
    settings.patience = std::chrono::seconds{options.provider_patience_s};
    return settings;
}

std::string misfit(const ServeOptions& options, DataKind kind) {
    if (!options.mail.url.empty())
        if (auto fault = workers::fault_of(options.mail); !fault.empty()) return fault;
    if (auto fault = workers::BreachedPasswords{options.breached_passwords}.fault(); !fault.empty())
        return "--breached-passwords: " + fault +
               ": name a file of Have I Been Pwned's passwords (SHA-1, ordered by hash)";
    if (kind == DataKind::demonstration || !options.public_url.empty() || is_loopback(options.listen))
        return {};
    return "a real installation is reached through TLS: give --public-url https://… and listen on loopback"
           " behind a proxy";
}

void serve(const ServeOptions& options) {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a limit on files is a full disk: the write fails, and says so
    log::only_warnings(options.quiet);
    DataFolder folder{options.data};
    if (folder.is_new())
        throw std::runtime_error{"there is nothing in " + options.data.string() +
                                 " yet: run interstate init first"};
    const int migrated = folder.migrate();
    const auto kind = kind_of(options.data);
    if (const auto why = misfit(options, kind); !why.empty()) throw std::runtime_error{why};

    load_zones();
    const net::StaticFiles files{options.web};
    const net::TrustedProxies proxies{options.trusted_proxy};
    boost::asio::io_context io{1};
    net::Listener listener{io, options.listen, options.port};
    folder.say_where(options.listen, listener.port());
    auto settings = settings_of(options, listener.port(), kind);
    settings.last_backup = [&options]() -> std::optional<Instant> {
        const auto last = last_backup(options.data);
        return last ? std::optional{last->at} : std::nullopt;
    };
    settings.keep_erasures = [&options](const std::vector<erasure::Erased>& list) {
        keep_erasures(options.data, list);
    };
    app::Server server{io, folder.database(), std::move(settings)};
    boost::asio::signal_set signals{io, SIGTERM, SIGINT};
    boost::asio::steady_timer end{io};
    signals.async_wait([&](const boost::system::error_code& error, int) {
        if (error) return;
        log::info("stopping");
        notify("STOPPING=1");
        listener.stop();
        server.stop();
        leave(io, server, end, std::chrono::steady_clock::now() + farewell);
    });
    server.start();
    listener.start(server, files, proxies);
    log::info("listening", {{"address", options.listen},
                            {"port", static_cast<int>(listener.port())},
                            {"kind", word_of_kind(kind)},
                            {"build", build_name},
                            {"migrations", migrated},
                            {"web_files", files.size()}});
    notify("READY=1");
    run(io);
    log::info("stopped");
}

} // namespace interstate
