#include "live/recent.hpp"

#include <algorithm>
#include <iterator>

namespace interstate::live {
namespace {

/// What a stream costs besides its events: its place among the others, and its name there.
constexpr std::size_t bytes_of_line = 256;
constexpr std::size_t bytes_of_event = sizeof(Stretch) + sizeof(Piece);
/// A stream that is over its limit gives up so much of it at once, so that not every event moves all others.
constexpr std::size_t part_given_up = 4;
/// So many new ones, against those that were condensed before, are worth another look at all.
constexpr std::size_t part_that_is_new = 4;

} // namespace

Recent::Line& Recent::line_of(const Stream& stream, std::int64_t before) {
    if (const auto found = by_stream_.find(stream); found != by_stream_.end()) {
        lines_.splice(lines_.end(), lines_, found->second);
        return *found->second;
    }
    lines_.push_back({.stream = stream, .before = before});
    by_stream_.emplace(stream, std::prev(lines_.end()));
    bytes_ += bytes_of_line;
    return lines_.back();
}

void Recent::put(Line& line, const Frame& event) {
    line.events.emplace_back(event);
    const auto bytes = line.events.back().size() + bytes_of_event;
    line.bytes += bytes;
    bytes_ += bytes;
}

void Recent::add(const Stream& stream, std::int64_t seq, const Frame& event) {
    auto& line = line_of(stream, seq - 1);
    if (seq <= line.last()) return; // learned from a reader already
    if (seq > line.last() + 1) {
        drop_front(line, line.events.size());
        line.before = seq - 1;
    }
    put(line, event);
    keep_within_limits(line);
}

void Recent::learn(const Stream& stream, std::int64_t after, const std::vector<std::string>& events) {
    const auto head = after + static_cast<std::int64_t>(events.size());
    auto& line = line_of(stream, after);
    // A gap: what lies between will be published, or ours is newer.
    if (after > line.last() || head < line.before) return;
    if (after < line.before) return learn_older(line, after, events);
    lay_together(line);
    for (auto known = line.last() - after; known < head - after; ++known) {
        put(line, laid_down(line, events[static_cast<std::size_t>(known)]));
        ++line.laid;
        ++line.condensed;
    }
    keep_within_limits(line);
}

void Recent::learn_older(Line& line, std::int64_t after, const std::vector<std::string>& events) {
    const auto older = static_cast<std::size_t>(line.before - after);
    // What would push out others at once is not worth it: who missed as much reads it, each for themselves.
    if (!has_room_for(line, {events.data(), older})) return;
    const auto newer = std::exchange(line.events, {});
    line.before = after;
    line.piece = {};
    line.condensed += older;
    for (std::size_t i = 0; i < older; ++i) put(line, laid_down(line, events[i]));
    line.laid = older;
    std::ranges::copy(newer, std::back_inserter(line.events));
    keep_within_limits(line);
}

bool Recent::has_room_for(const Line& line, std::span<const std::string> more) const {
    auto bytes = line.bytes;
    for (const auto& event : more) bytes += event.size() + bytes_of_event;
    return line.events.size() + more.size() <= limits_.events_of_stream && bytes <= limits_.bytes_of_stream;
}

bool Recent::reaches(const Stream& stream, std::int64_t after) const {
    const auto found = by_stream_.find(stream);
    return found != by_stream_.end() && after >= found->second->before && after <= found->second->last();
}

std::optional<Recent::Past> Recent::since(const Stream& stream, std::int64_t after) {
    if (!reaches(stream, after)) return std::nullopt;
    auto& line = *by_stream_.at(stream);
    if (condense_ && (line.events.size() - line.condensed) * part_that_is_new > line.events.size())
        condense(line);
    lay_together(line);
    Past past{.frames = {}, .position = line.last()};
    for (auto event = line.events.begin() + (after - line.before); event != line.events.end(); ++event)
        if (past.frames.empty() || !past.frames.back().extend(*event)) past.frames.push_back(*event);
    return past;
}

/// Behind those that are laid already.
Frame Recent::laid_down(Line& line, std::string_view payload) {
    if (!line.piece || line.piece->full()) line.piece = new_piece();
    return {line.piece, payload};
}

/// Once for each event of a stream that somebody comes back to: thousands who missed the same are sent to
/// from one place.
void Recent::lay_together(Line& line) {
    for (; line.laid < line.events.size(); ++line.laid) {
        auto& event = line.events[line.laid];
        const auto frame = Stretch{event}.take_first();
        event = Stretch{laid_down(line, frame.payload())};
    }
}

/// Each event is looked at a few times while it is here, however often somebody comes back.
void Recent::condense(Line& line) {
    std::vector<std::string_view> whole;
    for (const auto& event : line.events) whole.push_back(Stretch{event}.take_first().payload());
    // What may fail comes first: the line is as it was, or new.
    std::vector<Stretch> events;
    PieceRef piece;
    std::size_t bytes = 0;
    for (const auto& text : condense_(whole)) {
        if (!piece || piece->full()) piece = new_piece();
        events.emplace_back(Frame{piece, text});
        bytes += events.back().size() + bytes_of_event;
    }
    looked_at_ += line.bytes;
    bytes_ = bytes_ - line.bytes + bytes;
    line.events = std::move(events);
    line.piece = std::move(piece);
    line.bytes = bytes;
    line.laid = line.condensed = line.events.size();
}

// ---- forgetting -----------------------------------------------------------------------------------------

void Recent::drop_front(Line& line, std::size_t events) {
    const auto end = line.events.begin() + static_cast<std::ptrdiff_t>(events);
    for (auto event = line.events.begin(); event != end; ++event) {
        line.bytes -= event->size() + bytes_of_event;
        bytes_ -= event->size() + bytes_of_event;
    }
    line.events.erase(line.events.begin(), end);
    line.laid -= std::min(line.laid, events);
    line.condensed -= std::min(line.condensed, events);
    line.before += static_cast<std::int64_t>(events);
    if (line.events.empty()) line.piece = {};
}

void Recent::keep_within_limits(Line& line) {
    while (line.events.size() > limits_.events_of_stream || line.bytes > limits_.bytes_of_stream)
        drop_front(line, line.events.size() / part_given_up + 1);
    while (bytes_ > limits_.bytes && !lines_.empty()) forget(lines_.begin());
}

void Recent::forget(Lines::iterator line) {
    bytes_ -= line->bytes + bytes_of_line;
    by_stream_.erase(line->stream);
    lines_.erase(line);
}

void Recent::forget_until(const Stream& stream, std::int64_t seq) {
    const auto found = by_stream_.find(stream);
    if (found == by_stream_.end() || seq <= found->second->before) return;
    auto& line = *found->second;
    drop_front(line, std::min(line.events.size(), static_cast<std::size_t>(seq - line.before)));
}

void Recent::forget() {
    lines_.clear();
    by_stream_.clear();
    bytes_ = 0;
    ++times_forgotten_;
}

} // namespace interstate::live
