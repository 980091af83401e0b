#pragma once
// What a new database begins with: the starting content, and the demonstration. Read from the JSON files of
// deploy/content, which are built into the program.
#include "base/context.hpp"
#include "base/zone.hpp"
#include "pages/public_page.hpp"

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace interstate::store {
class Transaction;
}

namespace interstate::content {

/// A content file that cannot be loaded: which file, which of its records, and why. Nothing of it may be
/// committed.
class ContentError : public std::runtime_error {
  public:
    ContentError(std::string file, std::string record, std::string why)
        : std::runtime_error{file + ", " + record + ": " + why}, file_{std::move(file)},
          record_{std::move(record)}, why_{std::move(why)} {}
    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] const std::string& record() const { return record_; }
    [[nodiscard]] const std::string& why() const { return why_; }

  private:
    std::string file_, record_, why_;
};

/// The bytes of a built-in file, by its path under deploy/content ("principles.json", "demo/people.json").
/// Throws ContentError for a name that is not there.
std::string_view file(std::string_view name);

/// The circumstances of one load. The same circumstances make the same rows, ids included.
struct LoadContext {
    Instant now;
    /// The day of `now` in New York: everything of the running year is dated from it.
    CivilDate today;
    /// Sets the ids of one installation apart from those of another.
    std::string seed;
    /// Where files come from; tests give broken ones.
    std::function<std::string_view(std::string_view)> read = file;

    static LoadContext at(Instant now, std::string seed);
};

/// "2026-2027": the membership year, July 1 to June 30, that a day belongs to.
std::string membership_year(const CivilDate& day);

/// The slug of the collaborative that the starting content makes.
inline constexpr std::string_view collaborative_slug = "sdi";

/// The collaborative, the organisations of the 58 jurisdictions, its convener, the principles and the
/// protocols. For an empty database with all migrations. Throws ContentError; the caller then rolls back.
void load_starting_content(store::Transaction& tx, const LoadContext& context);

/// Another collaborative beside those that are here, from the text of a JSON file: `slug`, `name`,
/// `short_name`, `convener`, `convener_short_name`, and what its public page says (`description`, `goals`,
/// `who_joins`, `resources`, and if it likes `contact`) as in deploy/content/collaborative.json. It gets
/// organisations, principles and protocols of its own: nothing is shared. Gives the slug. Throws
/// ContentError; the caller then rolls back.
std::string add_collaborative(store::Transaction& tx, const LoadContext& context, std::string_view file_name,
                              std::string_view text);

/// People, memberships, the archive of the 2019–2020 series and the series of the running year. After
/// load_starting_content, in the same transaction, with the same context. Throws ContentError; the caller
/// then rolls back.
void load_demonstration(store::Transaction& tx, const LoadContext& context);

/// An installation from before goals had tables has them in what each collaborative says about itself: they
/// are moved into the tables. Does nothing a second time. Gives for how many collaboratives it did something.
int settle_goals(store::Transaction& tx, Instant now);

/// What the public page says now, from the tables. `now` decides which meetings lie ahead. Throws
/// ContentError when what the collaborative says about itself cannot be read.
pages::PublicPage public_page(store::Transaction& tx, const CollaborativeId& collaborative, Instant now);

} // namespace interstate::content
