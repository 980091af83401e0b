#pragma once
// What the files say, before it has ids: things name each other by the keys of the files.
#include "content/source.hpp"
#include "features/action_steps/action_steps.hpp"
#include "features/exchanges/exchanges.hpp"
#include "features/meetings/meetings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace interstate::content {

struct PersonDraft {
    Origin origin;
    std::string key;
    std::string name;
    std::string address;
    /// A state code; empty for people of no state.
    std::string state;
    std::string organisation;
    std::string title;
    std::string function;
    std::string role;
    bool primary_contact = false;
    bool active = true;
    ZoneName zone;
    CivilDate joined;
};

struct ItemDraft {
    std::string title;
    int minutes = 5;
    std::string who;
    meetings::ItemMode mode = meetings::ItemMode::plenary;
    std::string instruction;
    std::string capture;
    bool next_steps = false;
};

struct PresentDraft {
    std::string person;
    /// Measured; nothing for a signature at the door.
    std::optional<int> minutes;
};

struct MeetingDraft {
    Origin origin;
    std::string key;
    /// Part of the exchange series.
    bool in_series = false;
    int ordinal = 0;
    meetings::MeetingKind type = meetings::MeetingKind::session;
    meetings::MeetingState state = meetings::MeetingState::ended;
    std::string title;
    std::string summary;
    LocalTime starts_local;
    ZoneName zone;
    Instant starts_at;
    int minutes = 90;
    std::string place;
    std::vector<std::string> objectives;
    std::vector<int> principles;
    std::vector<std::string> presenting;
    std::string pre_work;
    std::string materials;
    std::string outcome;
    std::string link;
    std::string dial_in;
    std::vector<ItemDraft> agenda;
    std::vector<PresentDraft> present;
    /// What it took, beside what was planned, is known for each item.
    bool item_runs = false;
};

struct UpdateDraft {
    Instant at;
    std::string author;
    action_steps::Status status = action_steps::Status::on_track;
    std::string text;
};

struct LinkDraft {
    action_steps::LinkType type = action_steps::LinkType::same_problem;
    std::string step;
};

struct LaneDraft {
    std::string state;
    std::string owner;
    action_steps::Status status = action_steps::Status::not_started;
    std::string outcome;
    std::optional<Instant> finished_at;
};

struct StepDraft {
    Origin origin;
    std::string key;
    std::string state;
    std::string owner;
    std::string title;
    std::string measure;
    std::optional<action_steps::Category> category;
    action_steps::Level level = action_steps::Level::sea;
    action_steps::Horizon horizon = action_steps::Horizon::days_90;
    std::optional<std::string> meeting;
    std::vector<std::string> objectives;
    std::vector<int> principles;
    Instant set_at;
    CivilDate due_on;
    action_steps::Status status = action_steps::Status::not_started;
    std::string outcome;
    std::optional<Instant> finished_at;
    std::vector<UpdateDraft> updates;
    std::vector<LinkDraft> links;
    std::string help;
    /// Who wrote it for the state, when it was not the owner.
    std::string on_behalf_by;
    /// Lanes of other states that share the step.
    std::vector<LaneDraft> shared_with;
};

struct PostDraft {
    std::string key;
    std::string author;
    Instant at;
    std::optional<std::string> reply_to;
    std::string text;
};

struct ThreadDraft {
    Origin origin;
    std::string key;
    std::string title;
    bool pinned = false;
    /// What it is tied to: a step, else a meeting, else the series, or all members.
    std::optional<std::string> step;
    std::optional<std::string> meeting;
    bool for_members = false;
    std::vector<PostDraft> posts;
};

struct ObjectiveDraft {
    std::string key;
    std::string short_name;
    std::string text;
};

/// One exchange series with everything around it.
struct SeriesDraft {
    Origin origin;
    /// Sets its keys apart from those of another year: "2019/".
    std::string prefix;
    std::string slug;
    std::string title;
    std::string description;
    exchanges::SeriesState state = exchanges::SeriesState::completed;
    CivilDate starts_on;
    CivilDate ends_on;
    bool current = false;
    std::vector<ObjectiveDraft> objectives;
    std::vector<std::string> states;
    std::vector<MeetingDraft> meetings;
    std::vector<StepDraft> steps;
    std::vector<ThreadDraft> threads;
};

/// The people of the demonstration.
std::vector<PersonDraft> read_people(const LoadContext& context);

/// The series of 2019–2020 with its meetings, steps and threads, as dated in the files.
SeriesDraft read_archive(const LoadContext& context, const std::vector<PersonDraft>& people);

/// The running year's series, made from the archive and dated from `context.today`.
SeriesDraft this_year(const LoadContext& context, const SeriesDraft& archive);

} // namespace interstate::content
