#pragma once
// The only writer: folds what waits into one transaction, and lets nobody hear of it before the disk has it.
#include "store/transaction.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace interstate::store {

/// One unit of writing. Its functions run on the writer thread, except where said.
class Work {
  public:
    virtual ~Work() = default;
    /// Reads, decides and writes. May be run again after a rollback: it touches nothing outside.
    virtual void run(Transaction& tx) = 0;
    /// After a COMMIT of unknown outcome: is this work in the database? Also restores its result.
    virtual bool was_recorded(Transaction& tx) = 0;
    /// The transaction is on the disk.
    virtual void committed() = 0;
    /// Nothing of it is on the disk, or nobody can say: the sender may try again.
    virtual void failed(std::exception_ptr why) = 0;
};

struct WriterLimits {
    /// At most so many units in one transaction.
    std::size_t batch = 256;
    /// A transaction takes in no more work after this long.
    std::chrono::milliseconds batch_time{10};
    /// More units than this wait for nothing: they fail at once.
    std::size_t queue = 10'000;
};

/// One transaction that is on the disk.
struct Committed {
    std::size_t units = 0;
    /// Of its COMMIT alone.
    std::chrono::steady_clock::duration took{};
};

/// What the writer tells, on its own thread.
struct WriterNews {
    std::function<void(const Committed&)> committed = [](const Committed&) {};
    /// The results of a batch were handed out.
    std::function<void()> done_with_batch = [] {};
};

class Writer {
  public:
    Writer(Database& database, WriterLimits limits, WriterNews news = {});
    /// Finishes what waits, then stops.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Takes a unit from any thread, and begins with it. False when the queue is full or the writer is
    /// stopping.
    bool write(std::unique_ptr<Work> work);
    /// The same without beginning: for whoever has more at hand, and says `begin` when that is all, whoever
    /// says so.
    bool put_by(std::unique_ptr<Work> work);
    void begin();

    /// Takes nothing more and finishes what waits.
    void stop();

    [[nodiscard]] std::size_t waiting() const;

  private:
    using Batch = std::vector<std::unique_ptr<Work>>;

    void loop();
    Batch take();
    void run_batch(Batch& batch);
    void run_each_alone(std::span<const std::unique_ptr<Work>> batch);
    /// Begins a transaction. Where the database does not let anybody write, everybody hears that it failed:
    /// then false.
    bool open(std::span<const std::unique_ptr<Work>> batch);
    /// Ends it, and tells them.
    void commit(std::span<const std::unique_ptr<Work>> batch);
    void settle_unknown(std::span<const std::unique_ptr<Work>> batch, std::exception_ptr why);

    Database& database_;
    WriterLimits limits_;
    WriterNews news_;
    std::unique_ptr<Connection> connection_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::unique_ptr<Work>> waiting_;
    /// The word was said for what waits.
    bool begun_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace interstate::store
