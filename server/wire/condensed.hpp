#pragma once
// What somebody missed of a stream, said with fewer words.
#include <string>
#include <string_view>
#include <vector>

namespace interstate::wire {

/// Events of one stream as `event_frame` writes them, in their order: without records that accompany what an
/// event is about (which it puts first), that an earlier of them put and a later one puts again, such as the
/// head of a thread with each of its posts. Nothing is left out of one that is removed. Whoever applies all
/// of it from some event on, having applied the earlier ones, holds the same in the end; should they be cut
/// off in the middle, some such records are older than they were, and none lacks. Text that is no such event
/// stays as it is. Takes about as long as copying the text twice.
std::vector<std::string> condensed(const std::vector<std::string_view>& events);

} // namespace interstate::wire
