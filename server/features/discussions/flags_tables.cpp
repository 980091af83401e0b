// Flags and what becomes of them. Every change says that the queues it stands in are others than before.
#include "features/discussions/flags.hpp"
#include "store/due_items.hpp"
#include "store/threads.hpp"
#include "store/transaction.hpp"

namespace interstate::discussions {
namespace {

/// More than one person can have.
constexpr int flags_shown = 500;
constexpr int taken_shown = 200;

constexpr const char* flag_columns =
    "SELECT f.id, f.collaborative, f.post, p.thread, p.number, f.flagged_by, f.flagged_at, f.reason, f.words,"
    " f.status, f.decided_at, f.answer FROM post_flags f JOIN posts p ON p.id = f.post";
constexpr const char* taken_columns =
    "SELECT k.post, t.collaborative, p.thread, p.number, k.author, k.taken_at, k.reason, k.words"
    " FROM taken_posts k JOIN posts p ON p.id = k.post JOIN threads t ON t.id = p.thread";
constexpr const char* queue_columns = "SELECT id, stream, changes FROM flag_queues";

std::string with(const char* columns, const char* rest) { return std::string{columns} + rest; }

Thread thread_of(store::Transaction& tx, const Post& post) {
    return find(tx, post.thread, As<Thread>{}).value();
}

DecisionFacts facts_of(store::Transaction& tx, const PostId& post, const Context& context) {
    return {.post = facts_of_post(tx, post, context),
            .waiting = tx.row<int>("SELECT count(*) FROM post_flags WHERE post = ? AND status = 'open'", post)
                           .value_or(0),
            .last = tx.row<FlagStatus>("SELECT status FROM post_flags WHERE post = ? AND decided_at > 0"
                                       " ORDER BY decided_at DESC LIMIT 1",
                                       post)};
}

/// Who moderates everywhere, and who does in the series.
void tell_queues(store::Transaction& tx, const Thread& thread, Changes& changes) {
    store::tell_flag_queues(tx, thread.collaborative, thread.stream, changes);
}

struct Outcome {
    FlagStatus status = FlagStatus::gone;
    std::optional<PersonId> by;
    FlagWords answer;
};

void close_flags(store::Transaction& tx, const Post& post, const Outcome& outcome, const Context& context,
                 Changes& changes) {
    const auto closed =
        tx.rows<Ulid>("UPDATE post_flags SET status = ?, decided_at = ?, decided_by = ?, answer = ?"
                      " WHERE post = ? AND status = 'open' RETURNING id",
                      outcome.status, context.now, outcome.by, outcome.answer, post.id);
    if (closed.empty()) return;
    for (const auto& flag : closed) changes.put(Kind::post_flag, flag);
    store::leave_due(tx, {context.now + trash_life, ForgetFlags::name, post.id});
    tell_queues(tx, thread_of(tx, post), changes);
}

void tell_author(store::Transaction& tx, const Post& post, FlagReason reason, const FlagWords& words,
                 const Context& context, Changes& changes) {
    tx.run("INSERT INTO taken_posts (post, author, taken_at, reason, words) VALUES (?, ?, ?, ?, ?)"
           " ON CONFLICT (post) DO UPDATE SET taken_at = excluded.taken_at, reason = excluded.reason,"
           " words = excluded.words",
           post.id, post.author, context.now, reason, words);
    changes.put(Kind::taken_post, post.id);
}

} // namespace

// ---- flag_post ------------------------------------------------------------------------------------------

FlagFacts gather(store::Transaction& tx, const FlagPost& command, const Context& context) {
    FlagFacts facts{.post = facts_of_post(tx, command.post, context)};
    if (!facts.post.post) return facts;
    facts.moderated = store::is_moderated(thread_of(tx, *facts.post.post).stream);
    facts.flagged = tx.any("SELECT 1 FROM post_flags WHERE post = ? AND flagged_by = ? AND status = 'open'",
                           command.post, context.actor);
    facts.waiting =
        tx.row<int>("SELECT count(*) FROM post_flags WHERE flagged_by = ? AND status = 'open'", context.actor)
            .value_or(0);
    facts.lately =
        tx.row<int>("SELECT count(*) FROM post_flags WHERE flagged_by = ?", context.actor).value_or(0);
    return facts;
}

void record(store::Transaction& tx, const FlagPost& command, const FlagFacts& facts,
            const PostFlagged& flagged, const Context& context, Changes& changes) {
    const auto thread = thread_of(tx, *facts.post.post);
    tx.run("INSERT INTO post_flags (id, collaborative, post, flagged_by, flagged_at, reason, words, status,"
           " decided_at, decided_by, answer) VALUES (?, ?, ?, ?, ?, ?, ?, 'open', NULL, NULL, '')",
           flagged.flag, thread.collaborative, command.post, context.actor, context.now, command.reason,
           command.words.value_or(FlagWords{}));
    changes.put(Kind::post_flag, flagged.flag);
    tell_queues(tx, thread, changes);
}

// ---- keep_flagged_post, take_away_post --------------------------------------------------------------------

DecisionFacts gather(store::Transaction& tx, const KeepFlaggedPost& command, const Context& context) {
    return facts_of(tx, command.post, context);
}
DecisionFacts gather(store::Transaction& tx, const TakeAwayPost& command, const Context& context) {
    return facts_of(tx, command.post, context);
}

void record(store::Transaction& tx, const KeepFlaggedPost& command, const DecisionFacts& facts,
            const FlaggedPostKept&, const Context& context, Changes& changes) {
    close_flags(
        tx, *facts.post.post,
        {.status = FlagStatus::kept, .by = context.actor, .answer = command.answer.value_or(FlagWords{})},
        context, changes);
}

void record(store::Transaction& tx, const TakeAwayPost& command, const DecisionFacts& facts,
            const PostTakenAway&, const Context& context, Changes& changes) {
    record(tx, RemovePost{command.post}, facts.post, PostRemoved{}, context, changes);
    tell_author(tx, *facts.post.post, command.reason, command.words.value_or(FlagWords{}), context, changes);
}

void close_flags_of_removed(store::Transaction& tx, const Post& post, const Context& context,
                            Changes& changes) {
    const auto reason = tx.row<FlagReason>("SELECT reason FROM post_flags WHERE post = ? AND status = 'open'"
                                           " ORDER BY flagged_at LIMIT 1",
                                           post.id);
    if (!reason) return;
    if (context.actor == post.author) return close_flags(tx, post, {}, context, changes);
    close_flags(tx, post, {.status = FlagStatus::removed, .by = context.actor, .answer = {}}, context,
                changes);
    tell_author(tx, post, *reason, {}, context, changes);
}

void forget_taken(store::Transaction& tx, const PostId& post, Changes& changes) {
    for (const auto& author :
         tx.rows<PersonId>("DELETE FROM taken_posts WHERE post = ? RETURNING author", post))
        changes.remove({StreamKind::person, author}, Kind::taken_post, post);
}

// ---- forget_flags -----------------------------------------------------------------------------------------

DecisionFacts gather(store::Transaction& tx, const ForgetFlags& command, const Context& context) {
    return facts_of(tx, command.post, context);
}

/// What was decided since has an end of its own.
void record(store::Transaction& tx, const ForgetFlags& command, const DecisionFacts&, const FlagsForgotten&,
            const Context& context, Changes& changes) {
    struct Row {
        Ulid id;
        PersonId flagged_by;
    };
    const auto end = context.now - trash_life;
    for (const auto& flag : tx.rows<Row>("DELETE FROM post_flags WHERE post = ? AND decided_at <= ?"
                                         " RETURNING id, flagged_by",
                                         command.post, end))
        changes.remove({StreamKind::person, flag.flagged_by}, Kind::post_flag, flag.id);
    if (tx.any("SELECT 1 FROM taken_posts WHERE post = ? AND taken_at <= ?", command.post, end))
        forget_taken(tx, command.post, changes);
}

// ---- records ----------------------------------------------------------------------------------------------

std::optional<PostFlag> find(store::Transaction& tx, const Ulid& id, As<PostFlag>) {
    return tx.row<PostFlag>(with(flag_columns, " WHERE f.id = ?"), id);
}
std::optional<TakenPost> find(store::Transaction& tx, const Ulid& id, As<TakenPost>) {
    return tx.row<TakenPost>(with(taken_columns, " WHERE k.post = ?"), id);
}
std::optional<FlagQueue> find(store::Transaction& tx, const Ulid& id, As<FlagQueue>) {
    return tx.row<FlagQueue>(with(queue_columns, " WHERE id = ?"), id);
}

Stream home(store::Transaction&, const PostFlag& flag) { return {StreamKind::person, flag.flagged_by}; }
Stream home(store::Transaction&, const TakenPost& post) { return {StreamKind::person, post.author}; }
Stream home(store::Transaction&, const FlagQueue& queue) { return queue.stream; }

std::vector<PostFlag> current(store::Transaction& tx, const Stream& stream, As<PostFlag>) {
    if (stream.kind != StreamKind::person) return {};
    return tx.rows<PostFlag>(
        with(flag_columns, " WHERE f.flagged_by = ? ORDER BY f.flagged_at DESC, f.id LIMIT ?"),
        stream.subject, flags_shown);
}
std::vector<TakenPost> current(store::Transaction& tx, const Stream& stream, As<TakenPost>) {
    if (stream.kind != StreamKind::person) return {};
    return tx.rows<TakenPost>(
        with(taken_columns, " WHERE k.author = ? ORDER BY k.taken_at DESC, k.post LIMIT ?"), stream.subject,
        taken_shown);
}
std::vector<FlagQueue> current(store::Transaction& tx, const Stream& stream, As<FlagQueue>) {
    if (stream.kind != StreamKind::staff && stream.kind != StreamKind::moderators) return {};
    return tx.rows<FlagQueue>(with(queue_columns, " WHERE stream = ?"), stream);
}

} // namespace interstate::discussions
