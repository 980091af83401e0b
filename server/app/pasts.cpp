#include "app/pasts.hpp"

#include "base/log.hpp"

#include <algorithm>
#include <iterator>

namespace interstate::app {
namespace {

/// So many are answered before others of the io thread have their turn.
constexpr std::size_t portion = 64;
/// Nor are more bytes of events looked at in one turn, to say them with fewer words: a millisecond.
constexpr std::size_t most_looked_at = 512UL * 1024;
/// So many are read for at a time: a snapshot may be among them, and there is another reader.
constexpr std::size_t reads_of_one = 8;

Past past_of(const CatchUp& read) {
    Past past{read.allowed, live::packed(read.events), read.position};
    for (auto& rest : live::packed(read.rest)) past.frames.push_back(std::move(rest));
    return past;
}

} // namespace

void Pasts::ask(const wire::FollowFrame& follow, const PersonId& person, Answer answer) {
    waiting_.join({follow, person, std::move(answer)});
}

void Pasts::answer_portion() {
    acquaintances_.stand_on(gate_.grounds());
    const auto& recent = hub_.recent();
    const auto looked_at = recent.looked_at();
    Asking unknown;
    for (auto left = portion; left > 0 && recent.looked_at() - looked_at < most_looked_at; --left) {
        auto asked = waiting_.next();
        if (!asked) break;
        answer_or_keep(std::move(*asked), unknown);
        if (unknown.size() == reads_of_one) read_for(std::exchange(unknown, {}));
    }
    if (!unknown.empty()) read_for(std::move(unknown));
}

void Pasts::answer_or_keep(Asked asked, Asking& unknown) {
    try {
        if (auto past = remembered(asked))
            tell(asked, std::move(past));
        else
            unknown.push_back(std::move(asked));
    } catch (const std::exception& error) { // they come again; the others have their turn
        log::warning("handler_failed", {{"why", error.what()}});
        tell(asked, std::nullopt);
    }
}

void Pasts::tell(Asked& asked, std::optional<Past> past) {
    try {
        asked.answer(std::move(past));
    } catch (const std::exception& error) { // it ends this one's follow; the others have their turn
        log::warning("handler_failed", {{"why", error.what()}});
    }
}

std::optional<Past> Pasts::remembered(const Asked& asked) const {
    const auto& [stream, epoch, after] = asked.follow;
    if (!epoch || !after || !acquaintances_.may_follow(asked.person, stream)) return std::nullopt;
    const auto footing = acquaintances_.footing(stream);
    if (!footing || footing->epoch != *epoch || *after < footing->floor) return std::nullopt;
    auto recent = hub_.recent().since(stream, *after);
    if (!recent) return std::nullopt;
    recent->frames.emplace_back(live::frame_of(wire::live_frame(stream, *epoch, recent->position)));
    return Past{true, std::move(recent->frames), recent->position};
}

bool Pasts::lacks_only_rights(const Asked& asked) const {
    const auto& [stream, epoch, after] = asked.follow;
    return !asked.rights_read && epoch && after && hub_.recent().reaches(stream, *after);
}

void Pasts::read_for(Asking asking) {
    const auto waiting = std::make_shared<Asking>(std::move(asking));
    std::vector<Queries::Follow> follows;
    for (auto& one : *waiting) {
        one.rights_read = lacks_only_rights(one);
        follows.push_back({one.follow, one.person, one.rights_read});
    }
    queries_.catch_up(std::move(follows), [this, waiting, times_forgotten = hub_.recent().times_forgotten()](
                                              const std::vector<CatchUp>& read) {
        for (std::size_t i = 0; i < waiting->size(); ++i) {
            auto& asked = (*waiting)[i];
            if (read.empty())
                tell(asked, std::nullopt);
            else
                go_on(std::move(asked), read[i], times_forgotten);
        }
    });
}

void Pasts::go_on(Asked asked, const CatchUp& read, std::uint64_t times_forgotten) {
    if (!read.allowed) return tell(asked, Past{});
    const auto& stream = asked.follow.stream;
    auto& recent = hub_.recent();
    if (read.grounds) acquaintances_.allow(*read.grounds, asked.person, stream, read.footing);
    recent.forget_until(stream, read.footing.floor);
    if (asked.rights_read) return waiting_.join(std::move(asked));
    // What was read before a commit of unknown outcome may lack what that one left behind.
    if (recent.times_forgotten() == times_forgotten)
        recent.learn(stream, read.position - static_cast<std::int64_t>(read.events.size()), read.events);
    tell(asked, past_of(read));
}

} // namespace interstate::app
