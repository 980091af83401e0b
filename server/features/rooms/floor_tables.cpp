// Hands and the floor.
#include "features/rooms/room_tables.hpp"

namespace interstate::rooms {
namespace {

HandFacts facts_of_hand(store::Transaction& tx, const MeetingId& meeting, const HandId& id,
                        const Context& context) {
    HandFacts facts{.scene = scene_of(tx, meeting, context), .owner = {}, .hand = find(tx, id, As<Hand>{})};
    if (facts.hand && facts.hand->meeting != meeting) facts.hand.reset();
    if (facts.hand) facts.owner = find(tx, facts.hand->who, As<Attendance>{});
    return facts;
}

void delete_hand(store::Transaction& tx, const MeetingId& meeting, const HandId& hand, Changes& changes) {
    tx.run("DELETE FROM hands WHERE id = ?", hand);
    changes.remove(stream_of(meeting), Kind::hand, hand);
}

} // namespace

void end_floor(store::Transaction& tx, const MeetingId& meeting, Instant at, Changes& changes) {
    struct Floor {
        HandId hand;
        AttendanceId who;
        Instant since;
    };
    const auto floor =
        tx.row<Floor>("SELECT h.id, h.who, r.floor_since FROM rooms r JOIN hands h ON h.id = r.floor"
                      " WHERE r.id = ?",
                      meeting);
    if (!floor) return;
    const auto spoken = std::max(at, floor->since) - floor->since;
    tx.run("UPDATE attendance SET spoken_ms = spoken_ms + ? WHERE id = ?", spoken.count(), floor->who);
    tx.run("UPDATE rooms SET floor = NULL, floor_since = NULL WHERE id = ?", meeting);
    delete_hand(tx, meeting, floor->hand, changes);
    changes.put(Kind::attendance, floor->who);
    changes.put(Kind::room, meeting);
}

void lower(store::Transaction& tx, const Hand& hand, Instant at, Changes& changes) {
    if (hand.state == HandState::speaking)
        end_floor(tx, hand.meeting, at, changes);
    else
        delete_hand(tx, hand.meeting, hand.id, changes);
}

void lower_hand_of(store::Transaction& tx, const AttendanceId& who, Instant at, Changes& changes) {
    const auto id = tx.row<HandId>("SELECT id FROM hands WHERE who = ?", who);
    if (id) lower(tx, find(tx, *id, As<Hand>{}).value(), at, changes);
}

void lower_all(store::Transaction& tx, const MeetingId& meeting, Instant at, Changes& changes) {
    for (const auto& hand : current(tx, stream_of(meeting), As<Hand>{})) lower(tx, hand, at, changes);
}

// ---- raise_hand, lower_hand, give_floor -----------------------------------------------------------------

HandFacts gather(store::Transaction& tx, const RaiseHand& command, const Context& context) {
    HandFacts facts{.scene = scene_of(tx, command.meeting, context), .owner = {}, .hand = {}};
    const auto row = command.who
                         ? tx.row<AttendanceId>("SELECT id FROM attendance WHERE id = ? AND meeting = ?",
                                                *command.who, command.meeting)
                         : tx.row<AttendanceId>("SELECT id FROM attendance WHERE meeting = ? AND person = ?",
                                                command.meeting, context.actor);
    if (!row) return facts;
    facts.owner = find(tx, *row, As<Attendance>{});
    if (const auto hand = tx.row<HandId>("SELECT id FROM hands WHERE who = ?", *row))
        facts.hand = find(tx, *hand, As<Hand>{});
    facts.last_ordinal =
        tx.row<int>("SELECT last_ordinal FROM rooms WHERE id = ?", command.meeting).value_or(0);
    return facts;
}

void record(store::Transaction& tx, const RaiseHand& command, const HandFacts& facts,
            const HandRaised& raised, const Context& context, Changes& changes) {
    if (facts.hand) return;
    tx.run("INSERT INTO hands (id, meeting, who, ordinal, state, raised_at) VALUES (?, ?, ?, ?, ?, ?)",
           raised.hand, command.meeting, facts.owner->id, raised.ordinal, HandState::waiting, context.now);
    tx.run("UPDATE rooms SET last_ordinal = ? WHERE id = ?", raised.ordinal, command.meeting);
    changes.put(Kind::hand, raised.hand);
}

HandFacts gather(store::Transaction& tx, const LowerHand& command, const Context& context) {
    return facts_of_hand(tx, command.meeting, command.hand, context);
}

void record(store::Transaction& tx, const LowerHand&, const HandFacts& facts, const HandLowered&,
            const Context& context, Changes& changes) {
    if (facts.hand) lower(tx, *facts.hand, context.now, changes);
}

HandFacts gather(store::Transaction& tx, const GiveFloor& command, const Context& context) {
    return facts_of_hand(tx, command.meeting, command.hand, context);
}

void record(store::Transaction& tx, const GiveFloor& command, const HandFacts& facts, const FloorGiven&,
            const Context& context, Changes& changes) {
    if (facts.hand->state == HandState::speaking) return;
    end_floor(tx, command.meeting, context.now, changes);
    tx.run("UPDATE hands SET state = ? WHERE id = ?", HandState::speaking, command.hand);
    tx.run("UPDATE rooms SET floor = ?, floor_since = ? WHERE id = ?", command.hand, context.now,
           command.meeting);
    changes.put(Kind::hand, command.hand);
    changes.put(Kind::room, command.meeting);
}

} // namespace interstate::rooms
