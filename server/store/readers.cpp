#include "store/readers.hpp"

#include "store/precedence.hpp"

namespace interstate::store {

Readers::Readers(Database& database, std::size_t threads, std::size_t queue)
    : database_{database}, queue_{queue} {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { loop(); });
}

Readers::~Readers() { stop(); }

void Readers::stop() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    arrived_.notify_all();
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

bool Readers::read(Body body, Failed failed) {
    {
        const std::lock_guard lock{mutex_};
        if (stopping_ || waiting_.size() >= queue_) return false;
        waiting_.push_back({std::move(body), std::move(failed)});
    }
    arrived_.notify_one();
    return true;
}

std::size_t Readers::waiting() const {
    const std::lock_guard lock{mutex_};
    return waiting_.size();
}

void Readers::loop() {
    stand_back();
    std::unique_ptr<Connection> connection;
    try {
        connection = database_.open_reader(); // at once: later there may be no descriptors left
    } catch (...) {
        connection.reset(); // tried again with the first job, which hears why
    }
    for (;;) {
        Job job;
        {
            std::unique_lock lock{mutex_};
            arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            job = std::move(waiting_.front());
            waiting_.pop_front();
        }
        try {
            if (!connection) connection = database_.open_reader();
            run(*connection, job);
        } catch (...) {
            job.failed(std::current_exception());
            connection.reset(); // a broken connection is not used again
        }
    }
}

void Readers::run(Connection& connection, Job& job) {
    connection.begin_read();
    try {
        Transaction tx{connection};
        job.body(tx);
    } catch (...) {
        connection.rollback();
        throw;
    }
    connection.rollback();
}

} // namespace interstate::store
