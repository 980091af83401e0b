#pragma once
// Zone data is read from files, one for each zone, when a zone is first asked for.

namespace interstate {

/// Reads the data of every zone now: later, with no descriptors left, a zone would look unknown.
void load_zones();

} // namespace interstate
