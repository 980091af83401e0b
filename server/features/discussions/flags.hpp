#pragma once
// Flags: whoever reads a post tells those who moderate there that something is wrong with it, and they
// decide. Who flagged is known to themselves and to those who decide; never to who wrote the post.
#include "features/discussions/discussions.hpp"

namespace interstate::discussions {

enum class FlagReason {
    private_details, ///< names a student, or says of somebody what is private
    unkind,          ///< unkind, or harasses somebody
    off_topic,       ///< does not belong there, or advertises
    other            ///< what its words say
};
INTERSTATE_DESCRIBE_ENUM(FlagReason, private_details, unkind, off_topic, other)

enum class FlagStatus {
    open,
    kept,    ///< the post stands
    removed, ///< who moderates took the post away
    gone ///< nothing is left to decide: its author removed the post, or only one state's team reads it now
};
INTERSTATE_DESCRIBE_ENUM(FlagStatus, open, kept, removed, gone)

using FlagWords = Prose<0, 1000>;

/// What somebody flagged, as they see it themselves, until thirty days after it was decided. Home: person.
struct PostFlag {
    static constexpr Kind kind = Kind::post_flag;
    PostFlagId id;
    CollaborativeId collaborative;
    PostId post;
    ThreadId thread;
    /// Of the post, in its thread.
    int number = 1;
    PersonId flagged_by;
    Instant flagged_at;
    FlagReason reason = FlagReason::other;
    FlagWords words;
    FlagStatus status = FlagStatus::open;
    std::optional<Instant> decided_at;
    /// What whoever kept the post says to those who flagged it.
    FlagWords answer;
};
INTERSTATE_DESCRIBE(PostFlag, id, collaborative, post, thread, number, flagged_by, flagged_at, reason, words,
                    status, decided_at, answer)

/// Its author is told why a post was taken away, for thirty days. Home: person.
struct TakenPost {
    static constexpr Kind kind = Kind::taken_post;
    /// The post.
    PostId id;
    CollaborativeId collaborative;
    ThreadId thread;
    int number = 1;
    PersonId author;
    Instant taken_at;
    FlagReason reason = FlagReason::other;
    FlagWords words;
};
INTERSTATE_DESCRIBE(TakenPost, id, collaborative, thread, number, author, taken_at, reason, words)

/// Says only that the queue of flagged posts is another than before: who may see it asks for it again. One
/// for the collaborative, at home with its staff, and one for each series, at home with its moderators.
struct FlagQueue {
    static constexpr Kind kind = Kind::flag_queue;
    /// The collaborative or the series.
    Ulid id;
    Stream stream;
    int changes = 0;
};
INTERSTATE_DESCRIBE(FlagQueue, id, stream, changes)

// ---- commands ---------------------------------------------------------------------------------------------

/// By whoever reads it, observers and lapsed states too: a student's name is as wrong before their eyes. Not
/// in what only one state's team reads: nobody moderates there. At most 20 that wait, of one person, and 200
/// in thirty days.
struct FlagPost {
    static constexpr const char* name = "flag_post";
    /// The words may say again what should not stand anywhere.
    static constexpr bool forgets = true;
    PostId post;
    FlagReason reason = FlagReason::other;
    /// Needed for `other`.
    std::optional<FlagWords> words;
};
INTERSTATE_DESCRIBE(FlagPost, post, reason, words)
struct PostFlagged {
    static constexpr const char* name = "post_flagged";
    /// Its author may be among those who are told that the queue changed.
    static constexpr bool withholds_actor = true;
    PostFlagId flag;
};
INTERSTATE_DESCRIBE(PostFlagged, flag)

/// By who moderates there and did not write it: the post stands, and its flags are decided.
struct KeepFlaggedPost {
    static constexpr const char* name = "keep_flagged_post";
    static constexpr bool forgets = true;
    PostId post;
    /// That was looked at: a newer text is looked at first.
    int revision = 1;
    /// To those who flagged it.
    std::optional<FlagWords> answer;
};
INTERSTATE_DESCRIBE(KeepFlaggedPost, post, revision, answer)
struct FlaggedPostKept {
    static constexpr const char* name = "flagged_post_kept";
    /// Who flagged it is told that somebody looked at it, and no name.
    static constexpr bool withholds_actor = true;
};
INTERSTATE_DESCRIBE_EMPTY(FlaggedPostKept)

/// The same that `remove_post` does, for a flagged post: thirty days in the trash. Its author is told why.
struct TakeAwayPost {
    static constexpr const char* name = "take_away_post";
    static constexpr bool forgets = true;
    PostId post;
    int revision = 1;
    FlagReason reason = FlagReason::other;
    /// To its author; needed for `other`.
    std::optional<FlagWords> words;
};
INTERSTATE_DESCRIBE(TakeAwayPost, post, revision, reason, words)
struct PostTakenAway {
    static constexpr const char* name = "post_taken_away";

    /// What the journal says: that somebody had flagged it is nobody else's news.
    [[nodiscard]] static const char* event_name() { return PostRemoved::name; }
};
INTERSTATE_DESCRIBE_EMPTY(PostTakenAway)

/// By the server, thirty days after a decision: what was flagged, why, and what was said goes for good.
struct ForgetFlags {
    static constexpr const char* name = "forget_flags";
    PostId post;
};
INTERSTATE_DESCRIBE(ForgetFlags, post)
struct FlagsForgotten {
    static constexpr const char* name = "flags_forgotten";
};
INTERSTATE_DESCRIBE_EMPTY(FlagsForgotten)

// ---- the queue --------------------------------------------------------------------------------------------

/// For who moderates: what waits where they may decide, the longest waiting first, at most 100 posts with 20
/// flags each; and the last 100 that were decided. Nothing of what they wrote themselves.
struct FlaggedPosts {
    static constexpr const char* name = "flagged_posts";
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(FlaggedPosts, collaborative)
struct Flag {
    PostFlagId id;
    PersonId flagged_by;
    Instant flagged_at;
    FlagReason reason = FlagReason::other;
    FlagWords words;
};
INTERSTATE_DESCRIBE(Flag, id, flagged_by, flagged_at, reason, words)
struct FlaggedPost {
    PostId post;
    ThreadId thread;
    ThreadTitle title;
    /// Who reads it.
    Stream stream;
    int number = 1;
    PersonId author;
    Instant at;
    std::optional<Instant> edited_at;
    int revision = 1;
    /// Safe to show.
    std::string html;
    /// All that wait, also beyond those that are here.
    int count = 0;
    std::vector<Flag> flags;
};
INTERSTATE_DESCRIBE(FlaggedPost, post, thread, title, stream, number, author, at, edited_at, revision, html,
                    count, flags)
struct DecidedPost {
    PostId post;
    ThreadId thread;
    ThreadTitle title;
    int number = 1;
    PersonId author;
    /// `kept` or `removed`.
    FlagStatus outcome = FlagStatus::kept;
    Instant decided_at;
    std::optional<PersonId> decided_by;
    /// Flags that this decided.
    int count = 0;
};
INTERSTATE_DESCRIBE(DecidedPost, post, thread, title, number, author, outcome, decided_at, decided_by, count)
struct FlaggedPostsFound {
    std::vector<FlaggedPost> waiting;
    std::vector<DecidedPost> decided;
};
INTERSTATE_DESCRIBE(FlaggedPostsFound, waiting, decided)

// ---- rules (flags_rules.cpp) ------------------------------------------------------------------------------

struct FlagFacts {
    PostFacts post;
    /// Somebody moderates where it stands.
    bool moderated = false;
    /// They have flagged it already, and wait.
    bool flagged = false;
    /// Of theirs, of any post.
    int waiting = 0;
    /// Those that wait, and what was decided of theirs in thirty days.
    int lately = 0;
};
struct DecisionFacts {
    PostFacts post;
    /// Flags that wait.
    int waiting = 0;
    /// How the last that waits no more ended.
    std::optional<FlagStatus> last;
};

Result<PostFlagged> decide(const FlagPost&, const FlagFacts&, const Context&);
Result<FlaggedPostKept> decide(const KeepFlaggedPost&, const DecisionFacts&, const Context&);
Result<PostTakenAway> decide(const TakeAwayPost&, const DecisionFacts&, const Context&);
Result<FlagsForgotten> decide(const ForgetFlags&, const DecisionFacts&, const Context&);

// ---- tables (flags_tables.cpp, flag_queue_tables.cpp) -----------------------------------------------------

FlagFacts gather(store::Transaction&, const FlagPost&, const Context&);
DecisionFacts gather(store::Transaction&, const KeepFlaggedPost&, const Context&);
DecisionFacts gather(store::Transaction&, const TakeAwayPost&, const Context&);
DecisionFacts gather(store::Transaction&, const ForgetFlags&, const Context&);
void record(store::Transaction&, const FlagPost&, const FlagFacts&, const PostFlagged&, const Context&,
            Changes&);
void record(store::Transaction&, const KeepFlaggedPost&, const DecisionFacts&, const FlaggedPostKept&,
            const Context&, Changes&);
void record(store::Transaction&, const TakeAwayPost&, const DecisionFacts&, const PostTakenAway&,
            const Context&, Changes&);
void record(store::Transaction&, const ForgetFlags&, const DecisionFacts&, const FlagsForgotten&,
            const Context&, Changes&);

/// A post was removed: its flags wait no more. Where it was not its author, they are told why, with the
/// reason of whoever flagged it first.
void close_flags_of_removed(store::Transaction& tx, const Post& post, const Context& context,
                            Changes& changes);
/// A post was put back: nobody is told any more that it was taken away. Its flags stay decided.
void forget_taken(store::Transaction& tx, const PostId& post, Changes& changes);

Result<FlaggedPostsFound> answer(store::Transaction&, const FlaggedPosts&, const Context&);

std::optional<PostFlag> find(store::Transaction&, const Ulid&, As<PostFlag>);
std::optional<TakenPost> find(store::Transaction&, const Ulid&, As<TakenPost>);
std::optional<FlagQueue> find(store::Transaction&, const Ulid&, As<FlagQueue>);
Stream home(store::Transaction&, const PostFlag&);
Stream home(store::Transaction&, const TakenPost&);
Stream home(store::Transaction&, const FlagQueue&);
std::vector<PostFlag> current(store::Transaction&, const Stream&, As<PostFlag>);
std::vector<TakenPost> current(store::Transaction&, const Stream&, As<TakenPost>);
std::vector<FlagQueue> current(store::Transaction&, const Stream&, As<FlagQueue>);

} // namespace interstate::discussions
