// What is set aside is all of a row: a column that only the living have would be lost.
#include "store/backends.hpp"
#include "store/trash.hpp"

#include <algorithm>

using namespace interstate;
using namespace interstate::tests;

namespace {

/// "name type" of each column but `trash`, in order; whether it may be empty is for the living to say.
std::vector<std::string> columns_of(store::Transaction& tx, const std::string& table) {
    return tx.rows<std::string>("SELECT name || ' ' || type FROM pragma_table_info(?) WHERE name <> 'trash'"
                                " ORDER BY cid",
                                table);
}

std::string names_of(const std::vector<std::string>& columns) {
    std::string names;
    for (const auto& column : columns)
        names += (names.empty() ? "" : ", ") + column.substr(0, column.find(' '));
    return names;
}

} // namespace

TEST_CASE("INV-37 a row that is set aside keeps every column that it had") {
    SqliteBackend backend;
    const auto connection = backend.database().open_reader();
    connection->begin_read();
    store::Transaction tx{*connection};
    for (const auto* shelf : store::shelves) {
        INFO(shelf->table << " and " << shelf->aside
                          << " differ: a migration that adds a column to one adds it to the other, and"
                             " server/store/trash.cpp names it");
        auto living = columns_of(tx, shelf->table), aside = columns_of(tx, shelf->aside);
        CHECK(!living.empty());
        CHECK(names_of(aside) == shelf->columns);
        std::ranges::sort(living);
        std::ranges::sort(aside);
        CHECK(living == aside);
    }
}
