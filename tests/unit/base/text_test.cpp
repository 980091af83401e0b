// Text that people write: what is UTF-8, what is blank, what is too long.
#include "base/text.hpp"
#include "support/catch.hpp"

using namespace interstate;
using std::string;

namespace {

string utf8_of(char32_t p) {
    const auto tail = [p](int shift) { return static_cast<char>(0x80 | ((p >> shift) & 0x3F)); };
    if (p < 0x800) return {static_cast<char>(0xC0 | (p >> 6)), tail(0)};
    return {static_cast<char>(0xE0 | (p >> 12)), tail(6), tail(0)};
}

} // namespace

TEST_CASE("characters are counted, not bytes") {
    CHECK(count_characters("") == 0);
    CHECK(count_characters("abc") == 3);
    CHECK(count_characters("Zürich") == 6);
    CHECK(count_characters("Hawaiʻi") == 7);
    CHECK(count_characters("🎉") == 1);
    CHECK(count_characters("\U0010FFFF") == 1);
    CHECK(count_characters(string{"\0", 1}) == 1);
    CHECK(count_characters("\uD7FF\uE000") == 2); // the neighbours of the surrogates
}

TEST_CASE("what is not UTF-8 is not text") {
    for (const string& bad :
         {string{"\x80"},             // a continuation alone
          string{"\xC3"},             // cut off after the first byte
          string{"\xE2\x82"},         // cut off in the middle
          string{"\xF0\x9F\x8E"},     // cut off before the last byte
          string{"\xC3\x28"},         // a wrong continuation
          string{"\xC0\x80"},         // NUL in two bytes
          string{"\xC1\xBF"},         // overlong
          string{"\xE0\x9F\xBF"},     // overlong
          string{"\xF0\x8F\xBF\xBF"}, // overlong
          string{"\xED\xA0\x80"},     // a surrogate
          string{"\xED\xBF\xBF"},     // the last surrogate
          string{"\xF4\x90\x80\x80"}, // above U+10FFFF
          string{"\xF5\x80\x80\x80"}, string{"\xFE"}, string{"\xFF"}, string{"fine until \xFF"}}) {
        CHECK(!count_characters(bad));
        CHECK(!(Text<0, 100>::parse(bad)));
    }
}

TEST_CASE("blanks at both ends go, also those that people paste") {
    CHECK(trimmed("  a b \t\n") == "a b");
    CHECK(trimmed("\u00A0\u2003\uFEFFa\u200B\u3000") == "a");
    CHECK(trimmed(" \u2003 ") == "");
    CHECK(trimmed("") == "");
    CHECK(trimmed("ä") == "ä");
}

TEST_CASE("trimming looks at broken bytes without falling") {
    CHECK(trimmed("\x80\x80") == "\x80\x80");
    CHECK(trimmed(" \xE2\x80") == "\xE2\x80");
    CHECK(trimmed("a\xFF ") == "a\xFF");
}

TEST_CASE("bounds count characters after trimming") {
    using Short = Text<1, 3>;
    CHECK(Short::parse("  äöü  ")->str() == "äöü");
    CHECK(!Short::parse("äöüß"));
    CHECK(!Short::parse("   "));
    CHECK(Short::parse("🎉🎉🎉"));
    CHECK((Text<0, 3>::parse("")));
    CHECK_THROWS_AS(Short{"four"}, std::invalid_argument);
}

TEST_CASE("each fault of a text has its word") {
    CHECK(detail::text_fault("", 1, 5, false) == "empty");
    CHECK(detail::text_fault("a", 2, 5, false) == "too_short");
    CHECK(detail::text_fault("abcdef", 1, 5, false) == "too_long");
    CHECK(detail::text_fault(string(1000, 'a'), 1, 5, false) == "too_long");
    CHECK(detail::text_fault("\xFF", 1, 5, false) == "not_utf8");
    CHECK(detail::text_fault("a\x07", 1, 5, false) == "control_character");
    CHECK(detail::text_fault("a\nb", 1, 5, false) == "control_character");
    CHECK(!detail::text_fault("a\nb", 1, 5, true));
    CHECK(!detail::text_fault("ok", 1, 5, false));
}

TEST_CASE("control characters stand in no text; lines only in prose") {
    CHECK(!(Text<0, 20>::parse("two\nlines")));
    CHECK((Prose<0, 20>::parse("two\r\nlines\tand a tab")));
    CHECK(!(Prose<0, 20>::parse(string{"a\0b", 3})));
    CHECK(!(Prose<0, 20>::parse("a\x1B[31mred")));
    CHECK(!(Prose<0, 20>::parse("a\x7F")));
}

TEST_CASE("the second row of control characters, which UTF-8 writes in two bytes, stands in no text either") {
    for (const string& bad : {string{"a\xC2\x80"}, string{"\xC2\x85 b"}, string{"a\xC2\x9F"}}) {
        CHECK(has_controls(bad, false));
        CHECK(has_controls(bad, true));
    }
    for (const string& sound :
         {string{"\xC2\xA0"}, string{"\xC3\x80"}, string{"\xE2\x82\x82"}, string{"Zürich"}})
        CHECK(!has_controls(sound, false));
}

TEST_CASE("one line holds nothing that turns or breaks it unseen") {
    for (const char32_t point : {0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D,
                                 0x202E, 0x2066, 0x2067, 0x2068, 0x2069}) {
        INFO(std::hex << static_cast<std::uint32_t>(point));
        const auto text = "Ann " + utf8_of(point) + "gnp.exe";
        CHECK(detail::text_fault(text, 1, 50, false) == "misleading_character");
        CHECK(detail::text_fault(utf8_of(point), 1, 50, false) == "misleading_character");
        CHECK(!(Text<1, 50>::parse(text)));
        CHECK((Prose<1, 50>::parse(text)));
        CHECK((Text<1, 50>::stored(text))->str() == text); // kept before this was refused
    }
}

TEST_CASE("one line shows something") {
    for (const char* unseen :
         {"\u00AD\u00AD", "\u200D", "\u200C\u200D", "\u2060", "\u00AD \u00AD", "\u3164", "\u115F\u1160",
          "\uFFA0", "\u2800", "\uFE0F", "\u0301", "\u034F", "\u180E", "\U000E0041", "\U000E0100"}) {
        INFO(unseen);
        CHECK(detail::text_fault(unseen, 1, 50, false) == "nothing_visible");
        CHECK(!(Text<0, 50>::parse(unseen)));
        CHECK((Text<1, 50>::stored(unseen)));
    }
    CHECK((Text<0, 50>::parse(" \u2003 "))->str().empty());
}

TEST_CASE("letters of any writing, marks on letters and joiners between them stay as they are") {
    for (const char* real :
         {"Zoë", "Zoe\u0308", "Hawaiʻi", "Nguyễn Thị", "山田太郎", "عائشة", "דוד", "อนุทิน",
          "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", // Persian, a joiner that parts
          "\u0D28\u0D4D\u200D",                               // Malayalam, one that joins
          "👩\u200D🔬", "❤\uFE0F", "7", "…", "Soft\u00ADhyphen", "\U00020BB7野家", "한글"}) {
        INFO(real);
        CHECK(detail::text_fault(real, 1, 50, false) == std::nullopt);
    }
}

TEST_CASE("folding touches ASCII letters only") {
    CHECK(folded("Ana@Ohio.GOV") == "ana@ohio.gov");
    CHECK(folded("ÄÖ") == "ÄÖ");
}
