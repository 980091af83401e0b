#pragma once
// The installed zone data, read ahead of need.

namespace interstate {

/// Reads the data of every zone now: later, with no descriptors left, a zone would look unknown.
void load_zones();

} // namespace interstate
