#include "workers/https_line.hpp"

#include <curl/curl.h>

#include <array>
#include <new>
#include <string_view>

namespace interstate::workers {
namespace {

void start_curl() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw std::bad_alloc{};
}

/// Gives up what grows too long: then libcurl ends the transfer.
std::size_t take(char* bytes, std::size_t size, std::size_t count, void* kept) {
    auto& body = *static_cast<std::string*>(kept);
    if (body.size() + size * count > HttpsLine::longest_answer) return 0;
    body.append(bytes, size * count);
    return size * count;
}

int is_over(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return *static_cast<const std::atomic<bool>*>(stop) ? 1 : 0;
}

struct FreedLines {
    void operator()(curl_slist* lines) const { curl_slist_free_all(lines); }
};
struct FreedHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

} // namespace

/// One handle of libcurl, which keeps the connection for the next request.
class HttpsLine::Handle {
  public:
    Handle(const std::string& authorities, bool plain, const std::atomic<bool>& stop) {
        start_curl();
        curl_.reset(curl_easy_init());
        if (!curl_) throw std::bad_alloc{};
        set(CURLOPT_PROTOCOLS_STR, plain ? "http,https" : "https");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        if (!authorities.empty()) set(CURLOPT_CAINFO, authorities.c_str());
        set(CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
        set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(longest_answer));
        set(CURLOPT_USERAGENT, "Interstate");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_QUICK_EXIT, 1L); // a name that is still looked up holds nobody up
        set(CURLOPT_ERRORBUFFER, why_.data());
        set(CURLOPT_WRITEFUNCTION, &take);
        set(CURLOPT_WRITEDATA, &body_);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &is_over);
        set(CURLOPT_XFERINFODATA, const_cast<std::atomic<bool>*>(&stop));
        lines_.reset(curl_slist_append(nullptr, "Accept: application/json"));
        if (!lines_) throw std::bad_alloc{};
        set(CURLOPT_HTTPHEADER, lines_.get());
    }

    template <class Value>
    void set(CURLoption option, Value value) {
        if (const auto done = curl_easy_setopt(curl_.get(), option, value); done != CURLE_OK)
            throw std::bad_alloc{}; // of options that this libcurl knows, nothing else fails
    }

    std::expected<HttpsAnswer, std::string> perform(const std::string& address, Deadline deadline) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (left <= std::chrono::milliseconds{0}) return std::unexpected("there was no time left");
        set(CURLOPT_URL, address.c_str());
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(left.count()));
        why_[0] = '\0';
        body_.clear();
        const auto ended = curl_easy_perform(curl_.get());
        if (ended != CURLE_OK)
            return std::unexpected(std::string{why_[0] ? why_.data() : curl_easy_strerror(ended)});
        HttpsAnswer answer{.body = std::exchange(body_, {})};
        curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &answer.status);
        return answer;
    }

  private:
    std::unique_ptr<CURL, FreedHandle> curl_;
    std::unique_ptr<curl_slist, FreedLines> lines_;
    std::array<char, CURL_ERROR_SIZE> why_{};
    std::string body_;
};

HttpsLine::HttpsLine(const std::string& authorities, bool plain, const std::atomic<bool>& stop)
    : handle_{std::make_unique<Handle>(authorities, plain, stop)} {}

HttpsLine::~HttpsLine() = default;

std::expected<HttpsAnswer, std::string> HttpsLine::get(const std::string& address, Deadline deadline) {
    handle_->set(CURLOPT_HTTPGET, 1L);
    handle_->set(CURLOPT_USERPWD, nullptr);
    return handle_->perform(address, deadline);
}

std::expected<HttpsAnswer, std::string> HttpsLine::post(const std::string& address, const Fields& form,
                                                        const std::string& user, const std::string& password,
                                                        Deadline deadline) {
    std::string body;
    for (const auto& [name, value] : form)
        body += (body.empty() ? "" : "&") + form_encoded(name) + "=" + form_encoded(value);
    handle_->set(CURLOPT_POST, 1L);
    handle_->set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    handle_->set(CURLOPT_POSTFIELDS, body.c_str());
    handle_->set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    handle_->set(CURLOPT_USERNAME, user.empty() ? nullptr : user.c_str());
    handle_->set(CURLOPT_PASSWORD, user.empty() ? nullptr : password.c_str());
    auto answer = handle_->perform(address, deadline);
    handle_->set(CURLOPT_POSTFIELDS, nullptr); // it was ours
    return answer;
}

std::string form_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF", plain = "-._~";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || plain.contains(c))
            encoded += c;
        else
            encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return encoded;
}

} // namespace interstate::workers
