#pragma once
// Memory in which encoded frames lie behind one another as they go out, and what points into it. A frame is
// put there once, whoever gets it; who waits for some of them holds the piece and two positions. All of it
// belongs to the io thread: nothing is counted atomically.
#include "live/frame_head.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interstate::live {

/// Bytes that are only ever added to. Freed with the last `PieceRef`.
class Piece {
  public:
    /// A piece of so many bytes takes no further frame: who waits for a part of it keeps all of it, and it is
    /// written at once.
    static constexpr std::size_t full_bytes = 64UL * 1024;

    Piece() = default;
    /// Of bytes that are no whole frames.
    explicit Piece(std::string bytes) : bytes_{std::move(bytes)} {}

    [[nodiscard]] bool full() const { return bytes_.size() >= full_bytes; }
    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    /// By how many it is held.
    [[nodiscard]] std::size_t holders() const { return holders_; }

  private:
    friend class PieceRef;
    friend class Frame;
    std::string bytes_;
    std::size_t holders_ = 0;
};

/// Holds a piece.
class PieceRef {
  public:
    PieceRef() = default;
    explicit PieceRef(Piece* piece) : piece_{piece} {
        if (piece_) ++piece_->holders_;
    }
    PieceRef(const PieceRef& other) : PieceRef{other.piece_} {}
    PieceRef(PieceRef&& other) noexcept : piece_{std::exchange(other.piece_, nullptr)} {}
    PieceRef& operator=(PieceRef other) noexcept {
        std::swap(piece_, other.piece_);
        return *this;
    }
    ~PieceRef() {
        if (piece_ && --piece_->holders_ == 0) delete piece_;
    }

    Piece* operator->() const { return piece_; }
    Piece& operator*() const { return *piece_; }
    explicit operator bool() const { return piece_ != nullptr; }
    bool operator==(const PieceRef&) const = default;

  private:
    Piece* piece_ = nullptr;
};

inline PieceRef new_piece(std::string bytes = {}) { return PieceRef{new Piece{std::move(bytes)}}; }

/// One message in its piece.
class Frame {
  public:
    /// Puts it behind what is in the piece.
    Frame(PieceRef piece, std::string_view payload, std::uint8_t opcode = FrameHead::text)
        : piece_{std::move(piece)}, from_{end_of(*piece_)} {
        const FrameHead head{opcode, payload.size()};
        auto& bytes = piece_->bytes_;
        // The first may be the only one; further ones make room for as many again.
        if (bytes.empty()) bytes.reserve(head.bytes().size() + payload.size());
        bytes.append(head.bytes()).append(payload);
        payload_ = from_ + static_cast<std::uint32_t>(head.bytes().size());
        to_ = end_of(*piece_);
    }

    /// What it says; valid while somebody holds the piece and no frame is put behind it.
    [[nodiscard]] std::string_view payload() const {
        return piece_->bytes().substr(payload_, to_ - payload_);
    }
    std::string_view operator*() const { return payload(); }
    /// Bytes of what it says.
    [[nodiscard]] std::size_t size() const { return to_ - payload_; }

  private:
    friend class Stretch;
    static std::uint32_t end_of(const Piece& piece) {
        return static_cast<std::uint32_t>(piece.bytes().size());
    }
    Frame(PieceRef piece, std::uint32_t from, std::uint32_t payload, std::uint32_t to)
        : piece_{std::move(piece)}, from_{from}, payload_{payload}, to_{to} {}

    PieceRef piece_;
    std::uint32_t from_, payload_ = 0, to_ = 0;
};

/// A frame in a piece of its own.
inline Frame frame_of(std::string_view payload, std::uint8_t opcode = FrameHead::text) {
    return {new_piece(), payload, opcode};
}

/// Bytes of a piece that are to be sent: whole frames behind one another, or what is left of them.
class Stretch {
  public:
    Stretch() = default;
    explicit Stretch(const Frame& frame) : piece_{frame.piece_}, from_{frame.from_}, to_{frame.to_} {}
    /// All of a piece.
    explicit Stretch(PieceRef piece) : piece_{std::move(piece)}, to_{Frame::end_of(*piece_)} {}

    [[nodiscard]] bool empty() const { return from_ == to_; }
    [[nodiscard]] std::size_t size() const { return to_ - from_; }
    /// Heads and all; valid while no frame is put into the piece.
    [[nodiscard]] std::string_view bytes() const {
        return piece_ ? piece_->bytes().substr(from_, size()) : std::string_view{};
    }
    /// True, and longer by it, when this frame lies right behind.
    bool extend(const Frame& frame) {
        if (frame.from_ != to_ || !(frame.piece_ == piece_)) return false;
        to_ = frame.to_;
        return true;
    }
    bool extend(const Stretch& other) {
        if (other.from_ != to_ || !(other.piece_ == piece_)) return false;
        to_ = other.to_;
        return true;
    }
    /// So many bytes have gone.
    void drop_front(std::size_t bytes) { from_ += static_cast<std::uint32_t>(bytes); }
    /// The first frame, which is then no longer of it. Only of whole frames.
    Frame take_first() {
        const auto payload = FrameHead::first_payload(bytes());
        const auto begin = static_cast<std::uint32_t>(payload.data() - piece_->bytes().data());
        const auto from = std::exchange(from_, begin + static_cast<std::uint32_t>(payload.size()));
        return {piece_, from, begin, from_};
    }

  private:
    PieceRef piece_;
    std::uint32_t from_ = 0, to_ = 0;
};

/// Messages as frames behind one another, in as few pieces as take them.
inline std::vector<Stretch> packed(const std::vector<std::string>& messages) {
    std::vector<Stretch> stretches;
    PieceRef piece;
    for (const auto& text : messages) {
        if (!piece || piece->full()) piece = new_piece();
        const Frame frame{piece, text};
        if (stretches.empty() || !stretches.back().extend(frame)) stretches.emplace_back(frame);
    }
    return stretches;
}

} // namespace interstate::live
