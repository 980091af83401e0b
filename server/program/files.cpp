#include "program/files.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <stdexcept>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace interstate {

OpenFile::OpenFile(std::filesystem::path path, int flags)
    : path_{std::move(path)}, descriptor_{::open(path_.c_str(), flags | O_CLOEXEC, 0600)} {
    if (descriptor_ < 0) fail("cannot open ");
}

OpenFile::~OpenFile() { ::close(descriptor_); }

void OpenFile::fail(const char* doing) const {
    throw std::runtime_error{doing + path_.string() + ": " + std::strerror(errno)};
}

bool OpenFile::lock() const { return ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0; }

void OpenFile::write(std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("cannot write ");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::string_view OpenFile::read(std::size_t limit) {
    buffer_.resize(limit);
    for (;;) {
        const auto size = ::read(descriptor_, buffer_.data(), limit);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) fail("cannot read ");
        return std::string_view{buffer_}.substr(0, static_cast<std::size_t>(size));
    }
}

void OpenFile::sync() const {
    if (::fdatasync(descriptor_) != 0) fail("cannot write ");
}

void sync_folder(const std::filesystem::path& folder) {
    const OpenFile opened{folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY};
    // Some network disks know no such thing: there the name is kept by the server.
    if (::fsync(opened.descriptor()) != 0 && errno != EINVAL)
        throw std::runtime_error{"cannot write in " + folder.string() + ": " + std::strerror(errno)};
}

void give_to_owner_of(const std::filesystem::path& folder, const std::filesystem::path& file) {
    if (::geteuid() != 0) return;
    struct stat owner{};
    if (::stat(folder.c_str(), &owner) != 0 || ::chown(file.c_str(), owner.st_uid, owner.st_gid) != 0)
        throw std::runtime_error{"cannot give " + file.string() + " to the owner of " + folder.string() +
                                 ": " + std::strerror(errno)};
}

void write_whole(const std::filesystem::path& file, std::string_view bytes) {
    const auto partial = std::filesystem::path{file}.concat(".partial");
    {
        const OpenFile out{partial, O_WRONLY | O_CREAT | O_TRUNC};
        out.write(bytes);
        give_to_owner_of(file.parent_path(), partial);
        out.sync();
    }
    std::filesystem::rename(partial, file);
    sync_folder(file.parent_path());
}

std::string as_name(Instant at) {
    const std::time_t seconds = at.ms / 1000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    const auto size = std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &parts);
    return {text.data(), size};
}

} // namespace interstate
