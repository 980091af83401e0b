// The second factor: which codes are taken, how often may be guessed, and who must have one.
#include "features/identity/second_factor.hpp"

#include "base/one_time_code.hpp"
#include "features/identity/sign_in.hpp"
#include "support/people.hpp"

using namespace interstate;
using namespace interstate::identity;
using namespace interstate::law;

namespace {

constexpr std::int64_t step = 30'000;
constexpr Instant noon{1'800'000'000'000};
const std::vector<std::string> recovery{"aaaa-bbbb-cccc-dddd", "eeee-ffff-gggg-hhhh"};

Instant later(std::int64_t steps) { return {noon.ms + steps * step}; }

struct World {
    MemoryStore memory;
    store::Transaction& tx = memory.tx();
    std::string secret;

    explicit World(std::string_view kind = "real") {
        add_collaborative(tx);
        tx.run("INSERT INTO facts_of_store (name, value) VALUES ('kind', ?)", kind);
    }
    std::string code(Instant at) const { return code_at(secret, code_step(at)); }
    /// One that is of no time near this.
    std::string wrong(Instant at) const {
        for (int i = 0;; ++i) {
            auto candidate = std::to_string(100000 + i);
            if (!step_of_code(secret, candidate, 0, at)) return candidate;
        }
    }
    void set_up(const PersonId& person, Instant at = later(-10)) {
        secret = offer_second_factor(tx, person, at).value();
        REQUIRE(confirm_second_factor(tx, person, code(at), recovery, at));
    }
    auto use(std::string_view typed, Instant at) { return use_second_factor(tx, ohioan, typed, at); }
};

} // namespace

TEST_CASE("the code of now is taken, and of the step before and after, since clocks differ; no other") {
    const std::string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    const auto here = code_step(noon);
    for (const int drift : {-1, 0, 1})
        CHECK(step_of_code(secret, code_at(secret, here + drift), 0, noon) == here + drift);
    for (const int drift : {-3, -2, 2, 3})
        CHECK(!step_of_code(secret, code_at(secret, here + drift), 0, noon));
}

TEST_CASE("no code is taken twice, nor one from before the last that was") {
    World world;
    world.set_up(ohioan);
    const auto now = world.code(noon), before = world.code(later(-1));
    CHECK(world.use(now, noon));
    CHECK(world.use(now, noon) == std::unexpected(SecondFault::wrong));
    CHECK(world.use(before, noon) == std::unexpected(SecondFault::wrong));
    CHECK(world.use(world.code(later(1)), later(1)));
}

TEST_CASE("the code that switched it on is used up by that") {
    World world;
    world.set_up(ohioan, noon);
    CHECK(!world.use(world.code(noon), noon));
    CHECK(world.use(world.code(later(1)), later(1)));
}

TEST_CASE("blanks and dashes, and the case of recovery codes, do not matter") {
    World world;
    world.set_up(ohioan);
    const auto code = world.code(noon);
    CHECK(world.use(" " + code.substr(0, 3) + " " + code.substr(3), noon));
    CHECK(world.use("AAAA bbbbccccDDDD", noon));
}

TEST_CASE("a recovery code signs in once, and only its person") {
    World world;
    world.set_up(utahn);
    world.set_up(ohioan);
    CHECK(second_factor_of(world.tx, ohioan)->recovery_codes == 2);
    CHECK(world.use(recovery[0], noon));
    CHECK(second_factor_of(world.tx, ohioan)->recovery_codes == 1);
    CHECK(second_factor_of(world.tx, utahn)->recovery_codes == 2);
    CHECK(world.use(recovery[0], noon) == std::unexpected(SecondFault::wrong));
    set_recovery_codes(world.tx, ohioan, {"jjjj-kkkk-mmmm-nnnn"});
    CHECK(!world.use(recovery[1], noon));
    CHECK(world.use("jjjj-kkkk-mmmm-nnnn", noon));
}

TEST_CASE("recovery codes are kept as digests only") {
    World world;
    world.set_up(ohioan);
    for (const auto& hash : world.tx.rows<std::string>("SELECT code_hash FROM recovery_codes"))
        CHECK(hash.size() == 64);
}

TEST_CASE("wrong codes in a row wait, longer each time, at most an hour; a right one begins anew") {
    CHECK(pause_before_code(4) == Millis{0});
    CHECK(pause_before_code(5) == Millis{1000});
    CHECK(pause_before_code(1000) == std::chrono::hours{1});
    World world;
    world.set_up(ohioan);
    for (int i = 0; i < 5; ++i)
        CHECK(world.use(world.wrong(noon), noon) == std::unexpected(SecondFault::wrong));
    CHECK(world.use(world.code(noon), noon) == std::unexpected(SecondFault::wait));
    CHECK(world.use(world.code(later(1)), later(1)));
    CHECK(world.use(world.wrong(later(1)), later(1)) == std::unexpected(SecondFault::wrong));
}

TEST_CASE("a day of guessing takes few codes, whatever the guesser's half sign-ins are") {
    World world;
    world.set_up(ohioan);
    int looked_at = 0;
    for (Instant now = noon; now < noon + std::chrono::hours{24}; now = now + std::chrono::seconds{10})
        looked_at += world.use(world.wrong(now), now) == std::unexpected(SecondFault::wrong) ? 1 : 0;
    CHECK(looked_at < 5 + 12 + 24); // three codes of a million each are right: one day in eight thousand
}

TEST_CASE("it is on once a code of the offered secret was typed, and what is offered stays for an hour") {
    World world;
    const auto secret = offer_second_factor(world.tx, ohioan, noon).value();
    CHECK(offer_second_factor(world.tx, ohioan, later(2)) == secret);
    CHECK(second_step_of(world.tx, ohioan) == SecondStep::none);
    world.secret = secret;
    CHECK(confirm_second_factor(world.tx, ohioan, world.wrong(later(2)), recovery, later(2)) ==
          std::unexpected(SecondFault::wrong));
    CHECK(!second_factor_of(world.tx, ohioan));
    CHECK(use_second_factor(world.tx, ohioan, world.code(later(2)), later(2)) ==
          std::unexpected(SecondFault::over));
    const auto after = noon + offer_life;
    CHECK(confirm_second_factor(world.tx, ohioan, world.code(after), recovery, after) ==
          std::unexpected(SecondFault::over));
    CHECK(offer_second_factor(world.tx, ohioan, after) != secret);
    world.set_up(ohioan, after);
    CHECK(second_factor_of(world.tx, ohioan)->since == after);
    CHECK(!offer_second_factor(world.tx, ohioan, after));
    CHECK(second_step_of(world.tx, ohioan) == SecondStep::show);
}

TEST_CASE("administrators and facilitators of a real installation must have one; nobody in a demonstration") {
    World real, demonstration{"demonstration"};
    for (const auto& person : {administrator, facilitator}) {
        CHECK(second_step_of(real.tx, person) == SecondStep::set_up);
        CHECK(second_step_of(demonstration.tx, person) == SecondStep::none);
    }
    for (const auto& person : {ohioan, utahn, partner})
        CHECK(second_step_of(real.tx, person) == SecondStep::none);
}

TEST_CASE("a login of who must have one opens with it only, and closes when it is removed") {
    World world;
    for (const auto& person : {administrator, ohioan})
        start_sign_in(world.tx, person, person.str(), noon, "");
    const auto opens = [&](const PersonId& person) {
        return login_of_sign_in(world.tx, person.str(), noon).has_value();
    };
    CHECK(opens(ohioan));
    CHECK(!opens(administrator));
    offer_second_factor(world.tx, administrator, noon);
    CHECK(!opens(administrator));
    world.set_up(administrator);
    CHECK(opens(administrator));
    remove_second_factor(world.tx, administrator);
    CHECK(!opens(administrator));
    world.tx.run("UPDATE facts_of_store SET value = 'demonstration' WHERE name = 'kind'");
    CHECK(opens(administrator));
}

TEST_CASE("a half sign-in is over after half an hour, after five wrong codes, and when its person has left") {
    World world;
    const auto begin = [&](const char* ticket) {
        begin_half(world.tx, ticket, {.person = administrator, .shared = true, .next = "/sdi"}, noon);
    };
    begin("t");
    const auto half = half_of(world.tx, "t", noon);
    REQUIRE(half);
    CHECK(half->person == administrator);
    CHECK(half->shared);
    CHECK(half->next == "/sdi");
    CHECK(half->step == SecondStep::set_up);
    CHECK(!half_of(world.tx, "other", noon));
    CHECK(half_of(world.tx, "t", {noon.ms + half_sign_in_life.count() - 1}));
    CHECK(!half_of(world.tx, "t", noon + half_sign_in_life));
    for (int i = 1; i < most_wrong_in_half; ++i) CHECK(count_wrong_in_half(world.tx, "t"));
    CHECK(half_of(world.tx, "t", noon));
    CHECK(!count_wrong_in_half(world.tx, "t"));
    CHECK(!half_of(world.tx, "t", noon));
    begin("u");
    end_half(world.tx, "u");
    CHECK(!half_of(world.tx, "u", noon));
    begin("v");
    world.tx.run("UPDATE people SET active = 0 WHERE id = ?", administrator);
    CHECK(!half_of(world.tx, "v", noon));
    forget_halves(world.tx, noon + half_sign_in_life);
    CHECK(world.tx.row<int>("SELECT count(*) FROM half_sign_ins") == 0);
}

TEST_CASE("after a restore no code that may have been used since the copy is good, and the telephone's next "
          "ones are") {
    World world;
    world.set_up(ohioan);
    begin_half(world.tx, "t", {.person = ohioan, .next = "/"}, noon);
    end_used_codes(world.tx, noon);
    CHECK(!world.use(world.code(noon), noon));
    CHECK(!world.use(world.code(later(1)), noon));
    CHECK(!world.use(recovery[0], noon));
    CHECK(!half_of(world.tx, "t", noon));
    CHECK(second_factor_of(world.tx, ohioan)->recovery_codes == 0);
    CHECK(world.use(world.code(later(2)), later(2)));
}

TEST_CASE("the second factor reads no whole table") {
    World world;
    world.set_up(ohioan);
    const Watch watch{world.tx};
    second_step_of(world.tx, administrator);
    begin_half(world.tx, "t", {.person = ohioan, .next = "/"}, noon);
    half_of(world.tx, "t", noon);
    count_wrong_in_half(world.tx, "t");
    end_half(world.tx, "t");
    end_halves(world.tx, ohioan);
    forget_halves(world.tx, noon);
    offer_second_factor(world.tx, utahn, noon);
    static_cast<void>(confirm_second_factor(world.tx, utahn, "000000", recovery, noon));
    static_cast<void>(world.use(world.code(noon), noon));
    static_cast<void>(world.use(recovery[0], noon));
    second_factor_of(world.tx, ohioan);
    set_recovery_codes(world.tx, ohioan, recovery);
    remove_second_factor(world.tx, ohioan);
    start_sign_in(world.tx, administrator, "h", noon, "");
    login_of_sign_in(world.tx, "h", noon);
}
