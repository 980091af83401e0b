#pragma once
// The thread on which passwords are hashed: each takes a moment and 64 MiB on purpose, and nobody else's work
// waits behind that.
#include "base/password.hpp"
#include "workers/breached_passwords.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace interstate::workers {

class PasswordThread {
  public:
    struct Settings {
        BreachedPasswords breached{{}};
        /// So many may wait; of them so many of browsers that nobody knows.
        std::size_t queue = 64;
        std::size_t queue_of_unknown = 48;
        PasswordCosts costs;
    };
    /// `begin` is called on the thread first: how it shares its core with others.
    PasswordThread(Settings settings, std::function<void()> begin);
    ~PasswordThread() { stop(); }
    PasswordThread(const PasswordThread&) = delete;
    PasswordThread& operator=(const PasswordThread&) = delete;

    struct Check {
        std::string password;
        /// Empty where there is nothing to compare with: that takes as long, and is never right.
        std::string hash;
    };
    struct Checked {
        bool right = false;
        /// The same password at the costs of now; empty where the hash has them already.
        std::string renewed;
        /// It could not be looked at: no memory.
        bool failed = false;
    };
    struct New {
        std::string password;
        /// What must be right before; nothing where that was shown otherwise.
        std::string present, present_hash;
        bool asks_present = false;
    };
    enum class Refused { nothing, not_present, breached, failed };
    struct Made {
        Refused refused = Refused::nothing;
        std::string hash;
    };

    /// False when too many wait: then `done` is not called. It is called on this thread.
    bool check(Check one, bool known, std::function<void(Checked)> done);
    bool make(New one, std::function<void(Made)> done);
    /// True when no more of these can wait.
    [[nodiscard]] bool is_full(bool known) const;
    [[nodiscard]] std::size_t waiting() const;
    /// Ends what is under way and forgets what waits: nobody is told.
    void stop();

  private:
    bool put_by(std::function<void()> job, std::size_t most);
    void loop();
    Checked checked(const Check& one) const;
    Made made(const New& one) const;

    Settings settings_;
    std::function<void()> begin_;
    /// Of nobody's password; made when the thread begins.
    std::string nobodys_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace interstate::workers
