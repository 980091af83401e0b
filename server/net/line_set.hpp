#pragma once
// Lines that are waited for together: one line to Asio (epoll(7)), so that each of thousands costs neither a
// handler nor a state there.
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <functional>
#include <span>
#include <sys/epoll.h>

namespace interstate::net {

class LineSet {
  public:
    /// `hear` looks at the lines that are ready, and says whether there are any left to wait for. Throws
    /// boost::system::system_error when the system has no descriptor left.
    LineSet(boost::asio::io_context& io, std::function<bool()> hear);

    /// Until `remove`, or until the line is closed. `name` comes back with what is ready. Both throw
    /// boost::system::system_error.
    void add(int line, epoll_data_t name);
    void change(int line, epoll_data_t name, bool to_write);
    void remove(int line);

    /// Calls `hear` when something is ready, for as long as that wants it. Waiting already: nothing.
    void wait();
    void stop() { lines_.cancel(); }
    /// Those that are ready now, as many as there is room for; the others are ready the next time.
    [[nodiscard]] std::span<epoll_event> ready(std::span<epoll_event> room);

  private:
    void watch(int how, int line, epoll_data_t name, bool to_write);

    boost::asio::posix::stream_descriptor lines_;
    std::function<bool()> hear_;
    bool waiting_ = false;
};

} // namespace interstate::net
