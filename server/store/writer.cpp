#include "store/writer.hpp"

#include "store/precedence.hpp"

namespace interstate::store {

Writer::Writer(Database& database, WriterLimits limits, WriterNews news)
    : database_{database}, limits_{limits}, news_{std::move(news)}, connection_{database.open_writer()},
      thread_{[this] { loop(); }} {}

Writer::~Writer() { stop(); }

void Writer::stop() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    arrived_.notify_all();
    if (thread_.joinable()) thread_.join();
}

bool Writer::write(std::unique_ptr<Work> work) {
    if (!put_by(std::move(work))) return false;
    begin();
    return true;
}

bool Writer::put_by(std::unique_ptr<Work> work) {
    const std::lock_guard lock{mutex_};
    if (stopping_ || waiting_.size() >= limits_.queue) return false;
    waiting_.push_back(std::move(work));
    return true;
}

void Writer::begin() {
    {
        const std::lock_guard lock{mutex_};
        begun_ = !waiting_.empty();
    }
    arrived_.notify_one();
}

std::size_t Writer::waiting() const {
    const std::lock_guard lock{mutex_};
    return waiting_.size();
}

void Writer::loop() {
    go_first();
    for (;;) {
        Batch batch = take();
        if (batch.empty()) return;
        run_batch(batch);
        news_.done_with_batch();
    }
}

Writer::Batch Writer::take() {
    std::unique_lock lock{mutex_};
    arrived_.wait(lock, [this] { return stopping_ || (begun_ && !waiting_.empty()); });
    Batch batch;
    while (!waiting_.empty() && batch.size() < limits_.batch) {
        batch.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
    }
    begun_ = !waiting_.empty();
    return batch;
}

void Writer::run_batch(Batch& batch) {
    const auto deadline = std::chrono::steady_clock::now() + limits_.batch_time;
    if (!open(batch)) return;
    std::size_t done = 0;
    try {
        Heads heads;
        Transaction tx{*connection_, &heads};
        for (; done < batch.size(); ++done) {
            if (done > 0 && std::chrono::steady_clock::now() > deadline) break;
            batch[done]->run(tx);
        }
        heads.put_down(tx);
    } catch (...) {
        // One of them cannot be written: each gets a transaction of its own, so that only the guilty one
        // fails.
        connection_->rollback();
        run_each_alone(batch);
        return;
    }
    Batch late(std::make_move_iterator(batch.begin() + static_cast<std::ptrdiff_t>(done)),
               std::make_move_iterator(batch.end()));
    batch.resize(done);
    commit(batch);
    if (!late.empty()) run_batch(late);
}

bool Writer::open(std::span<const std::unique_ptr<Work>> batch) {
    try {
        if (!connection_) connection_ = database_.open_writer();
        connection_->begin_write();
        return true;
    } catch (...) {
        // It is nobody's fault, and each of them alone would wait for the same lock as long.
        for (const auto& work : batch) work->failed(std::current_exception());
        connection_.reset();
        return false;
    }
}

void Writer::run_each_alone(std::span<const std::unique_ptr<Work>> batch) {
    for (; !batch.empty(); batch = batch.subspan(1)) {
        if (!open(batch)) return;
        try {
            Transaction tx{*connection_};
            batch.front()->run(tx);
        } catch (...) {
            connection_->rollback();
            batch.front()->failed(std::current_exception());
            continue;
        }
        commit(batch.first(1));
    }
}

void Writer::commit(std::span<const std::unique_ptr<Work>> batch) {
    const auto begun = std::chrono::steady_clock::now();
    try {
        connection_->commit();
    } catch (...) {
        settle_unknown(batch, std::current_exception());
        return;
    }
    news_.committed({batch.size(), std::chrono::steady_clock::now() - begun});
    for (const auto& work : batch) work->committed();
}

void Writer::settle_unknown(std::span<const std::unique_ptr<Work>> batch, std::exception_ptr why) {
    // A failed COMMIT may have reached the disk. A new connection tells: the receipts are there or they are
    // not.
    std::vector<bool> recorded(batch.size(), false);
    try {
        connection_.reset();
        connection_ = database_.open_writer();
        Transaction tx{*connection_};
        for (std::size_t i = 0; i < batch.size(); ++i) recorded[i] = batch[i]->was_recorded(tx);
    } catch (...) {
        recorded.assign(batch.size(), false);
        connection_.reset();
    }
    for (std::size_t i = 0; i < batch.size(); ++i)
        recorded[i] ? batch[i]->committed() : batch[i]->failed(why);
}

} // namespace interstate::store
