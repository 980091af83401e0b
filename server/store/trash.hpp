#pragma once
// What people remove is set aside whole, row by row, and lies in the trash for thirty days (INV-37). Who
// takes a row out of its table does it here; only the trash itself deletes for good.
#include "base/context.hpp"
#include "base/kind.hpp"
#include "base/stream.hpp"
#include "base/trash.hpp"
#include "store/transaction.hpp"

#include <array>
#include <optional>
#include <string>

namespace interstate::store {

/// A table whose rows can be set aside, and the one that holds them then.
struct Shelf {
    const char* table;
    const char* aside;
    const char* columns;
};
extern const Shelf series_shelf, objective_shelf, participation_shelf, meeting_shelf, agenda_item_shelf,
    step_link_shelf, no_step_shelf;
/// What names others comes after them.
inline constexpr std::array shelves{&series_shelf,  &objective_shelf,   &participation_shelf,
                                    &meeting_shelf, &agenda_item_shelf, &step_link_shelf,
                                    &no_step_shelf};

/// An entry of the trash, as people are shown it.
struct Removed {
    /// Its own, which it has again when it is put back.
    Ulid id;
    CollaborativeId collaborative;
    Kind kind;
    /// The series, meeting or step that it was part of.
    std::optional<Ulid> part_of = {};
    /// Where it was at home: who followed that saw it.
    Stream stream;
    std::string title;
    /// What it was part of, in words.
    std::string place = {};
    std::string text = {};
};

/// The command that empties an entry once its time is over.
inline constexpr const char* empty_trash = "empty_trash";

/// Makes the entry, under which rows are set aside then.
void put_in_trash(Transaction& tx, const Removed& removed, const Context& context);
/// The rows whose `column` is this id leave their table and lie under the entry.
void set_aside(Transaction& tx, const Shelf& shelf, const Ulid& entry, const char* column, const Ulid& id);
/// The row of this id, alone under an entry of its own.
void remove_one(Transaction& tx, const Shelf& shelf, const Removed& removed, const Context& context);
/// All that lies under the entry stands in its tables again, and the entry is gone.
void take_out_of_trash(Transaction& tx, const Ulid& entry);
/// All that lies under the entry is gone for good, and so is the entry.
void drop_from_trash(Transaction& tx, const Ulid& entry);

} // namespace interstate::store
