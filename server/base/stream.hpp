#pragma once
// Streams: where news goes, and the boundary of permission.
#include "base/described.hpp"
#include "base/id.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace interstate {

/// Who may follow, from the widest to one person (schema/protocol/README.md, "Streams").
enum class StreamKind {
    extended,
    collaborative,
    staff,
    series,
    meeting,
    present,
    hosts,
    moderators,
    organisation,
    person
};
INTERSTATE_DESCRIBE_ENUM(StreamKind, extended, collaborative, staff, series, meeting, present, hosts,
                         moderators, organisation, person)

/// The name of a stream: its kind and the id of what it is about, written `series/01J…`.
struct Stream {
    StreamKind kind = StreamKind::extended;
    Ulid subject;

    auto operator<=>(const Stream&) const = default;
    [[nodiscard]] std::string name() const { return std::string{word_of(kind)} + "/" + subject.str(); }
    static std::optional<Stream> parse(std::string_view name) {
        const auto slash = name.find('/');
        if (slash == name.npos) return std::nullopt;
        Stream stream;
        const auto subject = Ulid::parse(name.substr(slash + 1));
        if (!subject || !enum_of(name.substr(0, slash), stream.kind)) return std::nullopt;
        stream.subject = *subject;
        return stream;
    }
};

} // namespace interstate

template <>
struct std::hash<interstate::Stream> {
    std::size_t operator()(const interstate::Stream& s) const noexcept {
        return std::hash<interstate::Ulid>{}(s.subject) * 31 + static_cast<std::size_t>(s.kind);
    }
};
