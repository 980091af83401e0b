#include "store/migrations.hpp"

#include "store/transaction.hpp"

#include <stdexcept>
#include <string>

namespace interstate::store {

int schema_version(Connection& connection) {
    connection.script("CREATE TABLE IF NOT EXISTS schema_versions (number INTEGER NOT NULL PRIMARY KEY,"
                      " name TEXT NOT NULL) STRICT");
    Transaction tx{connection};
    return tx.row<int>("SELECT coalesce(max(number), 0) FROM schema_versions").value();
}

int migrate(Connection& connection) {
    const int before = schema_version(connection);
    const auto all = migrations();
    if (before > all.back().number)
        throw std::runtime_error{"this data folder was made by a newer Interstate (schema " +
                                 std::to_string(before) + "): start that version instead"};
    int ran = 0;
    for (const auto& migration : all) {
        if (migration.number <= before) continue;
        connection.begin_write();
        try {
            connection.script(migration.sql);
            Transaction tx{connection};
            tx.run("INSERT INTO schema_versions (number, name) VALUES (?, ?)", migration.number,
                   migration.name);
            connection.commit();
        } catch (...) {
            connection.rollback();
            throw;
        }
        ++ran;
    }
    return ran;
}

} // namespace interstate::store
