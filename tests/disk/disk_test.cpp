// The disk that the power cuts believe in: what a sync promises, and that nothing else is promised.
#include "disk/cuts.hpp"
#include "store/backends.hpp"
#include "support/catch.hpp"

#include <sstream>

using namespace interstate;
using namespace interstate::tests;
using namespace interstate::tests::disk;

namespace {

using Kind = Step::Kind;

const bool registered = (register_recording_vfs(), true);

std::string sectors(const std::string& letters) {
    std::string bytes;
    for (const char letter : letters) bytes += std::string(512, letter);
    return bytes;
}

/// Each different thing that 200 cuts leave of a file.
std::set<std::string> left_of(const Platter& platter, const std::string& name, const Fate& fate) {
    std::mt19937_64 chance{1};
    std::set<std::string> left;
    for (int i = 0; i < 200; ++i) {
        const auto files = platter.after_cut(chance, fate);
        left.insert(files.contains(name) ? files.at(name) : "no file");
    }
    return left;
}

constexpr Fate any_subset{.happened = 0.5, .torn = 0};

} // namespace

TEST_CASE("what was synced is there after any cut, what was not may be") {
    Platter platter{{{"a", "old"}}};
    platter.take({.kind = Kind::write, .file = 1, .bytes = "new"});
    CHECK(platter.seen().at("a") == "new");
    CHECK(left_of(platter, "a", any_subset) == std::set<std::string>{"old", "new"});
    platter.take({.kind = Kind::sync, .file = 1});
    CHECK(left_of(platter, "a", any_subset) == std::set<std::string>{"new"});
    CHECK(platter.at_stake() == 0);
}

TEST_CASE("unsynced writes happen in any order: the later one without the earlier too") {
    Platter platter{{{"a", "--"}}};
    platter.take({.kind = Kind::write, .file = 1, .offset = 0, .bytes = "x"});
    platter.take({.kind = Kind::write, .file = 1, .offset = 1, .bytes = "y"});
    CHECK(left_of(platter, "a", any_subset) == std::set<std::string>{"--", "x-", "-y", "xy"});
    CHECK(left_of(platter, "a", {.torn = 0, .in_order = true}) == std::set<std::string>{"--", "x-", "xy"});
}

TEST_CASE("a torn write leaves whole sectors, each of them or not") {
    Platter platter{{{"a", sectors("---")}}};
    platter.take({.kind = Kind::write, .file = 1, .bytes = sectors("xyz")});
    const auto left = left_of(platter, "a", {.happened = 1, .torn = 1});
    CHECK(left.size() == 8);
    CHECK(left.contains(sectors("-y-")));
}

TEST_CASE("bytes beside a write are harmed only where a drive may") {
    Platter platter{{{"a", sectors("-")}}};
    platter.take({.kind = Kind::write, .file = 1, .offset = 10, .bytes = "x"});
    for (const auto& left : left_of(platter, "a", {.happened = 1, .torn = 1})) {
        CHECK(left.substr(0, 10) == std::string(10, '-'));
        CHECK(left.substr(11) == std::string(501, '-'));
    }
    const auto harmed = left_of(platter, "a", {.happened = 1, .torn = 1, .neighbours = Neighbours::damaged});
    CHECK(std::ranges::any_of(harmed,
                              [](const auto& left) { return left.substr(11) != std::string(501, '-'); }));
}

TEST_CASE("a name is there once its folder was synced, whatever was written in the file") {
    Platter platter{{{"a", "A"}}};
    platter.take({.kind = Kind::create, .file = 2, .name = "b"});
    platter.take({.kind = Kind::write, .file = 2, .bytes = "B"});
    platter.take({.kind = Kind::sync, .file = 2});
    platter.take({.kind = Kind::remove, .file = 1, .name = "a"});
    CHECK(platter.seen() == Files{{"b", "B"}});
    CHECK(left_of(platter, "b", any_subset) == std::set<std::string>{"no file", "B"});
    CHECK(left_of(platter, "a", any_subset) == std::set<std::string>{"no file", "A"});
    platter.take({.kind = Kind::sync_folder});
    CHECK(left_of(platter, "b", any_subset) == std::set<std::string>{"B"});
    CHECK(left_of(platter, "a", any_subset) == std::set<std::string>{"no file"});
}

TEST_CASE("what a failed sync should have written is read on, and no later sync brings it to the disk") {
    Platter platter{{{"a", "--"}}};
    platter.take({.kind = Kind::write, .file = 1, .offset = 0, .bytes = "x"});
    platter.take({.kind = Kind::sync_failed, .file = 1});
    platter.take({.kind = Kind::write, .file = 1, .offset = 1, .bytes = "y"});
    platter.take({.kind = Kind::sync, .file = 1});
    CHECK(platter.seen().at("a") == "xy");
    CHECK(left_of(platter, "a", any_subset) == std::set<std::string>{"-y"});
}

TEST_CASE("everything that the database does to its files is written down") {
    const TemporaryFolder folder;
    Recorder recorder{folder.path()};
    {
        store::SqliteDatabase database{folder.path() / database_name};
        store::migrate(*database.open_writer());
        const auto left = database.open_writer(); // the log is there, and not copied back
        left->script("INSERT INTO facts_of_store (name, value) VALUES ('word', 'kept')");
        CHECK(recorder.platter().seen() == files_in(folder.path()));
        CHECK(recorder.platter().seen().size() == 2);
    }
    CHECK(recorder.platter().seen() == files_in(folder.path()));
}

TEST_CASE("what was read and not synced is on the disk once a writer has opened the database") {
    const TemporaryFolder folder;
    Recorder recorder{folder.path()};
    store::SqliteDatabase database{folder.path() / database_name};
    store::migrate(*database.open_writer());
    std::unique_ptr<store::Connection> reader;
    SECTION("by nobody else") {}
    SECTION("while somebody reads an earlier moment") {
        reader = database.open_reader();
        reader->begin_read();
        store::Transaction tx{*reader};
        CHECK(!tx.any("SELECT 1 FROM facts_of_store WHERE name = 'word'"));
    }
    const auto careless = database.open_writer();
    recorder.ignores_sync = true;
    careless->script("INSERT INTO facts_of_store (name, value) VALUES ('word', 'kept')");
    recorder.ignores_sync = false;
    const auto survives = [&] {
        std::mt19937_64 chance{1};
        const TemporaryFolder after_cut;
        write_files(after_cut.path(), recorder.platter().after_cut(chance, {.happened = 0}));
        const auto connection = store::SqliteDatabase{after_cut.path() / database_name}.open_writer();
        store::Transaction tx{*connection};
        return tx.any("SELECT 1 FROM facts_of_store WHERE name = 'word'");
    };
    CHECK(!survives());
    const auto careful = database.open_writer();
    CHECK(survives());
}

TEST_CASE("the power goes at any moment, and nothing is lost that was said") {
    std::ostringstream progress;
    const auto report = cut_the_power({.cuts = 12, .of_one_life = 6, .lives = 2, .posts = 60}, progress);
    CHECK(report.faults == std::vector<std::string>{});
    CHECK(report.at_stake > 0);
}

TEST_CASE("a disk that only says that it synced is found out") {
    std::ostringstream progress;
    const auto report = cut_the_power({.cuts = 30, .posts = 60, .ignores_sync = true, .enough = 1}, progress);
    CHECK(!report.faults.empty());
}

TEST_CASE("a cut that was at fault is kept, and is at fault when it is looked at again") {
    const TemporaryFolder kept;
    std::ostringstream progress;
    cut_the_power({.cuts = 30, .posts = 60, .ignores_sync = true, .keep = kept.path(), .enough = 1},
                  progress);
    int looked_at = 0;
    for (const auto& cut : std::filesystem::directory_iterator{kept.path()}) {
        ++looked_at;
        CHECK(!look_again(cut.path()).empty());
    }
    CHECK(looked_at > 0);
}

TEST_CASE("a database that does not sync each commit is found to lose what it acknowledged") {
    std::ostringstream progress;
    const auto report = cut_the_power(
        {.cuts = 30, .posts = 60, .script = "PRAGMA synchronous = NORMAL", .enough = 1}, progress);
    const auto lost = [](const std::string& fault) {
        return fault.find("acknowledged and lost") != fault.npos;
    };
    CHECK(std::ranges::any_of(report.faults, lost));
}
