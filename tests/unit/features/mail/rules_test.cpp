// What becomes of a mail that a mail server took, refused, or was not there for.
#include "features/mail/mail.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::mail;

TEST_CASE("a mail that is refused for now is tried five times, with growing pauses, then given up") {
    Fate fate{.next_at = {1000}};
    Millis before{0};
    for (int attempts = 1; attempts < most_attempts; ++attempts) {
        const auto next = fate_of(fate, Delivery::refused_for_now, fate.next_at);
        CHECK(next.status == Status::queued);
        CHECK(next.attempts == attempts);
        CHECK(next.next_at - fate.next_at > before);
        before = next.next_at - fate.next_at;
        fate = next;
    }
    CHECK(fate_of(fate, Delivery::refused_for_now, fate.next_at).status == Status::failed);
    CHECK(fate.next_at - Instant{1000} >
          std::chrono::hours{7}); // a mail server that is full for an afternoon
}

TEST_CASE("a mail that is taken or refused for good is over at once") {
    CHECK(fate_of({.attempts = 3}, Delivery::accepted, {5}).status == Status::sent);
    CHECK(fate_of({}, Delivery::refused_for_good, {5}).status == Status::bounced);
}

TEST_CASE("however long there is no mail server, a mail is not given up, and lets others go first") {
    const Fate last{.attempts = most_attempts - 1, .next_at = {3}};
    const auto fate = fate_of(last, Delivery::no_server, {5});
    CHECK(fate.status == Status::queued);
    CHECK(fate.attempts == last.attempts);
    CHECK(fate.next_at == Instant{5});
    CHECK(pause_without_server(1) == std::chrono::seconds{5});
    CHECK(pause_without_server(2) == std::chrono::seconds{10});
    CHECK(pause_without_server(1'000'000) == std::chrono::minutes{10});
}
