// Passwords at rest.
#include "base/password.hpp"

#include "support/catch.hpp"

using namespace interstate;

namespace {

constexpr PasswordCosts little{.passes = 1, .bytes = std::size_t{8} * 1024 * 1024};

} // namespace

TEST_CASE("a password fits its hash and no other, however alike") {
    const auto hash = password_hash("four geese walked past", little);
    CHECK(hash.starts_with("$argon2id$v=19$m=8192,t=1,p=1$"));
    CHECK(is_password("four geese walked past", hash));
    for (const char* other :
         {"four geese walked past ", "Four geese walked past", "four geese walked pas", ""})
        CHECK(!is_password(other, hash));
    CHECK(!is_password(std::string_view{"four geese walked past\0", 23}, hash));
}

TEST_CASE("the same password has another hash each time: the salt is random") {
    CHECK(password_hash("four geese walked past", little) != password_hash("four geese walked past", little));
}

TEST_CASE("what is no hash fits nothing") {
    for (const char* rubbish : {"", "hash", "$argon2id$", "$2b$12$abcdefghijklmnopqrstuv"})
        CHECK(!is_password("four geese walked past", rubbish));
}

TEST_CASE("a hash of other costs is to be made anew") {
    const auto hash = password_hash("four geese walked past", little);
    CHECK(!needs_new_hash(hash, little));
    CHECK(needs_new_hash(hash));
    CHECK(needs_new_hash(hash, {.passes = 2, .bytes = little.bytes}));
}
