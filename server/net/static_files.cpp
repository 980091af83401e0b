#include "net/static_files.hpp"

#include "base/secret.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace interstate::net {
namespace {

constexpr std::size_t total_limit = 64 * 1024 * 1024;

std::string type_of(const std::string& extension) {
    static const std::map<std::string, std::string> types{{".html", "text/html; charset=utf-8"},
                                                          {".js", "text/javascript; charset=utf-8"},
                                                          {".css", "text/css; charset=utf-8"},
                                                          {".svg", "image/svg+xml"},
                                                          {".json", "application/json"},
                                                          {".woff2", "font/woff2"},
                                                          {".png", "image/png"},
                                                          {".ico", "image/x-icon"},
                                                          {".txt", "text/plain; charset=utf-8"},
                                                          {".webmanifest", "application/manifest+json"}};
    const auto found = types.find(extension);
    return found == types.end() ? "application/octet-stream" : found->second;
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::optional<std::size_t> number(std::string_view text) {
    if (text.empty() || text.size() > 12 || text.find_first_not_of("0123456789") != text.npos)
        return std::nullopt;
    return std::stoull(std::string{text});
}

} // namespace

StaticFiles::StaticFiles(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) return;
    std::size_t total = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        const auto extension = entry.path().extension().string();
        if (!entry.is_regular_file() || extension == ".br" || extension == ".gz") continue;
        const auto name = entry.path().lexically_relative(folder).generic_string();
        StaticFile file{.type = type_of(extension),
                        .bytes = bytes_of(entry.path()),
                        .immutable = name.starts_with("assets/")};
        file.brotli = bytes_of(entry.path().string() + ".br");
        file.gzip = bytes_of(entry.path().string() + ".gz");
        file.etag = '"' + secret_hash(file.bytes).substr(0, 24) + '"';
        total += file.bytes.size() + file.brotli.size() + file.gzip.size();
        if (total > total_limit)
            throw std::runtime_error{"the web client in " + folder.string() + " is larger than 64 MiB"};
        files_.emplace(name, std::move(file));
    }
}

const StaticFile* StaticFiles::find(std::string_view name) const {
    const auto found = files_.find(name);
    return found == files_.end() ? nullptr : &found->second;
}

std::optional<ByteRange> byte_range(std::string_view header, std::size_t size, bool& unsatisfiable) {
    unsatisfiable = false;
    constexpr std::string_view unit = "bytes=";
    if (!header.starts_with(unit) || header.find(',') != header.npos) return std::nullopt;
    header.remove_prefix(unit.size());
    const auto dash = header.find('-');
    if (dash == header.npos) return std::nullopt;
    const auto first = number(header.substr(0, dash));
    const auto last = number(header.substr(dash + 1));
    // A part that is there and no number makes the whole no range: it must not be read as absent.
    const bool sound = (first || dash == 0) && (last || dash + 1 == header.size());
    if (!sound || (!first && !last)) return std::nullopt;
    if (!first) { // the last so many bytes
        if (*last == 0 || size == 0) return unsatisfiable = true, std::nullopt;
        return ByteRange{size - std::min(*last, size), size - 1};
    }
    if (*first >= size) return unsatisfiable = true, std::nullopt;
    if (last && *last < *first) return std::nullopt;
    return ByteRange{*first, last ? std::min(*last, size - 1) : size - 1};
}

} // namespace interstate::net
