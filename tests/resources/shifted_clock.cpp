// Loaded before the C library: the wall clock of the process is shifted by as many seconds as stand in a
// file, from one call to the next. What measures time that passes (CLOCK_MONOTONIC) stays as it is, as when
// somebody sets a computer's clock.
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

const volatile std::int64_t* shared_shift() {
    static const std::int64_t none = 0;
    const char* file = std::getenv("SHIFTED_CLOCK");
    const int descriptor = file ? ::open(file, O_RDONLY | O_CLOEXEC) : -1;
    if (descriptor < 0) return &none;
    void* page = ::mmap(nullptr, sizeof none, PROT_READ, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    return page == MAP_FAILED ? &none : static_cast<const std::int64_t*>(page);
}

std::int64_t shift() {
    static const volatile std::int64_t* const seconds = shared_shift();
    return *seconds;
}

bool is_wall(clockid_t clock) { return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE; }

} // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* now) noexcept {
    const int result = static_cast<int>(::syscall(SYS_clock_gettime, clock, now));
    if (result == 0 && is_wall(clock)) now->tv_sec += shift();
    return result;
}

extern "C" int gettimeofday(timeval* now, void*) noexcept {
    timespec precise{};
    if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
    *now = {precise.tv_sec, precise.tv_nsec / 1000};
    return 0;
}

extern "C" time_t time(time_t* out) noexcept {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}
