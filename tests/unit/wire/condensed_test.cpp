// What was missed, said with fewer words: the same in the end, and nothing lacks in between.
#include "wire/condensed.hpp"

#include "support/catch.hpp"
#include "wire/frames.hpp"

#include <map>
#include <random>
#include <set>

using namespace interstate;
using namespace interstate::wire;
using std::string;

namespace {

Ulid id(std::uint8_t number) { return Ulid::from({number}, {number}); }
const Stream series{StreamKind::series, id(1)};

RecordText record(const string& kind, std::uint8_t number, const string& says) {
    return {kind, id(number), Json{{"id", id(number).str()}, {"says", says}}.dump()};
}
string event(std::int64_t seq, std::vector<RecordText> puts,
             std::vector<std::pair<string, Ulid>> removes = {}) {
    return event_frame({.stream = series,
                        .seq = seq,
                        .name = "said",
                        .actor = PersonId{id(9)},
                        .command = CommandId{id(static_cast<std::uint8_t>(seq))},
                        .puts = std::move(puts),
                        .removes = std::move(removes)});
}

std::vector<string> condensed_of(const std::vector<string>& events, std::size_t from = 0) {
    return condensed({events.begin() + static_cast<std::ptrdiff_t>(from), events.end()});
}

/// The kinds of what an event puts, in its order.
std::vector<string> kinds(const string& event) {
    std::vector<string> all;
    for (const auto& put : Json::parse(event)["puts"]) all.push_back(put["kind"]);
    return all;
}
using Kinds = std::vector<string>;

/// What a client holds.
using Held = std::map<string, Json>;
void apply(Held& held, const string& text) {
    const auto event = Json::parse(text);
    for (const auto& put : event["puts"])
        held[put["kind"].get<string>() + put["id"].get<string>()] = put["record"];
    if (event.contains("removes"))
        for (const auto& gone : event["removes"])
            held.erase(gone["kind"].get<string>() + gone["id"].get<string>());
}
std::set<string> names(const Held& held) {
    std::set<string> all;
    for (const auto& [name, record] : held) all.insert(name);
    return all;
}

/// So many events that put and remove a few records again and again.
std::vector<string> talk(std::mt19937& chance, int length) {
    const auto below = [&](unsigned end) { return static_cast<std::uint8_t>(chance() % end); };
    const std::vector<string> words{"plain", "\"puts\":[{\"kind\":\"a\"", "}],\"removes\":[{", "\\\"",
                                    "ü {["};
    std::vector<string> events;
    for (int seq = 1; seq <= length; ++seq) {
        std::vector<RecordText> puts;
        std::set<std::uint8_t> numbers;
        for (auto left = below(4); left > 0; --left) numbers.insert(below(5));
        for (const auto number : numbers)
            puts.push_back(record(below(2) ? "a" : "b", number, words[below(5)] + std::to_string(seq)));
        std::vector<std::pair<string, Ulid>> removes;
        if (below(4) == 0)
            removes.emplace_back(below(2) ? "a" : "b", id(static_cast<std::uint8_t>(5 + below(2))));
        if (below(6) == 0) removes.emplace_back("a", id(*numbers.emplace(below(5)).first));
        events.push_back(event(seq, std::move(puts), std::move(removes)));
    }
    return events;
}

} // namespace

TEST_CASE("the head of a thread stands in the first and the last of its posts only") {
    std::vector<string> events;
    for (std::uint8_t seq = 1; seq <= 4; ++seq)
        events.push_back(event(seq, {record("post", seq, "text"), record("thread", 1, "head")}));
    const auto told = condensed_of(events);
    REQUIRE(told.size() == 4);
    CHECK(told[0] == events[0]);
    CHECK(kinds(told[1]) == Kinds{"post"});
    CHECK(kinds(told[2]) == Kinds{"post"});
    CHECK(told[3] == events[3]);
    CHECK(told[1].size() < events[1].size());
}

TEST_CASE("what an event is about stays, also where a later one is about it again") {
    const auto about = {event(1, {record("post", 1, "said")}), event(2, {record("post", 1, "edited")}),
                        event(3, {record("post", 1, "edited again")})};
    CHECK(condensed_of(about) == std::vector<string>(about));
}

TEST_CASE("one kind is not taken for another, and what was removed begins anew") {
    const auto main = record("main", 9, "");
    const auto same = {event(1, {main, record("a", 1, "")}), event(2, {main, record("b", 1, "")}),
                       event(3, {main, record("a", 1, "")})};
    CHECK(condensed_of(same) == std::vector<string>(same));
    const auto back = {event(1, {main, record("a", 1, "")}), event(2, {main}, {{"a", id(1)}}),
                       event(3, {main, record("a", 1, "")}), event(4, {main, record("a", 1, "")})};
    CHECK(condensed_of(back) == std::vector<string>(back));
}

TEST_CASE("whoever applies it, from any event on and cut off anywhere, holds the same in the end and lacks "
          "nothing") {
    std::mt19937 chance{20261122}; // NOLINT: the same every time
    for (int round = 0; round < 60; ++round) {
        const auto events = talk(chance, 12);
        const auto from = static_cast<std::size_t>(round % 5);
        Held before;
        for (std::size_t i = 0; i < from; ++i) apply(before, events[i]);
        Held cut_off = before, whole = before;
        const auto told = condensed_of(events, from);
        for (std::size_t cut = from; cut < events.size(); ++cut) {
            apply(cut_off, told[cut - from]);
            apply(whole, events[cut]);
            CHECK(names(cut_off) == names(whole));
            auto comes_back = cut_off, stayed = whole;
            for (const auto& text : condensed_of(events, cut + 1)) apply(comes_back, text);
            for (std::size_t i = cut + 1; i < events.size(); ++i) apply(stayed, events[i]);
            CHECK(comes_back == stayed);
        }
        CHECK(cut_off == whole);
    }
}

TEST_CASE("what is said twice is not shortened further, and what is no event stays as it is") {
    std::mt19937 chance{7}; // NOLINT: the same every time
    const auto told = condensed_of(talk(chance, 30));
    CHECK(condensed_of(told) == told);
    const std::vector<string> rubbish{"",
                                      "{",
                                      R"({"t":"event","puts":[{"kind":"a")",
                                      R"({"t":"event","puts":[{}]})",
                                      R"({"t":"live","puts":[]})",
                                      R"({"t":"event","puts":[{"kind":"\)"};
    CHECK(condensed_of(rubbish) == rubbish);
}
