#include "live/outbox.hpp"

namespace interstate::live {
namespace {

/// Bytes of what whole frames say.
std::size_t payloads(Stretch frames) {
    std::size_t bytes = 0;
    while (!frames.empty()) bytes += frames.take_first().size();
    return bytes;
}

} // namespace

void Outbox::push_past(std::uint64_t number, std::vector<Stretch> frames, std::function<void()> taken) {
    if (close_) return;
    if (frames.empty()) return taken();
    more().pasts.push_back({number, {frames.begin(), frames.end()}, std::move(taken)});
    tell();
}

void Outbox::forget_past(std::uint64_t number) {
    if (!more_) return;
    std::erase_if(more_->pasts, [&](const Past& past) { return past.number == number; });
    forget_more();
}

void Outbox::close(CloseCode code) {
    if (close_) return;
    close_ = code;
    if (more_) more_->pasts.clear();
    forget_more();
    tell();
}

bool Outbox::overflow() {
    news_ = {};
    if (more_) more_->news.clear();
    bytes_ = 0;
    close(CloseCode::too_slow);
    return false;
}

void Outbox::put_behind(Stretch stretch) {
    if (news_.empty())
        news_ = std::move(stretch);
    else
        more().news.push_back(std::move(stretch));
}

Outbox::More& Outbox::more() {
    if (!more_) more_ = std::make_unique<More>();
    return *more_;
}

void Outbox::forget_more() {
    if (more_ && more_->news.empty() && more_->pasts.empty()) more_.reset();
}

void Outbox::next_news() {
    if (!more_ || more_->news.empty()) {
        news_ = {};
        return;
    }
    news_ = std::move(more_->news.front());
    more_->news.pop_front();
    forget_more();
}

std::optional<Frame> Outbox::pop() {
    if (!news_.empty()) {
        auto frame = news_.take_first();
        bytes_ -= frame.size();
        if (news_.empty()) next_news();
        return frame;
    }
    if (empty()) return std::nullopt;
    auto& frames = more_->pasts.front().frames;
    auto frame = frames.front().take_first();
    if (frames.front().empty()) frames.pop_front();
    past_taken();
    return frame;
}

std::optional<Stretch> Outbox::take() {
    if (!news_.empty()) return take_news();
    if (empty()) return std::nullopt;
    auto& frames = more_->pasts.front().frames;
    auto stretch = std::move(frames.front());
    frames.pop_front();
    past_taken();
    return stretch;
}

Stretch Outbox::take_news() {
    const bool all = !more_ || more_->news.empty();
    bytes_ -= all ? bytes_ : payloads(news_);
    auto stretch = std::move(news_);
    next_news();
    return stretch;
}

void Outbox::past_taken() {
    if (!more_->pasts.front().frames.empty()) return;
    const auto taken = std::move(more_->pasts.front().taken);
    more_->pasts.pop_front();
    forget_more();
    taken(); // may queue more
}

} // namespace interstate::live
