#pragma once
// A VFS under SQLite, for tests only: it writes down what the database asks of the disk, and breaks the call
// that a test names. Register it before the first connection.
#include "disk/disk.hpp"

#include <atomic>
#include <set>

namespace interstate::tests::disk {

/// Calls of the database to the file system.
enum class Call { open, read, write, truncate, sync, size, remove, access, lock, unlock, map, map_lock };
std::string_view word_of(Call call);

/// How a call fails.
enum class Breakage {
    broken,      ///< EIO, whatever the call
    full,        ///< ENOSPC: nothing more can be written
    short_write, ///< ENOSPC after half of the bytes
    busy         ///< somebody else holds the lock
};
std::string_view word_of(Breakage breakage);

/// The folder that is looked at while this object lives; one at a time. Connections opened meanwhile must
/// be gone before it.
class Recorder {
  public:
    /// `before` is what the folder's files hold, and what of it is not synced yet.
    Recorder(std::filesystem::path folder, const Platter& before);
    explicit Recorder(const std::filesystem::path& folder) : Recorder{folder, Platter{files_in(folder)}} {}
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Steps taken so far: what is seen now was seen after so many.
    [[nodiscard]] std::size_t moment() const;
    [[nodiscard]] std::vector<Step> steps() const;
    /// What would be left, from the beginning up to now.
    [[nodiscard]] Platter platter() const;

    static constexpr int for_ever = 1'000'000'000;
    /// Breaks the `nth` call from now on that can break so, counted from 1, and those after it: `count` in
    /// all.
    void break_calls(int nth, int count, Breakage breakage);
    /// Breaks nothing more.
    void mend();
    /// The call that broke first since `break_calls`.
    [[nodiscard]] std::optional<Call> broken() const;
    /// Calls that could have been broken since `break_calls`.
    [[nodiscard]] int calls() const { return calls_; }

    /// Syncs are answered and not done: a careless disk, or a careless database.
    std::atomic<bool> ignores_sync = false;
    /// Says, as a Unix file system does, that writing does no harm to the bytes beside.
    std::atomic<bool> powersafe = true;

    // ---- for the VFS ------------------------------------------------------------------------------------
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    int number_of(const std::string& name, bool made_now);
    void add(Step step);
    void removed(const std::string& name);
    /// The code to fail with, where this call is to fail.
    std::optional<int> trouble(Call call);
    [[nodiscard]] Breakage breakage() const { return breakage_; }

  private:
    std::filesystem::path folder_;
    Platter before_;
    mutable std::mutex mutex_;
    std::vector<Step> steps_;
    std::map<std::string, int> numbers_;
    int last_number_ = 0;
    std::atomic<int> calls_ = 0;
    std::atomic<int> nth_ = 0;
    std::atomic<int> count_ = 1;
    std::atomic<Breakage> breakage_ = Breakage::broken;
    std::atomic<int> broken_ = -1;
};

/// Makes the recording VFS SQLite's default, once. Outside of a Recorder's folder it passes everything on.
void register_recording_vfs();

} // namespace interstate::tests::disk
