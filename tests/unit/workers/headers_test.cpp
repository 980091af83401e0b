// Headers of mail: nothing that people write becomes another header, and every mail reader shows what they
// wrote.
#include "support/catch.hpp"
#include "workers/mail_server.hpp"

using namespace interstate;
using namespace interstate::workers;

TEST_CASE("plain words stand in a header as they are") {
    CHECK(header_value("123456 is your code for Interstate") == "123456 is your code for Interstate");
}

TEST_CASE("nothing in a header's value can begin another header") {
    for (const auto* bad : {"a\r\nBcc: all@agency.example", "a\nBcc: x", "a\rBcc: x"}) {
        const auto value = header_value(bad);
        CHECK(value.find_first_of("\r\n") == std::string::npos);
        CHECK(mailbox(bad, "x@agency.example").find_first_of("\r\n") == std::string::npos);
    }
    CHECK(mailbox("a", "x@agency.example>\r\nBcc: y").find_first_of("\r\n") == std::string::npos);
}

TEST_CASE("what is not ASCII is encoded, in words of at most 75 characters that hold whole characters") {
    CHECK(header_value("Zoë") == "=?UTF-8?B?Wm/Dqw==?=");
    std::string title;
    for (int i = 0; i < 60; ++i) title += "é";
    const auto value = header_value(title);
    std::size_t from = 0;
    for (;;) {
        const auto end = value.find("\r\n ", from);
        const auto word = value.substr(from, end == std::string::npos ? end : end - from);
        CHECK(word.size() <= 75);
        CHECK(word.starts_with("=?UTF-8?B?"));
        CHECK(word.ends_with("?="));
        CHECK((word.size() - 12) % 4 == 0);
        if (end == std::string::npos) break;
        from = end + 3;
    }
    CHECK(from > 0);
}

TEST_CASE("what looks like an encoded word is not taken for one") {
    CHECK(header_value("=?UTF-8?B?Wm/Dqw==?=").starts_with("=?UTF-8?B?PT9"));
}

TEST_CASE("a name is quoted or encoded, and one that is not there leaves the address alone") {
    CHECK(mailbox("Interstate", "i@agency.example") == "\"Interstate\" <i@agency.example>");
    CHECK(mailbox("Ann \"A\" \\ B", "i@agency.example") == "\"Ann \\\"A\\\" \\\\ B\" <i@agency.example>");
    CHECK(mailbox("Zoë", "i@agency.example") == "=?UTF-8?B?Wm/Dqw==?= <i@agency.example>");
    CHECK(mailbox("", "i@agency.example") == "<i@agency.example>");
}

TEST_CASE("a date is written as RFC 5322 wants it") {
    CHECK(header_date({1795361400000}) == "Sun, 22 Nov 2026 15:30:00 +0000");
    CHECK(header_date({0}) == "Thu, 1 Jan 1970 00:00:00 +0000");
}

TEST_CASE("lines end with CR and LF, once") { CHECK(with_crlf("a\nb\r\nc") == "a\r\nb\r\nc"); }

TEST_CASE("settings of a mail server that cannot be right are named") {
    const MailServerSettings sound{.url = "smtp://mail.agency.example:587",
                                   .from_address = "i@agency.example"};
    CHECK(fault_of(sound).empty());
    const auto with = [&](auto change) {
        auto settings = sound;
        change(settings);
        return fault_of(settings);
    };
    CHECK(with([](auto& s) { s.url = "https://mail.agency.example"; }).starts_with("mail-server"));
    CHECK(with([](auto& s) { s.url = "smtp://"; }).starts_with("mail-server"));
    CHECK(with([](auto& s) { s.url = "smtp://me:secret@mail.agency.example"; }).starts_with("mail-server"));
    for (const auto* url : {"smtp://mail.agency.example:587/", "smtp://mail.agency.example:mail",
                            "smtp://mail.agency.example:"})
        CHECK(with([&](auto& s) { s.url = url; }).starts_with("mail-server"));
    CHECK(with([](auto& s) { s.from_address = "Interstate <i@agency.example>"; }).starts_with("mail-from"));
    CHECK(with([](auto& s) { s.from_address = ""; }).starts_with("mail-from"));
    CHECK(with([](auto& s) { s.plain = true; }).starts_with("mail-plain"));
    CHECK(with([](auto& s) {
              s.plain = true;
              s.url = "smtp://127.0.0.1:25";
          }).empty());
}
