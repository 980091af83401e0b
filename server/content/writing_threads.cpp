#include "base/markdown.hpp"
#include "content/writing.hpp"
#include "features/discussions/discussions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace interstate::content {
namespace {

using discussions::AnchorKind;

struct Anchor {
    AnchorKind kind;
    Ulid id;
    Stream stream;
};

Anchor anchor_of(Load& load, const SeriesDraft& series, const ThreadDraft& thread) {
    const auto series_id = load.ids.of<SeriesId>("series", series.prefix, thread.origin);
    const Stream people_of_series{StreamKind::series, series_id};
    if (thread.for_members)
        return {AnchorKind::topic, load.collaborative, {StreamKind::collaborative, load.collaborative}};
    if (thread.step)
        return {AnchorKind::action_step, load.ids.of<StepId>("step", *thread.step, thread.origin),
                people_of_series};
    if (thread.meeting)
        return {AnchorKind::meeting, load.ids.of<MeetingId>("meeting", *thread.meeting, thread.origin),
                people_of_series};
    return {AnchorKind::topic, series_id, people_of_series};
}

void write_posts(Load& load, const ThreadDraft& thread, const ThreadId& id) {
    int number = 0;
    for (const auto& post : thread.posts) {
        const auto& from = thread.origin;
        const auto post_id = load.ids.make<PostId>(post.at, "post", post.key, from);
        std::optional<PostId> reply_to;
        if (post.reply_to) reply_to = load.ids.of<PostId>("post", *post.reply_to, from);
        const auto text = bounded<Prose<1, 20000>>(post.text, "text", from);
        load.tx.run("INSERT INTO posts (id, thread, number, author, at, reply_to, text, html, renderer, "
                    "edited_at, revision,"
                    " removed, removed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 1, 0, NULL)",
                    post_id, id, ++number, load.ids.of<PersonId>("person", post.author, from), post.at,
                    reply_to, text, render_markdown(text.str()), markdown_version);
    }
}

void write_thread(Load& load, const SeriesDraft& series, const ThreadDraft& thread) {
    const auto& from = thread.origin;
    const auto& first = thread.posts.front();
    const auto& last = thread.posts.back();
    const auto anchor = anchor_of(load, series, thread);
    const auto id = load.ids.make<ThreadId>(first.at, "thread", thread.key, from);
    const auto count = static_cast<int>(thread.posts.size());
    load.tx.run(
        "INSERT INTO threads (id, collaborative, anchor, anchor_id, stream, title, started_by, started_at, "
        "last_number,"
        " last_at, last_by, posts, pinned, current) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, load.collaborative, anchor.kind, anchor.id, anchor.stream,
        bounded<Text<1, 200>>(thread.title, "title", from),
        load.ids.of<PersonId>("person", first.author, from), first.at, count, last.at,
        load.ids.of<PersonId>("person", last.author, from), count, thread.pinned, series.current);
    write_posts(load, thread, id);
}

/// Unread for this person: two to five threads, those with the newest posts first, none that they spoke last
/// in.
std::set<std::string> unread_for(const PersonDraft& person, const SeriesDraft& series) {
    std::vector<const ThreadDraft*> threads;
    for (const auto& thread : series.threads) threads.push_back(&thread);
    std::ranges::sort(threads, std::greater{}, [](const ThreadDraft* thread) {
        return std::tuple{thread->posts.back().at, thread->key};
    });
    const auto wanted = 2 + scattered("unread/" + person.key) % 4;
    std::set<std::string> unread;
    for (const auto* thread : threads)
        if (unread.size() < wanted && thread->posts.back().author != person.key) unread.insert(thread->key);
    return unread;
}

/// Up to a post or two before the end, but never short of what the person wrote there.
int read_up_to(const PersonDraft& person, const ThreadDraft& thread, bool unread) {
    const auto last = static_cast<int>(thread.posts.size());
    if (!unread) return last;
    int own = 0;
    for (int i = 0; i < last; ++i)
        if (thread.posts[static_cast<std::size_t>(i)].author == person.key) own = i + 1;
    const auto behind = 1 + static_cast<int>(scattered(person.key + thread.key) % 3);
    return std::max(own, std::max(0, last - behind));
}

} // namespace

void write_threads(Load& load, const SeriesDraft& series) {
    for (const auto& thread : series.threads) write_thread(load, series, thread);
    load.tx.run("UPDATE threads SET own = 1 WHERE anchor <> 'topic' AND own = 0 AND NOT EXISTS ("
                "SELECT 1 FROM threads earlier WHERE earlier.anchor = threads.anchor"
                " AND earlier.anchor_id = threads.anchor_id"
                " AND (earlier.started_at, earlier.id) < (threads.started_at, threads.id))");
}

void write_read_marks(Load& load, const std::vector<PersonDraft>& people, const SeriesDraft& series) {
    for (const auto& person : people) {
        if (!person.active) continue;
        const auto unread = unread_for(person, series);
        for (const auto& thread : series.threads) {
            const auto number = read_up_to(person, thread, unread.contains(thread.key));
            if (number == 0) continue;
            load.tx.run("INSERT INTO read_marks (id, person, thread, number) VALUES (?, ?, ?, ?)",
                        load.ids.make<Ulid>(load.context.now, "read mark", person.key + "/" + thread.key,
                                            person.origin),
                        load.ids.of<PersonId>("person", person.key, person.origin),
                        load.ids.of<ThreadId>("thread", thread.key, thread.origin), number);
        }
    }
}

} // namespace interstate::content
