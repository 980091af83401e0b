#include "base/secret.hpp"
#include "features/rooms/guests.hpp"
#include "features/rooms/room_tables.hpp"

namespace interstate::rooms {
namespace {

constexpr const char* guest_columns = "SELECT id, meeting, name, affiliation, asked_at FROM guests";

std::string with(const char* columns, const char* rest) { return std::string{columns} + rest; }

Stream hosts_of(const MeetingId& meeting) { return {StreamKind::hosts, meeting}; }

WaitingFacts facts_of(store::Transaction& tx, const GuestId& id, const Context& context) {
    WaitingFacts facts;
    facts.guest = tx.row<WaitingGuest>(with(guest_columns, " WHERE id = ?"), id);
    if (!facts.guest) return facts;
    facts.scene = scene_of(tx, facts.guest->meeting, context);
    facts.status = tx.row<GuestStatus>("SELECT status FROM guests WHERE id = ?", id).value();
    facts.guests = tx.row<int>("SELECT count(*) FROM attendance WHERE meeting = ? AND person IS NULL",
                               facts.guest->meeting)
                       .value_or(0);
    return facts;
}

void settle(store::Transaction& tx, const WaitingGuest& guest, GuestStatus status, const Context& context,
            Changes& changes) {
    tx.run("UPDATE guests SET status = ?, decided_at = ?, decided_by = ? WHERE id = ?", status, context.now,
           context.actor, guest.id);
    changes.remove(hosts_of(guest.meeting), Kind::waiting_guest, guest.id);
}

std::string secret_in(const std::string& path) { return path.substr(path.rfind('/') + 1); }

} // namespace

std::optional<WaitingGuest> find(store::Transaction& tx, const Ulid& id, As<WaitingGuest>) {
    return tx.row<WaitingGuest>(with(guest_columns, " WHERE id = ? AND status = 'waiting'"), id);
}

Stream home(store::Transaction&, const WaitingGuest& guest) { return hosts_of(guest.meeting); }

std::vector<WaitingGuest> current(store::Transaction& tx, const Stream& stream, As<WaitingGuest>) {
    if (stream.kind != StreamKind::hosts) return {};
    return tx.rows<WaitingGuest>(
        with(guest_columns, " WHERE meeting = ? AND status = 'waiting' ORDER BY asked_at, id"),
        stream.subject);
}

// ---- make_guest_link, end_guest_link --------------------------------------------------------------------

Scene gather(store::Transaction& tx, const MakeGuestLink& command, const Context& context) {
    return scene_of(tx, command.meeting, context);
}

void record(store::Transaction& tx, const MakeGuestLink& command, const Scene&, const GuestLinkMade& made,
            const Context& context, Changes&) {
    tx.run(
        "INSERT INTO guest_links (meeting, secret_hash, made_by, made_at, expires_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (meeting) DO UPDATE SET secret_hash = excluded.secret_hash,"
        " made_by = excluded.made_by, made_at = excluded.made_at, expires_at = excluded.expires_at",
        command.meeting, secret_hash(secret_in(made.path)), context.actor, context.now, made.expires_at);
}

Scene gather(store::Transaction& tx, const EndGuestLink& command, const Context& context) {
    return scene_of(tx, command.meeting, context);
}

void record(store::Transaction& tx, const EndGuestLink& command, const Scene&, const GuestLinkEnded&,
            const Context& context, Changes& changes) {
    tx.run("DELETE FROM guest_links WHERE meeting = ?", command.meeting);
    for (const auto& guest : current(tx, hosts_of(command.meeting), As<WaitingGuest>{}))
        settle(tx, guest, GuestStatus::declined, context, changes);
}

// ---- receive_guest, admit_guest, decline_guest ----------------------------------------------------------

WaitingFacts gather(store::Transaction& tx, const ReceiveGuest& command, const Context& context) {
    return facts_of(tx, command.guest, context);
}

void record(store::Transaction&, const ReceiveGuest& command, const WaitingFacts& facts, const GuestReceived&,
            const Context&, Changes& changes) {
    if (facts.guest && facts.status == GuestStatus::waiting) changes.put(Kind::waiting_guest, command.guest);
}

WaitingFacts gather(store::Transaction& tx, const AdmitGuest& command, const Context& context) {
    return facts_of(tx, command.guest, context);
}

void record(store::Transaction& tx, const AdmitGuest& command, const WaitingFacts& facts,
            const GuestAdmitted& admitted, const Context& context, Changes& changes) {
    const auto& guest = *facts.guest;
    tx.run("INSERT INTO attendance (id, meeting, name, channel, connected, minutes, correction_reason, "
           "spoken_ms)"
           " VALUES (?, ?, ?, ?, 1, 0, '', 0)",
           admitted.attendance, guest.meeting, roster_name(guest), Channel::web);
    tx.run("UPDATE guests SET attendance = ? WHERE id = ?", admitted.attendance, command.guest);
    settle(tx, guest, GuestStatus::admitted, context, changes);
    changes.put(Kind::attendance, admitted.attendance);
    if (is_open(facts.scene)) begin_stay(tx, admitted.attendance, context.now, changes);
}

WaitingFacts gather(store::Transaction& tx, const DeclineGuest& command, const Context& context) {
    return facts_of(tx, command.guest, context);
}

void record(store::Transaction& tx, const DeclineGuest&, const WaitingFacts& facts, const GuestDeclined&,
            const Context& context, Changes& changes) {
    settle(tx, *facts.guest, GuestStatus::declined, context, changes);
}

// ---- the link, for those who may make one ---------------------------------------------------------------

Result<GuestLinkFound> answer(store::Transaction& tx, const GuestLinkOf& query, const Context& context) {
    const auto scene = scene_of(tx, query.meeting, context);
    // Who facilitates a series and is no staff knows of no drafts in it.
    if (!scene.meeting || !can(scene.who, permissions::Verb::admit_guests, scene.target) ||
        !permissions::may_follow(tx, scene.who, {StreamKind::meeting, query.meeting}))
        return refuse_not_allowed();
    return GuestLinkFound{
        tx.row<Instant>("SELECT expires_at FROM guest_links WHERE meeting = ? AND expires_at > ?",
                        query.meeting, context.now)};
}

} // namespace interstate::rooms
