// Passwords: which are refused, how tries are counted, and that nothing says who is known.
#include "features/identity/passwords.hpp"

#include "features/identity/sign_in.hpp"
#include "support/people.hpp"

using namespace interstate;
using namespace interstate::identity;
using namespace interstate::law;

namespace {

constexpr OwnWords verity{"Verity Langholm-Okafor", "v.langholm@dpi.example.gov"};

bool is_taken(std::string_view password) { return fault_of_password(password, verity).empty(); }
bool is_guessed(std::string_view password) {
    return fault_of_password(password, verity).contains("what others would try");
}

struct World {
    MemoryStore memory;
    store::Transaction& tx = memory.tx();
    World() {
        add_collaborative(tx);
        set_password(tx, ohioan, "hash", {0});
    }
    auto ask(const std::string& address, Instant now, const std::string& device = {}) {
        return ask_for_password(tx, {.address = address, .device_hash = device}, now);
    }
};

constexpr const char* known = "ohm@agency.example";
constexpr const char* without_password = "ute@agency.example";
constexpr const char* unknown = "nobody@agency.example";

} // namespace

TEST_CASE("a password has 15 to 128 characters, whatever their bytes") {
    CHECK(fault_of_password("vjq8#hw2mk!x4t", verity).contains("15 characters or more; this one has 14"));
    CHECK(is_taken("vjq8#hw2mk!x4tz"));
    CHECK(is_taken("žluťoučký kůň ú"));
    std::string long_one;
    while (long_one.size() < 128 * 2) long_one += "жщфыэюяцкн";
    long_one.resize(128 * 2);
    CHECK(is_taken(long_one));
    CHECK(fault_of_password(long_one + "ж", verity).contains("at most 128"));
    CHECK(fault_of_password("\xff\xfe vjq8#hw2mk!x4t", verity).contains("no sound text"));
}

TEST_CASE("no kind of character is required, and blanks count as any other") {
    for (const char* good : {"four geese walked past", "kettle under the willow", "zvgxwqpmtrkhdbn",
                             "836402917365018", "correct horse battery staple", "  leading blanks stay"})
        CHECK(is_taken(good));
}

TEST_CASE("what is made of the person's own name or address is refused, also backwards and in disguise") {
    for (const char* bad :
         {"VerityLangholm1", "langholm.okafor", "Langholm-Okafor!2026", "v.langholm@dpi.example",
          "mlohgnalytirev!", "V3rityL@ngholm!", "verityveritylangholm", "okaforokaforokafor"})
        CHECK(is_guessed(bad));
    CHECK(is_taken("langholm keeps four geese"));
}

TEST_CASE("the product's name, common words, rows of keys, sequences and repetitions are refused") {
    for (const char* bad : {"interstate2026!", "Password123456!", "passwordpassword", "P@ssw0rdP@ssw0rd",
                            "aaaaaaaaaaaaaaaa", "abcabcabcabcabcabc", "123456789012345", "abcdefghijklmnop",
                            "qwertyuiopasdfgh", "poiuytrewqlkjhg", "1q2w3e4r5t6y7u8i", "administration1",
                            "Responsibilities", "Encyclopedia2024", "letmeinletmein!", "x7kx7kx7kx7kx7kx7k"})
        CHECK(is_guessed(bad));
}

TEST_CASE("what millions of people take for a password is refused, however long") {
    for (const char* bad :
         {"iloveyousomuch1", "welcometothejungle", "1qaz2wsx3edc4rfv", "thisismypassword", "trustno1trustno1",
          "jesuslovesmeforever", "ThisIsMyPassword123", "monkeymonkeymonkey1", "qwertyuiopasdfghjkl"})
        CHECK(is_guessed(bad));
}

TEST_CASE("the longest password is judged, whatever it is made of") {
    CHECK(is_guessed(std::string(128, '1')));
    CHECK(is_guessed("ab" + std::string(126, 'a')));
    CHECK(is_taken("the kettle under the willow sings to four geese that walked past on a tuesday afternoon "
                   "in the rain and nobody had told them"));
}

TEST_CASE("five tries in a row cost no wait, then each waits twice as long, at most a quarter of an hour; "
          "after a hundred it is over") {
    CHECK(pause_before_password(0) == Millis{0});
    CHECK(pause_before_password(4) == Millis{0});
    CHECK(pause_before_password(5) == Millis{1000});
    CHECK(pause_before_password(8) == Millis{8000});
    CHECK(pause_before_password(50) == std::chrono::minutes{15});
    CHECK(pause_before_password(99));
    CHECK(!pause_before_password(100));
}

TEST_CASE("known, unknown and without a password are counted alike, and only the known one has something to "
          "compare") {
    World world;
    for (const char* address : {known, without_password, unknown}) {
        for (int i = 0; i < tries_without_wait; ++i) CHECK(world.ask(address, {1000}));
        const auto waits = world.ask(address, {1000});
        REQUIRE(!waits);
        CHECK(waits.error() == Instant{2000});
        CHECK(world.ask(address, {2000}).has_value());
        CHECK(!world.ask(address, {2000}));
    }
    World fresh;
    CHECK(fresh.ask(" OHM@agency.EXAMPLE ", {0})->person == ohioan);
    CHECK(fresh.ask(known, {0})->hash == "hash");
    for (const char* address : {without_password, unknown}) {
        CHECK(!fresh.ask(address, {0})->person);
        CHECK(fresh.ask(address, {0})->hash.empty());
    }
}

TEST_CASE(
    "after a hundred tries in a row a strange browser is not asked any more, until the person has come in") {
    World world;
    Instant now{0};
    int taken = 0;
    for (int i = 0; i < 200; ++i, now = now + std::chrono::minutes{16})
        taken += world.ask(known, now) ? 1 : 0;
    CHECK(taken == most_tries);
    const auto over = world.ask(known, now);
    REQUIRE(!over);
    CHECK(!over.error());
    forget_tries(world.tx, ohioan);
    CHECK(world.ask(known, now).has_value());
}

TEST_CASE("a browser that has signed the person in has a count of its own: others do not keep them away") {
    World world;
    know_device(world.tx, ohioan, "device", {0});
    for (int i = 0; i < 20; ++i) static_cast<void>(world.ask(known, {1000}, "of-a-stranger"));
    REQUIRE(!world.ask(known, {1000}));
    const auto question = world.ask(known, {1000}, "device");
    REQUIRE(question);
    CHECK(question->known_device);
    // It is known for that person only, and not for ever.
    CHECK(!world.ask(without_password, {1000}, "device")->known_device);
    CHECK(!world.ask(known, {1000 + device_life.count()}, "device")->known_device);
    // While all strangers must wait, whoever comes back need not.
    CHECK(!ask_for_password(world.tx, {.address = unknown, .only_known = true}, {5000}));
    CHECK(
        ask_for_password(world.tx, {.address = known, .device_hash = "device", .only_known = true}, {5000}));
}

TEST_CASE("a known browser that guesses waits too, and keeps nobody else waiting") {
    World world;
    know_device(world.tx, ohioan, "device", {0});
    for (int i = 0; i < tries_without_wait; ++i) CHECK(world.ask(known, {1000}, "device"));
    CHECK(!world.ask(known, {1000}, "device"));
    CHECK(world.ask(known, {1000}));
}

TEST_CASE("who has left has no password to compare, and is answered as anybody") {
    World world;
    world.tx.run("UPDATE people SET active = 0 WHERE id = ?", ohioan);
    CHECK(!world.ask(known, {0})->person);
    CHECK(!is_still_password(world.tx, ohioan, "hash"));
}

TEST_CASE("a password that was changed while another was compared lets nobody in, nor is it written over") {
    World world;
    set_password(world.tx, ohioan, "newer", {5});
    CHECK(!is_still_password(world.tx, ohioan, "hash"));
    renew_password(world.tx, ohioan, "hash", "renewed");
    CHECK(world.ask(known, {9})->hash == "newer");
    renew_password(world.tx, ohioan, "newer", "renewed");
    CHECK(world.ask(known, {9})->hash == "renewed");
    CHECK(password_set_at(world.tx, ohioan) == Instant{5});
    remove_password(world.tx, ohioan);
    CHECK(!world.ask(known, {9})->person);
}

TEST_CASE("a clock that was set back makes nobody wait longer than the pause") {
    World world;
    for (int i = 0; i < tries_without_wait; ++i) CHECK(world.ask(known, {1'000'000'000}));
    const auto waits = world.ask(known, {1000});
    REQUIRE(!waits);
    CHECK(waits.error() == Instant{2000});
}

TEST_CASE("few tries are forgotten after a day, many after fourteen") {
    World world;
    constexpr std::int64_t day = 24 * 60 * 60'000;
    CHECK(world.ask(unknown, {0}));
    for (int i = 0; i < 8; ++i) static_cast<void>(world.ask(known, {i * 60'000}));
    const auto kept = [&] { return *world.tx.row<int>("SELECT count(*) FROM password_tries"); };
    forget_password_tries(world.tx, {day - 1});
    CHECK(kept() == 2);
    forget_password_tries(world.tx, {2 * day});
    CHECK(kept() == 1);
    forget_password_tries(world.tx, {16 * day});
    CHECK(kept() == 0);
}

TEST_CASE("a person has at most fifty known browsers; the one that was used longest ago goes") {
    World world;
    for (int i = 0; i < 60; ++i) know_device(world.tx, ohioan, "d" + std::to_string(i), {i});
    CHECK(world.tx.row<int>("SELECT count(*) FROM known_devices") == 50);
    CHECK(!world.tx.any("SELECT 1 FROM known_devices WHERE device_hash = 'd9'"));
    know_device(world.tx, ohioan, "d10", {100});
    know_device(world.tx, ohioan, "another", {101});
    CHECK(world.tx.any("SELECT 1 FROM known_devices WHERE device_hash = 'd10'"));
    forget_devices(world.tx, ohioan);
    CHECK(world.tx.row<int>("SELECT count(*) FROM known_devices") == 0);
}

TEST_CASE("nothing about passwords reads a whole table") {
    World world;
    const Watch watch{world.tx};
    static_cast<void>(world.ask(known, {0}, "device"));
    static_cast<void>(ask_own_password(world.tx, ohioan, "credential", {0}));
    is_still_password(world.tx, ohioan, "hash");
    renew_password(world.tx, ohioan, "hash", "h");
    set_password(world.tx, utahn, "h", {0});
    password_set_at(world.tx, utahn);
    remove_password(world.tx, utahn);
    know_device(world.tx, ohioan, "device", {0});
    forget_devices(world.tx, ohioan);
    forget_tries(world.tx, ohioan);
    forget_password_tries(world.tx, {0});
}
