#pragma once
// One life of the server: the whole of it in this process, on one folder, with several people who post,
// follow and read, until it is stopped. They go on from what they were told in earlier lives.
#include "base/id.hpp"
#include "base/stream.hpp"
#include "disk/recorder.hpp"
#include "disk/witness.hpp"

#include <functional>
#include <random>

namespace interstate::tests::disk {

/// Somebody who posts, with a token to get in.
struct Writer {
    PersonId person;
    std::string token;
};

/// The demonstration, and the people and threads of it that tests speak about. Made once.
struct World {
    Files files;
    std::vector<Writer> writers;
    Stream series;
    std::vector<std::string> threads;
};
const World& world();
/// In words for a file, without the database; and the world of such a file, which `world` gives from now on,
/// until it is told null.
Json written(const World& world);
void go_back_to(const Json& written);

/// What is done in one life.
struct Plan {
    /// New posts, by all writers together. What was never answered is sent again before.
    int posts = 150;
    /// Acknowledged posts that are sent once more.
    int sent_again = 0;
    /// A writer sends at most so many without waiting.
    int burst = 6;
    std::uint64_t seed = 1;
    /// A connection may be closed and a door stay shut for a while: people come back. Without, it is a fault.
    bool forgiving = false;
    /// Run on each writing connection when it is opened, for example "PRAGMA wal_autocheckpoint = 40".
    std::string script;
    /// Told after each turn, with the number of answers so far.
    std::function<void(int answers)> turn = [](int) {};
};

/// Lives. Adds to the witness what people were told; gives what was wrong already while they lived, in words.
std::vector<std::string> live(Recorder& recorder, Witness& witness, int life, const Plan& plan);

/// The name of the database in a folder.
inline constexpr const char* database_name = "interstate.db";

/// What is wrong with what the program finds in this folder. Opens it as the program does.
std::vector<std::string> judged(const std::filesystem::path& folder, const Witness& witness);

} // namespace interstate::tests::disk
