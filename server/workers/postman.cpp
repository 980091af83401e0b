#include "workers/postman.hpp"

#include <utility>

namespace interstate::workers {

Postman::Postman(MailServerSettings settings) : settings_{std::move(settings)}, thread_{[this] { loop(); }} {}

void Postman::take(Letters letters, std::function<void()> done) {
    {
        const std::lock_guard lock{mutex_};
        round_ = Round{std::move(letters), std::move(done)};
    }
    arrived_.notify_all();
}

Postman::Reports Postman::reports() {
    const std::lock_guard lock{mutex_};
    return std::exchange(reports_, {});
}

Postman::Reports Postman::stop() {
    {
        const std::lock_guard lock{mutex_}; // so that it is not missed between looking and waiting
        stop_ = true;
    }
    arrived_.notify_all();
    if (thread_.joinable()) thread_.join();
    return reports();
}

void Postman::loop() {
    MailServer server{settings_, stop_};
    for (;;) {
        std::unique_lock lock{mutex_};
        arrived_.wait(lock, [this] { return stop_ || round_; });
        if (stop_) return;
        const auto round = std::exchange(round_, std::nullopt);
        lock.unlock();
        auto reports = walk(server, round->letters);
        lock.lock();
        reports_ = std::move(reports);
        lock.unlock();
        round->done();
    }
}

Postman::Reports Postman::walk(MailServer& server, const Letters& letters) const {
    Reports reports;
    for (const auto& letter : letters) {
        if (stop_) break;
        if (letter.useless_at <= wall_clock()) continue;
        try {
            reports.push_back(server.deliver(letter));
        } catch (const std::exception& error) { // no memory: the letter waits
            reports.push_back({letter.id, mail::Delivery::no_server, error.what()});
        }
        if (reports.back().delivery == mail::Delivery::no_server) break;
    }
    // What ended because we stop says nothing of its letter.
    if (stop_ && !reports.empty() && reports.back().delivery == mail::Delivery::no_server) reports.pop_back();
    return reports;
}

} // namespace interstate::workers
