#pragma once
// The frames of WebSocket (RFC 6455, version 13, no extensions): bytes in, messages out, and back. Knows
// nothing of sockets, clocks or what is said.
#include "live/outbox.hpp"

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace interstate::net {

/// RFC 6455, section 11.8.
enum class Opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

/// What has arrived whole. `continuation` stands for a fragment that was put to the message it belongs to:
/// there is nothing to read yet, but somebody sent a frame.
struct Arrived {
    Opcode opcode = Opcode::continuation;
    /// Unmasked; valid until the reader is asked again.
    std::string_view payload;
};

/// Reads what a client sends. Holds no memory while nothing is incomplete.
class FrameReader {
  public:
    /// `message_limit`: bytes of the longest message, whole or of fragments. `binary`: whether messages may
    /// be other than text.
    explicit FrameReader(std::size_t message_limit, bool binary = false)
        : message_limit_{message_limit}, binary_{binary} {}

    /// The next message or control frame; nothing when `bytes` is used up. Takes from the front of `bytes`
    /// and unmasks there. A close code when the client broke the protocol (1002), sent something else than
    /// text (1003) or a text that is not UTF-8 (1007; as soon as that is certain, section 8.1), or too much
    /// (1009): the connection is over.
    std::expected<std::optional<Arrived>, live::CloseCode> next(std::span<char>& bytes);
    /// Nothing is incomplete: a fresh reader would go on in the same way.
    [[nodiscard]] bool idle() const { return !in_frame_ && !in_message_ && kept_head_ == 0; }

  private:
    struct Head {
        Opcode opcode = Opcode::continuation;
        bool final = false;
        std::uint64_t size = 0;
        std::array<char, 4> mask{};
    };
    using HeadRead = std::expected<bool, live::CloseCode>;

    void forget_delivered();
    HeadRead read_head(std::span<char>& bytes);
    [[nodiscard]] std::optional<live::CloseCode> fault() const;
    [[nodiscard]] bool in_control_frame() const;
    /// Whether what has come of a text in pieces may still become UTF-8.
    bool may_be_text();
    std::expected<std::optional<Arrived>, live::CloseCode> finish(std::string_view payload);

    std::size_t message_limit_;
    bool binary_;
    Head head_;
    Opcode message_opcode_ = Opcode::text;
    /// Bytes of `message_` that are whole characters.
    std::size_t characters_to_ = 0;
    std::uint64_t taken_ = 0;
    bool in_frame_ = false;
    bool in_message_ = false;
    bool delivered_message_ = false;
    std::uint8_t kept_head_ = 0;
    std::array<char, 14> head_bytes_{};
    std::string message_;
    std::string control_;
};

/// The code in the payload of a close frame; nothing when it names none; a fault when it may not stand there
/// (sections 5.5.1 and 7.4).
std::expected<std::optional<std::uint16_t>, live::CloseCode> close_code_of(std::string_view payload);

/// The bytes before the payload of a frame of ours: never masked, never in fragments.
struct FrameHead : live::FrameHead {
    FrameHead(Opcode opcode, std::size_t payload_size)
        : live::FrameHead{static_cast<std::uint8_t>(opcode), payload_size} {}
};

/// A whole frame of ours.
std::string frame_bytes(Opcode opcode, std::string_view payload);
std::string close_frame_bytes(std::uint16_t code);

} // namespace interstate::net
