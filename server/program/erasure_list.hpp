#pragma once
// Who was erased, in a file beside the database: ids and instants only. An older copy that takes the
// database's place has not heard of it, so it is done again there before anybody is served.
#include "features/erasure/erasure.hpp"
#include "store/connection.hpp"

#include <filesystem>

namespace interstate {

/// The list in the file; empty where there is none. Throws where it cannot be read or is none of ours.
std::vector<erasure::Erased> kept_erasures(const std::filesystem::path& data);

/// Adds those that the file does not have yet. Writes nothing where it has all of them.
void keep_erasures(const std::filesystem::path& data, const std::vector<erasure::Erased>& list);

/// Erases again whom the file names and this database still knows, adds to the file whom only the database
/// names, and writes the database anew after each erasure, so that no page it freed says a name any more.
/// Does nothing with a schema that is older than erasures.
void settle_erasures(store::Connection& connection, const std::filesystem::path& data);

} // namespace interstate
