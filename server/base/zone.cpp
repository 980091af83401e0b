#include "base/zone.hpp"
#include "base/load_zones.hpp"

#include <date/date.h>
#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace interstate {
namespace {

bool digits_at(std::string_view text, std::initializer_list<std::size_t> places) {
    return std::ranges::all_of(places, [&](auto i) { return text[i] >= '0' && text[i] <= '9'; });
}

int number(std::string_view text) {
    int value = 0;
    for (char c : text) value = value * 10 + (c - '0');
    return value;
}

date::year_month_day ymd(std::string_view text) {
    return date::year{number(text.substr(0, 4))} /
           date::month{static_cast<unsigned>(number(text.substr(5, 2)))} /
           date::day{static_cast<unsigned>(number(text.substr(8, 2)))};
}

std::string text_of(const date::year_month_day& day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

auto sys(Instant at) { return date::sys_time<Millis>{Millis{at.ms}}; }

auto zoned(Instant at, const ZoneName& zone) {
    return date::make_zoned(date::locate_zone(zone.str()), date::floor<std::chrono::seconds>(sys(at)));
}

} // namespace

void load_zones() {
    for (const auto& zone : date::get_tzdb().zones) {
        try {
            zone.get_info(date::sys_seconds{});
        } catch (const std::runtime_error&) {
            continue; // a damaged file of a zone that nobody here may use; doctor looks at those that we need
        }
    }
}

std::optional<ZoneName> ZoneName::parse(std::string_view name) {
    // Only names of the zone data's own alphabet reach the file system.
    const auto fits = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '/' || c == '_' || c == '-' || c == '+';
    };
    if (name.empty() || name.size() > 64 || !std::ranges::all_of(name, fits)) return std::nullopt;
    try {
        date::locate_zone(std::string{name});
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
    ZoneName zone;
    zone.name_ = name;
    return zone;
}

ZoneName::ZoneName(std::string_view name) {
    auto zone = parse(name);
    if (!zone) throw std::invalid_argument{"unknown zone: " + std::string{name}};
    *this = std::move(*zone);
}

std::optional<CivilDate> CivilDate::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    if (!digits_at(text, {0, 1, 2, 3, 5, 6, 8, 9})) return std::nullopt;
    const auto day = ymd(text);
    if (!day.ok() || day.year() < date::year{1900} || day.year() > date::year{2199}) return std::nullopt;
    CivilDate value;
    value.text_ = text;
    return value;
}

CivilDate::CivilDate(std::string_view text) {
    auto value = parse(text);
    if (!value) throw std::invalid_argument{"not a date: " + std::string{text}};
    *this = std::move(*value);
}

int CivilDate::days_since(const CivilDate& from) const {
    return static_cast<int>((date::sys_days{ymd(text_)} - date::sys_days{ymd(from.text_)}).count());
}

CivilDate CivilDate::plus_days(int days) const {
    static const CivilDate first{"1900-01-01"}, last{"2199-12-31"};
    // Compared before it is added: any number of days may be asked for.
    if (days < first.days_since(*this)) return first;
    if (days > last.days_since(*this)) return last;
    CivilDate value;
    value.text_ = text_of(date::year_month_day{date::sys_days{ymd(text_)} + date::days{days}});
    return value;
}

std::optional<LocalTime> LocalTime::parse(std::string_view text) {
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
    if (!CivilDate::parse(text.substr(0, 10)) || !digits_at(text, {11, 12, 14, 15})) return std::nullopt;
    if (number(text.substr(11, 2)) > 23 || number(text.substr(14, 2)) > 59) return std::nullopt;
    LocalTime value;
    value.text_ = text;
    return value;
}

LocalTime::LocalTime(std::string_view text) {
    auto value = parse(text);
    if (!value) throw std::invalid_argument{"not a time: " + std::string{text}};
    *this = std::move(*value);
}

std::optional<Instant> instant_of(const LocalTime& local, const ZoneName& zone) {
    const auto& text = local.str();
    const auto wall = date::local_days{ymd(text.substr(0, 10))} +
                      std::chrono::hours{number(text.substr(11, 2))} +
                      std::chrono::minutes{number(text.substr(14, 2))};
    const auto seconds =
        date::local_seconds{std::chrono::duration_cast<std::chrono::seconds>(wall.time_since_epoch())};
    const auto info = date::locate_zone(zone.str())->get_info(seconds);
    if (info.result == date::local_info::nonexistent) return std::nullopt;
    const auto at = seconds.time_since_epoch() - info.first.offset;
    return Instant{std::chrono::duration_cast<Millis>(at).count()};
}

LocalTime local_time(Instant at, const ZoneName& zone) {
    return LocalTime{date::format("%Y-%m-%dT%H:%M", zoned(at, zone))};
}

CivilDate local_date(Instant at, const ZoneName& zone) {
    return CivilDate{date::format("%Y-%m-%d", zoned(at, zone))};
}

const ZoneName& convener_zone() {
    static const ZoneName zone{"America/New_York"};
    return zone;
}

std::string clock_text(Instant at, const ZoneName& zone) {
    const auto time = zoned(at, zone);
    const auto hhmm = date::format("%H%M", time);
    const int hour = number(std::string_view{hhmm}.substr(0, 2));
    return fmt::format("{}:{} {} {}", hour % 12 == 0 ? 12 : hour % 12, hhmm.substr(2),
                       hour < 12 ? "AM" : "PM", date::format("%Z", time));
}

namespace {
constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};
constexpr const char* weekdays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                    "Thursday", "Friday", "Saturday"};
} // namespace

std::string date_text(const CivilDate& day) {
    const auto d = ymd(day.str());
    return fmt::format("{} {}, {}", months[static_cast<unsigned>(d.month()) - 1],
                       static_cast<unsigned>(d.day()), static_cast<int>(d.year()));
}

std::string day_text(Instant at, const ZoneName& zone) {
    const auto day = local_date(at, zone);
    const date::weekday weekday{date::sys_days{ymd(day.str())}};
    return fmt::format("{}, {}", weekdays[weekday.c_encoding()], date_text(day));
}

} // namespace interstate
