#pragma once
// A thread to post in: the smallest thing that people do here.
#include "protocol/house.hpp"

namespace interstate::tests {

/// A thread in the running series, begun by the member of the cast with one post.
inline std::string thread_in_series(House& house) {
    Client writer{house, house.cast.member};
    return writer.command("start_thread", {{"anchor", "topic"},
                                           {"anchor_id", house.cast.series.str()},
                                           {"title", "T"},
                                           {"text", "First"}})["result"]["thread"];
}

inline int posts(House& house, const std::string& thread) {
    return house.one<int>("SELECT count(*) FROM posts WHERE thread = ?", thread);
}

inline Json post_body(const std::string& thread, const std::string& text = "More") {
    return {{"thread", thread}, {"text", text}};
}

} // namespace interstate::tests
