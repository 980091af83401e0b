#pragma once
// A live connection: one reader, one writer, bounds on everything.
#include "app/conversation.hpp"
#include "net/request_head.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>

namespace interstate::net {

/// Accepts the upgrade and carries frames both ways until either side ends it.
boost::asio::awaitable<void> serve_web_socket(boost::beast::tcp_stream stream, HttpRequest request,
                                              std::shared_ptr<app::Conversation> conversation);

} // namespace interstate::net
