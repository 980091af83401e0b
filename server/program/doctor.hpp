#pragma once
// `interstate doctor`: looks at everything that must hold, and says what to do where it does not.
#include <filesystem>
#include <ostream>

namespace interstate {

/// Writes one line a check; returns how many failed.
int doctor(const std::filesystem::path& data, std::ostream& out);

} // namespace interstate
