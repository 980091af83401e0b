#pragma once
// What somebody missed of a stream, said with fewer words.
#include <string>
#include <string_view>
#include <vector>

namespace interstate::wire {

/// Events of one stream as `event_frame` writes them, in their order: without the records that an earlier of
/// them put and a later one puts again, such as the head of a thread with each of its posts. The first and
/// the last of each record stay, and all of one that is removed: whoever applies the events, from whichever
/// of them on, holds the same in the end, and lacks nothing, should they be cut off in the middle, but newer
/// versions of what they hold. Text that is no such event stays as it is.
std::vector<std::string> condensed(const std::vector<std::string_view>& events);

} // namespace interstate::wire
