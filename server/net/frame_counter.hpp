#pragma once
// Sees the frames of a WebSocket that Beast keeps to itself, so that a flood of them can be told.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace interstate::net {

/// Follows the frames of a client through its raw bytes (RFC 6455, section 5.2).
class FrameCounter {
  public:
    /// How many frames that end no message (pings, pongs, closes, fragments) began in these bytes, however
    /// the bytes are cut.
    std::size_t count(std::string_view bytes);

  private:
    [[nodiscard]] std::size_t head_size() const;
    [[nodiscard]] std::uint64_t payload_size() const;
    std::array<std::uint8_t, 14> head_{};
    std::size_t seen_of_head_ = 0;
    std::uint64_t payload_left_ = 0;
};

} // namespace interstate::net
