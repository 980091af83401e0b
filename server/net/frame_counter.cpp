#include "net/frame_counter.hpp"

#include <algorithm>

namespace interstate::net {

std::size_t FrameCounter::count(std::string_view bytes) {
    std::size_t counted = 0;
    while (!bytes.empty()) {
        const auto skipped = std::min<std::uint64_t>(payload_left_, bytes.size());
        bytes.remove_prefix(static_cast<std::size_t>(skipped));
        payload_left_ -= skipped;
        if (bytes.empty()) break;
        head_.at(seen_of_head_++) = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        if (seen_of_head_ < 2 || seen_of_head_ < head_size()) continue;
        const bool is_last = (head_[0] & 0x80) != 0, is_control = (head_[0] & 0x08) != 0;
        counted += is_control || !is_last ? 1 : 0;
        payload_left_ = payload_size();
        seen_of_head_ = 0;
    }
    return counted;
}

std::size_t FrameCounter::head_size() const {
    const auto code = head_[1] & 0x7F;
    const std::size_t length = code == 127 ? 8 : code == 126 ? 2 : 0;
    const std::size_t mask = (head_[1] & 0x80) != 0 ? 4 : 0;
    return 2 + length + mask;
}

std::uint64_t FrameCounter::payload_size() const {
    const auto code = head_[1] & 0x7F;
    if (code < 126) return static_cast<std::uint64_t>(code);
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < (code == 127 ? 8U : 2U); ++i) size = (size << 8) | head_.at(2 + i);
    return size;
}

} // namespace interstate::net
