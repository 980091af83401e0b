#pragma once
// `interstate restore`: a data folder goes on from a copy.
#include <filesystem>
#include <ostream>

namespace interstate {

/// Puts a verified copy in place of a data folder's database, under a new epoch. What was there is kept in a
/// folder beside it, named after the time. Throws std::runtime_error, in words for the operator, for a copy
/// that is not sound, a folder that a server runs on, or a copy of the other kind of data; then nothing has
/// changed.
void restore(const std::filesystem::path& from, const std::filesystem::path& data, std::ostream& out);

} // namespace interstate
