#pragma once
// Carries the archive's dates into the running year: session to session, in proportion between them.
#include "base/zone.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace interstate::content {

class Timeline {
  public:
    struct Knot {
        Instant then;
        Instant now;
    };
    /// At least two knots, in order of time on both sides.
    explicit Timeline(std::vector<Knot> knots) : knots_{std::move(knots)} {}

    /// The moment that corresponds. Before the first and after the last knot: the same distance from it.
    [[nodiscard]] Instant moved(Instant then) const;
    /// The day that corresponds, in New York.
    [[nodiscard]] CivilDate moved(const CivilDate& then) const;
    /// A text with the names of months, and the days after them, carried along: "by March 9". `then` is when
    /// it was written; a month is taken to be the nearest one.
    [[nodiscard]] std::string retold(std::string_view text, const CivilDate& then) const;

  private:
    std::vector<Knot> knots_;
};

} // namespace interstate::content
