#pragma once
// `interstate backup`: a verified copy of a data folder's database, also while a server runs on it.
#include "base/instant.hpp"
#include "store/verify.hpp"

#include <filesystem>
#include <optional>
#include <ostream>

namespace interstate {

/// Makes a copy under the name `to`, or, when that is a folder, under a name made of the time in UTC. The
/// name comes to be once the copy is whole, on the disk and verified; a copy that was there is never
/// replaced. Says one line on `out`. Throws std::runtime_error, in words for the operator; then no copy is
/// left.
void backup(const std::filesystem::path& data, const std::filesystem::path& to, std::ostream& out);

/// What the last good backup of a data folder was; kept in `last-backup.json` there, for whoever watches.
struct LastBackup {
    /// The copy holds everything that was acknowledged before this.
    Instant at;
    std::filesystem::path file;
    std::int64_t sequence = 0;
    std::uintmax_t bytes = 0;
    double seconds = 0;
};

/// Nothing when there was none, or the file cannot be read.
std::optional<LastBackup> last_backup(const std::filesystem::path& data);

} // namespace interstate
