#include "features/rooms/guests.hpp"

namespace interstate::rooms {
namespace {

using permissions::Verb;

bool may_admit(const Scene& scene) {
    if (!scene.meeting) return false;
    // Who facilitates a series and is no staff knows of no draft in it.
    const bool seen = scene.meeting->stage == Stage::draft ? can(scene.who, Verb::see_staff)
                                                           : can(scene.who, Verb::see_meeting, scene.target);
    return seen && can(scene.who, Verb::admit_guests, scene.target);
}

/// Guests come to what is announced and not over.
std::optional<Refusal> fault_of(const Scene& scene) {
    switch (scene.meeting->stage) {
    case Stage::announced:
    case Stage::live:
        return std::nullopt;
    case Stage::draft:
        return refuse_field("not_announced", "meeting", "This session is a draft.", "announce it first")
            .error();
    case Stage::ended:
    case Stage::cancelled:
        break;
    }
    return refuse_field("session_over", "meeting", "This session is over.", "one that is announced or live")
        .error();
}

std::optional<Refusal> fault_of(const WaitingFacts& facts) {
    if (!facts.guest || !may_admit(facts.scene)) return refuse_not_allowed().error();
    if (facts.status != GuestStatus::waiting)
        return refuse_field("decided_already", "guest", "Somebody has decided this already.",
                            "a guest who waits")
            .error();
    return std::nullopt;
}

} // namespace

permissions::Standing guest_standing(const CollaborativeId& collaborative) {
    return {.collaborative = collaborative, .roles = {permissions::Role::guest}, .active = true};
}

Text<1, 120> roster_name(const WaitingGuest& guest) {
    if (guest.affiliation.empty()) return guest.name;
    return Text<1, 120>::parse(guest.name.str() + ", " + guest.affiliation.str()).value_or(guest.name);
}

Result<GuestLinkMade> decide(const MakeGuestLink&, const Scene& scene, const Context& context) {
    if (!may_admit(scene)) return refuse_not_allowed();
    if (auto fault = fault_of(scene)) return std::unexpected(std::move(*fault));
    return GuestLinkMade{.path = "/guest/link/" + context.secret(),
                         .expires_at =
                             std::max(scene.meeting->planned_end(), context.now) + guest_link_after_end};
}

Result<GuestLinkEnded> decide(const EndGuestLink&, const Scene& scene, const Context&) {
    if (!may_admit(scene)) return refuse_not_allowed();
    return GuestLinkEnded{};
}

Result<GuestReceived> decide(const ReceiveGuest&, const WaitingFacts&, const Context& context) {
    if (!context.by_system()) return refuse_not_allowed();
    return GuestReceived{};
}

Result<GuestAdmitted> decide(const AdmitGuest&, const WaitingFacts& facts, const Context& context) {
    if (auto fault = fault_of(facts)) return std::unexpected(std::move(*fault));
    if (auto fault = fault_of(facts.scene)) return std::unexpected(std::move(*fault));
    if (facts.guests >= guests_limit)
        return refuse_field("roster_full", "guest", "The roster holds no more guests.",
                            "at most " + std::to_string(guests_limit));
    return GuestAdmitted{context.new_id<AttendanceId>()};
}

Result<GuestDeclined> decide(const DeclineGuest&, const WaitingFacts& facts, const Context&) {
    if (auto fault = fault_of(facts)) return std::unexpected(std::move(*fault));
    return GuestDeclined{};
}

} // namespace interstate::rooms
