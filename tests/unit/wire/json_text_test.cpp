// What is written is JSON that any reader takes, and says the same.
#include "wire/json_text.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

using namespace interstate::wire;
using nlohmann::json;
using std::string;

namespace {

string written(const string& text) {
    string out;
    append_string(out, text);
    return out;
}

} // namespace

TEST_CASE("every ASCII character comes back, in one line") {
    for (char c = 0; c >= 0 && c < 127; ++c) {
        const string text{'a', c, 'b'};
        const auto out = written(text);
        INFO(out);
        CHECK(json::parse(out) == text);
        CHECK(std::ranges::none_of(out, [](char each) { return static_cast<unsigned char>(each) < 0x20; }));
    }
}

TEST_CASE("a string is escaped as shortly as can be") {
    CHECK(written("") == R"("")");
    CHECK(written("plain") == R"("plain")");
    CHECK(written("\"\\/\b\f\n\r\t") == R"("\"\\/\b\f\n\r\t")");
    CHECK(written(string{"\0\x1f", 2}) == R"("\u0000\u001f")");
    CHECK(written("Āé漢🎓\x7f") == "\"Āé漢🎓\x7f\"");
}

TEST_CASE("bytes that are no UTF-8 are replaced, the others stay") {
    CHECK(json::parse(written("a\xFFz")) == "a\uFFFDz");
    CHECK(json::parse(written("\xED\xA0\x80")).is_string());
}

TEST_CASE("numbers are written whole") {
    for (const std::int64_t number : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1},
                                      std::int64_t{0}, std::numeric_limits<std::int64_t>::max()}) {
        string out;
        append_number(out, number);
        CHECK(out == std::to_string(number));
    }
}

TEST_CASE("objects and lists are parted by commas") {
    string out;
    ObjectText{out}.end();
    CHECK(std::exchange(out, {}) == "{}");
    ObjectText{out}.text("a", "\"").number("b", -5).flag("c", true).json("d", "[]").end();
    CHECK(std::exchange(out, {}) == R"({"a":"\"","b":-5,"c":true,"d":[]})");
    append_list(out, std::array{1, 2, 3}, [&](int value) { append_number(out, value); });
    append_list(out, std::array<int, 0>{}, [&](int value) { append_number(out, value); });
    CHECK(out == "[1,2,3][]");
}
