#include "content/ids.hpp"

namespace interstate::content {

std::uint64_t scattered(std::string_view text) {
    std::uint64_t value = 14'695'981'039'346'656'037u; // FNV-1a
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1'099'511'628'211u;
    value = (value ^ (value >> 30)) *
            0xbf58476d1ce4e5b9u; // and the finish of SplitMix64: FNV alone stirs its top bits little
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

Ulid Ids::add(Instant at, const std::string& name, const Origin& origin) {
    const auto low = scattered(seed_ + "/" + name);
    const auto high = scattered(name + "/" + seed_);
    std::array<std::uint8_t, 10> random{};
    for (std::size_t i = 0; i < 8; ++i) random[i] = static_cast<std::uint8_t>(low >> (8 * i));
    for (std::size_t i = 8; i < 10; ++i) random[i] = static_cast<std::uint8_t>(high >> (8 * i - 64));
    const auto id = Ulid::from(at, random);
    if (!made_.emplace(name, id).second) origin.fail("the key of this record (" + name + ") stands twice");
    return id;
}

} // namespace interstate::content
