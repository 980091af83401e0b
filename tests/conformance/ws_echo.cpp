// The product's own transport with an echo behind it, so that suites which test WebSocket servers can be
// pointed at it. It takes binary messages too, and longer ones than the product, because those suites send
// them. Prints the port that it listens on.
#include "net/http_session.hpp"
#include "net/web_socket_session.hpp"
#include "net/web_socket_sessions.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstdio>
#include <cstdlib>

namespace {

namespace asio = boost::asio;
using namespace interstate;
using tcp = asio::ip::tcp;

/// Longer than the longest message of the suites (16 MiB), and as much as may wait to be read.
constexpr std::size_t message_limit = 32UL * 1024 * 1024;

class Echo : public net::Partner {
  public:
    void receive(net::Opcode opcode, std::string_view message) override {
        outbox_.push(live::frame_of(message, static_cast<std::uint8_t>(opcode)));
    }
    void count_frame() override {}
    live::Outbox& outbox() override { return outbox_; }
    [[nodiscard]] net::FrameReader reader() const override { return net::FrameReader{message_limit, true}; }

  private:
    live::Outbox outbox_{4 * message_limit};
};

asio::awaitable<void> accept_all(tcp::acceptor& acceptor, net::WebSocketSessions& sessions) {
    for (;;) {
        auto socket = co_await acceptor.async_accept(asio::use_awaitable);
        asio::co_spawn(acceptor.get_executor(),
                       net::lead_to(std::make_unique<Echo>(), std::move(socket), sessions), asio::detached);
    }
}

} // namespace

int main(int argc, char** argv) {
    const auto port = static_cast<unsigned short>(argc > 1 ? std::atoi(argv[1]) : 0);
    asio::io_context io{1};
    tcp::acceptor acceptor{io, {asio::ip::address_v4::loopback(), port}};
    net::WebSocketSessions sessions{io};
    std::printf("%d\n", static_cast<int>(acceptor.local_endpoint().port()));
    std::fflush(stdout);
    asio::co_spawn(io, accept_all(acceptor, sessions), asio::detached);
    io.run();
}
