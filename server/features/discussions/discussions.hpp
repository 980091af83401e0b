#pragma once
// Threads tied to a session, a step or a topic. Posts are seen by exactly those who see what they are tied
// to.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/trash.hpp"
#include "base/zone.hpp"
#include "features/permissions/permissions.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::discussions {

using PostText = Prose<1, 20000>;
using ThreadTitle = Text<1, 200>;

enum class AnchorKind { topic, meeting, action_step };
INTERSTATE_DESCRIBE_ENUM(AnchorKind, topic, meeting, action_step)

/// The small head of a thread. Home: the stream of what it is tied to.
struct Thread {
    static constexpr Kind kind = Kind::thread;
    ThreadId id;
    CollaborativeId collaborative;
    AnchorKind anchor = AnchorKind::topic;
    /// The meeting or step; for a topic the series or collaborative whose people may read it.
    Ulid anchor_id;
    /// Where its posts are news.
    Stream stream;
    ThreadTitle title;
    PersonId started_by;
    Instant started_at;
    /// The number of its newest post: unread is this less the read mark.
    int last_number = 0;
    Instant last_at;
    std::optional<PersonId> last_by;
    /// Posts that still stand.
    int posts = 0;
    bool pinned = false;
    bool current = true;
    /// The session's or the step's own thread: the first that was tied to it. Topics have none.
    bool own = false;
};
INTERSTATE_DESCRIBE(Thread, id, collaborative, anchor, anchor_id, stream, title, started_by, started_at,
                    last_number, last_at, last_by, posts, pinned, current, own)

/// Home: the stream of its thread; not in snapshots.
struct Post {
    static constexpr Kind kind = Kind::post;
    PostId id;
    ThreadId thread;
    /// Dense in its thread, from 1, never reused.
    int number = 1;
    PersonId author;
    Instant at;
    std::optional<PostId> reply_to;
    /// As it was written; empty once removed.
    Prose<0, 20000> text;
    /// Rendered once, safe to show.
    std::string html;
    std::optional<Instant> edited_at;
    /// Rises with each edit; an edit names the one it saw.
    int revision = 1;
    /// Only a trace is left.
    bool removed = false;
    std::optional<PersonId> removed_by;
};
INTERSTATE_DESCRIBE(Post, id, thread, number, author, at, reply_to, text, html, edited_at, revision, removed,
                    removed_by)

/// How far I have read a thread. Home: person.
struct ReadMark {
    static constexpr Kind kind = Kind::read_mark;
    Ulid id;
    PersonId person;
    ThreadId thread;
    int number = 0;
};
INTERSTATE_DESCRIBE(ReadMark, id, person, thread, number)

/// With `own`: meant for the own thread of a session or step. Where somebody else began that already, the
/// text becomes its next post, and `title` is not used.
struct StartThread {
    static constexpr const char* name = "start_thread";
    AnchorKind anchor = AnchorKind::topic;
    /// For a topic: a series or the collaborative.
    Ulid anchor_id;
    ThreadTitle title;
    PostText text;
    std::optional<bool> own;
};
INTERSTATE_DESCRIBE(StartThread, anchor, anchor_id, title, text, own)
struct ThreadStarted {
    static constexpr const char* name = "thread_started";
    ThreadId thread;
    PostId post;
    /// Of the post: above 1 when the thread was there.
    int number = 1;

    /// What the journal says: a post in a thread that was there is a post.
    [[nodiscard]] const char* event_name() const;
};
INTERSTATE_DESCRIBE(ThreadStarted, thread, post, number)

struct AddPost {
    static constexpr const char* name = "add_post";
    ThreadId thread;
    PostText text;
    std::optional<PostId> reply_to;
};
INTERSTATE_DESCRIBE(AddPost, thread, text, reply_to)
struct PostAdded {
    static constexpr const char* name = "post_added";
    PostId post;
    int number = 1;
};
INTERSTATE_DESCRIBE(PostAdded, post, number)

/// By its author. The earlier text stays in the history.
struct EditPost {
    static constexpr const char* name = "edit_post";
    PostId post;
    int revision = 1;
    PostText text;
};
INTERSTATE_DESCRIBE(EditPost, post, revision, text)
struct PostEdited {
    static constexpr const char* name = "post_edited";
    int revision = 1;
};
INTERSTATE_DESCRIBE(PostEdited, revision)

/// By its author or a facilitator. A trace stays, the text does not.
struct RemovePost {
    static constexpr const char* name = "remove_post";
    PostId post;
};
INTERSTATE_DESCRIBE(RemovePost, post)
struct PostRemoved {
    static constexpr const char* name = "post_removed";
};
INTERSTATE_DESCRIBE_EMPTY(PostRemoved)

/// Puts a removed post back: by whom it was removed, where that was its author, or by a moderator.
struct RestorePost {
    static constexpr const char* name = "restore_post";
    PostId post;
};
INTERSTATE_DESCRIBE(RestorePost, post)
struct PostRestored {
    static constexpr const char* name = "post_restored";
};
INTERSTATE_DESCRIBE_EMPTY(PostRestored)

/// By the server, thirty days after a post was removed: its texts go for good.
struct EmptyPost {
    static constexpr const char* name = "empty_post";
    PostId post;
};
INTERSTATE_DESCRIBE(EmptyPost, post)
struct PostEmptied {
    static constexpr const char* name = "post_emptied";
    /// Nothing where it was put back meanwhile.
    std::optional<PostId> post;
};
INTERSTATE_DESCRIBE(PostEmptied, post)

/// I have read up to this number; a lower number than before changes nothing.
struct MarkRead {
    static constexpr const char* name = "mark_read";
    ThreadId thread;
    int number = 0;
};
INTERSTATE_DESCRIBE(MarkRead, thread, number)
struct ReadMarked {
    static constexpr const char* name = "read_marked";
    int number = 0;
};
INTERSTATE_DESCRIBE(ReadMarked, number)

/// Posts of a thread by number. With `around`: the page that holds that number.
struct PostsOfThread {
    static constexpr const char* name = "posts_of_thread";
    ThreadId thread;
    /// Only posts after this number; the cursor of the next page.
    std::optional<Text<1, 60>> cursor;
    /// Start here instead of at the beginning.
    std::optional<int> from_number;
    std::optional<int> limit;
};
INTERSTATE_DESCRIBE(PostsOfThread, thread, cursor, from_number, limit)

/// Threads that the person may see, those of archived series too, newest post first.
struct Threads {
    static constexpr const char* name = "threads";
    CollaborativeId collaborative;
    /// Only what the people of this series may read.
    std::optional<SeriesId> series;
    /// Only this one.
    std::optional<ThreadId> thread;
    /// True: of archived series. False: of what runs now.
    std::optional<bool> archived;
    /// Words that the title holds, without regard to case (of A to Z).
    std::optional<Text<1, 200>> text;
    std::optional<Text<1, 60>> cursor;
    /// 1 to 200; 50 when absent.
    std::optional<int> limit;
};
INTERSTATE_DESCRIBE(Threads, collaborative, series, thread, archived, text, cursor, limit)

struct PostVersion {
    int revision = 1;
    Instant at;
    Prose<0, 20000> text;
};
INTERSTATE_DESCRIBE(PostVersion, revision, at, text)
struct PostVersions {
    std::vector<PostVersion> versions;
};
INTERSTATE_DESCRIBE(PostVersions, versions)

/// Earlier texts of a post.
struct VersionsOfPost {
    static constexpr const char* name = "versions_of_post";
    PostId post;
};
INTERSTATE_DESCRIBE(VersionsOfPost, post)

/// A text as it would stand in a post; nothing is kept. Whoever is signed in may ask.
struct PreviewMarkdown {
    static constexpr const char* name = "preview_markdown";
    PostText text;
};
INTERSTATE_DESCRIBE(PreviewMarkdown, text)
struct MarkdownPreview {
    /// Safe to show: the same that a post with this text would have.
    std::string html;
};
INTERSTATE_DESCRIBE(MarkdownPreview, html)

// ---- rules (rules.cpp) ------------------------------------------------------------------------------------

/// What the anchor of a new thread is, for its rule.
struct AnchorFacts {
    permissions::Standing who;
    permissions::Target target;
    bool exists = false;
    /// The person may see what the thread is tied to.
    bool visible = false;
    CollaborativeId collaborative;
    Stream stream;
    /// The thread that is its own already.
    std::optional<Thread> own;
};
struct ThreadFacts {
    permissions::Standing who;
    permissions::Target target;
    std::optional<Thread> thread;
    bool visible = false;
    /// The post replied to stands in the same thread.
    bool reply_fits = true;
    int read_up_to = 0;
};
struct PostFacts {
    permissions::Standing who;
    std::optional<Post> post;
    bool visible = false;
    permissions::Target target;
};
struct RemovedFacts {
    PostFacts post;
    /// What it said, while that is kept.
    std::optional<PostText> text;
};

Result<ThreadStarted> decide(const StartThread&, const AnchorFacts&, const Context&);
Result<PostAdded> decide(const AddPost&, const ThreadFacts&, const Context&);
Result<PostEdited> decide(const EditPost&, const PostFacts&, const Context&);
Result<PostRemoved> decide(const RemovePost&, const PostFacts&, const Context&);
Result<ReadMarked> decide(const MarkRead&, const ThreadFacts&, const Context&);
Result<PostRestored> decide(const RestorePost&, const RemovedFacts&, const Context&);
Result<PostEmptied> decide(const EmptyPost&, const RemovedFacts&, const Context&);
/// Who may put it back.
bool may_restore(const Post& post, const permissions::Standing& who, const permissions::Target& target);

// ---- tables (tables.cpp) ----------------------------------------------------------------------------------

AnchorFacts gather(store::Transaction&, const StartThread&, const Context&);
ThreadFacts gather(store::Transaction&, const AddPost&, const Context&);
PostFacts gather(store::Transaction&, const EditPost&, const Context&);
PostFacts gather(store::Transaction&, const RemovePost&, const Context&);
ThreadFacts gather(store::Transaction&, const MarkRead&, const Context&);

void record(store::Transaction&, const StartThread&, const AnchorFacts&, const ThreadStarted&, const Context&,
            Changes&);
void record(store::Transaction&, const AddPost&, const ThreadFacts&, const PostAdded&, const Context&,
            Changes&);
void record(store::Transaction&, const EditPost&, const PostFacts&, const PostEdited&, const Context&,
            Changes&);
void record(store::Transaction&, const RemovePost&, const PostFacts&, const PostRemoved&, const Context&,
            Changes&);
void record(store::Transaction&, const MarkRead&, const ThreadFacts&, const ReadMarked&, const Context&,
            Changes&);

// trash_tables.cpp
RemovedFacts gather(store::Transaction&, const RestorePost&, const Context&);
RemovedFacts gather(store::Transaction&, const EmptyPost&, const Context&);
void record(store::Transaction&, const RestorePost&, const RemovedFacts&, const PostRestored&, const Context&,
            Changes&);
void record(store::Transaction&, const EmptyPost&, const RemovedFacts&, const PostEmptied&, const Context&,
            Changes&);
/// A post as it stands, and what who asks may do with it.
PostFacts facts_of_post(store::Transaction& tx, const PostId& id, const Context& context);

Result<Page<Post>> answer(store::Transaction&, const PostsOfThread&, const Context&);
Result<PostVersions> answer(store::Transaction&, const VersionsOfPost&, const Context&);
Result<MarkdownPreview> answer(store::Transaction&, const PreviewMarkdown&, const Context&);
Result<Page<Thread>> answer(store::Transaction&, const Threads&, const Context&);

std::optional<Thread> find(store::Transaction&, const Ulid&, As<Thread>);
std::optional<Post> find(store::Transaction&, const Ulid&, As<Post>);
std::optional<ReadMark> find(store::Transaction&, const Ulid&, As<ReadMark>);
Stream home(store::Transaction&, const Thread&);
Stream home(store::Transaction&, const Post&);
Stream home(store::Transaction&, const ReadMark&);
std::vector<Thread> current(store::Transaction&, const Stream&, As<Thread>);
std::vector<Post> current(store::Transaction&, const Stream&, As<Post>);
std::vector<ReadMark> current(store::Transaction&, const Stream&, As<ReadMark>);

} // namespace interstate::discussions
