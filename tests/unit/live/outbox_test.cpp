// What waits for one connection: in order, bounded, and closed rather than endless.
#include "live/follower.hpp"
#include "live/outbox.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::live;

namespace {

std::vector<std::string> taken(Outbox& outbox) {
    std::vector<std::string> all;
    while (const auto frame = outbox.pop()) all.emplace_back(**frame);
    return all;
}
using Frames = std::vector<std::string>;

const Stream series{StreamKind::series, Ulid::from({1}, {1})};
const PersonId ana{Ulid::from({1}, {2})};

} // namespace

TEST_CASE("frames leave in the order they came") {
    Outbox outbox{100};
    outbox.push(std::string{"a"});
    outbox.push(std::string{"b"});
    CHECK(taken(outbox) == Frames{"a", "b"});
    CHECK(!outbox.pop());
}

TEST_CASE("a client that reads too slowly is closed, and what waited is dropped") {
    Outbox outbox{10};
    outbox.push(std::string(6, 'a'));
    outbox.push(std::string(4, 'b')); // exactly full
    CHECK(!outbox.closed());
    outbox.push(std::string{"c"});
    CHECK(outbox.closed());
    CHECK(outbox.closing() == CloseCode::too_slow);
    CHECK(taken(outbox).empty());
    outbox.push(std::string{"d"});
    CHECK(taken(outbox).empty());
}

TEST_CASE("what was taken makes room again") {
    Outbox outbox{10};
    for (int i = 0; i < 100; ++i) {
        outbox.push(std::string(10, 'a'));
        CHECK(taken(outbox).size() == 1);
    }
    CHECK(!outbox.closed());
}

TEST_CASE("a close comes after what was queued, and the first reason counts") {
    Outbox outbox{100};
    outbox.push(std::string{"last words"});
    outbox.close(CloseCode::going_away);
    outbox.close(CloseCode::not_welcome);
    outbox.push(std::string{"too late"});
    CHECK(outbox.closed());
    CHECK(!outbox.closing());
    CHECK(taken(outbox) == Frames{"last words"});
    CHECK(outbox.closing() == CloseCode::going_away);
}

TEST_CASE("whoever writes is told of each frame and of the end") {
    Outbox outbox{2};
    struct Counting : Outlet {
        int times = 0;
        void arrived() override { ++times; }
    } outlet;
    const int& told = outlet.times;
    outbox.on_arrival(&outlet);
    outbox.push(std::string{"a"});
    outbox.push(std::string{"b"});
    CHECK(told == 2);
    outbox.push(std::string{"c"});
    CHECK(outbox.closed());
    CHECK(told == 3);
    outbox.close(CloseCode::going_away);
    CHECK(told == 3);
}

TEST_CASE("frames that lie behind one another are taken together, and others by themselves") {
    Outbox outbox{100};
    const auto piece = new_piece();
    const Frame a{piece, "a"}, b{piece, "bb"};
    outbox.push(a);
    outbox.push(b);
    outbox.push("own");
    const Frame c{piece, "c"};
    outbox.push(c);
    CHECK(outbox.take()->bytes() == "\x81\x01"
                                    "a\x81\x02"
                                    "bb");
    CHECK(outbox.take()->bytes() == "\x81\x03own");
    CHECK(!outbox.empty());
    CHECK(outbox.take()->bytes() == "\x81\x01"
                                    "c");
    CHECK(outbox.empty());
    CHECK(!outbox.take());
}

TEST_CASE("a frame that did not come leaves a gap: what is behind it is taken by itself") {
    Outbox outbox{100};
    const auto piece = new_piece();
    const Frame a{piece, "a"}, b{piece, "b"}, c{piece, "c"};
    outbox.push(a);
    outbox.push(c);
    CHECK(taken(outbox) == Frames{"a", "c"});
    outbox.push(a);
    outbox.push(c);
    CHECK(outbox.take()->size() == 3);
}

TEST_CASE("frames taken one by one and together are the same, and both make room") {
    Outbox outbox{6};
    const auto piece = new_piece();
    const Frame a{piece, "aa"}, b{piece, "bb"};
    for (int i = 0; i < 10; ++i) {
        outbox.push(a);
        outbox.push(b);
        outbox.push("cc"); // exactly full
        CHECK(**outbox.pop() == "aa");
        outbox.push("dd");
        CHECK(outbox.take()->bytes() == "\x81\x02"
                                        "bb");
        CHECK(**outbox.pop() == "cc");
        outbox.push("eeee");
        CHECK(taken(outbox) == Frames{"dd", "eeee"});
    }
    CHECK(!outbox.closed());
    outbox.push("123456");
    outbox.push("7");
    CHECK(outbox.closing() == CloseCode::too_slow);
}

TEST_CASE("a piece is gone when nobody waits for it") {
    // The address of freed memory may come again, so what counts is who holds it.
    Outbox one{100}, two{100};
    auto piece = new_piece();
    one.push(Frame{piece, "a"});
    two.push(Frame{piece, "b"});
    const Piece& held = *piece;
    CHECK(held.holders() == 3);
    piece = {};
    CHECK(held.holders() == 2);
    CHECK(taken(one) == Frames{"a"});
    CHECK(held.holders() == 1);
    CHECK(two.take()->bytes() == "\x81\x01"
                                 "b");
}

TEST_CASE("a past goes out in stretches, and whoever sends it is told when the last has been taken") {
    Outbox outbox{4};
    Frames told;
    const std::string half(Piece::full_bytes / 2, 'x');
    outbox.push_past(1, packed({half, half, "y", half}), [&] { told.push_back("first"); });
    outbox.push_past(2, packed({"z"}), [&] { told.push_back("second"); });
    CHECK(outbox.take()->size() == 2 * (half.size() + 4));
    CHECK(told.empty());
    outbox.push("news");
    CHECK(outbox.take()->bytes() == "\x81\x04news");
    CHECK(outbox.take()->size() == 3 + half.size() + 4);
    CHECK(told == Frames{"first"});
    CHECK(outbox.take()->bytes() == "\x81\x01z");
    CHECK(told == Frames{"first", "second"});
    CHECK(outbox.empty());
}

TEST_CASE("pasts count for nothing, however long they are, and go out while nothing else waits") {
    Outbox outbox{4};
    Frames told;
    outbox.push_past(1, packed({"aaaa", "bbbb"}), [&] { told.push_back("first"); });
    outbox.push_past(2, packed({"cccccccc"}), [&] { told.push_back("second"); });
    CHECK(!outbox.closed());
    CHECK(**outbox.pop() == "aaaa");
    outbox.push(std::string{"news"});
    CHECK(**outbox.pop() == "news");
    CHECK(told.empty());
    CHECK(**outbox.pop() == "bbbb");
    CHECK(told == Frames{"first"});
    CHECK(taken(outbox) == Frames{"cccccccc"});
    CHECK(told == Frames{"first", "second"});
}

TEST_CASE("a past that nobody wants any more is not sent on") {
    Outbox outbox{4};
    bool told = false;
    outbox.push_past(1, packed({"a", "b"}), [&] { told = true; });
    outbox.push_past(2, packed({"c"}), [] {});
    CHECK(**outbox.pop() == "a");
    outbox.forget_past(1);
    CHECK(taken(outbox) == Frames{"c"});
    CHECK(!told);
}

TEST_CASE("a conversation that ends sends nothing more of the past") {
    Outbox outbox{100};
    outbox.push_past(1, packed({"a", "b"}), [] {});
    outbox.push(std::string{"farewell"});
    outbox.close(CloseCode::going_away);
    CHECK(taken(outbox) == Frames{"farewell"});
    CHECK(outbox.closing() == CloseCode::going_away);
    outbox.push_past(2, packed({"c"}), [] {});
    CHECK(taken(outbox).empty());
}

TEST_CASE("news that comes while the past is read waits for it, without gap or double") {
    Outbox outbox{1000};
    Follower follower{series, ana, outbox};
    follower.news(5, frame_of("5"));
    follower.news(6, frame_of("6"));
    follower.news(7, frame_of("7"));
    CHECK(taken(outbox).empty());
    CHECK(!follower.is_live());
    follower.caught_up(6); // the past held 5 and 6
    CHECK(follower.is_live());
    CHECK(taken(outbox) == Frames{"7"});
    follower.news(7, frame_of("7 again"));
    follower.news(8, frame_of("8"));
    CHECK(taken(outbox) == Frames{"8"});
}

TEST_CASE("a past that is newer than all that waited sends nothing twice") {
    Outbox outbox{1000};
    Follower follower{series, ana, outbox};
    follower.news(5, frame_of("5"));
    follower.caught_up(9);
    follower.news(9, frame_of("9"));
    follower.news(10, frame_of("10"));
    CHECK(taken(outbox) == Frames{"10"});
}

TEST_CASE("a past that never comes does not collect news for ever") {
    Outbox outbox{1'000'000};
    Follower follower{series, ana, outbox};
    const auto frame = frame_of("x");
    for (std::size_t i = 1; i <= Follower::pending_limit; ++i)
        follower.news(static_cast<std::int64_t>(i), frame);
    CHECK(!outbox.closed());
    follower.news(Follower::pending_limit + 1, frame);
    CHECK(outbox.closing() == CloseCode::too_slow);
}

TEST_CASE("news that waits for the past is bounded in bytes too") {
    Outbox outbox{10};
    Follower follower{series, ana, outbox};
    follower.news(1, frame_of("1234567890"));
    CHECK(!outbox.closed());
    follower.news(2, frame_of("x"));
    CHECK(outbox.closing() == CloseCode::too_slow);
}
