#pragma once
// Two questions that are asked of every command before its rule is: may this token be used for it, and may
// who has not accepted the terms of use do it. One table answers both, with a line for each command; a test
// fails when one has none.
#include "app/sender.hpp"
#include "base/refusal.hpp"

#include <span>
#include <string_view>

namespace interstate::app {

/// Who may do it that has not accepted the newest terms of use.
enum class BeforeTerms {
    nobody,
    everybody,
    for_oneself ///< where the command's `person` is who sends it
};

struct CommandLine {
    std::string_view command;
    /// Nothing: no token does it, however wide.
    std::optional<identity::Scope> scope;
    BeforeTerms before_terms = BeforeTerms::nobody;
};
std::span<const CommandLine> command_lines();

/// This command is not done for who has not accepted the terms; so too for one that has no line.
bool waits_for_terms(std::string_view command, bool for_oneself);

/// What stands in the way of who shows a token; nothing for a sign-in.
std::optional<Refusal> beyond_command(const Sender& sender, std::string_view command);
/// The same for queries and tables.
std::optional<Refusal> beyond_reading(const Sender& sender);
/// Following a stream is reading it; being in a room is taking part in the session.
bool is_beyond_following(const Sender& sender, const Stream& stream);

} // namespace interstate::app
