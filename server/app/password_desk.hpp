#pragma once
// Where passwords are handed in to be looked at, and answers are called out. Lives on the io thread; the work
// is done on the thread of passwords.
#include "app/request_rates.hpp"
#include "workers/password_thread.hpp"

#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <unordered_map>

namespace interstate::app {

/// How many passwords are looked at of browsers that nobody knows, all together: more are told to wait, so
/// that guessing takes little of the machine and nothing of whoever comes back.
inline constexpr Rate passwords_of_strangers{.per_second = 1, .burst = 60};

class PasswordDesk {
  public:
    using Thread = workers::PasswordThread;
    PasswordDesk(boost::asio::io_context& io, Thread::Settings settings, Instant now);

    /// `answer` is called later; false, and never, when too many wait.
    bool check(Thread::Check one, bool known, std::function<void(const Thread::Checked&)> answer);
    bool make(Thread::New one, std::function<void(const Thread::Made&)> answer);
    [[nodiscard]] bool is_full() const { return thread_.is_full(true); }
    /// A browser that nobody knows may have one looked at.
    [[nodiscard]] bool takes_strangers(Instant now) { return strangers_.has(passwords_of_strangers, now); }
    /// One of those was looked at.
    void count_stranger(Instant now) { strangers_.take(passwords_of_strangers, now); }
    [[nodiscard]] std::size_t waiting() const { return thread_.waiting(); }
    /// Who waits is not answered.
    void stop();

  private:
    template <class Answer>
    using Asked = std::unordered_map<std::uint64_t, std::function<void(const Answer&)>>;
    template <class Answer>
    void call_out(Asked<Answer>& asked, std::uint64_t number, const Answer& answer);

    boost::asio::io_context& io_;
    TokenBucket strangers_;
    std::uint64_t number_ = 0;
    Asked<Thread::Checked> checks_;
    Asked<Thread::Made> makes_;
    /// Last: it tells this of its work.
    Thread thread_;
};

} // namespace interstate::app
