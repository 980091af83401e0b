#include "net/web_socket_codec.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace interstate::net {
namespace {

using live::CloseCode;

constexpr std::uint64_t control_limit = 125;

bool is_control(Opcode opcode) { return static_cast<std::uint8_t>(opcode) >= 8; }

bool is_known(std::uint8_t opcode) { return opcode <= 2 || (opcode >= 8 && opcode <= 10); }

/// `at`: where in the payload the part begins.
void unmask(std::span<char> part, const std::array<char, 4>& mask, std::uint64_t at) {
    std::array<char, 4> turned{};
    for (std::size_t i = 0; i < 4; ++i) turned[i] = mask[(at + i) & 3];
    std::uint32_t word = 0;
    std::memcpy(&word, turned.data(), sizeof word);
    std::size_t i = 0;
    for (; i + sizeof word <= part.size(); i += sizeof word) {
        std::uint32_t four = 0;
        std::memcpy(&four, part.data() + i, sizeof four);
        four ^= word;
        std::memcpy(part.data() + i, &four, sizeof four);
    }
    for (; i < part.size(); ++i) part[i] = static_cast<char>(part[i] ^ turned[i & 3]);
}

std::uint64_t big_endian(std::span<const char> bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) value = value << 8 | static_cast<std::uint8_t>(byte);
    return value;
}

/// How many bytes a head has, told by its second byte.
std::size_t head_size(std::uint8_t second) {
    const auto size = second & 127;
    return 2 + (size == 126 ? 2U : size == 127 ? 8U : 0U) + ((second & 128) != 0 ? 4U : 0U);
}

std::size_t character_size(std::uint8_t first) { return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2; }

/// Where the last character begins if it is not whole yet; the size of the text otherwise.
std::size_t begin_of_cut(std::string_view text) {
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        const auto byte = static_cast<std::uint8_t>(text[text.size() - back]);
        if (byte < 0x80) break;
        if (byte >= 0xC0) return character_size(byte) > back ? text.size() - back : text.size();
    }
    return text.size();
}

/// Continuations are contiguous ranges: if neither their first nor their last byte makes a character, none
/// does.
bool may_become_character(std::string_view cut) {
    for (const char last : {'\x80', '\xBF'}) {
        std::string whole{cut};
        if (!cut.empty()) whole.resize(character_size(static_cast<std::uint8_t>(cut[0])), last);
        if (count_characters(whole)) return true;
    }
    return false;
}

} // namespace

FrameReader::HeadRead FrameReader::read_head(std::span<char>& bytes) {
    const auto take_until = [&](std::size_t wanted) {
        const auto taken = std::min(bytes.size(), wanted - std::min<std::size_t>(wanted, kept_head_));
        std::copy_n(bytes.begin(), taken, head_bytes_.begin() + kept_head_);
        kept_head_ = static_cast<std::uint8_t>(kept_head_ + taken);
        bytes = bytes.subspan(taken);
        return kept_head_ >= wanted;
    };
    if (!take_until(2)) return false;
    const auto first = static_cast<std::uint8_t>(head_bytes_[0]);
    const auto second = static_cast<std::uint8_t>(head_bytes_[1]);
    // No extension was agreed on, so the reserved bits are zero; what clients send is masked (5.1, 5.2).
    if ((first & 0x70) != 0 || !is_known(first & 15) || (second & 128) == 0)
        return std::unexpected(CloseCode::protocol_error);
    const auto whole = head_size(second);
    if (!take_until(whole)) return false;
    kept_head_ = 0;
    head_.opcode = static_cast<Opcode>(first & 15);
    head_.final = (first & 128) != 0;
    const std::span<const char> size_bytes{head_bytes_.data() + 2, whole - 6};
    head_.size = size_bytes.empty() ? second & 127U : big_endian(size_bytes);
    std::copy_n(head_bytes_.begin() + static_cast<std::ptrdiff_t>(whole) - 4, 4, head_.mask.begin());
    // The shortest form is the only one (5.2).
    const std::uint64_t least = size_bytes.empty() ? 0 : size_bytes.size() == 2 ? 126 : 65536;
    if (head_.size < least || head_.size >> 63 != 0) return std::unexpected(CloseCode::protocol_error);
    if (const auto wrong = fault()) return std::unexpected(*wrong);
    if (head_.opcode == Opcode::text || head_.opcode == Opcode::binary) message_opcode_ = head_.opcode;
    return true;
}

std::optional<CloseCode> FrameReader::fault() const {
    if (is_control(head_.opcode)) {
        if (!head_.final || head_.size > control_limit) return CloseCode::protocol_error;
        return std::nullopt;
    }
    if ((head_.opcode == Opcode::continuation) != in_message_) return CloseCode::protocol_error;
    if (head_.opcode == Opcode::binary && !binary_) return CloseCode::not_text;
    if (head_.size > message_limit_ - message_.size()) return CloseCode::too_big;
    return std::nullopt;
}

bool FrameReader::in_control_frame() const { return is_control(head_.opcode); }

void FrameReader::forget_delivered() {
    if (!in_frame_) control_ = {};
    if (!std::exchange(delivered_message_, false)) return;
    message_ = {};
    characters_to_ = 0;
}

std::expected<std::optional<Arrived>, CloseCode> FrameReader::next(std::span<char>& bytes) {
    forget_delivered();
    if (!in_frame_) {
        const auto read = read_head(bytes);
        if (!read) return std::unexpected(read.error());
        if (!*read) return std::nullopt;
        in_frame_ = true;
        taken_ = 0;
    }
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), head_.size - taken_));
    const auto part = bytes.first(size);
    bytes = bytes.subspan(size);
    unmask(part, head_.mask, taken_);
    const bool whole_at_once = taken_ == 0 && size == head_.size;
    taken_ += size;
    auto& kept = in_control_frame() ? control_ : message_;
    // A message that came in one piece is read where it lies.
    const bool copied = !whole_at_once || !head_.final || !kept.empty();
    if (copied) kept.append(part.data(), part.size());
    if (copied && !in_control_frame() && !may_be_text()) return std::unexpected(CloseCode::not_utf8);
    if (taken_ < head_.size) return std::nullopt;
    in_frame_ = false;
    return finish(copied ? std::string_view{kept} : std::string_view{part.data(), part.size()});
}

std::expected<std::optional<Arrived>, CloseCode> FrameReader::finish(std::string_view payload) {
    if (in_control_frame()) return Arrived{head_.opcode, payload};
    in_message_ = !head_.final;
    if (in_message_) return Arrived{};
    delivered_message_ = true;
    if (message_opcode_ == Opcode::text && !count_characters(payload.substr(characters_to_)))
        return std::unexpected(CloseCode::not_utf8);
    return Arrived{message_opcode_, payload};
}

bool FrameReader::may_be_text() {
    if (message_opcode_ != Opcode::text) return true;
    const auto fresh = std::string_view{message_}.substr(characters_to_);
    const auto cut = begin_of_cut(fresh);
    characters_to_ += cut;
    return count_characters(fresh.substr(0, cut)) && may_become_character(fresh.substr(cut));
}

std::expected<std::optional<std::uint16_t>, CloseCode> close_code_of(std::string_view payload) {
    if (payload.empty()) return std::nullopt;
    if (payload.size() == 1) return std::unexpected(CloseCode::protocol_error);
    const auto code = static_cast<std::uint16_t>(big_endian(payload.substr(0, 2)));
    // 1004 to 1006 and 1015 are never sent; 1012 to 1014 were registered later; 3000 and up are free (7.4).
    const bool registered = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
    if (!registered && (code < 3000 || code > 4999)) return std::unexpected(CloseCode::protocol_error);
    if (!count_characters(payload.substr(2))) return std::unexpected(CloseCode::not_utf8);
    return code;
}

std::string frame_bytes(Opcode opcode, std::string_view payload) {
    return std::string{FrameHead{opcode, payload.size()}.bytes()}.append(payload);
}

std::string close_frame_bytes(std::uint16_t code) {
    const std::array<char, 2> payload{static_cast<char>(code >> 8), static_cast<char>(code & 255)};
    return frame_bytes(Opcode::close, {payload.data(), payload.size()});
}

} // namespace interstate::net
