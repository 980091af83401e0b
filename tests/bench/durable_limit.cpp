// The durable limit: what disk, SQLite and kernel allow a server that writes the rows of a post in group
// commits, sends the event to everybody in the room with one send() a member and batch, and only then
// acknowledges. One thread, epoll; no sign-in, no rights, no rules, no rendering, no JSON: the frame comes
// ready from the sender and goes out as it came.
//   durable_limit PORT DATABASE
// The words: "S<room>" -> "OK"; "P<room, 4 digits> <author, 26> <command, 26> <frame>" -> the frame to the
// room, then the ack.
#include "durable_rows.hpp"

#include <arpa/inet.h>
#include <boost/beast/websocket/detail/hybi13.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr std::size_t group_limit = 256; // as WriterLimits::batch
constexpr std::size_t most_connections = 32'768;
constexpr std::size_t most_rooms = 4096;
constexpr std::size_t id_length = 26;

struct Connection {
    bool here = false;
    bool open = false;
    int room = -1;
    std::size_t place = 0;
    std::string in, out;
};
struct Room {
    std::vector<int> members;
    std::string news;
};
struct Waiting {
    int from;
    std::string message;
};

std::vector<Connection> connections(most_connections);
std::vector<Room> rooms(most_rooms);
std::vector<std::size_t> rooms_with_news;
std::vector<Waiting> waiting;
std::vector<std::string> acks;
int poll_fd;

void watch(int fd, std::uint32_t events, int how) {
    epoll_event event{events, {.fd = fd}};
    epoll_ctl(poll_fd, how, fd, &event);
}

void send_to(int fd, std::string_view bytes) {
    auto& c = connections[static_cast<std::size_t>(fd)];
    if (c.out.empty()) {
        const auto sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent == static_cast<ssize_t>(bytes.size())) return;
        if (sent < 0 && errno != EAGAIN) return;
        if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
        watch(fd, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
    }
    c.out.append(bytes);
}

void append_frame(std::string& out, std::string_view payload) {
    out += '\x81';
    if (payload.size() < 126) {
        out += static_cast<char>(payload.size());
    } else {
        out += '\x7e';
        out += static_cast<char>(payload.size() >> 8);
        out += static_cast<char>(payload.size());
    }
    out.append(payload);
}

bench::Post post_of(std::string_view message) {
    constexpr std::size_t author = 6, command = author + id_length + 1, frame = command + id_length + 1;
    return {.author = message.substr(author, id_length),
            .command = message.substr(command, id_length),
            .frame = message.substr(frame),
            .room = static_cast<std::size_t>(std::atoi(message.data() + 1))};
}

void commit(bench::DurableRows& rows) {
    if (waiting.empty()) return;
    rows.begin();
    acks.clear();
    for (const auto& one : waiting) acks.push_back(rows.write(post_of(one.message)));
    rows.commit();
    for (const auto& one : waiting) {
        const auto post = post_of(one.message);
        auto& room = rooms[post.room];
        if (room.news.empty()) rooms_with_news.push_back(post.room);
        append_frame(room.news, post.frame);
    }
    for (const auto room : rooms_with_news) {
        for (const int member : rooms[room].members) send_to(member, rooms[room].news);
        rooms[room].news.clear();
    }
    rooms_with_news.clear();
    std::string frame;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        frame.clear();
        append_frame(frame, acks[i]);
        if (connections[static_cast<std::size_t>(waiting[i].from)].here) send_to(waiting[i].from, frame);
    }
    waiting.clear();
}

void join(int fd, int number) {
    auto& c = connections[static_cast<std::size_t>(fd)];
    auto& members = rooms.at(static_cast<std::size_t>(number)).members;
    c.room = number;
    c.place = members.size();
    members.push_back(fd);
}

void handle(int fd, std::string&& message, bench::DurableRows& rows) {
    if (message.starts_with('S')) {
        join(fd, std::atoi(message.c_str() + 1));
        send_to(fd, std::string_view{"\x81\x02OK"});
    } else if (message.starts_with('P')) {
        waiting.push_back({fd, std::move(message)});
        if (waiting.size() >= group_limit) commit(rows);
    }
}

void drop(int fd) {
    auto& c = connections[static_cast<std::size_t>(fd)];
    if (c.room >= 0) {
        auto& members = rooms[static_cast<std::size_t>(c.room)].members;
        members[c.place] = members.back();
        connections[static_cast<std::size_t>(members.back())].place = c.place;
        members.pop_back();
    }
    ::close(fd);
    c = {};
}

void upgrade(int fd) {
    auto& c = connections[static_cast<std::size_t>(fd)];
    constexpr std::string_view header = "Sec-WebSocket-Key: ";
    constexpr std::size_t key_length = 24;
    const auto mark = c.in.find(header);
    if (!c.in.ends_with("\r\n\r\n") || mark == c.in.npos) return;
    boost::beast::websocket::detail::sec_ws_accept_type accept;
    boost::beast::websocket::detail::make_sec_ws_accept(accept,
                                                        {c.in.data() + mark + header.size(), key_length});
    c.in = {};
    c.open = true;
    send_to(fd, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Accept: " +
                    std::string{accept.data(), accept.size()} + "\r\n\r\n");
}

/// Takes the first whole message out of what came. Gives how many bytes it took: 0 while it is incomplete.
std::size_t take_message(std::string_view bytes, int& opcode, std::string& message) {
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    if (bytes.size() < 6) return 0;
    std::size_t length = at(1) & 127, head = 6;
    if (length == 126) {
        if (bytes.size() < 8) return 0;
        length = std::size_t{at(2)} << 8 | at(3);
        head = 8;
    }
    if (bytes.size() < head + length) return 0;
    opcode = at(0) & 15;
    message.assign(bytes.substr(head, length));
    for (std::size_t i = 0; i < length; ++i)
        message[i] = static_cast<char>(message[i] ^ bytes[head - 4 + (i & 3)]);
    return head + length;
}

void read_from(int fd, bench::DurableRows& rows) {
    static char buffer[1 << 18];
    auto& c = connections[static_cast<std::size_t>(fd)];
    const auto size = ::recv(fd, buffer, sizeof buffer, MSG_DONTWAIT);
    if (size < 0 && errno == EAGAIN) return;
    if (size <= 0) return drop(fd);
    std::string_view bytes{buffer, static_cast<std::size_t>(size)};
    std::string before;
    if (!c.open || !c.in.empty()) {
        c.in.append(bytes);
        if (!c.open) return upgrade(fd);
        before.swap(c.in);
        bytes = before;
    }
    int opcode = 0;
    std::string message;
    while (const auto taken = take_message(bytes, opcode, message)) {
        bytes.remove_prefix(taken);
        if (opcode == 8) return drop(fd);
        if (opcode == 1) handle(fd, std::move(message), rows);
    }
    if (!bytes.empty()) c.in.assign(bytes);
}

void write_rest(int fd) {
    auto& c = connections[static_cast<std::size_t>(fd)];
    const auto sent = ::send(fd, c.out.data(), c.out.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) c.out.erase(0, static_cast<std::size_t>(sent));
    if (!c.out.empty()) return;
    c.out = {};
    watch(fd, EPOLLIN, EPOLL_CTL_MOD);
}

int listen_on(int port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 && ::listen(fd, 4096) == 0)
        return fd;
    std::perror("durable_limit: cannot listen");
    std::exit(1);
}

void accept_all(int listener) {
    const int one = 1;
    for (int fd; (fd = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
        if (static_cast<std::size_t>(fd) >= connections.size()) {
            ::close(fd);
            continue;
        }
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        connections[static_cast<std::size_t>(fd)].here = true;
        watch(fd, EPOLLIN, EPOLL_CTL_ADD);
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return std::fprintf(stderr, "durable_limit PORT DATABASE\n"), 2;
    std::signal(SIGPIPE, SIG_IGN);
    bench::DurableRows rows{argv[2]};
    const int listener = listen_on(std::atoi(argv[1]));
    poll_fd = epoll_create1(0);
    watch(listener, EPOLLIN, EPOLL_CTL_ADD);
    for (epoll_event ready[1024];;) {
        const int count = epoll_wait(poll_fd, ready, 1024, -1);
        for (int i = 0; i < count; ++i) {
            const int fd = ready[i].data.fd;
            if (fd == listener) {
                accept_all(listener);
                continue;
            }
            const auto& c = connections[static_cast<std::size_t>(fd)];
            if (c.here && (ready[i].events & EPOLLOUT) != 0) write_rest(fd);
            if (c.here && (ready[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) read_from(fd, rows);
        }
        commit(rows);
    }
}
