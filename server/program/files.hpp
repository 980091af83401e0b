#pragma once
// Files that must be on the disk, whole, before anybody sees them under their name.
#include "base/instant.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace interstate {

/// An open file. Throws std::runtime_error, naming the file and why, when it cannot be opened.
class OpenFile {
  public:
    /// `flags` as of open(2); a new file is for its owner only.
    OpenFile(std::filesystem::path path, int flags);
    ~OpenFile();
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// False when another process holds it. Gone with this object.
    [[nodiscard]] bool lock() const;
    void write(std::string_view bytes) const;
    /// At most `limit` bytes from where the last read ended; empty at the end.
    [[nodiscard]] std::string_view read(std::size_t limit);
    /// Returns once what was written, by whomever, is on the disk.
    void sync() const;

  private:
    [[noreturn]] void fail(const char* doing) const;
    std::filesystem::path path_;
    int descriptor_;
    std::string buffer_;
};

/// A name that came to be or went is on the disk.
void sync_folder(const std::filesystem::path& folder);

/// What root writes for the server belongs to whom the folder belongs to, or the server could not read it.
/// Does nothing for anybody else.
void give_to_owner_of(const std::filesystem::path& folder, const std::filesystem::path& file);

/// Writes a small file under another name first, so that it is there whole or not at all.
void write_whole(const std::filesystem::path& file, std::string_view bytes);

/// "20261122T013000Z": sorts by time, and is a name on every disk.
std::string as_name(Instant at);

} // namespace interstate
