#include "workers/postman.hpp"

namespace interstate::workers {

Postman::Postman(MailServerSettings settings) : settings_{std::move(settings)}, thread_{[this] { loop(); }} {}

Postman::~Postman() {
    stop_ = true;
    {
        const std::lock_guard lock{mutex_}; // so that it is not missed between looking and waiting
    }
    arrived_.notify_all();
    thread_.join();
}

void Postman::take(Letters letters, Done done) {
    {
        const std::lock_guard lock{mutex_};
        round_ = Round{std::move(letters), std::move(done)};
    }
    arrived_.notify_all();
}

void Postman::loop() {
    MailServer server{settings_, stop_};
    while (!stop_) {
        std::unique_lock lock{mutex_};
        arrived_.wait(lock, [this] { return stop_ || round_; });
        if (!round_) return;
        const auto round = std::exchange(round_, std::nullopt);
        lock.unlock();
        auto reports = walk(server, round->letters);
        if (!stop_) round->done(std::move(reports));
    }
}

Postman::Reports Postman::walk(MailServer& server, const Letters& letters) const {
    Reports reports;
    for (const auto& letter : letters) {
        if (stop_) break;
        try {
            reports.push_back(server.deliver(letter));
        } catch (const std::exception& error) { // no memory: the letter waits
            reports.push_back({letter.id, mail::Delivery::no_server, error.what()});
        }
        if (reports.back().delivery == mail::Delivery::no_server) break;
    }
    return reports;
}

} // namespace interstate::workers
