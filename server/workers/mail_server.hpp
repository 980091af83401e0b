#pragma once
// The mail server that takes our mail over SMTP (RFC 5321), by libcurl. Belongs to one thread.
#include "features/mail/mail.hpp"

#include <atomic>
#include <memory>
#include <string>

namespace interstate::workers {

struct MailServerSettings {
    /// smtp://HOST:PORT, where STARTTLS is asked for and must be given, or smtps://HOST:PORT.
    std::string url;
    /// Empty where it wants no name.
    std::string user, password;
    /// The address that mail comes from, and its name: "Interstate" and "interstate@agency.example".
    std::string from_name, from_address;
    /// More certificates of authorities, a PEM file; those of the system where it is empty.
    std::string authorities;
    /// Without encryption: a relay on this very machine only.
    bool plain = false;
};

/// What is wrong with these settings, naming the one; empty where they are sound.
std::string fault_of(const MailServerSettings& settings);

class MailServer {
  public:
    /// `stop`: set from any thread, it ends a delivery within two seconds. It outlives this.
    MailServer(MailServerSettings settings, const std::atomic<bool>& stop);
    ~MailServer();
    MailServer(const MailServer&) = delete;
    MailServer& operator=(const MailServer&) = delete;

    /// Hands one letter over. Keeps the line for the next. Throws nothing but std::bad_alloc.
    mail::Report deliver(const mail::Letter& letter);

  private:
    class Line;
    MailServerSettings settings_;
    std::unique_ptr<Line> line_;
};

// ---- what a letter looks like on the line
// ------------------------------------------------------------------

/// A header's value as it goes out: one line, words that are not ASCII encoded (RFC 2047), folded before
/// column
/// 76. Nothing in `text` can begin another header.
std::string header_value(std::string_view text);
/// "Name <address>", the name quoted or encoded.
std::string mailbox(std::string_view name, std::string_view address);
/// RFC 5322 §3.3, in UTC: "Sun, 22 Nov 2026 15:30:00 +0000".
std::string header_date(Instant at);
/// With line ends as SMTP wants them.
std::string with_crlf(std::string_view text);

} // namespace interstate::workers
