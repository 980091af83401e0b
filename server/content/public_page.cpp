// What the public page says, read from the tables.
#include "content/goals.hpp"
#include "content/source.hpp"
#include "features/meetings/meetings.hpp"
#include "store/transaction.hpp"

namespace interstate::content {
namespace {

using meetings::MeetingKind;
using meetings::MeetingState;

constexpr int meetings_shown = 12;

void read_about(store::Transaction& tx, const CollaborativeId& id, pages::PublicPage& page) {
    struct Row {
        std::string name, short_name, year, about;
    };
    const auto row = tx.row<Row>("SELECT name, short_name, year, about FROM collaboratives WHERE id = ?", id);
    const Origin origin{"the database", "collaborative " + id.str()};
    if (!row) origin.fail("there is no such collaborative");
    auto json = wire::parse_object(row->about);
    if (!json) origin.fail("what it says about itself is not readable: " + json.error().message);
    const Record about{*json, origin};
    page.name = row->name;
    page.short_name = row->short_name;
    page.year = row->year;
    page.description = about.text("description");
    page.convener = about.text("convener");
    page.attribution = tx.row<std::string>("SELECT attribution FROM principles WHERE collaborative = ?"
                                           " ORDER BY number DESC LIMIT 1",
                                           id)
                           .value_or("");
    read_goals(tx, id, page);
    for (const auto& record : about.records("who_joins")) page.who_joins.push_back(record.text("label"));
    page.documents = about.words("resources");
    if (about.has("contact")) {
        const auto contact = about.record("contact");
        page.contact = {contact.text("name"), contact.text("title"), contact.text("address")};
    }
}

void read_organisations(store::Transaction& tx, const CollaborativeId& id, pages::PublicPage& page) {
    page.partners = tx.rows<std::string>(
        "SELECT name FROM organisations WHERE collaborative = ?"
        " AND type IN ('convener', 'ta_provider', 'partner') ORDER BY type, name LIMIT 50",
        id);
    page.states = tx.rows<pages::StateTile>("SELECT o.code, o.short_name, o.tile_column, o.tile_row,"
                                            " EXISTS (SELECT 1 FROM memberships m WHERE m.organisation = "
                                            "o.id AND m.status IN ('active', 'grace'))"
                                            " FROM organisations o WHERE o.collaborative = ? AND o.code <> "
                                            "'' AND o.tile_column >= 0 ORDER BY o.short_name LIMIT 100",
                                            id);
}

struct MeetingRow {
    std::string title;
    MeetingKind type = MeetingKind::session;
    MeetingState state = MeetingState::announced;
    int ordinal = 0;
    Instant starts_at;
    ZoneName zone;
    int minutes = 0;
    std::string place;
};

std::string type_of(const MeetingRow& meeting) {
    switch (meeting.type) {
    case MeetingKind::session:
        return meeting.ordinal > 0 ? "Session " + std::to_string(meeting.ordinal) : "Session";
    case MeetingKind::webinar:
        return "Webinar";
    case MeetingKind::convening:
        return "Convening";
    case MeetingKind::one_to_one:
        return "One-to-one exchange";
    case MeetingKind::check_in:
        return "Check-in";
    case MeetingKind::planning:
        return "Planning";
    }
    return "Meeting";
}

std::string state_of(const MeetingRow& meeting, Instant now) {
    if (meeting.state == MeetingState::cancelled) return "Cancelled";
    if (meeting.state == MeetingState::live) return "Live now";
    if (meeting.state == MeetingState::ended) return "Held";
    if (local_date(meeting.starts_at, meeting.zone) == local_date(now, meeting.zone)) return "Today";
    return meeting.starts_at < now ? "Past" : "Ahead";
}

void read_meetings(store::Transaction& tx, const CollaborativeId& id, Instant now, pages::PublicPage& page) {
    const auto rows = tx.rows<MeetingRow>(
        "SELECT title, type, state, ordinal, starts_at, zone, minutes, place FROM meetings"
        " WHERE collaborative = ? AND starts_at >= ? AND state IN ('announced', 'live')"
        " AND type IN ('session', 'webinar', 'convening')"
        " ORDER BY starts_at LIMIT ?",
        id, now - std::chrono::hours{12}, meetings_shown);
    for (const auto& row : rows)
        page.meetings.push_back({row.title, type_of(row), day_text(row.starts_at, row.zone),
                                 clock_text(row.starts_at, row.zone),
                                 row.place.empty() ? "Online" : row.place});
}

void read_series(store::Transaction& tx, const CollaborativeId& id, Instant now, pages::PublicPage& page) {
    struct Row {
        SeriesId id;
        std::string title, description;
        CivilDate starts_on, ends_on;
    };
    const auto row =
        tx.row<Row>("SELECT id, title, description, starts_on, ends_on FROM series WHERE collaborative = ?"
                    " AND state <> 'draft' ORDER BY current DESC, starts_on DESC LIMIT 1",
                    id);
    if (!row) return;
    auto& series = page.series.emplace();
    series.title = row->title;
    series.description = row->description;
    series.dates = date_text(row->starts_on) + " to " + date_text(row->ends_on);
    series.objectives = tx.rows<pages::ObjectiveLine>(
        "SELECT short_name, text FROM objectives WHERE series = ? ORDER BY ordinal", row->id);
    for (const auto& meeting :
         tx.rows<MeetingRow>("SELECT title, type, state, ordinal, starts_at, zone, minutes, place"
                             " FROM meetings WHERE series = ? AND state <> 'draft' ORDER BY ordinal",
                             row->id))
        series.sessions.push_back({meeting.ordinal, meeting.title, day_text(meeting.starts_at, meeting.zone),
                                   state_of(meeting, now)});
}

} // namespace

pages::PublicPage public_page(store::Transaction& tx, const CollaborativeId& collaborative, Instant now) {
    pages::PublicPage page;
    read_about(tx, collaborative, page);
    read_organisations(tx, collaborative, page);
    read_meetings(tx, collaborative, now, page);
    read_series(tx, collaborative, now, page);
    return page;
}

} // namespace interstate::content
