// The running year's series: the archive's five topics again, dated from today, as far as they have come by
// now.
#include "content/ids.hpp"
#include "content/model.hpp"
#include "content/timeline.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace interstate::content {
namespace {

using action_steps::Status;
using meetings::MeetingKind;
using meetings::MeetingState;

constexpr std::string_view prefix = "now/";

std::string renamed(const std::string& key) { return std::string{prefix} + key; }

const ZoneName& host_zone() {
    static const ZoneName zone{"America/New_York"};
    return zone;
}

/// Thanksgiving, and the days around the turn of the year.
bool nobody_meets_on(const CivilDate& thursday) {
    const auto day = thursday.str().substr(5);
    return (day >= "11-22" && day <= "11-28") || day >= "12-22" || day <= "01-02";
}

/// The Thursday nearest to the day so many weeks from today; the next one outwards when nobody meets then.
CivilDate thursday(const CivilDate& today, int weeks) {
    const int since_thursday = today.days_since(CivilDate{"1970-01-01"}) % 7; // that day was one
    auto day = today.plus_days(weeks * 7 - (since_thursday <= 3 ? since_thursday : since_thursday - 7));
    while (nobody_meets_on(day)) day = day.plus_days(weeks < 0 ? -7 : 7);
    return day;
}

std::string season_of(const CivilDate& day) {
    const auto month = day.str().substr(5, 2);
    if (month >= "03" && month <= "05") return "Spring";
    if (month >= "06" && month <= "08") return "Summer";
    if (month >= "09" && month <= "11") return "Fall";
    return "Winter";
}

LocalTime at_two(const CivilDate& day) { return LocalTime{day.str() + "T14:00"}; }

/// The next full quarter hour, as long as that is still today; else the last one of today.
LocalTime next_quarter(Instant now, const CivilDate& today) {
    constexpr std::int64_t quarter = 15 * 60 * 1000;
    const auto next = local_time({(now.ms / quarter + 1) * quarter}, host_zone());
    return next.date() == today ? next : LocalTime{today.str() + "T23:45"};
}

void place(MeetingDraft& meeting, const LocalTime& starts) {
    meeting.starts_local = starts;
    meeting.zone = host_zone();
    meeting.starts_at = instant_of(starts, host_zone()).value();
}

struct Dates {
    std::array<LocalTime, 5> sessions;
};

Dates dates_for(const LoadContext& context) {
    const auto& today = context.today;
    return {{at_two(thursday(today, -11)), at_two(thursday(today, -7)), at_two(thursday(today, -3)),
             next_quarter(context.now, today), at_two(thursday(today, 5))}};
}

// ---- sessions -------------------------------------------------------------------------------------------

std::string due_before(const CivilDate& session, const std::string& text) {
    return "- " + text + " By " + date_text(session.plus_days(-1)) + ".\n";
}

/// Archive lines end with the archive's date; the running year's have their own.
std::string pre_work_for(const std::string& archived, const CivilDate& session) {
    std::string lines;
    for (std::size_t at = 0; at < archived.size();) {
        const auto end = archived.find('\n', at);
        const auto line = archived.substr(at + 2, end - at - 2);
        lines += due_before(session, line.substr(0, line.rfind(" By ")));
        at = end == archived.npos ? archived.size() : end + 1;
    }
    return lines;
}

/// A title without what was true of the archive's date only.
std::string timeless(std::string title) {
    if (const auto at = title.find(": this is standard time"); at != title.npos) title.resize(at);
    if (const auto at = title.find("since May"); at != title.npos) title.replace(at, 9, "since Session 1");
    return title;
}

std::string materials_for(int ordinal) {
    return fmt::format(
        "- [Slides of Session {0}](https://materials.example/p2p/session-{0}/slides)\n"
        "- [Note page, one for each state](https://materials.example/p2p/session-{0}/note-page)\n"
        "- [CCSSO Principles of Effective School Improvement Systems](https://ccsso.org/resource-library)\n",
        ordinal);
}

MeetingDraft session_from(const MeetingDraft& archived, const Dates& dates) {
    auto session = archived;
    const auto index = static_cast<std::size_t>(archived.ordinal - 1);
    session.key = renamed(archived.key);
    place(session, dates.sessions.at(index));
    session.state = archived.ordinal <= 3 ? MeetingState::ended : MeetingState::announced;
    session.item_runs = archived.ordinal <= 3;
    session.pre_work = pre_work_for(archived.pre_work, session.starts_local.date());
    session.materials = archived.ordinal <= 4 ? materials_for(archived.ordinal) : "";
    session.link = fmt::format("https://meet.convener.example/sdi-p2p-{}", archived.ordinal);
    session.dial_in = "202-555-0142, code 5550 142";
    for (auto& item : session.agenda) item.title = timeless(item.title);
    if (archived.ordinal > 3) {
        session.outcome.clear();
        session.present.clear();
    }
    return session;
}

MeetingDraft event_from(const MeetingDraft& archived, const LocalTime& starts, std::string title) {
    auto event = archived;
    event.key = renamed(archived.key);
    event.state = MeetingState::announced;
    event.present.clear();
    event.outcome.clear();
    event.title = std::move(title);
    place(event, starts);
    return event;
}

const MeetingDraft& find_meeting(const SeriesDraft& archive, const std::string& key) {
    const auto found = std::ranges::find(archive.meetings, key, &MeetingDraft::key);
    if (found == archive.meetings.end())
        archive.origin.fail("the running year needs “" + key + "” of demo/events.json");
    return *found;
}

std::vector<MeetingDraft> meetings_for(const LoadContext& context, const SeriesDraft& archive,
                                       const Dates& dates) {
    std::vector<MeetingDraft> meetings;
    for (const auto& meeting : archive.meetings)
        if (meeting.in_series) meetings.push_back(session_from(meeting, dates));
    const auto next_week = thursday(context.today, 1).plus_days(-1);
    auto webinar = event_from(find_meeting(archive, "ev-w7"), LocalTime{next_week.str() + "T15:00"},
                              "Resource reviews: questions before numbers");
    webinar.link = "https://meet.convener.example/sdi-webinar";
    meetings.push_back(std::move(webinar));
    const auto tuesday = thursday(context.today, 9).plus_days(-2);
    auto convening = event_from(find_meeting(archive, "ev-c3"), LocalTime{tuesday.str() + "T09:00"},
                                season_of(tuesday) + " convening");
    meetings.push_back(std::move(convening));
    auto check_in = event_from(find_meeting(archive, "ev-k2"), at_two(thursday(context.today, 2)),
                               "30-day check-in after Session 3");
    check_in.link = "https://meet.convener.example/sdi-check-in";
    meetings.push_back(std::move(check_in));
    return meetings;
}

// ---- action steps ---------------------------------------------------------------------------------------

bool has_step(const std::vector<StepDraft>& steps, const std::string& key) {
    return std::ranges::find(steps, key, &StepDraft::key) != steps.end();
}

/// Steps of the first three sessions, and the few that stand on their own between them.
bool belongs(const StepDraft& step, Instant third_session_over) { return step.set_at < third_session_over; }

/// What has happened by now: a status is that of its last update.
void settle(StepDraft& step, Instant now) {
    std::erase_if(step.updates, [&](const UpdateDraft& update) { return update.at > now; });
    step.outcome = step.status == Status::set_aside ? step.outcome : "";
    const bool was_set_aside = step.status == Status::set_aside && !step.outcome.empty();
    step.status = step.updates.empty() ? Status::not_started : step.updates.back().status;
    step.finished_at.reset();
    if (step.status == Status::completed) step.outcome = step.updates.back().text;
    if (step.status != Status::completed && !(was_set_aside && step.status == Status::set_aside))
        step.outcome.clear();
    if (step.status == Status::completed || step.status == Status::set_aside)
        step.finished_at = step.updates.back().at;
    if (step.status == Status::completed || step.status == Status::set_aside) step.help.clear();
}

StepDraft step_from(const StepDraft& archived, const Timeline& timeline, Instant now) {
    auto step = archived;
    const auto then = local_date(archived.set_at, host_zone());
    step.key = renamed(archived.key);
    if (step.meeting) step.meeting = renamed(*step.meeting);
    step.set_at = std::min(timeline.moved(archived.set_at), now - Millis{3'600'000});
    // Whole days stay whole: a due date keeps its distance from the day it was set, in proportion.
    step.due_on = timeline.moved(archived.due_on);
    step.title = timeline.retold(archived.title, then);
    step.measure = timeline.retold(archived.measure, then);
    step.help = timeline.retold(archived.help, then);
    for (auto& update : step.updates) {
        update.text = timeline.retold(update.text, local_date(update.at, host_zone()));
        update.at = timeline.moved(update.at);
    }
    for (auto& link : step.links) link.step = renamed(link.step);
    settle(step, now);
    return step;
}

/// What the archive has no example of: states that are asked, one that says no, and one step shared by three.
void add_asked_steps(std::vector<StepDraft>& steps, Instant now) {
    const auto find = [&](const char* key) {
        return std::ranges::find(steps, renamed(key), &StepDraft::key);
    };
    if (const auto asked = find("as-mo-4"); asked != steps.end()) {
        asked->status = Status::proposed;
        asked->updates.clear();
        asked->on_behalf_by = "fac-1";
    }
    if (const auto declined = find("as-mo-2"); declined != steps.end()) {
        declined->status = Status::declined;
        declined->updates.clear();
        declined->on_behalf_by = "fac-1";
        declined->outcome = "The regional office has nobody for it before the new budget. Ask us again then.";
        declined->finished_at = now - std::chrono::days{4};
    }
    if (const auto shared = find("as-de-2"); shared != steps.end())
        shared->shared_with = {{"MD", "md-1", Status::on_track, "", {}},
                               {"OH", "oh-1", Status::proposed, "", {}}};
}

/// A due date for every reading of the list: the archive's proportion leaves few in the weeks around today.
void spread_due_dates(std::vector<StepDraft>& steps, const CivilDate& today) {
    constexpr std::array days{-9, 3, 6, 11, -4, 13, 21, 8, 35, 28, -13, 48, 17, 62, 30, 41};
    std::size_t open = 0;
    for (auto& step : steps) {
        const bool over = step.finished_at.has_value();
        if (over) continue;
        step.due_on = today.plus_days(days[open++ % days.size()]);
    }
}

void ask_for_help(std::vector<StepDraft>& steps) {
    const auto ask = [&](const char* key, const char* text) {
        const auto step = std::ranges::find(steps, renamed(key), &StepDraft::key);
        if (step != steps.end() && !step->finished_at) step->help = text;
    };
    ask("as-or-2", "Two people from other states to read the rewritten page and say where they stop.");
    ask("as-in-2", "A coordinator's job description that names who pays after year three.");
    ask("as-ks-1", "Any state whose coaching pairs have lasted longer than one year.");
}

std::vector<StepDraft> steps_for(const LoadContext& context, const SeriesDraft& archive,
                                 const Timeline& timeline) {
    const auto third = find_meeting(archive, "ev-s3").starts_at + std::chrono::days{21};
    std::vector<StepDraft> steps;
    for (const auto& step : archive.steps)
        if (belongs(step, third)) steps.push_back(step_from(step, timeline, context.now));
    const auto known = [&](const LinkDraft& link) { return has_step(steps, link.step); };
    for (auto& step : steps) std::erase_if(step.links, [&](const LinkDraft& link) { return !known(link); });
    add_asked_steps(steps, context.now);
    ask_for_help(steps);
    spread_due_dates(steps, context.today);
    return steps;
}

// ---- threads --------------------------------------------------------------------------------------------

/// Threads that were answered again lately, with the hours since the last post.
struct Lately {
    const char* key;
    int hours;
};
constexpr std::array lately{Lately{"th-11", 3},  Lately{"th-14", 7},  Lately{"th-09", 20},
                            Lately{"th-13", 27}, Lately{"th-12", 49}, Lately{"th-07", 76},
                            Lately{"th-23", 130}};

/// The same moment by day; another one of that day when it falls into the night.
Instant office_hours(Instant at, const std::string& key) {
    const auto hour = local_time(at, host_zone()).str().substr(11, 2);
    if (hour >= "08" && hour <= "18") return at;
    const auto spread = scattered(key);
    const auto wall =
        fmt::format("{}T{:02}:{:02}", local_date(at, host_zone()).str(), 9 + spread % 8, spread / 8 % 60);
    return instant_of(LocalTime{wall}, host_zone()).value_or(at);
}

/// Posts keep their order and, except the newest, office hours.
void set_times(ThreadDraft& thread, const Timeline& timeline, Instant last, Instant now) {
    const auto first_then = thread.posts.front().at;
    const auto last_then = thread.posts.back().at;
    const auto first = std::min(timeline.moved(first_then), last - std::chrono::days{1});
    auto previous = first - Millis{1};
    for (auto& post : thread.posts) {
        const auto part = first_then == last_then ? 0.0
                                                  : static_cast<double>((post.at - first_then).count()) /
                                                        static_cast<double>((last_then - first_then).count());
        auto at =
            first + Millis{static_cast<std::int64_t>(part * static_cast<double>((last - first).count()))};
        if (at < now - std::chrono::hours{30}) at = office_hours(at, post.key);
        const auto earliest = previous + std::chrono::minutes{9};
        post.at = std::max(earliest, std::min(at, now - std::chrono::hours{1}));
        previous = post.at;
    }
}

ThreadDraft thread_from(const ThreadDraft& archived, const Timeline& timeline, Instant now) {
    auto thread = archived;
    thread.key = renamed(archived.key);
    if (thread.meeting) thread.meeting = renamed(*thread.meeting);
    if (thread.step) thread.step = renamed(*thread.step);
    thread.for_members = thread.for_members || archived.key == "th-02";
    if (thread.pinned)
        for (auto& post : thread.posts)
            post.text = timeline.retold(post.text, local_date(post.at, host_zone()));
    const auto found = std::ranges::find(lately, archived.key, &Lately::key);
    const auto last = found == lately.end() ? timeline.moved(archived.posts.back().at)
                                            : now - std::chrono::hours{found->hours};
    set_times(thread, timeline, std::min(last, now - std::chrono::hours{2}), now);
    for (auto& post : thread.posts) {
        post.key = renamed(post.key);
        if (post.reply_to) post.reply_to = renamed(*post.reply_to);
    }
    return thread;
}

std::vector<ThreadDraft> threads_for(const LoadContext& context, const SeriesDraft& archive,
                                     const Timeline& timeline, const std::vector<StepDraft>& steps) {
    const auto fourth = find_meeting(archive, "ev-s4").starts_at;
    std::vector<ThreadDraft> threads;
    for (const auto& archived : archive.threads) {
        if (archived.posts.back().at >= fourth) continue;
        auto thread = thread_from(archived, timeline, context.now);
        if (thread.step && !has_step(steps, *thread.step)) thread.step.reset();
        threads.push_back(std::move(thread));
    }
    return threads;
}

Timeline timeline_for(const SeriesDraft& archive, const std::vector<MeetingDraft>& meetings) {
    std::vector<Timeline::Knot> knots;
    for (const char* key : {"ev-s1", "ev-s2", "ev-s3", "ev-s4", "ev-s5"}) {
        const auto then = find_meeting(archive, key).starts_at;
        const auto now = std::ranges::find(meetings, renamed(key), &MeetingDraft::key)->starts_at;
        knots.push_back({then, now});
    }
    return Timeline{std::move(knots)};
}

} // namespace

SeriesDraft this_year(const LoadContext& context, const SeriesDraft& archive) {
    SeriesDraft series = archive;
    const auto dates = dates_for(context);
    series.prefix = prefix;
    series.slug = "p2p-" + membership_year(context.today);
    series.state = exchanges::SeriesState::running;
    series.current = true;
    series.starts_on = dates.sessions.front().date();
    series.ends_on = dates.sessions.back().date();
    series.meetings = meetings_for(context, archive, dates);
    const auto timeline = timeline_for(archive, series.meetings);
    series.steps = steps_for(context, archive, timeline);
    series.threads = threads_for(context, archive, timeline, series.steps);
    return series;
}

} // namespace interstate::content
