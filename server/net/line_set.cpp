#include "net/line_set.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace interstate::net {
namespace {

[[noreturn]] void fail(const char* what) {
    throw boost::system::system_error{errno, boost::system::system_category(), what};
}

int open_lines() {
    const int lines = ::epoll_create1(EPOLL_CLOEXEC);
    return lines >= 0 ? lines : (fail("epoll_create1"), -1);
}

} // namespace

LineSet::LineSet(boost::asio::io_context& io, std::function<bool()> hear)
    : lines_{io, open_lines()}, hear_{std::move(hear)} {}

void LineSet::add(int line, epoll_data_t name) { watch(EPOLL_CTL_ADD, line, name, false); }

void LineSet::change(int line, epoll_data_t name, bool to_write) {
    watch(EPOLL_CTL_MOD, line, name, to_write);
}

void LineSet::remove(int line) { ::epoll_ctl(lines_.native_handle(), EPOLL_CTL_DEL, line, nullptr); }

void LineSet::watch(int how, int line, epoll_data_t name, bool to_write) {
    epoll_event event{};
    event.events = EPOLLIN | (to_write ? EPOLLOUT : 0U);
    event.data = name;
    if (::epoll_ctl(lines_.native_handle(), how, line, &event) != 0) fail("epoll_ctl");
}

void LineSet::wait() {
    if (std::exchange(waiting_, true)) return;
    lines_.async_wait(boost::asio::posix::stream_descriptor::wait_read,
                      [this](const boost::system::error_code&) {
                          waiting_ = false;
                          if (hear_()) wait();
                      });
}

std::span<epoll_event> LineSet::ready(std::span<epoll_event> room) {
    const int count = ::epoll_wait(lines_.native_handle(), room.data(), static_cast<int>(room.size()), 0);
    return room.first(static_cast<std::size_t>(std::max(count, 0)));
}

} // namespace interstate::net
