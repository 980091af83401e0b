// The frames that end no message, found in raw bytes.
#include "net/frame_counter.hpp"
#include "support/catch.hpp"

#include <string>

using namespace interstate::net;
using namespace std::string_literals;

namespace {

/// A masked frame; the payload's own bytes look like heads of pings.
std::string frame(int first, std::size_t size) {
    std::string head{static_cast<char>(first)};
    if (size < 126)
        head += static_cast<char>(0x80 | size);
    else if (size < 65536)
        head += static_cast<char>(0x80 | 126), head += static_cast<char>(size >> 8),
            head += static_cast<char>(size & 255);
    else {
        head += static_cast<char>(0x80 | 127);
        for (int shift = 56; shift >= 0; shift -= 8) head += static_cast<char>((size >> shift) & 255);
    }
    return head + "mask" + std::string(size, static_cast<char>(0x89));
}
constexpr int text = 0x81, begin = 0x01, middle = 0x00, last = 0x80, ping = 0x89, pong = 0x8A;

} // namespace

TEST_CASE("pings, pongs and fragments count; what ends a message does not") {
    const auto all = frame(text, 5) + frame(ping, 0) + frame(begin, 0) + frame(middle, 0) + frame(pong, 125) +
                     frame(middle, 300) + frame(last, 0) + frame(text, 126) + frame(text, 70'000) +
                     frame(ping, 3);
    CHECK(FrameCounter{}.count(all) == 6);
    for (const std::size_t cut : {1, 2, 3, 5, 7, 13, 1536}) {
        FrameCounter counter;
        std::size_t found = 0;
        for (std::size_t at = 0; at < all.size(); at += cut)
            found += counter.count(std::string_view{all}.substr(at, cut));
        CHECK(found == 6);
    }
}

TEST_CASE("a frame that says it is endless counts nothing after it") {
    FrameCounter counter;
    CHECK(counter.count("\x81\xff\xff\xff\xff\xff\xff\xff\xff\xffmask"s) == 0);
    CHECK(counter.count(frame(ping, 0) + frame(ping, 0)) == 0);
}
