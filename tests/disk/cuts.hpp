#pragma once
// Power cuts: lives that are cut at chosen moments, and what the program makes of what is left.
#include "disk/life.hpp"

#include <ostream>

namespace interstate::tests::disk {

struct CutOrders {
    int cuts = 60;
    std::uint64_t seed = 2026;
    /// Cuts taken from one life.
    int of_one_life = 12;
    /// Lives in a row on one disk: each goes on from what a cut or a kill has left.
    int lives = 4;
    int posts = 150;
    std::string script = "PRAGMA wal_autocheckpoint = 100";
    /// As a disk would that answers a sync and does nothing.
    bool ignores_sync = false;
    /// Where a failing cut is kept; empty: nowhere.
    std::filesystem::path keep;
    /// Enough once so many cuts were at fault.
    int enough = 5;
};

struct CutReport {
    int cuts = 0;
    int lives = 0;
    /// Lives that began after a kill without a power cut: what was seen and not synced was there still.
    int kills = 0;
    /// Steps not synced, over all cuts; cuts at which there were none.
    std::size_t at_stake = 0;
    int nothing_at_stake = 0;
    std::size_t acknowledged = 0, published = 0, sent_again = 0, unanswered = 0;
    std::size_t checkpoints = 0, commits = 0;
    /// One a line, with its seed and its place.
    std::vector<std::string> faults;
};

CutReport cut_the_power(const CutOrders& orders, std::ostream& progress);

/// Looks again at a cut that was kept. Gives what is wrong with it.
std::vector<std::string> look_again(const std::filesystem::path& kept);

} // namespace interstate::tests::disk
