#pragma once
// `interstate doctor`: looks at everything that must hold, and says what to do where it does not.
#include "program/serve.hpp"

#include <ostream>

namespace interstate {

/// Looks at what `serve` would find with these options. Writes one line a check; returns how many failed.
int doctor(const ServeOptions& options, std::ostream& out);

} // namespace interstate
