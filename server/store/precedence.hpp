#pragma once
// Which thread goes first where several share a core (sched(7)).
#include <chrono>

namespace interstate::store {

/// A thread that says and writes is awake for so long at a time.
inline constexpr std::chrono::nanoseconds short_slice = std::chrono::microseconds{200};

/// For a thread whose work others wait for: asks for the short slice, with which who wakes takes the core
/// from a thread with a longer one at once (sched_setattr(2), `sched_runtime` of SCHED_OTHER: Linux 6.12 and
/// later). False where this system has no such wish.
bool go_first();

/// For a thread whose work is long: an ordinary slice, and nicer than its process (nice(7)): where all share
/// one core, a third of the share. Where that is refused it is as others are.
void stand_back();

} // namespace interstate::store
