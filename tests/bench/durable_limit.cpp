// The durable limit: a bare server that writes the very rows of a post in group commits, fans the event out,
// and only then acknowledges. No sign-in, no rights, no rules, no rendering, no JSON parser: what the disk,
// SQLite and the kernel allow, and nothing else.
//   durable_limit PORT DATABASE THREAD STREAM
// The database is a copy of a real one, so that the rows land in the same tables with the same indexes.
#include "bench/web_socket_wire.hpp"

#include <arpa/inet.h>
#include <boost/beast/websocket/detail/hybi13.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <netinet/tcp.h>
#include <sqlite3.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr std::size_t group_limit = 256;

struct Connection {
    int fd = -1;
    bool open = false;
    bool follows = false;
    std::string in, out;
};
struct Post {
    int fd;
    std::string id, text;
};

std::map<int, Connection> connections;
std::vector<Post> waiting;
int poll_fd;
sqlite3* db;
std::string thread_id, stream_name, author;
std::map<std::string, sqlite3_stmt*> prepared;

[[noreturn]] void die(const char* what) {
    std::fprintf(stderr, "durable_limit: %s: %s\n", what, db ? sqlite3_errmsg(db) : "");
    std::exit(1);
}

sqlite3_stmt* statement(const char* sql) {
    auto& found = prepared[sql];
    if (!found && sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &found, nullptr) != SQLITE_OK)
        die(sql);
    return found;
}

void bind_value(sqlite3_stmt* s, int i, const std::string& value) {
    sqlite3_bind_text(s, i, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
}
void bind_value(sqlite3_stmt* s, int i, std::int64_t value) { sqlite3_bind_int64(s, i, value); }

template <class... Args>
std::int64_t run(const char* sql, const Args&... args) {
    auto* s = statement(sql);
    int index = 0;
    (bind_value(s, ++index, args), ...);
    const int result = sqlite3_step(s);
    if (result != SQLITE_ROW && result != SQLITE_DONE) die(sql);
    const std::int64_t value = result == SQLITE_ROW ? sqlite3_column_int64(s, 0) : 0;
    sqlite3_reset(s);
    return value;
}

void send_to(Connection& c, std::string_view bytes) {
    if (c.out.empty()) {
        const auto sent = ::send(c.fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent == static_cast<ssize_t>(bytes.size())) return;
        if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
        epoll_event e{EPOLLIN | EPOLLOUT, {.fd = c.fd}};
        epoll_ctl(poll_fd, EPOLL_CTL_MOD, c.fd, &e);
    }
    c.out.append(bytes);
}

std::string member(std::string_view json, std::string_view name) {
    const auto mark = "\"" + std::string{name} + "\":\"";
    const auto from = json.find(mark);
    if (from == json.npos) return {};
    const auto start = from + mark.size();
    return std::string{json.substr(start, json.find('"', start) - start)};
}

std::int64_t now_ms() {
    timespec t{};
    clock_gettime(CLOCK_REALTIME, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1'000'000;
}

/// The rows of one post: stream head, journal, receipt, post, thread head.
std::string write_rows(const Post& post, std::int64_t now) {
    const auto seq = run("INSERT INTO streams (name, head, floor) VALUES (?, 1, 0) ON CONFLICT (name) DO "
                         "UPDATE SET head = head + 1 RETURNING head",
                         stream_name);
    const auto number = run("UPDATE threads SET last_number = last_number + 1, last_at = ?, last_by = ?, "
                            "posts = posts + 1 WHERE id = ? RETURNING last_number",
                            now, author, thread_id);
    const auto html = "<p>" + post.text + "</p>\n";
    run("INSERT INTO posts (id, thread, number, author, at, reply_to, text, html, renderer, edited_at, "
        "revision, removed, removed_by)"
        " VALUES (?, ?, ?, ?, ?, NULL, ?, ?, 1, NULL, 1, 0, NULL)",
        post.id, thread_id, number, author, now, post.text, html);
    const auto event = R"({"t":"event","stream":")" + stream_name + R"(","seq":)" + std::to_string(seq) +
                       R"(,"at":)" + std::to_string(now) + R"(,"name":"post_added","actor":")" + author +
                       R"(","command":")" + post.id + R"(","puts":[{"kind":"post","id":")" + post.id +
                       R"(","record":{"id":")" + post.id + R"(","thread":")" + thread_id + R"(","number":)" +
                       std::to_string(number) + R"(,"author":")" + author + R"(","at":)" +
                       std::to_string(now) + R"(,"text":")" + post.text + R"(","html":")" + post.text +
                       R"(","revision":1,"removed":false}}]})";
    run("INSERT INTO journal (stream, seq, at, actor, command, name, payload) VALUES (?, ?, ?, ?, ?, "
        "'post_added', ?)",
        stream_name, seq, now, author, post.id, event);
    const auto ack = R"({"t":"ack","id":")" + post.id + R"(","positions":{")" + stream_name + R"(":)" +
                     std::to_string(seq) + "}}";
    run("INSERT INTO receipts (person, command, at, digest, outcome) VALUES (?, ?, ?, ?, ?)", author, post.id,
        now, post.id, ack);
    return event;
}

void commit() {
    if (waiting.empty()) return;
    run("BEGIN IMMEDIATE");
    std::string news;
    const auto now = now_ms();
    for (const auto& post : waiting) news += bench::text_frame(write_rows(post, now), false);
    run("COMMIT");
    for (auto& [fd, c] : connections)
        if (c.follows) send_to(c, news);
    for (const auto& post : waiting)
        if (const auto found = connections.find(post.fd); found != connections.end())
            send_to(found->second, bench::text_frame(R"({"t":"ack","id":")" + post.id + R"("})", false));
    waiting.clear();
}

void handle(Connection& c, const std::string& payload) {
    const auto type = member(payload, "t");
    if (type == "follow") {
        c.follows = true;
        send_to(c, bench::text_frame(R"({"t":"live"})", false));
    } else if (type == "command") {
        waiting.push_back({c.fd, member(payload, "id"), member(payload, "text")});
        if (waiting.size() >= group_limit) commit();
    }
}

void upgrade(Connection& c) {
    const auto mark = c.in.find("Sec-WebSocket-Key: ");
    if (c.in.find("\r\n\r\n") == c.in.npos || mark == c.in.npos) return;
    boost::beast::websocket::detail::sec_ws_accept_type accept;
    boost::beast::websocket::detail::make_sec_ws_accept(accept, {c.in.data() + mark + 19, 24});
    send_to(c, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
               "Upgrade\r\nSec-WebSocket-Accept: " +
                   std::string{accept.data(), accept.size()} + "\r\n\r\n" +
                   bench::text_frame(R"({"t":"greeting"})", false));
    c.in.clear();
    c.open = true;
}

void drop(int fd) {
    ::close(fd);
    connections.erase(fd);
}

void read_from(Connection& c) {
    char buffer[1 << 16];
    const auto size = ::recv(c.fd, buffer, sizeof buffer, MSG_DONTWAIT);
    if (size < 0 && errno == EAGAIN) return;
    if (size <= 0) return drop(c.fd);
    c.in.append(buffer, static_cast<std::size_t>(size));
    if (!c.open) return upgrade(c);
    std::size_t used = 0;
    while (const auto message = bench::take_frame(std::string_view{c.in}.substr(used))) {
        used += message->size;
        if (message->opcode == 8) return drop(c.fd);
        if (message->opcode == 1) handle(c, message->payload);
    }
    c.in.erase(0, used);
}

void write_rest(Connection& c) {
    const auto sent = ::send(c.fd, c.out.data(), c.out.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) c.out.erase(0, static_cast<std::size_t>(sent));
    if (!c.out.empty()) return;
    epoll_event e{EPOLLIN, {.fd = c.fd}};
    epoll_ctl(poll_fd, EPOLL_CTL_MOD, c.fd, &e);
}

void open_database(const char* path) {
    if (sqlite3_open(path, &db) != SQLITE_OK) die(path);
    sqlite3_exec(db,
                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA "
                 "secure_delete = FAST",
                 nullptr, nullptr, nullptr);
    auto* s = statement("SELECT started_by FROM threads WHERE id = ?");
    bind_value(s, 1, thread_id);
    if (sqlite3_step(s) != SQLITE_ROW) die("no such thread");
    author = reinterpret_cast<const char*>(sqlite3_column_text(s, 0));
    sqlite3_reset(s);
}

int listen_on(int port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 || ::listen(fd, 4096) != 0)
        die("cannot listen");
    return fd;
}

void accept_all(int listener) {
    const int one = 1;
    for (int fd; (fd = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        connections[fd].fd = fd;
        epoll_event e{EPOLLIN, {.fd = fd}};
        epoll_ctl(poll_fd, EPOLL_CTL_ADD, fd, &e);
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 5) return std::fprintf(stderr, "durable_limit PORT DATABASE THREAD STREAM\n"), 2;
    std::signal(SIGPIPE, SIG_IGN);
    thread_id = argv[3];
    stream_name = argv[4];
    open_database(argv[2]);
    const int listener = listen_on(std::atoi(argv[1]));
    poll_fd = epoll_create1(0);
    epoll_event e{EPOLLIN, {.fd = listener}};
    epoll_ctl(poll_fd, EPOLL_CTL_ADD, listener, &e);
    for (epoll_event ready[256];;) {
        const int count = epoll_wait(poll_fd, ready, 256, -1);
        for (int i = 0; i < count; ++i) {
            if (ready[i].data.fd == listener) {
                accept_all(listener);
                continue;
            }
            const auto found = connections.find(ready[i].data.fd);
            if (found == connections.end()) continue;
            if ((ready[i].events & EPOLLOUT) != 0) write_rest(found->second);
            if ((ready[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) read_from(found->second);
        }
        commit();
    }
}
