// The whole server while calls to the file system fail.
#include "disk/failing.hpp"
#include "disk/life.hpp"

using namespace interstate;
using namespace interstate::tests;
using namespace interstate::tests::disk;

namespace {

const bool registered = (register_recording_vfs(), true);

/// People post; after a few answers calls break, after many more they are mended.
void live_through(const Trouble& trouble, int nth, std::uint64_t seed) {
    INFO(word_of(trouble.breakage) << " from call " << nth << " on, " << trouble.count << " times");
    const TemporaryFolder folder;
    write_files(folder.path(), world().files);
    Recorder recorder{folder.path()};
    Witness witness;
    int turns = 0;
    // While nobody is let in there are no answers: the trouble is over after some turns, too.
    const auto turn = [&](int answers) {
        if (turns == 0 && answers < 5) return;
        if (turns++ == 0) recorder.break_calls(nth, trouble.count, trouble.breakage);
        if (answers >= 60 || turns > 500) recorder.mend();
    };
    const auto faults = live(recorder, witness, 0,
                             {.posts = 80,
                              .seed = seed,
                              .forgiving = true,
                              .script = "PRAGMA wal_autocheckpoint = 20",
                              .turn = turn});
    recorder.mend();
    CHECK(faults == std::vector<std::string>{});
    CHECK(witness.acked.size() == 80);
    CHECK(judged(folder.path(), witness) == std::vector<std::string>{});
    std::mt19937_64 chance{1};
    const TemporaryFolder after_cut;
    write_files(after_cut.path(), recorder.platter().after_cut(chance, {.happened = 0}));
    CHECK(judged(after_cut.path(), witness) == std::vector<std::string>{});
}

} // namespace

TEST_CASE(
    "people at work while calls break: nothing acknowledged is lost, and work goes on once they are mended") {
    std::mt19937_64 chance{2026};
    const int tries = is_long() ? 40 : 3;
    for (const auto& trouble : troubles())
        for (int i = 0; i < tries; ++i) live_through(trouble, static_cast<int>(chance() % 400) + 1, chance());
}
