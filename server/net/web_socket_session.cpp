#include "net/web_socket_session.hpp"

#include "base/text.hpp"
#include "net/counted_stream.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

namespace interstate::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds handshake_time{15};
/// Three heartbeats of silence (schema/protocol/README.md).
constexpr std::chrono::seconds silence_limit{60};
/// A client that takes nothing for so long is not there.
constexpr std::chrono::seconds write_time{30};

using Socket = websocket::stream<CountedStream>;

/// Beast answers pings and passes over pongs and empty fragments without a word to us.
CountedStream::Counted count_frames(app::Conversation& conversation) {
    return [&conversation](std::size_t frames) {
        for (; frames > 0; --frames) conversation.count_frame();
    };
}

/// Shared by the reader and the writer; the last of the two to end lets it go.
struct Session {
    Session(beast::tcp_stream stream, std::shared_ptr<app::Conversation> spoken)
        : socket{CountedStream{std::move(stream), count_frames(*spoken)}}, conversation{std::move(spoken)},
          arrival{socket.get_executor()} {}
    Socket socket;
    std::shared_ptr<app::Conversation> conversation;
    /// Never expires; cancelled when the outbox has something.
    asio::steady_timer arrival;
    bool over = false;
};

void settle(Socket& socket) {
    // Compression stays off: it costs memory per connection and invites bombs.
    socket.set_option(websocket::permessage_deflate{});
    socket.set_option(websocket::stream_base::timeout{handshake_time, silence_limit, false});
    socket.read_message_max(app::message_limit);
    socket.auto_fragment(false);
    socket.text(true);
}

void end(Session& session) {
    session.over = true;
    session.arrival.cancel();
    beast::get_lowest_layer(session.socket).cancel();
}

asio::awaitable<void> write_loop(std::shared_ptr<Session> session) {
    auto& outbox = session->conversation->outbox();
    while (!session->over) {
        if (const auto frame = outbox.pop()) {
            asio::steady_timer late{session->socket.get_executor(), write_time};
            late.async_wait([session](const beast::error_code& error) {
                if (!error) beast::get_lowest_layer(session->socket).cancel();
            });
            auto [error, unused] = co_await session->socket.async_write(asio::buffer(**frame), as_result);
            if (error) break;
            continue;
        }
        if (const auto code = outbox.closing()) {
            asio::steady_timer late{session->socket.get_executor(), handshake_time};
            late.async_wait([session](const beast::error_code& error) {
                if (!error) beast::get_lowest_layer(session->socket).cancel();
            });
            const websocket::close_reason reason{static_cast<websocket::close_code>(*code)};
            co_await session->socket.async_close(reason, as_result);
            break;
        }
        session->arrival.expires_at(asio::steady_timer::time_point::max());
        co_await session->arrival.async_wait(as_result);
    }
    end(*session);
}

asio::awaitable<void> read_loop(std::shared_ptr<Session> session) {
    // One more than fits: a full buffer would end a message of fragments before Beast can say that it is too
    // big.
    beast::flat_buffer buffer{app::message_limit + 1};
    auto& outbox = session->conversation->outbox();
    while (!session->over) {
        auto [error, size] = co_await session->socket.async_read(buffer, as_result);
        if (error) break;
        const std::string_view bytes{static_cast<const char*>(buffer.data().data()), size};
        // Beast misses a character cut off by an empty last fragment, so text is looked at again.
        if (!session->socket.got_text())
            outbox.close(live::CloseCode::not_text);
        else if (!count_characters(bytes))
            outbox.close(live::CloseCode::not_utf8);
        else
            session->conversation->receive(bytes);
        buffer.consume(size);
    }
    end(*session);
}

} // namespace

asio::awaitable<void> serve_web_socket(beast::tcp_stream stream, HttpRequest request,
                                       std::shared_ptr<app::Conversation> conversation) {
    stream.expires_never(); // from here the WebSocket's own time limits hold
    beast::error_code ignored;
    stream.socket().set_option(asio::ip::tcp::no_delay{true}, ignored);
    auto session = std::make_shared<Session>(std::move(stream), std::move(conversation));
    settle(session->socket);
    auto [error] = co_await session->socket.async_accept(request, as_result);
    if (error) co_return;
    session->conversation->outbox().on_arrival([weak = std::weak_ptr{session}] {
        if (const auto self = weak.lock()) self->arrival.cancel();
    });
    asio::co_spawn(session->socket.get_executor(), write_loop(session), asio::detached);
    co_await read_loop(session);
    session->conversation->outbox().on_arrival({});
}

} // namespace interstate::net
