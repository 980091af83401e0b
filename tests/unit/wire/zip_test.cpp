// A ZIP is opened by a reader that did not make it, and the same files give the same bytes.
#include "support/catch.hpp"
#include "wire/zip.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <cstdlib>
#include <map>

using interstate::wire::Zip;

namespace {

std::string two_files() {
    Zip zip;
    zip.add("csv/posts.csv", std::string(100'000, 'x') + "é");
    zip.add("empty.txt", "");
    return zip.finish();
}

std::map<std::string, std::string> files_in(const std::string& zip) {
    std::map<std::string, std::string> files;
    auto* reader = archive_read_new();
    archive_read_support_format_zip(reader);
    REQUIRE(archive_read_open_memory(reader, zip.data(), zip.size()) == ARCHIVE_OK);
    archive_entry* entry = nullptr;
    while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
        auto& text = files[archive_entry_pathname(entry)];
        char piece[4096];
        for (la_ssize_t size = 0; (size = archive_read_data(reader, piece, sizeof piece)) > 0;)
            text.append(piece, static_cast<std::size_t>(size));
    }
    CHECK(archive_read_free(reader) == ARCHIVE_OK);
    return files;
}

} // namespace

TEST_CASE("what was packed is found again, smaller than it was") {
    const auto zip = two_files();
    CHECK(zip.size() < 2'000);
    const auto files = files_in(zip);
    REQUIRE(files.size() == 2);
    CHECK(files.at("csv/posts.csv") == std::string(100'000, 'x') + "é");
    CHECK(files.at("empty.txt").empty());
}

TEST_CASE("the same files give the same bytes, in whatever zone the machine is") {
    const auto once = two_files();
    setenv("TZ", "Pacific/Kiritimati", 1);
    tzset();
    CHECK(two_files() == once);
    setenv("TZ", "Pacific/Pago_Pago", 1);
    tzset();
    CHECK(two_files() == once);
    unsetenv("TZ");
    tzset();
    // The end of a ZIP is its last bytes: nothing was filled up behind it.
    CHECK(once.substr(once.size() - 22, 4) == "PK\x05\x06");
}

TEST_CASE("a ZIP of nothing is one, too") { CHECK(files_in(Zip{}.finish()).empty()); }
