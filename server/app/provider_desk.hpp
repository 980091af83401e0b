#pragma once
// Where providers of identities are asked, each on a thread of its own, and answers are called out. Lives on
// the io thread.
#include "workers/provider_thread.hpp"

#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <unordered_map>

namespace interstate::app {

class ProviderDesk {
  public:
    /// A thread is kept for each that was asked since the start: every agency of the country, and some.
    static constexpr std::size_t most_providers = 200;

    ProviderDesk(boost::asio::io_context& io, workers::ProviderSettings settings)
        : io_{io}, settings_{std::move(settings)} {}

    template <class T>
    using Done = workers::ProviderThread::Done<T>;
    /// `answer` is called later, once: with ProviderFault::Kind::busy when too many wait.
    void look_up(const identity::Provider& provider, Done<identity::Discovery> answer);
    void redeem(const identity::Provider& provider, workers::Redemption one, Done<workers::Redeemed> answer);
    /// Who waits is not answered.
    void stop();

  private:
    template <class T>
    Done<T> on_io(Done<T> answer);
    template <class T, class Ask>
    void ask(const identity::Provider& provider, Done<T> answer, Ask asked);
    workers::ProviderThread* thread_of(const OrganisationId& organisation);

    boost::asio::io_context& io_;
    workers::ProviderSettings settings_;
    bool stopped_ = false;
    std::unordered_map<OrganisationId, std::unique_ptr<workers::ProviderThread>> threads_;
};

} // namespace interstate::app
