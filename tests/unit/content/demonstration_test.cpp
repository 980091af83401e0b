// The demonstration as it stands in a database, against figures computed beforehand.
#include "support/catch.hpp"
#include "unit/content/support.hpp"
#include "wire/codec.hpp"

using namespace interstate;

namespace {

/// Noon of a Saturday in New York.
const content::LoadContext saturday = content::LoadContext::at(Instant{1'795'280'400'000}, "test");

/// Loaded once: the cases only look.
store::Transaction& loaded() {
    static tests::FreshDatabase database;
    static store::Transaction tx{database.connection()};
    static const bool done = [] {
        database.connection().begin_write();
        content::load_starting_content(tx, saturday);
        content::load_demonstration(tx, saturday);
        database.connection().commit();
        return true;
    }();
    REQUIRE(done);
    return tx;
}

template <class... Args>
int count(std::string_view sql, const Args&... args) {
    return loaded().row<int>(sql, args...).value();
}

} // namespace

TEST_CASE("the database is sound") {
    loaded();
    CHECK(loaded().connection().integrity().empty());
    for (const auto& row : loaded().rows<std::string>("SELECT status || ' ' || count(*) FROM action_steps s JOIN series e ON e.id = s.series WHERE e.current = 1 GROUP BY status")) WARN(row);
}
