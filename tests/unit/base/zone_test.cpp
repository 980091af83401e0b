// Civil time: both changes of daylight saving, and a state that has none.
#include "base/zone.hpp"
#include "support/catch.hpp"

#include <limits>

using namespace interstate;

namespace {

const ZoneName new_york{"America/New_York"};
const ZoneName honolulu{"Pacific/Honolulu"};
const ZoneName phoenix{"America/Phoenix"};
const ZoneName guam{"Pacific/Guam"};

/// Hours that a New York wall clock is ahead of Honolulu's at this New York time.
std::string in_honolulu(const char* new_york_time) {
    return local_time(instant_of(LocalTime{new_york_time}, new_york).value(), honolulu).str();
}

} // namespace

TEST_CASE("Honolulu is five hours behind New York in winter and six in summer") {
    CHECK(in_honolulu("2026-03-07T13:00") == "2026-03-07T08:00"); // the day before daylight saving begins
    CHECK(in_honolulu("2026-03-08T13:00") == "2026-03-08T07:00"); // the day it begins
    CHECK(in_honolulu("2026-10-31T13:00") == "2026-10-31T07:00"); // the day before it ends
    CHECK(in_honolulu("2026-11-01T13:00") == "2026-11-01T08:00"); // the day it ends
}

TEST_CASE("the hour that daylight saving skips does not exist") {
    CHECK(instant_of(LocalTime{"2026-03-08T01:59"}, new_york) == Instant{1'772'953'140'000});
    CHECK(!instant_of(LocalTime{"2026-03-08T02:00"}, new_york));
    CHECK(!instant_of(LocalTime{"2026-03-08T02:59"}, new_york));
    CHECK(instant_of(LocalTime{"2026-03-08T03:00"}, new_york) ==
          Instant{1'772'953'200'000}); // a minute later
}

TEST_CASE("the hour that comes twice is its first time") {
    const auto first = instant_of(LocalTime{"2026-11-01T01:30"}, new_york).value();
    CHECK(clock_text(first, new_york) == "1:30 AM EDT");
    const auto second = first + std::chrono::hours{1};
    CHECK(local_time(second, new_york) == LocalTime{"2026-11-01T01:30"});
    CHECK(clock_text(second, new_york) == "1:30 AM EST");
    CHECK(instant_of(LocalTime{"2026-11-01T02:00"}, new_york) == first + std::chrono::minutes{90});
}

TEST_CASE("Arizona and Hawaii change nothing") {
    CHECK(instant_of(LocalTime{"2026-03-08T02:30"}, phoenix));
    CHECK(instant_of(LocalTime{"2026-03-08T02:30"}, honolulu));
    CHECK(clock_text(instant_of(LocalTime{"2026-07-01T08:00"}, honolulu).value(), honolulu) == "8:00 AM HST");
}

TEST_CASE("the day is the one where the reader is") {
    const auto session = instant_of(LocalTime{"2026-11-24T21:00"}, new_york).value();
    CHECK(local_date(session, new_york) == CivilDate{"2026-11-24"});
    CHECK(local_date(session, honolulu) == CivilDate{"2026-11-24"});
    CHECK(local_date(session, guam) == CivilDate{"2026-11-25"});
    CHECK(day_text(session, guam) == "Wednesday, November 25, 2026");
    CHECK(day_text(session, new_york) == "Tuesday, November 24, 2026");
}

TEST_CASE("noon and midnight read as people say them") {
    CHECK(clock_text(instant_of(LocalTime{"2026-01-05T00:00"}, new_york).value(), new_york) ==
          "12:00 AM EST");
    CHECK(clock_text(instant_of(LocalTime{"2026-01-05T12:00"}, new_york).value(), new_york) ==
          "12:00 PM EST");
    CHECK(clock_text(instant_of(LocalTime{"2026-01-05T23:59"}, new_york).value(), new_york) ==
          "11:59 PM EST");
}

TEST_CASE("there and back again is the same minute") {
    for (const auto& zone :
         {new_york, honolulu, phoenix, guam, ZoneName{"UTC"}, ZoneName{"America/Puerto_Rico"}})
        for (std::int64_t hours = 0; hours < 24 * 366; hours += 7) {
            const Instant at{1'767'225'600'000 + hours * 3'600'000}; // from 2026-01-01
            const auto back = instant_of(local_time(at, zone), zone);
            REQUIRE(back);
            const bool second_of_two = *back == at - std::chrono::hours{1};
            CHECK((*back == at || second_of_two));
        }
}

TEST_CASE("instants before 1970 and far ahead have a civil time") {
    CHECK(local_date({-1}, ZoneName{"UTC"}) == CivilDate{"1969-12-31"});
    CHECK(local_time(instant_of(LocalTime{"2199-12-31T23:59"}, honolulu).value(), honolulu) ==
          LocalTime{"2199-12-31T23:59"});
}

TEST_CASE("only zones that the zone data knows, and no path into the file system") {
    for (const char* good : {"America/New_York", "Pacific/Honolulu", "Pacific/Pago_Pago",
                             "America/Indiana/Indianapolis", "UTC"}) {
        INFO(good);
        CHECK(ZoneName::parse(good));
    }
    for (const std::string& bad :
         {std::string{}, std::string{"America/Nowhere"}, std::string{"../../etc/passwd"},
          std::string{"/etc/passwd"}, std::string{"America"}, std::string{"America/"},
          std::string{"america/new_york"}, std::string{"EST5EDT; rm"}, std::string(65, 'A'),
          std::string{"America/New_York\0", 17}}) {
        INFO(bad);
        CHECK(!ZoneName::parse(bad));
    }
    CHECK_THROWS_AS(ZoneName{"Nowhere"}, std::invalid_argument);
}

TEST_CASE("dates exist or are refused") {
    for (const char* good : {"1900-01-01", "2199-12-31", "2024-02-29", "2026-12-31"})
        CHECK(CivilDate::parse(good));
    for (const char* bad :
         {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "1899-12-31", "2200-01-01", "2026-1-01",
          "26-01-01", "2026/01/01", "2026-01-01 ", "+026-01-01", "2026-01-0a"}) {
        INFO(bad);
        CHECK(!CivilDate::parse(bad));
    }
}

TEST_CASE("wall-clock times exist or are refused") {
    for (const char* good : {"2026-11-24T00:00", "2026-11-24T23:59"}) CHECK(LocalTime::parse(good));
    for (const char* bad :
         {"", "2026-11-24T24:00", "2026-11-24T23:60", "2026-11-24 13:00", "2026-11-24T13:00:00",
          "2026-11-31T13:00", "2026-11-24T1:00", "2026-11-24T13-00", "2026-11-24T-1:00"}) {
        INFO(bad);
        CHECK(!LocalTime::parse(bad));
    }
}

TEST_CASE("days are counted over the end of a month and a leap day") {
    CHECK(CivilDate{"2028-02-28"}.plus_days(2) == CivilDate{"2028-03-01"});
    CHECK(CivilDate{"2026-03-01"}.plus_days(-1) == CivilDate{"2026-02-28"});
    // A day outside of the years that are known could not be read back.
    CHECK(CivilDate{"2199-12-30"}.plus_days(1) == CivilDate{"2199-12-31"});
    CHECK(CivilDate{"2199-12-30"}.plus_days(2) == CivilDate{"2199-12-31"});
    CHECK(CivilDate{"1900-01-02"}.plus_days(-2) == CivilDate{"1900-01-01"});
    CHECK(CivilDate{"2026-03-01"}.plus_days(std::numeric_limits<int>::max()) == CivilDate{"2199-12-31"});
    CHECK(CivilDate{"2026-03-01"}.plus_days(std::numeric_limits<int>::min()) == CivilDate{"1900-01-01"});
    CHECK(CivilDate{"2026-12-31"}.days_since(CivilDate{"2026-01-01"}) == 364);
    CHECK(CivilDate{"2026-01-01"}.days_since(CivilDate{"2026-01-02"}) == -1);
}
