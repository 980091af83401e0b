#pragma once
// How often somebody may do something: tokens that come back with time.
#include "base/instant.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace interstate {

struct Rate {
    double per_second;
    /// So many at once after a pause.
    double burst;
};

class TokenBucket {
  public:
    TokenBucket(const Rate& rate, Instant now) : tokens_{rate.burst}, refilled_{now} {}

    /// False, and nothing taken, when so many are not there. A clock that was set back gives and takes
    /// nothing.
    bool take(const Rate& rate, Instant now, double tokens = 1) {
        if (!has(rate, now, tokens)) return false;
        tokens_ -= tokens;
        return true;
    }
    bool has(const Rate& rate, Instant now, double tokens = 1) {
        refill(rate, now);
        return tokens_ >= tokens;
    }
    /// Until so many will be there: whole seconds, at least one.
    [[nodiscard]] std::chrono::seconds until(const Rate& rate, double tokens = 1) const {
        const auto missing = std::max(0.0, std::min(tokens, rate.burst) - tokens_);
        return std::chrono::seconds{std::max(1, static_cast<int>(std::ceil(missing / rate.per_second)))};
    }

  private:
    void refill(const Rate& rate, Instant now) {
        const auto passed = std::clamp(static_cast<double>((now - refilled_).count()) / 1000.0, 0.0, 60.0);
        refilled_ = now;
        tokens_ = std::min(rate.burst, tokens_ + passed * rate.per_second);
    }
    double tokens_;
    Instant refilled_;
};

} // namespace interstate
