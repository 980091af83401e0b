// Who goes first where threads share a core, read back from the system.
#include "store/precedence.hpp"
#include "support/catch.hpp"

#include <array>
#include <cstdint>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace interstate::store;

namespace {

struct Precedence {
    std::chrono::nanoseconds slice;
    int nice = 0;
};

/// sched_getattr(2): the slice is the fourth of its words; 0 before Linux 6.12.
Precedence mine() {
    std::array<std::uint64_t, 6> words{};
    if (::syscall(SYS_sched_getattr, 0, words.data(), sizeof words, 0U) != 0) FAIL("no attributes");
    return {std::chrono::nanoseconds{words[3]}, ::getpriority(PRIO_PROCESS, 0)};
}

/// On a thread of its own: what it asks for is asked for by nobody else.
template <class Ask>
Precedence after(Ask ask) {
    Precedence found;
    std::thread{[&] {
        ask();
        found = mine();
    }}.join();
    return found;
}

} // namespace

TEST_CASE("who goes first has a shorter slice than others, where the system knows of slices") {
    const auto ordinary = mine();
    const auto first = after([] { CHECK(go_first()); });
    CHECK(first.nice == ordinary.nice);
    CHECK(first.slice == (ordinary.slice.count() == 0 ? ordinary.slice : short_slice));
}

TEST_CASE("who stands back is nicer than its process and has an ordinary slice, whoever began it") {
    const auto ordinary = mine();
    const auto back = after([] {
        go_first();
        stand_back();
    });
    CHECK(back.nice > ordinary.nice);
    CHECK(back.slice == ordinary.slice);
}
