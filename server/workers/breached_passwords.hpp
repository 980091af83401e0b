#pragma once
// Passwords that others have lost already: a file that the operator names, as Have I Been Pwned gives it out
// (SHA-1, ordered by hash). Tens of gigabytes: it is searched where it lies, and nothing is sent anywhere.
#include <filesystem>
#include <string>
#include <string_view>

namespace interstate::workers {

class BreachedPasswords {
  public:
    /// An empty path names none: then nothing is in it.
    explicit BreachedPasswords(std::filesystem::path file) : file_{std::move(file)} {}

    /// Reads some forty times from the disk. Throws std::runtime_error when the file cannot be read.
    [[nodiscard]] bool has(std::string_view password) const;
    /// Why this is no such file, for the operator; empty where it seems to be one, or none is named.
    [[nodiscard]] std::string fault() const;

  private:
    std::filesystem::path file_;
};

} // namespace interstate::workers
