// Downloads: the steps and the attendance as tables, with the filters that the address names.
#include "app/scopes.hpp"
#include "app/site.hpp"
#include "features/action_steps/action_steps.hpp"
#include "features/permissions/permissions.hpp"
#include "features/rooms/rooms.hpp"
#include "wire/csv.hpp"

#include <algorithm>
#include <array>

namespace interstate::app {
namespace {

constexpr const char* demonstration_notice = "Demonstration data: people, statements, results and dates are "
                                             "invented; no agency has said or done this.";
constexpr std::size_t row_limit = 20'000;

template <class Key>
std::string name_of(store::Transaction& tx, const char* sql, const Key& id) {
    return tx.row<std::string>(sql, id).value_or("");
}

std::string joined(const std::vector<int>& numbers) {
    std::string out;
    for (int number : numbers) out += (out.empty() ? "" : " ") + std::to_string(number);
    return out;
}

std::vector<std::string> step_row(store::Transaction& tx, const action_steps::ActionStep& step,
                                  const action_steps::Lane& lane) {
    const auto session =
        step.meeting ? name_of(tx, "SELECT title FROM meetings WHERE id = ?", *step.meeting) : "";
    return {name_of(tx, "SELECT short_name FROM organisations WHERE id = ?", lane.organisation),
            step.title.str(),
            name_of(tx, "SELECT name FROM people WHERE id = ?", lane.owner),
            lane.due_on.str(),
            std::string{action_steps::words_for(lane.status)},
            step.measure.str(),
            std::string{step.category ? action_steps::words_for(*step.category) : ""},
            std::string{action_steps::words_for(step.horizon)},
            joined(step.principles),
            session,
            step.help == action_steps::HelpState::wanted ? step.help_text.str() : "",
            step.latest.str(),
            step.id.str()};
}

/// All pages of the query, as rows.
Result<std::string> steps_csv(store::Transaction& tx, action_steps::Steps query, const Context& context,
                              bool demonstration) {
    wire::Csv csv{{"State", "Action step", "Owner", "Due", "Status", "How we will know", "Category",
                   "Horizon", "Principles", "Session", "Help wanted", "Latest", "Id"}};
    std::size_t rows = 0;
    for (;;) {
        auto page = action_steps::answer(tx, query, context);
        if (!page) return std::unexpected(page.error());
        for (const auto& step : std::get<0>(page->records))
            for (const auto& lane : std::get<1>(page->records))
                if (lane.step == step.id && rows++ < row_limit) csv.row(step_row(tx, step, lane));
        if (!page->next) break;
        query.cursor = Text<1, 60>{*page->next};
    }
    if (demonstration) csv.row({demonstration_notice});
    return csv.text();
}

std::string how(rooms::Channel channel) {
    switch (channel) {
    case rooms::Channel::web:
        return "Online";
    case rooms::Channel::phone:
        return "By phone";
    case rooms::Channel::in_room:
        return "In one room";
    }
    std::unreachable();
}

Result<std::string> attendance_csv(store::Transaction& tx, const MeetingId& meeting, const PersonId& person,
                                   bool demonstration) {
    const Stream stream{StreamKind::meeting, meeting};
    if (!permissions::may_follow(tx, person, stream)) return refuse_not_allowed();
    wire::Csv csv{{"State", "Name", "How", "Minutes", "Measured minutes", "Correction", "Session"}};
    const auto session = name_of(tx, "SELECT title FROM meetings WHERE id = ?", meeting);
    for (const auto& one : rooms::current(tx, stream, As<rooms::Attendance>{})) {
        const auto state = one.organisation ? name_of(tx, "SELECT short_name FROM organisations WHERE id = ?",
                                                      *one.organisation)
                                            : "";
        csv.row({state, one.name.str(), how(one.channel),
                 std::to_string(one.corrected_minutes.value_or(one.minutes)), std::to_string(one.minutes),
                 one.correction_reason.str(), session});
    }
    if (demonstration) csv.row({demonstration_notice});
    return csv.text();
}

} // namespace

std::span<const std::string_view> Site::tables() {
    static constexpr std::array<std::string_view, 2> all{"steps.csv", "attendance.csv"};
    return all;
}

void Site::export_table() {
    as_person([self = shared_from_this()](const Recognised& who) {
        if (const auto refusal = beyond_reading(who.sender)) return self->reply_refusal("", *refusal);
        const auto& reception = *who.reception;
        const auto name = self->rest();
        if (std::ranges::find(tables(), name) == tables().end()) return self->not_found();
        const auto completed = [&](wire::Json given) {
            if (!given.contains("collaborative") && name == "steps.csv" && !reception.collaboratives.empty())
                given["collaborative"] = reception.collaboratives.front().id.str();
            return given;
        };
        const auto body = completed(query_body(self->request_, [&](const wire::Json& tried) {
            action_steps::Steps query;
            return wire::decode(completed(tried), "", query);
        }));
        auto read = [name, body, asked = self->request_.parameter("meeting"), person = who.sender.person,
                     now = self->server_.clock_(),
                     demonstration = reception.demonstration](store::Transaction& tx) -> Result<std::string> {
            if (name == "attendance.csv") {
                const auto meeting = Ulid::parse(asked);
                if (!meeting)
                    return refuse_field("missing", "meeting", "“meeting” is missing.", "the id of a session");
                return attendance_csv(tx, MeetingId{*meeting}, person, demonstration);
            }
            action_steps::Steps query;
            if (auto decoded = wire::decode(body, "", query); !decoded)
                return std::unexpected(decoded.error());
            query.limit = 200;
            return steps_csv(tx, query, Context{.actor = person, .now = now}, demonstration);
        };
        self->server_.queries_.read<Result<std::string>>(
            std::move(read),
            [self, name, demonstration = reception.demonstration](std::optional<Result<std::string>> csv) {
                if (!csv)
                    return self->reply_json(
                        503, wire::refusal_frame(
                                 {}, {.code = "try_again", .message = "The server is busy. Ask again."}));
                if (!*csv) return self->reply_refusal("", csv->error());
                const auto file = (demonstration ? "demonstration-" : "") + name;
                self->reply({.type = "text/csv; charset=utf-8",
                             .body = std::move(**csv),
                             .headers = {{"Content-Disposition", "attachment; filename=\"" + file + "\""},
                                         {"Cache-Control", "no-store"}}});
            });
    });
}

} // namespace interstate::app
