#include "base/markdown.hpp"
#include "features/discussions/flags.hpp"
#include "store/due_items.hpp"
#include "store/journal.hpp"
#include "store/transaction.hpp"

namespace interstate::discussions {
namespace {

constexpr int page_limit = 200;

constexpr const char* thread_columns = "SELECT id, collaborative, anchor, anchor_id, stream, title, "
                                       "started_by, started_at, last_number, last_at,"
                                       " last_by, posts, pinned, current, own FROM threads";
constexpr const char* post_columns =
    "SELECT id, thread, number, author, at, reply_to, text, html, edited_at, revision, removed, removed_by"
    " FROM posts";

/// No news of the past says any more what this post said.
void forget_texts(store::Transaction& tx, const PostId& post) {
    for (const auto at : tx.rows<Instant>("SELECT at FROM post_versions WHERE post = ?", post))
        store::forget_mention(tx, at, post);
}

std::string with(const char* columns, const char* rest) { return std::string{columns} + rest; }

/// What a thread is tied to, before anybody asks who may see it.
struct Anchor {
    CollaborativeId collaborative;
    Stream stream;
    std::optional<SeriesId> series;
    bool draft = false;
};

std::optional<Anchor> anchor_of_meeting(store::Transaction& tx, const MeetingId& meeting) {
    struct Row {
        CollaborativeId collaborative;
        std::optional<SeriesId> series;
        bool draft = false;
    };
    const auto row = tx.row<Row>(
        "SELECT collaborative, series, state = 'draft' OR (state = 'cancelled' AND announced_at IS NULL)"
        " FROM meetings WHERE id = ?",
        meeting);
    if (!row) return std::nullopt;
    const auto stream = row->draft    ? Stream{StreamKind::staff, row->collaborative}
                        : row->series ? Stream{StreamKind::series, *row->series}
                                      : Stream{StreamKind::collaborative, row->collaborative};
    return Anchor{row->collaborative, stream, row->series, row->draft};
}

std::optional<Anchor> anchor_of_step(store::Transaction& tx, const StepId& step) {
    struct Row {
        CollaborativeId collaborative;
        std::optional<SeriesId> series;
        OrganisationId organisation;
        std::string visibility;
    };
    const auto row = tx.row<Row>(
        "SELECT collaborative, series, organisation, visibility FROM action_steps WHERE id = ?", step);
    if (!row) return std::nullopt;
    auto stream = Stream{StreamKind::collaborative, row->collaborative};
    if (row->visibility == "organisation") stream = {StreamKind::organisation, row->organisation};
    if (row->visibility == "series" && row->series) stream = {StreamKind::series, *row->series};
    return Anchor{row->collaborative, stream, row->series};
}

std::optional<Anchor> anchor_of_topic(store::Transaction& tx, const Ulid& id) {
    if (const auto collaborative = permissions::collaborative_of_series(tx, SeriesId{id}))
        return Anchor{*collaborative, {StreamKind::series, id}, SeriesId{id}};
    if (tx.any("SELECT 1 FROM collaboratives WHERE id = ?", id))
        return Anchor{CollaborativeId{id}, {StreamKind::collaborative, id}, std::nullopt};
    return std::nullopt;
}

std::optional<Anchor> anchor_of(store::Transaction& tx, AnchorKind kind, const Ulid& id) {
    switch (kind) {
    case AnchorKind::meeting:
        return anchor_of_meeting(tx, MeetingId{id});
    case AnchorKind::action_step:
        return anchor_of_step(tx, StepId{id});
    case AnchorKind::topic:
        return anchor_of_topic(tx, id);
    }
    return std::nullopt;
}

ThreadFacts facts_of_thread(store::Transaction& tx, const ThreadId& id, const Context& context) {
    ThreadFacts facts;
    facts.thread = find(tx, id, As<Thread>{});
    if (!facts.thread || !context.actor) return facts;
    facts.who = permissions::standing_of(tx, context.actor, facts.thread->collaborative);
    facts.visible = permissions::may_follow(tx, facts.who, facts.thread->stream);
    facts.target = permissions::target_of_stream(tx, facts.who, facts.thread->stream);
    return facts;
}

struct PostPlace {
    ThreadId thread;
    PostId post;
    int number = 1;
};

void insert_post(store::Transaction& tx, const PostPlace& place, const PostText& text,
                 const std::optional<PostId>& reply_to, const Context& context) {
    tx.run("INSERT INTO posts (id, thread, number, author, at, reply_to, text, html, renderer, edited_at, "
           "revision, removed,"
           " removed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 1, 0, NULL)",
           place.post, place.thread, place.number, context.actor, context.now, reply_to, text,
           render_markdown(text.str()), markdown_version);
}

/// One's own post is read: unread is the last number less the mark, for everybody alike.
void set_read(store::Transaction& tx, const ThreadId& thread, int number, const Context& context,
              Changes& changes) {
    const auto id =
        tx.row<Ulid>("INSERT INTO read_marks (id, person, thread, number) VALUES (?, ?, ?, ?)"
                     " ON CONFLICT (person, thread) DO UPDATE SET number = excluded.number RETURNING id",
                     context.new_id<Id<struct ReadMarkTag>>(), context.actor, thread, number);
    changes.put(Kind::read_mark, id.value());
}

/// Only who had read everything before stays at the end: an unread post above one's own stays unread.
void read_on(store::Transaction& tx, const ThreadId& thread, int number, const Context& context,
             Changes& changes) {
    if (number == 1) return set_read(tx, thread, number, context, changes);
    if (const auto id = tx.row<Ulid>("UPDATE read_marks SET number = ? WHERE person = ? AND thread = ?"
                                     " AND number = ? RETURNING id",
                                     number, context.actor, thread, number - 1))
        changes.put(Kind::read_mark, *id);
}

/// The next post of a thread that is there.
void append_post(store::Transaction& tx, const PostPlace& place, const PostText& text,
                 const std::optional<PostId>& reply_to, const Context& context, Changes& changes) {
    insert_post(tx, place, text, reply_to, context);
    tx.run("UPDATE threads SET last_number = ?, last_at = ?, last_by = ?, posts = posts + 1 WHERE id = ?",
           place.number, context.now, context.actor, place.thread);
    changes.put(Kind::post, place.post);
    changes.put(Kind::thread, place.thread);
    read_on(tx, place.thread, place.number, context, changes);
}

} // namespace

PostFacts facts_of_post(store::Transaction& tx, const PostId& id, const Context& context) {
    PostFacts facts;
    facts.post = find(tx, id, As<Post>{});
    if (!facts.post) return facts;
    const auto thread = facts_of_thread(tx, facts.post->thread, context);
    facts.who = thread.who;
    facts.visible = thread.visible;
    facts.target = thread.target;
    return facts;
}

// ---- start_thread ---------------------------------------------------------------------------------------

AnchorFacts gather(store::Transaction& tx, const StartThread& command, const Context& context) {
    AnchorFacts facts;
    const auto anchor = anchor_of(tx, command.anchor, command.anchor_id);
    if (!anchor || !context.actor) return facts;
    facts.exists = true;
    facts.collaborative = anchor->collaborative;
    facts.stream = anchor->stream;
    facts.who = permissions::standing_of(tx, context.actor, anchor->collaborative);
    facts.visible = permissions::may_follow(tx, facts.who, anchor->stream);
    facts.target = permissions::target_of_stream(tx, facts.who, anchor->stream);
    facts.own = tx.row<Thread>(with(thread_columns, " WHERE anchor = ? AND anchor_id = ? AND own = 1"),
                               command.anchor, command.anchor_id);
    return facts;
}

void record(store::Transaction& tx, const StartThread& command, const AnchorFacts& facts,
            const ThreadStarted& started, const Context& context, Changes& changes) {
    const PostPlace place{started.thread, started.post, started.number};
    if (started.number > 1) return append_post(tx, place, command.text, std::nullopt, context, changes);
    const bool own = command.anchor != AnchorKind::topic && !facts.own;
    tx.run("INSERT INTO threads (id, collaborative, anchor, anchor_id, stream, title, started_by, "
           "started_at, last_number,"
           " last_at, last_by, posts, pinned, current, own)"
           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, 1, 0, 1, ?)",
           started.thread, facts.collaborative, command.anchor, command.anchor_id, facts.stream,
           command.title, context.actor, context.now, context.now, context.actor, own);
    insert_post(tx, place, command.text, std::nullopt, context);
    changes.put(Kind::thread, started.thread);
    changes.put(Kind::post, started.post);
    set_read(tx, started.thread, 1, context, changes);
}

// ---- add_post -------------------------------------------------------------------------------------------

ThreadFacts gather(store::Transaction& tx, const AddPost& command, const Context& context) {
    auto facts = facts_of_thread(tx, command.thread, context);
    if (command.reply_to)
        facts.reply_fits =
            tx.any("SELECT 1 FROM posts WHERE id = ? AND thread = ?", *command.reply_to, command.thread);
    return facts;
}

void record(store::Transaction& tx, const AddPost& command, const ThreadFacts&, const PostAdded& added,
            const Context& context, Changes& changes) {
    append_post(tx, {command.thread, added.post, added.number}, command.text, command.reply_to, context,
                changes);
}

// ---- edit_post, remove_post -----------------------------------------------------------------------------

PostFacts gather(store::Transaction& tx, const EditPost& command, const Context& context) {
    return facts_of_post(tx, command.post, context);
}

void record(store::Transaction& tx, const EditPost& command, const PostFacts& facts, const PostEdited& edited,
            const Context& context, Changes& changes) {
    tx.run("INSERT INTO post_versions (post, revision, at, text) VALUES (?, ?, ?, ?)", command.post,
           facts.post->revision, facts.post->edited_at.value_or(facts.post->at), facts.post->text);
    tx.run("UPDATE posts SET text = ?, html = ?, renderer = ?, edited_at = ?, revision = ? WHERE id = ?",
           command.text, render_markdown(command.text.str()), markdown_version, context.now, edited.revision,
           command.post);
    changes.put(Kind::post, command.post);
}

PostFacts gather(store::Transaction& tx, const RemovePost& command, const Context& context) {
    return facts_of_post(tx, command.post, context);
}

void record(store::Transaction& tx, const RemovePost& command, const PostFacts& facts, const PostRemoved&,
            const Context& context, Changes& changes) {
    tx.run("INSERT INTO post_versions (post, revision, at, text) VALUES (?, ?, ?, ?)", command.post,
           facts.post->revision, facts.post->edited_at.value_or(facts.post->at), facts.post->text);
    tx.run("UPDATE posts SET text = '', html = '', edited_at = ?, revision = revision + 1, removed = 1, "
           "removed_by = ?"
           " WHERE id = ?",
           context.now, context.actor, command.post);
    tx.run("UPDATE threads SET posts = posts - 1 WHERE id = ?", facts.post->thread);
    forget_texts(tx, command.post);
    store::leave_due(tx, {context.now + trash_life, EmptyPost::name, command.post});
    changes.put(Kind::post, command.post);
    changes.put(Kind::thread, facts.post->thread);
    close_flags_of_removed(tx, *facts.post, context, changes);
}

// ---- mark_read ------------------------------------------------------------------------------------------

ThreadFacts gather(store::Transaction& tx, const MarkRead& command, const Context& context) {
    auto facts = facts_of_thread(tx, command.thread, context);
    facts.read_up_to = tx.row<int>("SELECT number FROM read_marks WHERE person = ? AND thread = ?",
                                   context.actor, command.thread)
                           .value_or(0);
    return facts;
}

void record(store::Transaction& tx, const MarkRead& command, const ThreadFacts&, const ReadMarked& marked,
            const Context& context, Changes& changes) {
    set_read(tx, command.thread, marked.number, context, changes);
}

// ---- queries --------------------------------------------------------------------------------------------

Result<Page<Post>> answer(store::Transaction& tx, const PostsOfThread& query, const Context& context) {
    if (!facts_of_thread(tx, query.thread, context).visible) return refuse_not_allowed();
    const int limit = query.limit.value_or(50);
    if (limit < 1 || limit > page_limit)
        return refuse_field("out_of_bounds", "limit", "That is no page.",
                            "1 to " + std::to_string(page_limit));
    int after = query.from_number.value_or(1) - 1;
    if (query.cursor) {
        const auto& text = query.cursor->str();
        if (text.size() > 9 || text.find_first_not_of("0123456789") != text.npos)
            return refuse_field("malformed", "cursor", "This cursor was not made here.",
                                "the `next` of an answer");
        after = std::stoi(text);
    }
    auto posts = tx.rows<Post>(with(post_columns, " WHERE thread = ? AND number > ? ORDER BY number LIMIT ?"),
                               query.thread, after, limit + 1);
    Page<Post> page;
    if (static_cast<int>(posts.size()) > limit) {
        posts.pop_back();
        page.next = std::to_string(posts.back().number);
    }
    std::get<0>(page.records) = std::move(posts);
    return page;
}

Result<PostVersions> answer(store::Transaction& tx, const VersionsOfPost& query, const Context& context) {
    const auto facts = facts_of_post(tx, query.post, context);
    if (!facts.post || !facts.visible || facts.post->removed) return refuse_not_allowed();
    return PostVersions{tx.rows<PostVersion>("SELECT revision, at, text FROM post_versions WHERE post = ?"
                                             " ORDER BY revision DESC LIMIT 100",
                                             query.post)};
}

Result<MarkdownPreview> answer(store::Transaction&, const PreviewMarkdown& query, const Context&) {
    return MarkdownPreview{render_markdown(query.text.str())};
}

// ---- records --------------------------------------------------------------------------------------------

std::optional<Thread> find(store::Transaction& tx, const Ulid& id, As<Thread>) {
    return tx.row<Thread>(with(thread_columns, " WHERE id = ?"), id);
}
std::optional<Post> find(store::Transaction& tx, const Ulid& id, As<Post>) {
    return tx.row<Post>(with(post_columns, " WHERE id = ?"), id);
}
std::optional<ReadMark> find(store::Transaction& tx, const Ulid& id, As<ReadMark>) {
    return tx.row<ReadMark>("SELECT id, person, thread, number FROM read_marks WHERE id = ?", id);
}

Stream home(store::Transaction&, const Thread& thread) { return thread.stream; }
Stream home(store::Transaction& tx, const Post& post) {
    return tx.row<Stream>("SELECT stream FROM threads WHERE id = ?", post.thread).value();
}
Stream home(store::Transaction&, const ReadMark& mark) { return {StreamKind::person, mark.person}; }

std::vector<Thread> current(store::Transaction& tx, const Stream& stream, As<Thread>) {
    return tx.rows<Thread>(
        with(thread_columns, " WHERE stream = ? AND current = 1 ORDER BY last_at DESC, id LIMIT 500"),
        stream);
}
std::vector<Post> current(store::Transaction&, const Stream&, As<Post>) { return {}; } // posts come by query
std::vector<ReadMark> current(store::Transaction& tx, const Stream& stream, As<ReadMark>) {
    if (stream.kind != StreamKind::person) return {};
    return tx.rows<ReadMark>(
        "SELECT r.id, r.person, r.thread, r.number FROM read_marks r JOIN threads t ON t.id = r.thread"
        " WHERE r.person = ? AND t.current = 1 ORDER BY r.thread",
        stream.subject);
}

} // namespace interstate::discussions
