#pragma once
// The records of one organization as one file: a ZIP of tables in CSV and JSON, with words for people and a
// manifest of hashes.
#include "features/public_records/public_records.hpp"

#include <cstddef>
#include <string>

namespace interstate::app {

struct RecordsPackage {
    /// The bytes of the ZIP.
    std::string zip;
    /// SHA-256 of its manifest.json.
    std::string manifest_hash;
    /// A name for the file.
    std::string file;
};

/// What is said of how it was made.
struct RecordsMaking {
    /// The program's name and version.
    std::string build;
    bool demonstration = false;
    /// All files together, before they are packed.
    std::size_t most_bytes = 0;
};

/// Reads in one moment. Refused where it may not be asked for, and where it is more than `most_bytes`: then a
/// shorter range is to be chosen.
Result<RecordsPackage> package_of(store::Transaction& tx, const public_records::RecordsRequest& request,
                                  const RecordsMaking& making, const Context& context);

} // namespace interstate::app
