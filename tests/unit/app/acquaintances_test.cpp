// What is remembered of people, and that nothing of it outlives its grounds.
#include "app/acquaintances.hpp"

#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::app;

namespace {

constexpr std::int64_t minute = 60'000;

template <class IdType>
IdType made(std::uint8_t number) {
    return IdType{Ulid::from({number}, {number})};
}
const auto ana = made<PersonId>(1), ben = made<PersonId>(2);
const Stream talk{StreamKind::series, made<Ulid>(3)}, other{StreamKind::series, made<Ulid>(4)};
const Footing footing{made<Ulid>(5), 7};

Acquaintance login_of(const PersonId& person, std::string name = "SDI") {
    return {.login = {person, {60 * minute}, Instant{0}},
            .reception = std::make_shared<const Reception>(
                Reception{.collaboratives = {{made<CollaborativeId>(6), "sdi", std::move(name)}}})};
}

} // namespace

TEST_CASE("who was met is known by their secret, shown as it was shown, until it is over") {
    Acquaintances people;
    people.stand_on(1);
    people.meet(1, "a", login_of(ana));
    REQUIRE(people.known("a", Shown::cookie, {1}));
    CHECK(people.known("a", Shown::cookie, {1})->login.person == ana);
    CHECK(!people.known("a", Shown::token, {1}));
    CHECK(!people.known("b", Shown::cookie, {1}));
    CHECK(people.known("a", Shown::cookie, {60 * minute - 1}));
    CHECK(!people.known("a", Shown::cookie, {60 * minute}));
}

TEST_CASE("a login that is left unused ends in memory too, and one that is used goes on") {
    Acquaintances people;
    const auto idle = identity::sign_in_idle_limit;
    auto met = login_of(ana);
    met.login.ends_at = Instant{0} + identity::sign_in_life;
    people.meet(1, "a", met);
    CHECK(people.known("a", Shown::cookie, Instant{0} + idle - Millis{1}));
    CHECK(!people.known("a", Shown::cookie, Instant{0} + idle));
    people.used("a", {minute});
    CHECK(people.known("a", Shown::cookie, Instant{0} + idle));
    CHECK(!people.known("a", Shown::cookie, Instant{minute} + idle));
    people.used("nobody", {minute});
    // A token has no such end, and gets none.
    met.shown = Shown::token;
    met.login.used_at.reset();
    people.meet(1, "t", met);
    people.used("t", {minute});
    CHECK(people.known("t", Shown::token, Instant{minute} + idle));
    met.login.shown_at = Instant{0};
    people.meet(1, "told", met);
    people.used("told", {minute});
    const auto* told = people.known("told", Shown::token, Instant{minute} + idle);
    REQUIRE(told);
    CHECK(told->login.shown_at == Instant{minute});
    CHECK(!told->login.used_at);
}

TEST_CASE("other grounds, or none, and everything is forgotten") {
    for (const auto& now : {std::optional<std::int64_t>{2}, std::optional<std::int64_t>{}}) {
        Acquaintances people;
        people.stand_on(1);
        people.meet(1, "a", login_of(ana));
        people.allow(1, ana, talk, footing);
        people.stand_on(1);
        CHECK(people.known("a", Shown::cookie, {1}));
        CHECK(people.may_follow(ana, talk));
        CHECK(people.footing(talk)->floor == 7);
        people.stand_on(now);
        CHECK(!people.known("a", Shown::cookie, {1}));
        CHECK(!people.may_follow(ana, talk));
        CHECK(!people.footing(talk));
        CHECK(people.logins() == 0);
    }
}

TEST_CASE("what was read on older grounds is not kept, and newer grounds end the older ones") {
    Acquaintances people;
    people.stand_on(5);
    people.meet(4, "a", login_of(ana));
    people.allow(4, ana, talk, footing);
    CHECK(!people.known("a", Shown::cookie, {1}));
    CHECK(!people.may_follow(ana, talk));
    people.meet(5, "a", login_of(ana));
    people.allow(6, ben, talk, footing);
    CHECK(people.may_follow(ben, talk));
    CHECK(!people.known("a", Shown::cookie, {1}));
    people.stand_on(5); // never in truth: the number only rises
    CHECK(!people.may_follow(ben, talk));
}

TEST_CASE("a right is one person's to one stream") {
    Acquaintances people;
    people.allow(1, ana, talk, footing);
    people.allow(1, ana, talk, footing);
    people.allow(1, ben, other, footing);
    CHECK(people.may_follow(ana, talk));
    CHECK(people.may_follow(ben, other));
    CHECK(!people.may_follow(ana, other));
    CHECK(!people.may_follow(ben, talk));
}

TEST_CASE("beyond a limit everything is forgotten, and the newest is known") {
    Acquaintances people{{.logins = 2, .follows = 2, .streams = 2}};
    for (const char* one : {"a", "b", "c"}) people.meet(1, one, login_of(ana));
    CHECK(people.logins() == 1);
    CHECK(people.known("c", Shown::cookie, {1}));
    people.allow(1, ana, talk, footing);
    people.allow(1, ben, talk, footing);
    people.allow(1, ben, other, footing);
    CHECK(people.may_follow(ben, other));
    CHECK(!people.may_follow(ana, talk));
}

TEST_CASE("those who are told the same share it") {
    Acquaintances people;
    people.meet(1, "a", login_of(ana));
    people.meet(1, "b", login_of(ben));
    people.meet(1, "c", login_of(ben, "Another name"));
    const auto told = [&](const char* one) { return people.known(one, Shown::cookie, {1})->reception; };
    CHECK(told("a") == told("b"));
    CHECK(told("c") != told("b"));
    CHECK(told("c")->collaboratives.front().name == "Another name");
}
