#include "net/listener.hpp"

#include "base/log.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
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

/// Lines that are accepted in one turn; further ones in the next, after what else waits.
constexpr int portion = 64;

/// The address alone, as Asio writes it.
std::string text_of(const sockaddr_storage& address) {
    if (address.ss_family == AF_INET) {
        const auto& four = reinterpret_cast<const sockaddr_in&>(address);
        return asio::ip::address_v4{std::bit_cast<asio::ip::address_v4::bytes_type>(four.sin_addr)}
            .to_string();
    }
    const auto& six = reinterpret_cast<const sockaddr_in6&>(address);
    asio::ip::address_v6::bytes_type bytes{};
    std::copy_n(six.sin6_addr.s6_addr, bytes.size(), bytes.begin());
    return asio::ip::address_v6{bytes, six.sin6_scope_id}.to_string();
}

/// What went wrong with the line that was to be accepted, and with no other (accept(2)).
bool is_of_one_line(int error) {
    constexpr std::array errors{EINTR,     ECONNABORTED, EPROTO,       ENETDOWN,   ENOPROTOOPT,
                                EHOSTDOWN, ENONET,       EHOSTUNREACH, EOPNOTSUPP, ENETUNREACH};
    return std::ranges::find(errors, error) != errors.end();
}

int open_reserve() { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }

} // namespace

Listener::Listener(asio::io_context& io, const std::string& address, unsigned short port)
    : io_{io}, acceptor_{io}, pause_{io}, sessions_{io}, reserve_{open_reserve()} {
    const tcp::endpoint endpoint{asio::ip::make_address(address), port};
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address{true});
    boost::system::error_code taken;
    acceptor_.bind(endpoint, taken);
    if (taken)
        throw std::runtime_error{"cannot listen on " + address + " port " + std::to_string(port) + " (" +
                                 taken.message() + "): choose another with --port"};
    // Lines have it from the socket that they were accepted on: what is written goes out at once.
    acceptor_.set_option(tcp::no_delay{true});
    acceptor_.non_blocking(true);
    acceptor_.listen(waiting_connections);
}

void Listener::start(app::Server& server, const StaticFiles& files, const TrustedProxies& proxies) {
    arrivals_.emplace(Served{io_, server, files, sessions_, proxies});
    wait();
}

void Listener::stop() {
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    if (reserve_ >= 0) ::close(std::exchange(reserve_, -1));
}

void Listener::wait() {
    acceptor_.async_wait(tcp::acceptor::wait_read, [this](const boost::system::error_code& error) {
        if (!error) accept();
    });
}

void Listener::accept() {
    for (int accepted = 0; accepted < portion; ++accepted) {
        sockaddr_storage address{};
        socklen_t size = sizeof address;
        Descriptor line{::accept4(acceptor_.native_handle(), reinterpret_cast<sockaddr*>(&address), &size,
                                  SOCK_NONBLOCK | SOCK_CLOEXEC)};
        if (line.number() >= 0) {
            arrivals_->take(std::move(line), text_of(address));
            continue;
        }
        if (errno == EAGAIN || errno == EWOULDBLOCK) break;
        if (is_of_one_line(errno)) continue;
        if (errno == EMFILE || errno == ENFILE) turn_one_away();
        return pause();
    }
    wait();
}

void Listener::pause() {
    pause_.expires_after(pause_without_descriptors);
    pause_.async_wait([this](const boost::system::error_code& error) {
        if (!error) wait();
    });
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
