#include "features/meetings/meetings.hpp"

#include <algorithm>

namespace interstate::meetings {
namespace {

using permissions::can;
using permissions::Verb;

constexpr int meetings_per_series = 12;
constexpr int shortest_minutes = 5;
constexpr int longest_session_minutes = 8 * 60;
constexpr int longest_convening_minutes = 7 * 24 * 60;
constexpr std::size_t items_limit = 40;
constexpr int item_minutes_limit = 480;
constexpr int last_principle = 10;

using Fault = std::optional<Refusal>;

Fault fault(std::string code, std::string field, std::string message, std::string allowed) {
    return Refusal{.code = std::move(code),
                   .field = std::move(field),
                   .message = std::move(message),
                   .allowed = std::move(allowed)};
}

/// The server itself keeps the demonstration supplied with sessions.
bool may_manage(const MeetingFacts& facts, const Context& context) {
    if (context.by_system()) return true;
    if (facts.hidden && !can(facts.who, Verb::see_staff)) return false;
    return can(facts.who, Verb::manage_exchanges, facts.target);
}

// ---- what schedule and edit have in common

/// The first half hour after the gap that daylight saving leaves, with the minutes people asked for where
/// possible.
std::string next_existing(const LocalTime& local, const ZoneName& zone) {
    const auto start = instant_of(local, ZoneName{}).value();
    for (int steps = 1; steps <= 48; ++steps) {
        const auto later = local_time(start + std::chrono::minutes{30 * steps}, ZoneName{});
        if (instant_of(later, zone)) return later.str();
    }
    return "another day";
}

Fault time_fault(const LocalTime& local, const ZoneName& zone) {
    if (instant_of(local, zone)) return std::nullopt;
    return fault("no_such_time", "starts_local",
                 "The clocks in " + zone.str() + " skip " + local.str().substr(11) + " on " +
                     date_text(local.date()) + ".",
                 next_existing(local, zone));
}

Fault minutes_fault(MeetingKind type, int minutes) {
    const int longest = type == MeetingKind::convening ? longest_convening_minutes : longest_session_minutes;
    if (minutes >= shortest_minutes && minutes <= longest) return std::nullopt;
    return fault("out_of_bounds", "minutes",
                 "A meeting of this kind cannot last " + std::to_string(minutes) + " minutes.",
                 std::to_string(shortest_minutes) + " to " + std::to_string(longest) + " minutes");
}

Fault link_fault(const std::optional<Text<0, 500>>& link) {
    constexpr std::string_view scheme = "https://";
    if (!link || link->empty()) return std::nullopt;
    const auto& text = link->str();
    if (folded(text.substr(0, scheme.size())) == scheme && text.size() > scheme.size() &&
        text.find(' ') == text.npos)
        return std::nullopt;
    return fault("malformed", "link", "This is no link that can be shown to everybody.",
                 "an address that begins with https://, or nothing");
}

template <class T>
bool has_twice(std::vector<T> list) {
    std::ranges::sort(list);
    return std::ranges::adjacent_find(list) != list.end();
}

Fault objectives_fault(const std::vector<ObjectiveId>& objectives, const std::optional<SeriesPlace>& series) {
    const auto belongs = [&](const ObjectiveId& id) {
        return series && std::ranges::find(series->objectives, id) != series->objectives.end();
    };
    if (std::ranges::all_of(objectives, belongs) && !has_twice(objectives)) return std::nullopt;
    return fault("not_found", "objectives", "A meeting works towards objectives of its own series.",
                 series ? "objectives of the series, each once"
                        : "none, since this meeting belongs to no series");
}

Fault principles_fault(const std::vector<int>& principles) {
    const auto exists = [](int number) { return number >= 1 && number <= last_principle; };
    if (std::ranges::all_of(principles, exists) && !has_twice(principles)) return std::nullopt;
    return fault("out_of_bounds", "principles", "The principles have numbers.",
                 "1 to " + std::to_string(last_principle) + ", each once");
}

Fault first(std::initializer_list<Fault> faults) {
    for (const auto& one : faults)
        if (one) return one;
    return std::nullopt;
}

// ---- what an edit may touch

struct Touched {
    bool given_otherwise;
    const char* field;
};

template <class T>
Touched touched(const std::optional<T>& wanted, const T& held, const char* field) {
    return {wanted && *wanted != held, field};
}

Fault schedule_fault(const EditMeeting& command, const Meeting& meeting) {
    for (const auto& [differs, field] :
         {touched(command.starts_local, meeting.starts_local, "starts_local"),
          touched(command.zone, meeting.zone, "zone"), touched(command.minutes, meeting.minutes, "minutes")})
        if (differs)
            return fault("live", field, "The room is open: the meeting takes place when it takes place.",
                         "everything but its date, time, zone and length");
    return std::nullopt;
}

Fault ended_fault(const EditMeeting& command, const Meeting& meeting) {
    for (const auto& [differs, field] :
         {touched(command.title, meeting.title, "title"),
          touched(command.starts_local, meeting.starts_local, "starts_local"),
          touched(command.zone, meeting.zone, "zone"), touched(command.minutes, meeting.minutes, "minutes"),
          touched(command.place, meeting.place, "place"),
          touched(command.objectives, meeting.objectives, "objectives"),
          touched(command.principles, meeting.principles, "principles"),
          Touched{command.link.has_value(), "link"}, Touched{command.dial_in.has_value(), "dial_in"}})
        if (differs)
            return fault("ended", field, "The meeting has ended.",
                         "changes of the summary, pre-work, materials and outcome");
    return std::nullopt;
}

Fault state_fault(const EditMeeting& command, const Meeting& meeting) {
    if (meeting.state == MeetingState::cancelled)
        return fault("cancelled", "", "The meeting was cancelled.", "");
    if (meeting.state == MeetingState::live) return schedule_fault(command, meeting);
    if (meeting.state == MeetingState::ended) return ended_fault(command, meeting);
    return std::nullopt;
}

bool moves(const EditMeeting& command, const Meeting& meeting) {
    return touched(command.starts_local, meeting.starts_local, "").given_otherwise ||
           touched(command.zone, meeting.zone, "").given_otherwise;
}

bool is_over(const Meeting& meeting, Instant now) {
    return meeting.starts_at + std::chrono::minutes{meeting.minutes} <= now;
}

/// The newer text of what the command wanted to write.
std::string newer_text(const EditMeeting& command, const Meeting& meeting) {
    if (command.outcome) return meeting.outcome.str();
    if (command.materials) return meeting.materials.str();
    if (command.pre_work) return meeting.pre_work.str();
    if (command.summary) return meeting.summary.str();
    return meeting.title.str();
}

std::unexpected<Refusal> changed_since(std::string newer) {
    return std::unexpected(Refusal{.code = "changed_since",
                                   .field = "revision",
                                   .message = "The meeting was edited meanwhile; here is what it says now.",
                                   .current = std::move(newer)});
}

std::unexpected<Refusal> archived() {
    return refuse("archived", "This meeting is in the archive and stays as it was.");
}

// ---- agenda

Fault lines_fault(const SetAgenda& command) {
    if (command.items.empty() || command.items.size() > items_limit)
        return fault("out_of_bounds", "items",
                     "An agenda of " + std::to_string(command.items.size()) + " items is none.",
                     "1 to " + std::to_string(items_limit) + " items");
    for (const auto& line : command.items)
        if (line.minutes < 1 || line.minutes > item_minutes_limit)
            return fault("out_of_bounds", "items",
                         "“" + line.title.str() + "” cannot last " + std::to_string(line.minutes) +
                             " minutes.",
                         "1 to " + std::to_string(item_minutes_limit) + " minutes an item");
    return std::nullopt;
}

Fault ids_fault(const SetAgenda& command, const MeetingFacts& facts) {
    std::vector<AgendaItemId> named;
    for (const auto& line : command.items)
        if (line.id) named.push_back(*line.id);
    const auto belongs = [&](const AgendaItemId& id) {
        return std::ranges::find(facts.items, id, &HeldItem::id) != facts.items.end();
    };
    if (std::ranges::all_of(named, belongs) && !has_twice(named)) return std::nullopt;
    return fault("not_found", "items", "An item that the agenda names is not there.",
                 "items of this agenda, each once, and new ones without an id");
}

Fault begun_fault(const SetAgenda& command, const MeetingFacts& facts) {
    for (const auto& item : facts.items) {
        if (!item.begun) continue;
        const auto place = static_cast<std::size_t>(item.ordinal) - 1;
        const bool stays = place < command.items.size() && command.items[place].id == item.id &&
                           command.items[place].title.str() == item.title;
        if (!stays)
            return fault("item_begun", "items",
                         "“" + item.title + "” has begun: it keeps its place and its title.",
                         "changes of the items that have not begun");
    }
    return std::nullopt;
}

const char* why_not_announced(MeetingState state) {
    switch (state) {
    case MeetingState::draft:
        return nullptr;
    case MeetingState::announced:
        return "This meeting was announced already.";
    case MeetingState::live:
        return "This meeting is going on already.";
    case MeetingState::ended:
        return "This meeting has ended.";
    case MeetingState::cancelled:
        return "This meeting was cancelled: schedule a new one.";
    }
    return nullptr;
}

} // namespace

std::optional<Meeting> edited(const EditMeeting& command, const Meeting& meeting, const Context& context) {
    auto after = meeting;
    after.title = command.title.value_or(meeting.title);
    after.starts_local = command.starts_local.value_or(meeting.starts_local);
    after.zone = command.zone.value_or(meeting.zone);
    after.minutes = command.minutes.value_or(meeting.minutes);
    after.summary = command.summary.value_or(meeting.summary);
    after.place = command.place.value_or(meeting.place);
    after.pre_work = command.pre_work.value_or(meeting.pre_work);
    after.materials = command.materials.value_or(meeting.materials);
    after.outcome = command.outcome.value_or(meeting.outcome);
    after.objectives = command.objectives.value_or(meeting.objectives);
    after.principles = command.principles.value_or(meeting.principles);
    after.revision = meeting.revision + 1;
    if (!moves(command, meeting)) return after;
    const auto starts_at = instant_of(after.starts_local, after.zone);
    if (!starts_at) return std::nullopt;
    after.starts_at = *starts_at;
    if (meeting.state == MeetingState::announced) after.moved_at = context.now;
    return after;
}

Result<MeetingScheduled> decide(const ScheduleMeeting& command, const MeetingFacts& facts,
                                const Context& context) {
    if (!may_manage(facts, context)) return refuse_not_allowed();
    if (command.series && (!facts.series || facts.series->collaborative != command.collaborative))
        return refuse_field("not_found", "series", "There is no such series here.",
                            "a series of this collaborative, or none");
    if (facts.series && !facts.series->current)
        return refuse_field("archived", "series", "This series is in the archive and stays as it was.",
                            "a series of this year");
    const int ordinal = facts.series ? facts.series->last_ordinal + 1 : 0;
    if (ordinal > meetings_per_series)
        return refuse_field("series_full", "series", "This series has all its sessions.",
                            "at most " + std::to_string(meetings_per_series) + " sessions in a series");
    if (auto found =
            first({time_fault(command.starts_local, command.zone),
                   minutes_fault(command.type, command.minutes), link_fault(command.link),
                   objectives_fault(command.objectives.value_or(std::vector<ObjectiveId>{}), facts.series),
                   principles_fault(command.principles.value_or(std::vector<int>{}))}))
        return std::unexpected(*found);
    return MeetingScheduled{context.new_id<MeetingId>(), ordinal};
}

Result<MeetingEdited> decide(const EditMeeting& command, const MeetingFacts& facts, const Context& context) {
    if (!facts.meeting || !may_manage(facts, context)) return refuse_not_allowed();
    const auto& meeting = *facts.meeting;
    if (!meeting.current) return archived();
    if (meeting.revision != command.revision) return changed_since(newer_text(command, meeting));
    if (auto found = state_fault(command, meeting)) return std::unexpected(*found);
    const auto after = edited(command, meeting, context);
    if (!after)
        return std::unexpected(*time_fault(command.starts_local.value_or(meeting.starts_local),
                                           command.zone.value_or(meeting.zone)));
    if (auto found =
            first({minutes_fault(after->type, after->minutes), link_fault(command.link),
                   objectives_fault(after->objectives, facts.series), principles_fault(after->principles)}))
        return std::unexpected(*found);
    const bool moved = meeting.state == MeetingState::announced && moves(command, meeting);
    if (moved && is_over(*after, context.now))
        return refuse_field("in_the_past", "starts_local",
                            "An announced meeting cannot be moved into the past.", "a time ahead");
    return MeetingEdited{after->revision, moved};
}

Result<AgendaSet> decide(const SetAgenda& command, const MeetingFacts& facts, const Context& context) {
    if (!facts.meeting || !may_manage(facts, context)) return refuse_not_allowed();
    const auto& meeting = *facts.meeting;
    if (!meeting.current) return archived();
    if (meeting.state == MeetingState::ended)
        return refuse("ended", "The meeting has ended: its agenda says what took place.");
    if (meeting.state == MeetingState::cancelled) return refuse("cancelled", "The meeting was cancelled.");
    if (meeting.revision != command.revision) return changed_since(meeting.title.str());
    if (auto found = first({lines_fault(command), ids_fault(command, facts), begun_fault(command, facts)}))
        return std::unexpected(*found);
    AgendaSet set{.revision = meeting.revision + 1};
    for (const auto& line : command.items) set.total_minutes += line.minutes;
    return set;
}

Result<MeetingAnnounced> decide(const AnnounceMeeting&, const MeetingFacts& facts, const Context& context) {
    if (!facts.meeting || !may_manage(facts, context)) return refuse_not_allowed();
    const auto& meeting = *facts.meeting;
    if (!meeting.current) return archived();
    if (const auto* why = why_not_announced(meeting.state)) return refuse("not_a_draft", why);
    if (facts.series && facts.series->draft)
        return refuse("series_draft", "The series of this meeting is a draft: publish the series first.");
    if (facts.items.empty())
        return refuse("no_agenda", "This meeting has no agenda yet: give it at least one item.");
    if (is_over(meeting, context.now))
        return refuse("in_the_past", "The time of this meeting has passed: give it one ahead.");
    return MeetingAnnounced{};
}

Result<MeetingCancelled> decide(const CancelMeeting&, const MeetingFacts& facts, const Context& context) {
    if (!facts.meeting || !may_manage(facts, context)) return refuse_not_allowed();
    const auto& meeting = *facts.meeting;
    if (!meeting.current) return archived();
    if (meeting.state == MeetingState::cancelled)
        return refuse("cancelled", "The meeting was cancelled already.");
    if (meeting.state == MeetingState::live)
        return refuse("live", "The room is open: end the session instead.");
    if (meeting.state == MeetingState::ended) return refuse("ended", "The meeting has ended.");
    return MeetingCancelled{};
}

} // namespace interstate::meetings
