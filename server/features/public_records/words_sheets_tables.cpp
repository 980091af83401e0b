// What people of the organization wrote, and mail to them.
#include "features/public_records/fragments.hpp"
#include "features/public_records/public_records.hpp"

namespace interstate::public_records {
namespace {

/// Posts of theirs that were written, changed or removed in the range, topic by topic: an index by author
/// would make each post dearer.
std::string from_our_posts(const std::string& more = {}) {
    return " FROM threads t CROSS JOIN posts p ON p.thread = t.id" + more +
           " WHERE t.id > '' AND t.collaborative = ?4 AND t.started_at < ?3 AND " +
           was_ours("p.author", "p.at") + " AND (" + in_period("p.at") + " OR " +
           in_period("coalesce(p.edited_at, 0)") +
           " OR EXISTS (SELECT 1 FROM post_versions e WHERE e.post = p.id AND " + in_period("e.at") + "))";
}

Sheet topics() {
    return {"topics", "Topics of discussion that its people started.",
            "id, title, about, about_id, started_at, started_by, posts",
            "SELECT t.id, t.title, t.anchor, t.anchor_id, t.started_at, " +
                named("t.started_by", "t.started_at") +
                ", t.posts FROM threads t WHERE t.id > '' AND t.collaborative = ?4 AND " +
                in_period("t.started_at") + " AND " + was_ours("t.started_by", "t.started_at") +
                " ORDER BY t.id"};
}

Sheet posts() {
    return {
        "posts",
        "Posts of its people that were written, changed or removed in the range, as they stand. A post that "
        "lies in the trash says so, with the text that it had and, where those who moderate took it away, "
        "what "
        "its author was told.",
        "id, topic, context_topic_title, number, author, posted_at, answers_post, state, text, changed_at,"
        " version, removed_by, why_taken_away, told_its_author",
        "SELECT p.id, t.id, CASE WHEN " + is_shared("t.stream") + " THEN t.title END, p.number, " +
            named("p.author", "p.at") +
            ", p.at, p.reply_to, CASE WHEN p.removed = 0 THEN 'stands' WHEN v.post IS NULL"
            " THEN 'removed, its text was dropped' ELSE 'removed, in the trash' END,"
            " CASE WHEN p.removed = 0 THEN p.text ELSE v.text END, p.edited_at, p.revision, " +
            named("p.removed_by", "p.edited_at") + ", k.reason, k.words" +
            from_our_posts(" LEFT JOIN post_versions v ON p.removed = 1 AND v.post = p.id AND v.revision ="
                           " (SELECT max(w.revision) FROM post_versions w WHERE w.post = p.id)"
                           " LEFT JOIN taken_posts k ON k.post = p.id") +
            " ORDER BY t.id, p.number"};
}

Sheet versions() {
    return {"post_versions", "What those posts said before each change.", "post, version, written_at, text",
            "SELECT p.id, v.revision, v.at, v.text" +
                from_our_posts(" CROSS JOIN post_versions v ON v.post = p.id") +
                " ORDER BY t.id, p.number, v.revision"};
}

/// No more of others than a reply needs to be read, and nothing that only a team of theirs can see.
Sheet context() {
    const auto others = [](const std::string& post) {
        return " AND " + is_shared("t.stream") + " AND NOT " + was_ours(post + ".author", post + ".at");
    };
    return {
        "context",
        "CONTEXT, not records of this organization: the post that opens a topic in which its people wrote, "
        "and posts that they answered. People of other organizations are named by their organization only.",
        "why, topic, context_topic_title, context_post, context_author, posted_at, context_text",
        "SELECT DISTINCT 'opens the topic' AS why, t.id AS topic, t.title, q.id AS post, " +
            named("q.author", "q.at") + ", q.at, q.text" +
            from_our_posts(" CROSS JOIN posts q ON q.thread = t.id AND q.number = 1") + others("q") +
            " UNION SELECT 'was answered', t.id, t.title, q.id, " + named("q.author", "q.at") +
            ", q.at, q.text" + from_our_posts(" CROSS JOIN posts q ON q.id = p.reply_to AND q.number > 1") +
            others("q") + " ORDER BY topic, post"};
}

/// Whose about is something of another collaborative, in which the same person has a seat, is left out; and
/// so is what is about somebody who has a seat in another, too: nobody can say of which it speaks.
std::string is_of_here(const std::string& about) {
    return " AND NOT EXISTS (SELECT 1 FROM collaboratives c WHERE c.id = " + about + " AND c.id <> ?4)" +
           " AND NOT EXISTS (SELECT 1 FROM organisations o WHERE o.id = " + about +
           " AND o.collaborative <> ?4)" + " AND NOT EXISTS (SELECT 1 FROM meetings m WHERE m.id = " + about +
           " AND m.collaborative <> ?4)" +
           " AND NOT EXISTS (SELECT 1 FROM join_requests r WHERE r.id = " + about +
           " AND r.collaborative <> ?4)" +
           " AND NOT EXISTS (SELECT 1 FROM step_lanes l JOIN action_steps a ON a.id = l.step WHERE l.id = " +
           about + " AND a.collaborative <> ?4)" +
           " AND NOT EXISTS (SELECT 1 FROM seats y WHERE y.person = " + about +
           " AND y.person <> x.person AND y.collaborative <> ?4)";
}

Sheet mails() {
    return {
        "mails",
        "Mail to its people that is still kept: for 30 days, and its words only until it is sent. Codes and "
        "links to sign in are left out.",
        "id, person, name, purpose, subject, status, written_at, ended_at, words",
        "SELECT x.id, x.person, p.name, x.purpose, x.subject, x.status, x.made_at, x.ended_at, x.plain"
        " FROM mail x JOIN people p ON p.id = x.person WHERE x.person IN " +
            our_people() + " AND " + in_period("x.made_at") + " AND " + was_ours("x.person", "x.made_at") +
            " AND x.purpose NOT IN ('sign_in', 'confirm_address', 'invitation', 'notice')" +
            is_of_here("x.about") + " ORDER BY x.id"};
}

Sheet trash() {
    const std::string within = "t.collaborative = ?4 AND " + in_period("t.removed_at");
    const std::string removed_by = named("t.removed_by", "t.removed_at");
    return {"trash", "What was thrown away in the range and can still be put back: for 30 days.",
            "id, kind, title, place, text, removed_at, removed_by",
            "SELECT t.id AS id, t.kind, t.title, t.place, t.text, t.removed_at, " + removed_by +
                " FROM removed_participations r"
                " JOIN trash t ON t.id = r.trash WHERE r.organisation = ?1 AND " +
                within + " UNION SELECT t.id, t.kind, t.title, t.place, t.text, t.removed_at, " + removed_by +
                " FROM removed_no_steps r JOIN trash t ON t.id = r.trash WHERE r.organisation = ?1 AND " +
                within +
                // The title of a link names the step of another, too.
                " UNION SELECT t.id, t.kind, a.title, NULL, NULL, t.removed_at, " + removed_by +
                " FROM action_steps a"
                " JOIN removed_step_links r ON r.from_step = a.id JOIN trash t ON t.id = r.trash"
                " WHERE a.organisation = ?1 AND " +
                within + " ORDER BY id"};
}

} // namespace

std::vector<Sheet> sheets_of_words() { return {topics(), posts(), versions(), context(), mails(), trash()}; }

} // namespace interstate::public_records
