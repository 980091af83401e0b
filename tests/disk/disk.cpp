#include "disk/disk.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace interstate::tests::disk {
namespace {

using Kind = Step::Kind;

double dice(std::mt19937_64& chance) { return std::uniform_real_distribution<>{0, 1}(chance); }

/// Bytes that nobody wrote: a file that grew without them shows zeros, or what stood there before.
std::string unwritten(std::mt19937_64& chance, std::size_t size) {
    std::string bytes(size, '\0');
    if (dice(chance) < 0.5)
        for (auto& byte : bytes) byte = static_cast<char>(chance());
    return bytes;
}

void grow(std::string& bytes, std::size_t size, std::mt19937_64& chance) {
    if (bytes.size() < size) bytes += unwritten(chance, size - bytes.size());
}

void put(std::string& bytes, std::size_t offset, std::string_view what) {
    if (bytes.size() < offset + what.size()) bytes.resize(offset + what.size());
    std::ranges::copy(what, bytes.begin() + static_cast<std::ptrdiff_t>(offset));
}

void apply(std::string& bytes, const Step& step) {
    const auto offset = static_cast<std::size_t>(step.offset);
    if (step.kind == Kind::truncate) bytes.resize(offset);
    if (step.kind == Kind::write) put(bytes, offset, step.bytes);
}

/// Whole sectors of a write, any of them, in the order in which a sector's bytes lie.
void apply_torn(std::string& bytes, const Step& step, const Fate& fate, std::mt19937_64& chance) {
    const auto begin = static_cast<std::size_t>(step.offset), end = begin + step.bytes.size();
    grow(bytes, end, chance);
    for (auto at = begin; at < end;) {
        const auto sector = at / fate.sector * fate.sector;
        const auto next = std::min(end, sector + fate.sector);
        if (dice(chance) < 0.5) put(bytes, at, std::string_view{step.bytes}.substr(at - begin, next - at));
        if (fate.neighbours == Neighbours::damaged && dice(chance) < 0.2) {
            const auto edge = std::min(bytes.size(), sector + fate.sector);
            put(bytes, sector, unwritten(chance, edge - sector));
        }
        at = next;
    }
}

/// How many of the steps are looked at: all, or in order up to one.
std::size_t reach(std::size_t steps, const Fate& fate, std::mt19937_64& chance) {
    return fate.in_order ? std::uniform_int_distribution<std::size_t>{0, steps}(chance) : steps;
}

void rename(std::map<std::string, int>& names, const Step& step) {
    if (step.kind == Kind::create) names[step.name] = step.file;
    if (step.kind == Kind::remove) names.erase(step.name);
}

} // namespace

Files files_in(const std::filesystem::path& folder) {
    Files files;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto name = entry.path().filename().string();
        if (!entry.is_regular_file() || name.ends_with("-shm")) continue;
        auto& bytes = files[name];
        bytes.resize(entry.file_size());
        std::ifstream{entry.path(), std::ios::binary}.read(bytes.data(), std::ssize(bytes));
    }
    return files;
}

void write_files(const std::filesystem::path& folder, const Files& files) {
    for (const auto& [name, bytes] : files) {
        std::ofstream out{folder / name, std::ios::binary};
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!out.flush()) throw std::runtime_error{"cannot write " + (folder / name).string()};
    }
}

std::string line_of(const Step& step) {
    static constexpr const char* words[] = {"create", "remove",      "write",      "truncate",
                                            "sync",   "failed sync", "sync folder"};
    auto line = std::string{words[static_cast<int>(step.kind)]} + " file " + std::to_string(step.file);
    if (!step.name.empty()) line += " " + step.name;
    if (step.kind == Kind::write)
        line += " at " + std::to_string(step.offset) + ", " + std::to_string(step.bytes.size()) + " bytes";
    if (step.kind == Kind::truncate) line += " to " + std::to_string(step.offset);
    return line;
}

Fate fate_by_chance(std::mt19937_64& chance, Neighbours neighbours) {
    static constexpr double likely[] = {0, 0.1, 0.5, 0.9, 1};
    Fate fate{.neighbours = neighbours};
    fate.happened = likely[chance() % std::size(likely)];
    fate.torn = likely[chance() % 3];
    fate.in_order = chance() % 4 == 0;
    fate.sector = chance() % 2 ? 512 : 4096;
    return fate;
}

Platter::Platter(const Files& files) {
    for (const auto& [name, bytes] : files) {
        const int number = static_cast<int>(files_.size()) + 1;
        files_[number] = {.safe = bytes, .seen = bytes, .asked = {}};
        safe_names_[name] = number;
    }
}

void Platter::take(const Step& step) {
    switch (step.kind) {
    case Kind::create:
        files_[step.file];
        [[fallthrough]];
    case Kind::remove:
        asked_names_.push_back(step);
        break;
    case Kind::write:
    case Kind::truncate:
        files_.at(step.file).asked.push_back(step);
        apply(files_.at(step.file).seen, step);
        break;
    case Kind::sync:
        for (const auto& asked : files_.at(step.file).asked) apply(files_.at(step.file).safe, asked);
        [[fallthrough]];
    case Kind::sync_failed:
        files_.at(step.file).asked.clear();
        break;
    case Kind::sync_folder:
        for (const auto& asked : asked_names_) rename(safe_names_, asked);
        asked_names_.clear();
        break;
    }
}

std::map<std::string, int> Platter::names() const {
    auto names = safe_names_;
    for (const auto& asked : asked_names_) rename(names, asked);
    return names;
}

Files Platter::seen() const {
    Files files;
    for (const auto& [name, number] : names()) files[name] = files_.at(number).seen;
    return files;
}

Files Platter::after_cut(std::mt19937_64& chance, const Fate& fate, std::vector<std::string>* told) const {
    const auto tell = [&](const char* what, const Step& step) {
        if (told) told->push_back(std::string{what} + ": " + line_of(step));
    };
    auto names = safe_names_;
    // The entries of one name are changed in the order asked; those of different names are not.
    std::map<std::string, bool> stays;
    for (const auto& step : asked_names_) {
        const bool done = !stays[step.name] && dice(chance) < fate.happened;
        stays[step.name] = !done;
        if (done) rename(names, step);
        tell(done ? "done" : "lost", step);
    }
    Files files;
    for (const auto& [name, number] : names) {
        const auto& file = files_.at(number);
        auto bytes = file.safe;
        const auto last = reach(file.asked.size(), fate, chance);
        for (std::size_t i = 0; i < file.asked.size(); ++i) {
            const auto& step = file.asked[i];
            const bool done = i < last && (fate.in_order || dice(chance) < fate.happened);
            const bool torn = done && step.kind == Kind::write && dice(chance) < fate.torn;
            if (torn)
                apply_torn(bytes, step, fate, chance);
            else if (done) {
                if (step.kind == Kind::write) grow(bytes, static_cast<std::size_t>(step.offset), chance);
                apply(bytes, step);
            }
            tell(torn ? "torn" : done ? "done" : "lost", step);
        }
        files[name] = std::move(bytes);
    }
    return files;
}

std::size_t Platter::at_stake() const {
    std::size_t steps = asked_names_.size();
    for (const auto& [number, file] : files_) steps += file.asked.size();
    return steps;
}

} // namespace interstate::tests::disk
