#include "program/doctor.hpp"

#include "base/secret.hpp"
#include "base/zone.hpp"
#include "features/audit/audit.hpp"
#include "features/identity/leaving.hpp"
#include "net/listener.hpp"
#include "pages/mails.hpp"
#include "program/backup.hpp"
#include "program/files.hpp"
#include "program/provider_command.hpp"
#include "program/verify.hpp"
#include "store/journal.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_copy.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"
#include "store/verify.hpp"
#include "workers/mail_server.hpp"

#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace interstate {
namespace {

/// Empty when all is well, else what is wrong and what to do.
using Check = std::function<std::string()>;

std::string folder(const std::filesystem::path& path) {
    struct stat info{};
    if (::stat(path.c_str(), &info) != 0)
        return path.string() + " is not there: run interstate init, or name another with --data";
    if (!S_ISDIR(info.st_mode)) return path.string() + " is no folder: name another with --data";
    if ((info.st_mode & 077) != 0) return "can be read by others: chmod 700 " + path.string();
    if (::access(path.c_str(), R_OK | W_OK | X_OK) != 0)
        return path.string() + " is not yours to write: run this as its owner, or chown it";
    return {};
}

std::string file(const std::filesystem::path& path) {
    if (::access(path.c_str(), F_OK) != 0)
        return "is not there: run interstate init, or name another folder with --data";
    if (::access(path.c_str(), R_OK | W_OK) != 0)
        return path.string() + " is not yours to write: run this as its owner, or chown it";
    return {};
}

std::string web(const std::filesystem::path& path) {
    const auto page = path / "index.html";
    return std::ifstream{page}
               ? ""
               : page.string() + " cannot be read: run deploy/up, or name the folder with --web";
}

/// Takes the port for a moment, unless the server of this folder has it.
std::string port(const ServeOptions& options) {
    if (served_at(options.data) == options.listen + " " + std::to_string(options.port)) return {};
    boost::asio::io_context io;
    net::Listener listener{io, options.listen, options.port};
    listener.stop();
    return {};
}

std::string kind(const ServeOptions& options) {
    std::optional<DataKind> found;
    try {
        found = kind_of(options.data);
    } catch (const std::exception& error) {
        return "this is no data of Interstate (" + std::string{error.what()} +
               "): name another folder with --data, or restore the last backup";
    }
    return misfit(options, *found);
}

std::string zones() {
    const auto summer = instant_of(LocalTime{"2026-07-01T12:00"}, ZoneName{"America/New_York"});
    const auto winter = instant_of(LocalTime{"2026-01-01T12:00"}, ZoneName{"America/New_York"});
    const bool right = summer && winter &&
                       local_time(*summer, ZoneName{"Pacific/Honolulu"}) == LocalTime{"2026-07-01T06:00"} &&
                       local_time(*winter, ZoneName{"Pacific/Honolulu"}) == LocalTime{"2026-01-01T07:00"};
    return right ? "" : "the zone data is wrong or missing: install tzdata";
}

/// The nightly backup leaves word of how it went.
std::string backups(const std::filesystem::path& kept) {
    constexpr std::chrono::hours oldest{30}; // a night, and a machine that was off in the morning
    const std::string what_to_do =
        ": see journalctl -u interstate-backup, then systemctl start interstate-backup";
    std::error_code missing;
    const auto verified = std::filesystem::last_write_time(kept / "last-verified", missing);
    if (std::ifstream failure{kept / "last-failure"}) {
        std::string why;
        std::getline(failure, why);
        return "the last one failed (" + why + ")" + what_to_do;
    }
    if (missing) return "there is no verified copy in " + kept.string() + what_to_do;
    const auto age = std::filesystem::file_time_type::clock::now() - verified;
    if (age <= oldest) return {};
    return "the last verified copy is " +
           std::to_string(std::chrono::duration_cast<std::chrono::hours>(age).count()) + " hours old" +
           what_to_do;
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
    return complaints.empty() ? complaints : complaints + ": stop the server and restore the last backup";
}

std::string schema(store::Connection& connection) {
    const int version = store::schema_version(connection);
    const int newest = store::migrations().back().number;
    if (version > newest) return "was made by a newer Interstate: start that version";
    if (version < newest) return "is older than the program: start the server once, it migrates after a copy";
    return {};
}

std::string of_whom(const std::vector<identity::Unheld>& open) {
    const auto& one = open.front();
    const auto others = open.size() - 1;
    return "the " + one.what + " “" + one.title + "” is held by " + one.holder.str() +
           (others > 0 ? ", and " + std::to_string(others) + " more" : "");
}

/// What is open has a holder with access (INV-5). Who is suspended may come back: that is said, not wrong.
std::string holders(store::Connection& connection, std::string& waits) {
    connection.begin_read();
    store::Transaction tx{connection};
    auto open = identity::open_without_holder(tx);
    connection.rollback();
    const auto left = std::ranges::partition(open, [](const auto& one) { return !one.suspended; });
    const std::vector<identity::Unheld> suspended{left.begin(), left.end()};
    open.erase(left.begin(), open.end());
    if (!suspended.empty()) waits = of_whom(suspended);
    if (open.empty()) return {};
    return of_whom(open) +
           ", who has left: retire them on their page with a successor, or name another owner";
}

/// Hands a trial over and waits for what the mail server says.
std::string trial_of_mail(const ServeOptions& options, const std::string& address) {
    if (options.mail.url.empty()) return "no mail server is named: say --mail-server smtp://HOST:587";
    if (auto fault = workers::fault_of(options.mail); !fault.empty()) return fault;
    const std::atomic<bool> stop = false;
    workers::MailServer server{options.mail, stop};
    const auto now = wall_clock();
    const auto report = server.deliver(
        {.id = MailId{Ulid::from(now, random_bytes())},
         .address = address,
         .words = pages::trial_mail(options.public_url.empty() ? "this machine" : options.public_url),
         .made_at = now});
    return report.delivery == mail::Delivery::accepted ? "" : report.answer;
}

/// Where the audit ended when this copy was made; nothing where it has none, or is of another history.
audit::Head end_in_copy(const std::filesystem::path& copy, const Ulid& epoch) {
    if (!std::filesystem::exists(copy)) return {};
    const auto connection = store::open_to_look(copy);
    store::Transaction tx{*connection};
    if (store::looked_up_schema(tx) < audit::first_schema || store::epoch(tx) != epoch) return {};
    return audit::head(tx);
}

/// The audit against the last backup: what was cut off its end since is found out so.
std::string audit_since(store::Connection& connection, const std::filesystem::path& copy) {
    connection.begin_read();
    store::Transaction tx{connection};
    const auto fault = audit::fault_against(tx, end_in_copy(copy, store::epoch(tx)));
    connection.rollback();
    return fault.empty() ? fault : fault + ": the audit was changed since " + copy.string();
}

/// Not a check: a new installation has none, and only the operator knows how old one may be.
std::string word_of_backup(const std::filesystem::path& data) {
    const auto last = last_backup(data);
    if (!last) return "last backup: none by interstate backup";
    return "last backup " + as_name(last->at) + ": " + last->file.string();
}

/// Not a check: a list takes tens of gigabytes, and not every machine has them. `kind` has looked at one that
/// is named.
std::string word_of_stolen_passwords(const std::filesystem::path& list) {
    if (!list.empty()) return "stolen passwords are refused by " + list.string();
    return "stolen passwords: common ones are refused; --breached-passwords names no list of the others";
}

} // namespace

int doctor(const ServeOptions& options, const DoctorLooks& looks, std::ostream& out) {
    int failed = 0;
    const auto report = [&](const std::string& what, const Check& check) {
        std::string complaint;
        try {
            complaint = check();
        } catch (const std::exception& error) {
            complaint = error.what();
        }
        out << (complaint.empty() ? "ok    " : "WRONG ") << what << (complaint.empty() ? "" : ": ")
            << complaint << '\n';
        failed += complaint.empty() ? 0 : 1;
        return complaint.empty();
    };
    report("configuration", [] { return std::string{}; }); // the command line has looked at it
    report("web client", [&] { return web(options.web); });
    report("port", [&] { return port(options); });
    report("time zones", zones);
    report("data folder", [&] { return folder(options.data); });
    if (!looks.nightly.empty()) report("backups", [&] { return backups(looks.nightly); });
    if (!looks.mail_to.empty())
        report("mail to " + looks.mail_to, [&] { return trial_of_mail(options, looks.mail_to); });
    store::SqliteDatabase database{options.data / "interstate.db"};
    if (!report("database file", [&] { return file(database.file()); })) return failed;
    std::unique_ptr<store::Connection> connection;
    report("database integrity", [&] { return integrity(database, connection); });
    if (!connection || !report("kind of data", [&] { return kind(options); })) return failed;
    report("schema", [&] { return schema(*connection); });
    check_content(*connection, wall_clock(), [&](const std::string& what, const std::string& wrong) {
        return report(what, [&] {
            return wrong.empty() ? wrong : wrong + ": restore the last backup and report this";
        });
    });
    std::string waits;
    if (store::schema_version(*connection) == store::migrations().back().number) {
        if (const auto last = last_backup(options.data))
            report("audit since the last backup", [&] { return audit_since(*connection, last->file); });
        report("holders of what is open", [&] { return holders(*connection, waits); });
        check_providers(
            *connection, provider_settings_of(options),
            [&](const std::string& what, const std::string& wrong) { report(what, [&] { return wrong; }); });
        if (!waits.empty()) report("waits for somebody suspended: " + waits, [] { return std::string{}; });
    }
    report(word_of_backup(options.data), [] { return std::string{}; });
    report(word_of_stolen_passwords(options.breached_passwords), [] { return std::string{}; });
    return failed;
}

} // namespace interstate
