// The thread of passwords and the file of stolen ones.
#include "workers/password_thread.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <fstream>
#include <future>
#include <set>

using namespace interstate;
using namespace interstate::workers;
using tests::TemporaryFolder;

namespace {

std::string digest_of(const std::string& password) {
    unsigned char digest[SHA_DIGEST_LENGTH];
    SHA1(reinterpret_cast<const unsigned char*>(password.data()), password.size(), digest);
    std::string text;
    for (const auto byte : digest) text += fmt::format("{:02X}", byte);
    return text;
}

/// As Have I Been Pwned gives it out: counts of different lengths.
std::filesystem::path list_of(const TemporaryFolder& folder, int passwords, const std::string& end) {
    std::set<std::string> lines;
    for (int i = 0; i < passwords; ++i)
        lines.insert(digest_of("stolen " + std::to_string(i)) + ":" + std::to_string(i * i * 37 + 1));
    const auto file = folder.path() / ("list-" + std::to_string(passwords));
    std::ofstream out{file, std::ios::binary};
    bool first = true;
    for (const auto& line : lines) {
        if (!std::exchange(first, false)) out << end;
        out << line;
    }
    return file;
}

constexpr PasswordCosts little{.passes = 1, .bytes = std::size_t{8} * 1024 * 1024};

template <class Answer>
struct Told {
    std::promise<Answer> promise;
    std::function<void(Answer)> done() {
        return [this](Answer answer) { promise.set_value(std::move(answer)); };
    }
    Answer wait() { return promise.get_future().get(); }
};

} // namespace

TEST_CASE(
    "every stolen password is found in the list, and no other, however long the list and its lines are") {
    const TemporaryFolder folder;
    for (const int size : {1, 2, 3, 7, 100, 2000})
        for (const char* end : {"\n", "\r\n"}) {
            const BreachedPasswords list{list_of(folder, size, end)};
            CHECK(list.fault().empty());
            for (int i = 0; i < size; ++i) CHECK(list.has("stolen " + std::to_string(i)));
            for (int i = 0; i < 200; ++i) CHECK(!list.has("kept " + std::to_string(i)));
        }
}

TEST_CASE("without a list nothing is in it; a file that is none is named") {
    CHECK(!BreachedPasswords{{}}.has("password"));
    CHECK(BreachedPasswords{{}}.fault().empty());
    const TemporaryFolder folder;
    const auto file = folder.path() / "words";
    std::ofstream{file} << "password\n123456\n";
    CHECK(BreachedPasswords{file}.fault().contains("no SHA-1"));
    std::ofstream{file} << digest_of("b") << ":1\n" << std::string(40, '0') << ":1\n";
    CHECK(BreachedPasswords{file}.fault().contains("not ordered"));
    std::ofstream{file} << "";
    CHECK(!BreachedPasswords{file}.fault().empty());
    CHECK(!BreachedPasswords{folder.path() / "nothing"}.fault().empty());
}

TEST_CASE("a right password is right, a wrong one and one of nobody are not") {
    PasswordThread thread{{.costs = little}, [] {}};
    const auto hash = password_hash("four geese walked past", little);
    const auto right_of = [&](const std::string& password, const std::string& of) {
        Told<PasswordThread::Checked> told;
        REQUIRE(thread.check({password, of}, true, told.done()));
        return told.wait().right;
    };
    CHECK(right_of("four geese walked past", hash));
    CHECK(!right_of("five geese walked past", hash));
    CHECK(!right_of("four geese walked past", ""));
}

TEST_CASE("a hash at other costs is made anew once its password was right, and only then") {
    PasswordThread thread{{.costs = {.passes = 2, .bytes = little.bytes}}, [] {}};
    const auto hash = password_hash("four geese walked past", little);
    Told<PasswordThread::Checked> right, wrong;
    REQUIRE(thread.check({"four geese walked past", hash}, true, right.done()));
    REQUIRE(thread.check({"five geese walked past", hash}, true, wrong.done()));
    const auto renewed = right.wait().renewed;
    CHECK(renewed.contains("t=2"));
    CHECK(is_password("four geese walked past", renewed));
    CHECK(wrong.wait().renewed.empty());
}

TEST_CASE("a new password is hashed; not where the present one is wrong, or it was stolen elsewhere") {
    const TemporaryFolder folder;
    PasswordThread thread{{.breached = BreachedPasswords{list_of(folder, 10, "\r\n")}, .costs = little},
                          [] {}};
    const auto made = [&](PasswordThread::New one) {
        Told<PasswordThread::Made> told;
        REQUIRE(thread.make(std::move(one), told.done()));
        return told.wait();
    };
    using Refused = PasswordThread::Refused;
    const auto present = made({.password = "four geese walked past"});
    REQUIRE(present.refused == Refused::nothing);
    CHECK(is_password("four geese walked past", present.hash));
    CHECK(made({.password = "stolen 7"}).refused == Refused::breached);
    CHECK(made({.password = "a newer one",
                .present = "wrong",
                .present_hash = present.hash,
                .asks_present = true})
              .refused == Refused::not_present);
    CHECK(
        made({.password = "a newer one", .present = "", .present_hash = "", .asks_present = true}).refused ==
        Refused::not_present);
    CHECK(made({.password = "a newer one",
                .present = "four geese walked past",
                .present_hash = present.hash,
                .asks_present = true})
              .refused == Refused::nothing);
}

TEST_CASE("a full queue takes no more, and strangers leave room for who is known; what waits at the end is "
          "not answered") {
    std::promise<void> begun, go_on;
    PasswordThread thread{{.queue = 4, .queue_of_unknown = 2, .costs = little}, [] {}};
    REQUIRE(thread.check({"x", ""}, true, [&](const auto&) {
        begun.set_value();
        go_on.get_future().wait();
    }));
    begun.get_future().wait();
    int answered = 0;
    const auto count = [&](const auto&) { ++answered; };
    CHECK(thread.check({"x", ""}, false, count));
    CHECK(thread.check({"x", ""}, false, count));
    CHECK(!thread.check({"x", ""}, false, count));
    CHECK(thread.is_full(false));
    CHECK(thread.check({"x", ""}, true, count));
    CHECK(thread.check({"x", ""}, true, count));
    CHECK(!thread.check({"x", ""}, true, count));
    CHECK(thread.is_full(true));
    std::thread stopping{[&] { thread.stop(); }};
    while (thread.waiting() > 0) std::this_thread::yield();
    go_on.set_value();
    stopping.join();
    CHECK(answered == 0);
    CHECK(!thread.check({"x", ""}, true, count));
}
