// Frames that lie behind one another in one piece: as they go out, and as they are read again.
#include "live/piece.hpp"
#include "support/catch.hpp"

#include <memory>
#include <string>
#include <vector>

using namespace interstate::live;

namespace {

/// Around the sizes at which a head grows (RFC 6455, section 5.2).
constexpr std::size_t sizes[] = {0, 1, 125, 126, 127, 65535, 65536, 100'000};

std::string text_of(std::size_t size) { return std::string(size, static_cast<char>('a' + size % 26)); }

} // namespace

TEST_CASE("a head has the shortest form that holds the size") {
    CHECK(FrameHead{1, 125}.bytes() == "\x81\x7D");
    CHECK(FrameHead{2, 126}.bytes() == std::string_view{"\x82\x7E\x00\x7E", 4});
    CHECK(FrameHead{1, 65535}.bytes() == "\x81\x7E\xFF\xFF");
    CHECK(FrameHead{1, 65536}.bytes() == std::string_view{"\x81\x7F\x00\x00\x00\x00\x00\x01\x00\x00", 10});
}

TEST_CASE("a frame says what was put, whatever is behind it") {
    const auto piece = new_piece();
    std::vector<Frame> frames;
    for (const auto size : sizes) frames.emplace_back(piece, text_of(size));
    for (std::size_t i = 0; i < frames.size(); ++i) {
        CHECK(frames[i].payload() == text_of(sizes[i]));
        CHECK(frames[i].size() == sizes[i]);
    }
}

TEST_CASE("a stretch grows by the frame right behind it, in the same piece, and by no other") {
    const auto piece = new_piece();
    const Frame a{piece, "a"}, b{piece, "b"}, c{piece, "c"};
    Stretch stretch{a};
    CHECK(!stretch.extend(c));
    CHECK(!stretch.extend(a));
    CHECK(stretch.extend(b));
    CHECK(stretch.extend(c));
    CHECK(stretch.bytes() == piece->bytes());
    Stretch elsewhere{a};
    const Frame head_of_another = frame_of("a");
    const Frame same_place_in_another{new_piece("123"), "b"};
    CHECK(!elsewhere.extend(head_of_another));
    CHECK(!elsewhere.extend(same_place_in_another));
    CHECK(elsewhere.size() == 3);
}

TEST_CASE("the frames of a stretch come back one by one as they were put") {
    const auto piece = new_piece();
    Stretch stretch;
    for (const auto size : sizes) {
        const Frame frame{piece, text_of(size)};
        if (stretch.empty())
            stretch = Stretch{frame};
        else
            REQUIRE(stretch.extend(frame));
    }
    for (const auto size : sizes) {
        const auto frame = stretch.take_first();
        CHECK(frame.payload() == text_of(size));
        CHECK(frame.size() == size);
    }
    CHECK(stretch.empty());
}

TEST_CASE("what has gone is no longer of the stretch; the piece keeps it") {
    const auto piece = new_piece("0123456789");
    Stretch stretch{piece};
    stretch.drop_front(4);
    CHECK(stretch.bytes() == "456789");
    stretch.drop_front(6);
    CHECK(stretch.empty());
    CHECK(piece->bytes() == "0123456789");
}

TEST_CASE("a piece is full when it is worth a write, and takes whole frames until then") {
    const auto piece = new_piece();
    const Frame most{piece, text_of(Piece::full_bytes - 11)};
    CHECK(!piece->full());
    const Frame last{piece, text_of(Piece::full_bytes)};
    CHECK(piece->full());
    CHECK(last.payload() == text_of(Piece::full_bytes));
}

TEST_CASE("a piece lives as long as somebody holds it") {
    auto piece = new_piece();
    const auto frame = std::make_unique<Frame>(piece, "a");
    CHECK(piece->holders() == 2);
    auto stretch = Stretch{*frame};
    auto copy = stretch;
    CHECK(piece->holders() == 4);
    const auto moved = std::move(copy);
    CHECK(piece->holders() == 4);
    stretch = Stretch{frame_of("elsewhere")};
    CHECK(piece->holders() == 3);
    stretch = moved;
    CHECK(stretch.take_first().payload() == "a");
    CHECK(piece->holders() == 4);
}
