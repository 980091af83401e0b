#pragma once
// What stands before a message on the line: the head of a WebSocket frame that is final and not masked (RFC
// 6455, section 5.2). It is here because frames lie in memory as they go out, head and all
// (docs/decisions/0023); who sends them otherwise passes it over.
#include <array>
#include <cstdint>
#include <string_view>

namespace interstate::live {

class FrameHead {
  public:
    /// The opcode of a text (section 11.8).
    static constexpr std::uint8_t text = 1;

    FrameHead(std::uint8_t opcode, std::size_t payload_size) {
        put(0x80U | opcode);
        if (payload_size < 126) {
            put(payload_size);
            return;
        }
        const bool wide = payload_size > 0xFFFF;
        put(wide ? 127 : 126);
        for (int shift = wide ? 56 : 8; shift >= 0; shift -= 8) put(payload_size >> shift);
    }
    [[nodiscard]] std::string_view bytes() const { return {bytes_.data(), size_}; }

    /// The payload of the frame at the front of `frames`, which holds it whole and was made of such heads.
    static std::string_view first_payload(std::string_view frames) {
        const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(frames[at]); };
        std::size_t head = 2;
        std::size_t size = byte(1);
        if (size >= 126) {
            head += size == 126 ? 2 : 8;
            size = 0;
            for (std::size_t at = 2; at < head; ++at) size = size << 8 | byte(at);
        }
        return frames.substr(head, size);
    }

  private:
    void put(std::uint64_t value) { bytes_[size_++] = static_cast<char>(value & 255); }

    std::array<char, 10> bytes_{};
    std::uint8_t size_ = 0;
};

} // namespace interstate::live
