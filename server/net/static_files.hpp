#pragma once
// The built web client, read once at start: hashed names are cached for ever, everything else is asked for
// again.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace interstate::net {

struct StaticFile {
    std::string type;
    std::string etag;
    std::string bytes;
    /// Compressed at build time; empty when there is none.
    std::string brotli;
    std::string gzip;
    /// The name holds a hash of the content.
    bool immutable = false;
};

class StaticFiles {
  public:
    /// Reads every file under the folder; at most 64 MiB. An absent folder gives an empty set.
    explicit StaticFiles(const std::filesystem::path& folder);
    /// `name` is relative, as in "assets/index-3f2a.js"; nothing for what is not there.
    [[nodiscard]] const StaticFile* find(std::string_view name) const;
    [[nodiscard]] std::size_t size() const { return files_.size(); }

  private:
    std::map<std::string, StaticFile, std::less<>> files_;
};

/// A byte range of a request (RFC 9110, section 14): first and last byte.
struct ByteRange {
    std::size_t first;
    std::size_t last;
};

/// The single range asked for. Nothing for no header, another unit or several ranges: then the whole is sent.
/// `unsatisfiable` is set where the range lies outside.
std::optional<ByteRange> byte_range(std::string_view header, std::size_t size, bool& unsatisfiable);

} // namespace interstate::net
