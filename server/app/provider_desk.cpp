#include "app/provider_desk.hpp"

#include "base/log.hpp"

#include <boost/asio/post.hpp>

#include <system_error>
#include <utility>

namespace interstate::app {

template <class T>
ProviderDesk::Done<T> ProviderDesk::on_io(Done<T> answer) {
    // Shared, so that whatever the answer holds is let go on the io thread, and not on the provider's.
    return [this, answer = std::make_shared<Done<T>>(std::move(answer))](
               workers::Provider::Answer<T> said) mutable {
        boost::asio::post(io_, [this, answer = std::move(answer), said = std::move(said)] {
            if (!stopped_) (*answer)(said);
        });
    };
}

template <class T, class Ask>
void ProviderDesk::ask(const identity::Provider& provider, Done<T> answer, Ask asked) {
    if (stopped_) return;
    auto* thread = thread_of(provider.organisation);
    const auto done = on_io<T>(std::move(answer));
    if (!thread || !asked(*thread, done))
        done(std::unexpected(
            workers::ProviderFault{workers::ProviderFault::Kind::busy, "too many wait for it"}));
}

void ProviderDesk::look_up(const identity::Provider& provider, Done<identity::Discovery> answer) {
    ask<identity::Discovery>(
        provider, std::move(answer),
        [&](workers::ProviderThread& thread, const auto& done) { return thread.look_up(provider, done); });
}

void ProviderDesk::redeem(const identity::Provider& provider, workers::Redemption one,
                          Done<workers::Redeemed> answer) {
    ask<workers::Redeemed>(provider, std::move(answer),
                           [&](workers::ProviderThread& thread, const auto& done) {
                               return thread.redeem(provider, std::move(one), done);
                           });
}

workers::ProviderThread* ProviderDesk::thread_of(const OrganisationId& organisation) {
    if (const auto found = threads_.find(organisation); found != threads_.end()) return found->second.get();
    if (threads_.size() >= most_providers) return nullptr;
    try {
        return threads_.emplace(organisation, std::make_unique<workers::ProviderThread>(settings_))
            .first->second.get();
    } catch (const std::system_error& error) { // the system gives no more threads
        log::warning("provider_failed", {{"why", error.what()}});
        return nullptr;
    }
}

void ProviderDesk::stop() {
    stopped_ = true;
    for (auto& [organisation, thread] : threads_) thread->begin_to_stop();
    threads_.clear();
}

} // namespace interstate::app
