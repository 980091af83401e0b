// Codes of a telephone, as RFC 6238 has them.
#include "base/one_time_code.hpp"

#include "support/catch.hpp"

#include <set>

using namespace interstate;

TEST_CASE("the codes are those of RFC 6238, appendix B") {
    const std::string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"; // 12345678901234567890
    const auto code = [&](std::int64_t second) { return code_at(secret, code_step({second * 1000})); };
    CHECK(code(59) == "287082");
    CHECK(code(1111111109) == "081804");
    CHECK(code(1111111111) == "050471");
    CHECK(code(1234567890) == "005924");
    CHECK(code(2000000000) == "279037");
    CHECK(code(20000000000) == "353130");
}

TEST_CASE("a step is thirty seconds") {
    CHECK(code_step({29'999}) == 0);
    CHECK(code_step({30'000}) == 1);
}

TEST_CASE("secrets are 160 bits in base32, and no two are alike") {
    const auto secret = random_code_secret();
    CHECK(secret.size() == 32);
    CHECK(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == secret.npos);
    CHECK(random_code_secret() != secret);
    CHECK(code_at(secret, 1).size() == 6);
    CHECK_THROWS_AS(code_at("not base32!", 1), std::runtime_error);
}

TEST_CASE("recovery codes are sixteen letters and digits in fours that are not taken for others") {
    std::set<std::string> all;
    for (int i = 0; i < 200; ++i) {
        const auto code = random_recovery_code();
        CHECK(code.size() == 19);
        CHECK(code.find_first_not_of("abcdefghjkmnpqrstuvwxyz23456789-") == code.npos);
        all.insert(code);
    }
    CHECK(all.size() == 200);
}
