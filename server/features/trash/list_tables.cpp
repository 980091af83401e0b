// The list of what was removed: entries, and posts, which keep their place.
#include "features/trash/tables.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace interstate::trash {
namespace {

constexpr std::size_t list_limit = 200;
/// Read at a time, and looked at altogether, for whoever may put back some of it.
constexpr int portion = 200;
constexpr int most_looked_at = 5000;
constexpr const char* entry_columns = "SELECT t.id, t.collaborative, t.kind, t.part_of, t.stream, t.title, "
                                      "t.place, t.text, t.removed_by, t.removed_at FROM trash t WHERE";
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

/// Where a portion begins: before this one.
struct Before {
    Instant at;
    Ulid id;
};
constexpr Before newest{.at = {std::numeric_limits<std::int64_t>::max()}, .id = {}};

/// The newest first.
std::vector<Entry> entries_before(store::Transaction& tx, const permissions::Standing& who, Instant oldest,
                                  const Before& before) {
    return tx.rows<Entry>(std::string{entry_columns} + " t.collaborative = ?1 AND t.removed_at > ?2"
                                                       " AND (t.removed_at, t.id) < (?3, ?4)"
                                                       " ORDER BY t.removed_at DESC, t.id DESC LIMIT ?5",
                          who.collaborative, oldest, before.at, before.id, portion);
}

std::vector<PostRow> posts_before(store::Transaction& tx, const permissions::Standing& who, Instant oldest,
                                  const Before& before) {
    return tx.rows<PostRow>(std::string{post_columns} +
                                " WHERE p.removed = 1 AND p.edited_at > ?1 AND t.collaborative = ?2"
                                " AND (p.edited_at, p.id) < (?3, ?4)"
                                " ORDER BY p.edited_at DESC, p.id DESC LIMIT ?5",
                            oldest, who.collaborative, before.at, before.id, portion);
}

/// Of their own state, who may remove nothing else.
std::vector<Entry> own_entries(store::Transaction& tx, const permissions::Standing& who, Instant oldest) {
    const auto own = [&](const std::string& ids) {
        return tx.rows<Entry>(std::string{entry_columns} + " t.id IN (" + ids +
                                  ") AND t.removed_at > ? ORDER BY t.removed_at DESC, t.id DESC LIMIT ?",
                              who.organisation, oldest, static_cast<int>(list_limit));
    };
    auto entries = own("SELECT n.id FROM removed_no_steps n WHERE n.organisation = ?");
    for (const char* end : {"from_step", "to_step"})
        std::ranges::move(own(std::string{"SELECT k.id FROM step_lanes l JOIN removed_step_links k ON k."} +
                              end + " = l.step WHERE l.organisation = ?"),
                          std::back_inserter(entries));
    std::erase_if(entries, [&](const Entry& entry) { return entry.collaborative != who.collaborative; });
    return entries;
}

std::vector<PostRow> own_posts(store::Transaction& tx, const permissions::Standing& who, Instant oldest) {
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

/// What one person is shown.
class List {
  public:
    List(store::Transaction& tx, const permissions::Standing& who, Instant oldest)
        : tx_{tx}, who_{who}, oldest_{oldest}, everything_{can(who, permissions::Verb::moderate)} {}

    std::vector<TrashItem> items() {
        if (!everything_) {
            for (auto& entry : own_entries(tx_, who_, oldest_)) look_at(std::move(entry));
            for (auto& post : own_posts(tx_, who_, oldest_)) look_at(std::move(post));
        }
        // Who moderates in a part only finds theirs among those of others.
        if (everything_ || std::ranges::any_of(who_.within, finds_others)) {
            walk([&](const Before& before) { return entries_before(tx_, who_, oldest_, before); },
                 &Entry::item);
            walk([&](const Before& before) { return posts_before(tx_, who_, oldest_, before); },
                 &PostRow::post);
        }
        std::ranges::sort(items_, std::greater{},
                          [](const TrashItem& item) { return std::pair{item.removed_at, item.item}; });
        if (items_.size() > list_limit) items_.resize(list_limit);
        return std::move(items_);
    }

  private:
    /// Who facilitates there puts back what others removed; who works in a team, its steps' links.
    static bool finds_others(const permissions::RoleWithin& part) {
        return part.role == permissions::Role::facilitator ||
               part.scope == permissions::RoleScope::organisation;
    }

    /// Until a list is full, or enough was looked at.
    template <class Read, class Id>
    void walk(const Read& read, Id id) {
        const auto full = items_.size() + list_limit;
        Before before = newest;
        for (int looked_at = 0; looked_at < most_looked_at && items_.size() < full;) {
            auto some = read(before);
            if (some.empty()) return;
            looked_at += static_cast<int>(some.size());
            before = {some.back().removed_at, Ulid{some.back().*id}};
            for (auto& one : some) look_at(std::move(one));
        }
    }

    void look_at(Entry entry) {
        const auto how = reached(tx_, entry, who_);
        const bool restorable = may_restore(entry.kind, who_, how.target);
        if (how.visible && (everything_ || restorable)) add(item_of(std::move(entry), restorable));
    }
    void look_at(PostRow post) {
        if (!post.text || !permissions::may_follow(tx_, who_, post.stream)) return;
        const auto target = permissions::target_of_stream(tx_, who_, post.stream);
        if (post.author != who_.person && !can(who_, permissions::Verb::moderate, target)) return;
        const bool restorable = may_restore_post(post.author, post.removed_by, who_, target);
        add(item_of(std::move(post), restorable));
    }
    void add(TrashItem item) {
        if (std::ranges::find(items_, item.item, &TrashItem::item) == items_.end())
            items_.push_back(std::move(item));
    }

    store::Transaction& tx_;
    const permissions::Standing& who_;
    Instant oldest_;
    bool everything_;
    std::vector<TrashItem> items_;
};

} // namespace

Result<TrashFound> answer(store::Transaction& tx, const Trash& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!permissions::can(who, permissions::Verb::see_extended)) return refuse_not_allowed();
    return TrashFound{.items = List{tx, who, context.now - trash_life}.items()};
}

} // namespace interstate::trash
