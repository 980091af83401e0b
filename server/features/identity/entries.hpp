#pragma once
// What somebody offers, and what they want help with.
#include "base/described.hpp"
#include "base/text.hpp"

#include <optional>
#include <vector>

namespace interstate::identity {

/// So many things somebody may offer, and so many want help with.
inline constexpr std::size_t most_entries = 8;

/// One thing that somebody offers or wants help with.
struct ProfileEntry {
    Text<1, 160> text;
    /// 1 to 10.
    std::optional<int> principle;
    bool operator==(const ProfileEntry&) const = default;
};
INTERSTATE_DESCRIBE(ProfileEntry, text, principle)

/// Both lists of somebody.
struct Entries {
    std::vector<ProfileEntry> offers, wants;

    [[nodiscard]] bool empty() const { return offers.empty() && wants.empty(); }
    [[nodiscard]] int size() const { return static_cast<int>(offers.size() + wants.size()); }
};

} // namespace interstate::identity
