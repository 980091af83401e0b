#pragma once
// `interstate doctor`: looks at everything that must hold, and says what to do where it does not.
#include "program/serve.hpp"

#include <ostream>

namespace interstate {

/// What is looked at where it is named.
struct DoctorLooks {
    /// The folder of the nightly backups: their script (deploy/service) touches `last-verified` in it when a
    /// copy was verified, and leaves a sentence in `last-failure` when not.
    std::filesystem::path nightly;
    /// An address that gets a trial mail.
    std::string mail_to;
};

/// Looks at what `serve` would find with these options. Writes one line a check; returns how many failed.
int doctor(const ServeOptions& options, const DoctorLooks& looks, std::ostream& out);

} // namespace interstate
