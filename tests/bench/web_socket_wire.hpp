#pragma once
// The bytes of WebSocket (RFC 6455) for bench programs: enough to speak, nothing to spare.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bench {

struct Message {
    int opcode = 0;
    std::string payload;
    /// Bytes of the whole frame.
    std::size_t size = 0;
};

/// The first complete frame of what has arrived, unmasked; nothing while it is incomplete.
inline std::optional<Message> take_frame(std::string_view bytes) {
    if (bytes.size() < 2) return std::nullopt;
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    std::uint64_t length = at(1) & 127;
    std::size_t head = 2;
    if (length >= 126) {
        const std::size_t wide = length == 126 ? 2 : 8;
        if (bytes.size() < 2 + wide) return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < wide; ++i) length = length << 8 | at(2 + i);
        head += wide;
    }
    const bool masked = (at(1) & 128) != 0;
    const std::size_t mask = head;
    if (masked) head += 4;
    if (bytes.size() < head + length) return std::nullopt;
    Message message{at(0) & 15, std::string{bytes.substr(head, length)}, head + length};
    if (masked)
        for (std::size_t i = 0; i < length; ++i)
            message.payload[i] = static_cast<char>(message.payload[i] ^ bytes[mask + (i & 3)]);
    return message;
}

/// A text frame. Clients must mask; a mask of zeros is a mask.
inline std::string text_frame(std::string_view payload, bool masked) {
    std::string frame{'\x81'};
    const char flag = masked ? '\x80' : '\0';
    if (payload.size() < 126) {
        frame += static_cast<char>(payload.size() | static_cast<unsigned char>(flag));
    } else {
        frame += static_cast<char>(126 | static_cast<unsigned char>(flag));
        frame += static_cast<char>(payload.size() >> 8);
        frame += static_cast<char>(payload.size());
    }
    if (masked) frame.append(4, '\0');
    return frame.append(payload);
}

} // namespace bench
