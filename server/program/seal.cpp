#include "program/seal.hpp"

#include "base/digest.hpp"

#include <algorithm>
#include <fcntl.h>
#include <fstream>

namespace interstate {
namespace {

constexpr std::string_view before_bytes = "\n-- interstate copy of ";
constexpr std::string_view before_digest = " bytes, blake2b-256 ";
constexpr std::size_t digits = 20; // of the largest 64-bit number
constexpr std::size_t piece = 1U << 20;

std::string padded(std::uintmax_t number) {
    const auto text = std::to_string(number);
    return std::string(digits - text.size(), '0') + text;
}

std::string seal_text(std::uintmax_t bytes, const std::string& digest) {
    return std::string{before_bytes} + padded(bytes) + std::string{before_digest} + digest + '\n';
}

std::string digest_of(const std::filesystem::path& file, std::uintmax_t bytes) {
    OpenFile in{file, O_RDONLY};
    Digest digest;
    while (bytes > 0) {
        const auto some = in.read(std::min<std::uintmax_t>(bytes, piece));
        if (some.empty()) break;
        digest.add(some);
        bytes -= some.size();
    }
    return digest.text();
}

std::string end_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    in.seekg(-static_cast<std::streamoff>(seal_size), std::ios::end);
    std::string end(seal_size, '\0');
    return in.read(end.data(), static_cast<std::streamsize>(end.size())) ? end : std::string{};
}

} // namespace

void seal(const std::filesystem::path& copy) {
    const auto bytes = std::filesystem::file_size(copy);
    const OpenFile out{copy, O_WRONLY | O_APPEND};
    out.write(seal_text(bytes, digest_of(copy, bytes)));
}

std::optional<std::uintmax_t> sealed_bytes(const std::filesystem::path& file) {
    const auto end = end_of(file);
    if (!end.starts_with(before_bytes) || !end.ends_with('\n')) return std::nullopt;
    return std::filesystem::file_size(file) - seal_size;
}

std::string fault_of_seal(const std::filesystem::path& file) {
    const auto bytes = sealed_bytes(file);
    if (!bytes) return {};
    if (!end_of(file).starts_with(std::string{before_bytes} + padded(*bytes)))
        return "has another length than the copy that was made";
    return end_of(file) == seal_text(*bytes, digest_of(file, *bytes))
               ? ""
               : "differs from the copy that was made: bytes were changed since";
}

} // namespace interstate
