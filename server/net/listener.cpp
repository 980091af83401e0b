#include "net/listener.hpp"

#include "base/log.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <fcntl.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace interstate::net {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

constexpr int waiting_connections = 4096;
constexpr std::chrono::milliseconds pause_without_descriptors{200};
/// The log says no oftener that descriptors ran out.
constexpr std::chrono::minutes say_again_after{1};

int open_reserve() { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }

} // namespace

Listener::Listener(asio::io_context& io, const std::string& address, unsigned short port)
    : io_{io}, acceptor_{io}, sessions_{io}, reserve_{open_reserve()} {
    const tcp::endpoint endpoint{asio::ip::make_address(address), port};
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address{true});
    boost::system::error_code taken;
    acceptor_.bind(endpoint, taken);
    if (taken)
        throw std::runtime_error{"cannot listen on " + address + " port " + std::to_string(port) + " (" +
                                 taken.message() + "): choose another with --port"};
    acceptor_.listen(waiting_connections);
}

void Listener::start(app::Server& server, const StaticFiles& files, const TrustedProxies& proxies) {
    asio::co_spawn(io_, accept_loop({server, files, sessions_, proxies}), asio::detached);
}

void Listener::stop() {
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    if (reserve_ >= 0) ::close(std::exchange(reserve_, -1));
}

asio::awaitable<void> Listener::accept_loop(Served served) {
    asio::steady_timer pause{io_};
    while (acceptor_.is_open()) {
        auto [error, socket] = co_await acceptor_.async_accept(asio::as_tuple(asio::use_awaitable));
        if (!error) {
            asio::co_spawn(io_, serve_http(std::move(socket), served), asio::detached);
            continue;
        }
        if (error == asio::error::operation_aborted) co_return;
        if (error == asio::error::no_descriptors) turn_one_away();
        pause.expires_after(pause_without_descriptors);
        co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
    }
}

/// One who waits would otherwise wait for ever, and keep the acceptor ready for ever.
void Listener::turn_one_away() {
    ::close(std::exchange(reserve_, -1));
    ::close(::accept(acceptor_.native_handle(), nullptr, nullptr));
    reserve_ = open_reserve();
    ++turned_away_;
    const auto now = std::chrono::steady_clock::now();
    if (said_so_ != std::chrono::steady_clock::time_point{} && now - said_so_ < say_again_after) return;
    said_so_ = now;
    log::warning("no_descriptors_left", {{"turned_away", std::exchange(turned_away_, 0)}});
}

} // namespace interstate::net
