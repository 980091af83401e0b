#include "content/timeline.hpp"

#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace interstate::content {
namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

const ZoneName& host_zone() {
    static const ZoneName zone{"America/New_York"};
    return zone;
}

/// Noon, so that no change to daylight saving moves it into another day.
Instant noon(const CivilDate& day) {
    return instant_of(LocalTime{day.str() + "T12:00"}, host_zone()).value();
}

int year_of(const CivilDate& day) { return std::atoi(day.str().c_str()); }

CivilDate day_of(int year, std::size_t month, int day) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02zu-%02d", year, month + 1, day);
    return CivilDate::parse(text).value_or(CivilDate{});
}

/// The day of that name nearest to another.
CivilDate nearest(std::size_t month, int day, const CivilDate& to) {
    CivilDate best = day_of(year_of(to), month, day);
    for (const int year : {year_of(to) - 1, year_of(to) + 1}) {
        const auto other = day_of(year, month, day);
        if (std::abs(other.days_since(to)) < std::abs(best.days_since(to))) best = other;
    }
    return best;
}

struct Mention {
    std::size_t at;
    std::size_t length;
    std::size_t month;
    /// 0 when only the month is named.
    int day;
};

bool is_letter(std::string_view text, std::size_t i) {
    return i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])) != 0;
}

std::optional<Mention> mention_at(std::string_view text, std::size_t at) {
    if (at > 0 && is_letter(text, at - 1)) return std::nullopt;
    for (std::size_t month = 0; month < months.size(); ++month) {
        if (!text.substr(at).starts_with(months[month]) || is_letter(text, at + months[month].size()))
            continue;
        Mention mention{at, months[month].size(), month, 0};
        std::size_t digit = at + mention.length + 1;
        if (digit < text.size() && text[digit - 1] == ' ')
            for (; digit < text.size() && std::isdigit(static_cast<unsigned char>(text[digit])) != 0 &&
                   mention.day < 10;
                 ++digit)
                mention.day = mention.day * 10 + (text[digit] - '0');
        if (mention.day > 0) mention.length = digit - at;
        return mention;
    }
    return std::nullopt;
}

std::string without_year(const CivilDate& day) {
    const auto text = date_text(day);
    return text.substr(0, text.find(','));
}

} // namespace

Instant Timeline::moved(Instant then) const {
    if (then <= knots_.front().then) return knots_.front().now + (then - knots_.front().then);
    for (std::size_t i = 1; i < knots_.size(); ++i) {
        const auto& before = knots_[i - 1];
        const auto& after = knots_[i];
        if (then > after.then) continue;
        const auto part = static_cast<double>((then - before.then).count()) /
                          static_cast<double>((after.then - before.then).count());
        return before.now + Millis{static_cast<std::int64_t>(
                                part * static_cast<double>((after.now - before.now).count()))};
    }
    return knots_.back().now + (then - knots_.back().then);
}

CivilDate Timeline::moved(const CivilDate& then) const { return local_date(moved(noon(then)), host_zone()); }

std::string Timeline::retold(std::string_view text, const CivilDate& then) const {
    std::string told;
    for (std::size_t i = 0; i < text.size();) {
        const auto mention = mention_at(text, i);
        if (!mention) {
            told += text[i++];
            continue;
        }
        const auto day = moved(nearest(mention->month, mention->day == 0 ? 15 : mention->day, then));
        const auto words = without_year(day);
        told += mention->day == 0 ? words.substr(0, words.find(' ')) : words;
        i = mention->at + mention->length;
    }
    return told;
}

} // namespace interstate::content
