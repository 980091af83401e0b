// Where what lies in the trash would stand again, kind by kind.
#include "features/trash/tables.hpp"

#include <algorithm>

namespace interstate::trash {
namespace {

// As the rules that make them say (features/meetings, exchanges, action_steps).
constexpr int meetings_per_series = 12;
constexpr int items_per_agenda = 40;
constexpr int objectives_per_series = 8;
constexpr int links_per_step = 50;

constexpr Ground nowhere{.there = false};

Ground ground_of_meeting(store::Transaction& tx, const Entry& entry) {
    if (!entry.part_of) return {};
    struct Row {
        bool current = true;
        int last = 0, own = 0;
        bool taken = false;
    };
    const auto row =
        tx.row<Row>("SELECT s.current, (SELECT coalesce(max(ordinal), 0) FROM meetings WHERE series = s.id),"
                    " r.ordinal, EXISTS (SELECT 1 FROM meetings WHERE series = s.id AND ordinal = r.ordinal)"
                    " FROM removed_meetings r JOIN series s ON s.id = r.series WHERE r.id = ?",
                    entry.item);
    if (!row) return nowhere;
    const int ordinal = row->taken ? row->last + 1 : row->own;
    return {.closed = !row->current, .full = ordinal > meetings_per_series, .ordinal = ordinal};
}

Ground ground_of_agenda_item(store::Transaction& tx, const Entry& entry) {
    struct Row {
        bool closed = false;
        int items = 0, begun = 0, own = 0;
    };
    const auto row =
        tx.row<Row>("SELECT m.current = 0 OR m.state IN ('ended', 'cancelled'),"
                    " (SELECT count(*) FROM agenda_items WHERE meeting = m.id),"
                    " (SELECT coalesce(max(i.ordinal), 0) FROM agenda_items i JOIN item_runs u ON u.id = i.id"
                    " WHERE i.meeting = m.id), r.ordinal"
                    " FROM removed_agenda_items r JOIN meetings m ON m.id = r.meeting WHERE r.id = ?",
                    entry.item);
    if (!row) return nowhere;
    return {.closed = row->closed,
            .full = row->items >= items_per_agenda,
            .ordinal = std::clamp(row->own, row->begun + 1, row->items + 1)};
}

Ground ground_of_objective(store::Transaction& tx, const Entry& entry) {
    struct Row {
        bool current = true;
        int count = 0, own = 0;
    };
    const auto row = tx.row<Row>("SELECT s.current, (SELECT count(*) FROM objectives WHERE series = s.id),"
                                 " r.ordinal FROM removed_objectives r JOIN series s ON s.id = r.series"
                                 " WHERE r.id = ?",
                                 entry.item);
    if (!row) return nowhere;
    return {.closed = !row->current,
            .full = row->count >= objectives_per_series,
            .ordinal = std::min(row->own, row->count + 1)};
}

Ground ground_of_participation(store::Transaction& tx, const Entry& entry) {
    struct Row {
        bool current = true, taken = false, core_member = false;
    };
    const auto row =
        tx.row<Row>("SELECT s.current, EXISTS (SELECT 1 FROM participations p WHERE p.series = s.id"
                    " AND p.organisation = r.organisation), EXISTS (SELECT 1 FROM memberships m"
                    " WHERE m.organisation = r.organisation AND m.status = 'active' AND m.tier = 'core')"
                    " FROM removed_participations r JOIN series s ON s.id = r.series WHERE r.id = ?",
                    entry.item);
    if (!row) return nowhere;
    return {.closed = !row->current, .taken = row->taken, .fits = row->core_member};
}

/// A stream of a state lies within any series', and that within all members'.
int width_of(const Stream& stream) {
    return stream.kind == StreamKind::organisation ? 0 : stream.kind == StreamKind::series ? 1 : 2;
}

Ground ground_of_step_link(store::Transaction& tx, const Entry& entry) {
    struct Row {
        Stream from, to;
        bool taken = false;
        int from_links = 0, to_links = 0;
    };
    const auto row = tx.row<Row>(
        "SELECT a.stream, b.stream,"
        " EXISTS (SELECT 1 FROM step_links k WHERE k.from_step = r.from_step AND k.to_step = r.to_step"
        " AND k.type = r.type) OR (r.type IN ('joint', 'same_problem') AND EXISTS (SELECT 1 FROM step_links k"
        " WHERE k.from_step = r.to_step AND k.to_step = r.from_step AND k.type = r.type)),"
        " (SELECT count(*) FROM step_links k WHERE k.from_step = a.id)"
        " + (SELECT count(*) FROM step_links k WHERE k.to_step = a.id),"
        " (SELECT count(*) FROM step_links k WHERE k.from_step = b.id)"
        " + (SELECT count(*) FROM step_links k WHERE k.to_step = b.id)"
        " FROM removed_step_links r JOIN action_steps a ON a.id = r.from_step"
        " JOIN action_steps b ON b.id = r.to_step WHERE r.id = ?",
        entry.item);
    if (!row) return nowhere;
    return {.taken = row->taken,
            .full = std::max(row->from_links, row->to_links) >= links_per_step,
            .fits = row->from == row->to || width_of(row->from) != width_of(row->to)};
}

Ground ground_of_no_step(store::Transaction& tx, const Entry& entry) {
    struct Row {
        bool under_way = false, taken = false, takes_part = false;
    };
    const auto row = tx.row<Row>(
        "SELECT m.state IN ('live', 'ended'), EXISTS (SELECT 1 FROM no_steps n WHERE n.meeting = m.id"
        " AND n.organisation = r.organisation) OR EXISTS (SELECT 1 FROM action_steps a WHERE a.meeting = m.id"
        " AND a.organisation = r.organisation), m.series IS NULL OR EXISTS (SELECT 1 FROM participations p"
        " WHERE p.series = m.series AND p.organisation = r.organisation)"
        " FROM removed_no_steps r JOIN meetings m ON m.id = r.meeting WHERE r.id = ?",
        entry.item);
    if (!row) return nowhere;
    return {.closed = !row->under_way, .taken = row->taken, .fits = row->takes_part};
}

bool sees(store::Transaction& tx, const permissions::Standing& who, const Stream& stream) {
    return permissions::may_follow(tx, who, stream);
}

Reached reached_link(store::Transaction& tx, const Entry& entry, const permissions::Standing& who) {
    struct Row {
        Stream from, to;
    };
    const auto row = tx.row<Row>("SELECT a.stream, b.stream FROM removed_step_links r"
                                 " JOIN action_steps a ON a.id = r.from_step"
                                 " JOIN action_steps b ON b.id = r.to_step WHERE r.id = ?",
                                 entry.item);
    if (!row) return {};
    const auto takes_part = [&](const Ulid& organisation) {
        return tx.any(
            "SELECT 1 FROM removed_step_links r JOIN action_steps a ON a.id IN (r.from_step, r.to_step)"
            " WHERE r.id = ?1 AND (a.organisation = ?2 OR EXISTS (SELECT 1 FROM step_lanes l"
            " WHERE l.step = a.id AND l.organisation = ?2))",
            entry.item, organisation);
    };
    // As they are shown now: a step that was narrowed since is not named by its link.
    Reached reached{.target = permissions::target_of_stream(tx, who, row->from),
                    .visible = sees(tx, who, row->from) && sees(tx, who, row->to)};
    reached.target.own = takes_part(who.organisation);
    reached.target.organisation.reset();
    for (const auto& part : who.within)
        if (part.scope == permissions::RoleScope::organisation && takes_part(part.subject))
            reached.target.organisation = OrganisationId{part.subject};
    return reached;
}

/// "None, because …", as what it is for the state.
permissions::Target target_of_no_step(store::Transaction& tx, const Entry& entry,
                                      const permissions::Standing& who) {
    auto target = permissions::target_of_meeting(tx, who, MeetingId{*entry.part_of});
    target.organisation =
        tx.row<OrganisationId>("SELECT organisation FROM removed_no_steps WHERE id = ?", entry.item);
    target.own = target.organisation == who.organisation;
    return target;
}

permissions::Target target_of(store::Transaction& tx, const Entry& entry, const permissions::Standing& who) {
    switch (entry.kind) {
    case Kind::objective:
    case Kind::participation:
        return permissions::target_of_series(tx, who, SeriesId{*entry.part_of});
    case Kind::agenda_item:
        return permissions::target_of_meeting(tx, who, MeetingId{*entry.part_of});
    case Kind::no_step:
        return target_of_no_step(tx, entry, who);
    default:
        return {}; // of drafts, which only those see who manage all
    }
}

} // namespace

Ground ground_of(store::Transaction& tx, const Entry& entry) {
    switch (entry.kind) {
    case Kind::meeting:
        return ground_of_meeting(tx, entry);
    case Kind::agenda_item:
        return ground_of_agenda_item(tx, entry);
    case Kind::objective:
        return ground_of_objective(tx, entry);
    case Kind::participation:
        return ground_of_participation(tx, entry);
    case Kind::step_link:
        return ground_of_step_link(tx, entry);
    case Kind::no_step:
        return ground_of_no_step(tx, entry);
    default:
        return {};
    }
}

Reached reached(store::Transaction& tx, const Entry& entry, const permissions::Standing& who) {
    if (entry.kind == Kind::step_link) return reached_link(tx, entry, who);
    return {.target = target_of(tx, entry, who), .visible = sees(tx, who, entry.stream)};
}

} // namespace interstate::trash
