#pragma once
// Points in time. Stored and sent as integer milliseconds UTC; civil time lives in zone.hpp.
#include <chrono>
#include <compare>
#include <cstdint>

namespace interstate {

using Millis = std::chrono::milliseconds;

/// A point in time, milliseconds since 1970-01-01 UTC.
struct Instant {
    std::int64_t ms = 0;

    auto operator<=>(const Instant&) const = default;
    friend Instant operator+(Instant at, Millis span) { return {at.ms + span.count()}; }
    friend Instant operator-(Instant at, Millis span) { return {at.ms - span.count()}; }
    friend Millis operator-(Instant a, Instant b) { return Millis{a.ms - b.ms}; }
};

/// The computer's clock. Rules never call it: they are given `Context::now`.
inline Instant wall_clock() {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

} // namespace interstate
