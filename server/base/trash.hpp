#pragma once
// How long what was removed can be put back.
#include "base/instant.hpp"

namespace interstate {

/// What was removed lies in the trash for so long, and can be put back (INV-37).
inline constexpr Millis trash_life = std::chrono::days{30};

} // namespace interstate
