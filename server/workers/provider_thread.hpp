#pragma once
// The thread on which one provider of identities is asked: it may take its time, and nobody of another agency
// waits behind that.
#include "workers/provider.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace interstate::workers {

class ProviderThread {
  public:
    /// So many may wait.
    static constexpr std::size_t queue = 32;
    /// Where it was not to be reached, nobody waits for it again in so long.
    static constexpr std::chrono::seconds given_up{5};

    explicit ProviderThread(ProviderSettings settings);
    ~ProviderThread() { stop(); }
    ProviderThread(const ProviderThread&) = delete;
    ProviderThread& operator=(const ProviderThread&) = delete;

    template <class T>
    using Done = std::function<void(Provider::Answer<T>)>;
    /// False when too many wait: then `done` is not called. It is called on this thread, at the latest when
    /// the settings' patience is over.
    bool look_up(const identity::Provider& provider, Done<identity::Discovery> done);
    bool redeem(const identity::Provider& provider, Redemption one, Done<Redeemed> done);
    /// Does not wait for it.
    void begin_to_stop();
    /// Ends what is under way and forgets what waits: nobody is told.
    void stop();

  private:
    using Job = std::function<void(Provider&)>;
    bool put_by(Job job);
    template <class T, class Ask>
    bool ask(const identity::Provider& provider, Done<T> done, Ask asked);
    void loop();

    ProviderSettings settings_;
    std::atomic<bool> stop_ = false;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Job> waiting_;
    /// On the thread alone: when it was found out of reach, and how it was configured then.
    std::optional<std::chrono::steady_clock::time_point> lost_at_;
    identity::Provider lost_;
    std::thread thread_;
};

} // namespace interstate::workers
