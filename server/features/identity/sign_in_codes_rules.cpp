#include "features/identity/sign_in_codes.hpp"

#include <algorithm>

namespace interstate::identity {

Millis pause_between_codes(int asked) {
    constexpr Millis longest = std::chrono::hours{1};
    Millis pause = std::chrono::seconds{30};
    for (int i = 1; i < asked && pause < longest; ++i) pause *= 2;
    return std::min(pause, longest);
}

} // namespace interstate::identity
