#pragma once
// A folder that is gone with this object.
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace interstate::tests {

class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "interstate-test-XXXXXX").string();
        if (!::mkdtemp(pattern.data())) throw std::runtime_error{"cannot make " + pattern};
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace interstate::tests
