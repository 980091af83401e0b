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
    case Delivery::no_such_address:
        return {Status::bounced, attempts, now};
    case Delivery::suppressed:
        return {Status::suppressed, before.attempts, now};
    case Delivery::withheld:
    case Delivery::for_nobody:
        return {Status::withheld, before.attempts, now};
    case Delivery::no_server:
        return {Status::queued, before.attempts, now};
    case Delivery::refused_for_now:
        break;
    }
    const auto pause = pause_after(attempts);
    return pause ? Fate{Status::queued, attempts, now + *pause} : Fate{Status::failed, attempts, now};
}

bool is_asked_for(Purpose purpose) {
    return purpose == Purpose::sign_in || purpose == Purpose::confirm_address || purpose == Purpose::notice;
}

bool is_about_address(std::string_view answer) {
    const auto begin = answer.find("5.");
    const bool detailed = begin != answer.npos && begin + 4 < answer.size() && answer[begin + 3] == '.';
    if (!detailed) return true;
    // RFC 3463: 1 is the address, 2 the mailbox; the others are systems, networks, protocols and policies.
    const char subject = answer[begin + 2], detail = answer[begin + 4];
    const bool full = subject == '2' && (detail == '2' || detail == '3');
    return (subject == '1' || subject == '2') && !full;
}

} // namespace interstate::mail
