#pragma once
// Civil time: dates and wall-clock times as people write them, and the IANA zones that give them meaning.
#include "base/instant.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace interstate {

/// An IANA zone name known to the installed zone data, for example "America/New_York".
class ZoneName {
  public:
    ZoneName() : name_{"UTC"} {}
    /// Throws std::invalid_argument for a name that the zone data does not know.
    explicit ZoneName(std::string_view name);
    static std::optional<ZoneName> parse(std::string_view name);
    [[nodiscard]] const std::string& str() const { return name_; }
    auto operator<=>(const ZoneName&) const = default;

  private:
    std::string name_;
};

/// A day in a calendar, `YYYY-MM-DD`, from 1900 to 2199; sorts as text.
class CivilDate {
  public:
    CivilDate() : text_{"1970-01-01"} {}
    /// Throws std::invalid_argument for what `parse` refuses.
    explicit CivilDate(std::string_view text);
    static std::optional<CivilDate> parse(std::string_view text);
    [[nodiscard]] const std::string& str() const { return text_; }
    /// Days from `from` to this date; negative when this date is earlier.
    [[nodiscard]] int days_since(const CivilDate& from) const;
    /// Stays within 1900 to 2199: stops at the first or last day of them.
    [[nodiscard]] CivilDate plus_days(int days) const;
    auto operator<=>(const CivilDate&) const = default;

  private:
    std::string text_;
};

/// A wall-clock time without zone, `YYYY-MM-DDTHH:MM`.
class LocalTime {
  public:
    LocalTime() : text_{"1970-01-01T00:00"} {}
    /// Throws std::invalid_argument for what `parse` refuses.
    explicit LocalTime(std::string_view text);
    static std::optional<LocalTime> parse(std::string_view text);
    [[nodiscard]] const std::string& str() const { return text_; }
    [[nodiscard]] CivilDate date() const { return CivilDate{text_.substr(0, 10)}; }
    auto operator<=>(const LocalTime&) const = default;

  private:
    std::string text_;
};

/// The instant of a wall-clock time. In the hour that a change to daylight saving skips: nothing. In the hour
/// that comes twice: the first of the two.
std::optional<Instant> instant_of(const LocalTime& local, const ZoneName& zone);

/// The wall-clock time of an instant, seconds cut off.
LocalTime local_time(Instant at, const ZoneName& zone);

/// The day of an instant in a zone.
CivilDate local_date(Instant at, const ZoneName& zone);

/// Where days begin and end for the collaborative as a whole: that of CCSSO in Washington, D.C.
const ZoneName& convener_zone();

/// For people: "1:00 PM EST", the zone's own abbreviation at that instant.
std::string clock_text(Instant at, const ZoneName& zone);

/// For people: "Tuesday, November 24, 2026".
std::string day_text(Instant at, const ZoneName& zone);

/// For people: "November 24, 2026".
std::string date_text(const CivilDate& date);

} // namespace interstate
