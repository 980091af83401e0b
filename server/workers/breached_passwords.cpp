#include "workers/breached_passwords.hpp"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

namespace interstate::workers {
namespace {

/// "21BD1…:42\r\n": the digest in 40 capitals, and how often it was seen.
constexpr std::size_t digest_letters = 40;

std::string digest_of(std::string_view password) {
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    SHA1(reinterpret_cast<const unsigned char*>(password.data()), password.size(), digest.data());
    std::string text;
    for (const auto byte : digest) text += fmt::format("{:02X}", byte);
    return text;
}

/// Lines of a file by where they are in it.
class Lines {
  public:
    explicit Lines(const std::filesystem::path& file) : in_{file, std::ios::binary} {
        in_.seekg(0, std::ios::end);
        size_ = in_.tellg();
        if (!in_ || size_ < 0) throw std::runtime_error{"cannot read " + file.string()};
    }
    struct Line {
        std::int64_t begin = 0, end = 0; // where the next one begins
        std::string text;
    };
    [[nodiscard]] std::int64_t size() const { return size_; }
    /// The line that begins at `at`, or the first that begins after it.
    Line from(std::int64_t at) {
        Line line{.begin = at, .end = size_, .text = {}};
        in_.clear();
        in_.seekg(std::max<std::int64_t>(0, at - 1));
        std::string skipped;
        if (at > 0 && std::getline(in_, skipped)) line.begin = at + static_cast<std::int64_t>(skipped.size());
        if (line.begin < size_ && std::getline(in_, line.text))
            line.end = std::min(size_, line.begin + static_cast<std::int64_t>(line.text.size()) + 1);
        std::ranges::transform(line.text, line.text.begin(), [](char c) {
            return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
        });
        return line;
    }

  private:
    std::ifstream in_;
    std::int64_t size_ = 0;
};

std::string digest_in(const Lines::Line& line) { return line.text.substr(0, digest_letters); }

bool is_digest(const std::string& text) {
    return text.size() == digest_letters && text.find_first_not_of("0123456789ABCDEF") == text.npos;
}

} // namespace

bool BreachedPasswords::has(std::string_view password) const {
    if (file_.empty()) return false;
    const auto wanted = digest_of(password);
    Lines lines{file_};
    std::int64_t from = 0, to = lines.size();
    while (from < to) {
        const auto middle = from + (to - from) / 2;
        auto line = lines.from(middle);
        if (line.begin >= to) line = lines.from(from); // the last line between them begins before the middle
        const auto digest = digest_in(line);
        if (digest == wanted) return true;
        if (digest < wanted)
            from = line.end;
        else
            to = line.begin;
    }
    return false;
}

std::string BreachedPasswords::fault() const {
    if (file_.empty()) return {};
    try {
        Lines lines{file_};
        std::string before;
        constexpr int looks = 16;
        for (int i = 0; i < looks; ++i) {
            const auto line = lines.from(lines.size() / looks * i);
            if (i > 0 && line.begin >= lines.size()) break;
            const auto digest = digest_in(line);
            if (!is_digest(digest)) return file_.string() + " has no SHA-1 at the beginning of a line";
            if (digest < before) return file_.string() + " is not ordered by hash";
            before = digest;
        }
        return {};
    } catch (const std::exception& error) {
        return error.what();
    }
}

} // namespace interstate::workers
