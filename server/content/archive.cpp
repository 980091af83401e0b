// The archive: the exchange series of 2019–2020, read as dated.
#include "content/model.hpp"

#include <algorithm>
#include <map>

namespace interstate::content {
namespace {

using action_steps::Status;
using meetings::ItemMode;
using meetings::MeetingKind;
using meetings::MeetingState;

std::string bullet(const std::string& text) { return "- " + text + "\n"; }

/// The purpose of each protocol, which says in one line what an agenda item with it is for.
std::map<std::string, std::string> purposes(const LoadContext& context) {
    std::map<std::string, std::string> purposes;
    const Source source{context, "protocols.json"};
    for (const auto& record : source.records("protocols"))
        purposes[record.text("key")] = record.text("purpose");
    return purposes;
}

std::map<std::string, std::string> names_of(const std::vector<PersonDraft>& people) {
    std::map<std::string, std::string> names;
    for (const auto& person : people) names[person.key] = person.name;
    return names;
}

struct Lookups {
    std::map<std::string, std::string> purposes;
    std::map<std::string, std::string> names;
    /// Principles suggested for each session of the series, by its number.
    std::map<int, std::vector<int>> principles;
};

ItemMode mode_of(const std::string& title, const std::string& protocol) {
    if (protocol == "action_clinic") return ItemMode::individual;
    if (protocol == "fishbowl") return ItemMode::fishbowl;
    if (protocol == "consultancy" || protocol == "troika" || title.starts_with("Breakouts"))
        return ItemMode::breakout;
    return ItemMode::plenary;
}

std::string capture_of(ItemMode mode, bool next_steps) {
    if (next_steps) return "action steps";
    return mode == ItemMode::breakout ? "room notes" : "";
}

ItemDraft read_item(const Record& record, const Lookups& lookups, bool may_hold_steps) {
    ItemDraft item{.title = record.text("title"), .minutes = record.get<int>("minutes")};
    const auto protocol = record.text_or_empty("protocol");
    const auto lead = record.text_or_empty("lead");
    if (const auto person = lookups.names.find(lead); person != lookups.names.end())
        item.who = person->second;
    else
        item.who = record.text_or_empty("lead_label");
    if (const auto purpose = lookups.purposes.find(protocol); purpose != lookups.purposes.end())
        item.instruction = purpose->second;
    item.next_steps = may_hold_steps && protocol == "action_clinic";
    item.mode = mode_of(item.title, protocol);
    item.capture = capture_of(item.mode, item.next_steps);
    return item;
}

std::vector<ItemDraft> read_agenda(const Record& record, const Lookups& lookups) {
    std::vector<ItemDraft> agenda;
    const auto add = [&](const Record& holder, const char* member) {
        for (const auto& item : holder.records(member))
            agenda.push_back(read_item(item, lookups, record.has("series")));
    };
    if (record.has("agenda")) add(record, "agenda");
    if (record.has("days"))
        for (const auto& day : record.records("days")) add(day, "items");
    return agenda;
}

std::string read_pre_work(const Record& record) {
    std::string lines;
    if (!record.has("pre_work")) return lines;
    for (const auto& one : record.records("pre_work"))
        lines += bullet(one.text("text") + " By " + date_text(one.get<CivilDate>("due")) + ".");
    return lines;
}

std::string read_outcome(const Record& record) {
    std::string lines;
    if (record.has("main_points"))
        for (const auto& point : record.words("main_points")) lines += bullet(point);
    if (record.has("breakouts"))
        for (const auto& room : record.records("breakouts"))
            lines += bullet("**" + room.text("name") + ".** " + room.text("notes"));
    return lines;
}

MeetingKind kind_of(const Record& record) {
    const auto type = record.text("type");
    if (type == "p2p_session") return MeetingKind::session;
    if (type == "small_group") return MeetingKind::one_to_one;
    return record.get<MeetingKind>("type");
}

MeetingDraft read_meeting(const Record& record, const Lookups& lookups) {
    MeetingDraft meeting{.origin = record.origin(), .key = record.text("id"), .type = kind_of(record)};
    meeting.in_series = meeting.type == MeetingKind::session;
    meeting.ordinal = record.maybe<int>("session_number").value_or(0);
    meeting.title = record.text("title");
    meeting.zone = record.get<ZoneName>("time_zone");
    meeting.starts_local = record.local_time("start_local");
    meeting.starts_at = record.instant("start_utc");
    if (instant_of(meeting.starts_local, meeting.zone) != meeting.starts_at)
        record.origin().fail("“start_local” and “start_utc” are not the same moment in “time_zone”");
    meeting.minutes = static_cast<int>((record.instant("end_utc") - meeting.starts_at).count() / 60'000);
    meeting.place = record.text_or_empty("place");
    meeting.summary = record.text_or_empty("theme");
    if (record.has("objectives")) meeting.objectives = record.words("objectives");
    if (record.has("principles")) meeting.principles = record.get<std::vector<int>>("principles");
    if (const auto found = lookups.principles.find(meeting.ordinal);
        meeting.in_series && found != lookups.principles.end())
        meeting.principles = found->second;
    for (const char* member : {"presenting_states", "states"})
        if (record.has(member)) meeting.presenting = record.words(member);
    meeting.pre_work = read_pre_work(record);
    meeting.outcome = read_outcome(record);
    meeting.agenda = read_agenda(record, lookups);
    if (record.text("status") != "held") meeting.state = MeetingState::announced;
    return meeting;
}

void read_attendance(const LoadContext& context, std::vector<MeetingDraft>& meetings) {
    const Source source{context, "demo/attendance.json"};
    for (const auto& record : source.records("attendance")) {
        const auto status = record.text("status");
        if (status != "attended" && status != "partial") continue;
        const auto meeting = std::ranges::find(meetings, record.text("event"), &MeetingDraft::key);
        if (meeting == meetings.end())
            record.origin().fail("“event” names a meeting that is not in demo/events.json");
        meeting->present.push_back({record.text("person"), record.maybe<int>("minutes_present")});
    }
}

UpdateDraft read_update(const Record& record) {
    return {.at = record.instant("created_utc"),
            .author = record.text("author"),
            .status = record.get<Status>("status"),
            .text = record.text("text")};
}

action_steps::Horizon horizon_of(const Record& record) {
    const auto key = record.text("horizon");
    if (key == "30") return action_steps::Horizon::days_30;
    if (key == "60") return action_steps::Horizon::days_60;
    if (key == "90") return action_steps::Horizon::days_90;
    if (key == "long") return action_steps::Horizon::longer;
    record.origin().fail("“horizon” is none of 30, 60, 90, long");
}

/// Office hours in New York: the files give days.
Instant at_work(const CivilDate& day) {
    return instant_of(LocalTime{day.str() + "T15:00"}, ZoneName{"America/New_York"}).value();
}

StepDraft read_step(const Record& record) {
    StepDraft step{.origin = record.origin(),
                   .key = record.text("id"),
                   .state = record.text("jurisdiction"),
                   .owner = record.text("owner"),
                   .title = record.text("title"),
                   .measure = record.text("measure"),
                   .category = record.get<action_steps::Category>("category"),
                   .level = record.get<action_steps::Level>("level"),
                   .horizon = horizon_of(record),
                   .meeting = record.maybe<std::string>("session"),
                   .objectives = record.words("objectives"),
                   .principles = record.get<std::vector<int>>("principles"),
                   .set_at = at_work(record.get<CivilDate>("set_on")),
                   .due_on = record.get<CivilDate>("due_on"),
                   .status = record.get<Status>("status"),
                   .help = record.text_or_empty("help_wanted")};
    if (const auto revised = record.maybe<CivilDate>("revised_due_on")) step.due_on = *revised;
    for (const auto& update : record.records("updates")) step.updates.push_back(read_update(update));
    for (const auto& link : record.records("links"))
        step.links.push_back({link.get<action_steps::LinkType>("type"), link.text("step")});
    step.outcome = record.text_or_empty("set_aside_reason");
    if (step.status == Status::completed && !step.updates.empty()) step.outcome = step.updates.back().text;
    if (const auto day = record.maybe<CivilDate>("completed_on")) step.finished_at = at_work(*day);
    if (step.status == Status::set_aside)
        step.finished_at = step.updates.empty() ? step.set_at : step.updates.back().at;
    return step;
}

ThreadDraft read_thread(const Record& record) {
    ThreadDraft thread{.origin = record.origin(),
                       .key = record.text("id"),
                       .title = record.text("title"),
                       .pinned = record.get<bool>("pinned"),
                       .meeting = record.maybe<std::string>("session")};
    thread.for_members =
        record.text("visibility") == "members" || record.text("visibility") == "collaborative";
    // A thread about one step belongs on the page of that step.
    if (const auto steps = record.words("linked_steps"); steps.size() == 1) thread.step = steps.front();
    for (const auto& post : record.records("posts"))
        thread.posts.push_back({.key = post.text("id"),
                                .author = post.text("author"),
                                .at = post.instant("created_utc"),
                                .reply_to = post.maybe<std::string>("reply_to"),
                                .text = post.text("text")});
    if (thread.posts.empty()) record.origin().fail("a thread has at least one post");
    return thread;
}

void read_series(const LoadContext& context, SeriesDraft& series, Lookups& lookups) {
    const Source source{context, "p2p_series.json"};
    const auto top = source.top();
    series.origin = top.origin();
    series.title = top.text("name");
    series.description = top.text("rationale");
    for (const auto& record : top.records("objectives"))
        series.objectives.push_back({record.text("id"), record.text("short"), record.text("text")});
    for (const auto& record : top.records("participating_seas")) series.states.push_back(record.text("code"));
    for (const auto& record : top.records("sessions"))
        lookups.principles[record.get<int>("number")] = record.get<std::vector<int>>("principles_suggested");
    const auto starts = CivilDate::parse(top.text("start") + "-01");
    const auto ends = CivilDate::parse(top.text("end") + "-28");
    if (!starts || !ends) top.origin().fail("“start” and “end” are no months, YYYY-MM");
    series.starts_on = *starts;
    series.ends_on = *ends;
}

} // namespace

std::vector<PersonDraft> read_people(const LoadContext& context) {
    std::vector<PersonDraft> people;
    const Source source{context, "demo/people.json"};
    for (const auto& record : source.records("people"))
        people.push_back({.origin = record.origin(),
                          .key = record.text("id"),
                          .name = record.get<Text<1, 120>>("display_name").str(),
                          .address = record.get<Text<3, 254>>("email").str(),
                          .state = record.text_or_empty("jurisdiction"),
                          .organisation = record.text("organization"),
                          .title = record.get<Text<0, 160>>("title").str(),
                          .function = record.text("professional_role"),
                          .role = record.text("platform_role"),
                          .primary_contact = record.get<bool>("primary_contact"),
                          .active = record.text("status") == "active",
                          .zone = record.get<ZoneName>("time_zone"),
                          .joined = record.get<CivilDate>("joined")});
    return people;
}

SeriesDraft read_archive(const LoadContext& context, const std::vector<PersonDraft>& people) {
    SeriesDraft series{.prefix = "2019/", .slug = "p2p-2019-2020"};
    Lookups lookups{purposes(context), names_of(people), {}};
    read_series(context, series, lookups);
    const Source events{context, "demo/events.json"};
    for (const auto& record : events.records("events"))
        series.meetings.push_back(read_meeting(record, lookups));
    read_attendance(context, series.meetings);
    const Source steps{context, "demo/action_steps.json"};
    for (const auto& record : steps.records("action_steps")) series.steps.push_back(read_step(record));
    const Source threads{context, "demo/threads.json"};
    for (const auto& record : threads.records("threads")) series.threads.push_back(read_thread(record));
    return series;
}

} // namespace interstate::content
