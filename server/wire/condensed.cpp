#include "wire/condensed.hpp"

#include <optional>
#include <ranges>
#include <string_view>
#include <unordered_map>

namespace interstate::wire {
namespace {

constexpr std::string_view beginning = R"({"t":"event",)";
/// Nothing that people wrote stands before it.
constexpr std::string_view list_of_puts = R"("puts":[)";
constexpr std::string_view list_of_removes = R"(],"removes":[)";
constexpr std::string_view end_of_name = R"(,"record":)";

/// Part of the text of an event: from a brace to behind the other.
struct Object {
    std::size_t from = 0, to = 0;
};
struct Put {
    Object text;
    /// Its kind and id, as they stand there.
    std::string_view name;
};
struct Event {
    std::vector<Put> puts;
    /// The names of what it removes.
    std::vector<std::string_view> removes;
};

/// Behind the string that begins here.
std::optional<std::size_t> behind_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at; // whatever it is
        else if (text[at] == '"')
            return at + 1;
    }
    return std::nullopt;
}

/// Behind the object that begins here.
std::optional<std::size_t> behind_object(std::string_view text, std::size_t at) {
    int depth = 0;
    while (at < text.size()) {
        if (text[at] == '"') {
            const auto behind = behind_string(text, at);
            if (!behind) return std::nullopt;
            at = *behind;
            continue;
        }
        if (text[at] == '{') ++depth;
        if (text[at++] == '}' && --depth == 0) return at;
    }
    return std::nullopt;
}

/// The objects of the list whose first element would stand here.
std::optional<std::vector<Object>> objects_from(std::string_view text, std::size_t at) {
    std::vector<Object> objects;
    while (text.substr(at, 1) == "{") {
        const auto end = behind_object(text, at);
        if (!end) return std::nullopt;
        objects.push_back({at, *end});
        at = *end + (text.substr(*end, 1) == "," ? 1 : 0);
    }
    return objects;
}

/// Nothing when the text is no event.
std::optional<Event> event_of(std::string_view text) {
    const auto list = text.find(list_of_puts);
    if (!text.starts_with(beginning) || list == std::string_view::npos) return std::nullopt;
    const auto puts = objects_from(text, list + list_of_puts.size());
    if (!puts) return std::nullopt;
    Event event;
    auto end = list + list_of_puts.size();
    for (const auto& put : *puts) {
        const auto named = text.find(end_of_name, put.from);
        if (named >= put.to) return std::nullopt;
        event.puts.push_back({put, text.substr(put.from, named - put.from)});
        end = put.to;
    }
    if (!text.substr(end).starts_with(list_of_removes)) return event;
    const auto removes = objects_from(text, end + list_of_removes.size());
    if (!removes) return std::nullopt;
    for (const auto& [from, to] : *removes) event.removes.push_back(text.substr(from, to - from - 1));
    return event;
}

struct Mentions {
    /// Events that put it.
    std::size_t first = 0, last = 0;
    /// By any: after that it begins anew.
    bool removed = false;
};
using MentionsByName = std::unordered_map<std::string_view, Mentions>;

MentionsByName mentions_in(const std::vector<Event>& events) {
    MentionsByName mentions;
    for (std::size_t i = 0; i < events.size(); ++i) {
        for (const auto& put : events[i].puts)
            mentions.try_emplace(put.name, Mentions{i, i}).first->second.last = i;
        for (const auto& removed : events[i].removes)
            mentions.try_emplace(removed, Mentions{i, i}).first->second.removed = true;
    }
    return mentions;
}

/// The event's text without those of its records, but the one that it is about, that a later one has again.
std::string without_superseded(std::string_view text, std::size_t number, const Event& event,
                               const MentionsByName& mentions) {
    const auto& puts = event.puts;
    std::string rest{text.substr(0, puts.front().text.to)};
    for (const auto& put : puts | std::views::drop(1)) {
        const auto& [first, last, removed] = mentions.at(put.name);
        if (first < number && number < last && !removed) continue;
        rest.append(1, ',').append(text.substr(put.text.from, put.text.to - put.text.from));
    }
    return rest += text.substr(puts.back().text.to);
}

} // namespace

std::vector<std::string> condensed(const std::vector<std::string_view>& texts) {
    std::vector<Event> events;
    events.reserve(texts.size());
    for (const auto& text : texts) events.push_back(event_of(text).value_or(Event{}));
    const auto mentions = mentions_in(events);
    std::vector<std::string> shorter;
    shorter.reserve(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        shorter.push_back(events[i].puts.empty() ? std::string{texts[i]}
                                                 : without_superseded(texts[i], i, events[i], mentions));
    return shorter;
}

} // namespace interstate::wire
