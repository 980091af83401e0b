#include "net/upgrade.hpp"

#include "net/web_socket_session.hpp"
#include "net/web_socket_sessions.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/websocket/detail/hybi13.hpp>

#include <algorithm>

namespace interstate::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

/// A whole request without a body at the front of the bytes, and how long it is.
struct Whole {
    HttpRequest request;
    std::size_t size;
};

std::optional<Whole> whole_request(std::string_view bytes) {
    constexpr std::string_view end = "\r\n\r\n";
    const auto found = bytes.find(end);
    // Anything else than a GET is not worth a second look.
    if (found == bytes.npos || !bytes.starts_with("GET ")) return std::nullopt;
    const auto size = found + end.size();
    if (!check_raw_head(bytes.substr(0, size))) return std::nullopt;
    http::request_parser<http::string_body> parser;
    parser.eager(true);
    beast::error_code wrong;
    const auto read = parser.put(asio::buffer(bytes.data(), size), wrong);
    if (wrong || !parser.is_done() || read != size) return std::nullopt;
    return Whole{parser.release(), size};
}

/// The line of somebody who waits for the app's answer.
struct Waiting {
    Descriptor line;
    HttpRequest request;
    std::string acceptance, early;
    Served served;
};

void begin(Waiting& waiting, std::shared_ptr<app::Conversation> conversation) {
    auto& server = waiting.served.server;
    waiting.served.sessions.begin(std::move(waiting.line),
                                  std::make_unique<ConversationPartner>(server, std::move(conversation)),
                                  std::move(waiting.early), std::move(waiting.acceptance));
}

void refuse(Waiting& waiting, const app::Response& why) {
    auto& io = waiting.served.io;
    waiting.request.keep_alive(false);
    auto refusal = reply_of(waiting.request, why, waiting.served.files);
    asio::co_spawn(io, turn_away(socket_of(std::move(waiting.line), io), std::move(refusal)), asio::detached);
}

} // namespace

bool is_upgrade(const HttpRequest& request) {
    const auto [begin, end] = request.equal_range(http::field::upgrade);
    return std::any_of(begin, end,
                       [](const auto& field) { return http::token_list{field.value()}.exists("websocket"); });
}

std::string acceptance_of(const HttpRequest& request) {
    beast::websocket::detail::sec_ws_accept_type accept;
    beast::websocket::detail::make_sec_ws_accept(accept, request[http::field::sec_websocket_key]);
    std::string head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                       "Sec-WebSocket-Accept: ";
    return head.append(accept.data(), accept.size()).append("\r\n\r\n");
}

std::optional<Upgrade> upgrade_in(std::string_view bytes, const std::string& remote,
                                  const TrustedProxies& proxies) {
    auto whole = whole_request(bytes);
    if (!whole || !check_fields(whole->request) || !is_upgrade(whole->request) ||
        !check_upgrade(whole->request))
        return std::nullopt;
    auto asked = request_of(whole->request, proxies.client_of(remote, whole->request));
    if (!asked || asked->path != live_path) return std::nullopt;
    auto acceptance = acceptance_of(whole->request);
    return Upgrade{std::move(*asked), std::move(whole->request), std::move(acceptance),
                   std::string{bytes.substr(whole->size)}};
}

void lead(Descriptor line, Upgrade upgrade, const Served& served) {
    auto waiting = std::make_unique<Waiting>(std::move(line), std::move(upgrade.request),
                                             std::move(upgrade.acceptance), std::move(upgrade.early), served);
    served.server.open(std::move(upgrade.asked), [waiting = std::move(waiting)](auto conversation) {
        if (conversation) return begin(*waiting, std::move(*conversation));
        refuse(*waiting, conversation.error());
    });
}

} // namespace interstate::net
