// So many in a span of time, for each name: exactly, and with bounded memory.
#include "app/allowances.hpp"
#include "support/catch.hpp"

using namespace interstate;
using interstate::app::Allowances;

namespace {

constexpr Instant noon{1'800'000'000'000};
constexpr Millis minute = std::chrono::minutes{1};

} // namespace

TEST_CASE("so many within a span, then each when the oldest is as old as the span, and nobody for another") {
    Allowances allowances{{.most = 3, .span = 60 * minute}, 10};
    for (int i = 0; i < 3; ++i) CHECK(!allowances.take("a", noon + i * minute));
    CHECK(allowances.take("a", noon + 3 * minute) == 57 * minute);
    CHECK(!allowances.take("b", noon + 3 * minute));
    CHECK(!allowances.take("a", noon + 60 * minute));
    CHECK(allowances.take("a", noon + 60 * minute) == minute);
}

TEST_CASE("what is given back may be taken again, and no more than was taken") {
    Allowances allowances{{.most = 1, .span = 60 * minute}, 10};
    allowances.give_back("a");
    CHECK(!allowances.take("a", noon));
    CHECK(allowances.take("a", noon));
    allowances.give_back("a");
    allowances.give_back("a");
    CHECK(!allowances.take("a", noon));
    CHECK(allowances.take("a", noon));
}

TEST_CASE("a clock that was set back makes nobody wait longer than the span") {
    Allowances allowances{{.most = 1, .span = 60 * minute}, 10};
    CHECK(!allowances.take("a", noon + 1000 * minute));
    CHECK(allowances.take("a", noon) == 60 * minute);
}

TEST_CASE("so many names are remembered; the one that was used longest ago is forgotten first") {
    Allowances allowances{{.most = 1, .span = 60 * minute}, 2};
    CHECK(!allowances.take("a", noon));
    CHECK(!allowances.take("b", noon));
    CHECK(allowances.take("a", noon));
    CHECK(!allowances.take("c", noon));
    CHECK(allowances.size() == 2);
    CHECK(allowances.take("a", noon));
    CHECK(!allowances.take("b", noon));
}
