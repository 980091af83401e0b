// Live connections over lines of this process: what is written together, what a full line does, who is told
// of the end.
#include "net/web_socket_session.hpp"
#include "net/web_socket_sessions.hpp"
#include "support/catch.hpp"

#include <cerrno>
#include <functional>
#include <sys/socket.h>
#include <unistd.h>

using namespace interstate;
using namespace interstate::net;

namespace {

namespace asio = boost::asio;
using Texts = std::vector<std::string>;

/// What a partner leaves behind: it is destroyed with its connection.
struct Heard {
    Texts messages;
    int frames = 0;
    bool over = false;
    std::optional<live::CloseCode> closed;
    live::Outbox* outbox = nullptr;
};

class Listening : public Partner {
  public:
    explicit Listening(std::shared_ptr<Heard> heard) : shared_{std::move(heard)} { heard_.outbox = &outbox_; }
    ~Listening() override {
        heard_.over = true;
        heard_.closed = outbox_.closed_with();
    }
    void receive(Opcode, std::string_view message) override {
        if (message == "fail") throw std::runtime_error{"as the test wants it"};
        heard_.messages.emplace_back(message);
        if (message == "answer") outbox_.push("yes");
    }
    void count_frame() override { ++heard_.frames; }
    live::Outbox& outbox() override { return outbox_; }
    [[nodiscard]] FrameReader reader() const override { return FrameReader{1000}; }

  private:
    std::shared_ptr<Heard> shared_;
    Heard& heard_ = *shared_;
    live::Outbox outbox_{4UL * 1024 * 1024};
};

/// One line: its other end is ours. With SOCK_SEQPACKET each write of the session arrives by itself.
class Line {
  public:
    Line(WebSocketSessions& sessions, int type, std::string early = {}, const int size = 16 * 1024) {
        int ends[2];
        if (::socketpair(AF_UNIX, type, 0, ends) != 0) FAIL("no line");
        end_ = ends[1];
        // Small where nothing else is said, and the same everywhere, so that a few hundred kilobytes fill it.
        ::setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
        sessions.begin(Descriptor{ends[0]}, std::make_unique<Listening>(shared_), std::move(early));
    }
    ~Line() { hang_up(); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void hang_up() {
        if (end_ >= 0) ::close(std::exchange(end_, -1));
    }
    void say(std::string_view bytes) const {
        CHECK(::send(end_, bytes.data(), bytes.size(), MSG_NOSIGNAL) > 0);
    }
    /// What can be read now, one entry for each read; an empty one at the end of the line.
    [[nodiscard]] Texts read() const {
        Texts all;
        std::string buffer(256UL * 1024, '\0');
        for (;;) {
            const auto size = ::recv(end_, buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (size < 0) return all;
            all.emplace_back(buffer.data(), static_cast<std::size_t>(size));
            if (size == 0) return all;
        }
    }

  private:
    /// Our end may be gone before the connection is.
    std::shared_ptr<Heard> shared_ = std::make_shared<Heard>();
    int end_ = -1;

  public:
    Heard& heard = *shared_;
};

struct House {
    asio::io_context io;
    WebSocketSessions sessions{io};

    void until(const std::function<bool()>& done) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        while (!done()) {
            if (std::chrono::steady_clock::now() > deadline) FAIL("it never came");
            io.restart();
            io.run_one_for(std::chrono::milliseconds{20});
        }
    }
    /// Reads until so many bytes have come; all of it.
    std::string read(const Line& line, std::size_t size) {
        std::string all;
        until([&] {
            for (const auto& part : line.read()) all += part;
            return all.size() >= size;
        });
        return all;
    }
};

std::string framed(std::string_view text) { return frame_bytes(Opcode::text, text); }

/// As a client sends it: masked with zeros.
std::string said(std::string_view text, Opcode opcode = Opcode::text) {
    auto bytes = frame_bytes(opcode, text);
    bytes[1] = static_cast<char>(bytes[1] | 0x80);
    return bytes.insert(2, std::string(4, '\0'));
}

} // namespace

TEST_CASE("what comes into an outbox in one turn leaves in one write, whoever it is shared with") {
    House house;
    Line one{house.sessions, SOCK_SEQPACKET}, two{house.sessions, SOCK_SEQPACKET};
    const auto piece = live::new_piece();
    for (const char* text : {"a", "b", "c"}) {
        const live::Frame frame{piece, text};
        one.heard.outbox->push(frame);
        two.heard.outbox->push(frame);
    }
    two.heard.outbox->push("ack");
    house.io.poll();
    CHECK(one.read() == Texts{framed("a") + framed("b") + framed("c")});
    CHECK(two.read() == Texts{framed("a") + framed("b") + framed("c") + framed("ack")});
    CHECK(piece->holders() == 1);
}

TEST_CASE("a line that is full gets all the rest, in order, once it takes more") {
    House house;
    Line line{house.sessions, SOCK_STREAM};
    std::string expected;
    for (int round = 0; round < 30; ++round) {
        const auto piece = live::new_piece();
        for (char letter = 'a'; letter < 'f'; ++letter) {
            const live::Frame frame{piece, std::string(7000, letter)};
            line.heard.outbox->push(frame);
            if (letter == 'c') line.heard.outbox->push(std::to_string(round));
        }
        for (const char* letters : {"abc", "N", "de"})
            for (const char* letter = letters; *letter; ++letter)
                expected += framed(*letter == 'N' ? std::to_string(round) : std::string(7000, *letter));
        house.io.poll();
    }
    CHECK(!line.heard.outbox->empty());
    CHECK(house.read(line, expected.size()) == expected);
    CHECK(line.heard.outbox->empty());
}

TEST_CASE("who waits for the rest of a shared piece holds it, and lets it go") {
    House house;
    Line full{house.sessions, SOCK_STREAM}, quick{house.sessions, SOCK_STREAM};
    const auto piece = live::new_piece();
    const live::Frame frame{piece, std::string(400'000, 'x')};
    full.heard.outbox->push(frame);
    house.io.poll();
    CHECK(full.heard.outbox->empty()); // taken, but not gone
    CHECK(piece->holders() == 3);
    CHECK(house.read(full, frame.size() + 10).size() == frame.size() + 10);
    CHECK(piece->holders() == 2);
}

TEST_CASE("neither a pong nor a farewell cuts into what the line has taken a part of") {
    House house;
    Line line{house.sessions, SOCK_STREAM};
    const std::string text(400'000, 'x');
    line.heard.outbox->push(text);
    house.io.poll();
    line.say(said("are you there?", Opcode::ping));
    house.until([&] { return line.heard.frames == 1; });
    line.heard.outbox->push("last words");
    line.heard.outbox->close(live::CloseCode::going_away);
    const auto expected = framed(text) + frame_bytes(Opcode::pong, "are you there?") + framed("last words") +
                          close_frame_bytes(1001);
    CHECK(house.read(line, expected.size()) == expected);
    CHECK(!line.heard.over);
    line.say(said(std::string_view{"\x03\xE9", 2}, Opcode::close));
    house.until([&] { return line.read() == Texts{""}; });
    line.hang_up();
    house.until([&] { return line.heard.over; });
}

TEST_CASE("a message that comes byte by byte is heard as it was said, and so is what follows") {
    House house;
    const auto early = said("early");
    Line line{house.sessions, SOCK_STREAM, early.substr(0, 4)};
    line.say(early.substr(4));
    for (const char byte : said("bit by bit") + said("and") + said("then")) {
        line.say({&byte, 1});
        house.io.restart();
        house.io.poll();
    }
    house.until([&] { return line.heard.messages.size() == 4; });
    CHECK(line.heard.messages == Texts{"early", "bit by bit", "and", "then"});
}

TEST_CASE("what ends one connection in a turn ends no other") {
    House house;
    Line gone{house.sessions, SOCK_STREAM}, failing{house.sessions, SOCK_STREAM};
    Line one{house.sessions, SOCK_STREAM}, two{house.sessions, SOCK_STREAM};
    gone.hang_up();
    failing.say(said("fail"));
    one.say(said("hello"));
    const auto piece = live::new_piece();
    const live::Frame frame{piece, "news"};
    for (auto* line : {&gone, &one, &failing, &two})
        if (!line->heard.over) line->heard.outbox->push(frame);
    house.until([&] { return gone.heard.over && failing.heard.over && !one.heard.messages.empty(); });
    CHECK(house.read(one, framed("news").size()) == framed("news"));
    CHECK(house.read(two, framed("news").size()) == framed("news"));
    CHECK(!one.heard.over);
    CHECK(!two.heard.over);
    CHECK(piece->holders() == 2);
}

TEST_CASE("after the last connection has gone, the next one is served") {
    House house;
    for (int round = 0; round < 3; ++round) {
        Line line{house.sessions, SOCK_STREAM};
        line.say(said("hello"));
        house.until([&] { return line.heard.messages == Texts{"hello"}; });
        line.hang_up();
        house.until([&] { return line.heard.over; });
    }
}

TEST_CASE("of many connections, whichever ends is the one that is over, in any order") {
    House house;
    std::vector<std::unique_ptr<Line>> lines;
    for (int i = 0; i < 5; ++i) lines.push_back(std::make_unique<Line>(house.sessions, SOCK_STREAM));
    for (const std::size_t next : {1U, 4U, 0U, 2U}) {
        lines[next]->hang_up();
        house.until([&] { return lines[next]->heard.over; });
        for (const auto& line : lines)
            if (!line->heard.over) line->heard.outbox->push("still here");
    }
    const auto four =
        framed("still here") + framed("still here") + framed("still here") + framed("still here");
    CHECK(house.read(*lines[3], four.size()) == four);
    CHECK(!lines[3]->heard.over);
    house.sessions.end_overdue(std::chrono::steady_clock::now() + std::chrono::seconds{61});
    CHECK(lines[3]->heard.over);
}

TEST_CASE("who ends while something is to be written for it is written to no more") {
    House house;
    Line line{house.sessions, SOCK_STREAM}, other{house.sessions, SOCK_STREAM};
    line.say(said("answer") + said("fail"));
    house.until([&] { return line.heard.over; });
    house.io.restart();
    house.io.poll();
    CHECK(line.heard.messages == Texts{"answer"});
    CHECK(line.read() == Texts{""});
    other.say(said("answer"));
    CHECK(house.read(other, framed("yes").size()) == framed("yes"));
}

TEST_CASE("what comes on one line costs no more where there are many") {
    House house;
    std::vector<std::unique_ptr<Line>> lines;
    const auto handlers_for_a_message = [&] {
        lines.push_back(std::make_unique<Line>(house.sessions, SOCK_STREAM));
        house.io.restart();
        house.io.poll();
        lines.back()->say(said("hello"));
        std::size_t handlers = 0;
        house.until([&] {
            handlers += house.io.poll_one();
            return !lines.back()->heard.messages.empty();
        });
        return handlers + house.io.poll();
    };
    const auto alone = handlers_for_a_message();
    for (int i = 0; i < 10; ++i) CHECK(handlers_for_a_message() == alone);
}

TEST_CASE("who is silent for a minute is not there; who says anything is") {
    House house;
    Line silent{house.sessions, SOCK_STREAM}, other{house.sessions, SOCK_STREAM};
    const auto began = std::chrono::steady_clock::now();
    house.sessions.end_overdue(began + std::chrono::seconds{59});
    CHECK(!silent.heard.over);
    const auto later = std::chrono::steady_clock::now();
    other.say(said("", Opcode::pong));
    house.until([&] { return other.heard.frames == 1; });
    house.sessions.end_overdue(later + std::chrono::seconds{60});
    CHECK(silent.heard.over);
    CHECK(!other.heard.over);
    house.sessions.end_overdue(std::chrono::steady_clock::now() + std::chrono::seconds{61});
    CHECK(other.heard.over);
}

TEST_CASE("who takes nothing for half a minute is ended as too slow") {
    House house;
    Line line{house.sessions, SOCK_STREAM};
    line.heard.outbox->push(std::string(400'000, 'x'));
    house.io.poll();
    const auto stuck = std::chrono::steady_clock::now();
    house.sessions.end_overdue(stuck + std::chrono::seconds{29});
    CHECK(!line.heard.over);
    house.sessions.end_overdue(stuck + std::chrono::seconds{31});
    CHECK(line.heard.over);
    CHECK(line.heard.closed == live::CloseCode::too_slow);
}

TEST_CASE("who takes some of it all the time stays, however long it is") {
    House house;
    Line line{house.sessions, SOCK_STREAM};
    const std::string text(400'000, 'x');
    line.heard.outbox->push(text);
    house.io.poll();
    const auto before_more = std::chrono::steady_clock::now();
    auto taken = house.read(line, 1);
    taken += house.read(line, 1); // the session has put in more since
    house.sessions.end_overdue(before_more + std::chrono::seconds{30});
    CHECK(!line.heard.over);
    CHECK(taken + house.read(line, framed(text).size() - taken.size()) == framed(text));
}

TEST_CASE("a long answer goes out in turns, whole in the end") {
    House house;
    Line line{house.sessions, SOCK_STREAM, {}, 1024 * 1024};
    const std::string text(150'000, 'x');
    line.heard.outbox->push(text);
    house.io.poll_one();
    const auto first = line.read();
    std::string taken;
    for (const auto& part : first) taken += part;
    CHECK(taken.size() == 128 * 1024);
    CHECK(taken + house.read(line, framed(text).size() - taken.size()) == framed(text));
}

TEST_CASE("who does not answer our farewell is left") {
    House house;
    Line line{house.sessions, SOCK_STREAM};
    line.heard.outbox->close(live::CloseCode::going_away);
    CHECK(house.read(line, 4) == close_frame_bytes(1001));
    const auto left = std::chrono::steady_clock::now();
    house.sessions.end_overdue(left + std::chrono::seconds{14});
    CHECK(!line.heard.over);
    house.sessions.end_overdue(left + std::chrono::seconds{16});
    CHECK(line.heard.over);
    CHECK(line.heard.closed == live::CloseCode::going_away);
}

TEST_CASE("connections that are left when everything ends are ended with it") {
    auto house = std::make_unique<House>();
    Line line{house->sessions, SOCK_STREAM};
    house.reset();
    CHECK(line.heard.over);
    CHECK(line.read() == Texts{""});
}
