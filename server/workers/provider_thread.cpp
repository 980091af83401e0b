#include "workers/provider_thread.hpp"

#include "base/log.hpp"

#include <exception>
#include <utility>

namespace interstate::workers {
namespace {

using Clock = std::chrono::steady_clock;

template <class T, class Ask>
Provider::Answer<T> answered(const Ask& ask, Provider& at, Provider::Deadline deadline) {
    try {
        return ask(at, deadline);
    } catch (const std::exception& error) { // no memory
        return std::unexpected(ProviderFault{ProviderFault::Kind::busy, error.what()});
    }
}

} // namespace

ProviderThread::ProviderThread(ProviderSettings settings)
    : settings_{std::move(settings)}, thread_{[this] { loop(); }} {}

template <class T, class Ask>
bool ProviderThread::ask(const identity::Provider& provider, Done<T> done, Ask asked) {
    const auto deadline = Clock::now() + settings_.patience;
    return put_by([this, provider, deadline, done = std::move(done), asked = std::move(asked)](Provider& at) {
        const bool lost = lost_at_ && lost_ == provider && Clock::now() - *lost_at_ < given_up;
        auto answer = lost ? std::unexpected(ProviderFault{ProviderFault::Kind::unreachable,
                                                           "it was out of reach a moment ago"})
                           : answered<T>(asked, at, deadline);
        if (!answer && !lost) {
            log::warning("provider_failed", {{"issuer", provider.issuer}, {"why", answer.error().why}});
            if (answer.error().kind == ProviderFault::Kind::unreachable) {
                lost_at_ = Clock::now();
                lost_ = provider;
            }
        }
        if (!stop_) done(std::move(answer));
    });
}

bool ProviderThread::look_up(const identity::Provider& provider, Done<identity::Discovery> done) {
    return ask<identity::Discovery>(
        provider, std::move(done),
        [provider](Provider& at, Provider::Deadline deadline) { return at.look_up(provider, deadline); });
}

bool ProviderThread::redeem(const identity::Provider& provider, Redemption one, Done<Redeemed> done) {
    return ask<Redeemed>(provider, std::move(done),
                         [provider, one = std::move(one)](Provider& at, Provider::Deadline deadline) {
                             return at.redeem(provider, one, deadline);
                         });
}

bool ProviderThread::put_by(Job job) {
    {
        const std::lock_guard lock{mutex_};
        if (stop_ || waiting_.size() >= queue) return false;
        waiting_.push_back(std::move(job));
    }
    arrived_.notify_one();
    return true;
}

void ProviderThread::begin_to_stop() {
    {
        const std::lock_guard lock{mutex_}; // so that it is not missed between looking and waiting
        stop_ = true;
        waiting_.clear();
    }
    arrived_.notify_one();
}

void ProviderThread::stop() {
    begin_to_stop();
    if (thread_.joinable()) thread_.join();
}

void ProviderThread::loop() {
    std::unique_ptr<Provider> provider;
    for (;;) {
        std::unique_lock lock{mutex_};
        arrived_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
        if (stop_) return;
        const auto job = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        try {
            if (!provider) provider = std::make_unique<Provider>(settings_, stop_);
            job(*provider);
        } catch (const std::exception& error) { // no memory: who asked is not answered, others are
            log::warning("provider_failed", {{"why", error.what()}});
        }
    }
}

} // namespace interstate::workers
