// ULIDs: what is accepted, what order they have.
#include "base/context.hpp"
#include "base/id.hpp"
#include "base/stream.hpp"
#include "support/catch.hpp"

#include <set>

using namespace interstate;

TEST_CASE("a ULID says when it was made, and comes back from its text") {
    const auto id = Ulid::from({1'469'918'176'385}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    CHECK(id.text().substr(0, 10) == "01ARYZ6S41"); // the example of github.com/ulid/spec
    CHECK(id.time() == Instant{1'469'918'176'385});
    CHECK(Ulid::parse(id.text()) == id);
    CHECK(id.str().size() == 26);
}

TEST_CASE("every random bit counts") {
    std::set<Ulid> all;
    for (std::size_t byte = 0; byte < 10; ++byte)
        for (int bit = 0; bit < 8; ++bit) {
            std::array<std::uint8_t, 10> random{};
            random[byte] = static_cast<std::uint8_t>(1 << bit);
            all.insert(Ulid::from({1}, random));
        }
    CHECK(all.size() == 80);
}

TEST_CASE("ids sort by time, then by what is random") {
    CHECK(Ulid::from({1}, {255}) < Ulid::from({2}, {0}));
    CHECK(Ulid::from({31}, {}) < Ulid::from({32}, {}));
    CHECK(Ulid::from({5}, {0, 1}) < Ulid::from({5}, {1, 0}));
}

TEST_CASE("only the one spelling of an id is accepted") {
    const std::string sound = "01ARYZ6S41TSV4RRFFQ69G5FAV";
    REQUIRE(Ulid::parse(sound));
    CHECK(Ulid::parse("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
    for (const std::string& bad :
         {std::string{}, sound.substr(1), sound + "A", std::string{"81ARYZ6S41TSV4RRFFQ69G5FAV"},
          std::string{"01aryz6s41tsv4rrffq69g5fav"}, std::string{"01ARYZ6S41TSV4RRFFQ69G5FAI"},
          std::string{"01ARYZ6S41TSV4RRFFQ69G5FAL"}, std::string{"01ARYZ6S41TSV4RRFFQ69G5FAO"},
          std::string{"01ARYZ6S41TSV4RRFFQ69G5FAU"}, std::string{"01ARYZ6S41TSV4RRFFQ69G5FA "},
          std::string{"01ARYZ6S41TSV4RRFFQ69G5FA\0", 26}, std::string{"01ARYZ6S41TSV4RRFFQ69G5F\xC3\x84"}}) {
        INFO(bad);
        CHECK(!Ulid::parse(bad));
    }
}

TEST_CASE("times outside what 48 bits hold do no harm") {
    CHECK(Ulid::from({-1}, {}).time() == Instant{0});
    CHECK(Ulid::parse(Ulid::from({(1LL << 48) - 1}, {}).text())->time() == Instant{(1LL << 48) - 1});
}

TEST_CASE("one command's ids differ and grow, and the same seed makes the same") {
    IdSource one{{5}, {0, 0, 0, 0, 0, 0, 0, 0, 0, 254}}, again = one;
    const auto a = one.next<struct PostTag>(), b = one.next<struct PostTag>(), c = one.next<struct PostTag>();
    CHECK(a < b);
    CHECK(b < c); // over the carry
    CHECK(again.next<struct PostTag>() == a);
}

TEST_CASE("a stream's name is its kind and its subject") {
    const Stream stream{StreamKind::series, Ulid::from({7}, {7})};
    CHECK(stream.name() == "series/" + stream.subject.str());
    CHECK(Stream::parse(stream.name()) == stream);
    const auto id = stream.subject.str();
    for (const std::string& bad :
         {std::string{}, std::string{"series"}, "series/" + id + "/", "series/" + id + " ", "Series/" + id,
          "/" + id, "nowhere/" + id, "series//" + id, std::string{"series/"}, "series/" + id.substr(1)}) {
        INFO(bad);
        CHECK(!Stream::parse(bad));
    }
}
