#include "content/writing.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace interstate::content {
namespace {

using action_steps::HelpState;
using action_steps::LinkType;
using action_steps::Status;

template <class IdType>
std::vector<IdType> ids_of(const Load& load, std::string_view kind, const std::string& prefix,
                           const std::vector<std::string>& keys, const Origin& origin) {
    std::vector<IdType> ids;
    for (const auto& key : keys) ids.push_back(load.ids.of<IdType>(kind, prefix + key, origin));
    return ids;
}

/// INV-22: the least finished of its lanes.
Status least_finished(const StepDraft& step) {
    const auto rank = [](Status status) {
        switch (status) {
        case Status::proposed:
            return 0;
        case Status::not_started:
            return 1;
        case Status::blocked:
            return 2;
        case Status::at_risk:
            return 3;
        case Status::on_track:
            return 4;
        case Status::completed:
            return 5;
        case Status::set_aside:
            return 6;
        case Status::declined:
            return 7;
        }
        return 0;
    };
    auto least = step.status;
    for (const auto& lane : step.shared_with)
        if (rank(lane.status) < rank(least)) least = lane.status;
    return least;
}

StepId write_head(Load& load, const SeriesDraft& series, const StepDraft& step) {
    const auto& from = step.origin;
    const auto id = load.ids.make<StepId>(step.set_at, "step", step.key, from);
    std::optional<MeetingId> meeting;
    if (step.meeting) meeting = load.ids.of<MeetingId>("meeting", *step.meeting, from);
    const auto writer = step.on_behalf_by.empty() ? step.owner : step.on_behalf_by;
    const auto latest = step.updates.empty() ? std::string{} : step.updates.back().text;
    const auto latest_at = step.updates.empty() ? std::nullopt : std::optional{step.updates.back().at};
    const auto help_at = step.help.empty() ? std::nullopt : std::optional{latest_at.value_or(step.set_at)};
    load.tx.run("INSERT INTO action_steps (id, collaborative, series, meeting, organisation, visibility, "
                "title, measure, detail,"
                " category, level, horizon, objectives, principles, status, due_on, set_at, set_by, "
                "on_behalf, help, help_text,"
                " help_at, latest, latest_at, revision)"
                " VALUES (?, ?, ?, ?, ?, 'series', ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                id, load.collaborative, load.ids.of<SeriesId>("series", series.prefix, from), meeting,
                load.ids.of<OrganisationId>("state", step.state, from),
                bounded<Text<1, 300>>(step.title, "title", from),
                bounded<Text<1, 600>>(step.measure, "measure", from), step.category, step.level, step.horizon,
                ids_of<ObjectiveId>(load, "objective", series.prefix, step.objectives, from), step.principles,
                least_finished(step), step.due_on, step.set_at, load.ids.of<PersonId>("person", writer, from),
                !step.on_behalf_by.empty(), step.help.empty() ? HelpState::none : HelpState::wanted,
                bounded<Prose<0, 1000>>(step.help, "help_wanted", from), help_at,
                bounded<Prose<0, 600>>(latest, "updates", from), latest_at);
    return id;
}

LaneId write_lane(Load& load, const StepDraft& step, const StepId& id, const LaneDraft& lane) {
    const auto& from = step.origin;
    const auto lane_id = load.ids.make<LaneId>(step.set_at, "lane", step.key + "/" + lane.state, from);
    load.tx.run("INSERT INTO step_lanes (id, step, organisation, owner, due_on, status, outcome, finished_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                lane_id, id, load.ids.of<OrganisationId>("state", lane.state, from),
                load.ids.of<PersonId>("person", lane.owner, from), step.due_on, lane.status,
                bounded<Prose<0, 600>>(lane.outcome, "set_aside_reason", from), lane.finished_at);
    return lane_id;
}

void write_updates(Load& load, const StepDraft& step, const StepId& id, const LaneId& lane) {
    auto before = Status::not_started;
    int number = 0;
    for (const auto& update : step.updates) {
        const auto update_id = load.ids.make<StepUpdateId>(
            update.at, "update", step.key + "#" + std::to_string(++number), step.origin);
        load.tx.run(
            "INSERT INTO step_updates (id, step, lane, author, at, from_status, to_status, text, number)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            update_id, id, lane, load.ids.of<PersonId>("person", update.author, step.origin), update.at,
            before, update.status, bounded<Prose<0, 600>>(update.text, "updates", step.origin), number);
        before = update.status;
    }
}

void write_links(Load& load, const SeriesDraft& series) {
    // The files name a link that has no direction on both of its sides.
    std::set<std::tuple<std::string, std::string, LinkType>> written;
    for (const auto& step : series.steps)
        for (const auto& link : step.links) {
            const bool directed = link.type == LinkType::adapted_from || link.type == LinkType::peer_review;
            auto first = step.key, second = link.step;
            if (!directed && second < first) std::swap(first, second);
            if (!written.emplace(first, second, link.type).second) continue;
            const auto from = load.ids.of<StepId>("step", step.key, step.origin);
            const auto to = load.ids.of<StepId>("step", link.step, step.origin);
            const auto key = step.key + ">" + link.step + ":" + word_of(link.type);
            load.tx.run("INSERT INTO step_links (id, from_step, to_step, type) VALUES (?, ?, ?, ?)",
                        load.ids.make<StepLinkId>(step.set_at, "link", key, step.origin), from, to,
                        link.type);
        }
}

} // namespace

void write_steps(Load& load, const SeriesDraft& series) {
    for (const auto& step : series.steps) {
        const auto id = write_head(load, series, step);
        const auto own =
            write_lane(load, step, id, {step.state, step.owner, step.status, step.outcome, step.finished_at});
        for (const auto& lane : step.shared_with) write_lane(load, step, id, lane);
        write_updates(load, step, id, own);
    }
    write_links(load, series);
}

} // namespace interstate::content
