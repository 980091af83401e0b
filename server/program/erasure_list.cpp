#include "program/erasure_list.hpp"

#include "base/log.hpp"
#include "base/secret.hpp"
#include "features/audit/audit.hpp"
#include "program/files.hpp"
#include "store/sqlite/sqlite_copy.hpp"
#include "store/transaction.hpp"
#include "store/verify.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <stdexcept>

namespace interstate {
namespace {

std::filesystem::path file_in(const std::filesystem::path& data) { return data / "erasures"; }

/// "ULID milliseconds"
erasure::Erased parsed(const std::string& line, const std::filesystem::path& file) {
    erasure::Erased one;
    const auto id = Ulid::parse(std::string_view{line}.substr(0, Ulid::length));
    const auto* const end = line.data() + line.size();
    const bool whole = id && line.size() > Ulid::length + 1 && line[Ulid::length] == ' ' &&
                       std::from_chars(line.data() + Ulid::length + 1, end, one.at.ms).ptr == end;
    if (!whole)
        throw std::runtime_error{file.string() + " is no list of erasures: “" + line.substr(0, 60) +
                                 "”; it comes back with the last backup, or is written anew once it is away"};
    one.person = PersonId{*id};
    return one;
}

/// One row of the audit for each: the command line's, or a start's, is nobody's.
void write_audit(store::Transaction& tx, const std::vector<PersonId>& people, Instant now) {
    for (const auto& person : people)
        audit::add(tx,
                   {.via = audit::Via::system,
                    .verb = "erase_person",
                    .target_kind = word_of(Kind::person),
                    .target = person},
                   now, random_secret());
}

/// Erased since it was last written anew.
bool is_unswept(store::Transaction& tx) {
    const auto swept = tx.row<std::string>("SELECT value FROM facts_of_store WHERE name = 'erasures_swept'");
    return std::to_string(erasure::erasures(tx).size()) != swept.value_or("0");
}

void say_swept(store::Connection& connection) {
    connection.begin_write();
    store::Transaction tx{connection};
    tx.run("INSERT INTO facts_of_store (name, value) VALUES ('erasures_swept', ?)"
           " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
           std::to_string(erasure::erasures(tx).size()));
    connection.commit();
}

} // namespace

std::vector<erasure::Erased> kept_erasures(const std::filesystem::path& data) {
    std::vector<erasure::Erased> list;
    std::ifstream in{file_in(data)};
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) list.push_back(parsed(line, file_in(data)));
    return list;
}

void keep_erasures(const std::filesystem::path& data, const std::vector<erasure::Erased>& list) {
    auto kept = kept_erasures(data);
    const auto before = kept.size();
    for (const auto& one : list)
        if (std::ranges::find(kept, one.person, &erasure::Erased::person) == kept.end()) kept.push_back(one);
    if (kept.size() == before) return;
    std::string text;
    for (const auto& one : kept) text += one.person.str() + " " + std::to_string(one.at.ms) + "\n";
    write_whole(file_in(data), text);
}

void settle_erasures(store::Connection& connection, const std::filesystem::path& data) {
    store::Transaction tx{connection};
    if (store::looked_up_schema(tx) < erasure::first_schema) return;
    const auto list = kept_erasures(data);
    connection.begin_write(); // an exception closes the connection, and with it the transaction
    const auto now = wall_clock();
    const Context context{.now = now, .ids = IdSource{now, random_bytes()}};
    const auto again = erasure::erase_again(tx, list, context);
    write_audit(tx, again, now);
    connection.commit();
    if (!again.empty()) log::info("erased_again", {{"people", static_cast<int>(again.size())}});
    keep_erasures(data, erasure::erasures(tx));
    if (!is_unswept(tx)) return;
    try {
        store::write_anew(connection);
        say_swept(connection);
    } catch (const store::Failure& failure) {
        // A full disk: what was erased is nowhere to be asked for, and the next start tries again.
        log::warning("not_written_anew", {{"why", failure.what()}});
    }
}

} // namespace interstate
