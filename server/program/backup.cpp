#include "program/backup.hpp"

#include "program/files.hpp"
#include "program/seal.hpp"
#include "program/verify.hpp"
#include "store/copies.hpp"
#include "store/sqlite/sqlite_copy.hpp"
#include "wire/codec.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iomanip>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace interstate {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* partial_ending = ".partial";
/// The server comes first: setpriority(2), the lowest.
constexpr int lowest_priority = 19;
constexpr std::chrono::seconds longest_rest{1};
/// Of a disk that a backup may not fill: the server needs it to go on, and its log grows while a copy is
/// made.
constexpr std::uintmax_t left_for_others = 32U << 20;

double seconds_since(Clock::time_point from) {
    return std::chrono::duration<double>(Clock::now() - from).count();
}

std::filesystem::path name_of_copy(const std::filesystem::path& to, Instant now) {
    const bool folder = std::filesystem::is_directory(to);
    if (!folder && !to.has_filename())
        throw std::runtime_error{"there is no folder " + to.string() + ": make it first"};
    const auto file = folder ? to / ("interstate-" + as_name(now) + ".db") : to;
    if (std::filesystem::exists(file))
        throw std::runtime_error{file.string() +
                                 " is there already, and a copy is never replaced: name another"};
    const auto parent = std::filesystem::absolute(file).parent_path();
    if (!std::filesystem::is_directory(parent))
        throw std::runtime_error{"there is no folder " + parent.string() + ": make it first"};
    return file;
}

/// What the copy will need and is not there would be missing for the server too.
void look_for_space(const std::filesystem::path& database, const std::filesystem::path& file) {
    std::error_code none;
    const auto log = std::filesystem::file_size(std::filesystem::path{database}.concat("-wal"), none);
    const auto needed = std::filesystem::file_size(database) + (none ? 0 : log) + left_for_others;
    const auto there = std::filesystem::space(std::filesystem::absolute(file).parent_path()).available;
    if (there < needed)
        throw std::runtime_error{"the disk of " + file.string() + " has " + std::to_string(there >> 20) +
                                 " MiB left, and a copy needs " + std::to_string((needed >> 20) + 1) +
                                 " MiB with what must stay free: make room, or name another disk"};
}

/// Half a copy that an earlier backup left when it was killed.
void sweep(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with("interstate-") || !name.ends_with(std::string{".db"} + partial_ending))
            continue;
        if (const OpenFile left{entry.path(), O_RDONLY}; left.lock()) std::filesystem::remove(entry.path());
    }
}

/// The copy before it has its name: gone with this object, unless it was kept.
class PartialCopy {
  public:
    explicit PartialCopy(const std::filesystem::path& name)
        : name_{name}, path_{std::filesystem::path{name}.concat(partial_ending)},
          file_{path_, O_RDWR | O_CREAT | O_NOFOLLOW} {
        if (!file_.lock()) throw std::runtime_error{"another backup is writing " + name.string()};
        mine_ = true;
        ::fchmod(file_.descriptor(), 0600); // it may be there already
        // What a killed one left would be taken for pages of this one.
        std::filesystem::resize_file(path_, 0);
        for (const char* ending : {"-journal", "-wal"})
            std::filesystem::remove(std::filesystem::path{path_}.concat(ending));
    }
    ~PartialCopy() {
        std::error_code ignored;
        if (mine_) std::filesystem::remove(path_, ignored);
    }
    PartialCopy(const PartialCopy&) = delete;
    PartialCopy& operator=(const PartialCopy&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    void sync() const { file_.sync(); }
    /// Gives it its name, on the disk too. Never in place of another.
    void keep() {
        if (::syscall(SYS_renameat2, AT_FDCWD, path_.c_str(), AT_FDCWD, name_.c_str(), RENAME_NOREPLACE) != 0)
            rename_where_system_cannot();
        mine_ = false;
        sync_folder(std::filesystem::absolute(name_).parent_path());
    }

  private:
    /// Network disks do not know how not to replace.
    void rename_where_system_cannot() {
        if (errno != EINVAL && errno != ENOSYS)
            throw std::runtime_error{"cannot name the copy " + name_.string() + ": " + std::strerror(errno)};
        if (std::filesystem::exists(name_)) throw std::runtime_error{name_.string() + " is there already"};
        std::filesystem::rename(path_, name_);
    }
    std::filesystem::path name_;
    std::filesystem::path path_;
    OpenFile file_;
    bool mine_ = false;
};

/// Copies a piece, brings it to the disk, and rests for as long as that took: whoever waits for the disk
/// waits for little, and a busy disk makes the copy slower instead of the server.
void copy_at_leisure(const std::filesystem::path& database, const PartialCopy& copy) {
    auto began = Clock::now();
    const auto after_piece = [&] {
        copy.sync();
        std::this_thread::sleep_for(std::min<Clock::duration>(Clock::now() - began, longest_rest));
        began = Clock::now();
    };
    try {
        store::copy_while_written(database, copy.path(), after_piece);
    } catch (const store::Failure& failure) {
        throw std::runtime_error{std::string{failure.what()} + "; interstate doctor --data " +
                                 database.parent_path().string() + " looks at the data"};
    }
}

void mark(const PartialCopy& copy, Instant at) {
    const auto connection = store::open_own_copy(copy.path());
    connection->begin_write();
    store::Transaction tx{*connection};
    store::mark_copy(tx, at);
    connection->commit();
}

store::Reached verified(const PartialCopy& copy, const std::filesystem::path& data) {
    std::string faults;
    const auto reached = verify_file(copy.path(), [&](const std::string& what, const std::string& wrong) {
        if (!wrong.empty()) faults += (faults.empty() ? "" : "; ") + what + ": " + wrong;
        return wrong.empty();
    });
    if (!reached)
        throw std::runtime_error{"the copy is not sound (" + faults +
                                 "), so it was not kept: look at the data with interstate doctor --data " +
                                 data.string() + ", and at both disks"};
    return *reached;
}

void keep_word(const std::filesystem::path& data, const LastBackup& done) {
    const wire::Json word{{"at", done.at.ms},
                          {"file", std::filesystem::absolute(done.file).string()},
                          {"sequence", done.sequence},
                          {"bytes", done.bytes},
                          {"seconds", done.seconds}};
    write_whole(data / "last-backup.json", word.dump() + "\n");
}

} // namespace

void backup(const std::filesystem::path& data, const std::filesystem::path& to, std::ostream& out) {
    const auto began = Clock::now();
    const auto database = data / "interstate.db";
    if (!std::filesystem::exists(database))
        throw std::runtime_error{"there is no data in " + data.string() + ": name its folder with --data"};
    std::signal(SIGXFSZ, SIG_IGN); // a limit of sizes is then an error that is told
    ::setpriority(PRIO_PROCESS, 0, lowest_priority);
    LastBackup done{.at = wall_clock()};
    done.file = name_of_copy(to, done.at);
    if (std::filesystem::is_directory(to)) sweep(to);
    look_for_space(database, done.file);
    {
        PartialCopy copy{done.file};
        copy_at_leisure(database, copy);
        mark(copy, done.at);
        seal(copy.path());
        copy.sync();
        done.sequence = verified(copy, data).sequence;
        copy.keep();
    }
    done.bytes = std::filesystem::file_size(done.file);
    done.seconds = seconds_since(began);
    keep_word(data, done);
    out << done.file.string() << ": sequence " << done.sequence << ", " << done.bytes << " bytes, "
        << std::fixed << std::setprecision(1) << done.seconds << " s\n";
}

std::optional<LastBackup> last_backup(const std::filesystem::path& data) {
    std::ifstream in{data / "last-backup.json"};
    const auto word = wire::Json::parse(in, nullptr, false);
    if (!word.is_object() || !word.contains("at")) return std::nullopt;
    return LastBackup{.at = Instant{word.value("at", std::int64_t{0})},
                      .file = word.value("file", ""),
                      .sequence = word.value("sequence", std::int64_t{0}),
                      .bytes = word.value("bytes", std::uintmax_t{0}),
                      .seconds = word.value("seconds", 0.0)};
}

} // namespace interstate
