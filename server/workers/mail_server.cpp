#include "workers/mail_server.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <new>

namespace interstate::workers {
namespace {

constexpr long connect_seconds = 15;
constexpr long answer_seconds = 30;
/// So long a letter on its way is waited for when we stop: it may have been taken already, and would go out
/// twice.
constexpr std::chrono::seconds last_word{1};
/// For one letter altogether.
constexpr long letter_seconds = 60;

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* thing) const {
        Free(thing);
    }
};
using Lines = std::unique_ptr<curl_slist, Freed<curl_slist_free_all>>;
using Mime = std::unique_ptr<curl_mime, Freed<curl_mime_free>>;

void start_curl() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw std::bad_alloc{};
}

void add(Lines& lines, const std::string& line) {
    auto* longer = curl_slist_append(lines.get(), line.c_str());
    if (!longer) throw std::bad_alloc{};
    static_cast<void>(lines.release());
    lines.reset(longer);
}

/// When a delivery ends before its time.
struct End {
    const std::atomic<bool>& stop;
    /// Since when we are asked to stop.
    std::optional<std::chrono::steady_clock::time_point> asked;
};

int is_over(void* end, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    auto& [stop, asked] = *static_cast<End*>(end);
    if (!stop) return 0;
    const auto now = std::chrono::steady_clock::now();
    if (!asked) asked = now;
    return now - *asked >= last_word ? 1 : 0;
}

/// Of what a server says the refusal is kept, else its last word before the farewell (221).
std::size_t hear(char* text, std::size_t size, std::size_t count, void* kept) {
    auto& said = *static_cast<std::string*>(kept);
    const std::string_view line{text, std::min<std::size_t>(size * count, 400)};
    const bool refused = said.starts_with('4') || said.starts_with('5');
    if (refused || line.starts_with("221")) return size * count;
    said = line;
    std::ranges::replace_if(said, [](char c) { return c < ' ' || c > '~'; }, ' ');
    return size * count;
}

std::size_t ignore(char*, std::size_t size, std::size_t count, void*) { return size * count; }

std::string trimmed_line(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    return text;
}

/// RFC 5321 §4.2.1: 4yz is for now, 5yz for good. What is said to our own address, or before any, is about
/// us; what is said to the recipient's is about that, where it does not say otherwise.
mail::Delivery delivery_of(CURLcode ended, long code, std::string_view why, std::string_view answer) {
    if (ended == CURLE_OK) return mail::Delivery::accepted;
    const bool about_us = why.starts_with("MAIL failed") ||
                          why.starts_with("Got unexpected smtp-server response") ||
                          ended == CURLE_LOGIN_DENIED || code == 421;
    const bool about_letter = ended == CURLE_SEND_ERROR || ended == CURLE_WEIRD_SERVER_REPLY ||
                              ended == CURLE_RECV_ERROR || ended == CURLE_UPLOAD_FAILED;
    if (about_us || !about_letter || code < 400) return mail::Delivery::no_server;
    if (code < 500) return mail::Delivery::refused_for_now;
    return why.starts_with("RCPT failed") && mail::is_about_address(answer)
               ? mail::Delivery::no_such_address
               : mail::Delivery::refused_for_good;
}

std::string host_of(std::string_view url) {
    auto host = url.substr(url.find("://") + 3);
    if (host.starts_with('[')) return std::string{host.substr(1, host.find(']') - 1)};
    return std::string{host.substr(0, host.find_first_of(":/"))};
}

/// A host, and a port of digits where there is one; nothing behind it.
bool is_authority(std::string_view text) {
    const auto colon = text.starts_with('[') ? text.find(':', text.find(']')) : text.find(':');
    const auto port = colon == std::string_view::npos ? std::string_view{"0"} : text.substr(colon + 1);
    return !text.contains('/') && !port.empty() && port.size() <= 5 &&
           std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_this_machine(const std::string& host) {
    return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

std::string domain_of(const std::string& address) { return address.substr(address.find('@') + 1); }

} // namespace

std::string fault_of(const MailServerSettings& settings) {
    const bool smtp = settings.url.starts_with("smtp://"), smtps = settings.url.starts_with("smtps://");
    if (!smtp && !smtps) return "mail-server is like smtp://mail.agency.example:587 or smtps://…:465";
    if (host_of(settings.url).empty()) return "mail-server names no host";
    if (!is_authority(settings.url.substr(settings.url.find("://") + 3)))
        return "mail-server ends with its port, as in smtp://mail.agency.example:587";
    if (settings.url.contains('@'))
        return "mail-server holds no name or password: say mail-user and mail-password";
    if (settings.plain && (smtps || !is_this_machine(host_of(settings.url))))
        return "mail-plain is for a relay on this machine only: smtp://127.0.0.1:25";
    const auto at = settings.from_address.find('@');
    if (at == std::string::npos || at == 0 || at + 1 == settings.from_address.size() ||
        settings.from_address.find_first_of(" <>\r\n") != std::string::npos)
        return "mail-from is the address that mail comes from, like interstate@agency.example";
    return {};
}

/// One handle of libcurl, which keeps the connection between letters.
class MailServer::Line {
  public:
    Line(const MailServerSettings& settings, const std::atomic<bool>& stop) : end_{stop, std::nullopt} {
        start_curl();
        curl_.reset(curl_easy_init());
        if (!curl_) throw std::bad_alloc{};
        set(CURLOPT_URL, (settings.url + "/" + domain_of(settings.from_address)).c_str());
        if (!settings.user.empty()) {
            set(CURLOPT_USERNAME, settings.user.c_str());
            set(CURLOPT_PASSWORD, settings.password.c_str());
        }
        if (!settings.authorities.empty()) set(CURLOPT_CAINFO, settings.authorities.c_str());
        set(CURLOPT_USE_SSL, static_cast<long>(settings.plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
        set(CURLOPT_MAIL_FROM, ("<" + settings.from_address + ">").c_str());
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_QUICK_EXIT, 1L); // a name that is still looked up holds nobody up
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, answer_seconds);
        set(CURLOPT_CONNECTTIMEOUT, connect_seconds);
        set(CURLOPT_TIMEOUT, letter_seconds);
        set(CURLOPT_ERRORBUFFER, why_.data());
        set(CURLOPT_WRITEFUNCTION, &ignore);
        set(CURLOPT_HEADERFUNCTION, &hear);
        set(CURLOPT_HEADERDATA, &said_);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &is_over);
        set(CURLOPT_XFERINFODATA, &end_);
    }

    ~Line() {
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, 1L); // for the answer to our farewell
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    mail::Report deliver(const MailServerSettings& settings, const mail::Letter& letter) {
        Lines to, headers;
        add(to, "<" + letter.address + ">");
        for (const auto& header : headers_of(settings, letter)) add(headers, header);
        const auto mime = mime_of(letter.words);
        set(CURLOPT_MAIL_RCPT, to.get());
        set(CURLOPT_HTTPHEADER, headers.get());
        set(CURLOPT_MIMEPOST, mime.get());
        why_[0] = '\0';
        said_.clear();
        const auto ended = curl_easy_perform(curl_.get());
        long code = 0;
        curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &code);
        for (const auto option : {CURLOPT_MAIL_RCPT, CURLOPT_HTTPHEADER}) set(option, nullptr);
        set(CURLOPT_MIMEPOST, nullptr);
        const std::string why = why_[0] ? why_.data() : curl_easy_strerror(ended);
        const auto answer = trimmed_line(said_);
        return {letter.id, delivery_of(ended, code, why, answer),
                ended == CURLE_OK ? answer
                : answer.empty()  ? why
                                  : why + " (" + answer + ")"};
    }

  private:
    template <class Value>
    void set(CURLoption option, Value value) {
        if (const auto done = curl_easy_setopt(curl_.get(), option, value); done != CURLE_OK)
            throw std::bad_alloc{}; // of options that this libcurl knows, nothing else fails
    }

    static std::vector<std::string> headers_of(const MailServerSettings& settings,
                                               const mail::Letter& letter) {
        return {"From: " + mailbox(settings.from_name, settings.from_address),
                "To: " + mailbox({}, letter.address),
                "Subject: " + header_value(letter.words.subject),
                "Date: " + header_date(letter.made_at),
                "Message-ID: <" + letter.id.str() + "@" + domain_of(settings.from_address) + ">",
                "Auto-Submitted: auto-generated", // RFC 3834: no vacation answers
                "X-Auto-Response-Suppress: All"};
    }

    Mime mime_of(const mail::Words& words) {
        Mime whole{curl_mime_init(curl_.get())}, alternatives{curl_mime_init(curl_.get())};
        if (!whole || !alternatives) throw std::bad_alloc{};
        add_text(alternatives.get(), words.plain, "text/plain; charset=utf-8");
        if (!words.html.empty()) add_text(alternatives.get(), words.html, "text/html; charset=utf-8");
        auto* part = curl_mime_addpart(whole.get());
        if (!part || curl_mime_subparts(part, alternatives.get()) != CURLE_OK) throw std::bad_alloc{};
        static_cast<void>(alternatives.release());
        curl_mime_type(part, "multipart/alternative");
        if (!words.calendar.empty()) add_calendar(whole.get(), words.calendar);
        return whole;
    }

    /// Once as what mail programs understand (RFC 6047 §2.4), and once as a file for those that do not.
    static void add_calendar(curl_mime* mime, const std::string& calendar) {
        const bool cancels = calendar.contains("METHOD:CANCEL");
        add_text(mime, calendar,
                 cancels ? "text/calendar; charset=utf-8; method=CANCEL"
                         : "text/calendar; charset=utf-8; method=REQUEST");
        auto* file = curl_mime_addpart(mime);
        if (!file || curl_mime_data(file, calendar.data(), calendar.size()) != CURLE_OK ||
            curl_mime_type(file, "application/ics") != CURLE_OK ||
            curl_mime_filename(file, "meeting.ics") != CURLE_OK ||
            curl_mime_encoder(file, "base64") != CURLE_OK)
            throw std::bad_alloc{};
    }

    static void add_text(curl_mime* mime, const std::string& text, const char* type) {
        auto* part = curl_mime_addpart(mime);
        const auto bytes = with_crlf(text);
        if (!part || curl_mime_data(part, bytes.data(), bytes.size()) != CURLE_OK ||
            curl_mime_type(part, type) != CURLE_OK || curl_mime_encoder(part, "quoted-printable") != CURLE_OK)
            throw std::bad_alloc{};
    }

    std::unique_ptr<CURL, Freed<curl_easy_cleanup>> curl_;
    std::array<char, CURL_ERROR_SIZE> why_{};
    std::string said_;
    End end_;
};

MailServer::MailServer(MailServerSettings settings, const std::atomic<bool>& stop)
    : settings_{std::move(settings)}, line_{std::make_unique<Line>(settings_, stop)} {}

MailServer::~MailServer() = default;

mail::Report MailServer::deliver(const mail::Letter& letter) { return line_->deliver(settings_, letter); }

} // namespace interstate::workers
