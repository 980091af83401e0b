#include "store/precedence.hpp"

#include <cstdint>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace interstate::store {
namespace {

constexpr int nicer = 5;
/// On Linux all of this is of the calling thread alone.
constexpr id_t this_thread = 0;

/// `struct sched_attr` as it was first published (sched_setattr(2)): the C library has none.
struct SchedulingAttributes {
    std::uint32_t size = sizeof(SchedulingAttributes);
    std::uint32_t policy = 0;
    std::uint64_t flags = 0;
    std::int32_t nice = 0;
    std::uint32_t priority = 0;
    std::uint64_t runtime = 0, deadline = 0, period = 0;
};

bool ask_for_slice(std::chrono::nanoseconds slice) {
    SchedulingAttributes attributes;
    if (::syscall(SYS_sched_getattr, this_thread, &attributes, sizeof attributes, 0U) != 0) return false;
    attributes.runtime = static_cast<std::uint64_t>(slice.count());
    return ::syscall(SYS_sched_setattr, this_thread, &attributes, 0U) == 0;
}

} // namespace

bool go_first() { return ask_for_slice(short_slice); }

void stand_back() {
    ask_for_slice(std::chrono::nanoseconds{0}); // the system's own: a thread begins with that of its maker
    ::setpriority(PRIO_PROCESS, this_thread, ::getpriority(PRIO_PROCESS, this_thread) + nicer);
}

} // namespace interstate::store
