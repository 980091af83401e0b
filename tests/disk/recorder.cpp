#include "disk/recorder.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <utility>

namespace interstate::tests::disk {
namespace {

constexpr const char* call_words[] = {"open",   "read",   "write", "truncate", "sync", "size",
                                      "remove", "access", "lock",  "unlock",   "map",  "map_lock"};
constexpr const char* breakage_words[] = {"broken", "full", "short_write", "busy"};

/// What os_unix.c answers for EIO.
constexpr int broken_codes[] = {SQLITE_CANTOPEN,       SQLITE_IOERR_READ,   SQLITE_IOERR_WRITE,
                                SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_FSYNC,  SQLITE_IOERR_FSTAT,
                                SQLITE_IOERR_DELETE,   SQLITE_IOERR_ACCESS, SQLITE_IOERR_LOCK,
                                SQLITE_IOERR_UNLOCK,   SQLITE_IOERR_SHMMAP, SQLITE_IOERR_SHMLOCK};

/// What os_unix.c answers to this call in this trouble; nothing where the call cannot be in it.
std::optional<int> code_of(Call call, Breakage breakage) {
    switch (breakage) {
    case Breakage::broken:
        return broken_codes[static_cast<int>(call)];
    case Breakage::full:
        if (call == Call::write) return SQLITE_FULL;
        if (call == Call::map) return SQLITE_IOERR_SHMSIZE;
        if (call == Call::open) return SQLITE_CANTOPEN;
        return std::nullopt;
    case Breakage::short_write:
        if (call == Call::write) return SQLITE_FULL;
        return std::nullopt;
    case Breakage::busy:
        if (call == Call::lock || call == Call::map_lock) return SQLITE_BUSY;
        return std::nullopt;
    }
    return std::nullopt;
}

std::atomic<Recorder*> watching = nullptr;

} // namespace

std::string_view word_of(Call call) { return call_words[static_cast<int>(call)]; }
std::string_view word_of(Breakage breakage) { return breakage_words[static_cast<int>(breakage)]; }

Recorder::Recorder(std::filesystem::path folder, const Platter& before)
    : folder_{std::filesystem::canonical(folder)}, before_{before}, numbers_{before.names()} {
    last_number_ = before.files_ever();
    Recorder* none = nullptr;
    if (!watching.compare_exchange_strong(none, this)) throw std::logic_error{"one recorder at a time"};
}

Recorder::~Recorder() { watching = nullptr; }

std::size_t Recorder::moment() const {
    const std::lock_guard lock{mutex_};
    return steps_.size();
}

std::vector<Step> Recorder::steps() const {
    const std::lock_guard lock{mutex_};
    return steps_;
}

Platter Recorder::platter() const {
    auto platter = before_;
    for (const auto& step : steps()) platter.take(step);
    return platter;
}

void Recorder::break_calls(int nth, int count, Breakage breakage) {
    nth_ = 0;
    calls_ = 0;
    broken_ = -1;
    breakage_ = breakage;
    count_ = count;
    nth_ = nth;
}

void Recorder::mend() { nth_ = 0; }

std::optional<Call> Recorder::broken() const {
    const int call = broken_;
    return call < 0 ? std::nullopt : std::optional{static_cast<Call>(call)};
}

int Recorder::number_of(const std::string& name, bool made_now) {
    const std::lock_guard lock{mutex_};
    auto& number = numbers_[name];
    if (made_now || number == 0) {
        number = ++last_number_;
        steps_.push_back({.kind = Step::Kind::create, .file = number, .name = name});
    }
    return number;
}

void Recorder::add(Step step) {
    const std::lock_guard lock{mutex_};
    steps_.push_back(std::move(step));
}

void Recorder::removed(const std::string& name) {
    const std::lock_guard lock{mutex_};
    steps_.push_back({.kind = Step::Kind::remove, .file = numbers_[name], .name = name});
    numbers_.erase(name);
}

std::optional<int> Recorder::trouble(Call call) {
    const int nth = nth_;
    const auto code = code_of(call, breakage_);
    if (nth == 0 || !code) return std::nullopt;
    const int count = ++calls_;
    if (count < nth || count - nth >= count_) return std::nullopt;
    int none = -1;
    broken_.compare_exchange_strong(none, static_cast<int>(call));
    return code;
}

// ---- the VFS --------------------------------------------------------------------------------------------

namespace {

sqlite3_vfs* real_vfs = nullptr;

struct RecordedFile {
    sqlite3_file base;
    Recorder* recorder; // nothing: passed on
    int number;
    /// os_unix.c syncs the folder with the first sync of a journal or log, and never for a main database.
    bool folder_unsynced;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

RecordedFile& of(sqlite3_file* file) { return *reinterpret_cast<RecordedFile*>(file); }

std::optional<int> trouble(sqlite3_file* file, Call call) {
    return of(file).recorder ? of(file).recorder->trouble(call) : std::nullopt;
}

void note(sqlite3_file* file, Step step) {
    if (!of(file).recorder) return;
    step.file = of(file).number;
    of(file).recorder->add(std::move(step));
}

#define INTERSTATE_REAL(file) of(file).real()->pMethods

int close_file(sqlite3_file* file) {
    return INTERSTATE_REAL(file) ? INTERSTATE_REAL(file)->xClose(of(file).real()) : SQLITE_OK;
}

int read_file(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
    if (const auto code = trouble(file, Call::read)) return *code;
    return INTERSTATE_REAL(file)->xRead(of(file).real(), out, amount, offset);
}

int write_some(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset) {
    note(file, {.kind = Step::Kind::write,
                .offset = offset,
                .bytes = {static_cast<const char*>(bytes), static_cast<std::size_t>(amount)}});
    return INTERSTATE_REAL(file)->xWrite(of(file).real(), bytes, amount, offset);
}

int write_file(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset) {
    if (const auto code = trouble(file, Call::write)) {
        if (of(file).recorder->breakage() == Breakage::short_write && amount > 1)
            write_some(file, bytes, amount / 2, offset);
        return *code;
    }
    return write_some(file, bytes, amount, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (const auto code = trouble(file, Call::truncate)) return *code;
    note(file, {.kind = Step::Kind::truncate, .offset = size});
    return INTERSTATE_REAL(file)->xTruncate(of(file).real(), size);
}

int sync_file(sqlite3_file* file, int) {
    auto& one = of(file);
    if (!one.recorder) return SQLITE_OK; // nobody's power goes while tests prepare and look
    if (const auto code = trouble(file, Call::sync)) {
        note(file, {.kind = Step::Kind::sync_failed});
        return *code;
    }
    if (one.recorder->ignores_sync) return SQLITE_OK;
    // Nothing is asked of the real disk: what would be on it is what the steps say.
    note(file, {.kind = Step::Kind::sync});
    if (std::exchange(one.folder_unsynced, false)) note(file, {.kind = Step::Kind::sync_folder});
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    if (const auto code = trouble(file, Call::size)) return *code;
    return INTERSTATE_REAL(file)->xFileSize(of(file).real(), size);
}

int lock_file(sqlite3_file* file, int level) {
    if (const auto code = trouble(file, Call::lock)) return *code;
    return INTERSTATE_REAL(file)->xLock(of(file).real(), level);
}

int unlock_file(sqlite3_file* file, int level) {
    const int result = INTERSTATE_REAL(file)->xUnlock(of(file).real(), level);
    return trouble(file, Call::unlock).value_or(result);
}

int check_reserved_lock(sqlite3_file* file, int* held) {
    if (const auto code = trouble(file, Call::lock)) return *code;
    return INTERSTATE_REAL(file)->xCheckReservedLock(of(file).real(), held);
}

int file_control(sqlite3_file* file, int what, void* argument) {
    return INTERSTATE_REAL(file)->xFileControl(of(file).real(), what, argument);
}

int sector_size(sqlite3_file* file) { return INTERSTATE_REAL(file)->xSectorSize(of(file).real()); }

int characteristics(sqlite3_file* file) {
    if (!of(file).recorder) return INTERSTATE_REAL(file)->xDeviceCharacteristics(of(file).real());
    return of(file).recorder->powersafe ? SQLITE_IOCAP_POWERSAFE_OVERWRITE : 0;
}

int map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    if (const auto code = trouble(file, Call::map)) return *code;
    return INTERSTATE_REAL(file)->xShmMap(of(file).real(), page, size, extend, out);
}

int lock_map(sqlite3_file* file, int offset, int count, int flags) {
    if (!(flags & SQLITE_SHM_UNLOCK))
        if (const auto code = trouble(file, Call::map_lock)) return *code;
    return INTERSTATE_REAL(file)->xShmLock(of(file).real(), offset, count, flags);
}

void map_barrier(sqlite3_file* file) { INTERSTATE_REAL(file)->xShmBarrier(of(file).real()); }
int unmap(sqlite3_file* file, int remove) {
    return INTERSTATE_REAL(file)->xShmUnmap(of(file).real(), remove);
}

/// Version 2: with the log's shared memory, without mapping the database itself.
constexpr sqlite3_io_methods methods{2,
                                     close_file,
                                     read_file,
                                     write_file,
                                     truncate_file,
                                     sync_file,
                                     file_size,
                                     lock_file,
                                     unlock_file,
                                     check_reserved_lock,
                                     file_control,
                                     sector_size,
                                     characteristics,
                                     map,
                                     lock_map,
                                     map_barrier,
                                     unmap,
                                     nullptr,
                                     nullptr};

Recorder* recorder_of(const char* path) {
    Recorder* const recorder = watching;
    if (!recorder || !path) return nullptr;
    return std::filesystem::path{path}.parent_path() == recorder->folder() ? recorder : nullptr;
}

std::string name_of(const char* path) { return std::filesystem::path{path}.filename().string(); }

int open_file(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags) {
    auto& one = of(file);
    one = {.base = {nullptr}, .recorder = recorder_of(path), .number = 0, .folder_unsynced = false};
    one.real()->pMethods = nullptr;
    if (const auto code = trouble(file, Call::open)) return *code;
    const bool was_there = path && std::filesystem::exists(path);
    const int result = real_vfs->xOpen(real_vfs, path, one.real(), flags, out_flags);
    if (one.real()->pMethods) one.base.pMethods = &methods;
    if (result != SQLITE_OK || !one.recorder) return result;
    one.number = one.recorder->number_of(name_of(path), !was_there);
    constexpr int journals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
    one.folder_unsynced = (flags & SQLITE_OPEN_CREATE) && (flags & journals);
    return result;
}

int remove_file(sqlite3_vfs*, const char* path, int sync_folder) {
    auto* const recorder = recorder_of(path);
    if (!recorder) return real_vfs->xDelete(real_vfs, path, 0);
    if (const auto code = recorder->trouble(Call::remove)) return *code;
    const int result = real_vfs->xDelete(real_vfs, path, 0);
    if (result == SQLITE_OK) recorder->removed(name_of(path));
    if (result == SQLITE_OK && sync_folder && !recorder->ignores_sync)
        recorder->add({.kind = Step::Kind::sync_folder});
    return result;
}

int access_file(sqlite3_vfs*, const char* path, int flags, int* result) {
    if (auto* const recorder = recorder_of(path))
        if (const auto code = recorder->trouble(Call::access)) return *code;
    return real_vfs->xAccess(real_vfs, path, flags, result);
}

} // namespace

void register_recording_vfs() {
    static sqlite3_vfs vfs = [] {
        real_vfs = sqlite3_vfs_find(nullptr);
        auto ours = *real_vfs;
        ours.pNext = nullptr;
        ours.zName = "recording";
        ours.szOsFile += static_cast<int>(sizeof(RecordedFile));
        ours.xOpen = open_file;
        ours.xDelete = remove_file;
        ours.xAccess = access_file;
        return ours;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 1);
    if (registered != SQLITE_OK) throw std::runtime_error{"SQLite does not take the VFS"};
}

} // namespace interstate::tests::disk
