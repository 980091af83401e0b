// Writers that each wait for their acknowledgement, and followers who read everything: prints what came of it
// as one JSON line.
//   ack_load PORT TOKEN STREAM THREAD WRITERS FOLLOWERS SECONDS SERVER_PID
#include "base/id.hpp"
#include "base/secret.hpp"
#include "bench/web_socket_wire.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Connection {
    int fd = -1;
    bool writes = false;
    enum { handshake, greeting, following, ready } stage = handshake;
    std::string in;
    std::string awaited;
    Clock::time_point sent;
};

std::map<int, Connection> connections;
int poll_fd;
std::string token, stream_name, thread_id, text;
bool measuring = false, going = false;
std::vector<double> ack_ms;
long deliveries = 0, refusals = 0;
std::size_t ready_count = 0;

[[noreturn]] void die(const char* what) {
    std::fprintf(stderr, "ack_load: %s\n", what);
    std::exit(1);
}

void send_all(const Connection& c, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(c.fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) die("the server went away");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void open_one(int port, bool writes) {
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0), one = 1;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK); // never anywhere else
    if (::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) die("cannot connect");
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    auto& c = connections[fd];
    c.fd = fd;
    c.writes = writes;
    send_all(c, "GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
                    "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
                    "AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
                    "Authorization: Bearer " +
                    token + "\r\n\r\n");
    epoll_event e{EPOLLIN, {.fd = fd}};
    epoll_ctl(poll_fd, EPOLL_CTL_ADD, fd, &e);
}

void post(Connection& c) {
    c.awaited = interstate::Ulid::from(interstate::wall_clock(), interstate::random_bytes()).str();
    c.sent = Clock::now();
    send_all(c, bench::text_frame(R"({"t":"command","id":")" + c.awaited +
                                      R"(","name":"add_post","body":{"thread":")" + thread_id +
                                      R"(","text":")" + text + R"("}})",
                                  true));
}

void handle(Connection& c, const std::string& payload) {
    if (c.stage == Connection::greeting) {
        c.stage = c.writes ? Connection::ready : Connection::following;
        if (c.writes)
            ++ready_count;
        else
            send_all(c, bench::text_frame(R"({"t":"follow","stream":")" + stream_name + R"("})", true));
    } else if (payload.starts_with(R"({"t":"live")")) {
        c.stage = Connection::ready;
        ++ready_count;
    } else if (payload.starts_with(R"({"t":"event")")) {
        deliveries += measuring ? 1 : 0;
    } else if (payload.starts_with(R"({"t":"ack")") && payload.find(c.awaited) != payload.npos) {
        if (measuring)
            ack_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - c.sent).count());
        if (going) post(c);
    } else if (payload.starts_with(R"({"t":"refusal")")) {
        if (++refusals < 3) std::fprintf(stderr, "%s\n", payload.c_str());
        if (going) post(c);
    }
}

void read_from(Connection& c) {
    char buffer[1 << 16];
    const auto size = ::recv(c.fd, buffer, sizeof buffer, MSG_DONTWAIT);
    if (size <= 0) die("a connection was closed");
    c.in.append(buffer, static_cast<std::size_t>(size));
    if (c.stage == Connection::handshake) {
        const auto end = c.in.find("\r\n\r\n");
        if (end == c.in.npos) return;
        if (!c.in.starts_with("HTTP/1.1 101")) die(c.in.substr(0, 300).c_str());
        c.in.erase(0, end + 4);
        c.stage = Connection::greeting;
    }
    std::size_t used = 0;
    while (const auto message = bench::take_frame(std::string_view{c.in}.substr(used))) {
        used += message->size;
        if (message->opcode == 1) handle(c, message->payload);
    }
    c.in.erase(0, used);
}

void run_until(Clock::time_point end, bool (*enough)() = [] { return false; }) {
    epoll_event ready[256];
    while (Clock::now() < end && !enough()) {
        const int count = epoll_wait(poll_fd, ready, 256, 20);
        for (int i = 0; i < count; ++i) read_from(connections[ready[i].data.fd]);
    }
}

/// Seconds on a processor, all threads (schedstat).
double cpu_of(const std::string& pid) {
    double total = 0;
    if (auto* pipe = ::popen(("cat /proc/" + pid + "/task/*/schedstat 2>/dev/null").c_str(), "r")) {
        double ns = 0;
        while (std::fscanf(pipe, "%lf %*s %*s", &ns) == 1) total += ns / 1e9;
        ::pclose(pipe);
    }
    return total;
}

double quantile(double q) {
    return ack_ms.empty() ? 0 : ack_ms[static_cast<std::size_t>(q * static_cast<double>(ack_ms.size() - 1))];
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 9) die("PORT TOKEN STREAM THREAD WRITERS FOLLOWERS SECONDS SERVER_PID");
    token = argv[2];
    stream_name = argv[3];
    thread_id = argv[4];
    text.assign(200, 'x');
    const int writers = std::atoi(argv[5]), followers = std::atoi(argv[6]);
    const std::chrono::duration<double> length{std::atof(argv[7])};
    poll_fd = epoll_create1(0);
    for (int i = 0; i < writers + followers; ++i) open_one(std::atoi(argv[1]), i < writers);
    static std::size_t wanted = connections.size();
    run_until(Clock::now() + std::chrono::seconds{30}, [] { return ready_count == wanted; });
    if (ready_count != wanted) die("not everybody was let in");
    going = true;
    for (auto& [fd, c] : connections)
        if (c.writes) post(c);
    run_until(Clock::now() + std::chrono::milliseconds{500}); // warm
    measuring = true;
    const double cpu = cpu_of(argv[8]);
    const auto begin = Clock::now();
    run_until(begin + std::chrono::duration_cast<Clock::duration>(length));
    measuring = going = false;
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    const double used = cpu_of(argv[8]) - cpu;
    std::sort(ack_ms.begin(), ack_ms.end());
    std::printf(
        R"({"acks_per_s":%.1f,"deliveries_per_s":%.1f,"ack_p50_ms":%.3f,"ack_p99_ms":%.3f,"server_cpu":%.3f,"refusals":%ld})"
        "\n",
        static_cast<double>(ack_ms.size()) / seconds, static_cast<double>(deliveries) / seconds,
        quantile(0.5), quantile(0.99), used / seconds, refusals);
}
