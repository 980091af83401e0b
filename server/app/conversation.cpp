#include "app/conversation.hpp"

#include "app/scopes.hpp"

#include <algorithm>

namespace interstate::app {
namespace {

/// Somebody is there: what a page asks by itself, to be kept up to date, does not say so.
bool is_of_somebody(const wire::ClientFrame& frame) {
    if (const auto* command = std::get_if<wire::CommandFrame>(&frame)) return command->name != "mark_visit";
    return std::holds_alternative<wire::QueryFrame>(frame) || std::holds_alternative<wire::CueFrame>(frame);
}

} // namespace

Conversation::Conversation(const Surroundings& around, Sender sender)
    : around_{around}, outbox_{around_.limits.outbox_bytes}, sender_{std::move(sender)},
      asked_at_{around_.uptime()}, frames_{around_.limits.frames, around_.clock()} {}

Conversation::~Conversation() { end(); }

void Conversation::end() {
    if (ended_) return;
    ended_ = true;
    while (!following_.empty()) drop(Stream{following_.back()->follower.stream()});
}

void Conversation::receive(std::string_view bytes) {
    if (ended_ || outbox_.closed() || !within_rate()) return;
    if (is_over()) return outbox_.close(live::CloseCode::not_welcome);
    auto frame = wire::decode_frame(bytes);
    if (!frame) {
        outbox_.push(wire::refusal_frame(frame.error().id, frame.error().refusal));
        return;
    }
    if (is_of_somebody(*frame)) asked_at_ = around_.uptime();
    std::visit([this](auto& one) { handle(one); }, *frame);
}

void Conversation::count_frame() {
    if (!ended_ && !outbox_.closed()) within_rate();
}

bool Conversation::within_rate() {
    if (frames_.take(around_.limits.frames, around_.clock())) return true;
    outbox_.push(
        wire::refusal_frame({}, {.code = "too_many", .message = "Too many frames. Come back more slowly."}));
    outbox_.close(live::CloseCode::not_welcome);
    return false;
}

bool Conversation::within_unanswered(std::string_view id) {
    if (unanswered_ < around_.limits.unanswered) {
        ++unanswered_;
        return true;
    }
    outbox_.push(
        wire::refusal_frame(id, {.code = "try_again",
                                 .message = "Wait for the answers that are on their way.",
                                 .allowed = std::to_string(around_.limits.unanswered) + " at once"}));
    return false;
}

void Conversation::answered(const std::string& frame) {
    --unanswered_;
    if (!ended_) outbox_.push(frame);
}

// ---- follow ---------------------------------------------------------------------------------------------

std::vector<std::unique_ptr<Conversation::Following>>::iterator
Conversation::following(const Stream& stream) {
    return std::ranges::find(following_, stream,
                             [](const auto& one) -> const Stream& { return one->follower.stream(); });
}

bool Conversation::catches_up(std::uint64_t number) const {
    return catching_up_ && catching_up_->begun.contains(number);
}

void Conversation::handle(const wire::FollowFrame& frame) {
    if (is_beyond_following(sender_, frame.stream)) {
        outbox_.push(wire::unfollowed_frame(frame.stream, "out_of_scope"));
        return;
    }
    if (following_.size() >= around_.limits.streams && following(frame.stream) == following_.end()) {
        outbox_.push(wire::unfollowed_frame(frame.stream, "too_many"));
        return;
    }
    drop(frame.stream);
    // Joined before the past is read: what happens meanwhile waits in the follower, so there is no gap.
    following_.reserve(following_.size() + 1); // most follow one or two
    following_.push_back(std::make_unique<Following>(frame.stream, sender_.person, outbox_, ++follows_));
    around_.hub.join(following_.back()->follower);
    if (!catching_up_) catching_up_ = std::make_unique<CatchingUp>();
    catching_up_->waiting.push_back(frame);
    begin_waiting();
}

void Conversation::begin_waiting() {
    while (!ended_ && !outbox_.closed() && catching_up_ && !catching_up_->waiting.empty() &&
           catching_up_->begun.size() < around_.limits.catching_up) {
        const auto frame = std::move(catching_up_->waiting.front());
        catching_up_->waiting.pop_front();
        begin(frame);
    }
    if (catching_up_ && catching_up_->waiting.empty() && catching_up_->begun.empty()) catching_up_.reset();
}

void Conversation::begin(const wire::FollowFrame& frame) {
    const auto number = (*following(frame.stream))->number;
    catching_up_->begun.insert(number);
    around_.pasts.ask(frame, sender_.person,
                      [weak = weak_from_this(), stream = frame.stream, number](std::optional<Past> past) {
                          const auto self = weak.lock();
                          if (!self || self->ended_ || !self->catches_up(number))
                              return; // unfollowed meanwhile
                          // Saying “not allowed” would make the client delete what it holds: it comes back
                          // and asks again instead.
                          if (!past) return self->outbox_.close(live::CloseCode::too_slow);
                          if (!past->allowed) return self->deny(stream);
                          self->send_past(stream, number, std::move(*past));
                      });
}

void Conversation::send_past(const Stream& stream, std::uint64_t number, Past past) {
    outbox_.push_past(number, std::move(past.frames),
                      [this, stream, number, position = past.position] { // the outbox is ours
                          caught_up(stream, position);
                          done_with(number);
                      });
}

void Conversation::caught_up(const Stream& stream, std::int64_t position) {
    (*following(stream))->follower.caught_up(position);
    if (stream.kind == StreamKind::present) around_.presence.enter(MeetingId{stream.subject}, sender_.person);
}

void Conversation::done_with(std::uint64_t number) {
    if (catching_up_) catching_up_->begun.erase(number);
    begin_waiting();
}

void Conversation::handle(const wire::UnfollowFrame& frame) { drop(frame.stream); }

void Conversation::drop(const Stream& stream) {
    const auto found = following(stream);
    if (found == following_.end()) return;
    const auto dropped = std::move(*found);
    following_.erase(found);
    around_.hub.leave(dropped->follower);
    if (stream.kind == StreamKind::present && dropped->follower.is_live())
        around_.presence.leave(MeetingId{stream.subject}, sender_.person);
    if (catching_up_)
        std::erase_if(catching_up_->waiting, [&](const auto& frame) { return frame.stream == stream; });
    outbox_.forget_past(dropped->number);
    done_with(dropped->number);
}

void Conversation::deny(const Stream& stream) {
    drop(stream);
    outbox_.push(wire::unfollowed_frame(stream, "not_allowed"));
}

// ---- commands, queries, ping, cues ----------------------------------------------------------------------

void Conversation::handle(wire::CommandFrame& frame) {
    if (!within_unanswered(frame.id.text())) return;
    auto command = around_.registry.command(frame.name, frame.body);
    if (!command) {
        around_.metrics.refused_undecoded(command.error().code);
        return answered(wire::refusal_frame(frame.id.text(), command.error()));
    }
    if (const auto refusal = beyond_command(sender_, frame.name))
        return answered(wire::refusal_frame(frame.id.text(), *refusal));
    around_.commands.submit(
        std::move(*command), frame.id, sender_.person, digest_of(frame.name, frame.body),
        [weak = weak_from_this()](const Reply& reply) {
            if (const auto self = weak.lock()) self->answered(reply.frame);
        },
        sender_.scopes ? audit::Via::api : audit::Via::web);
}

void Conversation::handle(wire::QueryFrame& frame) {
    if (!within_unanswered(frame.id)) return;
    auto query = around_.registry.query(frame.name, frame.body);
    if (!query) {
        around_.metrics.refused_undecoded(query.error().code);
        return answered(wire::refusal_frame(frame.id, query.error()));
    }
    if (const auto refusal = beyond_reading(sender_))
        return answered(wire::refusal_frame(frame.id, *refusal));
    around_.queries.ask(std::move(*query), frame.id, sender_.person,
                        [weak = weak_from_this()](const std::string& answer, const std::string&) {
                            if (const auto self = weak.lock()) self->answered(answer);
                        });
}

void Conversation::handle(const wire::PingFrame& frame) {
    outbox_.push(wire::pong_frame(frame.id, around_.clock()));
}

/// Whoever hears a stream may be heard in it. Nobody is answered: a cue is worth no second frame.
void Conversation::handle(const wire::CueFrame& frame) {
    const auto found = following(frame.stream);
    if (found == following_.end() || !(*found)->follower.is_live()) return;
    if (!cues_) cues_ = std::make_unique<TokenBucket>(around_.limits.cues, around_.clock());
    if (!cues_->take(around_.limits.cues, around_.clock())) return;
    const auto told =
        around_.hub.cue(frame.stream, live::frame_of(wire::cue_frame(frame, sender_.person)), outbox_);
    around_.metrics.cue(told);
}

} // namespace interstate::app
