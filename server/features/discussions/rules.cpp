#include "features/discussions/discussions.hpp"

namespace interstate::discussions {
namespace {

using permissions::can;
using permissions::Verb;

std::unexpected<Refusal> changed_since(const Post& post) {
    Refusal refusal{.code = "changed_since",
                    .field = "revision",
                    .message = "The post was edited meanwhile; here is its newer text.",
                    .current = post.text.str()};
    return std::unexpected(std::move(refusal));
}

} // namespace

const char* ThreadStarted::event_name() const { return number == 1 ? name : PostAdded::name; }

Result<ThreadStarted> decide(const StartThread& command, const AnchorFacts& facts, const Context& context) {
    if (!facts.exists || !facts.visible) return refuse_not_allowed();
    if (!can(facts.who, Verb::write_post, facts.target)) return refuse_not_allowed();
    const bool meant_for_own = command.own.value_or(false);
    if (meant_for_own && command.anchor == AnchorKind::topic)
        return refuse_field("out_of_bounds", "own", "Only a session and a step have a thread of their own.",
                            "false, or an anchor that is a meeting or an action_step");
    if (meant_for_own && facts.own)
        return ThreadStarted{facts.own->id, context.new_id<PostId>(), facts.own->last_number + 1};
    return ThreadStarted{context.new_id<ThreadId>(), context.new_id<PostId>()};
}

Result<PostAdded> decide(const AddPost&, const ThreadFacts& facts, const Context& context) {
    if (!facts.thread || !facts.visible) return refuse_not_allowed();
    if (!can(facts.who, Verb::write_post, facts.target)) return refuse_not_allowed();
    if (!facts.reply_fits)
        return refuse_field("not_found", "reply_to", "The post you answer is not in this thread.",
                            "a post of the same thread");
    return PostAdded{context.new_id<PostId>(), facts.thread->last_number + 1};
}

Result<PostEdited> decide(const EditPost& command, const PostFacts& facts, const Context&) {
    if (!facts.post || !facts.visible) return refuse_not_allowed();
    if (facts.post->author != facts.who.person) return refuse_not_allowed();
    if (facts.post->removed) return refuse("removed", "This post was removed.");
    if (facts.post->revision != command.revision) return changed_since(*facts.post);
    return PostEdited{facts.post->revision + 1};
}

Result<PostRemoved> decide(const RemovePost&, const PostFacts& facts, const Context&) {
    if (!facts.post || !facts.visible) return refuse_not_allowed();
    const bool own = facts.post->author == facts.who.person;
    if (!own && !can(facts.who, Verb::moderate, facts.target)) return refuse_not_allowed();
    if (facts.post->removed) return refuse("removed", "This post was removed already.");
    return PostRemoved{};
}

bool may_restore(const Post& post, const permissions::Standing& who, const permissions::Target& target) {
    if (can(who, Verb::moderate, target)) return true;
    // What a moderator has removed is not put back by its author.
    return who.active && post.author == who.person && post.removed_by == who.person;
}

Result<PostRestored> decide(const RestorePost&, const RemovedFacts& facts, const Context&) {
    const auto& [who, post, visible, target] = facts.post;
    if (!post || !visible || !may_restore(*post, who, target)) return refuse_not_allowed();
    if (!post->removed) return refuse("not_removed", "This post stands.");
    if (!facts.text) return refuse("gone", "Its thirty days in the trash are over.");
    return PostRestored{};
}

Result<PostEmptied> decide(const EmptyPost&, const RemovedFacts& facts, const Context& context) {
    if (!context.by_system() || !facts.post.post) return refuse_not_allowed();
    const auto& post = *facts.post.post;
    // Put back meanwhile, or removed again since: then it has thirty days from then.
    if (!post.removed || context.now < post.edited_at.value_or(post.at) + trash_life) return PostEmptied{};
    return PostEmptied{post.id};
}

Result<ReadMarked> decide(const MarkRead& command, const ThreadFacts& facts, const Context&) {
    if (!facts.thread || !facts.visible) return refuse_not_allowed();
    if (command.number < 0 || command.number > facts.thread->last_number)
        return refuse_field("out_of_bounds", "number", "There is no post with that number.",
                            "0 to " + std::to_string(facts.thread->last_number));
    return ReadMarked{std::max(command.number, facts.read_up_to)};
}

} // namespace interstate::discussions
