#pragma once
// The digest of something long that is read in pieces.
#include <memory>
#include <string>
#include <string_view>

namespace interstate {

/// BLAKE2b-256 (RFC 7693): two files of one digest are one file.
class Digest {
  public:
    Digest();
    ~Digest();
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;
    void add(std::string_view piece);
    /// 64 lower-case hexadecimal characters. Once, at the end.
    std::string text();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace interstate
