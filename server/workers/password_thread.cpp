#include "workers/password_thread.hpp"

#include "base/log.hpp"
#include "base/secret.hpp"

#include <exception>
#include <utility>

namespace interstate::workers {

PasswordThread::PasswordThread(Settings settings, std::function<void()> begin)
    : settings_{std::move(settings)}, begin_{std::move(begin)}, thread_{[this] { loop(); }} {}

bool PasswordThread::check(Check one, bool known, std::function<void(Checked)> done) {
    return put_by([this, one = std::move(one), done = std::move(done)] { done(checked(one)); },
                  known ? settings_.queue : settings_.queue_of_unknown);
}

bool PasswordThread::make(New one, std::function<void(Made)> done) {
    return put_by([this, one = std::move(one), done = std::move(done)] { done(made(one)); }, settings_.queue);
}

bool PasswordThread::is_full(bool known) const {
    return waiting() >= (known ? settings_.queue : settings_.queue_of_unknown);
}

std::size_t PasswordThread::waiting() const {
    const std::lock_guard lock{mutex_};
    return waiting_.size();
}

bool PasswordThread::put_by(std::function<void()> job, std::size_t most) {
    {
        const std::lock_guard lock{mutex_};
        if (stopping_ || waiting_.size() >= most) return false;
        waiting_.push_back(std::move(job));
    }
    arrived_.notify_one();
    return true;
}

void PasswordThread::stop() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
        waiting_.clear();
    }
    arrived_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void PasswordThread::loop() {
    begin_();
    try {
        nobodys_ = password_hash(random_secret(), settings_.costs);
    } catch (const std::exception& error) { // whose hash is empty is told apart by the time then
        log::warning("password_not_hashed", {{"why", error.what()}});
    }
    for (;;) {
        std::unique_lock lock{mutex_};
        arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        const auto job = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        job();
    }
}

PasswordThread::Checked PasswordThread::checked(const Check& one) const {
    try {
        const bool nobody = one.hash.empty();
        const bool right = is_password(one.password, nobody ? nobodys_ : one.hash) && !nobody;
        const bool renews = right && needs_new_hash(one.hash, settings_.costs);
        return {.right = right, .renewed = renews ? password_hash(one.password, settings_.costs) : ""};
    } catch (const std::exception& error) {
        log::warning("password_not_hashed", {{"why", error.what()}});
        return {.failed = true};
    }
}

PasswordThread::Made PasswordThread::made(const New& one) const {
    try {
        if (one.asks_present && !is_password(one.present, one.present_hash))
            return {Refused::not_present, {}};
        if (settings_.breached.has(one.password)) return {Refused::breached, {}};
        return {Refused::nothing, password_hash(one.password, settings_.costs)};
    } catch (const std::exception& error) {
        log::warning("password_not_hashed", {{"why", error.what()}});
        return {Refused::failed, {}};
    }
}

} // namespace interstate::workers
