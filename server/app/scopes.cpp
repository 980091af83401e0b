#include "app/scopes.hpp"

#include <algorithm>

namespace interstate::app {
namespace {

using identity::Scope;

constexpr auto never = std::nullopt;

constexpr CommandLine lines[] = {
    {"start_thread", Scope::post},
    {"add_post", Scope::post},
    {"edit_post", Scope::post},
    {"remove_post", Scope::post},
    {"restore_post", Scope::post},
    {"flag_post", Scope::post},
    {"keep_flagged_post", Scope::post},
    {"take_away_post", Scope::post},
    {"mark_read", Scope::post},

    {"commit_step", Scope::steps},
    {"edit_step", Scope::steps},
    {"update_step", Scope::steps},
    {"link_steps", Scope::steps},
    {"unlink_steps", Scope::steps},
    {"ask_for_help", Scope::steps},
    {"close_help", Scope::steps},
    {"record_none", Scope::steps},

    {"open_room", Scope::sessions},
    {"take_over", Scope::sessions},
    {"next_item", Scope::sessions},
    {"previous_item", Scope::sessions},
    {"extend_item", Scope::sessions},
    {"raise_hand", Scope::sessions},
    {"lower_hand", Scope::sessions},
    {"give_floor", Scope::sessions},
    {"add_guest", Scope::sessions},
    {"remove_guest", Scope::sessions},
    {"make_guest_link", Scope::sessions},
    {"end_guest_link", Scope::sessions},
    {"admit_guest", Scope::sessions},
    {"decline_guest", Scope::sessions},
    {"leave_room", Scope::sessions},
    {"end_session", Scope::sessions},
    {"undo_end", Scope::sessions},
    {"correct_attendance", Scope::sessions},
    {"answer_invitation", Scope::sessions},

    {"create_series", Scope::manage},
    {"edit_series", Scope::manage},
    {"publish_series", Scope::manage},
    {"schedule_meeting", Scope::manage},
    {"edit_meeting", Scope::manage},
    {"set_agenda", Scope::manage},
    {"announce_meeting", Scope::manage},
    {"cancel_meeting", Scope::manage},
    {"remind_silent", Scope::manage},
    {"discard_series", Scope::manage},
    {"discard_meeting", Scope::manage},
    {"restore_from_trash", Scope::manage},
    {"add_people", Scope::manage},
    {"renew_invitation", Scope::manage},
    {"suspend_person", Scope::manage},
    {"sign_out_person", Scope::manage},
    {"readmit_person", Scope::manage},
    {"retire_person", Scope::manage, BeforeTerms::for_oneself},
    {"name_contact", Scope::manage},
    {"name_function", Scope::manage},
    {"grant_role", Scope::manage},
    {"end_role", Scope::manage},
    {"approve_join_request", Scope::manage},
    {"decline_join_request", Scope::manage},
    {"admit_by_domain", Scope::manage},
    {"edit_organisation", Scope::manage},
    {"add_organisation", Scope::manage},
    {"admit_member", Scope::manage},
    {"decline_renewal", Scope::manage},
    {"suspend_member", Scope::manage},
    // Whose membership is over cannot read the terms, and accepts them once they are back.
    {"renew_membership", Scope::manage, BeforeTerms::everybody},
    {"edit_year", Scope::manage},
    {"write_goals", Scope::manage},
    {"lift_suppression", Scope::manage},
    {"change_settings", Scope::manage, BeforeTerms::everybody},
    {"edit_profile", Scope::manage},
    {"mark_visit", Scope::manage, BeforeTerms::everybody},

    // By the person, in their own browser.
    {"publish_terms", never},
    {"ask_for_erasure", never, BeforeTerms::for_oneself},
    {"erase_person", never},
    {"accept_terms", never, BeforeTerms::everybody},

    // By the server alone: their rules refuse them to everybody.
    {"welcome_person", Scope::manage},
    {"end_due_role", Scope::manage},
    {"receive_join_request", Scope::manage},
    {"receive_guest", Scope::manage},
    {"remind_owners", Scope::manage},
    {"tend_requests", Scope::manage},
    {"empty_post", Scope::manage},
    {"empty_trash", Scope::manage},
    {"forget_flags", Scope::manage},
    {"turn_year", Scope::manage},
    {"arrive", Scope::manage},
    {"depart", Scope::manage},
    {"heartbeat", Scope::manage},
    {"close_stale", Scope::manage},
    {"seal_session", Scope::manage},
    {"close_abandoned", Scope::manage},
    {"ensure_session", Scope::manage},
};

const CommandLine* line_of(std::string_view command) {
    const auto* found = std::ranges::find(lines, command, &CommandLine::command);
    return found == std::end(lines) ? nullptr : found;
}

Refusal out_of_scope(std::string message, std::string allowed) {
    return {.code = "out_of_scope", .message = std::move(message), .allowed = std::move(allowed)};
}

} // namespace

std::span<const CommandLine> command_lines() { return lines; }

bool waits_for_terms(std::string_view command, bool for_oneself) {
    const auto* line = line_of(command);
    const auto before = line ? line->before_terms : BeforeTerms::nobody;
    return before == BeforeTerms::nobody || (before == BeforeTerms::for_oneself && !for_oneself);
}

std::optional<Refusal> beyond_command(const Sender& sender, std::string_view command) {
    if (!sender.scopes) return std::nullopt;
    const auto* line = line_of(command);
    if (!line || !line->scope)
        return out_of_scope("No token may be used for this.", "the person, signed in with a browser");
    if (sender.scopes->has(*line->scope)) return std::nullopt;
    return out_of_scope("This token may not be used for this.",
                        std::string{"a token for “"} + word_of(*line->scope) + "”");
}

std::optional<Refusal> beyond_reading(const Sender& sender) {
    if (!sender.scopes || sender.scopes->has(Scope::read)) return std::nullopt;
    return out_of_scope("This token may not be used for reading.", "a token for “read”");
}

bool is_beyond_following(const Sender& sender, const Stream& stream) {
    if (beyond_reading(sender)) return true;
    return sender.scopes && stream.kind == StreamKind::present && !sender.scopes->has(Scope::sessions);
}

} // namespace interstate::app
