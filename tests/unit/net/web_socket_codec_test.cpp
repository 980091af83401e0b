// RFC 6455 as bytes: what a client may send, what ends the connection, and what we send.
#include "net/web_socket_codec.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::net;
using live::CloseCode;

namespace {

struct Shape {
    bool final = true;
    bool masked = true;
    int reserved = 0;
};

/// A frame as a client sends it.
std::string sent(int opcode, std::string_view payload, Shape shape = {}) {
    std::string bytes;
    bytes += static_cast<char>((shape.final ? 0x80 : 0) | shape.reserved << 4 | opcode);
    const int mask_bit = shape.masked ? 0x80 : 0;
    if (payload.size() < 126) {
        bytes += static_cast<char>(mask_bit | static_cast<int>(payload.size()));
    } else {
        bytes += static_cast<char>(mask_bit | 126);
        bytes += static_cast<char>(payload.size() >> 8);
        bytes += static_cast<char>(payload.size());
    }
    const std::string mask = "\x17\x2a\x03\x7f";
    if (shape.masked) bytes += mask;
    for (std::size_t i = 0; i < payload.size(); ++i)
        bytes += static_cast<char>(shape.masked ? payload[i] ^ mask[i & 3] : payload[i]);
    return bytes;
}

struct Heard {
    std::vector<std::pair<Opcode, std::string>> all;
    std::optional<CloseCode> fault;
    bool operator==(const Heard&) const = default;
};

/// What a reader hears when the bytes come in pieces of this size.
Heard heard(std::string bytes, std::size_t piece = 1 << 20, std::size_t limit = 1000) {
    FrameReader reader{limit};
    Heard result;
    for (std::size_t from = 0; from < bytes.size(); from += piece) {
        std::span<char> rest{bytes.data() + from, std::min(piece, bytes.size() - from)};
        for (;;) {
            const auto next = reader.next(rest);
            if (!next) {
                result.fault = next.error();
                return result;
            }
            if (!*next) break;
            result.all.emplace_back((*next)->opcode, (*next)->payload);
        }
    }
    return result;
}

Heard texts(std::initializer_list<std::string> list) {
    Heard result;
    for (const auto& text : list) result.all.emplace_back(Opcode::text, text);
    return result;
}
Heard fault(CloseCode code) { return {{}, code}; }

} // namespace

TEST_CASE("messages are heard in order however the bytes are cut") {
    const auto bytes = sent(1, "one") + sent(1, "") + sent(1, std::string(300, 'x'));
    for (const std::size_t piece : {1, 2, 3, 5, 7, 64, 1000})
        CHECK(heard(bytes, piece) == texts({"one", "", std::string(300, 'x')}));
}

TEST_CASE("a message of fragments is heard once, with what came between") {
    const auto bytes = sent(1, "a\xe2\x82", {.final = false}) + sent(9, "still there?") +
                       sent(0, "", {.final = false}) +
                       sent(0, "\xac"
                               "b");
    for (const std::size_t piece : {1, 4, 1000})
        CHECK(heard(bytes, piece).all ==
              std::vector<std::pair<Opcode, std::string>>{{Opcode::continuation, ""},
                                                          {Opcode::ping, "still there?"},
                                                          {Opcode::continuation, ""},
                                                          {Opcode::text, "a\xe2\x82\xac"
                                                                         "b"}});
}

TEST_CASE("a control frame that comes in pieces holds nothing of the one before") {
    const auto heard_pings = heard(sent(9, "one") + sent(9, "two"), 1).all;
    CHECK(heard_pings ==
          std::vector<std::pair<Opcode, std::string>>{{Opcode::ping, "one"}, {Opcode::ping, "two"}});
}

TEST_CASE("every fragment is told, so that it can be counted") {
    std::string bytes = sent(1, "", {.final = false});
    for (int i = 0; i < 10; ++i) bytes += sent(0, "", {.final = false});
    CHECK(heard(bytes).all.size() == 11);
}

TEST_CASE("a broken frame ends the connection with 1002") {
    CHECK(heard(sent(1, "x", {.masked = false})) == fault(CloseCode::protocol_error)); // 5.1
    for (const int reserved : {1, 2, 4, 7})
        CHECK(heard(sent(1, "x", {.reserved = reserved})) == fault(CloseCode::protocol_error)); // 5.2
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        CHECK(heard(sent(opcode, "x")) == fault(CloseCode::protocol_error));
    for (const int control : {8, 9, 10}) { // 5.5
        CHECK(heard(sent(control, "x", {.final = false})) == fault(CloseCode::protocol_error));
        CHECK(heard(sent(control, std::string(126, 'x'))) == fault(CloseCode::protocol_error));
        CHECK(!heard(sent(control, std::string(125, 'x'))).fault);
    }
    CHECK(heard(sent(0, "x")) == fault(CloseCode::protocol_error)); // 5.4
    CHECK(heard(sent(1, "x", {.final = false}) + sent(1, "y")).fault == CloseCode::protocol_error);
}

TEST_CASE("a length has one form, the shortest, and no sign") {
    using namespace std::string_literals;
    const auto mask = "\0\0\0\0"s;
    CHECK(heard("\x81\xfe\0\x05"s + mask + "hello") == fault(CloseCode::protocol_error));
    CHECK(heard("\x81\xff\0\0\0\0\0\0\xff\xff"s + mask) == fault(CloseCode::protocol_error));
    CHECK(heard("\x81\xff\x80\0\0\0\0\0\0\0"s + mask) == fault(CloseCode::protocol_error));
}

TEST_CASE("binary ends with 1003, and text that is not UTF-8 with 1007") {
    CHECK(heard(sent(2, "")) == fault(CloseCode::not_text));
    for (const std::string bad : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "cut \xe2\x82"})
        CHECK(heard(sent(1, bad)) == fault(CloseCode::not_utf8));
    CHECK(heard(sent(1, "\xe2\x82", {.final = false}) + sent(0, "x")).fault == CloseCode::not_utf8);
}

TEST_CASE("more than the limit ends with 1009 before it is read") {
    using namespace std::string_literals;
    CHECK(heard(sent(1, std::string(1000, 'x'))) == texts({std::string(1000, 'x')}));
    CHECK(heard(sent(1, std::string(1001, 'x')).substr(0, 8)) == fault(CloseCode::too_big));
    CHECK(heard("\x81\xff\0\0\1\0\0\0\0\0mask"s) == fault(CloseCode::too_big));
    const auto halves = sent(1, std::string(600, 'x'), {.final = false}) + sent(0, std::string(600, 'x'));
    CHECK(heard(halves).fault == CloseCode::too_big);
}

TEST_CASE("a message that was heard is forgotten: the next begins anew") {
    const auto two =
        sent(1, "a", {.final = false}) + sent(0, "b") + sent(1, "c", {.final = false}) + sent(0, "d");
    CHECK(heard(two, 3).all.back().second == "cd");
    std::string many;
    for (int i = 0; i < 5; ++i)
        many += sent(1, std::string(500, 'x'), {.final = false}) + sent(0, std::string(500, 'y'));
    CHECK(!heard(many).fault);
}

TEST_CASE("a close frame names a code that may stand there, or none") {
    using namespace std::string_literals;
    CHECK(close_code_of("").value() == std::nullopt);
    CHECK(close_code_of("\x03\xe8"s).value() == 1000);
    CHECK(close_code_of("\x03\xe9going away"s).value() == 1001);
    CHECK(close_code_of("\x0b\xb8"s).value() == 3000);
    CHECK(close_code_of("\x13\x87"s).value() == 4999);
    CHECK(close_code_of("\x03"s).error() == CloseCode::protocol_error);
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535}) {
        const std::string payload{static_cast<char>(code >> 8), static_cast<char>(code & 255)};
        CHECK(close_code_of(payload).error() == CloseCode::protocol_error);
    }
    CHECK(close_code_of("\x03\xe8\xff"s).error() == CloseCode::not_utf8);
}

TEST_CASE("our frames are whole, unmasked, and of the shortest form") {
    using namespace std::string_literals;
    CHECK(frame_bytes(Opcode::text, "hi") == "\x81\x02hi");
    CHECK(FrameHead(Opcode::text, 125).bytes() == "\x81\x7d");
    CHECK(FrameHead(Opcode::text, 126).bytes() == "\x81\x7e\0\x7e"s);
    CHECK(FrameHead(Opcode::text, 65535).bytes() == "\x81\x7e\xff\xff");
    CHECK(FrameHead(Opcode::text, 65536).bytes() == "\x81\x7f\0\0\0\0\0\1\0\0"s);
    CHECK(frame_bytes(Opcode::pong, "") == "\x8a\0"s);
    CHECK(close_frame_bytes(1013) == "\x88\x02\x03\xf5");
}

TEST_CASE("a text that can become UTF-8 no more ends the connection before it is whole") {
    const std::string good = "\xce\xba\xe1\xbd\xb9\xf0\x9f\x98\x80";
    CHECK(!heard(sent(1, good, {.final = false})).fault);
    for (const char* bad : {"\xff", "\xc0", "\xc1\xbf", "\xf5", "\xe0\x80", "\xed\xa0", "\xf0\x8f",
                            "\xf4\x90", "\xe1\xbd\x41", "\x80", "\xf0\x9f\x98\x41"}) {
        CAPTURE(bad);
        for (const std::size_t piece : {1UL, 3UL, 1000UL})
            CHECK(heard(sent(1, good + bad, {.final = false}), piece).fault == CloseCode::not_utf8);
        const auto whole = sent(1, good + bad + std::string(500, 'x'));
        CHECK(heard(whole.substr(0, 30), 1).fault == CloseCode::not_utf8);
    }
}

TEST_CASE("every character may be cut anywhere") {
    for (const char* character :
         {"\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xe0\xbf\xbf", "\xed\x9f\xbf", "\xee\x80\x80",
          "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf0\xbf\xbf\xbf", "\xf4\x80\x80\x80", "\xf4\x8f\xbf\xbf"}) {
        CAPTURE(character);
        const std::string text = std::string{"a"} + character + character + "b";
        for (std::size_t cut = 0; cut <= text.size(); ++cut) {
            const auto all =
                heard(sent(1, text.substr(0, cut), {.final = false}) + sent(0, text.substr(cut)), 1);
            CHECK(!all.fault);
            REQUIRE(!all.all.empty());
            CHECK(all.all.back() == std::pair{Opcode::text, text});
        }
    }
}

TEST_CASE("a reader that takes binary messages does not look for characters in them") {
    FrameReader reader{1000, true};
    auto bytes = sent(2, "\xff\xfe", {.final = false}) + sent(0, "\xed\xa0") + sent(1, "text");
    std::span<char> rest{bytes};
    REQUIRE(reader.next(rest).value()->opcode == Opcode::continuation);
    const auto whole = reader.next(rest).value().value();
    CHECK(whole.opcode == Opcode::binary);
    CHECK(whole.payload == "\xff\xfe\xed\xa0");
    CHECK(reader.next(rest).value()->opcode == Opcode::text);
}
