#pragma once
// Reading beside the writer, and behind it: each read sees one consistent moment, and a thousand who ask do
// not hold up those who talk.
#include "store/transaction.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace interstate::store {

class Readers {
  public:
    /// `threads` readers, each with its own connection; at most `queue` reads wait.
    Readers(Database& database, std::size_t threads, std::size_t queue);
    ~Readers();
    Readers(const Readers&) = delete;
    Readers& operator=(const Readers&) = delete;

    using Body = std::function<void(Transaction&)>;
    using Failed = std::function<void(std::exception_ptr)>;

    /// Runs `body` in a read transaction on a reader thread; `failed` instead when the database does not
    /// answer. False when too many reads wait already, or the readers are stopping: then neither is called.
    bool read(Body body, Failed failed);
    void stop();
    [[nodiscard]] std::size_t waiting() const;

  private:
    struct Job {
        Body body;
        Failed failed;
    };
    void loop();
    void run(Connection& connection, Job& job);

    Database& database_;
    std::size_t queue_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Job> waiting_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace interstate::store
