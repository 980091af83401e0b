// The list of what was removed: entries, and posts, which keep their place.
#include "features/trash/tables.hpp"

#include <algorithm>

namespace interstate::trash {
namespace {

constexpr std::size_t list_limit = 200;
constexpr const char* entry_columns = "SELECT t.id, t.collaborative, t.kind, t.part_of, t.stream, t.title, "
                                      "t.place, t.text, t.removed_by, t.removed_at";
constexpr const char* recent =
    " t.collaborative = ?1 AND t.removed_at > ?2 ORDER BY t.removed_at DESC, t.id DESC LIMIT ?3";
constexpr const char* post_columns =
    "SELECT p.id, p.thread, t.title, p.author, p.removed_by, p.edited_at, t.stream,"
    " (SELECT v.text FROM post_versions v WHERE v.post = p.id ORDER BY v.revision DESC LIMIT 1)"
    " FROM posts p JOIN threads t ON t.id = p.thread";

struct PostRow {
    PostId post;
    ThreadId thread;
    std::string title;
    PersonId author;
    std::optional<PersonId> removed_by;
    Instant removed_at;
    Stream stream;
    std::optional<std::string> text;
};

/// Of everybody for moderators; of their own state for others, who may remove nothing else.
std::vector<Entry> entries_for(store::Transaction& tx, const permissions::Standing& who, bool moderates,
                               Instant oldest) {
    const auto found = [&](const std::string& where) {
        return tx.rows<Entry>(entry_columns + where + recent, who.collaborative, oldest,
                              static_cast<int>(list_limit));
    };
    if (moderates) return found(" FROM trash t WHERE");
    const auto own = [&](const std::string& ids) {
        return tx.rows<Entry>(std::string{entry_columns} + " FROM trash t WHERE t.id IN (" + ids +
                                  ") AND t.removed_at > ? ORDER BY t.removed_at DESC, t.id DESC LIMIT ?",
                              who.organisation, oldest, static_cast<int>(list_limit));
    };
    auto entries = own("SELECT n.id FROM removed_no_steps n WHERE n.organisation = ?");
    for (const char* end : {"from_step", "to_step"})
        for (auto& entry : own(std::string{"SELECT k.id FROM step_lanes l JOIN removed_step_links k ON k."} +
                               end + " = l.step WHERE l.organisation = ?"))
            if (std::ranges::find(entries, entry.item, &Entry::item) == entries.end())
                entries.push_back(std::move(entry));
    std::erase_if(entries, [&](const Entry& entry) { return entry.collaborative != who.collaborative; });
    return entries;
}

std::vector<PostRow> posts_for(store::Transaction& tx, const permissions::Standing& who, bool moderates,
                               Instant oldest) {
    if (moderates)
        return tx.rows<PostRow>(std::string{post_columns} +
                                    " WHERE p.removed = 1 AND p.edited_at > ? AND t.collaborative = ?"
                                    " ORDER BY p.edited_at DESC, p.id DESC LIMIT ?",
                                oldest, who.collaborative, static_cast<int>(list_limit));
    return tx.rows<PostRow>(std::string{post_columns} +
                                " WHERE p.removed = 1 AND p.author = ? AND p.edited_at > ?"
                                " AND t.collaborative = ? ORDER BY p.edited_at DESC LIMIT ?",
                            who.person, oldest, who.collaborative, static_cast<int>(list_limit));
}

TrashItem item_of(Entry entry, bool restorable) {
    return {.kind = entry.kind,
            .item = entry.item,
            .part_of = entry.part_of,
            .title = std::move(entry.title),
            .place = std::move(entry.place),
            .text = std::move(entry.text),
            .author = {},
            .removed_by = entry.removed_by,
            .removed_at = entry.removed_at,
            .gone_at = entry.removed_at + trash_life,
            .restorable = restorable};
}

TrashItem item_of(PostRow post, bool restorable) {
    return {.kind = Kind::post,
            .item = post.post,
            .part_of = post.thread,
            .title = {},
            .place = std::move(post.title),
            .text = std::move(*post.text),
            .author = post.author,
            .removed_by = post.removed_by,
            .removed_at = post.removed_at,
            .gone_at = post.removed_at + trash_life,
            .restorable = restorable};
}

} // namespace

Result<TrashFound> answer(store::Transaction& tx, const Trash& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!permissions::can(who, permissions::Verb::see_extended)) return refuse_not_allowed();
    const auto oldest = context.now - trash_life;
    const bool everything = permissions::can(who, permissions::Verb::moderate);
    // Who does so in a part only: what they may not put back is left out below.
    const bool moderates = everything || !who.within.empty();
    TrashFound found;
    for (auto& entry : entries_for(tx, who, moderates, oldest)) {
        const auto how = reached(tx, entry, who);
        const bool restorable = may_restore(entry.kind, who, how.target);
        if (how.visible && (everything || restorable))
            found.items.push_back(item_of(std::move(entry), restorable));
    }
    for (auto& post : posts_for(tx, who, moderates, oldest)) {
        if (!post.text || !permissions::may_follow(tx, who, post.stream)) continue;
        const auto target = permissions::target_of_stream(tx, who, post.stream);
        if (post.author != who.person && !permissions::can(who, permissions::Verb::moderate, target))
            continue;
        const bool restorable = may_restore_post(post.author, post.removed_by, who, target);
        found.items.push_back(item_of(std::move(post), restorable));
    }
    std::ranges::sort(found.items, std::greater{},
                      [](const TrashItem& item) { return std::pair{item.removed_at, item.item}; });
    if (found.items.size() > list_limit) found.items.resize(list_limit);
    return found;
}

} // namespace interstate::trash
