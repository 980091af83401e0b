// Every refusal of the codec names the member at fault and what it may hold.
#include "wire/codec.hpp"

#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::wire;
using std::string;

namespace {

enum class Colour { red, green };
INTERSTATE_DESCRIBE_ENUM(Colour, red, green)

struct Inner {
    int number = 0;
    std::optional<bool> flag;
};
INTERSTATE_DESCRIBE(Inner, number, flag)

struct Everything {
    Text<1, 5> title;
    std::optional<Prose<0, 20>> text;
    Ulid id;
    Instant at;
    CivilDate day;
    LocalTime local;
    ZoneName zone;
    Stream stream;
    Colour colour = Colour::red;
    std::vector<Inner> list;
    bool flag = false;
    std::int64_t big = 0;
    std::uint16_t small = 0;
    std::string word;
};
INTERSTATE_DESCRIBE(Everything, title, text, id, at, day, local, zone, stream, colour, list, flag, big, small,
                    word)

struct Nothing {};
INTERSTATE_DESCRIBE_EMPTY(Nothing)

const string an_id = Ulid::from({7}, {7}).str();

Json sound() {
    return {{"title", "Hi"},
            {"id", an_id},
            {"at", 5},
            {"day", "2026-11-24"},
            {"local", "2026-11-24T13:00"},
            {"zone", "Pacific/Honolulu"},
            {"stream", "series/" + an_id},
            {"colour", "green"},
            {"list", {{{"number", 3}}}},
            {"flag", true},
            {"big", 1},
            {"small", 2},
            {"word", "w"}};
}

/// The refusal of a value in one member of an otherwise sound body.
Refusal refusal_of(const string& member, const Json& value) {
    auto body = sound();
    body[member] = value;
    Everything out;
    const auto done = decode(body, "", out);
    if (done) FAIL("accepted: " << dump(value));
    return done.error();
}

void refused(const string& member, const Json& value, const string& allowed_holds, const string& field = {}) {
    INFO(member << " = " << dump(value));
    const auto refusal = refusal_of(member, value);
    CHECK(refusal.field == (field.empty() ? member : field));
    CHECK_THAT(refusal.allowed, Catch::Contains(allowed_holds));
    CHECK(!refusal.message.empty());
    CHECK(!refusal.code.empty());
}

} // namespace

TEST_CASE("what encodes decodes to the same") {
    Everything one;
    REQUIRE(decode(sound(), "", one));
    Everything two;
    REQUIRE(decode(Json::parse(encode(one)), "", two));
    CHECK(encode(one) == encode(two));
    CHECK(one.list.at(0).number == 3);
    CHECK(one.colour == Colour::green);
    CHECK(!one.text);
    CHECK(!Json::parse(encode(one)).contains("text")); // absent, not null
}

TEST_CASE("a text out of its bounds names them") {
    refused("title", "", "1 to 5 characters");
    refused("title", "   ", "1 to 5 characters");
    refused("title", "sixsix", "1 to 5 characters on one line");
    refused("title", "a\nb", "on one line");
    refused("title", "a\u0007", "on one line");
    refused("title", 5, "text");
    refused("title", nullptr, "text");
    refused("text", string(21, 'a'), "0 to 20 characters");
    refused("title", "a\u202Eb", "1 to 5 characters on one line");
    CHECK(refusal_of("title", "a\u202Eb").code == "misleading_character");
    CHECK(refusal_of("title", "\u2066").message.starts_with("“title” holds an invisible character"));
    CHECK(refusal_of("title", "\u00AD").code == "nothing_visible");
    CHECK(refusal_of("title", "\u00AD").message == "“title” holds nothing that can be seen.");
    CHECK(refusal_of("title", "").code == "empty");
    CHECK(refusal_of("title", "sixsix").code == "too_long");
    CHECK(refusal_of("title", "a\u0007").code == "control_character");
    refused("word", string(1001, 'a'), "1000 characters");
    refused("word", "two\nlines", "one line");
}

TEST_CASE("text that is not UTF-8 is refused also behind the parser") {
    for (const auto& bad : {string{"\xC3"}, string{"\xED\xA0\x80"}, string{"a\xFF"}}) {
        CHECK(refusal_of("title", bad).code == "not_utf8");
        CHECK(refusal_of("word", bad).field == "word");
    }
}

TEST_CASE("ids, instants, dates, zones, streams and words say what they are") {
    refused("id", "short", "26 characters");
    refused("id", 5, "26 characters");
    refused("at", "5", "milliseconds UTC");
    refused("at", 5.5, "milliseconds UTC");
    refused("at", -3'000'000'000'000, "1900 to 2200");
    refused("at", 8'000'000'000'000, "1900 to 2200");
    refused("day", "2026-02-29", "YYYY-MM-DD");
    refused("local", "2026-11-24 13:00", "YYYY-MM-DDTHH:MM");
    refused("zone", "America/Nowhere", "IANA zone");
    refused("stream", "nowhere/" + an_id, "a stream");
    refused("colour", "blue", "one of: red, green");
    refused("colour", 0, "one of: red, green");
    refused("flag", 1, "true or false");
    refused("flag", "true", "true or false");
}

TEST_CASE("numbers out of range are refused, whole") {
    refused("small", 65536, "");
    refused("small", -1, "");
    refused("small", 1.0, "whole number");
    refused("small", "1", "whole number");
    refused("big", 1e30, "whole number");
    refused("big", 18'446'744'073'709'551'615ULL, "");
    refused("at", 18'446'744'073'709'551'615ULL, "milliseconds UTC");
    auto body = sound();
    body["big"] = std::numeric_limits<std::int64_t>::min();
    body["small"] = 65535;
    Everything out;
    CHECK(decode(body, "", out));
}

TEST_CASE("a fault inside a list names its place") {
    refused("list", Json::array({{{"number", 1}}, {{"number", "x"}}}), "whole number", "list[1].number");
    refused("list", Json::array({{{"number", 1}, {"flag", 3}}}), "true or false", "list[0].flag");
    refused("list", Json::array({Json::object()}), "", "list[0].number");
    refused("list", Json::array({5}), "an object", "list[0]");
    refused("list", Json::array({{{"number", 1}, {"more", 1}}}), "number, flag", "list[0].more");
    refused("list", 5, "a list");
}

TEST_CASE("a list has a limit") {
    Json list = Json::array();
    for (std::size_t i = 0; i < list_limit; ++i) list.push_back({{"number", 1}});
    auto body = sound();
    body["list"] = list;
    Everything out;
    CHECK(decode(body, "", out));
    list.push_back({{"number", 1}});
    refused("list", list, "at most 500");
}

TEST_CASE("an unknown member is named, with those that are known") {
    const auto refusal = refusal_of("titel", "Hi");
    CHECK(refusal.code == "unknown_member");
    CHECK(refusal.field == "titel");
    CHECK_THAT(refusal.allowed, Catch::Contains("title, text, id"));
    Nothing none;
    const auto empty = decode(Json{{"x", 1}}, "", none);
    REQUIRE(!empty);
    CHECK(empty.error().allowed == "no members");
    CHECK(refusal_of(string(500, 'x'), 1).field.size() == 60); // no flood comes back
}

TEST_CASE("a missing member is named; an optional one may be absent or null") {
    auto body = sound();
    body.erase("zone");
    Everything out;
    const auto done = decode(body, "", out);
    REQUIRE(!done);
    CHECK(done.error().code == "missing");
    CHECK(done.error().field == "zone");
    body = sound();
    body["text"] = nullptr;
    CHECK(decode(body, "", out));
    CHECK(!out.text);
}

TEST_CASE("bytes become one object or a refusal") {
    CHECK(parse_object(R"({"a":1})"));
    CHECK(parse_object("{}"));
    for (const string& bad :
         {string{}, string{"[]"}, string{"null"}, string{"5"}, string{"\"x\""}, string{"{"},
          string{"{\"a\":}"}, string{"{\"a\":1,}"}, string{"{'a':1}"}, string{"{\"a\":1}{}"},
          string{"{\"a\":1} x"}, string{"{\"a\":01}"}, string{"{\"a\":NaN}"}, string{"{\"a\":1e999}"},
          string{"{\"a\":\"\\ud800\"}"}, string{"{\"a\":\"\x01\"}"}, string{"{\"a\":1}\0x", 9},
          string{"{\"a\":1}\0", 8}, string{"/**/{}"}}) {
        INFO(bad);
        const auto parsed = parse_object(bad);
        REQUIRE(!parsed);
        CHECK(parsed.error().code == "malformed");
    }
}

TEST_CASE("bytes that are not UTF-8 are refused wherever they stand") {
    for (const string& bad : {string{"{\"a\":\"\xC3\"}"}, string{"{\"\xFF\":1}"}, string{"{\"a\":1}\x80"},
                              string{"{\"a\":\"\xED\xA0\x80\"}"}})
        CHECK(parse_object(bad).error().code == "not_utf8");
}

TEST_CASE("a member that stands twice is refused, at any depth") {
    CHECK(!parse_object(R"({"a":1,"a":1})"));
    CHECK(!parse_object(R"({"a":{"b":1,"b":2}})"));
    CHECK(!parse_object(R"({"a":[{"b":1,"b":2}]})"));
    CHECK(!parse_object(R"({"a":1,"\u0061":1})"));
    CHECK(parse_object(R"({"a":{"b":1},"b":{"a":1}})"));
    CHECK(parse_object(R"({"a":[{"b":1},{"b":2}]})"));
}

TEST_CASE("an object has a limit of members, at any depth") {
    const auto with_members = [](std::size_t count) {
        string object;
        for (std::size_t i = 0; i < count; ++i)
            object += (object.empty() ? "{\"" : ",\"") + std::to_string(i) + "\":0";
        return object + "}";
    };
    CHECK(parse_object(with_members(member_limit)));
    CHECK(!parse_object(with_members(member_limit + 1)));
    CHECK(!parse_object(R"({"a":[)" + with_members(member_limit + 1) + "]}"));
    CHECK(!parse_object(with_members(30'000))); // at once: it is not looked at to its end
}

TEST_CASE("nesting has a limit, and far beyond it nothing breaks") {
    const auto nested = [](std::size_t depth) {
        return "{\"a\":" + string(depth, '[') + string(depth, ']') + "}";
    };
    CHECK(parse_object(nested(10)));
    CHECK(!parse_object(nested(20)));
    CHECK(!parse_object(nested(100'000)));
    string objects;
    for (int i = 0; i < 20'000; ++i) objects += "{\"a\":";
    CHECK(!parse_object(objects));
}

TEST_CASE("what is written is always one line of valid UTF-8") {
    CHECK(dump({{"a", "x\ny"}}) == R"({"a":"x\ny"})");
    CHECK(count_characters(dump({{"a", string{"\xFF"}}})));
}

TEST_CASE("sorted text does not depend on the order of members, at any depth") {
    const auto same = [](const char* one, const char* other) {
        return dump_sorted(Json::parse(one)) == dump_sorted(Json::parse(other));
    };
    CHECK(same(R"({"a":1,"b":[{"c":2,"d":"x"}]})", R"({"b":[{"d":"x","c":2}],"a":1})"));
    CHECK(!same(R"([1,2])", R"([2,1])"));
    CHECK(!same(R"({"a":"1"})", R"({"a":1})"));
}

TEST_CASE("sorted text is what receipts were made of by earlier programs: the library's own, sorted") {
    for (const char* text : {R"({})", R"({"b":[],"a":{}})", R"({"text":"a\n\"\\\u0001\u007fé\u2028"})",
                             R"({"é":1,"z":-7,"Z":true,"list":[null,1.5,false,"",{"y":"1","x":"2"}]})"}) {
        INFO(text);
        const auto json = Json::parse(text);
        CHECK(dump_sorted(json) == nlohmann::json(json).dump(-1, ' ', false, Json::error_handler_t::replace));
    }
}

TEST_CASE("the schema of a struct names its members, which are needed, and that there are no others") {
    const auto schema = Codec<Everything>::schema();
    CHECK(schema["additionalProperties"] == false);
    CHECK(schema["properties"].size() == 14);
    CHECK(schema["required"].size() == 13);
    CHECK(schema["properties"]["title"]["maxLength"] == 5);
    CHECK(schema["properties"]["colour"]["enum"] == Json::array({"red", "green"}));
}
