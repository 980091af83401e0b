#pragma once
// A TCP stream that shows the frames that come through it to a counter, on their way to Beast.
#include "net/frame_counter.hpp"

#include <boost/asio/compose.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include <functional>

namespace interstate::net {

class CountedStream {
  public:
    using next_layer_type = boost::beast::tcp_stream;
    using executor_type = next_layer_type::executor_type;
    using Counted = std::function<void(std::size_t frames)>;

    /// `counted` hears of frames that end no message.
    CountedStream(next_layer_type stream, Counted counted)
        : stream_{std::move(stream)}, counted_{std::move(counted)} {}

    executor_type get_executor() { return stream_.get_executor(); }
    next_layer_type& next_layer() { return stream_; }
    [[nodiscard]] const next_layer_type& next_layer() const { return stream_; }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        return boost::asio::async_compose<Token, void(boost::system::error_code, std::size_t)>(
            [this, buffers, begun = false](auto& self, boost::system::error_code error = {},
                                           std::size_t size = 0) mutable {
                if (!begun) {
                    begun = true;
                    return stream_.async_read_some(buffers, std::move(self));
                }
                look(buffers, size);
                self.complete(error, size);
            },
            token, stream_);
    }
    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return stream_.async_write_some(buffers, std::forward<Token>(token));
    }

  private:
    template <class Buffers>
    void look(const Buffers& buffers, std::size_t size) {
        std::size_t frames = 0;
        for (const auto buffer : boost::beast::buffers_range_ref(buffers)) {
            const auto part = std::min(size, buffer.size());
            frames += counter_.count({static_cast<const char*>(buffer.data()), part});
            size -= part;
        }
        if (frames > 0) counted_(frames);
    }
    next_layer_type stream_;
    FrameCounter counter_;
    Counted counted_;
};

template <class Handler>
void async_teardown(boost::beast::role_type role, CountedStream& stream, Handler&& handler) {
    using boost::beast::websocket::async_teardown;
    async_teardown(role, stream.next_layer(), std::forward<Handler>(handler));
}

} // namespace interstate::net
