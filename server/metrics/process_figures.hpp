#pragma once
// What the system says of this process.
#include <cstddef>

namespace interstate::metrics {

struct ProcessFigures {
    std::size_t resident_bytes = 0;
    std::size_t open_descriptors = 0;
    std::size_t most_descriptors = 0;
    double processor_seconds = 0;
};

/// Reads /proc/self (proc(5)) and getrusage(2). What cannot be read is 0.
ProcessFigures process_figures();

} // namespace interstate::metrics
