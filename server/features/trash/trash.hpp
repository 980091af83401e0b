#pragma once
// The trash of a collaborative: what was removed lies there for thirty days, and can be put back (INV-37).
// Parts of a series, a meeting or a step come here by the command that leaves them out; drafts are thrown
// away here. Posts keep their place and their own commands (features/discussions), and are in the same list.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/trash.hpp"
#include "features/permissions/permissions.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::trash {

/// A draft with all that hangs on it: objectives, states, sessions with their agendas and threads. What was
/// published is not thrown away.
struct DiscardSeries {
    static constexpr const char* name = "discard_series";
    SeriesId series;
};
INTERSTATE_DESCRIBE(DiscardSeries, series)
struct SeriesDiscarded {
    static constexpr const char* name = "series_discarded";
};
INTERSTATE_DESCRIBE_EMPTY(SeriesDiscarded)

/// A meeting that was never announced, with its agenda and threads. What was announced is cancelled.
struct DiscardMeeting {
    static constexpr const char* name = "discard_meeting";
    MeetingId meeting;
};
INTERSTATE_DESCRIBE(DiscardMeeting, meeting)
struct MeetingDiscarded {
    static constexpr const char* name = "meeting_discarded";
};
INTERSTATE_DESCRIBE_EMPTY(MeetingDiscarded)

/// By whoever may remove such a thing. It comes back with its children, to its place as far as that is free,
/// and is seen by those who saw it before.
struct RestoreFromTrash {
    static constexpr const char* name = "restore_from_trash";
    /// Its id, which it keeps.
    Ulid item;
};
INTERSTATE_DESCRIBE(RestoreFromTrash, item)
struct RestoredFromTrash {
    static constexpr const char* name = "restored_from_trash";
    Kind kind = Kind::series;
    Ulid item;
};
INTERSTATE_DESCRIBE(RestoredFromTrash, kind, item)

/// By the server, thirty days after something was removed: it goes for good.
struct EmptyTrash {
    static constexpr const char* name = "empty_trash";
    Ulid item;
};
INTERSTATE_DESCRIBE(EmptyTrash, item)
struct TrashEmptied {
    static constexpr const char* name = "trash_emptied";
    /// Whose trash it lay in; nothing where it was put back meanwhile.
    std::optional<CollaborativeId> collaborative;
};
INTERSTATE_DESCRIBE(TrashEmptied, collaborative)

/// What was removed in the last thirty days and the person may see, the last first, at most 200: of everybody
/// for moderators; for others their own posts, and what they may put back, of their state or of a series of
/// theirs.
struct Trash {
    static constexpr const char* name = "trash";
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(Trash, collaborative)
struct TrashItem {
    Kind kind = Kind::post;
    Ulid item;
    /// The thread, series, meeting or step that it was part of.
    std::optional<Ulid> part_of;
    std::string title;
    /// What it was part of, in words.
    std::string place;
    std::string text;
    /// Who wrote it: of a post.
    std::optional<PersonId> author;
    std::optional<PersonId> removed_by;
    Instant removed_at;
    /// It can be put back until then.
    Instant gone_at;
    /// The person may put it back: a post by `restore_post`, all else by `restore_from_trash`.
    bool restorable = false;
};
INTERSTATE_DESCRIBE(TrashItem, kind, item, part_of, title, place, text, author, removed_by, removed_at,
                    gone_at, restorable)
struct TrashFound {
    std::vector<TrashItem> items;
};
INTERSTATE_DESCRIBE(TrashFound, items)

// ---- rules (rules.cpp) ------------------------------------------------------------------------------------

/// A draft, or what is taken for one.
struct DraftFacts {
    permissions::Standing who;
    permissions::Target target;
    std::optional<CollaborativeId> collaborative;
    /// Nobody but those who prepare it knew of it.
    bool draft = false;
    bool current = true;
    /// Somebody has done something there: steps, attendance.
    bool in_use = false;
};
/// What lies in the trash.
struct Entry {
    Ulid item;
    CollaborativeId collaborative;
    Kind kind = Kind::series;
    std::optional<Ulid> part_of;
    Stream stream;
    std::string title;
    std::string place;
    std::string text;
    std::optional<PersonId> removed_by;
    Instant removed_at;
};
/// Where it would stand again.
struct Ground {
    /// What it was part of stands.
    bool there = true;
    /// That has ended, or is in the archive.
    bool closed = false;
    /// The same is there again.
    bool taken = false;
    /// No more of its kind go in.
    bool full = false;
    /// What the rule of its making asks for holds.
    bool fits = true;
    /// Its number there.
    int ordinal = 0;
};
struct EntryFacts {
    permissions::Standing who;
    permissions::Target target;
    std::optional<Entry> entry;
    /// The person may follow where it was at home.
    bool visible = false;
    Ground ground;
};

/// Who may remove a thing of this kind, and so put it back.
bool may_restore(Kind kind, const permissions::Standing& who, const permissions::Target& target);
/// The same of a post, which is its author's.
bool may_restore_post(const PersonId& author, const std::optional<PersonId>& removed_by,
                      const permissions::Standing& who, const permissions::Target& target);

Result<SeriesDiscarded> decide(const DiscardSeries&, const DraftFacts&, const Context&);
Result<MeetingDiscarded> decide(const DiscardMeeting&, const DraftFacts&, const Context&);
Result<RestoredFromTrash> decide(const RestoreFromTrash&, const EntryFacts&, const Context&);
Result<TrashEmptied> decide(const EmptyTrash&, const EntryFacts&, const Context&);

// ---- tables (*_tables.cpp) --------------------------------------------------------------------------------

DraftFacts gather(store::Transaction&, const DiscardSeries&, const Context&);
DraftFacts gather(store::Transaction&, const DiscardMeeting&, const Context&);
EntryFacts gather(store::Transaction&, const RestoreFromTrash&, const Context&);
EntryFacts gather(store::Transaction&, const EmptyTrash&, const Context&);

void record(store::Transaction&, const DiscardSeries&, const DraftFacts&, const SeriesDiscarded&,
            const Context&, Changes&);
void record(store::Transaction&, const DiscardMeeting&, const DraftFacts&, const MeetingDiscarded&,
            const Context&, Changes&);
void record(store::Transaction&, const RestoreFromTrash&, const EntryFacts&, const RestoredFromTrash&,
            const Context&, Changes&);
void record(store::Transaction&, const EmptyTrash&, const EntryFacts&, const TrashEmptied&, const Context&,
            Changes&);

/// What an entry is to the person: where it belongs, and whether they see all of it.
struct Reached {
    permissions::Target target;
    bool visible = false;
};
Reached reached(store::Transaction& tx, const Entry& entry, const permissions::Standing& who);

Result<TrashFound> answer(store::Transaction&, const Trash&, const Context&);

} // namespace interstate::trash
