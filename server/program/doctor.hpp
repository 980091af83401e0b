#pragma once
// `interstate doctor`: looks at everything that must hold, and says what to do where it does not.
#include "program/serve.hpp"

#include <ostream>

namespace interstate {

/// Looks at what `serve` would find with these options. Writes one line a check; returns how many failed.
/// `backups` is the folder of the nightly backups, or empty where there is none: their script
/// (deploy/service) touches `last-verified` in it when a copy was verified, and leaves a sentence in
/// `last-failure` when not.
int doctor(const ServeOptions& options, const std::filesystem::path& backups, std::ostream& out);

} // namespace interstate
