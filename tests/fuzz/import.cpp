// Any bytes as the file of `interstate import`: all of its people are there, or an error names the record and
// nothing happened.
#include "content/import.hpp"
#include "base/text.hpp"
#include "fuzz/must.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"

using namespace interstate;

namespace {

/// A new installation, in memory.
store::Connection& installation() {
    static const auto connection = [] {
        auto made = store::SqliteDatabase{":memory:"}.open_writer();
        store::migrate(*made);
        made->begin_write();
        store::Transaction tx{*made};
        content::load_starting_content(tx, content::LoadContext::at({1'760'000'000'000}, "fuzz"));
        made->commit();
        return made;
    }();
    return *connection;
}

std::int64_t people(store::Transaction& tx) {
    return tx.row<std::int64_t>("SELECT count(*) FROM people").value();
}

void look_at(store::Transaction& tx, int imported) {
    must(people(tx) == imported, "everybody is there");
    must(!tx.any("SELECT 1 FROM people WHERE name = '' OR address NOT LIKE '_%@%'"), "with name and address");
    must(!tx.any("SELECT 1 FROM people p LEFT JOIN seats s ON s.person = p.id WHERE s.person IS NULL"),
         "with a seat");
    must(!tx.any("SELECT 1 FROM people p LEFT JOIN role_grants g ON g.person = p.id WHERE g.person IS NULL"),
         "with a role");
    must(!tx.any("SELECT address_folded FROM people GROUP BY address_folded HAVING count(*) > 1"),
         "once each");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto& connection = installation();
    connection.begin_write();
    store::Transaction tx{connection};
    try {
        const std::string_view bytes{reinterpret_cast<const char*>(data), size};
        look_at(tx, content::import_people(tx, "", "people.json", bytes, {1'760'000'000'000}).people);
    } catch (const content::ContentError& refused) {
        must(refused.file() == "people.json" && !refused.record().empty() && !refused.why().empty(),
             "an error says where and why");
        must(count_characters(refused.what()).has_value(), "an error is valid UTF-8");
    }
    connection.rollback();
    must(people(tx) == 0, "a rollback leaves nobody");
    return 0;
}
