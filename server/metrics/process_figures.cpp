#include "metrics/process_figures.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/resource.h>
#include <unistd.h>

namespace interstate::metrics {
namespace {

std::size_t resident_bytes() {
    std::ifstream pages{"/proc/self/statm"};
    std::size_t total = 0, resident = 0;
    pages >> total >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

std::size_t open_descriptors() {
    std::error_code unreadable;
    const std::filesystem::directory_iterator all{"/proc/self/fd", unreadable};
    // One of them reads the folder.
    const auto count = std::distance(begin(all), end(all));
    return count > 0 ? static_cast<std::size_t>(count) - 1 : 0;
}

std::size_t most_descriptors() {
    rlimit limit{};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 0;
}

double processor_seconds() {
    rusage used{};
    if (::getrusage(RUSAGE_SELF, &used) != 0) return 0;
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

} // namespace

ProcessFigures process_figures() {
    return {.resident_bytes = resident_bytes(),
            .open_descriptors = open_descriptors(),
            .most_descriptors = most_descriptors(),
            .processor_seconds = processor_seconds()};
}

} // namespace interstate::metrics
