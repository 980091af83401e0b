#include "app/polls.hpp"

#include "base/log.hpp"
#include "base/secret.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace interstate::app {
namespace {

using wire::Json;

/// The client ended it (RFC 6455, section 7.4.1).
constexpr int normal_end = 1000;

Response reply(const Json& head, const std::vector<live::Frame>& frames = {}) {
    Response response{.type = "application/x-ndjson",
                      .body = head.dump() + "\n",
                      .headers = {{"Cache-Control", "no-store"}}};
    for (const auto& frame : frames) response.body.append(frame.payload()).append("\n");
    return response;
}

Response refused(int status, const Refusal& refusal) {
    return {.status = status,
            .type = "application/json",
            .body = wire::refusal_frame({}, refusal),
            .headers = {{"Cache-Control", "no-store"}}};
}

Response not_this_number(const char* field, const std::string& allowed) {
    return refused(400, {.code = "malformed",
                         .field = field,
                         .message = "This number is not the next one.",
                         .allowed = allowed});
}

Json batch_head(std::int64_t number) { return {{"t", "batch"}, {"number", number}}; }

} // namespace

void Poll::arrived() { polls.due(shared_from_this()); }

// ---- coming and going -----------------------------------------------------------------------------------

std::optional<Response> Polls::open(const std::shared_ptr<Conversation>& conversation) {
    auto& count = of_person_[conversation->sender().person];
    if (count >= limits_.of_person) return std::nullopt;
    auto poll = std::make_shared<Poll>(*this, random_secret(), conversation);
    open_.emplace(poll->id, poll);
    ++count;
    if (open_.size() == 1) look_at_the_clock();
    std::vector<live::Frame> first;
    while (auto frame = conversation->outbox().pop()) first.push_back(std::move(*frame));
    conversation->outbox().on_arrival(poll.get());
    return reply({{"t", "polling"},
                  {"id", poll->id},
                  {"wait_ms", limits_.wait.count()},
                  {"idle_ms", limits_.idle.count()}},
                 first);
}

std::shared_ptr<Poll> Polls::find(const std::string& id, const std::string& credential) const {
    const auto found = open_.find(id);
    if (found == open_.end() || found->second->conversation->sender().credential != credential)
        return nullptr;
    return found->second;
}

Response Polls::end(const std::shared_ptr<Poll>& poll) {
    if (const auto respond = stop_waiting(poll)) {
        auto head = batch_head(poll->batch);
        head["close"] = normal_end;
        respond(reply(head));
    }
    forget(poll);
    return reply({{"t", "ended"}});
}

void Polls::forget(const std::shared_ptr<Poll>& poll) {
    if (open_.erase(poll->id) == 0) return;
    stop_waiting(poll);
    poll->conversation->outbox().on_arrival(nullptr);
    const auto count = of_person_.find(poll->conversation->sender().person);
    if (--count->second == 0) of_person_.erase(count);
    if (open_.empty()) clock_.cancel();
    closed_(poll->conversation);
}

// ---- frames in ------------------------------------------------------------------------------------------

Response Polls::take(const std::shared_ptr<Poll>& poll, std::int64_t number, std::string_view lines) {
    if (!poll->waiting) poll->since = Poll::Clock::now();
    auto& conversation = *poll->conversation;
    // Each line counts as a frame; a request that brings none is not free either.
    if (lines.empty() || number != poll->taken + 1) conversation.count_frame();
    if (number < 1 || number > poll->taken + 1)
        return not_this_number("number", std::to_string(poll->taken + 1));
    if (number > poll->taken) {
        poll->taken = number;
        while (!lines.empty()) {
            const auto line = lines.substr(0, lines.find('\n'));
            lines.remove_prefix(std::min(lines.size(), line.size() + 1));
            conversation.receive(line);
        }
    }
    return reply({{"t", "taken"}, {"number", number}});
}

// ---- frames out -----------------------------------------------------------------------------------------

void Polls::wait(const std::shared_ptr<Poll>& poll, std::int64_t after, Respond respond) {
    const bool again = after == poll->batch - 1 && !poll->unconfirmed.empty();
    const bool confirms = after == poll->batch && !poll->unconfirmed.empty();
    // Whoever takes what we sent asks no more often than we send; other requests count as frames do.
    if (!confirms) poll->conversation->count_frame();
    if (!again && after != poll->batch) return respond(not_this_number("after", std::to_string(poll->batch)));
    poll->since = Poll::Clock::now();
    if (again) return respond(reply(batch_head(poll->batch), poll->unconfirmed));
    std::vector<live::Frame>{}.swap(poll->unconfirmed); // its room too: thousands may wait
    if (const auto earlier = stop_waiting(poll))
        earlier(refused(409, {.code = "superseded", .message = "Another request of this connection waits."}));
    poll->waiting = std::move(respond);
    deliver(poll);
    if (poll->waiting) line_up(poll);
}

void Polls::line_up(const std::shared_ptr<Poll>& poll) {
    auto& of_login = waiting_[poll->conversation->sender().credential];
    of_login.push_back(poll);
    if (of_login.size() > limits_.waiting_of_login)
        answer_empty(std::shared_ptr{of_login.front()}, limits_.pause);
}

Polls::Respond Polls::stop_waiting(const std::shared_ptr<Poll>& poll) {
    if (!poll->waiting) return {};
    const auto of_login = waiting_.find(poll->conversation->sender().credential);
    if (of_login != waiting_.end()) {
        std::erase(of_login->second, poll);
        if (of_login->second.empty()) waiting_.erase(of_login);
    }
    poll->since = Poll::Clock::now();
    return std::exchange(poll->waiting, {});
}

void Polls::answer_empty(const std::shared_ptr<Poll>& poll, std::chrono::milliseconds pause) {
    auto head = batch_head(poll->batch);
    if (pause.count() > 0) head["pause_ms"] = pause.count();
    stop_waiting(poll)(reply(head));
}

void Polls::due(const std::shared_ptr<Poll>& poll) {
    if (poll->due) return;
    // Later in this turn: what is being published now must not be answered in the middle of it, and all that
    // one commit made durable goes out in one answer.
    if (due_.empty())
        boost::asio::post(io_, [this, here = std::weak_ptr{here_}] {
            if (here.lock()) deliver_due();
        });
    due_.push_back(poll);
    poll->due = true;
}

void Polls::deliver_due() {
    const auto due = std::exchange(due_, {});
    for (const auto& poll : due) {
        poll->due = false;
        deliver(poll);
    }
}

void Polls::deliver(const std::shared_ptr<Poll>& poll) {
    try {
        deliver_news(poll);
    } catch (const std::exception& error) {
        log::warning("connection_failed", {{"why", error.what()}});
        forget(poll);
    }
}

void Polls::deliver_news(const std::shared_ptr<Poll>& poll) {
    auto& outbox = poll->conversation->outbox();
    // What is over leaves its rooms now, not when somebody asks.
    if (!poll->waiting) return outbox.closed() ? poll->conversation->end() : void();
    std::vector<live::Frame> frames;
    for (std::size_t bytes = 0; bytes < limits_.batch_bytes;) {
        auto frame = outbox.pop();
        if (!frame) break;
        bytes += frame->size();
        frames.push_back(std::move(*frame));
    }
    const auto closing = outbox.closing();
    if (frames.empty() && !closing) return;
    auto head = batch_head(++poll->batch);
    if (closing) head["close"] = static_cast<int>(*closing);
    auto answer = reply(head, frames);
    poll->unconfirmed = std::move(frames);
    const auto respond = stop_waiting(poll);
    if (closing) forget(poll);
    respond(std::move(answer));
}

// ---- time -----------------------------------------------------------------------------------------------

void Polls::look_at_the_clock() {
    clock_.expires_after(limits_.look_every);
    clock_.async_wait([this, here = std::weak_ptr{here_}](const boost::system::error_code& error) {
        if (error || !here.lock() || open_.empty()) return;
        look_at_the_clock(); // next time, whatever happens now
        const auto now = Poll::Clock::now();
        std::vector<std::shared_ptr<Poll>> waited, left;
        for (const auto& [id, poll] : open_) {
            if (poll->waiting && now - poll->since + limits_.look_every > limits_.wait)
                waited.push_back(poll);
            if (!poll->waiting && now - poll->since > limits_.idle) left.push_back(poll);
        }
        for (const auto& poll : waited) answer_empty(poll);
        for (const auto& poll : left) forget(poll);
    });
}

} // namespace interstate::app
