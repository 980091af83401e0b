#include "net/http_session.hpp"

#include "base/log.hpp"
#include "net/upgrade.hpp"
#include "net/web_socket_session.hpp"
#include "net/web_socket_sessions.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <sys/socket.h>

namespace interstate::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

constexpr std::size_t head_limit = 16 * 1024;
constexpr std::size_t read_size = 4 * 1024;
constexpr std::size_t body_limit = 256 * 1024;
constexpr std::chrono::seconds request_time{30};
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

struct Incoming {
    HttpRequest request;
    std::optional<BadHead> bad;
};

/// The size of a complete head at the front of the buffer; 0 when the head does not fit, nothing when the
/// line is gone.
asio::awaitable<std::optional<std::size_t>> read_head(beast::tcp_stream& stream, beast::flat_buffer& buffer) {
    constexpr std::string_view end = "\r\n\r\n";
    std::size_t looked_at = 0;
    for (;;) {
        const std::string_view seen{static_cast<const char*>(buffer.data().data()), buffer.size()};
        if (const auto found = seen.find(end, looked_at); found != seen.npos) co_return found + end.size();
        if (seen.size() >= head_limit) co_return 0;
        looked_at = seen.size() < end.size() ? 0 : seen.size() - end.size() + 1;
        auto [error, size] = co_await stream.async_read_some(buffer.prepare(read_size), as_result);
        if (error) co_return std::nullopt;
        buffer.commit(size);
    }
}

/// One request, or nothing when the connection is over.
asio::awaitable<std::optional<Incoming>> read_request(beast::tcp_stream& stream, beast::flat_buffer& buffer) {
    stream.expires_after(request_time);
    const auto head_size = co_await read_head(stream, buffer);
    if (!head_size) co_return std::nullopt;
    if (*head_size == 0 || *head_size > head_limit)
        co_return Incoming{{}, BadHead{431, "the head is too large"}};
    const std::string_view head{static_cast<const char*>(buffer.data().data()), *head_size};
    if (const auto sound = check_raw_head(head); !sound) co_return Incoming{{}, sound.error()};

    http::request_parser<http::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(head_limit));
    parser.body_limit(body_limit);
    beast::error_code wrong;
    parser.eager(true);
    buffer.consume(parser.put(buffer.data(), wrong));
    if (wrong && wrong != http::error::need_more)
        co_return Incoming{{}, BadHead{wrong == http::error::body_limit ? 413 : 400, wrong.message()}};
    if (!parser.is_done()) {
        auto [failed, unused] = co_await http::async_read(stream, buffer, parser, as_result);
        if (failed == http::error::body_limit) co_return Incoming{{}, BadHead{413, "the body is too large"}};
        if (failed) co_return std::nullopt;
    }
    Incoming incoming{parser.release(), std::nullopt};
    if (const auto sound = check_fields(incoming.request); !sound) incoming.bad = sound.error();
    co_return incoming;
}

asio::awaitable<app::Response> handled(app::Server& server, app::Request request) {
    auto begin = [&server](auto handler, app::Request asked) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        server.handle(std::move(asked),
                      [shared](app::Response response) { std::move (*shared)(std::move(response)); });
    };
    co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(app::Response)>(
        begin, asio::use_awaitable, std::move(request));
}

asio::awaitable<bool> send(beast::tcp_stream& stream, const HttpResponse& response) {
    stream.expires_after(request_time);
    auto [error, unused] = co_await http::async_write(stream, response, as_result);
    co_return !error && response.keep_alive();
}

/// Keeps what the reply needs: an answer may be long in coming, and thousands may wait for theirs.
void slim(HttpRequest& request) {
    HttpRequest kept{request.method(), {}, request.version()};
    for (const auto field : {http::field::connection, http::field::accept_encoding,
                             http::field::if_none_match, http::field::range})
        if (const auto value = request[field]; !value.empty()) kept.set(field, value);
    request = std::move(kept);
}

/// True while the connection goes on as plain HTTP.
asio::awaitable<bool> answer(beast::tcp_stream& stream, HttpRequest request, const Served& served,
                             const std::string& client) {
    auto asked = request_of(request, client);
    if (!asked) co_return co_await send(stream, bad_request(asked.error()));
    if (auto file = file_reply(request, asked->path, served.files)) co_return co_await send(stream, *file);
    slim(request);
    const auto response = co_await handled(served.server, std::move(*asked));
    co_return co_await send(stream, reply_of(request, response, served.files));
}

asio::awaitable<void> upgrade(beast::tcp_stream& stream, HttpRequest request, std::string early,
                              const Served& served, const std::string& client) {
    if (const auto sound = check_upgrade(request); !sound) {
        co_await send(stream, bad_request(sound.error()));
        co_return;
    }
    auto asked = request_of(request, client);
    if (!asked || asked->path != live_path) {
        co_await send(stream, bad_request({404, "there is no live connection at this address"}));
        co_return;
    }
    auto acceptance = acceptance_of(request);
    lead(Descriptor{stream.release_socket().release()},
         {std::move(*asked), std::move(request), std::move(acceptance), std::move(early)}, served);
}

std::string remote_of(const asio::ip::tcp::socket& socket) {
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    return error ? std::string{} : endpoint.address().to_string();
}

void say_goodbye(beast::tcp_stream& stream) {
    beast::error_code ignored;
    stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

asio::awaitable<void> converse(asio::ip::tcp::socket socket, const Served& served, std::string said) {
    const auto remote = remote_of(socket);
    beast::tcp_stream stream{std::move(socket)};
    beast::flat_buffer buffer{head_limit + body_limit + read_size};
    buffer.commit(asio::buffer_copy(buffer.prepare(said.size()), asio::buffer(said)));
    said = {};
    bool going_on = true;
    while (going_on) {
        auto incoming = co_await read_request(stream, buffer);
        if (!incoming) co_return;
        if (incoming->bad) {
            co_await send(stream, bad_request(*incoming->bad));
            break;
        }
        const auto client = served.proxies.client_of(remote, incoming->request);
        if (is_upgrade(incoming->request)) {
            co_await upgrade(stream, std::move(incoming->request), beast::buffers_to_string(buffer.data()),
                             served, client);
            co_return;
        }
        if (buffer.size() == 0) buffer.shrink_to_fit();
        going_on = co_await answer(stream, std::move(incoming->request), served, client);
    }
    say_goodbye(stream);
}

} // namespace

asio::ip::tcp::socket socket_of(Descriptor line, asio::io_context& io) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    ::getsockname(line.number(), reinterpret_cast<sockaddr*>(&address), &size);
    asio::ip::tcp::socket socket{io};
    socket.assign(address.ss_family == AF_INET6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4(), line.number());
    static_cast<void>(line.release()); // the socket's now
    return socket;
}

asio::awaitable<void> serve_http(asio::ip::tcp::socket socket, Served served, std::string said) {
    // The one place where whatever a connection throws ends: that connection, and nothing else.
    try {
        co_await converse(std::move(socket), served, std::move(said));
    } catch (const std::exception& error) {
        log::warning("connection_failed", {{"why", error.what()}});
    }
}

asio::awaitable<void> turn_away(asio::ip::tcp::socket socket, HttpResponse answer) {
    try {
        beast::tcp_stream stream{std::move(socket)};
        co_await send(stream, answer);
        say_goodbye(stream);
    } catch (const std::exception& error) {
        log::warning("connection_failed", {{"why", error.what()}});
    }
}

asio::awaitable<void> lead_to(std::unique_ptr<Partner> partner, asio::ip::tcp::socket socket,
                              WebSocketSessions& sessions) {
    try {
        beast::tcp_stream stream{std::move(socket)};
        beast::flat_buffer buffer{head_limit + body_limit + read_size};
        const auto incoming = co_await read_request(stream, buffer);
        if (!incoming) co_return;
        auto bad = incoming->bad;
        if (const auto sound = check_upgrade(incoming->request); !bad && !sound) bad = sound.error();
        if (bad)
            co_await send(stream, bad_request(*bad));
        else
            sessions.begin(Descriptor{stream.release_socket().release()}, std::move(partner),
                           beast::buffers_to_string(buffer.data()), acceptance_of(incoming->request));
    } catch (const std::exception& error) {
        log::warning("connection_failed", {{"why", error.what()}});
    }
}

} // namespace interstate::net
