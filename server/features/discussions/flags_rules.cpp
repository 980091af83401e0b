#include "features/discussions/flags.hpp"

namespace interstate::discussions {
namespace {

using permissions::can;
using permissions::Verb;

constexpr int waiting_limit = 20;
constexpr int limit_of_thirty_days = 200;

bool lacks_words(FlagReason reason, const std::optional<FlagWords>& words) {
    return reason == FlagReason::other && (!words || words->empty());
}

std::unexpected<Refusal> words_missing() {
    return refuse_field("out_of_bounds", "words", "Say in a few words what is wrong with it.",
                        "1 to 1000 characters where the reason is “something else”");
}

/// Who wrote the post is told nothing of its flags, in whatever role.
bool may_decide(const DecisionFacts& facts) {
    const auto& [who, post, visible, target] = facts.post;
    return post && visible && post->author != who.person && can(who, Verb::moderate, target) &&
           (facts.waiting > 0 || facts.last);
}

std::unexpected<Refusal> decided_already(FlagStatus status) {
    switch (status) {
    case FlagStatus::kept:
        return refuse("decided_already", "Somebody else decided meanwhile: the post was kept.");
    case FlagStatus::removed:
        return refuse("decided_already", "Somebody else decided meanwhile: the post was taken away.");
    default:
        return refuse("decided_already", "There is nothing left to decide: the post is gone.");
    }
}

/// Why nothing is decided now; nothing where it can be.
std::optional<Refusal> obstacle(const DecisionFacts& facts, int revision) {
    if (!may_decide(facts)) return refuse_not_allowed().error();
    if (facts.waiting == 0) return decided_already(*facts.last).error();
    if (facts.post.post->revision == revision) return std::nullopt;
    return Refusal{.code = "changed_since",
                   .field = "revision",
                   .message = "Its author edited the post meanwhile. Read it again before you decide.",
                   .current = facts.post.post->text.str()};
}

} // namespace

Result<PostFlagged> decide(const FlagPost& command, const FlagFacts& facts, const Context& context) {
    const auto& [who, post, visible, target] = facts.post;
    if (!post || !visible) return refuse_not_allowed();
    if (post->author == who.person)
        return refuse("own_post", "You wrote this post: you can edit or remove it yourself.");
    if (!facts.moderated)
        return refuse("not_moderated",
                      "Only one team reads this, and nobody moderates it. Speak with whoever "
                      "wrote it, or with the lead of the team.");
    if (post->removed) return refuse("removed", "This post was removed already.");
    if (lacks_words(command.reason, command.words)) return words_missing();
    if (facts.flagged)
        return refuse("flagged_already", "You have reported this post; the moderators will look at it.");
    if (facts.waiting >= waiting_limit)
        return refuse("too_many",
                      "You have reported " + std::to_string(waiting_limit) +
                          " posts that nobody has looked at yet. Report more when some of them are decided.");
    if (facts.lately >= limit_of_thirty_days)
        return refuse("too_many", "You have reported " + std::to_string(limit_of_thirty_days) +
                                      " posts in thirty days. Write to a facilitator about this one.");
    return PostFlagged{context.new_id<PostFlagId>()};
}

Result<FlaggedPostKept> decide(const KeepFlaggedPost& command, const DecisionFacts& facts, const Context&) {
    if (auto refusal = obstacle(facts, command.revision)) return std::unexpected(std::move(*refusal));
    return FlaggedPostKept{};
}

Result<PostTakenAway> decide(const TakeAwayPost& command, const DecisionFacts& facts, const Context&) {
    if (auto refusal = obstacle(facts, command.revision)) return std::unexpected(std::move(*refusal));
    if (lacks_words(command.reason, command.words)) return words_missing();
    return PostTakenAway{};
}

Result<FlagsForgotten> decide(const ForgetFlags&, const DecisionFacts&, const Context& context) {
    if (!context.by_system()) return refuse_not_allowed();
    return FlagsForgotten{};
}

} // namespace interstate::discussions
