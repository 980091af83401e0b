// Mail that comes back: what of a report (RFC 3464) is read, and what is none.
#include "features/mail/returned.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::mail;

namespace {

const MailId ours{Ulid::from({1'700'000'000'000}, {7})};

/// As Postfix writes it.
std::string report(const std::string& action = "failed", const std::string& status = "5.1.1") {
    return "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: interstate@agency.example\r\n"
           "Content-Type: multipart/report; "
           "report-type=delivery-status;\r\n\tboundary=\"b/1.2\"\r\nMIME-Version: 1.0\r\n\r\n"
           "This is a MIME-encapsulated message.\r\n\r\n--b/1.2\r\nContent-Type: text/plain\r\n\r\nI'm "
           "sorry.\r\n\r\n"
           "--b/1.2\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
           "Final-Recipient: rfc822; Ann@Agency.example\r\nOriginal-Recipient: "
           "rfc822;ann@agency.example\r\nAction: " +
           action + "\r\nStatus: " + status +
           "\r\nDiagnostic-Code: smtp; 550 5.1.1 <ann@agency.example>:\r\n    nobody here\r\n\r\n"
           "--b/1.2\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: x\r\nMessage-ID: <" +
           ours.str() + "@agency.example>\r\n\r\n--b/1.2--\r\n";
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != text.npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("a mail that came back is known by its Message-ID and by whom it did not reach") {
    const auto returned = read_returned(report());
    REQUIRE(returned);
    CHECK(returned->id == ours);
    CHECK(returned->addresses == std::vector<std::string>{"ann@agency.example", "ann@agency.example"});
    CHECK(returned->answer == "5.1.1 smtp; 550 5.1.1 <ann@agency.example>: nobody here");
    CHECK(read_returned(with(report(), "text/rfc822-headers", "message/rfc822")));
    std::string unix_lines;
    for (const char c : report())
        if (c != '\r') unix_lines += c;
    CHECK(read_returned(unix_lines));
}

TEST_CASE("a delay, a receipt, an absence and what is no report are none") {
    CHECK(!read_returned(report("delayed", "4.4.1")));
    CHECK(!read_returned(report("delivered", "2.0.0")));
    CHECK(!read_returned(report("failed", "4.2.2")));
    CHECK(!read_returned(with(report(), "multipart/report", "multipart/mixed")));
    CHECK(!read_returned(with(report(), "Message-ID", "X-Message-ID")));
    CHECK(!read_returned(with(report(), ours.str(), "not-ours")));
    CHECK(!read_returned(with(report(), "message/delivery-status", "text/plain")));
    CHECK(!read_returned("Subject: away\r\n\r\nI am away.\r\n"));
    CHECK(!read_returned(""));
    CHECK(!read_returned(report() + std::string(longest_returned, ' ')));
}

TEST_CASE("a refusal is about the address unless it speaks of a full mailbox, of policy or of systems") {
    for (const char* yes : {"550 5.1.1 nobody here", "550 nobody here", "553 5.1.3 bad", "550 5.2.1 disabled",
                            "5.1.10 smtp; 550"})
        CHECK(is_about_address(yes));
    for (const char* no : {"552 5.2.2 full", "554 5.7.1 relay denied", "550 5.7.26 not authenticated",
                           "554 5.4.14 loop", "550 5.3.4 too big"})
        CHECK(!is_about_address(no));
}
