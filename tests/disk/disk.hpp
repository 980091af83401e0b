#pragma once
// What a disk was asked to do, and what is left of it when the power goes: SQLite's calls are written down as
// steps, and a Platter keeps apart what was synced and what was only asked for.
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace interstate::tests::disk {

/// Files of one folder by name, with everything in them.
using Files = std::map<std::string, std::string>;

/// The regular files of a folder. SQLite's shared memory is left out: it is nothing that a disk keeps.
Files files_in(const std::filesystem::path& folder);
void write_files(const std::filesystem::path& folder, const Files& files);

/// One thing asked of the disk. A file keeps its number when its name is removed or given to another.
struct Step {
    enum class Kind {
        create,
        remove,
        write,
        truncate,
        sync,
        /// An fsync that failed. Linux takes what it should have written for clean: it is still read, but no
        /// later fsync brings it to the disk.
        sync_failed,
        sync_folder
    };
    Kind kind = Kind::sync;
    int file = 0;
    /// Of create and remove.
    std::string name;
    /// Where a write begins; the new size of a truncate.
    std::int64_t offset = 0;
    std::string bytes;
};

/// In one line: "write interstate.db-wal 4152 24".
std::string line_of(const Step& step);

/// What a drive does to bytes beside those that are written when the power goes.
enum class Neighbours {
    /// Nothing: what SQLite calls powersafe overwrite, and takes for granted on a Unix file system.
    safe,
    /// The sector of a write that was under way may hold anything.
    damaged
};

/// How unsynced steps fare when the power goes.
struct Fate {
    /// Of each step: how likely it happened at all, and if so, how likely in part only.
    double happened = 0.5;
    double torn = 0.3;
    /// In the order asked, up to some step, and nothing later: the kindest that a disk can be.
    bool in_order = false;
    std::size_t sector = 512;
    Neighbours neighbours = Neighbours::safe;
};

/// A fate chosen by chance: nothing, everything, any subset, whole or in part.
Fate fate_by_chance(std::mt19937_64& chance, Neighbours neighbours);

/// What is safe on the disk, and what was asked for since.
class Platter {
  public:
    Platter() = default;
    /// Everything in these files is synced. They are numbered in the order of their names, from 1.
    explicit Platter(const Files& files);

    void take(const Step& step);

    /// What a process sees: every step has happened. So it is after a kill, too.
    [[nodiscard]] Files seen() const;
    /// What is there after the power went. Any subset of what was not synced has happened, in whole or in
    /// part; entries of the folder are such steps too. `told` gets a line for each.
    [[nodiscard]] Files after_cut(std::mt19937_64& chance, const Fate& fate,
                                  std::vector<std::string>* told = nullptr) const;
    /// Steps that a cut would put at stake.
    [[nodiscard]] std::size_t at_stake() const;
    /// The numbers of the files as processes see them, by name.
    [[nodiscard]] std::map<std::string, int> names() const;
    /// How many files there have been.
    [[nodiscard]] int files_ever() const { return files_.empty() ? 0 : files_.rbegin()->first; }

  private:
    struct File {
        std::string safe;
        std::string seen;
        std::vector<Step> asked;
    };
    std::map<int, File> files_;
    std::map<std::string, int> safe_names_;
    std::vector<Step> asked_names_;
};

} // namespace interstate::tests::disk
