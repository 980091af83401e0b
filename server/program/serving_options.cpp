#include "program/serving_options.hpp"

#include "program/option_faults.hpp"

namespace interstate {
namespace {

/// Each is checked with the others, once all were read (workers::fault_of).
void add_mail(CLI::App& command, workers::MailServerSettings& mail) {
    command
        .add_option("--mail-server", mail.url,
                    "How mail leaves: smtp://HOST:587 or smtps://HOST:465; none: it does not")
        ->envname("INTERSTATE_MAIL_SERVER");
    command.add_option("--mail-user", mail.user, "Name at the mail server, where it wants one")
        ->envname("INTERSTATE_MAIL_USER");
    command
        .add_option("--mail-password", mail.password,
                    "Better in the environment or the file: others see flags")
        ->envname("INTERSTATE_MAIL_PASSWORD");
    command.add_option("--mail-from", mail.from_address, "The address that mail comes from")
        ->envname("INTERSTATE_MAIL_FROM");
    command.add_option("--mail-from-name", mail.from_name, "Its name")
        ->envname("INTERSTATE_MAIL_FROM_NAME")
        ->capture_default_str();
    command
        .add_option("--mail-authorities", mail.authorities,
                    "A PEM file of certificates that the mail server's may rest on")
        ->envname("INTERSTATE_MAIL_AUTHORITIES")
        ->check(CLI::ExistingFile);
    command.add_flag("--mail-plain", mail.plain, "Without encryption, to a relay on this machine")
        ->envname("INTERSTATE_MAIL_PLAIN");
}

void add_providers(CLI::App& command, ServeOptions& serving) {
    command
        .add_option("--provider-authorities", serving.providers.authorities,
                    "A PEM file of certificates that agencies' providers' may rest on")
        ->envname("INTERSTATE_PROVIDER_AUTHORITIES")
        ->check(CLI::ExistingFile);
    command
        .add_option("--provider-patience", serving.provider_patience_s,
                    "Seconds an agency's provider may take for a sign-in")
        ->envname("INTERSTATE_PROVIDER_PATIENCE")
        ->check(CLI::Range(1, 30))
        ->capture_default_str();
    command
        .add_flag("--provider-plain", serving.providers.plain,
                  "Providers without encryption, on this machine: tests and demonstrations only")
        ->envname("INTERSTATE_PROVIDER_PLAIN");
}

} // namespace

void add_data(CLI::App& command, ServeOptions& serving) {
    command.add_option("--data", serving.data, "The data folder")
        ->envname("INTERSTATE_DATA")
        ->capture_default_str();
}

void add_serving(CLI::App& command, ServeOptions& serving) {
    add_data(command, serving);
    command.add_option("--web", serving.web, "The built web client")
        ->envname("INTERSTATE_WEB")
        ->capture_default_str();
    command.add_option("--listen", serving.listen, "Address to listen on")
        ->envname("INTERSTATE_LISTEN")
        ->check(CLI::Validator{fault_of_address, "ADDRESS"})
        ->capture_default_str();
    command.add_option("--port", serving.port, "Port; 0 takes a free one")
        ->envname("INTERSTATE_PORT")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    command.add_option("--public-url", serving.public_url, "How people reach it, https://…")
        ->envname("INTERSTATE_PUBLIC_URL")
        ->check(CLI::Validator{fault_of_url, "URL"});
    command
        .add_option("--trusted-proxy", serving.trusted_proxy,
                    "Address of a proxy whose X-Forwarded-For says who asks; several with commas")
        ->envname("INTERSTATE_TRUSTED_PROXY")
        ->check(CLI::Validator{fault_of_proxies, "ADDRESSES"});
    command.add_option("--frames-per-second", serving.frames_per_second, "Frames one connection may send")
        ->envname("INTERSTATE_FRAMES_PER_SECOND")
        ->check(CLI::Range(1.0, 1e6))
        ->capture_default_str();
    command
        .add_option("--requests-per-second", serving.requests_per_second,
                    "Plain HTTP requests one network address may make")
        ->envname("INTERSTATE_REQUESTS_PER_SECOND")
        ->check(CLI::Range(1.0, 1e6))
        ->capture_default_str();
    command
        .add_option("--requests-per-person", serving.requests_per_person,
                    "Plain HTTP requests one person may make in a second")
        ->envname("INTERSTATE_REQUESTS_PER_PERSON")
        ->check(CLI::Range(1.0, 1e6))
        ->capture_default_str();
    command.add_option("--presence-grace", serving.presence_grace_s, "Seconds a lost line is forgiven")
        ->envname("INTERSTATE_PRESENCE_GRACE")
        ->check(CLI::Range(1, 3600))
        ->capture_default_str();
    command.add_option("--metrics-token", serving.metrics_token, "Who may read /metrics; none: this machine")
        ->envname("INTERSTATE_METRICS_TOKEN")
        ->check(CLI::Validator{fault_of_metrics_token, "TOKEN"});
    add_mail(command, serving.mail);
    add_providers(command, serving);
    command
        .add_option("--breached-passwords", serving.breached_passwords,
                    "A file of stolen passwords that are refused: SHA-1, ordered by hash")
        ->envname("INTERSTATE_BREACHED_PASSWORDS")
        ->check(CLI::ExistingFile);
    command.add_flag("--quiet", serving.quiet, "Only warnings in the log")->envname("INTERSTATE_QUIET");
}

} // namespace interstate
