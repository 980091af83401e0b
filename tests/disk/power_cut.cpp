// Cuts the power of a server at work, again and again, and looks at what is left:
//     build/fuzz/tests/power_cut --cuts 1000 --seed 2026
//     build/fuzz/tests/power_cut --look FOLDER        a cut that was kept
#include "disk/cuts.hpp"

#include <chrono>
#include <cstring>
#include <iostream>

using namespace interstate::tests::disk;

namespace {

int say(const std::vector<std::string>& faults) {
    for (const auto& fault : faults) std::cout << "FAILED " << fault << '\n';
    std::cout << "power cuts: " << (faults.empty() ? "passed" : "FAILED") << '\n';
    return faults.empty() ? 0 : 1;
}

int cut(const CutOrders& orders) {
    const auto began = std::chrono::steady_clock::now();
    std::cout << "power cuts: " << orders.cuts << ", seed " << orders.seed << std::endl;
    const auto report = cut_the_power(orders, std::cout);
    const auto took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    std::cout << report.cuts << " cuts in " << report.lives << " lives (" << report.kills
              << " ended by a kill only), " << report.acknowledged << " posts acknowledged and "
              << report.published << " events published in them, " << report.commits
              << " syncs of the log and " << report.checkpoints << " of the database; at the cuts "
              << report.at_stake << " steps not synced (" << report.nothing_at_stake << " cuts without any), "
              << report.unanswered << " posts unanswered, " << report.sent_again
              << " answered ones sent again; " << took << " s\n";
    return say(report.faults);
}

} // namespace

int main(int argc, char** argv) {
    register_recording_vfs();
    CutOrders orders{.keep = std::filesystem::temp_directory_path() / "interstate-power-cuts"};
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        if (name == "--look") return say(look_again(argv[i + 1]));
        if (name == "--cuts") orders.cuts = std::atoi(argv[i + 1]);
        if (name == "--seed") orders.seed = std::strtoull(argv[i + 1], nullptr, 10);
        if (name == "--keep") orders.keep = argv[i + 1];
    }
    return cut(orders);
}
