#pragma once
// The thread that hands letters over, one after the other: a mail server may take its time.
#include "workers/mail_server.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace interstate::workers {

class Postman {
  public:
    using Letters = std::vector<mail::Letter>;
    using Reports = std::vector<mail::Report>;

    explicit Postman(MailServerSettings settings);
    ~Postman() { stop(); }
    Postman(const Postman&) = delete;
    Postman& operator=(const Postman&) = delete;

    /// Takes a round; there is one at a time. `done` is told on this thread once it can be asked for its
    /// reports.
    void take(Letters letters, std::function<void()> done);
    /// What became of the letters of the last round, once: of all that were not useless by then, or of those
    /// before the server was gone and the one at which it was.
    Reports reports();
    /// Ends a delivery on its way: that letter goes out again later, under the same Message-ID. Gives the
    /// reports that nobody has asked for.
    Reports stop();

  private:
    struct Round {
        Letters letters;
        std::function<void()> done;
    };
    void loop();
    Reports walk(MailServer& server, const Letters& letters) const;

    MailServerSettings settings_;
    std::atomic<bool> stop_ = false;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::optional<Round> round_;
    Reports reports_;
    std::thread thread_;
};

} // namespace interstate::workers
