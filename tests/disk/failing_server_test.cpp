// The whole server, and the program's commands, while calls to the file system fail.
#include "disk/failing.hpp"
#include "disk/life.hpp"
#include "program/command_line.hpp"
#include "program/data_folder.hpp"

#include <iostream>
#include <sstream>

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

struct Ran {
    int code = 0;
    std::string out, error;
};

/// As main does.
Ran run(std::vector<std::string> words) {
    words.insert(words.begin(), "interstate");
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    const std::ostringstream out, error;
    auto* const old_out = std::cout.rdbuf(out.rdbuf());
    auto* const old_error = std::cerr.rdbuf(error.rdbuf());
    const int code = run_command_line(static_cast<int>(arguments.size()), arguments.data());
    std::cout.rdbuf(old_out);
    std::cerr.rdbuf(old_error);
    return {code, out.str(), error.str()};
}

/// A command that fails says why, on one line, and can be said again once the disk is mended.
Ran run_in_trouble(const Try& one, const std::vector<std::string>& words) {
    one.begin();
    auto ran = run(words);
    one.mend();
    if (ran.code != 0) {
        INFO(ran.error << ran.out);
        CHECK(ran.code == 1);
        CHECK(ran.error.starts_with("interstate: "));
        CHECK(std::ranges::count(ran.error, '\n') == 1);
    }
    return ran;
}

/// One that is over when the program has ended, and one that is not.
const std::vector<Trouble> once_and_for_ever{{Breakage::broken, 1}, {Breakage::full, Recorder::for_ever}};

} // namespace

TEST_CASE(
    "people at work while calls break: nothing acknowledged is lost, and work goes on once they are mended") {
    std::mt19937_64 chance{2026};
    const int tries = is_long() ? 40 : 3;
    for (const auto& trouble : troubles())
        for (int i = 0; i < tries; ++i) live_through(trouble, static_cast<int>(chance() % 400) + 1, chance());
}

TEST_CASE("interstate init, each call broken") {
    const Look filled = [](store::Transaction& tx) {
        CHECK(tx.any("SELECT 1 FROM facts_of_store WHERE name = 'kind'"));
    };
    fail_each({}, once_and_for_ever, [&](const Try& one) -> Look {
        const auto data = one.file.parent_path().string();
        const auto first = run_in_trouble(one, {"init", "--empty", "--data", data});
        const auto second = run({"init", "--empty", "--data", data});
        INFO(second.error);
        CHECK(second.code == 0);
        if (first.code == 0) CHECK(second.out.find("nothing was changed") != std::string::npos);
        return filled;
    });
}

TEST_CASE(
    "the power goes during interstate init: it is there to the end, or is made when init is said again") {
    std::vector<Step> steps;
    {
        const TemporaryFolder folder;
        Recorder recorder{folder.path()};
        REQUIRE(run({"init", "--empty", "--data", folder.path().string()}).code == 0);
        steps = recorder.steps();
    }
    std::mt19937_64 chance{2026};
    const std::size_t apart = is_long() ? 1 : 1 + steps.size() / 40;
    Platter platter;
    for (std::size_t moment = 0; moment < steps.size(); ++moment) {
        platter.take(steps[moment]);
        if (moment % apart != 0) continue;
        INFO("after step " << moment);
        const TemporaryFolder folder;
        write_files(folder.path(), platter.after_cut(chance, fate_by_chance(chance, Neighbours::safe)));
        const auto ran = run({"init", "--empty", "--data", folder.path().string()});
        INFO(ran.error);
        CHECK(ran.code == 0);
        CHECK(kind_of(folder.path()) == DataKind::real);
        CHECK(store::SqliteDatabase{folder.path() / database_name}.open_writer()->integrity() == "");
    }
}

TEST_CASE("invite, token and people, each call broken") {
    const TemporaryFolder prepared;
    REQUIRE(run({"init", "--empty", "--data", prepared.path().string()}).code == 0);
    REQUIRE(run({"invite", "ana@agency.example", "--data", prepared.path().string()}).code == 0);
    const auto before = files_in(prepared.path());
    const auto count = [](const char* table) {
        return [table](store::Transaction& tx) {
            return tx.row<int>(std::string{"SELECT count(*) FROM "} + table).value();
        };
    };
    fail_each(before, once_and_for_ever, [&](const Try& one) -> Look {
        const auto ran =
            run_in_trouble(one, {"token", "ana@agency.example", "--data", one.file.parent_path().string()});
        return [=](store::Transaction& tx) {
            if (ran.code == 0) CHECK(count("api_tokens")(tx) == 1);
        };
    });
    fail_each(before, once_and_for_ever, [&](const Try& one) -> Look {
        const auto ran =
            run_in_trouble(one, {"invite", "bo@agency.example", "--data", one.file.parent_path().string()});
        return [=](store::Transaction& tx) {
            if (ran.code == 0) CHECK(count("people")(tx) == 2);
        };
    });
    fail_each(before, once_and_for_ever, [&](const Try& one) -> Look {
        const auto ran = run_in_trouble(one, {"people", "--data", one.file.parent_path().string()});
        if (ran.code == 0) CHECK(ran.out.find("ana@agency.example") != std::string::npos);
        return {};
    });
}
