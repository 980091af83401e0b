#include "net/arrivals.hpp"

#include "base/log.hpp"
#include "net/upgrade.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <cerrno>
#include <sys/socket.h>

namespace interstate::net {
namespace {

namespace asio = boost::asio;

/// As long as a request may take to come (http_session.cpp).
constexpr std::chrono::seconds silence_limit{30};
constexpr std::chrono::seconds look_every{5};
/// Lines that are heard in one turn; further ones in the next, after what else waits.
constexpr std::size_t lines_of_a_turn = 64;

} // namespace

Arrivals::Arrivals(Served served)
    : served_{served}, clock_{served.io}, lines_{served.io, [this] { return hear_ready(); }} {}

void Arrivals::take(Descriptor line, std::string remote) {
    try {
        // What comes in a storm has often been said by the time that it is accepted.
        if (!hear(line, remote)) keep_waiting(std::move(line), std::move(remote));
    } catch (const std::exception& error) {
        log::warning("connection_failed", {{"why", error.what()}});
    }
}

bool Arrivals::hear(Descriptor& line, const std::string& remote) {
    const auto size = ::recv(line.number(), buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return false;
    if (size > 0) lead(std::move(line), remote, {buffer_.data(), static_cast<std::size_t>(size)});
    return true;
}

void Arrivals::lead(Descriptor line, const std::string& remote, std::string_view said) {
    if (auto upgrade = upgrade_in(said, remote, served_.proxies))
        return net::lead(std::move(line), std::move(*upgrade), served_);
    asio::co_spawn(served_.io, serve_http(socket_of(std::move(line), served_.io), served_, std::string{said}),
                   asio::detached);
}

// ---- those who say nothing yet --------------------------------------------------------------------------

void Arrivals::keep_waiting(Descriptor line, std::string remote) {
    const int number = line.number();
    const auto place =
        silent_.emplace(number, Silent{std::move(line), std::move(remote), std::chrono::steady_clock::now()});
    try {
        lines_.add(number, {.fd = number});
    } catch (...) {
        silent_.erase(place.first);
        throw;
    }
    if (!std::exchange(looking_, true)) look_at_the_clock();
    lines_.wait();
}

bool Arrivals::hear_ready() {
    std::array<epoll_event, lines_of_a_turn> room{};
    for (const auto& ready : lines_.ready(room)) {
        const auto found = silent_.find(ready.data.fd);
        if (found == silent_.end()) continue;
        auto one = std::move(found->second);
        silent_.erase(found);
        // Before anybody else waits for it, and before it is closed and its number is another line's.
        lines_.remove(one.line.number());
        take(std::move(one.line), std::move(one.remote));
    }
    return !silent_.empty();
}

void Arrivals::look_at_the_clock() {
    clock_.expires_after(look_every);
    clock_.async_wait([this](const boost::system::error_code& error) {
        looking_ = !error && !silent_.empty();
        if (!looking_) return;
        const auto now = std::chrono::steady_clock::now();
        std::erase_if(silent_, [&](const auto& one) { return now - one.second.since > silence_limit; });
        look_at_the_clock();
    });
}

} // namespace interstate::net
