#pragma once
// The goals of years: from files into their tables, and from there to the public page.
#include "content/writing.hpp"
#include "pages/public_page.hpp"

namespace interstate::content {

/// Those of a file. After the principles. Throws ContentError.
void write_goals(Load& load, const Record& facts);

/// Those of the running year, or where it has none the newest before; and those of the next that has any.
void read_goals(store::Transaction& tx, const CollaborativeId& collaborative, pages::PublicPage& page);

} // namespace interstate::content
