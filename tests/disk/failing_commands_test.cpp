// The program's commands while calls to the file system fail: each says why, and can be said again.
#include "disk/failing.hpp"
#include "disk/life.hpp"
#include "program/command_line.hpp"
#include "program/data_folder.hpp"

#include <fstream>
#include <iostream>
#include <sstream>

using namespace interstate;
using namespace interstate::tests;
using namespace interstate::tests::disk;

namespace {

const bool registered = (register_recording_vfs(), true);

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

Look holds(const char* table, int rows) {
    return [=](store::Transaction& tx) {
        CHECK(tx.row<int>(std::string{"SELECT count(*) FROM "} + table) == rows);
    };
}

/// A folder that `interstate init --empty` made, with one person.
const Files& with_ana() {
    static const Files files = [] {
        const TemporaryFolder folder;
        const auto data = folder.path().string();
        REQUIRE(run({"init", "--empty", "--data", data}).code == 0);
        REQUIRE(run({"invite", "ana@agency.example", "--data", data}).code == 0);
        return files_in(folder.path());
    }();
    return files;
}

/// What the program of schema 7 left.
const Files& of_schema_7() {
    static const Files files = [] {
        const TemporaryFolder folder;
        std::stringstream script;
        script << "PRAGMA foreign_keys = OFF;"; // its tables come by their names
        script << std::ifstream{std::filesystem::path{INTERSTATE_TEST_SOURCES} /
                                "backup/earlier/0007-2ea3ca8.sql"}
                      .rdbuf();
        store::SqliteDatabase{folder.path() / database_name}.open_writer()->script(script.str());
        return files_in(folder.path());
    }();
    return files;
}

int people_of_schema_7() {
    const TemporaryFolder folder;
    write_files(folder.path(), of_schema_7());
    const auto connection = store::SqliteDatabase{folder.path() / database_name}.open_writer();
    store::Transaction tx{*connection};
    CHECK(store::schema_version(*connection) == 7);
    return tx.row<int>("SELECT count(*) FROM people").value();
}

/// The words of a command that imports two people.
std::vector<std::string> importing_two(const std::filesystem::path& data) {
    const auto list = data / "people.json";
    std::ofstream{list}
        << R"({"people":[)"
        << R"({"name":"Bo","address":"bo@agency.example","state":"OH","role":"state_member"},)"
        << R"({"name":"Cy","address":"cy@agency.example","state":"OH","role":"state_member"}]})";
    return {"import", list.string(), "--data", data.string()};
}

std::vector<std::filesystem::path> copies_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> copies;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().filename().string().starts_with("interstate-")) copies.push_back(entry.path());
    return copies;
}

} // namespace

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
    const auto count = [](const char* table) {
        return [table](store::Transaction& tx) {
            return tx.row<int>(std::string{"SELECT count(*) FROM "} + table).value();
        };
    };
    fail_each(with_ana(), once_and_for_ever, [&](const Try& one) -> Look {
        const auto ran =
            run_in_trouble(one, {"token", "ana@agency.example", "--data", one.file.parent_path().string()});
        return [=](store::Transaction& tx) {
            if (ran.code == 0) CHECK(count("api_tokens")(tx) == 1);
        };
    });
    fail_each(with_ana(), once_and_for_ever, [&](const Try& one) -> Look {
        const auto ran =
            run_in_trouble(one, {"invite", "bo@agency.example", "--data", one.file.parent_path().string()});
        return [=](store::Transaction& tx) {
            if (ran.code == 0) CHECK(count("people")(tx) == 2);
        };
    });
    fail_each(with_ana(), once_and_for_ever, [&](const Try& one) -> Look {
        const auto ran = run_in_trouble(one, {"people", "--data", one.file.parent_path().string()});
        if (ran.code == 0) CHECK(ran.out.find("ana@agency.example") != std::string::npos);
        return {};
    });
}

TEST_CASE("interstate backup, each call broken: there is a sound copy or none") {
    fail_each(with_ana(), once_and_for_ever, [](const Try& one) -> Look {
        const auto data = one.file.parent_path();
        const auto ran = run_in_trouble(one, {"backup", "--data", data.string(), "--to", data.string()});
        const auto copies = copies_in(data);
        CHECK(copies.size() == (ran.code == 0 ? 1 : 0));
        for (const auto& copy : copies) CHECK(run({"verify", copy.string()}).code == 0);
        const auto again = run({"backup", "--data", data.string(), "--to", (data / "again.db").string()});
        INFO(again.error);
        CHECK(again.code == 0);
        return holds("people", 1);
    });
}

TEST_CASE("interstate verify, each call broken: it never takes a copy for sound that it could not read") {
    fail_each(with_ana(), once_and_for_ever, [](const Try& one) -> Look {
        const auto data = one.file.parent_path();
        const auto copy = data / "copy.db";
        REQUIRE(run({"backup", "--data", data.string(), "--to", copy.string()}).code == 0);
        {
            std::fstream file{copy, std::ios::in | std::ios::out | std::ios::binary};
            file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(copy)) / 2);
            file.write("harm", 4);
        }
        one.begin();
        const auto ran = run({"verify", copy.string()});
        one.mend();
        CHECK(ran.code == 1);
        return {};
    });
}

TEST_CASE("interstate import, each call broken: all of them or none") {
    fail_each(with_ana(), once_and_for_ever, [](const Try& one) -> Look {
        const auto data = one.file.parent_path();
        const auto list = data / "people.json";
        std::ofstream{list}
            << R"({"people":[)"
            << R"({"name":"Bo","address":"bo@agency.example","state":"OH","role":"state_member"},)"
            << R"({"name":"Cy","address":"cy@agency.example","state":"OH","role":"state_member"}]})";
        const std::vector<std::string> words{"import", list.string(), "--data", data.string()};
        const auto first = run_in_trouble(one, words);
        const auto second = run(words);
        INFO(second.error);
        // Where the first said that it had failed at the very last call, they may be here already.
        if (first.code == 0) CHECK(second.code == 1);
        if (second.code == 1) CHECK(second.error.find("is here already") != std::string::npos);
        return holds("people", 3);
    });
}

TEST_CASE(
    "the data of an earlier program, each call of bringing it forward broken: all is there, and it goes on") {
    fail_each(of_schema_7(), once_and_for_ever, [](const Try& one) -> Look {
        const auto data = one.file.parent_path();
        const auto words = importing_two(data);
        const auto first = run_in_trouble(one, words);
        const auto second = run(words);
        CHECK((second.code == 0 || second.error.find("is here already") != std::string::npos));
        return holds("people", people_of_schema_7() + 2);
    });
}
