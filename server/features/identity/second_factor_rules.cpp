#include "base/one_time_code.hpp"
#include "base/text.hpp"
#include "features/identity/second_factor.hpp"

#include <algorithm>

namespace interstate::identity {

std::string cleaned_code(std::string_view typed) {
    auto code = folded(typed);
    std::erase_if(code, [](char c) { return c == ' ' || c == '-'; });
    return code;
}

std::optional<std::int64_t> step_of_code(const std::string& secret, std::string_view code,
                                         std::int64_t last_step, Instant now) {
    const auto here = code_step(now);
    for (const auto step : {here, here - 1, here + 1})
        if (step > last_step && code_at(secret, step) == code) return step;
    return std::nullopt;
}

Millis pause_before_code(int tried) {
    constexpr int without_wait = 5;
    constexpr Millis longest = std::chrono::hours{1};
    if (tried < without_wait) return Millis{0};
    Millis pause = std::chrono::seconds{1};
    for (int i = without_wait; i < tried && pause < longest; ++i) pause *= 2;
    return std::min(pause, longest);
}

} // namespace interstate::identity
