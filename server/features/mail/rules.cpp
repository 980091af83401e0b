#include "features/mail/mail.hpp"

#include <algorithm>

namespace interstate::mail {

std::optional<Millis> pause_after(int attempts) {
    if (attempts >= most_attempts) return std::nullopt;
    Millis pause = std::chrono::minutes{5};
    for (int i = 1; i < attempts; ++i) pause *= 4;
    return pause;
}

Millis pause_without_server(int times) {
    constexpr Millis longest = std::chrono::minutes{10};
    Millis pause = std::chrono::seconds{5};
    for (int i = 1; i < times && pause < longest; ++i) pause *= 2;
    return std::min(pause, longest);
}

Fate fate_of(const Fate& before, Delivery delivery, Instant now) {
    const int attempts = before.attempts + 1;
    switch (delivery) {
    case Delivery::accepted:
        return {Status::sent, before.attempts, now};
    case Delivery::refused_for_good:
        return {Status::bounced, attempts, now};
    case Delivery::no_server:
        return {Status::queued, before.attempts, now};
    case Delivery::refused_for_now:
        break;
    }
    const auto pause = pause_after(attempts);
    return pause ? Fate{Status::queued, attempts, now + *pause} : Fate{Status::failed, attempts, now};
}

} // namespace interstate::mail
