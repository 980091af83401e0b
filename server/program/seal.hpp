#pragma once
// The last bytes of a copy say how long it is and what its digest is, so that one flipped bit shows: the
// database's own check looks at its structure only, not at what people wrote.
#include "program/files.hpp"

#include <optional>

namespace interstate {

/// What stands behind the database, in bytes. SQLite reads as many pages as its head says, and never that
/// far.
inline constexpr std::uintmax_t seal_size = 128;

/// Appends the seal to a finished copy. The caller syncs it.
void seal(const std::filesystem::path& copy);

/// The bytes of the database in a sealed file; nothing when no seal is at its end.
std::optional<std::uintmax_t> sealed_bytes(const std::filesystem::path& file);

/// What differs from what was sealed; empty when nothing does, and where there is no seal.
std::string fault_of_seal(const std::filesystem::path& file);

} // namespace interstate
