#include "features/rooms/rooms.hpp"

#include <algorithm>

namespace interstate::rooms {
namespace {

using permissions::can;
using permissions::Verb;
using std::chrono::duration_cast;
using std::chrono::minutes;

bool visible(const Scene& scene) {
    if (!scene.meeting) return false;
    if (scene.meeting->stage == Stage::draft) return can(scene.who, Verb::see_staff);
    return can(scene.who, Verb::see_meeting, scene.target);
}

bool may_run(const Scene& scene) { return visible(scene) && can(scene.who, Verb::run_room, scene.target); }

bool is_open(const Scene& scene) { return scene.room && scene.room->state == RoomState::open; }

std::unexpected<Refusal> not_open(const Scene& scene) {
    if (scene.room && scene.room->state == RoomState::ended)
        return refuse_field("session_over", "meeting", "This session has ended.", "a session that is live");
    return refuse_field("not_open", "meeting", "The room is not open yet.", "a session that is live");
}

std::unexpected<Refusal> moved_already() {
    return refuse_field("moved_already", "leaving", "The agenda has moved already.",
                        "the item that is current now");
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// Why this facilitator cannot move the agenda from the item that the command leaves; nothing when it can.
std::optional<Refusal> fault_of_move(const Scene& scene, const std::optional<AgendaItemId>& leaving) {
    if (!may_run(scene)) return refuse_not_allowed().error();
    if (!is_open(scene)) return not_open(scene).error();
    if (scene.room->current_item != leaving) return moved_already().error();
    return std::nullopt;
}

std::optional<Refusal> fault_of_opening(const OpeningFacts& facts) {
    switch (facts.scene.meeting->stage) {
    case Stage::draft:
        return refuse_field("not_announced", "meeting", "This session is a draft.", "announce it first")
            .error();
    case Stage::ended:
        return refuse_field("session_over", "meeting", "This session has ended.",
                            "within ten minutes: undo the ending")
            .error();
    case Stage::cancelled:
        return refuse_field("cancelled", "meeting", "This session was cancelled.", "an announced session")
            .error();
    case Stage::announced:
    case Stage::live:
        break;
    }
    if (!facts.has_agenda)
        return refuse_field("no_agenda", "meeting", "This session has no agenda.", "at least one agenda item")
            .error();
    return std::nullopt;
}

} // namespace

int minutes_of(std::vector<Stay> stays) {
    std::ranges::sort(stays, {}, &Stay::joined_at);
    Millis total{0};
    std::optional<Instant> counted_to;
    for (const auto& stay : stays) {
        const auto from = counted_to ? std::max(*counted_to, stay.joined_at) : stay.joined_at;
        if (stay.left_at > from) total += stay.left_at - from;
        counted_to = std::max(from, stay.left_at);
    }
    return static_cast<int>(duration_cast<minutes>(total).count());
}

int longest_attendance(const MeetingFacts& meeting, const Room& room, Instant now) {
    if (!room.opened_at) return meeting.minutes;
    const auto real = duration_cast<minutes>(room.ended_at.value_or(now) - *room.opened_at).count();
    return std::max(meeting.minutes, static_cast<int>(real));
}

// ---- the room -------------------------------------------------------------------------------------------

Result<RoomOpened> decide(const OpenRoom&, const OpeningFacts& facts, const Context& context) {
    const auto& scene = facts.scene;
    if (!may_run(scene)) return refuse_not_allowed();
    if (is_open(scene) && scene.room->host == context.actor) return RoomOpened{};
    if (is_open(scene))
        return refuse_field("already_open", "meeting", "Another facilitator has opened the room.",
                            "take over from them");
    if (auto fault = fault_of_opening(facts)) return std::unexpected(std::move(*fault));
    return RoomOpened{};
}

Result<RoomTakenOver> decide(const TakeOver&, const Scene& scene, const Context&) {
    if (!may_run(scene)) return refuse_not_allowed();
    if (!is_open(scene)) return not_open(scene);
    return RoomTakenOver{};
}

Result<SessionEnded> decide(const EndSession& command, const EndingFacts& facts, const Context& context) {
    if (!may_run(facts.scene)) return refuse_not_allowed();
    if (!is_open(facts.scene)) return not_open(facts.scene);
    if (!command.confirmed && !facts.without_step.empty())
        return refuse_field(
            "states_without_step", "confirmed",
            "These states have no action step from this session: " + listed(facts.without_step) + ".",
            "send confirmed: true to end all the same");
    return SessionEnded{context.now + undo_span};
}

Result<EndUndone> decide(const UndoEnd&, const Scene& scene, const Context& context) {
    if (!may_run(scene)) return refuse_not_allowed();
    if (!scene.room || scene.room->state != RoomState::ended)
        return refuse_field("not_ended", "meeting", "This session has not ended.",
                            "a session that has ended");
    if (!scene.room->undo_until || context.now >= *scene.room->undo_until)
        return refuse_field("undo_expired", "meeting", "The ending can no longer be undone.",
                            "within ten minutes");
    return EndUndone{};
}

Result<SessionSealed> decide(const SealSession&, const Scene&, const Context& context) {
    if (!context.by_system()) return refuse_not_allowed();
    return SessionSealed{};
}

Result<AbandonmentChecked> decide(const CloseAbandoned&, const AbandonmentFacts& facts,
                                  const Context& context) {
    const auto& scene = facts.scene;
    if (!context.by_system()) return refuse_not_allowed();
    if (!is_open(scene) || facts.anybody_here) return AbandonmentChecked{};
    if (context.now < scene.meeting->planned_end() + abandoned_after) return AbandonmentChecked{};
    const auto opened_at = scene.room->opened_at.value_or(context.now);
    return AbandonmentChecked{
        std::clamp(facts.last_here_at.value_or(context.now), opened_at, std::max(opened_at, context.now))};
}

// ---- the agenda pointer ---------------------------------------------------------------------------------

Result<ItemMoved> decide(const NextItem& command, const ItemFacts& facts, const Context&) {
    if (auto fault = fault_of_move(facts.scene, command.leaving)) return std::unexpected(std::move(*fault));
    if (!facts.neighbour)
        return refuse_field("last_item", "leaving", "This is the last item of the agenda.",
                            "end the session");
    return ItemMoved{facts.neighbour};
}

Result<ItemMoved> decide(const PreviousItem& command, const ItemFacts& facts, const Context&) {
    if (auto fault = fault_of_move(facts.scene, command.leaving)) return std::unexpected(std::move(*fault));
    if (!facts.neighbour)
        return refuse_field("first_item", "leaving", "There is no item before this one.",
                            "an item that has one before it");
    return ItemMoved{facts.neighbour};
}

Result<ItemExtended> decide(const ExtendItem& command, const Scene& scene, const Context&) {
    if (!may_run(scene)) return refuse_not_allowed();
    if (command.minutes != 1 && command.minutes != 3 && command.minutes != 5)
        return refuse_field("out_of_bounds", "minutes", "An item is not extended by that much.", "1, 3 or 5");
    if (!is_open(scene)) return not_open(scene);
    if (scene.room->current_item != command.item)
        return refuse_field("moved_already", "item", "The agenda has moved already.",
                            "the item that is current now");
    const int longer = scene.room->item_minutes + command.minutes;
    if (longer > longest_item_minutes)
        return refuse_field("out_of_bounds", "minutes", "The item would be too long.",
                            "at most " + std::to_string(longest_item_minutes) + " minutes in all");
    return ItemExtended{longer};
}

// ---- hands ----------------------------------------------------------------------------------------------

Result<HandRaised> decide(const RaiseHand& command, const HandFacts& facts, const Context& context) {
    const auto& scene = facts.scene;
    if (!visible(scene)) return refuse_not_allowed();
    const bool own = !command.who || (facts.owner && context.actor && facts.owner->person == context.actor);
    if (!(own && can(scene.who, Verb::raise_hand, scene.target)) && !may_run(scene))
        return refuse_not_allowed();
    if (!is_open(scene)) return not_open(scene);
    if (!facts.owner && !own)
        return refuse_field("not_found", "who", "This row is not on the roster of this session.",
                            "a row of this session's roster");
    if (!facts.owner || !facts.owner->here)
        return refuse_field("not_here", "who", own ? "You are not in the room." : "They are not in the room.",
                            "somebody who is here");
    if (facts.hand) return HandRaised{facts.hand->id, facts.hand->ordinal};
    return HandRaised{context.new_id<HandId>(), facts.last_ordinal + 1};
}

Result<HandLowered> decide(const LowerHand&, const HandFacts& facts, const Context& context) {
    if (!visible(facts.scene)) return refuse_not_allowed();
    if (!facts.hand) return HandLowered{};
    const bool own = facts.owner && context.actor && facts.owner->person == context.actor;
    if (!own && !may_run(facts.scene)) return refuse_not_allowed();
    return HandLowered{};
}

Result<FloorGiven> decide(const GiveFloor&, const HandFacts& facts, const Context&) {
    if (!may_run(facts.scene)) return refuse_not_allowed();
    if (!is_open(facts.scene)) return not_open(facts.scene);
    if (!facts.hand)
        return refuse_field("not_found", "hand", "This hand is down already.", "a hand that is raised");
    return FloorGiven{};
}

// ---- the roster -----------------------------------------------------------------------------------------

Result<GuestAdded> decide(const AddGuest& command, const GuestFacts& facts, const Context& context) {
    const auto& scene = facts.scene;
    if (!may_run(scene)) return refuse_not_allowed();
    if (command.channel == Channel::web)
        return refuse_field("out_of_bounds", "channel", "A guest comes by phone or sits at a table.",
                            "phone or in_room");
    const auto stage = scene.meeting->stage;
    if (stage != Stage::announced && stage != Stage::live) return not_open(scene);
    if (command.state && !facts.organisation)
        return refuse_field("not_found", "state", "This state does not take part.", facts.states);
    if (facts.guests >= guests_limit)
        return refuse_field("roster_full", "guest_name", "The roster holds no more guests.",
                            "at most " + std::to_string(guests_limit));
    return GuestAdded{context.new_id<AttendanceId>()};
}

Result<GuestRemoved> decide(const RemoveGuest&, const RosterFacts& facts, const Context&) {
    if (!may_run(facts.scene)) return refuse_not_allowed();
    if (!facts.row || facts.row->person)
        return refuse_field("not_found", "attendance", "This is no guest of this session.",
                            "a guest on the roster");
    return GuestRemoved{};
}

Result<Departed> decide(const LeaveRoom&, const RosterFacts& facts, const Context&) {
    if (!visible(facts.scene)) return refuse_not_allowed();
    return Departed{};
}

Result<Arrived> decide(const Arrive&, const RosterFacts& facts, const Context& context) {
    if (!context.by_system() || !facts.may_enter) return refuse_not_allowed();
    return Arrived{};
}

Result<Departed> decide(const Depart&, const RosterFacts&, const Context& context) {
    if (!context.by_system()) return refuse_not_allowed();
    return Departed{};
}

Result<HeartBeaten> decide(const Heartbeat&, const Scene&, const Context& context) {
    if (!context.by_system()) return refuse_not_allowed();
    return HeartBeaten{};
}

Result<StaleClosed> decide(const CloseStale&, const NoFacts&, const Context& context) {
    if (!context.by_system()) return refuse_not_allowed();
    return StaleClosed{};
}

Result<AttendanceCorrected> decide(const CorrectAttendance& command, const RosterFacts& facts,
                                   const Context& context) {
    const auto& scene = facts.scene;
    if (!may_run(scene)) return refuse_not_allowed();
    if (!scene.room) return not_open(scene);
    if (!facts.row)
        return refuse_field("not_found", "attendance", "This row is not on the roster of this session.",
                            "a row of this session's roster");
    if (!command.minutes) return AttendanceCorrected{};
    const int longest = longest_attendance(*scene.meeting, *scene.room, context.now);
    if (*command.minutes < 0 || *command.minutes > longest)
        return refuse_field("out_of_bounds", "minutes", "The session was not that long.",
                            "0 to " + std::to_string(longest));
    if (command.reason.empty())
        return refuse_field("required", "reason", "A correction needs its reason.", "1 to 300 characters");
    return AttendanceCorrected{};
}

} // namespace interstate::rooms
