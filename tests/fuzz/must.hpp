#pragma once
// A promise that a fuzz target holds the code to: broken, it ends the run with the input.
#include <cstdio>
#include <cstdlib>

inline void must(bool kept, const char* promise) {
    if (kept) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}
