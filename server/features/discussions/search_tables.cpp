// Which threads there are: the question behind the search of Discussion, archived series included.
#include "features/discussions/discussions.hpp"
#include "store/transaction.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace interstate::discussions {
namespace {

constexpr int page_limit = 200;
constexpr int threads_of_a_page = 50;

/// Where a page begins: after this thread.
struct After {
    std::int64_t last_at = std::numeric_limits<std::int64_t>::max();
    Ulid id;
};

std::string cursor_of(const Thread& thread) {
    return std::to_string(thread.last_at.ms) + " " + thread.id.str();
}

std::optional<After> parse_cursor(std::string_view text) {
    After after;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), after.last_at);
    const auto digits = static_cast<std::size_t>(end - text.data());
    if (error != std::errc{} || text.size() != digits + 1 + Ulid::length || text[digits] != ' ')
        return std::nullopt;
    const auto id = Ulid::parse(text.substr(digits + 1));
    if (!id) return std::nullopt;
    after.id = *id;
    return after;
}

/// The streams with threads that this person may follow, one query each.
std::vector<Stream> streams_of(store::Transaction& tx, const permissions::Standing& who,
                               const Threads& query) {
    if (!query.series)
        return permissions::streams_seen(tx, who,
                                         {{StreamKind::collaborative, who.collaborative},
                                          {StreamKind::staff, who.collaborative},
                                          {StreamKind::organisation, who.organisation}});
    const Stream series{StreamKind::series, *query.series};
    if (permissions::may_follow(tx, who, series)) return {series};
    return {};
}

std::vector<Thread> threads_in(store::Transaction& tx, const Stream& stream, const Threads& query,
                               const After& after, int limit) {
    std::optional<bool> current;
    if (query.archived) current = !*query.archived;
    std::optional<std::string> text;
    if (query.text) text = query.text->str();
    return tx.rows<Thread>(
        "SELECT id, collaborative, anchor, anchor_id, stream, title, started_by, started_at, last_number,"
        " last_at, last_by, posts, pinned, current, own FROM threads"
        " WHERE stream = ?1 AND collaborative = ?2 AND (last_at, id) < (?3, ?4)"
        " AND (?5 IS NULL OR id = ?5) AND (?6 IS NULL OR current = ?6)"
        " AND (?7 IS NULL OR instr(lower(title), lower(?7)) > 0)"
        " ORDER BY last_at DESC, id DESC LIMIT ?8",
        stream, query.collaborative, after.last_at, after.id, query.thread, current, text, limit);
}

} // namespace

Result<Page<Thread>> answer(store::Transaction& tx, const Threads& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!permissions::can(who, permissions::Verb::see_extended)) return refuse_not_allowed();
    const int limit = query.limit.value_or(threads_of_a_page);
    if (limit < 1 || limit > page_limit)
        return refuse_field("out_of_bounds", "limit", "That is no page.",
                            "1 to " + std::to_string(page_limit));
    const auto after = query.cursor ? parse_cursor(query.cursor->str()) : After{};
    if (!after)
        return refuse_field("malformed", "cursor", "This cursor was not made here.",
                            "the `next` of an answer");
    Page<Thread> page;
    auto& threads = std::get<0>(page.records);
    for (const auto& stream : streams_of(tx, who, query))
        for (auto& thread : threads_in(tx, stream, query, *after, limit + 1))
            threads.push_back(std::move(thread));
    std::ranges::sort(threads, std::greater{},
                      [](const Thread& thread) { return std::pair{thread.last_at, thread.id}; });
    if (static_cast<int>(threads.size()) > limit) {
        threads.resize(static_cast<std::size_t>(limit));
        page.next = cursor_of(threads.back());
    }
    return page;
}

} // namespace interstate::discussions
