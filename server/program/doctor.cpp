#include "program/doctor.hpp"

#include "base/zone.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"

#include <functional>
#include <memory>
#include <sys/stat.h>

namespace interstate {
namespace {

/// Empty when all is well, else what is wrong and what to do.
using Check = std::function<std::string()>;

std::string rights(const std::filesystem::path& path) {
    struct stat info{};
    if (::stat(path.c_str(), &info) != 0) return "is not there: run interstate init";
    if ((info.st_mode & 077) != 0) return "can be read by others: chmod 700 " + path.string();
    return {};
}

std::string zones() {
    const auto summer = instant_of(LocalTime{"2026-07-01T12:00"}, ZoneName{"America/New_York"});
    const auto winter = instant_of(LocalTime{"2026-01-01T12:00"}, ZoneName{"America/New_York"});
    const bool right = summer && winter &&
                       local_time(*summer, ZoneName{"Pacific/Honolulu"}) == LocalTime{"2026-07-01T06:00"} &&
                       local_time(*winter, ZoneName{"Pacific/Honolulu"}) == LocalTime{"2026-01-01T07:00"};
    return right ? "" : "the zone data is wrong or missing: install tzdata";
}

/// Opens the database too: one that is damaged may not open at all.
std::string integrity(store::SqliteDatabase& database, std::unique_ptr<store::Connection>& connection) {
    std::string complaints;
    try {
        connection = database.open_writer();
        complaints = connection->integrity();
    } catch (const std::exception& error) {
        complaints = error.what();
    }
    if (complaints.ends_with('\n')) complaints.pop_back();
    return complaints.empty() ? complaints : complaints + ": stop the server and restore the last backup";
}

std::string schema(store::Connection& connection) {
    const int version = store::schema_version(connection);
    const int newest = static_cast<int>(store::migrations().size());
    if (version > newest) return "was made by a newer Interstate: start that version";
    if (version < newest) return "is older than the program: start the server once, it migrates after a copy";
    return {};
}

/// INV: each stream's numbers are dense, and its head is its last.
std::string journal(store::Connection& connection) {
    store::Transaction tx{connection};
    const bool gap =
        tx.any("SELECT 1 FROM streams s LEFT JOIN (SELECT stream, count(*) AS n, max(seq) AS last FROM "
               "journal GROUP BY stream) j"
               " ON j.stream = s.name WHERE s.head <> coalesce(j.last, 0) OR s.head <> coalesce(j.n, 0)");
    return gap ? "has a gap: restore the last backup and report this" : "";
}

} // namespace

int doctor(const std::filesystem::path& data, std::ostream& out) {
    int failed = 0;
    const auto report = [&](const char* what, const Check& check) {
        std::string complaint;
        try {
            complaint = check();
        } catch (const std::exception& error) {
            complaint = error.what();
        }
        out << (complaint.empty() ? "ok    " : "WRONG ") << what << (complaint.empty() ? "" : ": ")
            << complaint << '\n';
        failed += complaint.empty() ? 0 : 1;
    };
    report("data folder", [&] { return rights(data); });
    report("time zones", zones);
    store::SqliteDatabase database{data / "interstate.db"};
    if (!std::filesystem::exists(database.file())) {
        report("database", [] { return std::string{"is not there: run interstate init"}; });
        return failed;
    }
    std::unique_ptr<store::Connection> connection;
    report("database integrity", [&] { return integrity(database, connection); });
    if (!connection) return failed;
    report("schema", [&] { return schema(*connection); });
    report("journal", [&] { return journal(*connection); });
    return failed;
}

} // namespace interstate
