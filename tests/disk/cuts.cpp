#include "disk/cuts.hpp"

#include "support/temporary_folder.hpp"

#include <algorithm>
#include <fstream>

namespace interstate::tests::disk {
namespace {

using Kind = Step::Kind;

/// A life that was written down, with what the disk was before.
struct Lived {
    Platter before;
    std::vector<Step> steps;
};

/// Moments worth a cut: any at all, the steps around each sync, and around each acknowledgement.
std::vector<std::size_t> moments(const Lived& lived, const Witness& witness, int life, int wanted,
                                 std::mt19937_64& chance) {
    std::vector<std::size_t> syncs, told;
    for (std::size_t i = 0; i < lived.steps.size(); ++i)
        if (lived.steps[i].kind == Kind::sync || lived.steps[i].kind == Kind::sync_folder) syncs.push_back(i);
    for (const auto& [id, ack] : witness.acked)
        if (ack.when.life == life) told.push_back(ack.when.steps);
    const auto any_of = [&](const std::vector<std::size_t>& some) {
        return some.empty() ? 0 : some[chance() % some.size()];
    };
    std::vector<std::size_t> chosen;
    for (int i = 0; i < wanted; ++i) {
        std::size_t moment = chance() % (lived.steps.size() + 1);
        if (i % 3 == 1) moment = any_of(syncs) + chance() % 3;
        if (i % 3 == 2) moment = any_of(told) + chance() % 2;
        chosen.push_back(std::min(moment, lived.steps.size()));
    }
    std::ranges::sort(chosen);
    return chosen;
}

/// What the program does with a folder that was left so: opens it, finds everything, and serves; what is sent
/// again has no second effect.
std::vector<std::string> faults_of(const Platter& left, const Witness& witness, const CutOrders& orders,
                                   std::uint64_t seed, bool powersafe) {
    const TemporaryFolder folder;
    write_files(folder.path(), left.seen());
    Recorder recorder{folder.path(), left};
    recorder.powersafe = powersafe;
    if (auto faults = judged(folder.path(), witness); !faults.empty()) return faults;
    auto after = witness;
    auto faults = live(recorder, after, 1'000'000,
                       {.posts = 2, .sent_again = 3, .seed = seed, .script = orders.script});
    std::ranges::move(judged(folder.path(), after), std::back_inserter(faults));
    return faults;
}

class Cutting {
  public:
    Cutting(const CutOrders& orders, std::ostream& progress) : orders_{orders}, progress_{progress} {}

    CutReport run() {
        for (std::uint64_t disk = 0; !done(); ++disk) run_disk(orders_.seed + disk);
        return std::move(report_);
    }

  private:
    [[nodiscard]] bool done() const {
        return report_.cuts >= orders_.cuts || static_cast<int>(report_.faults.size()) >= orders_.enough;
    }

    /// One disk, several lives, each cut at many moments; one of them is where the next life begins.
    void run_disk(std::uint64_t seed) {
        std::mt19937_64 chance{seed};
        seed_ = seed;
        powersafe_ = seed % 2 == 0;
        Platter platter{world().files};
        Witness witness;
        for (int life = 0; life < orders_.lives && !done(); ++life) {
            auto lived = lived_on(platter, witness, life, chance);
            count_syncs(lived);
            cut_all(lived, witness, life, chance);
            end_life(lived, platter, witness, life, chance);
        }
        report_.acknowledged += witness.acked.size();
        report_.published += witness.heard.size();
        progress_ << report_.cuts << " cuts\n" << std::flush;
    }

    Lived lived_on(const Platter& platter, Witness& witness, int life, std::mt19937_64& chance) {
        const TemporaryFolder folder;
        write_files(folder.path(), platter.seen());
        Recorder recorder{folder.path(), platter};
        recorder.powersafe = powersafe_;
        recorder.ignores_sync = orders_.ignores_sync;
        const auto faults =
            live(recorder, witness, life,
                 {.posts = orders_.posts, .sent_again = 5, .seed = chance(), .script = orders_.script});
        for (const auto& fault : faults) blame(fault, life, 0);
        ++report_.lives;
        return {platter, recorder.steps()};
    }

    void cut_all(const Lived& lived, const Witness& witness, int life, std::mt19937_64& chance) {
        auto platter = lived.before;
        std::size_t at = 0;
        for (const auto moment : moments(
                 lived, witness, life, std::min(orders_.of_one_life, orders_.cuts - report_.cuts), chance)) {
            for (; at < moment; ++at) platter.take(lived.steps[at]);
            cut(platter, witness.as_of({life, moment}), life, moment, chance);
            if (done()) return;
        }
    }

    void cut(const Platter& platter, const Witness& told, int life, std::size_t moment,
             std::mt19937_64& chance) {
        ++report_.cuts;
        report_.at_stake += platter.at_stake();
        if (platter.at_stake() == 0) ++report_.nothing_at_stake;
        report_.unanswered += told.sent.size() - told.acked.size();
        report_.sent_again += std::min<std::size_t>(3, told.acked.size());
        const auto fate = fate_by_chance(chance, powersafe_ ? Neighbours::safe : Neighbours::damaged);
        std::vector<std::string> steps;
        const auto left = platter.after_cut(chance, fate, &steps);
        const auto faults = faults_of(Platter{left}, told, orders_, chance(), powersafe_);
        if (faults.empty()) return;
        for (const auto& fault : faults) blame(fault, life, moment);
        keep(left, told, life, moment, steps, faults);
    }

    /// A kill, after which what was seen and not synced is there still, or the end of the power.
    void end_life(const Lived& lived, Platter& platter, Witness& witness, int life, std::mt19937_64& chance) {
        const auto moment = lived.steps.size() / 2 + chance() % (lived.steps.size() / 2 + 1);
        platter = lived.before;
        for (std::size_t i = 0; i < moment; ++i) platter.take(lived.steps[i]);
        witness = witness.as_of({life, moment});
        if (chance() % 2) {
            ++report_.kills;
            return;
        }
        const auto fate = fate_by_chance(chance, powersafe_ ? Neighbours::safe : Neighbours::damaged);
        platter = Platter{platter.after_cut(chance, fate)};
    }

    void count_syncs(const Lived& lived) {
        for (std::size_t i = 1; i < lived.steps.size(); ++i) {
            if (lived.steps[i].kind != Kind::sync) continue;
            // The database itself is numbered first; checkpoints alone write to it.
            if (lived.steps[i].file == 1)
                ++report_.checkpoints;
            else if (lived.steps[i - 1].kind == Kind::write)
                ++report_.commits;
        }
    }

    void blame(const std::string& fault, int life, std::size_t moment) {
        report_.faults.push_back("seed " + std::to_string(seed_) + ", life " + std::to_string(life) +
                                 ", step " + std::to_string(moment) + ": " + fault);
    }

    void keep(const Files& left, const Witness& told, int life, std::size_t moment,
              const std::vector<std::string>& steps, const std::vector<std::string>& faults) {
        if (orders_.keep.empty()) return;
        const auto folder = orders_.keep / ("seed-" + std::to_string(seed_) + "-life-" +
                                            std::to_string(life) + "-step-" + std::to_string(moment));
        std::filesystem::create_directories(folder / "left");
        write_files(folder / "left", left);
        std::ofstream{folder / "told.json"} << told.written().dump();
        std::ofstream{folder / "world.json"} << written(world()).dump();
        std::ofstream out{folder / "cut.txt"};
        for (const auto& fault : faults) out << "fault: " << fault << '\n';
        out << "what was not synced when the power went, and what became of it:\n";
        for (const auto& step : steps) out << step << '\n';
        report_.faults.back() += " (kept in " + folder.string() + ")";
    }

    const CutOrders& orders_;
    std::ostream& progress_;
    CutReport report_;
    std::uint64_t seed_ = 0;
    bool powersafe_ = true;
};

} // namespace

CutReport cut_the_power(const CutOrders& orders, std::ostream& progress) {
    return Cutting{orders, progress}.run();
}

std::vector<std::string> look_again(const std::filesystem::path& kept) {
    std::ifstream told{kept / "told.json"}, around{kept / "world.json"};
    go_back_to(Json::parse(around));
    auto faults = faults_of(Platter{files_in(kept / "left")}, Witness::read(Json::parse(told)), {}, 1, true);
    go_back_to(nullptr);
    return faults;
}

} // namespace interstate::tests::disk
