// What a guest's browser asks for: nobody is signed in there, so the secret of the link or of the browser is
// all that decides, together with the table of rights.
#include "features/rooms/guests.hpp"
#include "store/due_items.hpp"
#include "store/transaction.hpp"

namespace interstate::rooms {
namespace {

constexpr int forgotten_at_once = 200;

void forget_old(store::Transaction& tx, Instant now) {
    tx.run(
        "DELETE FROM guests WHERE id IN (SELECT id FROM guests WHERE asked_at < ? ORDER BY asked_at LIMIT ?)",
        now - guest_life, forgotten_at_once);
}

std::vector<GuestAgendaItem> agenda_of(store::Transaction& tx, const MeetingId& meeting) {
    return tx.rows<GuestAgendaItem>("SELECT i.title, i.minutes, coalesce(r.current_item = i.id, 0)"
                                    " FROM agenda_items i LEFT JOIN rooms r ON r.id = i.meeting"
                                    " WHERE i.meeting = ? ORDER BY i.ordinal",
                                    meeting);
}

struct GuestRow {
    MeetingId meeting;
    GuestStatus status = GuestStatus::waiting;
    std::string name;
    bool connected = false;
};

struct MeetingRow {
    CollaborativeId collaborative;
    Stage stage = Stage::draft;
    std::string summary, link, dial_in;
    bool is_open = false;
};

} // namespace

std::optional<GuestInvitation> invited_by(store::Transaction& tx, const std::string& link_hash, Instant now) {
    return tx.row<GuestInvitation>("SELECT m.id, m.title, m.starts_at, m.minutes, m.zone FROM guest_links l"
                                   " JOIN meetings m ON m.id = l.meeting AND m.state IN ('announced', 'live')"
                                   " WHERE l.secret_hash = ? AND l.expires_at > ?",
                                   link_hash, now);
}

std::expected<Millis, GuestFault> ask_as_guest(store::Transaction& tx, const std::string& link_hash,
                                               const NewGuest& guest, Instant now) {
    forget_old(tx, now);
    const auto meeting = invited_by(tx, link_hash, now);
    if (!meeting) return std::unexpected(GuestFault::over);
    const auto waiting =
        tx.row<int>("SELECT count(*) FROM guests WHERE meeting = ? AND status = 'waiting'", meeting->meeting);
    if (waiting.value_or(0) >= waiting_limit) return std::unexpected(GuestFault::full);
    tx.run("INSERT INTO guests (id, meeting, secret_hash, name, affiliation, status, asked_at)"
           " VALUES (?, ?, ?, ?, ?, 'waiting', ?)",
           guest.id, meeting->meeting, guest.secret_hash, guest.name, guest.affiliation, now);
    store::leave_due(tx, {.at = now, .kind = "receive_guest", .target = guest.id});
    const auto expires_at =
        tx.row<Instant>("SELECT expires_at FROM guest_links WHERE meeting = ?", meeting->meeting).value();
    return expires_at - now;
}

std::optional<GuestView> guest_view(store::Transaction& tx, const std::string& secret_hash, Instant now) {
    const auto guest =
        tx.row<GuestRow>("SELECT g.meeting, g.status, g.name, coalesce(a.connected, 0) FROM guests g"
                         " LEFT JOIN attendance a ON a.id = g.attendance"
                         " WHERE g.secret_hash = ? AND g.asked_at > ?",
                         secret_hash, now - guest_life);
    if (!guest) return std::nullopt;
    const auto meeting = tx.row<MeetingRow>("SELECT m.collaborative, m.state, m.summary, m.link, m.dial_in,"
                                            " coalesce(r.state = 'open', 0) FROM meetings m"
                                            " LEFT JOIN rooms r ON r.id = m.id WHERE m.id = ?",
                                            guest->meeting)
                             .value();
    GuestView view{.status = guest->status, .name = guest->name};
    view.meeting =
        tx.row<GuestInvitation>("SELECT id, title, starts_at, minutes, zone FROM meetings WHERE id = ?",
                                guest->meeting)
            .value();
    const bool goes_on = meeting.stage == Stage::announced || meeting.stage == Stage::live;
    view.inside = guest->status == GuestStatus::admitted && guest->connected && goes_on &&
                  can(guest_standing(meeting.collaborative), permissions::Verb::see_meeting, {.own = true});
    if (!view.inside) return view;
    view.summary = meeting.summary;
    view.link = meeting.link;
    view.dial_in = meeting.dial_in;
    view.agenda = agenda_of(tx, guest->meeting);
    view.is_open = meeting.is_open;
    return view;
}

} // namespace interstate::rooms
