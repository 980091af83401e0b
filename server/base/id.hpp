#pragma once
// ULIDs: the only kind of id, sortable by time, the only ids ever shown (github.com/ulid/spec).
#include "base/instant.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace interstate {

/// 26 characters of Crockford base 32: 48 bits of milliseconds UTC, then 80 bits of randomness.
class Ulid {
  public:
    static constexpr std::size_t length = 26;

    constexpr Ulid() { text_.fill('0'); }
    /// From its parts; `random` is used as it stands.
    static Ulid from(Instant at, const std::array<std::uint8_t, 10>& random);
    /// Accepts exactly what `from` makes: 26 upper-case characters, the first at most '7'.
    static std::optional<Ulid> parse(std::string_view text);

    [[nodiscard]] std::string_view text() const { return {text_.data(), text_.size()}; }
    [[nodiscard]] std::string str() const { return std::string{text()}; }
    [[nodiscard]] Instant time() const;
    [[nodiscard]] bool is_nil() const { return *this == Ulid{}; }
    auto operator<=>(const Ulid&) const = default;

  private:
    std::array<char, length> text_;
};

/// A ULID of one kind of thing, so that two kinds cannot be mixed up.
template <class Tag>
class Id : public Ulid {
  public:
    constexpr Id() = default;
    constexpr explicit Id(const Ulid& ulid) : Ulid{ulid} {}
    auto operator<=>(const Id&) const = default;
};

using CommandId = Id<struct CommandTag>;
using CollaborativeId = Id<struct CollaborativeTag>;
using OrganisationId = Id<struct OrganisationTag>;
using PersonId = Id<struct PersonTag>;
using SeriesId = Id<struct SeriesTag>;
using ObjectiveId = Id<struct ObjectiveTag>;
using ParticipationId = Id<struct ParticipationTag>;
using MeetingId = Id<struct MeetingTag>;
using AgendaItemId = Id<struct AgendaItemTag>;
using AttendanceId = Id<struct AttendanceTag>;
using GuestId = Id<struct GuestTag>;
using HandId = Id<struct HandTag>;
using StepId = Id<struct StepTag>;
using LaneId = Id<struct LaneTag>;
using StepUpdateId = Id<struct StepUpdateTag>;
using StepLinkId = Id<struct StepLinkTag>;
using ThreadId = Id<struct ThreadTag>;
using PostId = Id<struct PostTag>;
using PostFlagId = Id<struct PostFlagTag>;
using MailId = Id<struct MailTag>;
using JoinRequestId = Id<struct JoinRequestTag>;
using RoleGrantId = Id<struct RoleGrantTag>;
using RsvpId = Id<struct RsvpTag>;

} // namespace interstate

template <>
struct std::hash<interstate::Ulid> {
    std::size_t operator()(const interstate::Ulid& id) const noexcept {
        return std::hash<std::string_view>{}(id.text());
    }
};
template <class Tag>
struct std::hash<interstate::Id<Tag>> : std::hash<interstate::Ulid> {};
