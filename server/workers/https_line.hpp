#pragma once
// One conversation over https with somebody whom we do not trust: bounded in time and size, and nowhere else
// than at the address that was named.
#include <atomic>
#include <chrono>
#include <expected>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace interstate::workers {

struct HttpsAnswer {
    long status = 0;
    std::string body;
};

class HttpsLine {
  public:
    /// No answer is longer.
    static constexpr std::size_t longest_answer = 512 << 10;
    using Deadline = std::chrono::steady_clock::time_point;
    using Fields = std::vector<std::pair<std::string, std::string>>;

    /// `authorities`: more certificates, a PEM file, or empty. `plain`: http too. `stop`: ends what is under
    /// way; it outlives this. Throws std::bad_alloc.
    HttpsLine(const std::string& authorities, bool plain, const std::atomic<bool>& stop);
    ~HttpsLine();
    HttpsLine(const HttpsLine&) = delete;
    HttpsLine& operator=(const HttpsLine&) = delete;

    /// The answer, whatever its status; a redirection is one and is not followed. Else why there is none.
    std::expected<HttpsAnswer, std::string> get(const std::string& address, Deadline deadline);
    /// Posts a form; with a name and a password where there is a name (RFC 7617).
    std::expected<HttpsAnswer, std::string> post(const std::string& address, const Fields& form,
                                                 const std::string& user, const std::string& password,
                                                 Deadline deadline);

  private:
    class Handle;
    std::unique_ptr<Handle> handle_;
};

/// As a form says it (application/x-www-form-urlencoded).
std::string form_encoded(std::string_view text);

} // namespace interstate::workers
