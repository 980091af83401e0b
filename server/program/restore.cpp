#include "program/restore.hpp"

#include "base/secret.hpp"
#include "program/data_folder.hpp"
#include "program/erasure_list.hpp"
#include "program/files.hpp"
#include "program/seal.hpp"
#include "program/verify.hpp"
#include "store/copies.hpp"
#include "store/sqlite/sqlite_copy.hpp"
#include "store/verify.hpp"

#include <algorithm>
#include <fcntl.h>
#include <optional>
#include <stdexcept>
#include <sys/stat.h>

namespace interstate {
namespace {

constexpr std::size_t piece = 1U << 20;

store::Reached verified(const std::filesystem::path& from) {
    std::string faults;
    const auto reached = verify_file(from, [&](const std::string& what, const std::string& wrong) {
        if (!wrong.empty()) faults += (faults.empty() ? "" : "; ") + what + ": " + wrong;
        return wrong.empty();
    });
    if (!reached) throw std::runtime_error{from.string() + " is not restored: " + faults};
    if (store::has_log(from))
        throw std::runtime_error{from.string() + " has a log beside it, so it is no copy: make one with"
                                                 " interstate backup"};
    return *reached;
}

/// A demonstration never becomes real, nor the other way round. Where the old data cannot be read, nobody
/// knows.
void check_kind(const std::filesystem::path& from, const std::filesystem::path& data) {
    const auto kind = kind_in(*store::open_to_look(from));
    try {
        if (kind_of(data) == kind) return;
    } catch (const std::exception&) {
        return;
    }
    throw std::runtime_error{from.string() + " is " + word_of_kind(kind) + ", and the data folder " +
                             data.string() + " is not and stays so: choose another folder with --data"};
}

/// The database of a copy, without its seal, whole and on the disk.
void copy_database(const std::filesystem::path& from, const std::filesystem::path& to) {
    auto bytes = sealed_bytes(from).value_or(std::filesystem::file_size(from));
    OpenFile in{from, O_RDONLY};
    const OpenFile out{to, O_WRONLY | O_CREAT | O_TRUNC};
    while (bytes > 0) {
        const auto some = in.read(std::min<std::uintmax_t>(bytes, piece));
        if (some.empty()) throw std::runtime_error{from.string() + " became shorter while it was read"};
        out.write(some);
        bytes -= some.size();
    }
    out.sync();
    give_to_owner_of(to.parent_path(), to);
}

/// A new folder, named by the time; a second one of the same second gets a number.
std::filesystem::path new_folder_aside(const std::filesystem::path& data, Instant now) {
    const auto named = data / ("before-restore-" + as_name(now));
    auto folder = named;
    for (int number = 2; !std::filesystem::create_directory(folder); ++number)
        folder = named.string() + "-" + std::to_string(number);
    return folder;
}

/// What the copy may not have heard of is known to the database that it replaces, if that can still be read.
void keep_erasures_of(const std::filesystem::path& data) {
    if (!std::filesystem::exists(data / "interstate.db")) return;
    try {
        const auto connection = store::open_to_look(data / "interstate.db");
        store::Transaction tx{*connection};
        if (store::looked_up_schema(tx) >= erasure::first_schema) keep_erasures(data, erasure::erasures(tx));
    } catch (const store::Failure&) {
        return; // damaged: the file beside it has those that were written there when they were made
    }
}

/// Links what is there into a folder of its own: it stands in both until the new database takes its name.
std::optional<std::filesystem::path> set_aside(const std::filesystem::path& data, Instant now) {
    if (!std::filesystem::exists(data / "interstate.db")) return std::nullopt;
    const auto aside = new_folder_aside(data, now);
    ::chmod(aside.c_str(), 0700);
    give_to_owner_of(data, aside);
    for (const char* name : {"interstate.db", "interstate.db-wal"})
        if (std::filesystem::exists(data / name))
            std::filesystem::create_hard_link(data / name, aside / name);
    sync_folder(aside);
    sync_folder(data);
    return aside;
}

/// Between the first and the last line the data folder is neither: who is killed here must restore again.
void take_place(const std::filesystem::path& data) {
    sync_folder(data);
    // A log that lay beside the new database would be taken for its own.
    for (const char* name : {"interstate.db-wal", "interstate.db-shm"}) std::filesystem::remove(data / name);
    sync_folder(data);
    std::filesystem::rename(data / unfinished_restore, data / "interstate.db");
    sync_folder(data);
}

} // namespace

void restore(const std::filesystem::path& from, const std::filesystem::path& data, std::ostream& out) {
    std::optional<DataFolder> folder;
    // A folder that is not there is not made for a copy that is refused.
    if (std::filesystem::exists(data)) folder.emplace(data);
    const auto reached = verified(from);
    if (!folder) folder.emplace(data);
    check_kind(from, data);
    const auto now = wall_clock();
    const auto fresh = data / "interstate.db.partial";
    for (const char* suffix : {"", "-wal", "-shm"}) // of one that was killed
        std::filesystem::remove(std::filesystem::path{fresh}.concat(suffix));
    copy_database(from, fresh);
    const int held = begin_new_history(*store::SqliteDatabase{fresh}.open_writer());
    keep_erasures_of(data);
    settle_erasures(*store::SqliteDatabase{fresh}.open_writer(), data);
    const auto aside = set_aside(data, now);
    std::filesystem::rename(fresh, data / unfinished_restore);
    take_place(data);
    out << "Restored " << data.string() << " to sequence " << reached.sequence << " of " << from.string()
        << ".\n";
    if (held > 0)
        out << "Mail that waited in the copy may have been sent since, so it is held: " << held
            << ". Look at it with interstate mail, then release or drop it.\n";
    if (aside) out << "What was there before is in " << aside->string() << ".\n";
}

} // namespace interstate
